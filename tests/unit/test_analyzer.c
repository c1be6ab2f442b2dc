/* Cutting text into terms. */
#include "unit.h"

#include <string.h>

#include "text/analyzer.h"

static void
assert_cut_by(ft_cutting cutting, const char *text, ft_token_kind kind,
              const char *expected)
{
    ft_analyzer *analyzer;
    assert_int_equal(ft_analyzer_new_with(cutting, &analyzer, NULL), FATIAO_OK);
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
assert_cuts(const char *text, ft_token_kind kind, const char *expected)
{
    assert_cut_by(ft_cutting_usual(), text, kind, expected);
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

/* As ICU says it, and as the library says it by itself. */
static void
assert_words(const char *text, const char *expected)
{
    assert_cut_by(FT_CUTTING_ICU, text, FT_TOKEN_WORD, expected);
    assert_cut_by(FT_CUTTING_PLAIN, text, FT_TOKEN_WORD, expected);
}

static void
test_analyzer__cuts_words_as_icu_does(void **state)
{
    (void)state;
    assert_words("当事人在人民法院", "当事|人|在|人民法院");
    assert_words("年利率3.5%，1,000元", "年|利率|3.5|1,000|元");
    assert_words("2:3 a.b a_b can't x1.5y", "2|3|a.b|a_b|can't|x1.5y");
    assert_words("第3条.之1；", "第|3|条|之|1");
    assert_words("…——“”", "");
    assert_words("甲@a.cn乙", "甲|@a.cn|乙");
}

static void
test_analyzer__leaves_other_scripts_to_icu(void **state)
{
    (void)state;
    assert_words("カタカナ、法律", "カタカナ|法律");
    assert_words("汉\xCC\x81字", "汉\xCC\x81|字");
}

static void
test_analyzer__keeps_legal_terms_whole(void **state)
{
    (void)state;
    assert_cut_by(FT_CUTTING_PLAIN, "违约金", FT_TOKEN_WORD, "违约|金");
    assert_cut_by(FT_CUTTING_LEXICON, "违约金", FT_TOKEN_WORD, "违约金");
    assert_cut_by(FT_CUTTING_LEXICON, "当事人在法院支付违約金", FT_TOKEN_WORD,
                  "当事人|在|法院|支付|违约金");
}

static void
test_analyzer__finds_the_same_with_and_without_legal_terms(void **state)
{
    (void)state;
    const ft_cutting all[] = {FT_CUTTING_ICU, FT_CUTTING_PLAIN,
                              FT_CUTTING_LEXICON};
    for (size_t i = 0; i < 3; i++) {
        assert_cut_by(all[i], "支付违约金", FT_TOKEN_PAIR,
                      "支付|付违|违约|约金");
        assert_cut_by(all[i], "违约金", FT_TOKEN_CHAR, "违|约|金");
    }
}

static void
test_analyzer__tells_what_decides_words(void **state)
{
    (void)state;
    char version[FT_ANALYZER_VERSION_BYTES];
    ft_analyzer_version(version);
    assert_memory_equal(version, "ICU ", 4);
    assert_int_equal(strstr(version, ", lexicon ") != NULL,
                     ft_cutting_usual() == FT_CUTTING_LEXICON);
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
        cmocka_unit_test(test_analyzer__cuts_words_as_icu_does),
        cmocka_unit_test(test_analyzer__leaves_other_scripts_to_icu),
        cmocka_unit_test(test_analyzer__keeps_legal_terms_whole),
        cmocka_unit_test(
            test_analyzer__finds_the_same_with_and_without_legal_terms),
        cmocka_unit_test(test_analyzer__tells_what_decides_words),
        cmocka_unit_test(test_analyzer__numbers_come_in_one_spelling),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
