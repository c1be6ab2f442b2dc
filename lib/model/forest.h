/* Boosted trees: the sum of many small decision trees over features. All trees
 * have one depth and lie whole in one array, level by level:
 *
 *                    splits[0]                 a row goes right where its
 *                  /           \               feature is at least the limit
 *           splits[1]         splits[2]
 *            /    \            /    \
 *      leaves[0]  [1]       [2]     [3]
 *
 * A split that does not part anything has the limit INFINITY: all go left. */
#ifndef FT_MODEL_FOREST_H
#define FT_MODEL_FOREST_H

#include <stddef.h>
#include <stdint.h>

enum {
    FT_TREE_DEPTH = 4,
    FT_TREE_SPLITS = (1 << FT_TREE_DEPTH) - 1,
    FT_TREE_LEAVES = 1 << FT_TREE_DEPTH
};

typedef struct ft_split {
    uint32_t feature;
    float limit;
} ft_split;

typedef struct ft_tree {
    ft_split splits[FT_TREE_SPLITS];
    float leaves[FT_TREE_LEAVES];
} ft_tree;

typedef struct ft_forest {
    const ft_tree *trees;
    size_t count;
} ft_forest;

/* The leaf of `tree` that a row of features falls into. */
size_t ft_tree_leaf(const ft_tree *tree, const float *features);

/* The sum of the leaves that a row falls into. */
double ft_forest_score(const ft_forest *forest, const float *features);

/* What each feature adds to the score: along the path through each tree, the
 * step from the mean of a split's leaves to that of the side taken belongs to
 * the split's feature. `shares`, one for each feature and all 0 before, adds
 * up, together with the mean that is returned, to the score. */
double ft_forest_explain(const ft_forest *forest, const float *features,
                         double *shares);

#endif
