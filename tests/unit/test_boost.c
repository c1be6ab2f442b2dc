/* Growing trees, by examples computed by hand. */
#include "unit.h"

#include <math.h>
#include <string.h>

#include "learn/boost.h"

static ft_array
grow(const ft_boost_rows *rows, const ft_boost_options *options)
{
    ft_array trees = {.item_size = sizeof(ft_tree)};
    assert_int_equal(ft_boost_grow(rows, options, &trees, NULL), FATIAO_OK);
    assert_int_equal(trees.count, options->tree_count);
    return trees;
}

/* Two questions with two rows each, of which only the second feature tells the
 * answers. Swapping the two rows of a question changes nDCG by
 * d = 1 - 1 / log2 3 = 0.36907, and the chance that they are the wrong way
 * round is 1/2 at first: slopes are ±d / 2, curves d / 4. The leaf of the two
 * answers is d / (d / 2) = 2, that of the others -2. */
static const float pair_features[] = {7, 1, 7, 3, 7, 1, 7, 3};
static const uint8_t pair_grades[] = {0, 1, 0, 1};
static const uint32_t pair_ends[] = {2, 4};
static const ft_boost_rows pairs = {pair_features, 2,         4,
                                    pair_grades,   pair_ends, 2};

static void
test_boost__takes_newtons_step(void **state)
{
    (void)state;
    const ft_boost_options options = {1, 1, 0, 1, 1, 1};
    ft_array trees = grow(&pairs, &options);
    const ft_forest forest = {trees.items, 1};
    assert_float_equal(ft_forest_score(&forest, (float[]){7, 1}), -2, 1e-6);
    assert_float_equal(ft_forest_score(&forest, (float[]){7, 2.9F}), -2, 1e-6);
    assert_float_equal(ft_forest_score(&forest, (float[]){7, 3}), 2, 1e-6);
    ft_array_finish(&trees);
}

/* With rate 1/2 the step is half as long; so it is with a penalty of d / 2 on
 * the second order. */
static void
test_boost__goes_a_part_of_the_way(void **state)
{
    (void)state;
    const ft_boost_options half = {1, 0.5, 0, 1, 1, 1};
    ft_array trees = grow(&pairs, &half);
    ft_forest forest = {trees.items, 1};
    assert_float_equal(ft_forest_score(&forest, (float[]){7, 3}), 1, 1e-6);
    ft_array_finish(&trees);
    const ft_boost_options penalty = {1, 1, 0.1845351, 1, 1, 1};
    trees = grow(&pairs, &penalty);
    forest.trees = trees.items;
    assert_float_equal(ft_forest_score(&forest, (float[]){7, 3}), 1, 1e-6);
    ft_array_finish(&trees);
}

/* No split may leave fewer rows than asked for: then all share one leaf. */
static void
test_boost__keeps_leaves_large_enough(void **state)
{
    (void)state;
    const ft_boost_options options = {1, 1, 0, 3, 1, 1};
    ft_array trees = grow(&pairs, &options);
    const ft_tree *tree = trees.items;
    assert_true(isinf(tree->splits[0].limit));
    assert_float_equal(tree->leaves[0], 0, 1e-6);
    ft_array_finish(&trees);
}

enum { MANY = 600, GROUP = 20, FEATURES = 3 };

/* Rows whose first feature, with noise from the others, tells the answer. */
static void
make_many(float *features, uint8_t *grades, uint32_t *ends)
{
    uint32_t chance = 1;
    for (uint32_t r = 0; r < MANY; r++) {
        for (int f = 0; f < FEATURES; f++) {
            chance = chance * 1664525U + 1013904223U;
            features[r * FEATURES + f] = (float)(chance >> 8) * 0x1p-24F;
        }
        grades[r] = features[r * FEATURES] > 0.85F;
        ends[r / GROUP] = r + 1;
    }
}

static void
test_boost__learns_an_order_and_grows_the_same_trees_again(void **state)
{
    (void)state;
    float features[MANY * FEATURES];
    uint8_t grades[MANY];
    uint32_t ends[MANY / GROUP];
    make_many(features, grades, ends);
    const ft_boost_rows rows = {features, FEATURES, MANY,
                                grades,   ends,     MANY / GROUP};
    const ft_boost_options options = {20, 0.2, 1, 5, 0.7, 9};
    ft_array trees = grow(&rows, &options);
    ft_array again = grow(&rows, &options);
    assert_memory_equal(trees.items, again.items,
                        trees.count * sizeof(ft_tree));
    const ft_forest forest = {trees.items, trees.count};
    const double answer = ft_forest_score(&forest, (float[]){0.9F, 0.5F, 0.5F});
    const double other = ft_forest_score(&forest, (float[]){0.7F, 0.5F, 0.5F});
    assert_true(answer > other + 1);
    ft_array_finish(&trees);
    ft_array_finish(&again);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_boost__takes_newtons_step),
        cmocka_unit_test(test_boost__goes_a_part_of_the_way),
        cmocka_unit_test(test_boost__keeps_leaves_large_enough),
        cmocka_unit_test(
            test_boost__learns_an_order_and_grows_the_same_trees_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
