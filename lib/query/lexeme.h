/* A question cut into the signs of the query language (expression.h).
 *
 *     law:民法典 （抵押 或 “质押 权”） NEAR/5 登记*
 *     FIELD      OPEN  WORD OR PHRASE CLOSE NEAR WORD
 */
#ifndef FT_QUERY_LEXEME_H
#define FT_QUERY_LEXEME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/array.h"
#include "query/field.h"

typedef enum ft_lexeme_kind {
    FT_LEXEME_WORD,
    FT_LEXEME_PHRASE,
    FT_LEXEME_FIELD,
    FT_LEXEME_OPEN,
    FT_LEXEME_CLOSE,
    FT_LEXEME_AND,
    FT_LEXEME_OR,
    FT_LEXEME_NOT,
    FT_LEXEME_NEAR,
    FT_LEXEME_SENTENCE,
    FT_LEXEME_CLAUSE
} ft_lexeme_kind;

/* A sign: bytes [start, end) of the question. Those of it that say something
 * are [inner_start, inner_end): a phrase without its marks, the value of a
 * field, the number behind NEAR/. */
typedef struct ft_lexeme {
    ft_lexeme_kind kind;
    ft_field_kind field;
    size_t start;
    size_t end;
    size_t inner_start;
    size_t inner_end;
} ft_lexeme;

/* Pushes the ft_lexeme items of a question, which is UTF-8. False: no
 * memory. */
bool ft_lexeme_cut(const char *text, size_t byte_count, ft_array *lexemes);

/* Whether the code is the sign for any number of characters, or for one. */
bool ft_lexeme_is_star(uint32_t code);
bool ft_lexeme_is_mark(uint32_t code);

/* Whether a word has such a sign, and is no question that ends in one. */
bool ft_lexeme_is_pattern(const char *text, const ft_lexeme *word);

#endif
