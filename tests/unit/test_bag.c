/* Counting terms. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "index/bag.h"

static void
test_bag__counts_terms_by_prefix_in_the_order_of_coming(void **state)
{
    (void)state;
    ft_bag bag = {0};
    ft_bag_add(&bag, 'P', "企业", 6);
    ft_bag_add(&bag, 'W', "企业", 6);
    ft_bag_add(&bag, 'P', "企业", 6);
    ft_bag_add(&bag, 'P', "业企", 6);
    assert_false(ft_bag_failed(&bag));
    assert_int_equal(bag.count, 3);
    const ft_bag_term first = ft_bag_at(&bag, 0);
    assert_int_equal(first.byte_count, 7);
    assert_memory_equal(first.bytes, "P企业", 7);
    assert_int_equal(first.frequency, 2);
    assert_memory_equal(ft_bag_at(&bag, 1).bytes, "W企业", 7);
    assert_int_equal(ft_bag_at(&bag, 1).frequency, 1);
    assert_memory_equal(ft_bag_at(&bag, 2).bytes, "P业企", 7);
    ft_bag_finish(&bag);
}

static void
test_bag__keeps_ten_thousand_apart_and_forgets_them(void **state)
{
    (void)state;
    ft_bag bag = {0};
    char text[16];
    for (int round = 0; round < 2; round++) {
        for (int pass = 0; pass < 3; pass++)
            for (int i = 0; i < 10000; i++) {
                snprintf(text, sizeof(text), "%d", i);
                ft_bag_add(&bag, 'C', text, strlen(text));
            }
        assert_int_equal(bag.count, 10000);
        for (size_t i = 0; i < bag.count; i++)
            assert_int_equal(ft_bag_at(&bag, i).frequency, 3);
        ft_bag_clear(&bag);
        assert_int_equal(bag.count, 0);
    }
    ft_bag_add(&bag, 'C', "7", 1);
    assert_int_equal(bag.count, 1);
    assert_int_equal(ft_bag_at(&bag, 0).frequency, 1);
    ft_bag_finish(&bag);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_bag__counts_terms_by_prefix_in_the_order_of_coming),
        cmocka_unit_test(test_bag__keeps_ten_thousand_apart_and_forgets_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
