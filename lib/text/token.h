/* What text is cut into. */
#ifndef FT_TEXT_TOKEN_H
#define FT_TEXT_TOKEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/array.h"
#include "base/strbuf.h"

typedef enum ft_token_kind {
    FT_TOKEN_WORD,
    FT_TOKEN_PAIR,
    FT_TOKEN_CHAR,
    FT_TOKEN_NUMBER,
    FT_TOKEN_RUN /* several characters in a row; only in questions */
} ft_token_kind;

/* A token: characters [char_start, char_start + char_count) of the folded
 * text; its term is these characters in UTF-8, but for a number the spelling
 * that all spellings of the quantity share (quantity.h). */
typedef struct ft_token {
    ft_token_kind kind;
    uint32_t char_start;
    uint32_t char_count;
} ft_token;

/* Pushes the token of characters [start, end). False: no memory. */
bool ft_token_add(ft_array *tokens, ft_token_kind kind, uint32_t start,
                  uint32_t end);

/* Appends the term of a token, without prefix. `chars` are ft_char items. */
void ft_token_term(const ft_token *token, const ft_array *chars,
                   ft_strbuf *out);

#endif
