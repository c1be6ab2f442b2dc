/* Cutting text into terms. */
#include "unit.h"

#include <string.h>

#include "text/analyzer.h"

static void
assert_cuts(const char *text, ft_token_kind kind, const char *expected)
{
    ft_analyzer *analyzer;
    assert_int_equal(ft_analyzer_new(&analyzer, NULL), FATIAO_OK);
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_array tokens = {.item_size = sizeof(ft_token)};
    assert_int_equal(
        ft_analyzer_run(analyzer, text, strlen(text), &chars, &tokens, NULL),
        FATIAO_OK);
    ft_strbuf out = {0};
    for (size_t i = 0; i < tokens.count; i++) {
        const ft_token *token = ft_array_at(&tokens, i);
        if (token->kind != kind)
            continue;
        if (out.byte_count > 0)
            ft_strbuf_text(&out, "|");
        ft_token_term(token, &chars, &out);
    }
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_array_finish(&chars);
    ft_array_finish(&tokens);
    ft_analyzer_free(analyzer);
}

static void
test_analyzer__cuts_words_without_punctuation(void **state)
{
    (void)state;
    assert_cuts("中小企業，人民政府", FT_TOKEN_WORD, "中小企业|人民政府");
    assert_cuts("SME loans", FT_TOKEN_WORD, "sme|loans");
    assert_cuts("", FT_TOKEN_WORD, "");
}

static void
test_analyzer__pairs_neighbours_but_not_over_punctuation(void **state)
{
    (void)state;
    assert_cuts("总　则。附则", FT_TOKEN_PAIR, "总则|附则");
    assert_cuts("占30%以上", FT_TOKEN_PAIR, "占3|30|0%|%以|以上");
    assert_cuts("a bc", FT_TOKEN_PAIR, "bc");
    assert_cuts("款", FT_TOKEN_PAIR, "");
}

static void
test_analyzer__gives_every_character_that_is_no_blank(void **state)
{
    (void)state;
    assert_cuts("贴 息，𠮷", FT_TOKEN_CHAR, "贴|息|,|𠮷");
}

static void
test_analyzer__cuts_characters_beyond_the_basic_plane(void **state)
{
    (void)state;
    assert_cuts("𠮷野家", FT_TOKEN_PAIR, "𠮷野|野家");
}

static void
test_analyzer__numbers_come_in_one_spelling(void **state)
{
    (void)state;
    assert_cuts("占百分之三十以上", FT_TOKEN_NUMBER, "30%");
    assert_cuts("不少于三成，15天内", FT_TOKEN_NUMBER, "30%|15日");
    assert_cuts("统一规定", FT_TOKEN_NUMBER, "");
    assert_cuts("占百分之三十", FT_TOKEN_PAIR, "占百|百分|分之|之三|三十");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_analyzer__cuts_words_without_punctuation),
        cmocka_unit_test(
            test_analyzer__pairs_neighbours_but_not_over_punctuation),
        cmocka_unit_test(test_analyzer__gives_every_character_that_is_no_blank),
        cmocka_unit_test(test_analyzer__cuts_characters_beyond_the_basic_plane),
        cmocka_unit_test(test_analyzer__numbers_come_in_one_spelling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
