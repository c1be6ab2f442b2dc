/* A search: candidates from the lists of terms, each read and scored anew, the
 * best made into hits. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "query/rest.h"
#include "search/account.h"
#include "search/cited.h"
#include "search/correction.h"
#include "search/hits.h"
#include "search/known_statute.h"
#include "search/name.h"
#include "search/ordering.h"

/* One search, and what it holds on the way. */
typedef struct search {
    const fatiao_query *asked;
    ft_limits limits;
    const fatiao_model *model; /* or NULL */
    size_t limit;
    ft_pins pins;              /* what the question cites */
    fatiao_query rest;         /* the question without it */
    const fatiao_query *query; /* whose words are looked for: one of both */
    ft_plan plan;
    ft_matcher matcher;
    ft_advice advice;
    double part;         /* of what is untrained that counts; see ordering.h */
    ft_array candidates; /* of ft_candidate */
    ft_array statutes;   /* of ft_statute_record, ordered by id */
    fatiao_hits *hits;
    bool is_literal;          /* no correction is looked for */
    const char *explained_id; /* of the article to explain; NULL: none */
    fatiao_explanation *explanation;
} search;

static void
search_finish(search *s)
{
    ft_pins_finish(&s->pins);
    ft_query_rest_finish(&s->rest);
    ft_plan_finish(&s->plan);
    ft_matcher_finish(&s->matcher);
    ft_advice_finish(&s->advice);
    ft_array_finish(&s->candidates);
    ft_array_finish(&s->statutes);
}

/* Where the question has nothing to rank by, all candidates are worth the same
 * and stay in their order. */
static void
level(search *s)
{
    ft_candidate *all = s->candidates.items;
    for (size_t i = 0; i < s->candidates.count; i++)
        all[i].score = 0;
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

/* The advice of a model that speaks, or NULL. */
static const ft_advice *
spoken(const search *s)
{
    return s->advice.is_silent ? NULL : &s->advice;
}

static fatiao_status
add_hit(fatiao_searcher *searcher, search *s, const ft_candidate *candidate,
        bool is_cited, fatiao_error *error)
{
    ft_answer answer;
    ft_statute_record statute;
    fatiao_status status =
        ft_answer_read(&answer, &s->hits->arena, searcher->engine,
                       candidate->id, &s->plan, &s->matcher, error);
    if (status != FATIAO_OK)
        return status;
    const ft_advice *advice = spoken(s);
    answer.is_advised =
        advice != NULL && ft_advice_admits(advice, candidate->id);
    if (is_cited)
        status = ft_cited_choose(&s->pins, candidate->id, &answer, error);
    if (status == FATIAO_OK)
        status = ft_known_statute_find(&s->statutes, searcher,
                                       answer.record.statute_id,
                                       &s->hits->arena, &statute, error);
    if (status == FATIAO_OK)
        status = ft_hits_add(s->hits, &answer, &statute, candidate->score,
                             &s->matcher, error);
    ft_answer_finish(&answer);
    return status;
}

/* How many hits there can be: to explain one, all are made. */
static size_t
hit_limit(const fatiao_searcher *searcher, const search *s)
{
    const size_t pool = searcher->ranking->candidates;
    return s->explained_id != NULL && s->limit < pool ? pool : s->limit;
}

/* How many candidates there can be. Where nothing ranks, no more are needed
 * than are asked for. */
static size_t
candidate_limit(const fatiao_searcher *searcher, const search *s)
{
    const size_t pool = searcher->ranking->candidates;
    const size_t limit = hit_limit(searcher, s);
    return s->query->terms.count > 0 && limit < pool ? pool : limit;
}

/* Explains an article, and then leaves the hits to the explanation. */
static fatiao_status
explain(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    const ft_search_end end = {.plan = &s->plan,
                               .candidates = &s->candidates,
                               .limits = &s->limits,
                               .matcher = &s->matcher,
                               .hits = s->hits,
                               .part = s->part};
    const fatiao_status status = ft_account_make(
        searcher, &end, s->explained_id, &s->explanation, error);
    if (status == FATIAO_OK)
        s->hits = NULL;
    return status;
}

/* Finds the candidates; with `is_relaxed`, what is loose need not hold. */
static fatiao_status
find_candidates(fatiao_searcher *searcher, search *s, bool is_relaxed,
                fatiao_error *error)
{
    const size_t limit = candidate_limit(searcher, s);
    if (!ft_selection_is_needed(s->query, &s->limits))
        return ft_candidates_find(searcher, &s->plan, NULL, spoken(s), limit,
                                  &s->candidates, error);
    ft_selection selection;
    fatiao_status status =
        ft_selection_make(&selection, searcher, s->query, &s->limits,
                          is_relaxed, s->plan.last_id, error);
    if (status == FATIAO_OK)
        status = ft_candidates_find(searcher, &s->plan, &selection, spoken(s),
                                    limit, &s->candidates, error);
    ft_selection_finish(&selection);
    return status;
}

/* Whether what is loose may be passed over: there is more to go by. */
static bool
can_relax(const fatiao_query *query)
{
    return query->tree.has_loose &&
           (query->has_unquoted || query->tree.has_pattern);
}

/* The one statute that is searched, or NULL: what the question cites without a
 * name is looked up there. */
static fatiao_status
find_only_statute(fatiao_searcher *searcher, search *s, const char **id,
                  fatiao_error *error)
{
    *id = s->limits.statute_id;
    if (*id != NULL || s->limits.law == NULL || s->asked->mentions.count == 0)
        return FATIAO_OK;
    ft_statute_record record;
    fatiao_status status = ft_entry_find_statute(
        searcher->engine, s->limits.law, &s->hits->arena, &record, error);
    if (status != FATIAO_ERR_NOT_FOUND) {
        *id = s->limits.law;
        return status;
    }
    ft_error_clear(error);
    ft_array named = {.item_size = sizeof(ft_named_statute)};
    status = ft_name_closest(searcher, s->limits.law, &s->hits->arena, &named,
                             error);
    const ft_named_statute *all = named.items;
    if (status == FATIAO_OK && named.count == 1)
        *id = all[0].record.id;
    ft_array_finish(&named);
    return status;
}

/* Looks up what the question cites, and takes it out of its words. */
static fatiao_status
find_pins(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    s->query = s->asked;
    const char *statute_id = NULL;
    fatiao_status status = find_only_statute(searcher, s, &statute_id, error);
    if (status == FATIAO_OK)
        status = ft_pins_find(&s->pins, searcher, s->asked, statute_id,
                              &s->hits->arena, error);
    s->hits->missing = s->pins.missing;
    s->pins.missing = (ft_array){0};
    if (status != FATIAO_OK || s->pins.cuts.count == 0)
        return status;
    status = ft_query_rest_make(s->asked, &s->pins.cuts, &s->rest, error);
    if (s->rest.terms.count > 0 || s->pins.pins.count > 0)
        s->query = &s->rest;
    return status;
}

/* Adds what the question cites, above what the words have found. */
static fatiao_status
add_cited(fatiao_searcher *searcher, search *s, fatiao_error *error)
{
    const ft_pin *pins = s->pins.pins.items;
    const ft_candidate *best = s->candidates.items;
    const double above = s->candidates.count > 0 ? best->score : 0;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < s->pins.pins.count &&
                       fatiao_hits_count(s->hits) < hit_limit(searcher, s);
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
    const ft_ordering ordering = {searcher, &s->plan, &s->matcher, spoken(s),
                                  &s->candidates};
    fatiao_status status = find_candidates(searcher, s, false, error);
    if (status == FATIAO_OK && s->candidates.count == 0 &&
        can_relax(s->query)) {
        s->matcher.is_relaxed = true;
        status = find_candidates(searcher, s, true, error);
    }
    s->hits->is_relaxed = s->matcher.is_relaxed;
    if (s->query->terms.count == 0)
        level(s);
    else if (status == FATIAO_OK)
        status = ft_ordering_run(&ordering, &s->part, error);
    if (status == FATIAO_OK)
        status = add_cited(searcher, s, error);
    const ft_candidate *all = s->candidates.items;
    for (size_t i = 0; status == FATIAO_OK && i < s->candidates.count &&
                       fatiao_hits_count(s->hits) < hit_limit(searcher, s);
         i++)
        if (!ft_pins_have(&s->pins, all[i].id, SIZE_MAX))
            status = add_hit(searcher, s, &all[i], false, error);
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
    s->part = 1;
    s->pins = ft_pins_new();
    s->rest = (fatiao_query){.terms.item_size = sizeof(ft_query_term)};
    if (s->hits == NULL)
        return ft_error_memory(error);
    fatiao_status status = FATIAO_OK;
    ft_statute_record record;
    if (s->limits.statute_id != NULL)
        status =
            ft_known_statute_find(&s->statutes, searcher, s->limits.statute_id,
                                  &s->hits->arena, &record, error);
    if (status == FATIAO_OK)
        status = find_pins(searcher, s, error);
    if (status == FATIAO_OK)
        status = ft_plan_make(&s->plan, searcher, s->query, error);
    if (status == FATIAO_OK)
        status = ft_matcher_init(&s->matcher, s->query, error);
    if (status == FATIAO_OK)
        status = take_advice(searcher, s, error);
    if (status == FATIAO_OK)
        status = find_hits(searcher, s, error);
    if (status == FATIAO_OK && s->explained_id != NULL)
        status = explain(searcher, s, error);
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
    s->limits = (ft_limits){options->statute_id, options->law};
    s->model = options->model;
    s->is_literal |= options->no_correction;
    return FATIAO_OK;
}

/* A question, and what it is taken for. */
typedef struct correcting {
    const fatiao_query *query;
    ft_correction found;
} correcting;

/* `context` is a correcting. */
static fatiao_status
correct(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    correcting *c = context;
    free(c->found.text);
    return ft_correction_find(searcher, c->query, &c->found, error);
}

/* Searches for the corrected question. Its hits take the place of those of `s`,
 * if it has any. */
static fatiao_status
search_corrected(fatiao_searcher *searcher, search *s, const char *text,
                 fatiao_error *error)
{
    fatiao_query *query = NULL;
    search corrected = {
        .limits = s->limits, .model = s->model, .limit = s->limit};
    fatiao_status status =
        fatiao_query_parse(text, &s->asked->options, &query, error);
    if (status != FATIAO_OK)
        return status;
    corrected.asked = query;
    status = ft_searcher_read(searcher, run_search, &corrected, error);
    if (status == FATIAO_OK && fatiao_hits_count(corrected.hits) > 0) {
        fatiao_hits_free(s->hits);
        s->hits = corrected.hits;
        s->hits->is_corrected = true;
    } else {
        fatiao_hits_free(corrected.hits);
    }
    fatiao_query_free(query);
    return status;
}

/* A sure correction is searched for in place of the question, any other where
 * the question finds nothing; else it is offered. */
static fatiao_status
search_both(fatiao_searcher *searcher, search *s, const ft_correction *found,
            fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    if (found->is_sure)
        status = search_corrected(searcher, s, found->text, error);
    if (status == FATIAO_OK && s->hits == NULL)
        status = ft_searcher_read(searcher, run_search, s, error);
    if (status != FATIAO_OK || found->text == NULL)
        return status;
    if (!found->is_sure && fatiao_hits_count(s->hits) == 0)
        status = search_corrected(searcher, s, found->text, error);
    if (status != FATIAO_OK ||
        (found->is_sure && !fatiao_hits_is_corrected(s->hits)))
        return status;
    s->hits->suggestion =
        ft_arena_text(&s->hits->arena, found->text, strlen(found->text));
    return s->hits->suggestion == NULL ? ft_error_memory(error) : FATIAO_OK;
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
    search s = {.asked = query, .is_literal = query->options.is_literal};
    correcting c = {.query = query};
    fatiao_status status = set_options(&s, options, error);
    if (status == FATIAO_OK && !s.is_literal)
        status = ft_searcher_read(searcher, correct, &c, error);
    if (status == FATIAO_OK)
        status = search_both(searcher, &s, &c.found, error);
    free(c.found.text);
    if (status == FATIAO_OK)
        *out = s.hits;
    else
        fatiao_hits_free(s.hits);
    return status;
}

fatiao_status
fatiao_searcher_explain(fatiao_searcher *searcher, const fatiao_query *query,
                        const fatiao_search_options *options, const char *id,
                        fatiao_explanation **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL || query == NULL || id == NULL)
        return ft_error_argument(error, "searcher, query or id is NULL");
    search s = {.asked = query, .explained_id = id};
    fatiao_status status = set_options(&s, options, error);
    if (status == FATIAO_OK)
        status = ft_searcher_read(searcher, run_search, &s, error);
    fatiao_hits_free(s.hits);
    *out = s.explanation;
    return status;
}
