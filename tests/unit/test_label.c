/* The grammar of lines. */
#include "unit.h"

#include <string.h>

#include "statute/label.h"

static ft_line
line_of(const char *text, uint8_t heading_level)
{
    return (ft_line){.text = text,
                     .byte_count = strlen(text),
                     .heading_level = heading_level};
}

static ft_label
parse(const char *text)
{
    const ft_line line = line_of(text, 0);
    return ft_label_parse(&line);
}

static void
assert_label(const char *text, ft_label_kind kind, uint32_t number,
             uint32_t suffix, const char *printed)
{
    const ft_line line = line_of(text, 0);
    const ft_label label = ft_label_parse(&line);
    assert_int_equal(label.kind, kind);
    assert_int_equal(label.number, number);
    assert_int_equal(label.suffix, suffix);
    ft_strbuf out = {0};
    ft_label_print(&line, &label, &out);
    assert_string_equal(ft_strbuf_string(&out), printed);
    ft_strbuf_finish(&out);
}

static void
assert_none(const char *text)
{
    assert_int_equal(parse(text).kind, FT_LABEL_NONE);
}

static void
assert_enum(const char *text, ft_enum_form form, uint32_t number,
            const char *printed)
{
    assert_label(text, FT_LABEL_ENUM, number, 0, printed);
    assert_int_equal(parse(text).form, form);
}

static void
test_label__reads_divisions(void **state)
{
    (void)state;
    assert_label("第一编 总则", FT_LABEL_PART, 1, 0, "第一编");
    assert_label("第二分编　典型合同", FT_LABEL_SUBPART, 2, 0, "第二分编");
    assert_label("第十二章", FT_LABEL_CHAPTER, 12, 0, "第十二章");
    assert_label("第三节\t挖掘道路管理", FT_LABEL_SECTION, 3, 0, "第三节");
    assert_label("第五章“上海文化”品牌建设", FT_LABEL_CHAPTER, 5, 0, "第五章");
    assert_none("第七节相应改为第八节，第一百二十三条相应改为第一百二十八条。");
    assert_none("第一章规定的行政处罚");
}

static void
test_label__reads_articles(void **state)
{
    (void)state;
    assert_label("第四十条 政府", FT_LABEL_ARTICLE, 40, 0, "第四十条");
    assert_label("第12条　政府", FT_LABEL_ARTICLE, 12, 0, "第12条");
    assert_label("第一百二十条之三 以", FT_LABEL_ARTICLE, 120, 3,
                 "第一百二十条之三");
    assert_false(parse("第四十条 政府").is_glued);
    assert_true(parse("第四十三条中小企业").is_glued);
    assert_none("第条 甲");
    assert_none("第三十日内");
}

static void
test_label__repairs_articles(void **state)
{
    (void)state;
    assert_label("第一百二十八 条侦查", FT_LABEL_ARTICLE, 128, 0,
                 "第一百二十八条");
    assert_label("笫五十四条 清算", FT_LABEL_ARTICLE, 54, 0, "第五十四条");
    assert_label("第三十－条 在", FT_LABEL_ARTICLE, 31, 0, "第三十一条");
    assert_true(parse("第一百二十八 条侦查").is_repaired);
    assert_true(parse("笫五十四条 清算").is_repaired);
    assert_true(parse("第三十－条 在").is_repaired);
    assert_false(parse("第三十一条 在").is_repaired);
}

static void
test_label__passes_over_markup_that_was_cut(void **state)
{
    (void)state;
    static const char text[] = "第\0\0一条\0\0 甲";
    const ft_line line = {.text = text, .byte_count = sizeof(text) - 1};
    const ft_label label = ft_label_parse(&line);
    assert_int_equal(label.kind, FT_LABEL_ARTICLE);
    assert_int_equal(label.number, 1);
    assert_false(label.is_glued);
    ft_strbuf out = {0};
    ft_label_print(&line, &label, &out);
    assert_string_equal(ft_strbuf_string(&out), "第一条");
    ft_strbuf_finish(&out);
}

static void
test_label__tells_a_mention(void **state)
{
    (void)state;
    static const char *const mentions[] = {
        "第三十二条规定的行政处罚", "第五十一条第（二）项", "第三条、第四条",
        "第三十一条的决定》第一次修正", "第一百二十三条至第一百三十八条"};
    for (size_t i = 0; i < sizeof(mentions) / sizeof(mentions[0]); i++) {
        const ft_line line = line_of(mentions[i], 0);
        const ft_label label = ft_label_parse(&line);
        assert_true(ft_label_is_mention(&line, &label));
    }
    const ft_line line = line_of("第四十三条中小企业应当", 0);
    const ft_label label = ft_label_parse(&line);
    assert_false(ft_label_is_mention(&line, &label));
}

static void
test_label__reads_lists(void **state)
{
    (void)state;
    assert_enum("一、甲", FT_FORM_COMMA, 1, "一、");
    assert_enum("二十七、甲", FT_FORM_COMMA, 27, "二十七、");
    assert_enum("四、两类口岸", FT_FORM_COMMA, 4, "四、");
    assert_enum("（二) 甲", FT_FORM_BRACKETS, 2, "（二)");
    assert_enum("(十）甲", FT_FORM_BRACKETS, 10, "(十）");
    assert_enum("1．甲", FT_FORM_ARABIC, 1, "1．");
    assert_enum("34. 甲", FT_FORM_ARABIC, 34, "34.");
    assert_enum("２、甲", FT_FORM_ARABIC, 2, "２、");
    assert_enum("（1）甲", FT_FORM_ARABIC_BRACKETS, 1, "（1）");
    assert_enum("3)甲", FT_FORM_ARABIC_BRACKETS, 3, "3)");
    assert_enum("⑵甲", FT_FORM_ARABIC_BRACKETS, 2, "⑵");
    assert_enum("⑳甲", FT_FORM_CIRCLE, 20, "⑳");
    assert_enum("c)甲", FT_FORM_LETTER, 3, "c)");
}

static void
test_label__leaves_other_numbers_alone(void **state)
{
    (void)state;
    assert_none("2017年9月1日");
    assert_none("5.1.1 重伤一级");
    assert_none("30%以上");
    assert_none("一、二审人民法院");
    assert_none("一九九四年");
    assert_none("（中小企业)部门");
    assert_none("（征求意见稿）");
    assert_none("");
}

static void
test_label__reads_annexes(void **state)
{
    (void)state;
    assert_label("附件", FT_LABEL_ANNEX, 0, 0, "附件");
    assert_label("附：", FT_LABEL_ANNEX, 0, 0, "附：");
    assert_label("附件1：规程", FT_LABEL_ANNEX, 1, 0, "附件1：");
    assert_label("附件一:香港", FT_LABEL_ANNEX, 1, 0, "附件一:");
    assert_label("附表 二", FT_LABEL_ANNEX, 2, 0, "附表二");
    assert_label("附图 标志式样", FT_LABEL_ANNEX, 0, 0, "附图");
    assert_none("附图中除必需的词语外，不应当含有其他注释。");
    assert_none("附利息的债权自破产申请受理时起停止计息。");
    assert_none("附条件不起诉的考验期");
    assert_none("附件三所列全国性法律增减的决定");
    assert_none("附 甲");
}

static void
test_label__reads_words_that_stand_alone(void **state)
{
    (void)state;
    assert_int_equal(parse("附　　则").kind, FT_LABEL_NAMED);
    assert_int_equal(parse("总则").kind, FT_LABEL_NAMED);
    assert_int_equal(parse("目　录").kind, FT_LABEL_CONTENTS);
    assert_int_equal(parse("序言").kind, FT_LABEL_PREAMBLE);
    assert_none("总则规定的原则");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_label__reads_divisions),
        cmocka_unit_test(test_label__reads_articles),
        cmocka_unit_test(test_label__repairs_articles),
        cmocka_unit_test(test_label__passes_over_markup_that_was_cut),
        cmocka_unit_test(test_label__tells_a_mention),
        cmocka_unit_test(test_label__reads_lists),
        cmocka_unit_test(test_label__leaves_other_numbers_alone),
        cmocka_unit_test(test_label__reads_annexes),
        cmocka_unit_test(test_label__reads_words_that_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
