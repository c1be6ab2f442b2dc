/* Applying boosted trees. */
#include "model/forest.h"

size_t
ft_tree_leaf(const ft_tree *tree, const float *features)
{
    size_t at = 0;
    for (int level = 0; level < FT_TREE_DEPTH; level++) {
        const ft_split *split = &tree->splits[at];
        at = 2 * at + 1 + (features[split->feature] >= split->limit);
    }
    return at - FT_TREE_SPLITS;
}

double
ft_forest_score(const ft_forest *forest, const float *features)
{
    double score = 0;
    for (size_t i = 0; i < forest->count; i++)
        score +=
            forest->trees[i].leaves[ft_tree_leaf(&forest->trees[i], features)];
    return score;
}

/* The mean of the leaves below a node. */
static double
mean_below(const ft_tree *tree, size_t node)
{
    size_t first = node;
    size_t last = node;
    while (first < FT_TREE_SPLITS) {
        first = 2 * first + 1;
        last = 2 * last + 2;
    }
    double sum = 0;
    for (size_t i = first; i <= last; i++)
        sum += tree->leaves[i - FT_TREE_SPLITS];
    return sum / (double)(last - first + 1);
}

double
ft_forest_explain(const ft_forest *forest, const float *features,
                  double *shares)
{
    double base = 0;
    for (size_t i = 0; i < forest->count; i++) {
        const ft_tree *tree = &forest->trees[i];
        size_t at = 0;
        double here = mean_below(tree, at);
        base += here;
        while (at < FT_TREE_SPLITS) {
            const ft_split *split = &tree->splits[at];
            at = 2 * at + 1 + (features[split->feature] >= split->limit);
            const double next = mean_below(tree, at);
            shares[split->feature] += next - here;
            here = next;
        }
    }
    return base;
}
