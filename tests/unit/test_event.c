/* Events and dates. */
#include "unit.h"

#include <string.h>

#include "base/strbuf.h"
#include "statute/event.h"

/* What a text tells of: "通过 2014-09-26, …". */
static void
assert_events(const char *text, const char *wanted)
{
    fatiao_statute *statute = ft_statute_new();
    assert_non_null(statute);
    assert_true(ft_event_read(statute, text, strlen(text)));
    ft_strbuf out = {0};
    for (size_t i = 0; i < fatiao_statute_event_count(statute); i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        ft_strbuf_format(&out, "%s%s %d-%d-%d", i > 0 ? ", " : "", event->name,
                         event->year, event->month, event->day);
        assert_ptr_equal(event->text, text);
    }
    assert_string_equal(ft_strbuf_string(&out), wanted);
    ft_strbuf_finish(&out);
    fatiao_statute_free(statute);
}

static void
test_event__reads_dates_and_verbs(void **state)
{
    (void)state;
    assert_events("2014年9月26日 某市人民代表大会常务委员会通过",
                  "通过 2014-9-26");
    assert_events("（2010年7月30日某会议通过 根据2020年11月27日某会议"
                  "《关于修改〈甲条例〉的决定》修正）",
                  "通过 2010-7-30, 修正 2020-11-27");
    assert_events("一九九四年十二月六日 劳动部发布", "发布 1994-12-6");
    assert_events("2023年 月 日 起施行", "施行 2023-0-0");
}

static void
test_event__keeps_out_of_the_names_of_documents(void **state)
{
    (void)state;
    assert_events("2011年1月8日 《国务院关于废止和修改部分行政法规的决定》修订",
                  "修订 2011-1-8");
    assert_events("2018年3月11日 某会议通过的《中华人民共和国宪法修正案》",
                  "通过 2018-3-11");
    assert_events("2007年3月30日某会议通过的《某条例修正案》第三次修正",
                  "修正 2007-3-30");
}

static void
test_event__parts_publication_from_coming_into_force(void **state)
{
    (void)state;
    assert_events("1982年12月4日 全国人民代表大会公告公布施行",
                  "公布 1982-12-4, 施行 1982-12-4");
    assert_events("1983年9月12日 国务院发布，自发布之日起施行",
                  "发布 1983-9-12, 施行 0-0-0");
    assert_events("发布之日施行", "施行 0-0-0");
}

static void
test_event__reads_document_numbers(void **state)
{
    (void)state;
    assert_events("法释〔2023〕3号", "文号 0-0-0");
    assert_events("劳社部发[2008]3号", "文号 0-0-0");
    assert_events("人薪发［1995］32号", "文号 0-0-0");
    assert_events("某楼（二期）3号", "");
}

static void
test_event__knows_lines_that_tell_of_events(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_event;
    } cases[] = {
        {"2014年9月26日 某会议通过", true},
        {"（2014年9月26日某会议通过）", true},
        {"根据2014年9月26日某会议修正", true},
        {"2012年8月31日，某会议审议通过了决定，制定本解释。", false},
        {"2014年9月26日", false},
        {"本条例经某会议通过", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const ft_line line = {.text = cases[i].text,
                              .byte_count = strlen(cases[i].text)};
        assert_int_equal(ft_event_is_line(&line), cases[i].is_event);
    }
    const ft_line day = {.text = "1997年10月6日",
                         .byte_count = strlen("1997年10月6日")};
    assert_true(ft_event_is_date(&day));
}

static void
test_event__knows_when_the_words_are_complete(void **state)
{
    (void)state;
    static const char whole[] =
        "2014年9月26日 某会议《修改〈甲〉的决定》修正）";
    static const char open[] = "2014年9月26日 某会议《关于修改〈甲〉通过";
    assert_true(ft_event_is_complete(whole, strlen(whole)));
    assert_false(ft_event_is_complete(open, strlen(open)));
    assert_false(ft_event_is_complete("2014年9月26", strlen("2014年9月26")));
}

static void
test_event__dates_a_statute_by_what_made_it(void **state)
{
    (void)state;
    fatiao_statute *statute = ft_statute_new();
    char date[11];
    ft_statute_date(statute, date);
    assert_string_equal(date, "");
    static const char *const texts[] = {"2017年9月1日 修订",
                                        "2002年6月29日 通过",
                                        "2018年1月1日 施行", "2019年5月 公布"};
    for (size_t i = 0; i < 4; i++)
        assert_true(ft_event_read(statute, texts[i], strlen(texts[i])));
    ft_statute_date(statute, date);
    assert_string_equal(date, "2017-09-01");
    fatiao_statute_free(statute);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_event__reads_dates_and_verbs),
        cmocka_unit_test(test_event__keeps_out_of_the_names_of_documents),
        cmocka_unit_test(test_event__parts_publication_from_coming_into_force),
        cmocka_unit_test(test_event__reads_document_numbers),
        cmocka_unit_test(test_event__knows_lines_that_tell_of_events),
        cmocka_unit_test(test_event__knows_when_the_words_are_complete),
        cmocka_unit_test(test_event__dates_a_statute_by_what_made_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
