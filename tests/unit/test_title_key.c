/* Titles as they are compared. */
#include "unit.h"

#include <string.h>

#include "statute/title_key.h"

static void
assert_key(const char *title, bool is_stem, const char *expected)
{
    ft_strbuf key = {0};
    assert_int_equal(ft_title_key_of(&key, title, is_stem, NULL), FATIAO_OK);
    assert_string_equal(ft_title_key_short(ft_strbuf_string(&key)), expected);
    ft_strbuf_finish(&key);
}

static void
test_title_key__leaves_out_signs_and_the_country(void **state)
{
    (void)state;
    assert_key("中华人民共和国公司法", false, "公司法");
    assert_key("关于适用〈公司法〉的规定（二）", false,
               "关于适用公司法的规定二");
    assert_key("收費辦法（试行）", true, "收费办法");
    assert_key("中华人民共和国", false, "中华人民共和国");
    assert_key("", false, "");
}

static bool
has_number(const char *title)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    assert_int_equal(ft_fold(title, strlen(title), &chars, NULL), FATIAO_OK);
    const bool has = ft_title_key_has_number(chars.items, chars.count);
    ft_array_finish(&chars);
    return has;
}

static void
test_title_key__knows_numbers_in_brackets(void **state)
{
    (void)state;
    assert_true(has_number("刑法修正案（八）"));
    assert_true(has_number("若干问题的解释（十一）的补充"));
    assert_false(has_number("收费办法（试行）"));
    assert_false(has_number("公司法（2018年修正）"));
    assert_false(has_number("公司法（"));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_title_key__leaves_out_signs_and_the_country),
        cmocka_unit_test(test_title_key__knows_numbers_in_brackets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
