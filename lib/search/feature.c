/* Filling in features: sums over the terms by looking the candidates up in
 * their lists, and what stands around each candidate. */
#include "search/feature.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/schema.h"
#include "search/bitset.h"

/* A list of so many documents for each candidate takes as long to go through as
 * to look up in. */
enum { SCAN_FACTOR = 12 };

/* The candidates by ascending id, and room to look them up. */
typedef struct filling {
    fatiao_searcher *searcher;
    const ft_plan *plan;
    ft_candidate **ordered;
    uint32_t *ids;
    ft_bitset set; /* the same ids */
    uint8_t *impacts;
    size_t count;
} filling;

static int
compare_ids(const void *left, const void *right)
{
    const ft_candidate *a = *(ft_candidate *const *)left;
    const ft_candidate *b = *(ft_candidate *const *)right;
    return a->id < b->id ? -1 : a->id > b->id;
}

static fatiao_status
filling_init(filling *f, ft_array *candidates, fatiao_error *error)
{
    f->count = candidates->count;
    f->ordered = malloc(f->count * sizeof(*f->ordered));
    f->ids = malloc(f->count * sizeof(*f->ids));
    f->impacts = malloc(f->count);
    if (f->ordered == NULL || f->ids == NULL || f->impacts == NULL)
        return ft_error_memory(error);
    for (size_t i = 0; i < f->count; i++)
        f->ordered[i] = ft_array_at(candidates, i);
    qsort(f->ordered, f->count, sizeof(*f->ordered), compare_ids);
    for (size_t i = 0; i < f->count; i++)
        f->ids[i] = f->ordered[i]->id;
    if (!ft_bitset_init(&f->set, f->ids[f->count - 1]))
        return ft_error_memory(error);
    for (size_t i = 0; i < f->count; i++)
        ft_bitset_add(&f->set, f->ids[i]);
    return FATIAO_OK;
}

static void
filling_finish(filling *f)
{
    free(f->ordered);
    free(f->ids);
    free(f->impacts);
    ft_bitset_finish(&f->set);
}

/* The place of a candidate among the ids. */
static size_t
find_place(const filling *f, uint32_t id)
{
    size_t first = 0;
    size_t end = f->count;
    while (end - first > 1) {
        const size_t middle = first + (end - first) / 2;
        if (f->ids[middle] <= id)
            first = middle;
        else
            end = middle;
    }
    return first;
}

/* Asks of each document of a list whether it is a candidate. */
static void
scan(const filling *f, const ft_impact_list *list)
{
    memset(f->impacts, 0, f->count);
    const ft_impact_block *blocks = list->blocks.items;
    for (size_t i = 0; i < list->blocks.count; i++)
        for (uint32_t k = 0; k < blocks[i].count; k++) {
            const uint32_t id = blocks[i].base + blocks[i].low[k];
            if (ft_bitset_has(&f->set, id))
                f->impacts[find_place(f, id)] = blocks[i].impacts[k];
        }
}

/* Fills in the candidates' impacts in a list: one that is not much longer than
 * they are is gone through, for a document takes far less time than a
 * candidate. */
static void
look_up(const filling *f, const ft_impact_list *list)
{
    if (list->document_count / SCAN_FACTOR < f->count)
        scan(f, list);
    else
        ft_impact_list_look_up(list, f->ids, f->count, f->impacts);
}

/* ------------------------------------------------------------------- terms */

/* Whether a term tells how much of the question an article has. */
static bool
is_cover(const ft_plan_term *term)
{
    return term->feature == FT_FEATURE_WORDS ||
           term->feature == FT_FEATURE_PAIRS ||
           term->feature == FT_FEATURE_NUMBERS;
}

/* Adds one term's worth to its sum, and its weight to what the candidate has of
 * the question. */
static void
add_term(filling *f, const ft_plan_term *term)
{
    const float scale = (float)(term->weight / FT_IMPACT_SCALE);
    look_up(f, &term->list);
    for (size_t i = 0; i < f->count; i++)
        f->ordered[i]->features[term->feature] += scale * f->impacts[i];
    for (size_t i = 0; is_cover(term) && i < f->count; i++)
        if (f->impacts[i] > 0)
            f->ordered[i]->features[FT_FEATURE_COVER] += (float)term->weight;
}

/* Gives each candidate what words, pairs and numbers of the question are worth
 * together, by the share of it that stands in the text. */
static void
add_cover(filling *f)
{
    const ft_plan_term *all = f->plan->terms.items;
    double whole = 0;
    for (size_t i = 0; i < f->plan->terms.count; i++)
        whole += is_cover(&all[i]) ? all[i].weight : 0;
    for (size_t i = 0; i < f->count; i++) {
        float *cover = &f->ordered[i]->features[FT_FEATURE_COVER];
        if (*cover > 0)
            *cover = (float)(whole * pow((double)*cover / whole,
                                         FT_RANKING_COVER_POWER));
    }
}

/* Reads where the documents of one kind stand. */
static fatiao_status
read_kind(const filling *f, const char *kind, ft_impact_list *list,
          fatiao_error *error)
{
    *list = ft_impact_list_new();
    return ft_impact_list_read(list, &f->searcher->impacts, f->searcher->engine,
                               f->plan->last_id, kind, strlen(kind), error);
}

/* --------------------------------------------------------- what stands around
 */

/* Documents [start, end) below one heading or of one statute, and the best two
 * among them. */
typedef struct range {
    uint32_t start;
    uint32_t end;
    uint32_t best_id;
    uint32_t second_id;
    float best;
    float second;
} range;

/* The documents between the boundaries around `id`. */
static void
find_range(const ft_impact_list *boundaries, uint32_t id, range *out)
{
    const ft_impact_block *blocks = boundaries->blocks.items;
    *out = (range){.start = 0, .end = UINT32_MAX};
    for (size_t i = 0; i < boundaries->blocks.count; i++) {
        const ft_impact_block *block = &blocks[i];
        const uint32_t next = ft_impact_block_find(block, 0, id + 1);
        if (next > 0)
            out->start = block->base + block->low[next - 1];
        if (next == block->count)
            continue;
        out->end = block->base + block->low[next];
        return;
    }
}

static void
find_best(const fatiao_searcher *searcher, range *r)
{
    const float *scores = searcher->scores.items;
    const size_t count = searcher->scores.count;
    for (size_t id = r->start; id < r->end && id < count; id++) {
        if (scores[id] > r->best) {
            r->second = r->best;
            r->second_id = r->best_id;
            r->best = scores[id];
            r->best_id = (uint32_t)id;
        } else if (scores[id] > r->second) {
            r->second = scores[id];
            r->second_id = (uint32_t)id;
        }
    }
}

/* Gives each candidate the best score of the others in its range. */
static fatiao_status
add_ranges(filling *f, const char *boundary, ft_feature feature,
           fatiao_error *error)
{
    ft_impact_list list;
    const fatiao_status status = read_kind(f, boundary, &list, error);
    range r = {0};
    for (size_t i = 0; status == FATIAO_OK && i < f->count; i++) {
        if (f->ids[i] >= r.end) {
            find_range(&list, f->ids[i], &r);
            find_best(f->searcher, &r);
        }
        f->ordered[i]->features[feature] =
            f->ids[i] == r.best_id ? r.second : r.best;
        const ft_document_range documents = {r.start, r.end};
        if (feature == FT_FEATURE_DIVISION)
            f->ordered[i]->division = documents;
        else
            f->ordered[i]->statute = documents;
    }
    ft_impact_list_finish(&list);
    return status;
}

/* Gives the articles of laws the sum of what their terms are worth. */
static fatiao_status
add_law(filling *f, fatiao_error *error)
{
    ft_impact_list list;
    const fatiao_status status = read_kind(f, FT_TERM_KIND_LAW, &list, error);
    if (status == FATIAO_OK)
        look_up(f, &list);
    for (size_t i = 0; status == FATIAO_OK && i < f->count; i++) {
        float *features = f->ordered[i]->features;
        for (int k = 0; f->impacts[i] > 0 && k <= FT_FEATURE_SYNONYMS; k++)
            features[FT_FEATURE_LAW] += features[k];
    }
    ft_impact_list_finish(&list);
    return status;
}

fatiao_status
ft_features_fill(fatiao_searcher *searcher, const ft_plan *plan,
                 ft_array *candidates, fatiao_error *error)
{
    if (candidates->count == 0)
        return FATIAO_OK;
    filling f = {.searcher = searcher, .plan = plan};
    fatiao_status status = filling_init(&f, candidates, error);
    if (status == FATIAO_OK) {
        const ft_plan_term *all = plan->terms.items;
        for (size_t i = 0; i < plan->terms.count; i++)
            add_term(&f, &all[i]);
        add_cover(&f);
        status =
            add_ranges(&f, FT_TERM_KIND_DIVISION, FT_FEATURE_DIVISION, error);
    }
    if (status == FATIAO_OK)
        status =
            add_ranges(&f, FT_TERM_KIND_STATUTE, FT_FEATURE_STATUTE, error);
    if (status == FATIAO_OK)
        status = add_law(&f, error);
    filling_finish(&f);
    return status;
}

fatiao_status
ft_feature_source(fatiao_searcher *searcher, const ft_plan *plan,
                  ft_feature feature, uint32_t id, uint32_t *out,
                  fatiao_error *error)
{
    const filling f = {.searcher = searcher, .plan = plan};
    const char *boundary = feature == FT_FEATURE_DIVISION
                               ? FT_TERM_KIND_DIVISION
                               : FT_TERM_KIND_STATUTE;
    ft_impact_list list;
    const fatiao_status status = read_kind(&f, boundary, &list, error);
    range r = {0};
    if (status == FATIAO_OK) {
        find_range(&list, id, &r);
        find_best(searcher, &r);
    }
    *out = id == r.best_id ? r.second_id : r.best_id;
    ft_impact_list_finish(&list);
    return status;
}
