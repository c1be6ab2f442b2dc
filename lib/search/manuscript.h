/* Any text, cut into paragraphs, with the quotations in them. */
#ifndef FT_SEARCH_MANUSCRIPT_H
#define FT_SEARCH_MANUSCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bytes [start, end) of a text. */
typedef struct ft_manuscript_run {
    size_t start;
    size_t end;
} ft_manuscript_run;

/* Goes to the next paragraph with text, the first from {0, 0}. Lines a program
 * has wrapped belong to one. False: there is none. */
bool ft_manuscript_next(const char *text, size_t byte_count,
                        ft_manuscript_run *paragraph);

/* What is quoted beside a citation, at `words` of a paragraph of so many bytes:
 * close behind it and begun before `limit`, where the next citation is, or
 * close before it but not before `from`. Empty if nothing is. */
ft_manuscript_run ft_manuscript_quotation(const char *text, size_t byte_count,
                                          size_t from,
                                          const ft_manuscript_run *words,
                                          size_t limit);

/* A place in a text, counted in lines and characters. */
typedef struct ft_manuscript_place {
    size_t byte_index;
    size_t char_index;
    uint32_t line;   /* from 1 */
    uint32_t column; /* in characters, from 1 */
} ft_manuscript_place;

ft_manuscript_place ft_manuscript_begin(void);

/* Goes on to a byte, which is not before the place. */
void ft_manuscript_go_to(ft_manuscript_place *place, const char *text,
                         size_t byte_index);

#endif
