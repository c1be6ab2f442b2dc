/* Characters one by one: decoding UTF-8 and how wide a character stands on a
 * terminal. */
#ifndef CLI_CODEPOINT_H
#define CLI_CODEPOINT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The code point at `*byte_index`, which moves behind it. A byte that is not
 * UTF-8 gives U+FFFD. `*byte_index` must be below `byte_count`. */
uint32_t codepoint_next(const char *text, size_t byte_count,
                        size_t *byte_index);

/* Whether all of `text` is well-formed UTF-8. */
bool codepoint_text_is_valid(const char *text);

/* Columns on a terminal: 2 for Chinese characters and their punctuation, 0 for
 * marks that stand on the character before, else 1. */
unsigned codepoint_columns(uint32_t code);

/* Columns of a whole text. */
size_t codepoint_text_columns(const char *text);

/* How many characters `text` has. */
size_t codepoint_text_count(const char *text);

#endif
