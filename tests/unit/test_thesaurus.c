/* Other words for what a question says. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/synonym.h"
#include "text/analyzer.h"

static fatiao_thesaurus *
parse(const char *text)
{
    fatiao_thesaurus *thesaurus;
    assert_int_equal(
        fatiao_thesaurus_parse(text, strlen(text), "own.txt", &thesaurus, NULL),
        FATIAO_OK);
    return thesaurus;
}

/* "word@weight " for each other word that a question gets. */
static const char *
looked_up(const char *lines, const char *question)
{
    static char text[1024];
    fatiao_thesaurus *thesaurus = parse(lines);
    ft_analyzer *analyzer;
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_array tokens = {.item_size = sizeof(ft_token)};
    ft_array synonyms = {.item_size = sizeof(ft_synonym)};
    assert_int_equal(ft_analyzer_new(&analyzer, NULL), FATIAO_OK);
    assert_int_equal(ft_analyzer_run(analyzer, question, strlen(question),
                                     &chars, &tokens, NULL),
                     FATIAO_OK);
    assert_int_equal(
        ft_thesaurus_look_up(thesaurus, &chars, &tokens, &synonyms, NULL),
        FATIAO_OK);
    ft_strbuf out = {0};
    for (size_t i = 0; i < synonyms.count; i++) {
        const ft_synonym *synonym = ft_array_at(&synonyms, i);
        for (uint32_t k = 0; k < synonym->char_count; k++)
            ft_strbuf_char(&out, synonym->codes[k]);
        ft_strbuf_format(&out, "@%.1f ", (double)synonym->weight);
    }
    snprintf(text, sizeof(text), "%s", ft_strbuf_string(&out));
    ft_strbuf_finish(&out);
    ft_array_finish(&chars);
    ft_array_finish(&tokens);
    ft_array_finish(&synonyms);
    ft_analyzer_free(analyzer);
    fatiao_thesaurus_free(thesaurus);
    return text;
}

static void
test_thesaurus__leads_from_lay_to_legal_words_only(void **state)
{
    (void)state;
    static const char lines[] = "# 工资\n\n欠薪 讨薪 => 拖欠劳动报酬 @0.8\n";
    assert_string_equal(looked_up(lines, "老板欠薪怎么办"),
                        "拖欠劳动报酬@0.8 ");
    assert_string_equal(looked_up(lines, "拖欠劳动报酬"), "");
}

static void
test_thesaurus__takes_the_same_both_ways_and_kinds_one_way(void **state)
{
    (void)state;
    assert_string_equal(looked_up("彩礼 = 聘礼 聘金\n", "聘礼能退吗"),
                        "彩礼@0.6 聘金@0.6 ");
    assert_string_equal(looked_up("税收优惠 > 免税 减税\n", "有什么税收优惠"),
                        "免税@0.4 减税@0.4 ");
    assert_string_equal(looked_up("税收优惠 > 免税 减税\n", "怎么免税"), "");
}

static void
test_thesaurus__wants_all_parts_of_a_word(void **state)
{
    (void)state;
    static const char lines[] = "工资+拖 => 拖欠工资\n";
    assert_string_equal(looked_up(lines, "老板一直拖，工资三个月没发"),
                        "拖欠工资@0.6 ");
    assert_string_equal(looked_up(lines, "工资怎么算"), "");
}

/* 偷 is a word where it stands alone, and none inside 偷税. */
static void
test_thesaurus__passes_over_what_is_inside_a_longer_word(void **state)
{
    (void)state;
    static const char lines[] = "偷 => 盗窃\n偷税 => 逃避缴纳税款\n";
    assert_string_equal(looked_up(lines, "有人偷手机"), "盗窃@0.6 ");
    assert_string_equal(looked_up(lines, "公司偷税"), "逃避缴纳税款@0.6 ");
}

static void
test_thesaurus__folds_both_sides(void **state)
{
    (void)state;
    assert_string_equal(looked_up("欠薪 => 拖欠工资\n", "老闆欠 薪"),
                        "拖欠工资@0.6 ");
}

static void
test_thesaurus__says_which_line_is_wrong(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "好 = 行\n欠薪 讨薪\n", "好 = 行\n=> 欠薪\n",
        "好 = 行\n欠薪 =>\n",   "好 = 行\n甲 = 乙 > 丙",
        "好 = 行\n甲 => 乙 @2", "好 = 行\n甲 => 乙 @x",
        "好 = 行\n甲+ => 乙",   "好 = 行\n甲 => 乙 @0.5 丙",
        "好 = 行\n\xFF => 乙",  "好 = 行\n甲+乙+丙+丁+戊 => 乙"};
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        fatiao_thesaurus *thesaurus;
        fatiao_error error;
        assert_int_equal(fatiao_thesaurus_parse(lines[i], strlen(lines[i]),
                                                "own.txt", &thesaurus, &error),
                         FATIAO_ERR_SYNTAX);
        assert_null(thesaurus);
        assert_int_equal(error.line, 2);
        assert_string_equal(error.file, "own.txt");
    }
}

static void
test_thesaurus__of_the_library_has_thousands_of_groups(void **state)
{
    (void)state;
    assert_true(ft_thesaurus_default.group_count >= 3000);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_thesaurus__leads_from_lay_to_legal_words_only),
        cmocka_unit_test(
            test_thesaurus__takes_the_same_both_ways_and_kinds_one_way),
        cmocka_unit_test(test_thesaurus__wants_all_parts_of_a_word),
        cmocka_unit_test(
            test_thesaurus__passes_over_what_is_inside_a_longer_word),
        cmocka_unit_test(test_thesaurus__folds_both_sides),
        cmocka_unit_test(test_thesaurus__says_which_line_is_wrong),
        cmocka_unit_test(
            test_thesaurus__of_the_library_has_thousands_of_groups),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
