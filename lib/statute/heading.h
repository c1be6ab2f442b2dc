/* Which lines are headings, and which go on with one. */
#ifndef FT_STATUTE_HEADING_H
#define FT_STATUTE_HEADING_H

#include "statute/mark.h"

/* Whether the line at `index` begins an article or a division. False behind
 * the last line. */
bool ft_heading_begins_part(const ft_lines *lines, const ft_mark *marks,
                            size_t index);

/* Whether the line at `index` is a heading that lost its label and its mark: a
 * short line between the end of one article and the beginning of another. */
bool ft_heading_is_lost(const ft_lines *lines, const ft_mark *marks,
                        size_t index);

/* Whether the title in `line` goes on in the line at `index`. */
bool ft_heading_goes_on(const ft_line *line, const ft_lines *lines,
                        const ft_mark *marks, size_t index);

#endif
