/* Growing boosted trees out of judged rows, so that answers come before others,
 * in the first places above all: LambdaMART (Burges, "From RankNet to
 * LambdaRank to LambdaMART", 2010) with nDCG. The more a tree's leaves put
 * right of what the trees before it have got wrong, the better its splits.
 *
 *     ft_boost_rows rows = {…};
 *     ft_array trees = {.item_size = sizeof(ft_tree)};
 *     status = ft_boost_grow(&rows, &options, &trees, error);
 *
 * Features are sorted into at most 255 bins each, and splits are searched for
 * in histograms over these. The same rows always grow the same trees. */
#ifndef FT_LEARN_BOOST_H
#define FT_LEARN_BOOST_H

#include <fatiao/fatiao.h>

#include "base/array.h"
#include "model/forest.h"

/* Rows of features with grades, in groups: a group is what one question found,
 * and only rows of one group are compared. */
typedef struct ft_boost_rows {
    const float *features; /* of row r: [r * feature_count, …) */
    size_t feature_count;
    size_t count;
    const uint8_t *grades;      /* of each row: 0 is no answer */
    const uint32_t *group_ends; /* of each group: the row behind its last */
    size_t group_count;
} ft_boost_rows;

typedef struct ft_boost_options {
    size_t tree_count;
    double rate;      /* the part of each tree's step that is taken */
    double penalty;   /* on large leaves: added to each one's second order */
    double leaf_rows; /* the fewest rows that a leaf may hold */
    double share;     /* of the features, drawn for each tree */
    uint64_t seed;    /* of these draws */
} ft_boost_options;

/* Pushes `tree_count` trees (ft_tree). */
fatiao_status ft_boost_grow(const ft_boost_rows *rows,
                            const ft_boost_options *options, ft_array *trees,
                            fatiao_error *error);

#endif
