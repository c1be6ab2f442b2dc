/* Cutting rows of Han characters into words. */
#include "unit.h"

#include <string.h>

#include "text/cutter.h"
#include "text/token.h"

/* A dictionary of three characters, made by hand: 甲 (class 1) costs 40, 乙
 * (class 2) 40, 甲乙 90, 甲乙丙 60, and 乙丙 is of the lexicon; 丙 (class 3)
 * by itself is no word. The root's children stand from 0, those of 甲 from 4
 * (cell 6), of 甲乙 from 5 (cell 8), of 乙 from 6 (cell 9). */
static uint16_t classes[FT_HAN_COUNT];
static const uint16_t labels[] = {0, 1, 2, 0, 0, 0, 2, 0, 3, 3, 0};
static const uint32_t nodes[] = {
    0,
    4 << FT_NODE_BASE_SHIFT | 40,
    6 << FT_NODE_BASE_SHIFT | 40,
    0,
    0,
    0,
    5 << FT_NODE_BASE_SHIFT | 90,
    0,
    60,
    FT_NODE_LEXICON,
    0,
};
static const ft_dictionary small = {
    .classes = classes, .nodes = nodes, .labels = labels};

static void
assert_cuts(bool has_lexicon, const char *text, const char *expected)
{
    classes[U'甲' - FT_HAN_FIRST] = 1;
    classes[U'乙' - FT_HAN_FIRST] = 2;
    classes[U'丙' - FT_HAN_FIRST] = 3;
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_array tokens = {.item_size = sizeof(ft_token)};
    assert_int_equal(ft_fold(text, strlen(text), &chars, NULL), FATIAO_OK);
    ft_cutter cutter;
    ft_cutter_init(&cutter, &small, has_lexicon);
    assert_true(
        ft_cutter_run(&cutter, chars.items, 0, (uint32_t)chars.count, &tokens));
    ft_strbuf out = {0};
    for (size_t i = 0; i < tokens.count; i++) {
        if (i > 0)
            ft_strbuf_text(&out, "|");
        ft_token_term(ft_array_at(&tokens, i), &chars, &out);
    }
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_cutter_finish(&cutter);
    ft_array_finish(&chars);
    ft_array_finish(&tokens);
}

static void
test_cutter__takes_the_cheapest_way(void **state)
{
    (void)state;
    assert_cuts(false, "甲乙", "甲|乙");    /* 40 + 40 < 90 */
    assert_cuts(false, "甲乙丙", "甲乙丙"); /* 60 < 40 + 40 + 255 */
    assert_cuts(false, "乙甲乙丙乙", "乙|甲乙丙|乙");
}

static void
test_cutter__cuts_what_is_no_word_by_character(void **state)
{
    (void)state;
    assert_cuts(false, "丙丁", "丙|丁");
    assert_cuts(false, "丁甲", "丁|甲");
    assert_cuts(false, "乙丙", "乙|丙");
    assert_cuts(false, "", "");
}

static void
test_cutter__keeps_words_of_the_lexicon_whole_if_told_to(void **state)
{
    (void)state;
    assert_cuts(true, "乙丙", "乙丙");
    assert_cuts(true, "丁乙丙甲", "丁|乙丙|甲");
    /* A better word over it stays: 60 < 40 + 70. */
    assert_cuts(true, "甲乙丙", "甲乙丙");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cutter__takes_the_cheapest_way),
        cmocka_unit_test(test_cutter__cuts_what_is_no_word_by_character),
        cmocka_unit_test(
            test_cutter__keeps_words_of_the_lexicon_whole_if_told_to),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
