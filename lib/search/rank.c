/* Ordering by weights first, then by the text of the best, then by trees. */
#include "search/rank.h"

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
weigh(const ft_rank *rank, ft_candidate *candidate)
{
    const ft_ranking *ranking = rank->searcher->ranking;
    candidate->untrained = 0;
    for (size_t i = 0; i < FT_FEATURE_COUNT; i++)
        candidate->untrained += ranking->weights[i] * candidate->features[i];
    candidate->score = candidate->untrained;
    if (rank->advice != NULL)
        candidate->score +=
            *(float *)ft_array_at(&rank->searcher->bonuses, candidate->id);
}

/* Reads the text of a candidate and adds what its best clause is worth. */
static fatiao_status
add_clause(const ft_rank *rank, ft_candidate *candidate, fatiao_error *error)
{
    ft_arena arena = {0};
    ft_answer answer;
    fatiao_status status =
        ft_answer_find(&answer, &arena, rank->searcher->engine, candidate->id,
                       rank->plan, rank->matcher, error);
    if (status == FATIAO_OK) {
        candidate->features[FT_FEATURE_CLAUSE] = (float)answer.score;
        weigh(rank, candidate);
        ft_answer_finish(&answer);
    }
    ft_arena_finish(&arena);
    return status;
}

/* Scores the candidates by all their features, and the best of them by their
 * text too. */
static fatiao_status
order_by_weights(const ft_rank *rank, fatiao_error *error)
{
    fatiao_status status =
        ft_features_fill(rank->searcher, rank->plan, rank->candidates, error);
    ft_candidate *all = rank->candidates->items;
    for (size_t i = 0; i < rank->candidates->count; i++)
        weigh(rank, &all[i]);
    order(rank->candidates);
    for (size_t i = 0; status == FATIAO_OK && i < rank->candidates->count &&
                       i < rank->searcher->ranking->texts;
         i++)
        status = add_clause(rank, &all[i], error);
    order(rank->candidates);
    return status;
}

fatiao_status
ft_rank_rows(const ft_rank *rank, ft_array *rows, fatiao_error *error)
{
    const fatiao_status status = order_by_weights(rank, error);
    return status == FATIAO_OK ? ft_rows_fill(rank->searcher, rank->advice,
                                              rank->candidates, rows, error)
                               : status;
}

/* What the untrained score counts for beside that of the trees. */
static const double untrained_part = 0.7;

static double
judge(const ft_rank *rank, const ft_forest *forest, const float *row)
{
    return rank->advice->gate * ft_forest_score(forest, row) +
           untrained_part * (double)row[FT_SIGNAL_UNTRAINED];
}

/* Scores the candidates by the trees of the model that advises. */
static fatiao_status
order_by_trees(const ft_rank *rank, fatiao_error *error)
{
    const ft_array *trees = &rank->advice->model->trees;
    const ft_forest forest = {trees->items, trees->count};
    ft_array rows = {.item_size = sizeof(float)};
    const fatiao_status status = ft_rank_rows(rank, &rows, error);
    const float *row = rows.items;
    ft_candidate *all = rank->candidates->items;
    for (size_t i = 0; status == FATIAO_OK && i < rank->candidates->count; i++)
        all[i].score = judge(rank, &forest, row + i * FT_SIGNAL_COUNT);
    order(rank->candidates);
    ft_array_finish(&rows);
    return status;
}

fatiao_status
ft_rank_order(const ft_rank *rank, fatiao_error *error)
{
    const bool has_trees =
        rank->advice != NULL && rank->advice->model->trees.count > 0;
    return has_trees ? order_by_trees(rank, error)
                     : order_by_weights(rank, error);
}
