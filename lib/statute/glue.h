/* Articles that stand inside a line because a line break was lost:
 *
 *     …报省文物行政主管部门同意后审批。第十四条历史文化名城所在地的… */
#ifndef FT_STATUTE_GLUE_H
#define FT_STATUTE_GLUE_H

#include "statute/label.h"

/* Finds article `expected` inside `line`, behind its first character. True:
 * its label begins at `*byte_index`. `next_article` is the number with which
 * the next article on a line of its own begins, 0 if there is none. */
bool ft_glue_find(const ft_line *line, uint32_t expected, uint32_t next_article,
                  size_t *byte_index);

/* Whether a whole chapter stands on the line: several articles in order, each
 * behind a sentence and a blank. Paragraphs and items are parted so, too. */
bool ft_glue_is_packed(const ft_line *line, uint32_t expected);

/* Where the part of a packed line that begins at its start ends: behind the
 * first blank that follows the end of a sentence. */
size_t ft_glue_part_end(const ft_line *line);

#endif
