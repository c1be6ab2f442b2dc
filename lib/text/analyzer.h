/* The one way from text to terms, for documents and questions alike:
 *
 *     "中小企業融資"  --fold-->  中小企业融资
 *         words  中小企业 融资             (ICU; what ranks)
 *         pairs  中小 小企 企业 业融 融资   (what is found, whatever ICU does)
 *         chars  中 小 企 业 融 资
 *
 *     "百分之三十"
 *         number 30%                      (also of 30% and 三成)
 */
#ifndef FT_TEXT_ANALYZER_H
#define FT_TEXT_ANALYZER_H

#include "base/strbuf.h"
#include "text/fold.h"

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

/* Holds ICU's word breaker; belongs to one thread at a time. */
typedef struct ft_analyzer ft_analyzer;

fatiao_status ft_analyzer_new(ft_analyzer **out, fatiao_error *error);
void ft_analyzer_free(ft_analyzer *analyzer);

/* Folds and cuts `text`. `chars` gets ft_char items and `tokens` ft_token
 * items, words first, then pairs, then chars, then numbers, each in the order
 * of the text; both are emptied before. */
fatiao_status ft_analyzer_run(ft_analyzer *analyzer, const char *text,
                              size_t byte_count, ft_array *chars,
                              ft_array *tokens, fatiao_error *error);

/* Appends the term of a token, without prefix. */
void ft_token_term(const ft_token *token, const ft_array *chars,
                   ft_strbuf *out);

/* The version of what decides words, "ICU 72.1, folding 1, numbers 1", to store
 * in an index. Static. */
const char *ft_analyzer_version(void);

#endif
