/* Titles as they are compared: folded, without punctuation and without
 * 中华人民共和国, which people leave out.
 *
 *     《中华人民共和国公司法》(2018年修正)   公司法2018年修正
 *     the same as a stem                     公司法 */
#ifndef FT_STATUTE_TITLE_KEY_H
#define FT_STATUTE_TITLE_KEY_H

#include "base/strbuf.h"
#include "text/fold.h"

/* Appends folded characters without punctuation. As a stem, what stands in
 * round brackets is left out too. */
void ft_title_key_write(ft_strbuf *out, const ft_char *chars, size_t count,
                        bool is_stem);

/* The same for a title as it is written. */
fatiao_status ft_title_key_of(ft_strbuf *out, const char *title, bool is_stem,
                              fatiao_error *error);

/* A key without 中华人民共和国, unless it is nothing else. */
const char *ft_title_key_short(const char *key);

/* Whether what stands in round brackets in a title tells it from others, as the
 * number in 解释（二） does, and 试行 and 2018年修正 do not. */
bool ft_title_key_has_number(const ft_char *chars, size_t count);

#endif
