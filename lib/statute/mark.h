/* What the lines of a document are, seen one with another: the ground on which
 * the outline is built. Made once for all lines, in linear time.
 *
 *     三、将第八条修改为：“…      label ENUM 3
 *     “第九条 ……”                is_quoted
 *     应当按照规定期限恢复原      label NONE
 *     状，并由主管部门验收。      is_joined: goes on with the line before */
#ifndef FT_STATUTE_MARK_H
#define FT_STATUTE_MARK_H

#include "statute/label.h"
#include "statute/line.h"

typedef struct ft_mark {
    ft_label label;
    bool is_quoted;    /* words put into another law */
    bool is_joined;    /* goes on with the line before */
    bool is_item_text; /* a further paragraph of an item whose list goes on */
    bool is_signature; /* name or date below the text */
    bool is_contents;  /* of a table of contents */
    /* The number of the next line that begins with 第…条, 0 if none does. */
    uint32_t next_article;
    uint32_t next_chapter; /* likewise for 第…章 */
} ft_mark;

/* Pushes one ft_mark for each line. False: no memory. */
bool ft_mark_lines(const ft_lines *lines, ft_array *marks);

#endif
