/* Asking the engine. Pairs decide what is found; words weigh in; phrases are
 * filtered by their pairs and then looked for in the stored text. */
#include "search/candidates.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/schema.h"
#include "query/ranking.h"
#include "search/matcher.h"
#include "search/term_list.h"

bool
ft_candidates_use_char(const fatiao_query *query, const ft_query_term *term)
{
    return query->char_count <= FT_RANKING_SHORT_CHARS || !term->is_paired;
}

static void
add_scored(ft_term_list *scored, const ft_query_term *term, char prefix,
           double weight)
{
    /* A term that stands twice in the question weighs more, but not twice:
     * BM25's factor for the question with k3 = 1. */
    const double frequency = term->frequency;
    const double factor = (term->is_in_number ? FT_RANKING_IN_NUMBER : 1) * 2 *
                          frequency / (1 + frequency);
    ft_term_list_add(scored, prefix, term->bytes, term->byte_count,
                     weight * factor);
}

static int
compare_weights(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return a > b ? -1 : a < b;
}

/* The weight that a term must have to be among the FT_RANKING_TERMS_MAX
 * weightiest. */
static fatiao_status
find_least_weight(const ft_weights *weights, double *out, fatiao_error *error)
{
    const size_t count = weights->terms.count;
    *out = 0;
    if (count <= FT_RANKING_TERMS_MAX)
        return FATIAO_OK;
    double *sorted = malloc(count * sizeof(*sorted));
    if (sorted == NULL)
        return ft_error_memory(error);
    memcpy(sorted, weights->terms.items, count * sizeof(*sorted));
    qsort(sorted, count, sizeof(*sorted), compare_weights);
    *out = sorted[FT_RANKING_TERMS_MAX - 1];
    free(sorted);
    return FATIAO_OK;
}

/* Adds a term of the question with what it is worth in each field. */
static void
add_query_term(ft_term_list *scored, const fatiao_query *query,
               const ft_query_term *term)
{
    if (term->kind == FT_TOKEN_WORD) {
        add_scored(scored, term, FT_PREFIX_WORD, FT_RANKING_WORD);
        if (term->char_count > 1) /* 和 in a title is no reason */
            add_scored(scored, term, FT_PREFIX_HEADING_WORD,
                       FT_RANKING_HEADING_WORD);
    } else if (term->kind == FT_TOKEN_PAIR) {
        add_scored(scored, term, FT_PREFIX_PAIR, FT_RANKING_PAIR);
        add_scored(scored, term, FT_PREFIX_HEADING_PAIR,
                   FT_RANKING_HEADING_PAIR);
    } else if (term->kind == FT_TOKEN_NUMBER) {
        add_scored(scored, term, FT_PREFIX_NUMBER, FT_RANKING_NUMBER);
    } else if (ft_candidates_use_char(query, term)) {
        add_scored(scored, term, FT_PREFIX_CHAR, FT_RANKING_CHAR);
    }
}

/* First the weightiest; then, where there is room, those that stand in no body
 * but perhaps in a heading. */
static fatiao_status
add_scored_terms(ft_term_list *scored, const fatiao_query *query,
                 const ft_weights *weights, fatiao_error *error)
{
    const ft_query_term *all = query->terms.items;
    const double *weight = weights->terms.items;
    const size_t count = query->terms.count;
    double least;
    const fatiao_status status = find_least_weight(weights, &least, error);
    if (status != FATIAO_OK)
        return status;
    size_t added = 0;
    for (size_t i = 0; i < count && added < FT_RANKING_TERMS_MAX; i++) {
        if (weight[i] <= 0 || weight[i] < least)
            continue;
        add_query_term(scored, query, &all[i]);
        added++;
    }
    for (size_t i = 0; i < count && added < FT_RANKING_TERMS_MAX; i++) {
        if (weight[i] > 0)
            continue;
        add_query_term(scored, query, &all[i]);
        added++;
    }
    return FATIAO_OK;
}

static void
add_phrases(ft_term_list *required, const fatiao_query *query)
{
    const ft_query_phrase *all = query->phrases.items;
    for (size_t i = 0; i < query->phrases.count; i++)
        ft_term_list_add_run(required, all[i].codes, all[i].char_count,
                             FT_PREFIX_PAIR, FT_PREFIX_CHAR);
}

/* ----------------------------------------------------------------- phrases */

/* What looks for phrases in stored articles. */
typedef struct phrase_check {
    ft_matcher matcher;
    ft_array found; /* of bool, for each phrase */
    ft_arena arena;
} phrase_check;

/* Whether each phrase stands in some clause of the article. An article that
 * cannot be read is kept: the second step reports it. */
static bool
has_phrases(void *context, const char *data, size_t byte_count)
{
    phrase_check *check = context;
    ft_arena_finish(&check->arena);
    ft_article_record record;
    if (ft_record_read_article(data, byte_count, &check->arena, &record,
                               NULL) != FATIAO_OK)
        return true;
    const size_t count = check->matcher.query->phrases.count;
    bool *found = check->found.items;
    for (size_t i = 0; i < count; i++)
        found[i] = false;
    for (const fatiao_node *node = record.article; node != NULL;
         node = fatiao_node_following(node)) {
        if (ft_matcher_read(&check->matcher, node->text, node->text_byte_count,
                            NULL) != FATIAO_OK)
            return true;
        for (size_t i = 0; i < count; i++)
            found[i] |= check->matcher.has_phrase[i];
    }
    for (size_t i = 0; i < count; i++)
        if (!found[i])
            return false;
    return true;
}

static fatiao_status
search_with_phrases(fatiao_searcher *searcher, const fatiao_query *query,
                    ft_engine_request *request, ft_array *matches,
                    fatiao_error *error)
{
    phrase_check check = {.found.item_size = sizeof(bool)};
    fatiao_status status = ft_matcher_init(&check.matcher, query, error);
    if (status != FATIAO_OK)
        return status;
    for (size_t i = 0; i < query->phrases.count; i++)
        if (ft_array_push(&check.found) == NULL)
            status = ft_error_memory(error);
    request->accept = has_phrases;
    request->context = &check;
    if (status == FATIAO_OK)
        status = ft_engine_search(searcher->engine, request, matches, error);
    ft_arena_finish(&check.arena);
    ft_array_finish(&check.found);
    ft_matcher_finish(&check.matcher);
    return status;
}

fatiao_status
ft_candidates_find(fatiao_searcher *searcher, const fatiao_query *query,
                   const ft_weights *weights, const char *statute_id,
                   bool is_relaxed, size_t limit, ft_array *matches,
                   fatiao_error *error)
{
    ft_term_list scored = ft_term_list_new();
    ft_term_list required = ft_term_list_new();
    fatiao_status status = add_scored_terms(&scored, query, weights, error);
    if (!is_relaxed)
        add_phrases(&required, query);
    char statute_term[FT_STATUTE_TERM_BYTES + 1];
    const ft_engine_term filter = {statute_term, FT_STATUTE_TERM_BYTES, 0};
    if (statute_id != NULL)
        ft_entry_statute_term(statute_id, statute_term);
    ft_engine_request request = {
        .scored = ft_term_list_items(&scored),
        .scored_count = scored.terms.count,
        .required = ft_term_list_items(&required),
        .required_count = required.terms.count,
        .filters = &filter,
        .filter_count = statute_id != NULL,
        .bm25_k1 = FT_RANKING_K1,
        .bm25_b = FT_RANKING_B,
        .limit = limit,
    };
    if (status != FATIAO_OK)
        goto done;
    if (ft_term_list_failed(&scored) || ft_term_list_failed(&required))
        status = ft_error_memory(error);
    else if (required.terms.count > 0)
        status = search_with_phrases(searcher, query, &request, matches, error);
    else
        status = ft_engine_search(searcher->engine, &request, matches, error);
done:
    ft_term_list_finish(&scored);
    ft_term_list_finish(&required);
    return status;
}
