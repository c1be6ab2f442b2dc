/* Looking the question's terms up and weighing them. */
#include "search/plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/schema.h"

/* How a kind of term is looked for in one field. */
typedef struct field {
    ft_token_kind kind;
    ft_feature feature;
    char prefix;
} field;

/* The field that tells a term's weight comes first of its kind. */
static const field fields[] = {
    {FT_TOKEN_WORD, FT_FEATURE_WORDS, FT_PREFIX_WORD},
    {FT_TOKEN_WORD, FT_FEATURE_HEADING_WORDS, FT_PREFIX_HEADING_WORD},
    {FT_TOKEN_PAIR, FT_FEATURE_PAIRS, FT_PREFIX_PAIR},
    {FT_TOKEN_PAIR, FT_FEATURE_HEADING_PAIRS, FT_PREFIX_HEADING_PAIR},
    {FT_TOKEN_CHAR, FT_FEATURE_CHARS, FT_PREFIX_CHAR},
    {FT_TOKEN_NUMBER, FT_FEATURE_NUMBERS, FT_PREFIX_NUMBER},
    {FT_TOKEN_RUN, FT_FEATURE_SYNONYMS, FT_PREFIX_PAIR},
};
enum { FIELD_COUNT = sizeof(fields) / sizeof(fields[0]) };

/* The inverse document frequency, never negative; 0 for what stands nowhere. */
static double
idf(const ft_plan *plan, uint32_t holders)
{
    const double documents = plan->document_count;
    if (holders == 0)
        return 0;
    if (holders > plan->document_count)
        return log(1 + 0.5 / (documents + 0.5));
    return log(1 + (documents - holders + 0.5) / (holders + 0.5));
}

/* A term that stands twice in the question weighs more, but not twice: BM25's
 * factor for the question with k3 = 1. */
static double
frequency_factor(const ft_query_term *term)
{
    const double frequency = term->frequency;
    return 2 * frequency / (1 + frequency);
}

static bool
is_searched(const fatiao_query *query, const ft_query_term *term)
{
    return term->kind != FT_TOKEN_CHAR || !term->is_paired ||
           query->char_count <= FT_RANKING_SHORT_CHARS;
}

/* 和 in a title is no reason. */
static bool
is_looked_for(const ft_query_term *term, const field *where)
{
    return where->kind == term->kind &&
           (where->feature != FT_FEATURE_HEADING_WORDS || term->char_count > 1);
}

/* --------------------------------------------------------------- documents */

/* Reads where one term of the index stands. */
static fatiao_status
read_list(ft_plan *plan, fatiao_searcher *searcher, char prefix,
          const char *bytes, size_t byte_count, ft_impact_list *list,
          fatiao_error *error)
{
    ft_impact_list_clear(list);
    if (byte_count + 1 > FT_TERM_BYTES_MAX)
        return FATIAO_OK;
    char term[FT_TERM_BYTES_MAX];
    term[0] = prefix;
    memcpy(term + 1, bytes, byte_count);
    return ft_impact_list_read(list, &searcher->impacts, searcher->engine,
                               plan->last_id, term, byte_count + 1, error);
}

/* Reads where all pairs of a run stand together. */
static fatiao_status
read_run(ft_plan *plan, fatiao_searcher *searcher, const ft_query_term *run,
         ft_impact_list *list, fatiao_error *error)
{
    ft_impact_list pair = ft_impact_list_new();
    ft_strbuf bytes = {0};
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i + 1 < run->char_count; i++) {
        ft_strbuf_clear(&bytes);
        ft_strbuf_char(&bytes, run->codes[i]);
        ft_strbuf_char(&bytes, run->codes[i + 1]);
        status =
            read_list(plan, searcher, FT_PREFIX_PAIR, ft_strbuf_string(&bytes),
                      bytes.byte_count, i == 0 ? list : &pair, error);
        if (status == FATIAO_OK && i > 0)
            status = ft_impact_list_intersect(list, &pair, error);
        if (list->document_count == 0)
            break;
    }
    ft_impact_list_finish(&pair);
    ft_strbuf_finish(&bytes);
    return status;
}

static double
weigh(const ft_plan *plan, const ft_query_term *term, const field *where,
      uint32_t holders)
{
    double weight = idf(plan, holders) *
                    plan->ranking->factors[where->feature] * term->weight;
    if (term->kind == FT_TOKEN_RUN)
        weight *= FT_RANKING_RUN_CHAR * (double)(term->char_count - 1);
    if (term->is_filler)
        weight *= plan->ranking->filler;
    return weight;
}

/* Adds a term in one field, if it stands there. `*weight` is what it is worth
 * without regard to how often it was typed. */
static fatiao_status
add_term(ft_plan *plan, fatiao_searcher *searcher, size_t index,
         const field *where, double *weight, fatiao_error *error)
{
    const ft_query_term *term = ft_array_at(&plan->query->terms, index);
    ft_plan_term *planned = ft_array_push(&plan->terms);
    if (planned == NULL)
        return ft_error_memory(error);
    planned->list = ft_impact_list_new();
    const fatiao_status status =
        term->kind == FT_TOKEN_RUN
            ? read_run(plan, searcher, term, &planned->list, error)
            : read_list(plan, searcher, where->prefix, term->bytes,
                        term->byte_count, &planned->list, error);
    *weight = weigh(plan, term, where, planned->list.document_count);
    planned->term = index;
    planned->feature =
        term->cause != NULL ? FT_FEATURE_SYNONYMS : where->feature;
    planned->weight = *weight * frequency_factor(term);
    planned->is_searched = is_searched(plan->query, term);
    if (status != FATIAO_OK || planned->list.document_count == 0) {
        ft_impact_list_finish(&planned->list);
        plan->terms.count--;
    }
    return status;
}

/* ------------------------------------------------------------------ weights */

/* A count from the metadata as a number, at least 1. */
static fatiao_status
read_count(fatiao_searcher *searcher, const char *key, double *out,
           fatiao_error *error)
{
    ft_strbuf text = {0};
    fatiao_status status =
        ft_engine_metadata_get(searcher->engine, key, &text, error);
    *out = strtod(ft_strbuf_string(&text), NULL);
    if (!(*out >= 1))
        *out = 1;
    ft_strbuf_finish(&text);
    return status;
}

/* What the whole index says of lengths. */
static fatiao_status
read_averages(ft_plan *plan, fatiao_searcher *searcher, fatiao_error *error)
{
    ft_engine_stamp stamp = {{0}, 0};
    double terms = 0;
    double clauses = 1;
    fatiao_status status = ft_engine_document_count(
        searcher->engine, &plan->document_count, error);
    if (status == FATIAO_OK)
        status = ft_engine_read_stamp(searcher->engine, &stamp, error);
    if (status == FATIAO_OK)
        status = ft_engine_average_length(searcher->engine, &terms, error);
    if (status == FATIAO_OK)
        status = read_count(searcher, "clauses", &clauses, error);
    plan->last_id = stamp.last_id;
    plan->average_article_chars = 1 + terms / FT_RANKING_TERMS_PER_CHAR;
    plan->average_clause_chars =
        1 + plan->average_article_chars * plan->document_count / clauses;
    return status;
}

static int
compare_weights(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return a > b ? -1 : a < b;
}

/* Keeps the first step to the FT_RANKING_TERMS_MAX weightiest terms. */
static fatiao_status
limit_terms(ft_plan *plan, fatiao_error *error)
{
    const size_t count = plan->terms.count;
    if (count <= FT_RANKING_TERMS_MAX)
        return FATIAO_OK;
    double *sorted = malloc(count * sizeof(*sorted));
    if (sorted == NULL)
        return ft_error_memory(error);
    ft_plan_term *all = plan->terms.items;
    for (size_t i = 0; i < count; i++)
        sorted[i] = all[i].weight;
    qsort(sorted, count, sizeof(*sorted), compare_weights);
    const double least = sorted[FT_RANKING_TERMS_MAX - 1];
    free(sorted);
    for (size_t i = 0; i < count; i++)
        all[i].is_searched &= all[i].weight >= least;
    return FATIAO_OK;
}

static fatiao_status
add_query_term(ft_plan *plan, fatiao_searcher *searcher, size_t index,
               fatiao_error *error)
{
    const ft_query_term *term = ft_array_at(&plan->query->terms, index);
    double *weight = ft_array_push(&plan->weights);
    if (weight == NULL)
        return ft_error_memory(error);
    if (term->is_filler && plan->ranking->filler <= 0)
        return FATIAO_OK;
    bool is_first = true;
    for (size_t i = 0; i < FIELD_COUNT; i++) {
        double here = 0;
        if (!is_looked_for(term, &fields[i]))
            continue;
        const fatiao_status status =
            add_term(plan, searcher, index, &fields[i], &here, error);
        if (status != FATIAO_OK)
            return status;
        if (is_first)
            *weight = here;
        is_first = false;
    }
    const double unknown = plan->ranking->factors[FT_FEATURE_CHARS] *
                           log(2 + 2.0 * plan->document_count);
    if (term->kind == FT_TOKEN_CHAR)
        plan->chars += *weight > 0 ? *weight : unknown;
    return FATIAO_OK;
}

fatiao_status
ft_plan_make(ft_plan *plan, fatiao_searcher *searcher,
             const fatiao_query *query, fatiao_error *error)
{
    *plan = (ft_plan){.query = query,
                      .ranking = searcher->ranking,
                      .terms.item_size = sizeof(ft_plan_term),
                      .weights.item_size = sizeof(double)};
    fatiao_status status = read_averages(plan, searcher, error);
    for (size_t i = 0; status == FATIAO_OK && i < query->terms.count; i++)
        status = add_query_term(plan, searcher, i, error);
    if (status == FATIAO_OK)
        status = limit_terms(plan, error);
    if (status != FATIAO_OK)
        ft_plan_finish(plan);
    return status;
}

void
ft_plan_finish(ft_plan *plan)
{
    ft_plan_term *all = plan->terms.items;
    for (size_t i = 0; i < plan->terms.count; i++)
        ft_impact_list_finish(&all[i].list);
    ft_array_finish(&plan->terms);
    ft_array_finish(&plan->weights);
}
