/* The terms of a question. */
#ifndef FT_QUERY_TERM_H
#define FT_QUERY_TERM_H

#include "base/arena.h"
#include "text/analyzer.h"

/* A term, once however often it stands in the question. */
typedef struct ft_query_term {
    ft_token_kind kind;
    bool is_quoted;     /* stands inside quotation marks only */
    bool is_filler;     /* stands in words that only ask: 怎么, 请问 */
    bool is_paired;     /* a single character that always stands in a pair,
                           with no blank between */
    uint32_t frequency; /* how often it stands in the question */
    double weight;      /* 1 for what was typed, less for other words for it
                           and for what stands inside numbers only */
    const char *cause;  /* the word of a thesaurus that stands in the question
                           and means this one; NULL for what was typed */
    const uint32_t *codes;
    size_t char_count;
    const char *bytes; /* the same in UTF-8 */
    size_t byte_count;
    size_t byte_start; /* where it stands in the question; 0 for other words */
    size_t byte_end;
} ft_query_term;

/* Sets the characters of a term, in `arena`. False: no memory. */
bool ft_query_term_spell(ft_query_term *term, ft_arena *arena,
                         const ft_strbuf *bytes);

/* Whether there are no terms but those of words that only ask. */
bool ft_query_terms_only_ask(const ft_array *terms);

/* Sorts terms by codes, then kind, and folds equal ones into one. */
void ft_query_terms_merge(ft_array *terms);

#endif
