/* Sets of documents. */
#include "unit.h"

#include "search/bitset.h"

static void
test_bitset__adds_removes_and_goes_through(void **state)
{
    (void)state;
    ft_bitset set;
    assert_true(ft_bitset_init(&set, 200));
    assert_int_equal(ft_bitset_next(&set, 0), UINT32_MAX);
    ft_bitset_add(&set, 63);
    ft_bitset_add(&set, 64);
    ft_bitset_add(&set, 200);
    ft_bitset_add(&set, 4000000000u);
    assert_int_equal(ft_bitset_next(&set, 0), 63);
    assert_int_equal(ft_bitset_next(&set, 64), 64);
    assert_int_equal(ft_bitset_next(&set, 65), 200);
    assert_int_equal(ft_bitset_next(&set, 201), UINT32_MAX);
    assert_int_equal(ft_bitset_next(&set, UINT32_MAX), UINT32_MAX);
    assert_true(ft_bitset_has(&set, 64));
    ft_bitset_remove(&set, 64);
    assert_false(ft_bitset_has(&set, 64));
    assert_false(ft_bitset_has(&set, 4000000000u));
    ft_bitset_finish(&set);
}

static void
test_bitset__ranges_end_before_their_end(void **state)
{
    (void)state;
    static const uint32_t ranges[][2] = {
        {3, 3}, {3, 4}, {0, 64}, {60, 70}, {1, 200}, {64, 192}, {190, 300}};
    for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++) {
        ft_bitset set;
        assert_true(ft_bitset_init(&set, 199));
        ft_bitset_add_range(&set, ranges[i][0], ranges[i][1]);
        for (uint32_t id = 0; id < 200; id++)
            assert_int_equal(ft_bitset_has(&set, id),
                             id >= ranges[i][0] && id < ranges[i][1]);
        ft_bitset_finish(&set);
    }
}

static void
test_bitset__puts_sets_together(void **state)
{
    (void)state;
    ft_bitset a;
    ft_bitset b;
    assert_true(ft_bitset_init(&a, 100) && ft_bitset_init(&b, 100));
    ft_bitset_add_range(&a, 10, 90);
    ft_bitset_add_range(&b, 50, 100);
    ft_bitset_keep(&a, &b);
    assert_int_equal(ft_bitset_next(&a, 0), 50);
    ft_bitset_join(&a, &b);
    assert_true(ft_bitset_has(&a, 99));
    ft_bitset_invert(&a);
    assert_true(ft_bitset_has(&a, 49));
    assert_false(ft_bitset_has(&a, 50));
    ft_bitset_drop(&b, &b);
    assert_int_equal(ft_bitset_next(&b, 0), UINT32_MAX);
    ft_bitset_finish(&a);
    ft_bitset_finish(&b);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bitset__adds_removes_and_goes_through),
        cmocka_unit_test(test_bitset__ranges_end_before_their_end),
        cmocka_unit_test(test_bitset__puts_sets_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
