/* Filling in rows. */
#include "search/row.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"

/* How many articles on each side count as beside an article, and what each is
 * worth. */
static const float neighbour_worth[] = {1, 0.5F, 0.3F};
enum { NEIGHBOURS = sizeof(neighbour_worth) / sizeof(neighbour_worth[0]) };

/* The votes for the articles beside a candidate, below the same heading. */
static float
neighbour_votes(const ft_advice *advice, const ft_candidate *candidate)
{
    const ft_array *places = &advice->binding->articles;
    const ft_array *votes = &advice->votes.articles.votes;
    float sum = 0;
    for (uint32_t i = 0; i < NEIGHBOURS; i++) {
        const uint32_t step = i + 1;
        if (candidate->id >= candidate->division.start + step)
            sum += neighbour_worth[i] *
                   ft_advice_value(places, votes, candidate->id - step);
        if (candidate->id + step < candidate->division.end)
            sum += neighbour_worth[i] *
                   ft_advice_value(places, votes, candidate->id + step);
    }
    return sum;
}

static void
fill_votes(float *row, const ft_advice *advice, const ft_candidate *candidate)
{
    const ft_binding *b = advice->binding;
    const ft_recall_votes *v = &advice->votes;
    const uint32_t id = candidate->id;
    const float sum = (float)v->articles.vote_sum;
    const float article = ft_advice_value(&b->articles, &v->articles.votes, id);
    const float division =
        ft_advice_value(&b->divisions, &v->divisions.votes, id);
    const float statute = ft_advice_value(&b->statutes, &v->statutes.votes, id);
    const float words = ft_advice_value(&b->articles, &v->articles.words, id);
    row[FT_SIGNAL_VOTES] = article;
    row[FT_SIGNAL_VOTE_SHARE] = article / sum;
    row[FT_SIGNAL_DIVISION_VOTES] = division;
    row[FT_SIGNAL_DIVISION_SHARE] = division / (float)v->divisions.vote_sum;
    row[FT_SIGNAL_STATUTE_VOTES] = statute;
    row[FT_SIGNAL_STATUTE_SHARE] = statute / (float)v->statutes.vote_sum;
    row[FT_SIGNAL_NEIGHBOUR_VOTES] = neighbour_votes(advice, candidate);
    row[FT_SIGNAL_NEAREST] = (float)v->nearest;
    row[FT_SIGNAL_WORDS] = words;
    row[FT_SIGNAL_DIVISION_WORDS] =
        ft_advice_value(&b->divisions, &v->divisions.words, id);
    row[FT_SIGNAL_STATUTE_WORDS] =
        ft_advice_value(&b->statutes, &v->statutes.words, id);
    row[FT_SIGNAL_WORD_SCORE] = words * (float)v->articles.word_best;
}

static void
fill_place(float *row, const ft_candidate *candidate)
{
    /* The statute's own document comes first of its range. */
    const double size =
        (double)candidate->statute.end - candidate->statute.start;
    row[FT_SIGNAL_PLACE] =
        (float)((candidate->id - candidate->statute.start) / size);
    row[FT_SIGNAL_STATUTE_SIZE] = (float)size;
}

/* ------------------------------------------------------------------- ranks */

/* A candidate's place in the rows and what it is ordered by. */
typedef struct ordered {
    float value;
    uint32_t at;
} ordered;

static int
compare_values(const void *left, const void *right)
{
    const ordered *a = left;
    const ordered *b = right;
    if (a->value != b->value)
        return a->value > b->value ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

/* Fills in the logarithm of each row's rank by another signal. */
static void
fill_ranks(float *rows, size_t count, ft_signal by, ft_signal rank,
           ordered *scratch)
{
    for (size_t i = 0; i < count; i++)
        scratch[i] = (ordered){rows[i * FT_SIGNAL_COUNT + by], (uint32_t)i};
    qsort(scratch, count, sizeof(*scratch), compare_values);
    for (size_t i = 0; i < count; i++)
        rows[scratch[i].at * FT_SIGNAL_COUNT + rank] =
            (float)log(1 + (double)i);
}

static float
best_first(const ft_array *candidates)
{
    const ft_candidate *all = candidates->items;
    float best = 0;
    for (size_t i = 0; i < candidates->count; i++)
        if (all[i].first > best)
            best = all[i].first;
    return best > 0 ? best : 1;
}

fatiao_status
ft_rows_fill(fatiao_searcher *searcher, const ft_advice *advice,
             const ft_array *candidates, ft_array *rows, fatiao_error *error)
{
    const size_t start = rows->count;
    const size_t count = candidates->count;
    ordered *scratch = malloc((count + 1) * sizeof(*scratch));
    if (scratch == NULL ||
        !ft_array_resize(rows, start + count * FT_SIGNAL_COUNT)) {
        free(scratch);
        return ft_error_memory(error);
    }
    const ft_candidate *all = candidates->items;
    const float *bonuses = searcher->bonuses.items;
    float *first_row = (float *)rows->items + start;
    const float best = best_first(candidates);
    for (size_t i = 0; i < count; i++) {
        float *row = first_row + i * FT_SIGNAL_COUNT;
        for (size_t k = 0; k < FT_FEATURE_COUNT; k++)
            row[k] = all[i].features[k] / best;
        row[FT_SIGNAL_FIRST] = all[i].first / best;
        row[FT_SIGNAL_UNTRAINED] = (float)all[i].untrained / best;
        row[FT_SIGNAL_BEST] = best;
        row[FT_SIGNAL_ADVISED] = (all[i].first + bonuses[all[i].id]) / best;
        fill_votes(row, advice, &all[i]);
        fill_place(row, &all[i]);
    }
    fill_ranks(first_row, count, FT_SIGNAL_FIRST, FT_SIGNAL_FIRST_RANK,
               scratch);
    fill_ranks(first_row, count, FT_SIGNAL_UNTRAINED, FT_SIGNAL_UNTRAINED_RANK,
               scratch);
    fill_ranks(first_row, count, FT_SIGNAL_ADVISED, FT_SIGNAL_ADVISED_RANK,
               scratch);
    free(scratch);
    return FATIAO_OK;
}
