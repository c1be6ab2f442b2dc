/* Exact decimals. */
#include "unit.h"

#include "text/decimal.h"

static void
assert_written(ft_decimal value, const char *expected)
{
    ft_strbuf out = {0};
    ft_decimal_write(&out, value);
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
}

static void
test_decimal__adds_and_multiplies_exactly(void **state)
{
    (void)state;
    ft_decimal value = {15, 1};
    assert_true(ft_decimal_add(&value, (ft_decimal){25, 2}));
    assert_written(value, "1.75");
    assert_true(ft_decimal_multiply(&value, 4));
    assert_written(value, "7");
    assert_true(ft_decimal_add(&value, (ft_decimal){3, 0}));
    assert_written(value, "10");
    assert_true(ft_decimal_multiply(&value, 0));
    assert_written(value, "0");
}

static void
test_decimal__keeps_no_needless_zero(void **state)
{
    (void)state;
    ft_decimal value = {300, 0};
    ft_decimal_shift(&value, 1);
    assert_int_equal(value.digits, 30);
    assert_int_equal(value.places, 0);
    ft_decimal_shift(&value, 3);
    assert_written(value, "0.03");
    assert_true(ft_decimal_append(&value, 7));
    assert_written(value, "0.37");
}

static void
test_decimal__refuses_more_digits_than_it_has(void **state)
{
    (void)state;
    ft_decimal value = {FT_DECIMAL_MAX, 0};
    assert_false(ft_decimal_add(&value, (ft_decimal){1, 0}));
    assert_false(ft_decimal_add(&value, (ft_decimal){1, 1}));
    assert_false(ft_decimal_multiply(&value, 2));
    assert_false(ft_decimal_append(&value, 0));
    assert_int_equal(value.digits, FT_DECIMAL_MAX);
    assert_int_equal(value.places, 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimal__adds_and_multiplies_exactly),
        cmocka_unit_test(test_decimal__keeps_no_needless_zero),
        cmocka_unit_test(test_decimal__refuses_more_digits_than_it_has),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
