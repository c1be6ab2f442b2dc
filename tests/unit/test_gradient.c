/* Gradients of small questions, computed by hand. */
#include "unit.h"

#include "learn/gradient.h"

/* An answer in second place behind another row of the same score: swapping the
 * two changes nDCG by 1 - 1 / log2 3 = 0.36907, and the chance that they are
 * the wrong way round is 1/2. */
static void
test_gradient__pulls_an_answer_up_and_the_other_down(void **state)
{
    (void)state;
    const uint8_t grades[] = {0, 1};
    const uint32_t end = 2;
    const ft_boost_rows rows = {
        .count = 2, .grades = grades, .group_ends = &end, .group_count = 1};
    const double scores[] = {0.5, 0.5};
    double slopes[2];
    double curves[2];
    assert_int_equal(ft_gradient_fill(&rows, scores, slopes, curves, NULL),
                     FATIAO_OK);
    assert_float_equal(slopes[0], -0.184535, 1e-6);
    assert_float_equal(slopes[1], 0.184535, 1e-6);
    assert_float_equal(curves[0], 0.092268, 1e-6);
    assert_float_equal(curves[1], 0.092268, 1e-6);
}

/* Rows of different questions do not pull at each other, nor do those of a
 * question without an answer. */
static void
test_gradient__keeps_groups_apart(void **state)
{
    (void)state;
    const uint8_t grades[] = {1, 0, 0};
    const uint32_t ends[] = {1, 3};
    const ft_boost_rows rows = {
        .count = 3, .grades = grades, .group_ends = ends, .group_count = 2};
    const double scores[] = {0, 1, 2};
    double slopes[3];
    double curves[3];
    assert_int_equal(ft_gradient_fill(&rows, scores, slopes, curves, NULL),
                     FATIAO_OK);
    for (int i = 0; i < 3; i++)
        assert_float_equal(slopes[i], 0, 1e-12);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_gradient__pulls_an_answer_up_and_the_other_down),
        cmocka_unit_test(test_gradient__keeps_groups_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
