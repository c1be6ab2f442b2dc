/* Gradients of nDCG. */
#include "learn/gradient.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"

/* A row of a group with its score, to be ordered. */
typedef struct placed_row {
    double score;
    uint32_t row;
} placed_row;

static int
compare_rows(const void *left, const void *right)
{
    const placed_row *a = left;
    const placed_row *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return a->row < b->row ? -1 : a->row > b->row;
}

/* What an answer counts for at a place. */
static double
discount(size_t place)
{
    return 1 / log2((double)place + 2);
}

static int
compare_grades(const void *left, const void *right)
{
    const uint8_t a = *(const uint8_t *)left;
    const uint8_t b = *(const uint8_t *)right;
    return a > b ? -1 : a < b;
}

/* The gain of the best order of a group. */
static double
best_gain(const ft_boost_rows *rows, uint32_t start, uint32_t end,
          uint8_t *grades)
{
    for (uint32_t r = start; r < end; r++)
        grades[r - start] = rows->grades[r];
    qsort(grades, end - start, 1, compare_grades);
    double gain = 0;
    for (uint32_t i = 0; i < end - start && grades[i] > 0; i++)
        gain += grades[i] * discount(i);
    return gain;
}

/* Adds the pulls between each pair of rows of one group whose grades differ. */
static void
add_pairs(const ft_boost_rows *rows, const placed_row *order, size_t count,
          double best, double *slopes, double *curves)
{
    for (size_t i = 0; i < count; i++) {
        const uint8_t grade = rows->grades[order[i].row];
        if (grade == 0)
            continue;
        for (size_t k = 0; k < count; k++) {
            const uint8_t other = rows->grades[order[k].row];
            if (other >= grade)
                continue;
            const double change =
                (grade - other) * fabs(discount(i) - discount(k)) / best;
            const double wrong = 1 / (1 + exp(order[i].score - order[k].score));
            slopes[order[i].row] += change * wrong;
            slopes[order[k].row] -= change * wrong;
            curves[order[i].row] += change * wrong * (1 - wrong);
            curves[order[k].row] += change * wrong * (1 - wrong);
        }
    }
}

fatiao_status
ft_gradient_fill(const ft_boost_rows *rows, const double *scores,
                 double *slopes, double *curves, fatiao_error *error)
{
    placed_row *order = malloc(rows->count * sizeof(*order));
    uint8_t *grades = malloc(rows->count);
    fatiao_status status = FATIAO_OK;
    if (order == NULL || grades == NULL)
        status = ft_error_memory(error);
    uint32_t start = 0;
    for (size_t g = 0; status == FATIAO_OK && g < rows->group_count; g++) {
        const uint32_t end = rows->group_ends[g];
        for (uint32_t r = start; r < end; r++) {
            order[r - start] = (placed_row){scores[r], r};
            slopes[r] = 0;
            curves[r] = 0;
        }
        qsort(order, end - start, sizeof(*order), compare_rows);
        const double best = best_gain(rows, start, end, grades);
        if (best > 0)
            add_pairs(rows, order, end - start, best, slopes, curves);
        start = end;
    }
    free(order);
    free(grades);
    return status;
}
