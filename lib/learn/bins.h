/* The values of each feature sorted into a few bins with about as many rows in
 * each:
 *
 *     values   0 0 0 0 0 0 1.5 2 2 3.5 7
 *     bins     0 0 0 0 0 0 1   2 2 3   4       limits 1.5 2 3.5 7
 */
#ifndef FT_LEARN_BINS_H
#define FT_LEARN_BINS_H

#include "learn/boost.h"

enum { FT_BINS_MAX = 64 };

typedef struct ft_bins {
    uint8_t *of_rows; /* of row r by feature f: [f * rows + r] */
    float *limits;    /* of feature f: [f * FT_BINS_MAX, …); of each bin, the
                         least value in it */
    uint32_t *counts; /* of each feature: how many bins it has */
} ft_bins;

fatiao_status ft_bins_make(ft_bins *bins, const ft_boost_rows *rows,
                           fatiao_error *error);
void ft_bins_finish(ft_bins *bins);

/* The least value that lies in this bin of a feature. */
float ft_bins_limit(const ft_bins *bins, size_t feature, uint32_t bin);

#endif
