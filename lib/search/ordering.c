/* Ordering by weights first, then by the text of the best, then by trees. */
#include "search/ordering.h"

#include <stdlib.h>

#include "base/error.h"
#include "query/ranking.h"
#include "search/answer.h"
#include "search/feature.h"
#include "search/row.h"

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

/* Scores a candidate by the features that are known so far, and the votes. */
static void
weigh(const ft_ordering *o, ft_candidate *candidate)
{
    const ft_ranking *ranking = o->searcher->ranking;
    candidate->untrained = 0;
    for (size_t i = 0; i < FT_FEATURE_COUNT; i++)
        candidate->untrained += ranking->weights[i] * candidate->features[i];
    candidate->advised =
        o->advice == NULL ? 0
                          : (double)*(float *)ft_array_at(&o->searcher->bonuses,
                                                          candidate->id);
    candidate->score = candidate->advised + candidate->untrained;
}

/* Reads the text of a candidate and adds what its best clause is worth. */
static fatiao_status
add_clause(const ft_ordering *o, ft_candidate *candidate, fatiao_error *error)
{
    ft_arena arena = {0};
    ft_answer answer;
    fatiao_status status =
        ft_answer_read(&answer, &arena, o->searcher->engine, candidate->id,
                       o->plan, o->matcher, error);
    if (status == FATIAO_OK) {
        candidate->features[FT_FEATURE_CLAUSE] = (float)answer.score;
        weigh(o, candidate);
        ft_answer_finish(&answer);
    }
    ft_arena_finish(&arena);
    return status;
}

static int
compare_ids(const void *left, const void *right)
{
    const ft_candidate *a = left;
    const ft_candidate *b = right;
    return a->id < b->id ? -1 : a->id > b->id;
}

/* Reads the texts of the best candidates in the order in which they lie. */
static fatiao_status
add_clauses(const ft_ordering *o, fatiao_error *error)
{
    ft_candidate *all = o->candidates->items;
    const size_t texts = o->searcher->ranking->texts;
    const size_t count =
        o->candidates->count < texts ? o->candidates->count : texts;
    if (count > 1)
        qsort(all, count, sizeof(*all), compare_ids);
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < count; i++)
        status = add_clause(o, &all[i], error);
    return status;
}

/* Scores the candidates by all their features, and the best of them by their
 * text too. */
static fatiao_status
order_by_weights(const ft_ordering *o, fatiao_error *error)
{
    fatiao_status status =
        ft_features_fill(o->searcher, o->plan, o->candidates, error);
    ft_candidate *all = o->candidates->items;
    for (size_t i = 0; i < o->candidates->count; i++)
        weigh(o, &all[i]);
    order(o->candidates);
    if (status == FATIAO_OK)
        status = add_clauses(o, error);
    order(o->candidates);
    return status;
}

fatiao_status
ft_ordering_rows(const ft_ordering *o, ft_array *rows, fatiao_error *error)
{
    const fatiao_status status = order_by_weights(o, error);
    return status == FATIAO_OK ? ft_rows_fill(o->searcher, o->advice,
                                              o->candidates, rows, error)
                               : status;
}

/* What the untrained score counts for beside that of the trees. */
static const double untrained_part = 0.7;

static void
judge(const ft_ordering *o, const ft_forest *forest, const float *row,
      double part, ft_candidate *candidate)
{
    candidate->advised = o->advice->gate * ft_forest_score(forest, row);
    candidate->score = candidate->advised + part * candidate->untrained;
}

/* Scores the candidates by the trees of the model that advises. */
static fatiao_status
order_by_trees(const ft_ordering *o, double *part, fatiao_error *error)
{
    const ft_array *trees = &o->advice->model->trees;
    const ft_forest forest = {trees->items, trees->count};
    ft_array rows = {.item_size = sizeof(float)};
    const fatiao_status status = ft_ordering_rows(o, &rows, error);
    const float *row = rows.items;
    ft_candidate *all = o->candidates->items;
    if (status == FATIAO_OK && o->candidates->count > 0)
        *part = untrained_part / (double)row[FT_SIGNAL_BEST];
    for (size_t i = 0; status == FATIAO_OK && i < o->candidates->count; i++)
        judge(o, &forest, row + i * FT_SIGNAL_COUNT, *part, &all[i]);
    order(o->candidates);
    ft_array_finish(&rows);
    return status;
}

fatiao_status
ft_ordering_run(const ft_ordering *o, double *part, fatiao_error *error)
{
    *part = 1;
    const bool has_trees =
        o->advice != NULL && o->advice->model->trees.count > 0;
    return has_trees ? order_by_trees(o, part, error)
                     : order_by_weights(o, error);
}
