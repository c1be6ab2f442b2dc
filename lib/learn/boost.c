/* Growing trees level by level from histograms. */
#include "learn/boost.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "learn/bins.h"
#include "learn/gradient.h"

/* A bin of a histogram: what its rows add up to. */
typedef struct cell {
    double slope;
    double curve;
    double rows;
} cell;

/* A node of the level being split: the best split found so far. */
typedef struct open_node {
    cell sum;
    double gain;
    uint32_t feature;
    uint32_t bin; /* rows in this bin or above go right */
} open_node;

/* All that growing works with. */
typedef struct growing {
    const ft_boost_rows *rows;
    const ft_boost_options *options;
    ft_bins bins;
    double *scores; /* of each row, by the trees so far */
    double *slopes; /* first and second order of each row */
    double *curves;
    uint16_t *nodes;   /* of each row: where it is in this level */
    cell *histogram;   /* of one feature, for each node of the level */
    uint8_t *is_drawn; /* which features this tree may use */
    uint64_t chance;
} growing;

static void
growing_finish(growing *g)
{
    ft_bins_finish(&g->bins);
    free(g->scores);
    free(g->slopes);
    free(g->curves);
    free(g->nodes);
    free(g->histogram);
    free(g->is_drawn);
}

static fatiao_status
growing_init(growing *g, fatiao_error *error)
{
    const size_t count = g->rows->count;
    const size_t cells = (size_t)FT_TREE_LEAVES / 2 * FT_BINS_MAX;
    g->chance = g->options->seed;
    g->scores = calloc(count, sizeof(*g->scores));
    g->slopes = malloc(count * sizeof(*g->slopes));
    g->curves = malloc(count * sizeof(*g->curves));
    g->nodes = malloc(count * sizeof(*g->nodes));
    g->histogram = malloc(cells * sizeof(*g->histogram));
    g->is_drawn = malloc(g->rows->feature_count);
    if (g->scores == NULL || g->slopes == NULL || g->curves == NULL ||
        g->nodes == NULL || g->histogram == NULL || g->is_drawn == NULL)
        return ft_error_memory(error);
    return ft_bins_make(&g->bins, g->rows, error);
}

/* The next number of a fixed sequence that looks random (SplitMix64). */
static uint64_t
draw(uint64_t *state)
{
    uint64_t z = (*state += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
}

static void
draw_features(growing *g)
{
    for (size_t i = 0; i < g->rows->feature_count; i++)
        g->is_drawn[i] =
            (double)(draw(&g->chance) >> 11) * 0x1p-53 < g->options->share;
}

/* What splitting off rows of this sum is good for. */
static double
worth(const growing *g, const cell *sum)
{
    return sum->slope * sum->slope / (sum->curve + g->options->penalty);
}

/* Fills the histogram of one feature for all nodes of the level. */
static void
fill_histogram(growing *g, size_t feature, size_t node_count)
{
    memset(g->histogram, 0, node_count * FT_BINS_MAX * sizeof(cell));
    const uint8_t *bins = g->bins.of_rows + feature * g->rows->count;
    for (size_t r = 0; r < g->rows->count; r++) {
        cell *at = &g->histogram[(size_t)g->nodes[r] * FT_BINS_MAX + bins[r]];
        at->slope += g->slopes[r];
        at->curve += g->curves[r];
        at->rows += 1;
    }
}

/* Looks for the best place to split a node by one feature. */
static void
try_feature(const growing *g, size_t feature, size_t node, open_node *open)
{
    const cell *histogram = &g->histogram[node * FT_BINS_MAX];
    const double whole = worth(g, &open->sum);
    cell left = {0};
    for (uint32_t bin = 1; bin < g->bins.counts[feature]; bin++) {
        left.slope += histogram[bin - 1].slope;
        left.curve += histogram[bin - 1].curve;
        left.rows += histogram[bin - 1].rows;
        const cell right = {open->sum.slope - left.slope,
                            open->sum.curve - left.curve,
                            open->sum.rows - left.rows};
        if (left.rows < g->options->leaf_rows ||
            right.rows < g->options->leaf_rows)
            continue;
        const double gain = worth(g, &left) + worth(g, &right) - whole;
        if (gain > open->gain) {
            open->gain = gain;
            open->feature = (uint32_t)feature;
            open->bin = bin;
        }
    }
}

static void
sum_nodes(const growing *g, open_node *open, size_t node_count)
{
    memset(open, 0, node_count * sizeof(*open));
    for (size_t r = 0; r < g->rows->count; r++) {
        cell *sum = &open[g->nodes[r]].sum;
        sum->slope += g->slopes[r];
        sum->curve += g->curves[r];
        sum->rows += 1;
    }
}

/* Moves each row to its node of the next level. */
static void
part_rows(growing *g, const open_node *open)
{
    for (size_t r = 0; r < g->rows->count; r++) {
        const open_node *node = &open[g->nodes[r]];
        const uint8_t bin = g->bins.of_rows[node->feature * g->rows->count + r];
        const bool is_right = node->gain > 0 && bin >= node->bin;
        g->nodes[r] = (uint16_t)(2 * g->nodes[r] + is_right);
    }
}

static void
split_level(growing *g, int level, ft_tree *tree)
{
    const size_t node_count = (size_t)1 << level;
    open_node open[FT_TREE_LEAVES];
    sum_nodes(g, open, node_count);
    for (size_t f = 0; f < g->rows->feature_count; f++) {
        if (!g->is_drawn[f])
            continue;
        fill_histogram(g, f, node_count);
        for (size_t node = 0; node < node_count; node++)
            try_feature(g, f, node, &open[node]);
    }
    for (size_t node = 0; node < node_count; node++) {
        ft_split *split = &tree->splits[node_count - 1 + node];
        split->feature = open[node].feature;
        split->limit =
            open[node].gain > 0
                ? ft_bins_limit(&g->bins, open[node].feature, open[node].bin)
                : INFINITY;
    }
    part_rows(g, open);
}

/* Sets the leaves by Newton's step, and the scores of the rows by them. */
static void
set_leaves(growing *g, ft_tree *tree)
{
    open_node leaves[FT_TREE_LEAVES];
    sum_nodes(g, leaves, FT_TREE_LEAVES);
    for (size_t i = 0; i < FT_TREE_LEAVES; i++) {
        const cell *sum = &leaves[i].sum;
        const double step =
            sum->rows > 0 ? sum->slope / (sum->curve + g->options->penalty) : 0;
        tree->leaves[i] = (float)(g->options->rate * step);
    }
    for (size_t r = 0; r < g->rows->count; r++)
        g->scores[r] += tree->leaves[g->nodes[r]];
}

static fatiao_status
grow_tree(growing *g, ft_tree *tree, fatiao_error *error)
{
    const fatiao_status status =
        ft_gradient_fill(g->rows, g->scores, g->slopes, g->curves, error);
    if (status != FATIAO_OK)
        return status;
    draw_features(g);
    memset(g->nodes, 0, g->rows->count * sizeof(*g->nodes));
    for (int level = 0; level < FT_TREE_DEPTH; level++)
        split_level(g, level, tree);
    set_leaves(g, tree);
    return FATIAO_OK;
}

fatiao_status
ft_boost_grow(const ft_boost_rows *rows, const ft_boost_options *options,
              ft_array *trees, fatiao_error *error)
{
    growing g = {.rows = rows, .options = options};
    fatiao_status status = growing_init(&g, error);
    for (size_t i = 0; status == FATIAO_OK && i < options->tree_count; i++) {
        ft_tree *tree = ft_array_push(trees);
        status =
            tree == NULL ? ft_error_memory(error) : grow_tree(&g, tree, error);
    }
    growing_finish(&g);
    return status;
}
