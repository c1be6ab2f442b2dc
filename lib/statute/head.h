/* The head of a statute: title, events, table of contents.
 *
 *     # 中华人民共和国民法典        TITLE
 *     # 合同编                      HEADING: the book that the file holds
 *     2020年5月28日 …通过           EVENT */
#ifndef FT_STATUTE_HEAD_H
#define FT_STATUTE_HEAD_H

#include "statute/builder.h"
#include "statute/mark.h"

/* Reads the head, sets the statute's title, draft status and events, and
 * returns the index of the first line of the body. `name`, which may be NULL,
 * is the file name that serves where there is no title. */
size_t ft_head_read(ft_builder *builder, const ft_mark *marks,
                    const char *name);

/* How many lines from `index` on repeat the title, 0 if they do not: so a
 * decision begins the text that it publishes anew. */
size_t ft_head_repeats(const ft_builder *builder, const ft_mark *marks,
                       size_t index);

/* Adds `count` lines from `index` on as TITLE nodes. */
void ft_head_add_titles(ft_builder *builder, size_t index, size_t count);
/* Adds the contents list that begins at `index`; returns the line behind. */
size_t ft_head_add_contents(ft_builder *builder, const ft_mark *marks,
                            size_t index);

#endif
