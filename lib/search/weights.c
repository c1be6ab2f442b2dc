/* Reading the weights of terms from the index. */
#include "search/weights.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "index/schema.h"
#include "query/ranking.h"

static char
body_prefix(ft_token_kind kind)
{
    switch (kind) {
    case FT_TOKEN_WORD:
        return FT_PREFIX_WORD;
    case FT_TOKEN_PAIR:
        return FT_PREFIX_PAIR;
    case FT_TOKEN_NUMBER:
        return FT_PREFIX_NUMBER;
    default:
        return FT_PREFIX_CHAR;
    }
}

static double
kind_factor(ft_token_kind kind)
{
    switch (kind) {
    case FT_TOKEN_WORD:
        return FT_RANKING_WORD;
    case FT_TOKEN_PAIR:
        return FT_RANKING_PAIR;
    case FT_TOKEN_NUMBER:
        return FT_RANKING_NUMBER;
    default:
        return FT_RANKING_CHAR;
    }
}

/* The weight of a term: its inverse document frequency, never negative, times
 * what its kind is worth; 0 if it stands nowhere. */
static fatiao_status
read_weight(fatiao_searcher *searcher, const ft_query_term *term,
            double documents, double *out, fatiao_error *error)
{
    *out = 0;
    if (term->byte_count + 1 > FT_TERM_BYTES_MAX)
        return FATIAO_OK;
    char bytes[FT_TERM_BYTES_MAX];
    bytes[0] = body_prefix(term->kind);
    for (size_t i = 0; i < term->byte_count; i++)
        bytes[i + 1] = term->bytes[i];
    uint32_t holders;
    const fatiao_status status = ft_engine_term_documents(
        searcher->engine, bytes, term->byte_count + 1, &holders, error);
    if (status == FATIAO_OK && holders > 0)
        *out = kind_factor(term->kind) *
               (term->is_in_number ? FT_RANKING_IN_NUMBER : 1) *
               log(1 + (documents - holders + 0.5) / (holders + 0.5));
    return status;
}

/* A count from the metadata as a number, at least 1. */
static fatiao_status
read_count(fatiao_searcher *searcher, const char *key, double *out,
           fatiao_error *error)
{
    ft_strbuf text = {0};
    fatiao_status status =
        ft_engine_metadata_get(searcher->engine, key, &text, error);
    if (status == FATIAO_OK && ft_strbuf_failed(&text))
        status = ft_error_memory(error);
    *out = strtod(ft_strbuf_string(&text), NULL);
    if (!(*out >= 1))
        *out = 1;
    ft_strbuf_finish(&text);
    return status;
}

fatiao_status
ft_weights_read(ft_weights *weights, fatiao_searcher *searcher,
                const fatiao_query *query, fatiao_error *error)
{
    *weights = (ft_weights){.terms.item_size = sizeof(double)};
    uint32_t articles = 0;
    double terms = 0;
    double clauses = 1;
    fatiao_status status =
        ft_engine_document_count(searcher->engine, &articles, error);
    if (status == FATIAO_OK)
        status = ft_engine_average_length(searcher->engine, &terms, error);
    if (status == FATIAO_OK)
        status = read_count(searcher, "clauses", &clauses, error);
    weights->average_article_chars = 1 + terms / FT_RANKING_TERMS_PER_CHAR;
    weights->average_clause_chars =
        1 + weights->average_article_chars * articles / clauses;
    const ft_query_term *all = query->terms.items;
    const double unknown = FT_RANKING_CHAR * log(2 + 2.0 * articles);
    for (size_t i = 0; status == FATIAO_OK && i < query->terms.count; i++) {
        double *weight = ft_array_push(&weights->terms);
        if (weight == NULL) {
            status = ft_error_memory(error);
            break;
        }
        status = read_weight(searcher, &all[i], articles, weight, error);
        if (all[i].kind == FT_TOKEN_CHAR)
            weights->chars += *weight > 0 ? *weight : unknown;
    }
    if (status != FATIAO_OK)
        ft_weights_finish(weights);
    return status;
}

void
ft_weights_finish(ft_weights *weights)
{
    ft_array_finish(&weights->terms);
}
