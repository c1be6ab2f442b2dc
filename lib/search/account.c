/* Making explanations. The article is looked up among the candidates and hits
 * of the search; where it is not among these, it is judged as if it were. */
#include "search/account.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "search/article.h"
#include "search/feature.h"
#include "search/verdict.h"
#include "search/worth.h"
#include "statute/citation.h"

/* What a caller gets, with what keeps it alive. */
typedef struct owned {
    fatiao_explanation value;
    fatiao_hits *hits;
} owned;

/* One explaining, and what it holds on the way. Strings live in the arena of
 * the hits. */
typedef struct explaining {
    fatiao_searcher *searcher;
    const ft_search_end *end;
    ft_arena *arena;
    ft_statute_record statute;
    uint32_t document;
    ft_answer answer;
    ft_candidate candidate;
    bool is_candidate;
    double score;
    fatiao_explanation *out;
} explaining;

void
fatiao_explanation_free(fatiao_explanation *explanation)
{
    if (explanation == NULL)
        return;
    owned *whole = (owned *)explanation; /* its first member */
    fatiao_hits_free(whole->hits);
    free(whole);
}

/* The text moved into the arena. NULL: no memory. */
static const char *
keep_text(explaining *e, ft_strbuf *text)
{
    const char *copy =
        ft_strbuf_failed(text)
            ? NULL
            : ft_arena_text(e->arena, ft_strbuf_string(text), text->byte_count);
    ft_strbuf_finish(text);
    return copy;
}

/* The items moved into the arena. NULL: no memory. */
static const void *
keep_items(explaining *e, const ft_array *items)
{
    const size_t byte_count = items->count * items->item_size;
    void *copy = ft_arena_alloc(e->arena, byte_count + 1);
    if (copy != NULL && byte_count > 0)
        memcpy(copy, items->items, byte_count);
    return copy;
}

/* --------------------------------------------------------------- the score */

static double
score_first(const explaining *e)
{
    const float *scores = e->searcher->scores.items;
    return e->document < e->searcher->scores.count ? (double)scores[e->document]
                                                   : 0;
}

/* Judges an article that is no candidate as if it were one. */
static fatiao_status
judge(explaining *e, fatiao_error *error)
{
    ft_array one = {.item_size = sizeof(ft_candidate)};
    ft_candidate *candidate = ft_array_push(&one);
    if (candidate == NULL)
        return ft_error_memory(error);
    candidate->id = e->document;
    const fatiao_status status =
        ft_features_fill(e->searcher, e->end->plan, &one, error);
    e->candidate = *candidate;
    e->candidate.features[FT_FEATURE_CLAUSE] = (float)e->answer.score;
    ft_array_finish(&one);
    return status;
}

static fatiao_status
find_candidate(explaining *e, fatiao_error *error)
{
    const ft_candidate *all = e->end->candidates->items;
    for (size_t i = 0; i < e->end->candidates->count; i++) {
        if (all[i].id != e->document)
            continue;
        e->candidate = all[i];
        e->is_candidate = true;
        return FATIAO_OK;
    }
    return judge(e, error);
}

/* What comes on top of an article that the question cites, so that it stands
 * before all others. */
static void
tell_citation(const explaining *e, fatiao_feature *out)
{
    const fatiao_hit *hit = e->out->hit;
    *out = (fatiao_feature){.name = "citation", .source = "", .citation = ""};
    if (!hit->is_cited)
        return;
    out->value = 1;
    out->weight = hit->score - e->score;
    out->share = out->weight;
}

/* The id of the article that gives a feature, and its citation. */
static fatiao_status
tell_neighbour(explaining *e, ft_feature which, fatiao_feature *out,
               fatiao_error *error)
{
    uint32_t document = 0;
    ft_answer answer;
    ft_place place;
    fatiao_status status = ft_feature_source(e->searcher, e->end->plan, which,
                                             e->document, &document, error);
    if (status != FATIAO_OK || document == 0)
        return status;
    status = ft_answer_read(&answer, e->arena, e->searcher->engine, document,
                            e->end->plan, e->end->matcher, error);
    if (status != FATIAO_OK)
        return status;
    if (ft_fragment_read(answer.record.fragment, &place)) {
        ft_strbuf id = {0};
        ft_strbuf citation = {0};
        ft_strbuf_format(&id, "%s#%s", e->statute.id, answer.record.fragment);
        ft_citation_write(&citation, e->statute.title, &place,
                          answer.record.article);
        out->source = keep_text(e, &id);
        out->citation = keep_text(e, &citation);
        if (out->source == NULL || out->citation == NULL)
            status = ft_error_memory(error);
    }
    ft_answer_finish(&answer);
    return status;
}

/* What a model adds to the features. */
static void
tell_model(explaining *e, fatiao_feature *out)
{
    const double advised = e->candidate.advised;
    *out = (fatiao_feature){.name = "model",
                            .value = advised,
                            .weight = 1,
                            .share = advised,
                            .source = "",
                            .citation = ""};
    e->score += advised;
}

/* Where a feature's value was taken from, for those that take it from one
 * place. */
static fatiao_status
tell_source(explaining *e, ft_feature which, fatiao_feature *out,
            fatiao_error *error)
{
    if (out->value <= 0)
        return FATIAO_OK;
    if (which == FT_FEATURE_DIVISION || which == FT_FEATURE_STATUTE)
        return tell_neighbour(e, which, out, error);
    if (which == FT_FEATURE_CLAUSE && e->out->hit->clause_count > 0) {
        out->source = e->out->hit->clauses[0].id;
        out->citation = e->out->hit->clauses[0].citation;
    }
    return FATIAO_OK;
}

static void
weigh_features(explaining *e, fatiao_feature *features)
{
    for (size_t i = 0; i < FT_FEATURE_COUNT; i++) {
        const double weight = e->end->part * e->searcher->ranking->weights[i];
        const double value = (double)e->candidate.features[i];
        features[i] = (fatiao_feature){.name = ft_feature_name((ft_feature)i),
                                       .value = value,
                                       .weight = weight,
                                       .share = weight * value,
                                       .source = "",
                                       .citation = ""};
        e->score += features[i].share;
    }
}

/* ------------------------------------------------------------ its place */

static bool
is_hit_of(const fatiao_hit *hit, const explaining *e)
{
    const size_t length = strlen(e->statute.id);
    return strcmp(hit->statute_id, e->statute.id) == 0 &&
           hit->id[length] == '#' &&
           strcmp(hit->id + length + 1, e->answer.record.fragment) == 0;
}

/* The article as a hit: the one that was found, or one made for it. */
static fatiao_status
tell_hit(explaining *e, fatiao_error *error)
{
    for (size_t i = 0; i < fatiao_hits_count(e->end->hits); i++) {
        const fatiao_hit *hit = fatiao_hits_at(e->end->hits, i);
        if (!is_hit_of(hit, e))
            continue;
        e->out->hit = hit;
        e->out->place = i + 1;
        return FATIAO_OK;
    }
    fatiao_hit *hit = ft_arena_alloc(e->arena, sizeof(*hit));
    if (hit == NULL)
        return ft_error_memory(error);
    e->out->hit = hit;
    return ft_hit_make(hit, e->end->hits, &e->answer, &e->statute, e->score,
                       e->end->matcher, error);
}

/* How many articles the first step puts before this one, and itself. */
static size_t
place_first(const explaining *e)
{
    const float *scores = e->searcher->scores.items;
    const float own = scores[e->document];
    size_t place = 1;
    for (size_t id = 1; id < e->searcher->scores.count; id++)
        place += scores[id] > own || (scores[id] == own && id < e->document);
    return place;
}

/* Whether anything of the question stands in the article. */
static bool
has_share(const fatiao_explanation *explanation)
{
    return explanation->term_count > 0 && explanation->terms[0].share > 0;
}

/* Whether the article is among those that a question and limits leave over. */
static fatiao_status
is_left(const explaining *e, const fatiao_query *query, const ft_limits *limits,
        bool *out, fatiao_error *error)
{
    ft_selection selection;
    fatiao_status status = ft_selection_make(
        &selection, e->searcher, query, limits, e->end->matcher->is_relaxed,
        e->end->plan->last_id, error);
    ft_verdict verdict = ft_verdict_new(e->searcher, &selection);
    *out = false;
    if (status == FATIAO_OK && ft_bitset_has(&selection.may, e->document))
        status = ft_verdict_find(&verdict, e->document, out, error);
    ft_verdict_finish(&verdict);
    ft_selection_finish(&selection);
    return status;
}

/* Why an article is no candidate. */
static fatiao_status
tell_loss(explaining *e, fatiao_error *error)
{
    const fatiao_query anything = {.text = ""};
    const ft_limits anywhere = {NULL, NULL};
    const double first = score_first(e);
    bool is_there = false;
    bool holds = false;
    fatiao_status status =
        is_left(e, &anything, e->end->limits, &is_there, error);
    if (status == FATIAO_OK)
        status = is_left(e, e->end->plan->query, &anywhere, &holds, error);
    if (!is_there)
        e->out->absence = FATIAO_ABSENCE_STATUTE;
    else if (!holds)
        e->out->absence = FATIAO_ABSENCE_UNMET;
    else if (first > 0)
        e->out->absence = FATIAO_ABSENCE_BEHIND;
    else if (has_share(e->out))
        e->out->absence = FATIAO_ABSENCE_SCRAPS;
    else
        e->out->absence = FATIAO_ABSENCE_NOTHING;
    if (e->out->absence == FATIAO_ABSENCE_BEHIND)
        e->out->place = place_first(e);
    return status;
}

static fatiao_status
tell_absence(explaining *e, fatiao_error *error)
{
    if (e->out->place > 0)
        return FATIAO_OK;
    if (!e->is_candidate)
        return tell_loss(e, error);
    e->out->absence = FATIAO_ABSENCE_SCRAPS;
    return FATIAO_OK;
}

/* ----------------------------------------------------------------- telling */

/* A copy of a string of the query, which the explanation may outlive. */
static bool
keep_string(explaining *e, const char **text)
{
    *text = ft_arena_text(e->arena, *text, strlen(*text));
    return *text != NULL;
}

static fatiao_status
tell_terms(explaining *e, fatiao_error *error)
{
    ft_array terms = {.item_size = sizeof(fatiao_term)};
    const ft_worth_of of = {.plan = e->end->plan,
                            .document = e->document,
                            .article = e->answer.record.article,
                            .heading = e->answer.record.heading,
                            .title = e->statute.title,
                            .matcher = e->end->matcher};
    fatiao_status status = ft_worth_list(&of, &terms, error);
    fatiao_term *all = terms.items;
    for (size_t i = 0; status == FATIAO_OK && i < terms.count; i++) {
        all[i].weight *= e->end->part;
        all[i].share *= e->end->part;
        if (!keep_string(e, &all[i].text) || !keep_string(e, &all[i].cause))
            status = ft_error_memory(error);
    }
    e->out->terms = keep_items(e, &terms);
    e->out->term_count = terms.count;
    if (status == FATIAO_OK && e->out->terms == NULL)
        status = ft_error_memory(error);
    ft_array_finish(&terms);
    return status;
}

static fatiao_status
tell_fillers(explaining *e, fatiao_error *error)
{
    const ft_array *fillers = &e->end->plan->query->fillers;
    const char *const *all = fillers->items;
    const char **kept =
        ft_arena_alloc(e->arena, fillers->count * sizeof(*kept) + 1);
    if (kept == NULL)
        return ft_error_memory(error);
    for (size_t i = 0; i < fillers->count; i++) {
        kept[i] = all[i];
        if (!keep_string(e, &kept[i]))
            return ft_error_memory(error);
    }
    e->out->fillers = kept;
    e->out->filler_count = fillers->count;
    return FATIAO_OK;
}

static fatiao_status
tell(explaining *e, fatiao_error *error)
{
    fatiao_feature *features =
        ft_arena_alloc(e->arena, (FT_FEATURE_COUNT + 2) * sizeof(*features));
    if (features == NULL)
        return ft_error_memory(error);
    weigh_features(e, features);
    tell_model(e, &features[FT_FEATURE_COUNT]);
    fatiao_status status = tell_hit(e, error);
    for (size_t i = 0; status == FATIAO_OK && i < FT_FEATURE_COUNT; i++)
        status = tell_source(e, (ft_feature)i, &features[i], error);
    if (status == FATIAO_OK)
        status = tell_terms(e, error);
    if (status == FATIAO_OK)
        status = tell_fillers(e, error);
    if (status == FATIAO_OK) {
        tell_citation(e, &features[FT_FEATURE_COUNT + 1]);
        status = tell_absence(e, error);
    }
    e->out->features = features;
    e->out->feature_count = FT_FEATURE_COUNT + 2;
    e->out->is_relaxed = e->end->matcher->is_relaxed;
    return status;
}

fatiao_status
ft_account_make(fatiao_searcher *searcher, const ft_search_end *end,
                const char *id, fatiao_explanation **out, fatiao_error *error)
{
    *out = NULL;
    owned *made = calloc(1, sizeof(*made));
    if (made == NULL)
        return ft_error_memory(error);
    explaining e = {.searcher = searcher,
                    .end = end,
                    .arena = &end->hits->arena,
                    .out = &made->value};
    fatiao_status status =
        ft_article_find(searcher, id, e.arena, &e.statute, &e.document, error);
    if (status == FATIAO_OK)
        status = ft_answer_read(&e.answer, e.arena, searcher->engine,
                                e.document, end->plan, end->matcher, error);
    if (status != FATIAO_OK)
        goto done;
    status = find_candidate(&e, error);
    if (status == FATIAO_OK)
        status = tell(&e, error);
    ft_answer_finish(&e.answer);
done:
    if (status != FATIAO_OK) {
        free(made);
        return status;
    }
    made->hits = end->hits;
    *out = &made->value;
    return FATIAO_OK;
}
