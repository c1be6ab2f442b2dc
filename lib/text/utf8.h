/* Walking UTF-8 by characters. */
#ifndef FT_TEXT_UTF8_H
#define FT_TEXT_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at `*byte_index`, which moves behind it; U+FFFD for each
 * maximal ill-formed sequence. `*byte_index` must be below `byte_count`. */
uint32_t ft_utf8_next(const char *text, size_t byte_count, size_t *byte_index);

/* Whether `text` is well-formed; if not, `*bad_byte_index` (unless NULL) is
 * where it fails. */
bool ft_utf8_is_valid(const char *text, size_t byte_count,
                      size_t *bad_byte_index);

/* How many characters there are. */
size_t ft_utf8_char_count(const char *text, size_t byte_count);

/* Whether `text` ends with the characters of `end`, which ends with NUL. */
bool ft_utf8_ends_with(const char *text, size_t byte_count, const char *end);

/* Whether the character is blank in a statute: ASCII blanks, U+3000, U+00A0,
 * U+2002 and the rest of White_Space, U+200B, U+FEFF. */
bool ft_char_is_blank(uint32_t code);
/* Whether it is one of the characters of `set`, which ends with NUL. */
bool ft_char_is_one_of(uint32_t code, const char *set);
/* Whether it is an ASCII digit, or a small ASCII letter: folding leaves no
 * other width, and no capitals. */
static inline bool
ft_char_is_digit(uint32_t code)
{
    return code >= '0' && code <= '9';
}
static inline bool
ft_char_is_latin(uint32_t code)
{
    return code >= 'a' && code <= 'z';
}
/* Whether it is of the private use areas. */
bool ft_char_is_private_use(uint32_t code);

#endif
