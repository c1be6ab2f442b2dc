/* A search: candidates from the lists of terms, each read and scored anew, the
 * best made into hits. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "search/hits.h"
#include "search/rank.h"

/* One search, and what it holds on the way. */
typedef struct search {
    const fatiao_query *query;
    const char *statute_id;
    const fatiao_model *model; /* or NULL */
    size_t limit;
    ft_plan plan;
    ft_matcher matcher;
    ft_advice advice;
    ft_array candidates; /* of ft_candidate */
    ft_array statutes;   /* of ft_statute_record, ordered by id */
    fatiao_hits *hits;
} search;

static void
search_finish(search *s)
{
    ft_plan_finish(&s->plan);
    ft_matcher_finish(&s->matcher);
    ft_advice_finish(&s->advice);
    ft_array_finish(&s->candidates);
    ft_array_finish(&s->statutes);
}

/* Where a statute's record stands, or should, in the ordered list. */
static size_t
statute_index(const ft_array *statutes, const char *id)
{
    const ft_statute_record *all = statutes->items;
    size_t low = 0;
    size_t high = statutes->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(all[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The record of a statute, read once for each search. */
static fatiao_status
find_statute(fatiao_searcher *searcher, search *s, const char *id,
             ft_statute_record *out, fatiao_error *error)
{
    const size_t at = statute_index(&s->statutes, id);
    const ft_statute_record *all = s->statutes.items;
    if (at < s->statutes.count && strcmp(all[at].id, id) == 0) {
        *out = all[at];
        return FATIAO_OK;
    }
    const fatiao_status status = ft_entry_find_statute(
        searcher->engine, id, &s->hits->arena, out, error);
    if (status != FATIAO_OK)
        return status;
    if (ft_array_push(&s->statutes) == NULL)
        return ft_error_memory(error);
    ft_statute_record *moved = s->statutes.items;
    memmove(moved + at + 1, moved + at,
            (s->statutes.count - 1 - at) * sizeof(*moved));
    moved[at] = *out;
    return FATIAO_OK;
}

static fatiao_status
add_hit(fatiao_searcher *searcher, search *s, const ft_candidate *candidate,
        fatiao_error *error)
{
    ft_answer answer;
    ft_statute_record statute;
    fatiao_status status =
        ft_answer_find(&answer, &s->hits->arena, searcher->engine,
                       candidate->id, &s->plan, &s->matcher, error);
    if (status != FATIAO_OK)
        return status;
    status =
        find_statute(searcher, s, answer.record.statute_id, &statute, error);
    if (status == FATIAO_OK)
        status = ft_hits_add(s->hits, &answer, &statute, candidate->score,
                             &s->matcher, error);
    ft_answer_finish(&answer);
    return status;
}

/* Asks the model, if there is one. */
static fatiao_status
take_advice(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    s->advice = (ft_advice){.is_silent = true};
    return s->model == NULL
               ? FATIAO_OK
               : ft_advice_ask(&s->advice, searcher, s->model, s->query,
                               FT_RECALL_SKIP_NONE, error);
}

static fatiao_status
find_hits(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    const size_t pool = searcher->ranking->candidates;
    const size_t limit = s->limit < pool ? pool : s->limit;
    const ft_advice *advice = s->advice.is_silent ? NULL : &s->advice;
    const ft_rank rank = {searcher, &s->plan, &s->matcher, advice,
                          &s->candidates};
    fatiao_status status =
        ft_candidates_find(searcher, &s->plan, s->statute_id, false, advice,
                           limit, &s->candidates, error);
    if (status == FATIAO_OK && s->candidates.count == 0 &&
        s->query->phrases.count > 0 && s->query->has_unquoted) {
        s->matcher.is_relaxed = true;
        status = ft_candidates_find(searcher, &s->plan, s->statute_id, true,
                                    advice, limit, &s->candidates, error);
    }
    s->hits->is_relaxed = s->matcher.is_relaxed;
    if (status == FATIAO_OK)
        status = ft_rank_order(&rank, error);
    const ft_candidate *all = s->candidates.items;
    for (size_t i = 0; status == FATIAO_OK && i < s->candidates.count &&
                       fatiao_hits_count(s->hits) < s->limit;
         i++)
        status = add_hit(searcher, s, &all[i], error);
    return status;
}

/* `context` is a search whose first four members are set. */
static fatiao_status
run_search(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    search *s = context;
    fatiao_hits_free(s->hits);
    s->hits = ft_hits_new();
    s->candidates = (ft_array){.item_size = sizeof(ft_candidate)};
    s->statutes = (ft_array){.item_size = sizeof(ft_statute_record)};
    s->plan = (ft_plan){0};
    s->matcher = (ft_matcher){0};
    s->advice = (ft_advice){0};
    if (s->hits == NULL)
        return ft_error_memory(error);
    fatiao_status status = FATIAO_OK;
    ft_statute_record record;
    if (s->statute_id != NULL)
        status = find_statute(searcher, s, s->statute_id, &record, error);
    if (status == FATIAO_OK)
        status = ft_plan_make(&s->plan, searcher, s->query, error);
    if (status == FATIAO_OK)
        status = ft_matcher_init(&s->matcher, s->query, error);
    if (status == FATIAO_OK)
        status = take_advice(searcher, s, error);
    if (status == FATIAO_OK)
        status = find_hits(searcher, s, error);
    search_finish(s);
    return status;
}

/* The options as given, or their defaults. */
static fatiao_status
set_options(search *s, const fatiao_search_options *options,
            fatiao_error *error)
{
    s->limit = FATIAO_SEARCH_LIMIT;
    if (options == NULL)
        return FATIAO_OK;
    if (options->size < sizeof(*options))
        return ft_error_argument(
            error, "options were not made with FATIAO_SEARCH_OPTIONS");
    if (options->limit > 0)
        s->limit = options->limit;
    s->statute_id = options->statute_id;
    s->model = options->model;
    return FATIAO_OK;
}

fatiao_status
fatiao_searcher_search(fatiao_searcher *searcher, const fatiao_query *query,
                       const fatiao_search_options *options, fatiao_hits **out,
                       fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL || query == NULL)
        return ft_error_argument(error, "searcher or query is NULL");
    search s = {.query = query};
    fatiao_status status = set_options(&s, options, error);
    if (status == FATIAO_OK)
        status = ft_searcher_read(searcher, run_search, &s, error);
    if (status == FATIAO_OK)
        *out = s.hits;
    else
        fatiao_hits_free(s.hits);
    return status;
}
