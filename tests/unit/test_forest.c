/* Applying and explaining trees. */
#include "unit.h"

#include <math.h>

#include "model/forest.h"

/* Splits by feature 0 at 1, then on the right by feature 1 at 5; the leaves are
 * 1 on the left, 2 and 10 on the right. */
static ft_tree
two_splits(void)
{
    ft_tree tree;
    for (int i = 0; i < FT_TREE_SPLITS; i++)
        tree.splits[i] = (ft_split){0, INFINITY};
    tree.splits[0] = (ft_split){0, 1};
    tree.splits[2] = (ft_split){1, 5};
    for (int i = 0; i < FT_TREE_LEAVES; i++)
        tree.leaves[i] = i < 8 ? 1 : i < 12 ? 2 : 10;
    return tree;
}

static void
test_forest__goes_right_from_the_limit_on(void **state)
{
    (void)state;
    const ft_tree tree = two_splits();
    assert_int_equal(ft_tree_leaf(&tree, (float[]){0.9F, 9}), 0);
    assert_int_equal(ft_tree_leaf(&tree, (float[]){1, 4}), 8);
    assert_int_equal(ft_tree_leaf(&tree, (float[]){1, 5}), 12);
}

static void
test_forest__adds_up_the_trees(void **state)
{
    (void)state;
    const ft_tree trees[2] = {two_splits(), two_splits()};
    const ft_forest forest = {trees, 2};
    assert_float_equal(ft_forest_score(&forest, (float[]){0, 9}), 2, 1e-9);
    assert_float_equal(ft_forest_score(&forest, (float[]){2, 9}), 20, 1e-9);
    const ft_forest none = {NULL, 0};
    assert_float_equal(ft_forest_score(&none, (float[]){2, 9}), 0, 1e-9);
}

/* The mean of all leaves is (8 + 4 * 2 + 4 * 10) / 16 = 3.5, of the right half
 * (4 * 2 + 4 * 10) / 8 = 6. */
static void
test_forest__explains_each_step_of_the_path(void **state)
{
    (void)state;
    const ft_tree tree = two_splits();
    const ft_forest forest = {&tree, 1};
    double shares[2] = {0, 0};
    assert_float_equal(ft_forest_explain(&forest, (float[]){2, 9}, shares), 3.5,
                       1e-9);
    assert_float_equal(shares[0], 2.5, 1e-9);
    assert_float_equal(shares[1], 4, 1e-9);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_forest__goes_right_from_the_limit_on),
        cmocka_unit_test(test_forest__adds_up_the_trees),
        cmocka_unit_test(test_forest__explains_each_step_of_the_path),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
