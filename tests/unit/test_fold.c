/* Folding. */
#include "unit.h"

#include <string.h>

#include "base/strbuf.h"
#include "text/fold.h"

static void
assert_folds(const char *text, const char *expected)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    assert_int_equal(ft_fold(text, strlen(text), &chars, NULL), FATIAO_OK);
    ft_strbuf out = {0};
    const ft_char *all = chars.items;
    for (size_t i = 0; i < chars.count; i++)
        ft_strbuf_char(&out, all[i].code);
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_array_finish(&chars);
}

static void
test_fold__makes_traditional_characters_simplified(void **state)
{
    (void)state;
    assert_folds("應收帳款 中小企業", "应收账款中小企业");
    assert_folds("应收账款", "应收账款");
}

static void
test_fold__makes_width_and_case_equal(void **state)
{
    (void)state;
    assert_folds("３０％ ＳＭＥ", "30%sme");
    assert_folds("（中小企业)", "(中小企业)");
    assert_folds("㈠、①", "(一)、1");
}

static void
test_fold__knows_variants_and_compatibility_forms(void **state)
{
    (void)state;
    assert_folds("笫五十四条", "第五十四条");
    assert_folds("一八四〇 一八四○", "一八四零一八四零");
    assert_folds("\xEF\xA5\xB9", "凉"); /* U+F979 */
}

static void
test_fold__keeps_blanks_between_latin_words_only(void **state)
{
    (void)state;
    assert_folds("总　　则", "总则");
    assert_folds(" daikuan  tiexi 贷款 A 股 ", "daikuan tiexi贷款a股");
    assert_folds("\xE2\x80\x8B", "");
}

static void
test_fold__remembers_where_characters_came_from(void **state)
{
    (void)state;
    const char *text = "a 帳 Ｂ";
    ft_array chars = {.item_size = sizeof(ft_char)};
    assert_int_equal(ft_fold(text, strlen(text), &chars, NULL), FATIAO_OK);
    const ft_char *all = chars.items;
    assert_int_equal(chars.count, 3);
    assert_int_equal(all[1].byte_start, 2);
    assert_int_equal(all[1].byte_end, 5);
    assert_int_equal(all[2].byte_start, 6);
    assert_int_equal(all[2].byte_end, 9);
    ft_array_finish(&chars);
}

static void
test_fold__marks_whole_letters(void **state)
{
    (void)state;
    const char *text = "cafe\xCC\x81s"; /* e with a combining acute */
    ft_array chars = {.item_size = sizeof(ft_char)};
    assert_int_equal(ft_fold(text, strlen(text), &chars, NULL), FATIAO_OK);
    size_t start;
    size_t end;
    ft_fold_source(chars.items, chars.count, 3, 1, &start, &end);
    assert_int_equal(start, 3);
    assert_int_equal(end, 6);
    ft_array_finish(&chars);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_fold__makes_traditional_characters_simplified),
        cmocka_unit_test(test_fold__makes_width_and_case_equal),
        cmocka_unit_test(test_fold__knows_variants_and_compatibility_forms),
        cmocka_unit_test(test_fold__keeps_blanks_between_latin_words_only),
        cmocka_unit_test(test_fold__remembers_where_characters_came_from),
        cmocka_unit_test(test_fold__marks_whole_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
