/* Finding words that ask and greet. */
#include "unit.h"

#include <string.h>

#include "base/strbuf.h"
#include "query/filler.h"
#include "text/analyzer.h"

/* The question as it is folded, with such words in brackets. */
static void
assert_fillers(const char *text, const char *expected)
{
    ft_analyzer *analyzer;
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_array tokens = {.item_size = sizeof(ft_token)};
    ft_array fillers = {.item_size = sizeof(bool)};
    ft_strbuf out = {0};
    assert_int_equal(ft_analyzer_new(&analyzer, NULL), FATIAO_OK);
    assert_int_equal(
        ft_analyzer_run(analyzer, text, strlen(text), &chars, &tokens, NULL),
        FATIAO_OK);
    assert_int_equal(ft_filler_find(&chars, &tokens, &fillers, NULL),
                     FATIAO_OK);
    assert_int_equal(fillers.count, chars.count);
    const ft_char *all = chars.items;
    const bool *is_filler = fillers.items;
    for (size_t i = 0; i < chars.count; i++) {
        if (is_filler[i] && (i == 0 || !is_filler[i - 1]))
            ft_strbuf_text(&out, "[");
        ft_strbuf_char(&out, all[i].code);
        if (is_filler[i] && (i + 1 == chars.count || !is_filler[i + 1]))
            ft_strbuf_text(&out, "]");
    }
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_array_finish(&fillers);
    ft_array_finish(&tokens);
    ft_array_finish(&chars);
    ft_analyzer_free(analyzer);
}

static void
test_filler__knows_words_that_ask_and_greet(void **state)
{
    (void)state;
    assert_fillers("律师您好，请问老板拖欠工资怎么办呢？谢谢",
                   "[律师您好],[请问]老板拖欠工资[怎么办呢]?[谢谢]");
    assert_fillers("没有抵押物怎么贷款", "没有抵押物[怎么]贷款");
    assert_fillers("我想问一下辞职要提前几天", "[我想问一下]辞职要提前几天");
    assert_fillers("請問可以退貨嗎", "[请问]可以退货[吗]");
    assert_fillers("", "");
}

static void
test_filler__leaves_what_is_asked_for(void **state)
{
    (void)state;
    assert_fillers("离婚要多少钱", "离婚要多少钱");
    assert_fillers("律师执业证", "律师执业证");
    assert_fillers("可以延期多久", "可以延期多久");
}

static void
test_filler__leaves_parts_of_longer_words(void **state)
{
    (void)state;
    assert_fillers("无论如何", "无论如何");
    assert_fillers("吗啡", "吗啡");
    assert_fillers("呢绒", "呢绒");
    assert_fillers("请问题库", "请问题库");
}

static void
test_filler__endings_end_a_sentence(void **state)
{
    (void)state;
    assert_fillers("离婚怎么办？", "离婚[怎么办]?");
    assert_fillers("离婚怎么办,财产呢", "离婚[怎么办],财产[呢]");
    assert_fillers("网吧开在学校旁边", "网吧开在学校旁边");
    assert_fillers("执照怎么办理", "执照[怎么]办理");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filler__knows_words_that_ask_and_greet),
        cmocka_unit_test(test_filler__leaves_what_is_asked_for),
        cmocka_unit_test(test_filler__leaves_parts_of_longer_words),
        cmocka_unit_test(test_filler__endings_end_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
