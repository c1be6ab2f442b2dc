/* A search: candidates from the lists of terms, each read and scored anew, the
 * best made into hits. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "query/rest.h"
#include "search/cited.h"
#include "search/feature.h"
#include "search/hits.h"

/* One search, and what it holds on the way. */
typedef struct search {
    const fatiao_query *asked;
    const char *statute_id;
    size_t limit;
    ft_pins pins;              /* what the question cites */
    fatiao_query rest;         /* the question without it */
    const fatiao_query *query; /* whose words are looked for: one of both */
    ft_plan plan;
    ft_matcher matcher;
    ft_array candidates; /* of ft_candidate */
    ft_array statutes;   /* of ft_statute_record, ordered by id */
    fatiao_hits *hits;
} search;

static void
search_finish(search *s)
{
    ft_pins_finish(&s->pins);
    ft_query_rest_finish(&s->rest);
    ft_plan_finish(&s->plan);
    ft_matcher_finish(&s->matcher);
    ft_array_finish(&s->candidates);
    ft_array_finish(&s->statutes);
}

static fatiao_status
read_answer(fatiao_searcher *searcher, search *s, uint32_t document,
            ft_arena *arena, ft_answer *answer, fatiao_error *error)
{
    ft_strbuf data = {0};
    fatiao_status status =
        ft_engine_data(searcher->engine, document, &data, error);
    if (status == FATIAO_OK && ft_strbuf_failed(&data))
        status = ft_error_memory(error);
    if (status == FATIAO_OK)
        status = ft_answer_read(answer, arena, ft_strbuf_string(&data),
                                data.byte_count, &s->plan, &s->matcher, error);
    ft_strbuf_finish(&data);
    return status;
}

static int
compare_scores(const void *left, const void *right)
{
    const ft_candidate *a = left;
    const ft_candidate *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

static void
order(ft_array *candidates)
{
    if (candidates->count > 1)
        qsort(candidates->items, candidates->count, sizeof(ft_candidate),
              compare_scores);
}

/* Scores a candidate by the features that are known so far. */
static void
weigh(const ft_ranking *ranking, ft_candidate *candidate)
{
    candidate->score = 0;
    for (size_t i = 0; i < FT_FEATURE_COUNT; i++)
        candidate->score += ranking->weights[i] * candidate->features[i];
}

/* Reads the text of a candidate and adds what its best clause is worth. */
static fatiao_status
add_clause(fatiao_searcher *searcher, search *s, ft_candidate *candidate,
           fatiao_error *error)
{
    ft_arena arena = {0};
    ft_answer answer;
    fatiao_status status =
        read_answer(searcher, s, candidate->id, &arena, &answer, error);
    if (status == FATIAO_OK) {
        candidate->features[FT_FEATURE_CLAUSE] = (float)answer.score;
        weigh(searcher->ranking, candidate);
        ft_answer_finish(&answer);
    }
    ft_arena_finish(&arena);
    return status;
}

/* The second step: scores the candidates by all their features, and the best
 * of them by their text too. */
static fatiao_status
rank_again(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    fatiao_status status =
        ft_features_fill(searcher, &s->plan, &s->candidates, error);
    ft_candidate *all = s->candidates.items;
    for (size_t i = 0; i < s->candidates.count; i++)
        weigh(searcher->ranking, &all[i]);
    order(&s->candidates);
    for (size_t i = 0; status == FATIAO_OK && i < s->candidates.count &&
                       i < searcher->ranking->texts;
         i++)
        status = add_clause(searcher, s, &all[i], error);
    order(&s->candidates);
    return status;
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
        bool is_cited, fatiao_error *error)
{
    ft_answer answer;
    ft_statute_record statute;
    fatiao_status status = read_answer(searcher, s, candidate->id,
                                       &s->hits->arena, &answer, error);
    if (status != FATIAO_OK)
        return status;
    if (is_cited)
        status = ft_cited_choose(&s->pins, candidate->id, &answer, error);
    if (status == FATIAO_OK)
        status = find_statute(searcher, s, answer.record.statute_id, &statute,
                              error);
    if (status == FATIAO_OK)
        status = ft_hits_add(s->hits, &answer, &statute, candidate->score,
                             &s->matcher, error);
    ft_answer_finish(&answer);
    return status;
}

/* Looks up what the question cites, and takes it out of its words. */
static fatiao_status
find_pins(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    s->query = s->asked;
    fatiao_status status = ft_pins_find(&s->pins, searcher, s->asked,
                                        s->statute_id, &s->hits->arena, error);
    s->hits->missing = s->pins.missing;
    s->pins.missing = (ft_array){0};
    if (status != FATIAO_OK || s->pins.cuts.count == 0)
        return status;
    status = ft_query_rest_make(s->asked, &s->pins.cuts, &s->rest, error);
    if (s->rest.terms.count > 0 || s->pins.pins.count > 0)
        s->query = &s->rest;
    return status;
}

/* Adds the articles that the question cites, above what the words have found.
 */
static fatiao_status
add_cited(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    const ft_pin *pins = s->pins.pins.items;
    const ft_candidate *best = s->candidates.items;
    const double above = s->candidates.count > 0 ? best->score : 0;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < s->pins.pins.count &&
                       fatiao_hits_count(s->hits) < s->limit;
         i++) {
        if (ft_pins_have(&s->pins, pins[i].document, i))
            continue;
        const ft_candidate cited = {.id = pins[i].document,
                                    .score = above +
                                             (double)(s->pins.pins.count - i)};
        status = add_hit(searcher, s, &cited, true, error);
    }
    return status;
}

static fatiao_status
find_hits(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    const size_t pool = searcher->ranking->candidates;
    const size_t limit = s->limit < pool ? pool : s->limit;
    fatiao_status status = ft_candidates_find(
        searcher, &s->plan, s->statute_id, false, limit, &s->candidates, error);
    if (status == FATIAO_OK && s->candidates.count == 0 &&
        s->query->phrases.count > 0 && s->query->has_unquoted) {
        s->matcher.is_relaxed = true;
        status = ft_candidates_find(searcher, &s->plan, s->statute_id, true,
                                    limit, &s->candidates, error);
    }
    s->hits->is_relaxed = s->matcher.is_relaxed;
    if (status == FATIAO_OK)
        status = rank_again(searcher, s, error);
    if (status == FATIAO_OK)
        status = add_cited(searcher, s, error);
    const ft_candidate *all = s->candidates.items;
    for (size_t i = 0; status == FATIAO_OK && i < s->candidates.count &&
                       fatiao_hits_count(s->hits) < s->limit;
         i++)
        if (!ft_pins_have(&s->pins, all[i].id, SIZE_MAX))
            status = add_hit(searcher, s, &all[i], false, error);
    return status;
}

/* `context` is a search whose first three members are set. */
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
    s->pins = ft_pins_new();
    s->rest = (fatiao_query){.terms.item_size = sizeof(ft_query_term)};
    if (s->hits == NULL)
        return ft_error_memory(error);
    fatiao_status status = FATIAO_OK;
    ft_statute_record record;
    if (s->statute_id != NULL)
        status = find_statute(searcher, s, s->statute_id, &record, error);
    if (status == FATIAO_OK)
        status = find_pins(searcher, s, error);
    if (status == FATIAO_OK)
        status = ft_plan_make(&s->plan, searcher, s->query, error);
    if (status == FATIAO_OK)
        status = ft_matcher_init(&s->matcher, s->query, error);
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
    search s = {.asked = query};
    fatiao_status status = set_options(&s, options, error);
    if (status == FATIAO_OK)
        status = ft_searcher_read(searcher, run_search, &s, error);
    if (status == FATIAO_OK)
        *out = s.hits;
    else
        fatiao_hits_free(s.hits);
    return status;
}
