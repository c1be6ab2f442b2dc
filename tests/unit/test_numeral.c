/* Chinese and Arabic numbers. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "text/numeral.h"
#include "text/utf8.h"

/* Reads all of `text` and gives the number; -1 if it is none or has a rest. */
static long
read_all(const char *text)
{
    uint32_t value;
    size_t used;
    if (!ft_numeral_read(text, strlen(text), &value, &used) ||
        used != strlen(text))
        return -1;
    return (long)value;
}

static void
test_numeral__reads_ten_without_leading_one(void **state)
{
    (void)state;
    assert_int_equal(read_all("十"), 10);
    assert_int_equal(read_all("十四"), 14);
    assert_int_equal(read_all("二十"), 20);
    assert_int_equal(read_all("九十九"), 99);
}

static void
test_numeral__reads_units_and_zeros(void **state)
{
    (void)state;
    assert_int_equal(read_all("零"), 0);
    assert_int_equal(read_all("一"), 1);
    assert_int_equal(read_all("一百"), 100);
    assert_int_equal(read_all("一百零一"), 101);
    assert_int_equal(read_all("一百一十"), 110);
    assert_int_equal(read_all("一百二十"), 120);
    assert_int_equal(read_all("一千零六"), 1006);
    assert_int_equal(read_all("一千零一十"), 1010);
    assert_int_equal(read_all("一千二百五十九"), 1259);
    assert_int_equal(read_all("两百"), 200);
    assert_int_equal(read_all("十万零三"), 100003);
}

static void
test_numeral__reads_rows_of_digits_by_place(void **state)
{
    (void)state;
    assert_int_equal(read_all("一八四○"), 1840);
    assert_int_equal(read_all("二〇二三"), 2023);
    assert_int_equal(read_all("一九九四"), 1994);
}

static void
test_numeral__reads_arabic_digits_of_both_widths(void **state)
{
    (void)state;
    assert_int_equal(read_all("12"), 12);
    assert_int_equal(read_all("１２"), 12);
    assert_int_equal(read_all("1１"), -1);
    assert_int_equal(read_all("999999"), 999999);
    assert_int_equal(read_all("1000000"), -1);
}

static void
test_numeral__stops_where_the_number_ends(void **state)
{
    (void)state;
    uint32_t value;
    size_t used;
    assert_true(ft_numeral_read("四十条", 9, &value, &used));
    assert_int_equal(value, 40);
    assert_int_equal(used, strlen("四十"));
    assert_true(ft_numeral_read("三百零条", 12, &value, &used));
    assert_int_equal(value, 300);
    assert_int_equal(used, strlen("三百"));
    assert_true(ft_numeral_read("12条", 5, &value, NULL));
    assert_int_equal(value, 12);
}

static void
test_numeral__refuses_what_is_none(void **state)
{
    (void)state;
    uint32_t value;
    assert_false(ft_numeral_read("", 0, &value, NULL));
    assert_false(ft_numeral_read("条", 3, &value, NULL));
    assert_false(ft_numeral_read("百二十", 9, &value, NULL));
    assert_false(ft_numeral_read("万", 3, &value, NULL));
    assert_false(ft_numeral_read("\xE4", 1, &value, NULL));
}

static void
test_numeral__writes_what_it_reads(void **state)
{
    (void)state;
    static const struct {
        uint32_t value;
        const char *text;
    } cases[] = {
        {0, "零"},
        {1, "一"},
        {10, "十"},
        {14, "十四"},
        {20, "二十"},
        {101, "一百零一"},
        {110, "一百一十"},
        {1001, "一千零一"},
        {1010, "一千零一十"},
        {1259, "一千二百五十九"},
        {100010, "十万零一十"},
        {999999, "九十九万九千九百九十九"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        ft_strbuf out = {0};
        ft_numeral_write(&out, cases[i].value);
        assert_string_equal(ft_strbuf_string(&out), cases[i].text);
        ft_strbuf_finish(&out);
    }
    for (uint32_t value = 0; value < 30000; value++) {
        ft_strbuf out = {0};
        ft_numeral_write(&out, value);
        assert_int_equal(read_all(ft_strbuf_string(&out)), value);
        ft_strbuf_finish(&out);
    }
}

/* Reads the amount that all of `text`, written in folded characters, is, and
 * writes it; "" if it is none or has a rest. */
static const char *
amount_of(const char *text)
{
    static char written[64];
    uint32_t codes[64];
    size_t count = 0;
    ft_decimal value;
    for (size_t i = 0; i < strlen(text);)
        codes[count++] = ft_utf8_next(text, strlen(text), &i);
    written[0] = '\0';
    if (ft_numeral_read_amount(codes, count, &value) != count)
        return written;
    ft_strbuf out = {0};
    ft_decimal_write(&out, value);
    snprintf(written, sizeof(written), "%s", ft_strbuf_string(&out));
    ft_strbuf_finish(&out);
    return written;
}

static void
test_numeral__reads_amounts_of_both_kinds_of_digits(void **state)
{
    (void)state;
    assert_string_equal(amount_of("一千万"), "10000000");
    assert_string_equal(amount_of("1千万"), "10000000");
    assert_string_equal(amount_of("10,000,000"), "10000000");
    assert_string_equal(amount_of("三亿五千万"), "350000000");
    assert_string_equal(amount_of("3亿5000万"), "350000000");
    assert_string_equal(amount_of("十万亿"), "10000000000000");
    assert_string_equal(amount_of("1.50"), "1.5");
    assert_string_equal(amount_of("三点一四"), "3.14");
    assert_string_equal(amount_of("一点五亿"), "150000000");
    assert_string_equal(amount_of("一百零三"), "103");
    assert_string_equal(amount_of("一百三"), "130");
    assert_string_equal(amount_of("3万5"), "35000");
    assert_string_equal(amount_of("二零二三"), "2023");
    assert_string_equal(amount_of("零"), "0");
}

static void
test_numeral__amounts_end_where_they_make_no_sense(void **state)
{
    (void)state;
    assert_string_equal(amount_of("三五"), "");
    assert_string_equal(amount_of("五六十"), "");
    assert_string_equal(amount_of("1,00"), "");
    assert_string_equal(amount_of("1.2.3"), "");
    assert_string_equal(amount_of("万一"), "");
    assert_string_equal(amount_of("1万2万"), "");
    assert_string_equal(amount_of("9999999999999999"), "");
    assert_string_equal(amount_of("1亿亿"), "");
    assert_string_equal(amount_of("九点三十"), "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numeral__reads_ten_without_leading_one),
        cmocka_unit_test(test_numeral__reads_units_and_zeros),
        cmocka_unit_test(test_numeral__reads_rows_of_digits_by_place),
        cmocka_unit_test(test_numeral__reads_arabic_digits_of_both_widths),
        cmocka_unit_test(test_numeral__stops_where_the_number_ends),
        cmocka_unit_test(test_numeral__refuses_what_is_none),
        cmocka_unit_test(test_numeral__writes_what_it_reads),
        cmocka_unit_test(test_numeral__reads_amounts_of_both_kinds_of_digits),
        cmocka_unit_test(test_numeral__amounts_end_where_they_make_no_sense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
