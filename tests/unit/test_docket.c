/* Document numbers. */
#include "unit.h"

#include <string.h>

#include "statute/docket.h"

/* The numbers in `text`, each with a blank behind. */
static void
assert_found(const char *text, const char *expected)
{
    ft_strbuf found = {0};
    assert_int_equal(ft_docket_find(text, strlen(text), &found, NULL),
                     FATIAO_OK);
    for (size_t i = 0; i < found.byte_count; i++)
        if (found.bytes[i] == '\0')
            found.bytes[i] = ' ';
    assert_string_equal(ft_strbuf_string(&found), expected);
    ft_strbuf_finish(&found);
}

static void
assert_key(const char *text, const char *expected)
{
    ft_strbuf key = {0};
    assert_int_equal(ft_docket_write_key(text, strlen(text), &key, NULL),
                     FATIAO_OK);
    assert_string_equal(ft_strbuf_string(&key), expected);
    ft_strbuf_finish(&key);
}

static void
test_docket__finds_numbers_in_the_words_of_events(void **state)
{
    (void)state;
    assert_found("2006年7月24日 中华人民共和国国务院令第472号公布",
                 "国务院令472号 ");
    assert_found("2002年8月29日 中华人民共和国主席令第七十三号公布",
                 "主席令73号 ");
    assert_found("2022年12月10日 中华人民共和国国务院、中华人民共和国中央军事"
                 "委员会令第757号第二次修订）",
                 "国务院、中央军事委员会令757号 ");
    assert_found("2012年12月13日公安部令第127号修订发布。根据2020年7月20日"
                 "公安部令第159号修正",
                 "公安部令127号 公安部令159号 ");
    assert_found("法释〔2023〕3号", "法释[2023]3号 ");
    assert_found("高检发释字［２０２５］１号", "高检发释字[2025]1号 ");
    assert_found("2014年9月26日 某会议通过", "");
    assert_found("某楼（二期）3号，令人满意", "");
}

static void
test_docket__keys_are_what_people_type(void **state)
{
    (void)state;
    assert_key("国务院令第472号", "国务院令472号");
    assert_key("国务院令 472", "国务院令472号");
    assert_key("中华人民共和国主席令第七十三号", "主席令73号");
    assert_key("法释(2023)3号", "法释[2023]3号");
    assert_key("法释[2023]第3号", "法释[2023]3号");
}

static bool
fits(const char *number, const char *key)
{
    return ft_docket_fits(number, strlen(number), key);
}

static void
test_docket__keys_fit_the_end_and_whole_numbers(void **state)
{
    (void)state;
    assert_true(fits("国务院令472号", "国务院令472号"));
    assert_true(fits("国务院令472号", "令472号"));
    assert_true(fits("国务院令472号", "472号"));
    assert_false(fits("国务院令472号", "72号"));
    assert_false(fits("国务院令472号", "国务院令47号"));
    assert_false(fits("国务院令472号", "公安部、国务院令472号"));
    assert_false(fits("国务院令472号", ""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_docket__finds_numbers_in_the_words_of_events),
        cmocka_unit_test(test_docket__keys_are_what_people_type),
        cmocka_unit_test(test_docket__keys_fit_the_end_and_whole_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
