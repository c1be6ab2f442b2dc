/* Reading quantities out of running text. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/quantity.h"

/* Checks that the quantities of `text`, in their one spelling and parted by a
 * bar, are the `expected` ones. */
static void
assert_reads(const char *text, const char *expected)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    assert_int_equal(ft_fold(text, strlen(text), &chars, NULL), FATIAO_OK);
    ft_strbuf out = {0};
    ft_quantity quantity;
    size_t at = 0;
    while (ft_quantity_next(chars.items, chars.count, &at, &quantity)) {
        if (out.byte_count > 0)
            ft_strbuf_text(&out, "|");
        const size_t before = out.byte_count;
        ft_quantity_write(&out, &quantity);
        assert_true(out.byte_count - before <= FT_QUANTITY_BYTES_MAX);
        assert_int_equal(quantity.char_start + quantity.char_count, at);
        ft_quantity again;
        assert_true(ft_quantity_read(chars.items, chars.count,
                                     quantity.char_start, &again));
        assert_int_equal(again.char_count, quantity.char_count);
    }
    assert_int_equal(at, chars.count);
    if (strcmp(ft_strbuf_string(&out), expected) != 0)
        print_message("of %s\n", text);
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_array_finish(&chars);
}

static void
test_quantity__percentages_are_one_however_written(void **state)
{
    (void)state;
    static const char *const thirty[] = {"30%",      "３０％", "百分之三十",
                                         "百分之30", "三成",   "3成",
                                         "30.0%",    "30 %"};
    for (size_t i = 0; i < sizeof(thirty) / sizeof(thirty[0]); i++)
        assert_reads(thirty[i], "30%");
    assert_reads("千分之五", "0.5%");
    assert_reads("5‰", "0.5%");
    assert_reads("万分之五", "0.05%");
    assert_reads("百分之三点五", "3.5%");
    assert_reads("百分之百", "100%");
    assert_reads("三成五", "35%");
    assert_reads("百分之一百二十", "120%");
    assert_reads("五个百分点", "5百分点");
    assert_reads("百分之五以上百分之十以下", "5%|10%");
}

static void
test_quantity__fractions_are_in_their_lowest_terms(void **state)
{
    (void)state;
    assert_reads("三分之二", "2/3");
    assert_reads("2/3", "2/3");
    assert_reads("六分之四", "2/3");
    assert_reads("二分之一", "50%");
    assert_reads("四分之三", "75%");
    assert_reads("三分之二以上多数", "2/3");
    assert_reads("2023/5/1", "2023|5|1");
}

static void
test_quantity__money_is_counted_in_yuan(void **state)
{
    (void)state;
    static const char *const million[] = {
        "一千万元", "1000万元",   "10,000,000元", "１０，０００，０００元",
        "1千万元",  "10000000元", "0.1亿元",      "一千万块钱"};
    for (size_t i = 0; i < sizeof(million) / sizeof(million[0]); i++)
        assert_reads(million[i], "10000000元");
    assert_reads("一千万", "10000000");
    assert_reads("1千万", "10000000");
    assert_reads("一点五亿元", "150000000元");
    assert_reads("1亿2000万元", "120000000元");
    assert_reads("三亿五千万元", "350000000元");
    assert_reads("3万5000元", "35000元");
    assert_reads("一万五", "15000");
    assert_reads("一万零五元", "10005元");
    assert_reads("两千五百元", "2500元");
    assert_reads("1万元以上5万元以下", "10000元|50000元");
    assert_reads("10万美元", "100000美元");
    assert_reads("罚款500，1000", "500|1000");
}

static void
test_quantity__spans_of_time_are_counted_in_one_unit(void **state)
{
    (void)state;
    assert_reads("十五日", "15日");
    assert_reads("15日内", "15日");
    assert_reads("15天", "15日");
    assert_reads("两周", "14日");
    assert_reads("两年", "24个月");
    assert_reads("二年", "24个月");
    assert_reads("2年以上", "24个月");
    assert_reads("二十四个月", "24个月");
    assert_reads("半年", "6个月");
    assert_reads("六个月", "6个月");
    assert_reads("一年半", "18个月");
    assert_reads("一个半月", "1.5个月");
    assert_reads("半个月", "15日");
    assert_reads("半小时", "30分钟");
    assert_reads("24小时", "1440分钟");
    assert_reads("十个工作日", "10工作日");
    assert_reads("10个工作日", "10工作日");
    assert_reads("上半年", "");
}

static void
test_quantity__dates_are_no_spans(void **state)
{
    (void)state;
    assert_reads("2023年", "2023年");
    assert_reads("二〇二三年", "2023年");
    assert_reads("二○二三年", "2023年");
    assert_reads("二零二三年度", "2023年");
    assert_reads("2023年7月1日", "2023年|7月|1号");
    assert_reads("七月一日", "7月|1号");
}

static void
test_quantity__articles_are_the_same_with_and_without_di(void **state)
{
    (void)state;
    assert_reads("第29条", "29条");
    assert_reads("第二十九条", "29条");
    assert_reads("第 29 条", "29条");
    assert_reads("29条", "29条");
    assert_reads("第一百零三条第二款第三项", "103条|2款|3项");
    assert_reads("第三季度", "第3季度");
    assert_reads("第三方", "");
    assert_reads("第三人", "");
    assert_reads("与第三人订立三份合同", "3份");
    assert_reads("第一产业", "");
    assert_reads("第几条", "");
}

static void
test_quantity__reads_numbers_that_count_nothing(void **state)
{
    (void)state;
    assert_reads("一百零三", "103");
    assert_reads("103", "103");
    assert_reads("二十", "20");
    assert_reads("7×24小时", "7|1440分钟");
}

static void
test_quantity__counts_people_and_things(void **state)
{
    (void)state;
    assert_reads("三人以上", "3人");
    assert_reads("3名", "3人");
    assert_reads("五倍以下", "5倍");
    assert_reads("两次", "2次");
    assert_reads("十八周岁", "18岁");
    assert_reads("18岁", "18岁");
}

static void
test_quantity__what_is_vague_is_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "几十人", "几十万元", "数十人",     "若干",   "一些",     "三十多人",
        "十余人", "十几年",   "三五天",     "两三年", "七八百元", "五六十人",
        "几个",   "多少天",   "好几百块钱", "几千",   "十来个",   "数百万元"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_reads(texts[i], "");
}

static void
test_quantity__numerals_inside_words_are_none(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "统一",   "一定",     "一般",     "万一",     "十分",   "千方百计",
        "三农",   "五险一金", "唯一",     "三峡",     "四川省", "一个",
        "一次性", "百姓",     "千万不要", "统一年度", "之一",   "三成员",
        "第",     "半",       "一致同意", "两者",     "三人民", "一条龙",
        "A4纸",   "3D打印",   "gb18030",  "1.2.3",    "万家",   "逐一"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_reads(texts[i], "");
}

static void
test_quantity__what_is_too_long_is_none(void **state)
{
    (void)state;
    assert_reads("12345678901234567890", "");
    assert_reads("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"
                 "一二三四五",
                 "");
    assert_reads("9999999亿亿元", "");
}

/* Ten thousand numerals without end are read in the time of a few. */
static void
test_quantity__long_rows_take_no_time(void **state)
{
    (void)state;
    static const char *const pieces[] = {"一", "1,",     "1.", "百分之", "第",
                                         "百", "三分之", "半", "1/"};
    for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
        ft_strbuf text = {0};
        for (size_t j = 0; j < 100000; j++)
            ft_strbuf_text(&text, pieces[i]);
        ft_array chars = {.item_size = sizeof(ft_char)};
        assert_int_equal(ft_fold(text.bytes, text.byte_count, &chars, NULL),
                         FATIAO_OK);
        ft_quantity quantity;
        size_t at = 0;
        while (ft_quantity_next(chars.items, chars.count, &at, &quantity))
            assert_true(quantity.char_count <= 80);
        assert_int_equal(at, chars.count);
        ft_array_finish(&chars);
        ft_strbuf_finish(&text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quantity__percentages_are_one_however_written),
        cmocka_unit_test(test_quantity__fractions_are_in_their_lowest_terms),
        cmocka_unit_test(test_quantity__money_is_counted_in_yuan),
        cmocka_unit_test(test_quantity__spans_of_time_are_counted_in_one_unit),
        cmocka_unit_test(test_quantity__dates_are_no_spans),
        cmocka_unit_test(
            test_quantity__articles_are_the_same_with_and_without_di),
        cmocka_unit_test(test_quantity__reads_numbers_that_count_nothing),
        cmocka_unit_test(test_quantity__counts_people_and_things),
        cmocka_unit_test(test_quantity__what_is_vague_is_none),
        cmocka_unit_test(test_quantity__numerals_inside_words_are_none),
        cmocka_unit_test(test_quantity__what_is_too_long_is_none),
        cmocka_unit_test(test_quantity__long_rows_take_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
