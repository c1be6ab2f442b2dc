/* The names and values of fields. */
#include "unit.h"

#include <string.h>

#include "query/field.h"

static ft_field
read_value(ft_field_kind kind, const char *text)
{
    ft_field field;
    const char *problem = ft_field_read_value(kind, text, strlen(text), &field);
    if (problem != NULL)
        fail_msg("%s: %s", text, problem);
    return field;
}

static void
assert_days(const char *text, uint64_t from, uint64_t to)
{
    const ft_field field = read_value(FT_FIELD_DATE, text);
    assert_int_equal(field.from, from);
    assert_int_equal(field.to, to);
}

static void
test_field__names_end_with_a_colon(void **state)
{
    (void)state;
    ft_field_kind kind;
    size_t used;
    assert_true(ft_field_read_name("Law:x", 5, &kind, &used));
    assert_int_equal(kind, FT_FIELD_LAW);
    assert_int_equal(used, 4);
    assert_true(ft_field_read_name("文号：x", 10, &kind, &used));
    assert_int_equal(kind, FT_FIELD_NUMBER);
    assert_int_equal(used, 9);
    assert_false(ft_field_read_name("laws:x", 6, &kind, &used));
    assert_false(ft_field_read_name("law", 3, &kind, &used));
    assert_false(ft_field_read_name("民法:x", 8, &kind, &used));
}

static void
test_field__dates_are_days_or_ranges(void **state)
{
    (void)state;
    assert_days("2019", 20190000, 20199999);
    assert_days("2019-05", 20190500, 20190599);
    assert_days("2019-05-01", 20190501, 20190501);
    assert_days("2019年5月1日", 20190501, 20190501);
    assert_days("2019年", 20190000, 20199999);
    assert_days("2019..2021", 20190000, 20219999);
    assert_days("2019年..2021年3月", 20190000, 20210399);
    assert_days("2019..", 20190000, UINT64_MAX);
    assert_days("..2021-06", 0, 20210699);
    assert_days(">=2020", 20200000, UINT64_MAX);
    assert_days(">2020", 20210000, UINT64_MAX);
    assert_days("<2020", 0, 20199999);
    assert_days("<=2020-02-29", 0, 20200229);
    assert_days("≥2020", 20200000, UINT64_MAX);
}

static void
test_field__articles_are_numbers_or_ranges(void **state)
{
    (void)state;
    static const char *const same[] = {"120-3", "第一百二十条之三", "120条之3",
                                       "一百二十之三"};
    for (size_t i = 0; i < 4; i++) {
        const ft_field field = read_value(FT_FIELD_ARTICLE, same[i]);
        assert_int_equal(field.from, 120 << 16 | 3);
        assert_int_equal(field.to, 120 << 16 | 3);
    }
    const ft_field range = read_value(FT_FIELD_ARTICLE, "第四十条..45");
    assert_int_equal(range.from, 40 << 16);
    assert_int_equal(range.to, 45 << 16);
}

static void
test_field__chapters_are_numbers_or_words(void **state)
{
    (void)state;
    assert_int_equal(read_value(FT_FIELD_CHAPTER, "三").from, 3);
    assert_int_equal(read_value(FT_FIELD_CHAPTER, "12").from, 12);
    assert_int_equal(read_value(FT_FIELD_CHAPTER, "第三章").from, 3);
    assert_int_equal(read_value(FT_FIELD_CHAPTER, "总则").from, 0);
    assert_int_equal(read_value(FT_FIELD_CHAPTER, "第三章融资").from, 0);
}

static void
test_field__refuses_other_values(void **state)
{
    (void)state;
    static const struct {
        ft_field_kind kind;
        const char *text;
    } wrong[] = {
        {FT_FIELD_DATE, "19"},
        {FT_FIELD_DATE, "2019-13"},
        {FT_FIELD_DATE, "2019-05-32"},
        {FT_FIELD_DATE, "2019..x"},
        {FT_FIELD_DATE, ">"},
        {FT_FIELD_DATE, "2019-"},
        {FT_FIELD_DATE, ">=2019..2020x"},
        {FT_FIELD_ARTICLE, "0"},
        {FT_FIELD_ARTICLE, "40-"},
        {FT_FIELD_ARTICLE, "1-70000"},
        {FT_FIELD_STATUS, "drafty"},
        {FT_FIELD_LAW, ""},
        {FT_FIELD_LAW, " \xE3\x80\x80"},
    };
    for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++) {
        ft_field field;
        if (ft_field_read_value(wrong[i].kind, wrong[i].text,
                                strlen(wrong[i].text), &field) == NULL)
            fail_msg("%s was read", wrong[i].text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_field__names_end_with_a_colon),
        cmocka_unit_test(test_field__dates_are_days_or_ranges),
        cmocka_unit_test(test_field__articles_are_numbers_or_ranges),
        cmocka_unit_test(test_field__chapters_are_numbers_or_words),
        cmocka_unit_test(test_field__refuses_other_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
