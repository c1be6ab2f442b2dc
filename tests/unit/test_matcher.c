/* Marks and counts. */
#include "unit.h"

#include <string.h>

#include "search/matcher.h"

/* Marks `text` for `question` with 【】. */
static void
assert_marks(const char *question, const char *text, ft_strength least,
             const char *expected)
{
    fatiao_query_options literal = FATIAO_QUERY_OPTIONS;
    literal.is_literal = true;
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse(question, &literal, &query, NULL),
                     FATIAO_OK);
    ft_matcher matcher;
    assert_int_equal(ft_matcher_init(&matcher, query, NULL), FATIAO_OK);
    assert_int_equal(ft_matcher_read(&matcher, text, strlen(text), NULL),
                     FATIAO_OK);
    ft_array marks = {.item_size = sizeof(fatiao_span)};
    assert_int_equal(ft_matcher_marks(&matcher, text, least, &marks, NULL),
                     FATIAO_OK);
    ft_strbuf out = {0};
    size_t at = 0;
    for (size_t i = 0; i < marks.count; i++) {
        const fatiao_span *mark = ft_array_at(&marks, i);
        ft_strbuf_bytes(&out, text + at, mark->byte_start - at);
        ft_strbuf_text(&out, "【");
        ft_strbuf_bytes(&out, text + mark->byte_start, mark->byte_count);
        ft_strbuf_text(&out, "】");
        at = mark->byte_start + mark->byte_count;
    }
    ft_strbuf_text(&out, text + at);
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_array_finish(&marks);
    ft_matcher_finish(&matcher);
    fatiao_query_free(query);
}

static void
test_matcher__marks_words_and_pairs_as_one_run(void **state)
{
    (void)state;
    assert_marks("贷款贴息", "通过奖励、贷款贴息、风险补偿", FT_STRENGTH_TERM,
                 "通过奖励、【贷款贴息】、风险补偿");
    assert_marks("小企业", "支持中小企业", FT_STRENGTH_TERM,
                 "支持中【小企业】");
}

static void
test_matcher__single_characters_are_weaker(void **state)
{
    (void)state;
    assert_marks("贴息", "息与贴", FT_STRENGTH_TERM, "息与贴");
    assert_marks("贴息", "息与贴", FT_STRENGTH_CHAR, "【息】与【贴】");
    /* But not those that were typed apart. */
    assert_marks("贴 息", "息与贴", FT_STRENGTH_TERM, "【息】与【贴】");
    assert_marks("息", "息与贴", FT_STRENGTH_TERM, "【息】与贴");
}

static void
test_matcher__marks_the_untouched_text(void **state)
{
    (void)state;
    assert_marks("帳款 ３０％", "应收账　款占30%以上", FT_STRENGTH_TERM,
                 "应收【账　款】占【30%】以上");
    assert_marks("cafe", "un cafe\xCC\x81!", FT_STRENGTH_TERM,
                 "un 【cafe\xCC\x81】!");
}

static void
test_matcher__phrases_mark_only_where_they_stand(void **state)
{
    (void)state;
    assert_marks("“贷款贴息”", "贷款、贴息；贷款贴息", FT_STRENGTH_TERM,
                 "贷款、贴息；【贷款贴息】");
    assert_marks("“贷款贴息”补助", "贷款补助，贷款贴息", FT_STRENGTH_TERM,
                 "贷款【补助】，【贷款贴息】");
}

static void
test_matcher__marks_cut_no_number(void **state)
{
    (void)state;
    assert_marks("30%以上", "50%以上、130%、30%以下", FT_STRENGTH_TERM,
                 "50【%以上】、130%、【30%以】下");
    assert_marks("0%以", "占30%以上", FT_STRENGTH_TERM, "占30【%以】上");
    assert_marks("0%", "占30%以上", FT_STRENGTH_TERM, "占3【0%】以上");
}

static void
test_matcher__spans_count_bytes_and_characters(void **state)
{
    (void)state;
    const char *text = "a，贴息𠮷贴息";
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse("贴息", NULL, &query, NULL), FATIAO_OK);
    ft_matcher matcher;
    assert_int_equal(ft_matcher_init(&matcher, query, NULL), FATIAO_OK);
    assert_int_equal(ft_matcher_read(&matcher, text, strlen(text), NULL),
                     FATIAO_OK);
    ft_array marks = {.item_size = sizeof(fatiao_span)};
    assert_int_equal(
        ft_matcher_marks(&matcher, text, FT_STRENGTH_TERM, &marks, NULL),
        FATIAO_OK);
    assert_int_equal(marks.count, 2);
    const fatiao_span *second = ft_array_at(&marks, 1);
    assert_int_equal(second->byte_start, 1 + 3 + 6 + 4);
    assert_int_equal(second->byte_count, 6);
    assert_int_equal(second->char_start, 5);
    assert_int_equal(second->char_count, 2);
    ft_array_finish(&marks);
    ft_matcher_finish(&matcher);
    fatiao_query_free(query);
}

static void
test_matcher__tells_what_another_word_stands_for(void **state)
{
    (void)state;
    static const char words[] = "没钱周转 => 信用贷款\n";
    const char *text = "信用贷款、贷款、周转信用贷款";
    fatiao_query_options options = FATIAO_QUERY_OPTIONS;
    fatiao_thesaurus *thesaurus;
    fatiao_query *query;
    assert_int_equal(
        fatiao_thesaurus_parse(words, strlen(words), NULL, &thesaurus, NULL),
        FATIAO_OK);
    options.thesaurus = thesaurus;
    assert_int_equal(fatiao_query_parse("没钱周转", &options, &query, NULL),
                     FATIAO_OK);
    ft_matcher matcher;
    assert_int_equal(ft_matcher_init(&matcher, query, NULL), FATIAO_OK);
    assert_int_equal(ft_matcher_read(&matcher, text, strlen(text), NULL),
                     FATIAO_OK);
    ft_array marks = {.item_size = sizeof(fatiao_span)};
    assert_int_equal(
        ft_matcher_marks(&matcher, text, FT_STRENGTH_TERM, &marks, NULL),
        FATIAO_OK);
    assert_int_equal(marks.count, 2);
    const fatiao_span *all = marks.items;
    assert_string_equal(all[0].cause, "没钱周转");
    /* 周转 was typed. */
    assert_int_equal(all[1].char_count, 6);
    assert_string_equal(all[1].cause, "");
    ft_array_finish(&marks);
    ft_matcher_finish(&matcher);
    fatiao_query_free(query);
    fatiao_thesaurus_free(thesaurus);
}

static void
test_matcher__marks_a_number_as_the_text_writes_it(void **state)
{
    (void)state;
    assert_marks("三成", "占百分之 三十 以上，不是百分之三", FT_STRENGTH_TERM,
                 "占【百分之 三十】 以上，不是百分之三");
    assert_marks("百分之三十", "占３０％以上", FT_STRENGTH_TERM,
                 "占【３０％】以上");
    assert_marks("1000万元", "罚款一千万元的", FT_STRENGTH_TERM,
                 "罚款【一千万元】的");
    assert_marks("15天", "十五日内", FT_STRENGTH_TERM, "【十五日】内");
    assert_marks("“15天”", "十五日内", FT_STRENGTH_TERM, "十五日内");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_matcher__marks_words_and_pairs_as_one_run),
        cmocka_unit_test(test_matcher__single_characters_are_weaker),
        cmocka_unit_test(test_matcher__marks_the_untouched_text),
        cmocka_unit_test(test_matcher__phrases_mark_only_where_they_stand),
        cmocka_unit_test(test_matcher__marks_cut_no_number),
        cmocka_unit_test(test_matcher__tells_what_another_word_stands_for),
        cmocka_unit_test(test_matcher__spans_count_bytes_and_characters),
        cmocka_unit_test(test_matcher__marks_a_number_as_the_text_writes_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
