/* Finding citations in questions. */
#include "unit.h"

#include <string.h>

#include "query/query.h"
#include "statute/citation.h"

static void
write_place(ft_strbuf *out, const ft_listed_place *place)
{
    ft_citation_write_place(out, &place->first, NULL);
    if (place->last.count == 0)
        return;
    ft_strbuf_text(out, "至");
    ft_citation_write_place(out, &place->last, NULL);
}

/* Writes "name|place,place" for each mention of a question, parted by " + ";
 * a title with its 《. */
static void
assert_mentions(const char *question, const char *expected)
{
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse(question, NULL, &query, NULL),
                     FATIAO_OK);
    ft_strbuf out = {0};
    for (size_t i = 0; i < query->mentions.count; i++) {
        const ft_mention *mention = ft_array_at(&query->mentions, i);
        ft_strbuf_text(&out, i > 0 ? " + " : "");
        ft_strbuf_text(&out, mention->is_title ? "《" : "");
        for (size_t k = 0; k < mention->name_count; k++)
            ft_strbuf_char(&out, mention->name[k].code);
        for (size_t k = 0; k < mention->place_count; k++) {
            ft_strbuf_text(&out, k == 0 ? "|" : ",");
            write_place(&out, &mention->places[k]);
        }
        assert_true(mention->byte_start < mention->byte_end);
        assert_true(mention->byte_end <= strlen(question));
    }
    if (strcmp(ft_strbuf_string(&out), expected) != 0)
        print_message("of %s\n", question);
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    fatiao_query_free(query);
}

static void
test_mention__reads_the_usual_forms(void **state)
{
    (void)state;
    assert_mentions("第二十二条第一款", "|第二十二条第一款");
    assert_mentions("22条1款", "|第二十二条第一款");
    assert_mentions("第 22 條 第 1 款", "|第二十二条第一款");
    assert_mentions("第120条之3", "|第一百二十条之三");
    assert_mentions("第120-3条", "|第一百二十条之三");
    assert_mentions("第十二条第（三）项", "|第十二条第三项");
    assert_mentions("27条 创业补贴", "|第二十七条");
    assert_mentions("附件1第三条", "|附件一第三条");
    assert_mentions("二十二条怎么说", "|第二十二条");
    assert_mentions("三条", "|第三条");
}

static void
test_mention__keeps_what_may_be_the_name(void **state)
{
    (void)state;
    assert_mentions("《促进法》第五十三条", "《促进法|第五十三条");
    assert_mentions("《促进法》的第五十三条", "《促进法|第五十三条");
    assert_mentions("《促进法》（2017修订）第五条", "《促进法|第五条");
    assert_mentions("促进法（2017年修订）第五条", "促进法|第五条");
    assert_mentions("修正案（十一）第五条", "修正案(十一)|第五条");
    assert_mentions("《关于〈甲法〉的规定》第五条",
                    "《关于〈甲法〉的规定|第五条");
    assert_mentions("根据劳动法第50条，工资", "根据劳动法|第五十条");
    assert_mentions("工资，劳动法的第50条", "劳动法|第五十条");
    assert_mentions("民法典合同编第509条", "民法典|第五百零九条");
    assert_mentions("本条例第十条", "|第十条");
    assert_mentions("按照该办法第十条", "|第十条");
    assert_mentions("宪法序言第七自然段", "宪法|序言第七段");
}

static void
test_mention__reads_lists_and_ranges(void **state)
{
    (void)state;
    assert_mentions("第5、7条", "|第五条,第七条");
    assert_mentions("第五条和第七条第二款", "|第五条,第七条第二款");
    assert_mentions("第五条第一、二款", "|第五条第一款,第五条第二款");
    assert_mentions("第五条第一款、第三款", "|第五条第一款,第五条第三款");
    assert_mentions("第二条第一款第一项及第二项",
                    "|第二条第一款第一项,第二条第一款第二项");
    assert_mentions("第三十条至第三十二条", "|第三十条至第三十二条");
    assert_mentions("第30到32条", "|第三十条至第三十二条");
    assert_mentions("第30-32条", "|第三十条至第三十二条");
    assert_mentions("第一条、第三条至第五条", "|第一条,第三条至第五条");
}

static void
test_mention__reads_divisions(void **state)
{
    (void)state;
    assert_mentions("条例第四章", "条例|第四章");
    assert_mentions("第四章讲什么", "|第四章");
    assert_mentions("第二编第三章第一节", "|第二编第三章第一节");
    assert_mentions("第三章至第五章", "|第三章至第五章");
    /* Articles are numbered through the whole law. */
    assert_mentions("第二章第五条", "|第五条");
    assert_mentions("第一节课", "");
}

static void
test_mention__several_laws_have_a_mention_each(void **state)
{
    (void)state;
    assert_mentions("劳动法第5条和公司法第7条",
                    "劳动法|第五条 + 和公司法|第七条");
    assert_mentions("劳动法第5条；第7条", "劳动法|第五条 + 劳动法|第七条");
}

static void
test_mention__a_bare_number_needs_a_law(void **state)
{
    (void)state;
    assert_mentions("民法典1259", "民法典|第一千二百五十九条");
    assert_mentions("民法典 1259 高空抛物", "民法典|第一千二百五十九条");
    assert_mentions("《民法典》1259", "《民法典|第一千二百五十九条");
    assert_mentions("刑法120-3", "刑法|第一百二十条之三");
    assert_mentions("40", "");
    assert_mentions("2023", "");
    assert_mentions("企业 40", "");
    assert_mentions("公司法2023", "");
    assert_mentions("公司法2023年修订", "");
    assert_mentions("劳动法40小时", "");
    assert_mentions("违法3次", "");
}

static void
test_mention__what_counts_cites_nothing(void **state)
{
    (void)state;
    static const char *const questions[] = {
        "共73条", "前三条",        "这三条红线", "有三条路", "第几条",
        "多少条", "条例有5条例外", "第二款",     "一条龙",   "3条件",
        "几十条", "附件",          "序言",       "第三人",   "第一章程"};
    for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++)
        assert_mentions(questions[i], "");
}

static void
test_mention__quotations_are_literal(void **state)
{
    (void)state;
    assert_mentions("“第五条”", "");
    assert_mentions("“贷款”第五条", "|第五条");
}

static void
test_mention__spans_are_those_of_the_question(void **state)
{
    (void)state;
    static const char question[] = "“甲”《乙法》第 ５ 條怎么说";
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse(question, NULL, &query, NULL),
                     FATIAO_OK);
    assert_int_equal(query->mentions.count, 1);
    const ft_mention *mention = query->mentions.items;
    assert_int_equal(mention->title_start, strlen("“甲”"));
    assert_int_equal(mention->name[0].byte_start, strlen("“甲”《"));
    assert_int_equal(mention->byte_start, strlen("“甲”《乙法》"));
    assert_int_equal(mention->byte_end, strlen("“甲”《乙法》第 ５ 條"));
    fatiao_query_free(query);
}

static void
test_mention__a_question_has_a_limited_number(void **state)
{
    (void)state;
    char question[FATIAO_QUERY_BYTES_MAX + 1] = "";
    const size_t width = strlen("第一条");
    for (size_t at = 0; at + width < sizeof(question); at += width)
        memcpy(question + at, "第一条", width + 1);
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse(question, NULL, &query, NULL),
                     FATIAO_OK);
    size_t places = 0;
    for (size_t i = 0; i < query->mentions.count; i++) {
        const ft_mention *mention = ft_array_at(&query->mentions, i);
        places += mention->place_count;
    }
    assert_int_equal(places, FT_MENTION_PLACES_MAX);
    fatiao_query_free(query);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_mention__reads_the_usual_forms),
        cmocka_unit_test(test_mention__keeps_what_may_be_the_name),
        cmocka_unit_test(test_mention__reads_lists_and_ranges),
        cmocka_unit_test(test_mention__reads_divisions),
        cmocka_unit_test(test_mention__several_laws_have_a_mention_each),
        cmocka_unit_test(test_mention__a_bare_number_needs_a_law),
        cmocka_unit_test(test_mention__what_counts_cites_nothing),
        cmocka_unit_test(test_mention__quotations_are_literal),
        cmocka_unit_test(test_mention__spans_are_those_of_the_question),
        cmocka_unit_test(test_mention__a_question_has_a_limited_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
