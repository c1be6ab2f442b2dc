/* The growing array. */
#include "unit.h"

#include "base/array.h"

static void
test_array__keeps_items_while_growing(void **state)
{
    (void)state;
    ft_array array = {.item_size = sizeof(int)};
    for (int i = 0; i < 1000; i++) {
        int *item = ft_array_push(&array);
        assert_non_null(item);
        assert_int_equal(*item, 0);
        *item = i;
    }
    assert_int_equal(array.count, 1000);
    for (int i = 0; i < 1000; i++)
        assert_int_equal(*(int *)ft_array_at(&array, (size_t)i), i);
    ft_array_finish(&array);
    assert_int_equal(array.count, 0);
}

static void
test_array__cleared_items_come_back_zeroed(void **state)
{
    (void)state;
    ft_array array = {.item_size = sizeof(int)};
    *(int *)ft_array_push(&array) = 7;
    ft_array_clear(&array);
    assert_int_equal(*(int *)ft_array_push(&array), 0);
    ft_array_finish(&array);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_array__keeps_items_while_growing),
        cmocka_unit_test(test_array__cleared_items_come_back_zeroed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
