/* Citations, read and written. */
#include "unit.h"

#include <string.h>

#include "statute/citation.h"

static void
assert_reads(const char *text, const char *title, const char *fragment)
{
    ft_citation citation;
    fatiao_error error;
    if (ft_citation_read(text, &citation, &error) != FATIAO_OK)
        fail_msg("%s: %s", text, error.message);
    ft_strbuf written = {0};
    ft_fragment_write(&written, &citation.place);
    assert_string_equal(ft_strbuf_string(&citation.title), title);
    assert_string_equal(ft_strbuf_string(&written), fragment);
    ft_strbuf_finish(&written);
    ft_citation_finish(&citation);
}

static void
test_citation__reads_the_usual_forms(void **state)
{
    (void)state;
    assert_reads("第四十条", "", "40");
    assert_reads("第40条第2款", "", "40.2");
    assert_reads("22条1款", "", "22.1");
    assert_reads("《青岛市中小企业发展促进条例（征求意见稿）》第二十九条",
                 "青岛市中小企业发展促进条例(征求意见稿)", "29");
    assert_reads("促进法第五条", "促进法", "5");
    assert_reads("民法典1259", "民法典", "1259");
    assert_reads("刑法第一百二十条之三", "刑法", "120-3");
    assert_reads("刑法120条之3第1款", "刑法", "120-3.1");
    assert_reads("本条例第十条第一款第三项", "", "10.1.3");
    assert_reads("第十二条第一款第（三）项第2目", "", "12.1.3.2");
    assert_reads("《立法法》", "立法法", "");
    assert_reads("40", "", "40");
    assert_reads("附件二", "", "annex-2");
    assert_reads("附件1第三条", "", "annex-1/3");
    assert_reads("宪法序言第七自然段", "宪法", "preamble.7");
    assert_reads("批复第二段", "批复", "text.2");
}

static void
test_citation__is_tolerant_of_how_it_is_written(void **state)
{
    (void)state;
    assert_reads(" 第 四十 条　第２款 ", "", "40.2");
    assert_reads("笫四十條第二款", "", "40.2");
    assert_reads("《中小企業促進法》第五條", "中小企业促进法", "5");
    assert_reads("第一百○一条", "", "101");
    assert_reads("第一百零一条", "", "101");
}

static void
test_citation__numbers_inside_a_title_stay_there(void **state)
{
    (void)state;
    assert_reads("刑法修正案（十一）第三条", "刑法修正案(十一)", "3");
    assert_reads("《关于二十条措施的决定》第二条", "关于二十条措施的决定", "2");
    assert_reads("刑法修正案（十一）", "刑法修正案(十一)", "");
}

static void
test_citation__refuses_what_is_none(void **state)
{
    (void)state;
    ft_citation citation;
    fatiao_error error;
    assert_int_equal(ft_citation_read("", &citation, &error),
                     FATIAO_ERR_SYNTAX);
    assert_int_equal(ft_citation_read("  　", &citation, &error),
                     FATIAO_ERR_SYNTAX);
    assert_int_equal(ft_citation_read("《》", &citation, &error),
                     FATIAO_ERR_SYNTAX);
    assert_int_equal(ft_citation_read("\xFF", &citation, &error),
                     FATIAO_ERR_ENCODING);
}

static void
assert_writes(const char *title, const char *fragment, const char *expected)
{
    ft_place place;
    assert_true(ft_fragment_read(fragment, &place));
    ft_strbuf out = {0};
    ft_citation_write(&out, title, &place, NULL);
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
}

static void
test_citation__writes_as_a_lawyer_does(void **state)
{
    (void)state;
    assert_writes("立法法", "65.1.2", "《立法法》第六十五条第一款第二项");
    assert_writes("刑法", "120-3", "《刑法》第一百二十条之三");
    assert_writes("关于适用《民法典》的解释", "1",
                  "《关于适用〈民法典〉的解释》第一条");
    assert_writes("宪法", "preamble.7", "《宪法》序言第七段");
    assert_writes("办法", "annex-2/3.1", "《办法》附件二第三条第一款");
    assert_writes("批复", "text.2", "《批复》第二段");
}

static void
test_citation__leaves_the_only_paragraph_unsaid(void **state)
{
    (void)state;
    fatiao_statute *statute = ft_statute_new();
    statute->title = "法";
    fatiao_node *article = ft_statute_add(statute, statute->root,
                                          FATIAO_NODE_ARTICLE, "", 0, "", 0);
    article->number = 7;
    fatiao_node *first =
        ft_statute_add(statute, article, FATIAO_NODE_PARAGRAPH, "", 0, "", 0);
    first->number = 1;
    char *text;
    assert_int_equal(fatiao_statute_cite(statute, first, &text, NULL),
                     FATIAO_OK);
    assert_string_equal(text, "《法》第七条");
    fatiao_text_free(text);
    fatiao_node *second =
        ft_statute_add(statute, article, FATIAO_NODE_PARAGRAPH, "", 0, "", 0);
    second->number = 2;
    assert_int_equal(fatiao_statute_cite(statute, first, &text, NULL),
                     FATIAO_OK);
    assert_string_equal(text, "《法》第七条第一款");
    fatiao_text_free(text);
    fatiao_statute_free(statute);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_citation__reads_the_usual_forms),
        cmocka_unit_test(test_citation__is_tolerant_of_how_it_is_written),
        cmocka_unit_test(test_citation__numbers_inside_a_title_stay_there),
        cmocka_unit_test(test_citation__refuses_what_is_none),
        cmocka_unit_test(test_citation__writes_as_a_lawyer_does),
        cmocka_unit_test(test_citation__leaves_the_only_paragraph_unsaid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
