/* A text folded (fold.h), to be read by characters and by bytes: its characters
 * one by one, the same in UTF-8, and where in that each begins.
 *
 *     ft_folded folded = ft_folded_new();
 *     ft_folded_set(&folded, text, byte_count, error);
 *     …
 *     ft_folded_finish(&folded); */
#ifndef FT_TEXT_FOLDED_H
#define FT_TEXT_FOLDED_H

#include "base/strbuf.h"
#include "text/fold.h"

typedef struct ft_folded {
    ft_array chars; /* of ft_char */
    ft_strbuf text;
    ft_array starts; /* of uint32_t: one for each character, and the end */
} ft_folded;

ft_folded ft_folded_new(void);
void ft_folded_finish(ft_folded *folded);

/* Puts a text in the place of the one before. */
fatiao_status ft_folded_set(ft_folded *folded, const char *text,
                            size_t byte_count, fatiao_error *error);

/* The character at `at`, 0 beyond the end. */
uint32_t ft_folded_code(const ft_folded *folded, size_t at);

/* The byte of the text in UTF-8 where character `at` begins. */
size_t ft_folded_byte(const ft_folded *folded, size_t at);

/* The character that begins at that byte. */
size_t ft_folded_char(const ft_folded *folded, size_t byte);

#endif
