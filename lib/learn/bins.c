/* Sorting values into bins. */
#include "learn/bins.h"

#include <stdlib.h>

#include "base/error.h"

static int
compare_values(const void *left, const void *right)
{
    const float a = *(const float *)left;
    const float b = *(const float *)right;
    return a < b ? -1 : a > b;
}

/* Sets the limits of a feature by its sorted values; returns how many bins
 * there are. A new bin begins where a value differs from the one before and
 * the bin has its share of the rows. */
static uint32_t
set_limits(const float *sorted, size_t count, float *limits)
{
    uint32_t bin_count = 1;
    size_t start = 0;
    limits[0] = sorted[0];
    for (size_t i = 1; i < count && bin_count < FT_BINS_MAX; i++) {
        const size_t share = (count - start) / (FT_BINS_MAX - bin_count + 1);
        if (sorted[i] > sorted[i - 1] && i - start >= share) {
            limits[bin_count++] = sorted[i];
            start = i;
        }
    }
    return bin_count;
}

/* The last bin whose limit is not above `value`. */
static uint8_t
find_bin(const float *limits, uint32_t bin_count, float value)
{
    uint32_t low = 0;
    uint32_t high = bin_count;
    while (high - low > 1) {
        const uint32_t middle = (low + high) / 2;
        if (limits[middle] <= value)
            low = middle;
        else
            high = middle;
    }
    return (uint8_t)low;
}

static void
sort_feature(ft_bins *bins, const ft_boost_rows *rows, size_t feature,
             float *values)
{
    float *limits = bins->limits + feature * FT_BINS_MAX;
    uint8_t *of_rows = bins->of_rows + feature * rows->count;
    for (size_t r = 0; r < rows->count; r++)
        values[r] = rows->features[r * rows->feature_count + feature];
    qsort(values, rows->count, sizeof(*values), compare_values);
    bins->counts[feature] = set_limits(values, rows->count, limits);
    for (size_t r = 0; r < rows->count; r++)
        of_rows[r] =
            find_bin(limits, bins->counts[feature],
                     rows->features[r * rows->feature_count + feature]);
}

fatiao_status
ft_bins_make(ft_bins *bins, const ft_boost_rows *rows, fatiao_error *error)
{
    const size_t feature_count = rows->feature_count;
    float *values = malloc(rows->count * sizeof(*values));
    bins->of_rows = malloc(rows->count * feature_count);
    bins->limits = malloc(feature_count * FT_BINS_MAX * sizeof(float));
    bins->counts = malloc(feature_count * sizeof(*bins->counts));
    fatiao_status status = FATIAO_OK;
    if (values == NULL || bins->of_rows == NULL || bins->limits == NULL ||
        bins->counts == NULL)
        status = ft_error_memory(error);
    for (size_t f = 0; status == FATIAO_OK && f < feature_count; f++)
        sort_feature(bins, rows, f, values);
    free(values);
    return status;
}

void
ft_bins_finish(ft_bins *bins)
{
    free(bins->of_rows);
    free(bins->limits);
    free(bins->counts);
}

float
ft_bins_limit(const ft_bins *bins, size_t feature, uint32_t bin)
{
    return bins->limits[feature * FT_BINS_MAX + bin];
}
