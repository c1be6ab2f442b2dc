/* A question cut into what the index knows.
 *
 *     没有“抵押物”怎么贷款
 *       terms    words  没有 抵押 物 怎么 贷款
 *                pairs  没有 有抵 抵押 押物 物怎 怎么 么贷 贷款
 *                chars  没 有 …
 *       phrases  抵押物
 *       runs     担保 信用贷款 …                (other words for it)
 */
#ifndef FT_QUERY_QUERY_H
#define FT_QUERY_QUERY_H

#include <fatiao/fatiao.h>

#include "base/arena.h"
#include "text/analyzer.h"

/* A term, once however often it stands in the question. */
typedef struct ft_query_term {
    ft_token_kind kind;
    bool is_quoted;     /* stands inside quotation marks only */
    bool is_paired;     /* a single character that always stands in a pair,
                           with no blank between */
    uint32_t frequency; /* how often it stands in the question */
    double weight;      /* 1 for what was typed, less for other words for it */
    const char *cause;  /* the word of a thesaurus that stands in the question
                           and means this one; NULL for what was typed */
    const uint32_t *codes;
    size_t char_count;
    const char *bytes; /* the same in UTF-8 */
    size_t byte_count;
} ft_query_term;

/* What must stand in a clause just so: folded characters without blanks. */
typedef struct ft_query_phrase {
    const uint32_t *codes;
    size_t char_count;
} ft_query_phrase;

struct fatiao_query {
    ft_arena arena;
    const char *text; /* the question as it was asked */
    fatiao_query_options options;
    ft_array terms;    /* of ft_query_term, ordered by codes, then kind */
    ft_array phrases;  /* of ft_query_phrase */
    size_t char_count; /* characters of the whole question */
    bool has_unquoted; /* it has words outside its quotations */
    bool has_pairs;    /* it has more than characters that stand alone */
};

#endif
