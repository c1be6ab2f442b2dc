/* Folding: the same character for everything that is written otherwise and
 * means the same: traditional and simplified, full and half width, upper and
 * lower case, compatibility forms, variants. Goes character by character; each
 * folded character knows the bytes it came from, so the shown text is never
 * touched and marks lie right. */
#ifndef FT_TEXT_FOLD_H
#define FT_TEXT_FOLD_H

#include <fatiao/fatiao.h>

#include "base/array.h"

/* A folded character and the bytes of the source it came from. One source
 * character may give several (㈠ gives three, with the same bytes). */
typedef struct ft_char {
    uint32_t code;
    uint32_t byte_start;
    uint32_t byte_end;
} ft_char;

/* Appends the folded characters of `text` to `chars` (of ft_char). Blanks are
 * left out, for they mean nothing between Chinese characters; one between two
 * letters or digits of other scripts stays, as U+0020. Ill-formed bytes become
 * U+FFFD. */
fatiao_status ft_fold(const char *text, size_t byte_count, ft_array *chars,
                      fatiao_error *error);

/* Whether the character may stand in a pair: a letter, digit, ideograph or
 * sign, but no punctuation and no blank. % counts as a sign. */
bool ft_char_is_pairing(uint32_t code);

/* Where in [byte_start, byte_end) of the text a run of folded characters lies,
 * `count` of them from `first`; widened so that no combining mark is cut off
 * from its letter. */
void ft_fold_source(const ft_char *chars, size_t char_count, size_t first,
                    size_t count, size_t *byte_start, size_t *byte_end);

#endif
