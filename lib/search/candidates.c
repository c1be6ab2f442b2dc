/* Scoring all articles and picking the best. Pairs decide what is found; words
 * weigh in; what must hold is decided by sets, and where they cannot tell by
 * the stored text. */
#include "search/candidates.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "search/verdict.h"

/* Scores are looked through so many at a time; it divides 65,536. */
enum { STRIDE = 32 };

/* ------------------------------------------------------------------ scoring */

/* Of a document that is found for something else than its words. */
static const float score_least = 1e-6F;

/* Makes the scores of all documents 0. Their number is a multiple of 65,536,
 * so that every place in a block is inside. */
static fatiao_status
clear_scores(fatiao_searcher *searcher, uint32_t last_id, fatiao_error *error)
{
    const size_t count = (((size_t)last_id >> 16) + 1) << 16;
    if (!ft_array_resize(&searcher->scores, count))
        return ft_error_memory(error);
    memset(searcher->scores.items, 0, count * sizeof(float));
    return FATIAO_OK;
}

static void
add_scores(fatiao_searcher *searcher, const ft_plan_term *term)
{
    const ft_impact_block *blocks = term->list.blocks.items;
    const float weight = (float)(term->weight / FT_IMPACT_SCALE);
    for (size_t i = 0; i < term->list.blocks.count; i++) {
        if (blocks[i].base >= searcher->scores.count)
            break;
        float *scores = (float *)searcher->scores.items + blocks[i].base;
        for (uint32_t k = 0; k < blocks[i].count; k++)
            scores[blocks[i].low[k]] += weight * blocks[i].impacts[k];
    }
}

/* Makes the scores of documents 0 that the lists have and the database no
 * longer has. */
static void
drop_removed(fatiao_searcher *searcher)
{
    float *scores = searcher->scores.items;
    const uint32_t *all = searcher->impacts.removed.items;
    for (size_t i = 0; i < searcher->impacts.removed.count; i++)
        if (all[i] < searcher->scores.count)
            scores[all[i]] = 0;
}

/* Sets the score of each document that is not selected to 0; of those that
 * are, a score of 0 becomes the least, unless the question's words must show.
 */
static void
keep_selected(fatiao_searcher *searcher, const ft_selection *selection)
{
    const bool is_reason =
        ft_selection_is_reason(selection->query, selection->is_relaxed);
    const float least = is_reason ? score_least : 0;
    float *scores = searcher->scores.items;
    const size_t count = searcher->scores.count;
    size_t at = 0;
    for (uint32_t id = ft_bitset_next(&selection->may, 1); id < count;
         id = ft_bitset_next(&selection->may, id + 1)) {
        memset(scores + at, 0, (id - at) * sizeof(*scores));
        if (scores[id] <= 0)
            scores[id] = least;
        at = (size_t)id + 1;
    }
    memset(scores + at, 0, (count - at) * sizeof(*scores));
}

/* ------------------------------------------------------------------ picking */

/* A score, greater than 0, and its document in one number that is the greater
 * the better: the bits of such a float are ordered as it is, and of equals the
 * first is best. */
static uint64_t
make_key(float score, size_t id)
{
    uint32_t bits;
    memcpy(&bits, &score, sizeof(bits));
    return (uint64_t)bits << 32 | (UINT32_MAX - (uint32_t)id);
}

static uint32_t
key_id(uint64_t key)
{
    return UINT32_MAX - (uint32_t)key;
}

static float
key_score(uint64_t key)
{
    const uint32_t bits = (uint32_t)(key >> 32);
    float score;
    memcpy(&score, &bits, sizeof(score));
    return score;
}

static int
compare_keys(const void *left, const void *right)
{
    const uint64_t a = *(const uint64_t *)left;
    const uint64_t b = *(const uint64_t *)right;
    return a > b ? -1 : a < b;
}

/* Lets the item at `at` of a heap sink, whose least comes first. */
static void
sink(uint64_t *heap, size_t count, size_t at)
{
    const uint64_t moved = heap[at];
    for (size_t child = 2 * at + 1; child < count; child = 2 * at + 1) {
        if (child + 1 < count && heap[child + 1] < heap[child])
            child++;
        if (heap[child] >= moved)
            break;
        heap[at] = heap[child];
        at = child;
    }
    heap[at] = moved;
}

/* Adds a key to a heap that keeps the best `limit`. */
static bool
keep_best(ft_array *keys, size_t limit, uint64_t key)
{
    if (keys->count == limit) {
        uint64_t *heap = keys->items;
        heap[0] = key;
        sink(heap, limit, 0);
        return true;
    }
    uint64_t *added = ft_array_push(keys);
    if (added == NULL)
        return false;
    *added = key;
    uint64_t *heap = keys->items;
    if (keys->count == limit)
        for (size_t i = limit / 2 + 1; i-- > 0;)
            sink(heap, limit, i);
    return true;
}

/* Whether any of the scores of a stride is above `least`. */
static bool
has_above(const float *scores, float least)
{
    unsigned found = 0;
    for (size_t i = 0; i < STRIDE; i++)
        found |= scores[i] > least;
    return found != 0;
}

/* Pushes the keys of the best `limit` documents, in no order. */
static bool
pick_keys(const fatiao_searcher *searcher, const float *bonuses, size_t limit,
          ft_array *keys)
{
    const float *scores = searcher->scores.items;
    float least = 0;
    for (size_t start = 0; start < searcher->scores.count; start += STRIDE) {
        if (!has_above(scores + start, bonuses == NULL ? least : 0))
            continue;
        for (size_t id = start; id < start + STRIDE; id++) {
            const float score =
                scores[id] + (bonuses == NULL ? 0 : bonuses[id]);
            if (id == 0 || scores[id] <= 0 || score <= least)
                continue;
            if (!keep_best(keys, limit, make_key(score, id)))
                return false;
            if (keys->count == limit)
                least = key_score(*(uint64_t *)keys->items);
        }
    }
    return true;
}

/* Pushes the best `limit` documents, best first, among those with a score;
 * `bonuses`, unless NULL, are added to the scores. */
static fatiao_status
pick(const fatiao_searcher *searcher, const float *bonuses, size_t limit,
     ft_array *candidates, fatiao_error *error)
{
    const float *scores = searcher->scores.items;
    ft_array keys = {.item_size = sizeof(uint64_t)};
    const bool is_done = pick_keys(searcher, bonuses, limit, &keys);
    if (keys.count > 1)
        qsort(keys.items, keys.count, sizeof(uint64_t), compare_keys);
    const uint64_t *all = keys.items;
    const bool is_whole =
        is_done && ft_array_resize(candidates, candidates->count + keys.count);
    ft_candidate *to = candidates->items;
    const size_t from = candidates->count - keys.count;
    for (size_t i = 0; is_whole && i < keys.count; i++)
        to[from + i] = (ft_candidate){.id = key_id(all[i]),
                                      .first = scores[key_id(all[i])],
                                      .score = key_score(all[i])};
    ft_array_finish(&keys);
    return is_whole ? FATIAO_OK : ft_error_memory(error);
}

/* ------------------------------------------------------------------ judging */

/* Picks the best in which what must hold does: some of the best first, and more
 * of them while they are too few. No article is read twice. */
static fatiao_status
pick_holding(fatiao_searcher *searcher, const ft_selection *selection,
             const float *bonuses, size_t limit, ft_array *candidates,
             fatiao_error *error)
{
    ft_verdict verdict = ft_verdict_new(searcher, selection);
    ft_array picked = {.item_size = sizeof(ft_candidate)};
    fatiao_status status = FATIAO_OK;
    size_t read = 0;
    size_t kept = 0;
    for (size_t most = limit; status == FATIAO_OK;
         most = most > SIZE_MAX / 8 ? SIZE_MAX : most * 8) {
        ft_array_clear(&picked);
        status = pick(searcher, bonuses, most, &picked, error);
        if (status == FATIAO_OK && picked.count <= read)
            break;
        const ft_candidate *all = picked.items;
        for (; status == FATIAO_OK && kept < limit && read < picked.count;
             read++) {
            bool holds;
            status = ft_verdict_find(&verdict, all[read].id, &holds, error);
            if (status != FATIAO_OK || !holds)
                continue;
            ft_candidate *added = ft_array_push(candidates);
            if (added == NULL)
                status = ft_error_memory(error);
            else
                *added = all[read];
            kept++;
        }
        if (kept == limit || picked.count < most)
            break;
    }
    ft_array_finish(&picked);
    ft_verdict_finish(&verdict);
    return status;
}

/* Gives the articles that a model's votes admit the least score, where they
 * have none. */
static void
admit_voted(fatiao_searcher *searcher, const ft_advice *advice)
{
    float *scores = searcher->scores.items;
    const ft_bound_place *places = advice->binding->articles.items;
    for (size_t i = 0; i < advice->binding->articles.count; i++) {
        const uint32_t id = places[i].documents.start;
        if (id < searcher->scores.count && scores[id] <= 0 &&
            ft_advice_admits(advice, id))
            scores[id] = score_least;
    }
}

/* What a model's votes add to each score; `*out` is NULL if there is none. */
static fatiao_status
add_advice(fatiao_searcher *searcher, const ft_advice *advice,
           const float **out, fatiao_error *error)
{
    *out = NULL;
    if (advice == NULL)
        return FATIAO_OK;
    if (!ft_array_resize(&searcher->bonuses, searcher->scores.count))
        return ft_error_memory(error);
    const float *scores = searcher->scores.items;
    float best = 0;
    for (size_t id = 0; id < searcher->scores.count; id++)
        if (scores[id] > best)
            best = scores[id];
    ft_advice_spread(advice, best, &searcher->bonuses);
    *out = searcher->bonuses.items;
    return FATIAO_OK;
}

fatiao_status
ft_candidates_find(fatiao_searcher *searcher, const ft_plan *plan,
                   const ft_selection *selection, const ft_advice *advice,
                   size_t limit, ft_array *candidates, fatiao_error *error)
{
    fatiao_status status = clear_scores(searcher, plan->last_id, error);
    if (status != FATIAO_OK)
        return status;
    const ft_plan_term *all = plan->terms.items;
    for (size_t i = 0; i < plan->terms.count; i++)
        if (all[i].is_searched)
            add_scores(searcher, &all[i]);
    if (advice != NULL)
        admit_voted(searcher, advice);
    drop_removed(searcher);
    if (selection != NULL)
        keep_selected(searcher, selection);
    const float *bonuses = NULL;
    status = add_advice(searcher, advice, &bonuses, error);
    if (status != FATIAO_OK)
        return status;
    return selection == NULL ? pick(searcher, bonuses, limit, candidates, error)
                             : pick_holding(searcher, selection, bonuses, limit,
                                            candidates, error);
}
