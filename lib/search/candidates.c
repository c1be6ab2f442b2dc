/* Scoring all articles and picking the best. Pairs decide what is found; words
 * weigh in; phrases are filtered by their pairs and then looked for in the
 * stored text. */
#include "search/candidates.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/schema.h"
#include "search/matcher.h"
#include "search/term_list.h"

/* ------------------------------------------------------------------ scoring */

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

/* Sets the score of each document that is not among `ids` to 0; of those that
 * are, a score of 0 becomes `least`. */
static void
keep_only(fatiao_searcher *searcher, const ft_array *ids, float least)
{
    float *scores = searcher->scores.items;
    const uint32_t *all = ids->items;
    size_t at = 0;
    for (size_t i = 0; i < ids->count; i++) {
        if (all[i] >= searcher->scores.count)
            break;
        memset(scores + at, 0, (all[i] - at) * sizeof(*scores));
        if (scores[all[i]] <= 0)
            scores[all[i]] = least;
        at = (size_t)all[i] + 1;
    }
    memset(scores + at, 0, (searcher->scores.count - at) * sizeof(*scores));
}

/* ------------------------------------------------------------------ picking */

static bool
is_before(const ft_candidate *a, const ft_candidate *b)
{
    return a->first != b->first ? a->first > b->first : a->id < b->id;
}

static int
compare_candidates(const void *left, const void *right)
{
    const ft_candidate *a = left;
    const ft_candidate *b = right;
    return is_before(a, b) ? -1 : is_before(b, a);
}

/* Lets the item at `at` of a heap sink, whose last comes first. */
static void
sink(ft_candidate *heap, size_t count, size_t at)
{
    for (;;) {
        size_t last = at;
        for (size_t child = 2 * at + 1; child <= 2 * at + 2; child++)
            if (child < count && is_before(&heap[last], &heap[child]))
                last = child;
        if (last == at)
            return;
        const ft_candidate moved = heap[at];
        heap[at] = heap[last];
        heap[last] = moved;
        at = last;
    }
}

/* Pushes the best `limit` documents, best first. */
static fatiao_status
pick(const fatiao_searcher *searcher, size_t limit, ft_array *candidates,
     fatiao_error *error)
{
    const float *scores = searcher->scores.items;
    float least = 0;
    for (size_t id = 1; id < searcher->scores.count; id++) {
        if (scores[id] <= least)
            continue;
        const ft_candidate found = {
            .id = (uint32_t)id, .first = scores[id], .score = scores[id]};
        ft_candidate *heap = candidates->items;
        if (candidates->count < limit) {
            ft_candidate *added = ft_array_push(candidates);
            if (added == NULL)
                return ft_error_memory(error);
            *added = found;
            heap = candidates->items;
            if (candidates->count == limit)
                for (size_t i = limit / 2 + 1; i-- > 0;)
                    sink(heap, limit, i);
        } else {
            heap[0] = found;
            sink(heap, limit, 0);
        }
        if (candidates->count == limit)
            least = heap[0].first;
    }
    if (candidates->count > 1)
        qsort(candidates->items, candidates->count, sizeof(ft_candidate),
              compare_candidates);
    return FATIAO_OK;
}

/* ----------------------------------------------------------------- phrases */

/* What looks for phrases in stored articles. */
typedef struct phrase_check {
    fatiao_searcher *searcher;
    ft_matcher matcher;
    ft_array found; /* of bool, for each phrase */
    ft_arena arena;
    ft_strbuf data;
} phrase_check;

/* Whether each phrase stands in some clause of the article. */
static fatiao_status
has_phrases(phrase_check *check, uint32_t id, bool *out, fatiao_error *error)
{
    ft_arena_finish(&check->arena);
    ft_strbuf_clear(&check->data);
    ft_article_record record;
    fatiao_status status =
        ft_engine_data(check->searcher->engine, id, &check->data, error);
    if (status == FATIAO_OK)
        status = ft_record_read_article(ft_strbuf_string(&check->data),
                                        check->data.byte_count, &check->arena,
                                        &record, error);
    if (status != FATIAO_OK)
        return status;
    const size_t count = check->matcher.query->phrases.count;
    bool *found = check->found.items;
    memset(found, 0, count * sizeof(*found));
    for (const fatiao_node *node = record.article; node != NULL;
         node = fatiao_node_following(node)) {
        status = ft_matcher_read(&check->matcher, node->text,
                                 node->text_byte_count, error);
        if (status != FATIAO_OK)
            return status;
        for (size_t i = 0; i < count; i++)
            found[i] |= check->matcher.has_phrase[i];
    }
    *out = true;
    for (size_t i = 0; i < count; i++)
        *out &= found[i];
    return FATIAO_OK;
}

/* Keeps the first `limit` candidates that have the phrases. */
static fatiao_status
keep_phrases(fatiao_searcher *searcher, const ft_plan *plan, size_t limit,
             ft_array *candidates, fatiao_error *error)
{
    phrase_check check = {.searcher = searcher,
                          .found.item_size = sizeof(bool)};
    fatiao_status status = ft_matcher_init(&check.matcher, plan->query, error);
    if (status != FATIAO_OK)
        return status;
    if (!ft_array_resize(&check.found, plan->query->phrases.count))
        status = ft_error_memory(error);
    ft_candidate *all = candidates->items;
    size_t kept = 0;
    for (size_t i = 0;
         status == FATIAO_OK && i < candidates->count && kept < limit; i++) {
        bool has;
        status = has_phrases(&check, all[i].id, &has, error);
        if (status == FATIAO_OK && has)
            all[kept++] = all[i];
    }
    candidates->count = kept;
    ft_arena_finish(&check.arena);
    ft_strbuf_finish(&check.data);
    ft_array_finish(&check.found);
    ft_matcher_finish(&check.matcher);
    return status;
}

/* Keeps the scores of the documents that hold the terms of all phrases, if
 * these are wanted, and are of the statute, unless that is NULL. */
static fatiao_status
filter(fatiao_searcher *searcher, const ft_plan *plan, const char *statute_id,
       bool wants_phrases, fatiao_error *error)
{
    const ft_query_phrase *all = plan->query->phrases.items;
    ft_term_list required = ft_term_list_new();
    for (size_t i = 0; wants_phrases && i < plan->query->phrases.count; i++)
        ft_term_list_add_run(&required, all[i].codes, all[i].char_count,
                             FT_PREFIX_PAIR, FT_PREFIX_CHAR);
    char term[FT_STATUTE_TERM_BYTES + 1];
    const ft_engine_term statute = {term, FT_STATUTE_TERM_BYTES};
    if (statute_id != NULL)
        ft_entry_statute_term(statute_id, term);
    ft_array ids = {.item_size = sizeof(uint32_t)};
    fatiao_status status =
        ft_term_list_failed(&required) ? ft_error_memory(error) : FATIAO_OK;
    const ft_engine_filter passes = {.required = ft_term_list_items(&required),
                                     .required_count = required.terms.count,
                                     .any = &statute,
                                     .any_count = statute_id != NULL};
    if (status == FATIAO_OK)
        status = ft_engine_find(searcher->engine, &passes, &ids, error);
    if (status == FATIAO_OK)
        keep_only(searcher, &ids, wants_phrases ? 1e-6f : 0);
    ft_array_finish(&ids);
    ft_term_list_finish(&required);
    return status;
}

fatiao_status
ft_candidates_find(fatiao_searcher *searcher, const ft_plan *plan,
                   const char *statute_id, bool is_relaxed, size_t limit,
                   ft_array *candidates, fatiao_error *error)
{
    fatiao_status status = clear_scores(searcher, plan->last_id, error);
    if (status != FATIAO_OK)
        return status;
    const ft_plan_term *all = plan->terms.items;
    for (size_t i = 0; i < plan->terms.count; i++)
        if (all[i].is_searched)
            add_scores(searcher, &all[i]);
    drop_removed(searcher);
    const bool has_phrases = !is_relaxed && plan->query->phrases.count > 0;
    if (has_phrases || statute_id != NULL)
        status = filter(searcher, plan, statute_id, has_phrases, error);
    if (status == FATIAO_OK)
        status =
            pick(searcher, has_phrases ? SIZE_MAX : limit, candidates, error);
    if (status == FATIAO_OK && has_phrases)
        status = keep_phrases(searcher, plan, limit, candidates, error);
    return status;
}
