/* From lines to the tree, through the public API. Odd statutes are in
 * tests/fixtures; here is what holds of every tree. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "base/strbuf.h"

static fatiao_statute *
parse(const char *text, const char *name)
{
    fatiao_parse_options options = FATIAO_PARSE_OPTIONS;
    options.name = name;
    fatiao_statute *statute = NULL;
    fatiao_error error;
    assert_int_equal(
        fatiao_statute_parse(text, strlen(text), &options, &statute, &error),
        FATIAO_OK);
    return statute;
}

/* The nodes below the root, one letter each in the order of the document. */
static void
assert_kinds(const fatiao_statute *statute, const char *wanted)
{
    static const char letters[] = ".TEC0PSHNAaibXQtGh";
    char have[256] = "";
    size_t count = 0;
    const fatiao_node *node = fatiao_statute_root(statute)->child;
    for (; node != NULL; node = fatiao_node_following(node))
        have[count++] = letters[node->kind];
    assert_string_equal(have, wanted);
}

/* The first node of a kind. */
static const fatiao_node *
find(const fatiao_statute *statute, fatiao_node_kind kind)
{
    const fatiao_node *node = fatiao_statute_root(statute);
    while (node != NULL && node->kind != kind)
        node = fatiao_node_following(node);
    assert_non_null(node);
    return node;
}

static void
test_outline__nests_from_part_to_subitem(void **state)
{
    (void)state;
    fatiao_statute *statute =
        parse("# 法\n\n## 第一编 甲\n\n### 第一分编 乙\n\n# 第一章 丙\n\n"
              "###### 第一节 丁\n\n第一条 戊：\n\n（一）己：\n\n1．庚。\n",
              "a.md");
    assert_kinds(statute, "TPSHNAaib");
    const fatiao_node *subitem = find(statute, FATIAO_NODE_SUBITEM);
    static const fatiao_node_kind above[] = {
        FATIAO_NODE_ITEM,    FATIAO_NODE_PARAGRAPH, FATIAO_NODE_ARTICLE,
        FATIAO_NODE_SECTION, FATIAO_NODE_CHAPTER,   FATIAO_NODE_SUBPART,
        FATIAO_NODE_PART,    FATIAO_NODE_STATUTE};
    const fatiao_node *node = subitem;
    for (size_t i = 0; i < sizeof(above) / sizeof(above[0]); i++) {
        node = node->parent;
        assert_int_equal(node->kind, above[i]);
    }
    assert_null(node->parent);
    assert_string_equal(subitem->label, "1．");
    assert_string_equal(subitem->text, "庚。");
    fatiao_statute_free(statute);
}

static void
test_outline__places_nodes_in_the_source(void **state)
{
    (void)state;
    static const char text[] =
        "\xEF\xBB\xBF# 法\r\n\r\n**第一条**　甲。\r\n\r\n（一）乙。\r\n";
    fatiao_statute *statute = parse(text, "a.md");
    const fatiao_node *article = find(statute, FATIAO_NODE_ARTICLE);
    assert_int_equal(article->line, 3);
    assert_memory_equal(text + article->byte_start, "第一条",
                        article->byte_count);
    const fatiao_node *paragraph = find(statute, FATIAO_NODE_PARAGRAPH);
    assert_memory_equal(text + paragraph->byte_start, "甲。",
                        paragraph->byte_count);
    const fatiao_node *item = find(statute, FATIAO_NODE_ITEM);
    assert_int_equal(item->line, 5);
    assert_memory_equal(text + item->byte_start, "（一）乙。",
                        item->byte_count);
    assert_int_equal(item->byte_count, strlen("（一）乙。"));
    assert_int_equal(item->text_byte_count, strlen("乙。"));
    fatiao_statute_free(statute);
}

static void
test_outline__counts_paragraphs_by_place(void **state)
{
    (void)state;
    fatiao_statute *statute =
        parse("# 法\n\n第一条\n\n甲。\n乙：\n（一）丙。\n丁。\n戊。\n", "a.md");
    const fatiao_node *node = find(statute, FATIAO_NODE_ARTICLE)->child;
    for (uint32_t number = 1; number <= 4; number++) {
        assert_non_null(node);
        assert_int_equal(node->number, number);
        assert_int_equal(node->is_ambiguous_tail, number == 3);
        node = node->next;
    }
    assert_null(node);
    fatiao_statute_free(statute);
}

static void
test_outline__reads_the_same_from_every_encoding(void **state)
{
    (void)state;
    /* 第一条 甲。 as GB18030 and as UTF-16. */
    static const char gb[] = "\xB5\xDA\xD2\xBB\xCC\xF5 \xBC\xD7\xA1\xA3";
    static const char utf16[] = "\xFF\xFE\x2C\x7B\x00\x4E\x61\x67\x20\x00"
                                "\x32\x75\x02\x30";
    static const struct {
        const char *bytes;
        size_t byte_count;
    } cases[] = {{gb, sizeof(gb) - 1}, {utf16, sizeof(utf16) - 1}};
    for (size_t i = 0; i < 2; i++) {
        fatiao_statute *statute;
        assert_int_equal(fatiao_statute_parse(cases[i].bytes,
                                              cases[i].byte_count, NULL,
                                              &statute, NULL),
                         FATIAO_OK);
        assert_string_equal(find(statute, FATIAO_NODE_PARAGRAPH)->text, "甲。");
        fatiao_statute_free(statute);
    }
}

static void
test_outline__says_what_is_a_draft_by_the_title_alone(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool is_draft;
    } cases[] = {
        {"# 甲条例（征求意见稿）", true},
        {"# 甲条例(草案二次审议稿)", true},
        {"# 甲条例草案", true},
        {"# 审议法规草案的规定", false},
        {"# 甲条例（试行）", false},
        {"# 甲条例\n\n第一条 本草案自公布之日起施行。（征求意见稿）", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        fatiao_statute *statute = parse(cases[i].text, "a.md");
        assert_int_equal(fatiao_statute_is_draft(statute), cases[i].is_draft);
        fatiao_statute_free(statute);
    }
}

static void
test_outline__takes_the_file_name_for_a_missing_title(void **state)
{
    (void)state;
    fatiao_statute *statute = parse("第一条 甲。\n", "法/测试条例.2.txt");
    assert_string_equal(fatiao_statute_title(statute), "测试条例.2");
    fatiao_statute_free(statute);
    statute = parse("", NULL);
    assert_string_equal(fatiao_statute_title(statute), "");
    assert_null(fatiao_statute_root(statute)->child);
    fatiao_statute_free(statute);
}

static void
test_outline__answers_bad_calls(void **state)
{
    (void)state;
    fatiao_error error;
    fatiao_statute *statute = (fatiao_statute *)&error;
    assert_int_equal(fatiao_statute_parse(NULL, 1, NULL, &statute, &error),
                     FATIAO_ERR_ARGUMENT);
    assert_null(statute);
    assert_int_equal(fatiao_statute_parse("", 0, NULL, NULL, &error),
                     FATIAO_ERR_ARGUMENT);
    fatiao_parse_options options = FATIAO_PARSE_OPTIONS;
    options.size = 0;
    assert_int_equal(fatiao_statute_parse("", 0, &options, &statute, &error),
                     FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_statute_parse("", FATIAO_STATUTE_BYTES_MAX + 1,
                                          NULL, &statute, &error),
                     FATIAO_ERR_LIMIT);
    options = (fatiao_parse_options)FATIAO_PARSE_OPTIONS;
    options.name = "法.md";
    assert_int_equal(
        fatiao_statute_parse("甲\n\0", 5, &options, &statute, &error),
        FATIAO_ERR_ENCODING);
    assert_string_equal(error.file, "法.md");
    assert_int_equal(error.line, 2);
    assert_null(statute);
}

static void
test_outline__reads_what_makes_others_slow(void **state)
{
    (void)state;
    /* Each would take minutes if the time grew with the square. */
    static const char *const patterns[] = {"第一条 甲。第二条",
                                           "第 ",
                                           "第一条 ：“甲\n",
                                           "第一条甲：\n“",
                                           "附件1\n第一条 甲。\n",
                                           "目录\n",
                                           "第一章 甲\n",
                                           "（一）甲\n乙\n",
                                           "（",
                                           "一、甲\n",
                                           "第一条 甲，\n",
                                           "1997年10月6日\n",
                                           "2014年9月26日 甲\n乙\n",
                                           "《",
                                           "\xEE\x80\x80 "};
    for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
        ft_strbuf text = {0};
        while (text.byte_count < 1000000)
            ft_strbuf_text(&text, patterns[i]);
        fatiao_statute *statute = parse(ft_strbuf_string(&text), "a.txt");
        fatiao_statute_free(statute);
        ft_strbuf_finish(&text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_outline__nests_from_part_to_subitem),
        cmocka_unit_test(test_outline__places_nodes_in_the_source),
        cmocka_unit_test(test_outline__counts_paragraphs_by_place),
        cmocka_unit_test(test_outline__reads_the_same_from_every_encoding),
        cmocka_unit_test(test_outline__says_what_is_a_draft_by_the_title_alone),
        cmocka_unit_test(test_outline__takes_the_file_name_for_a_missing_title),
        cmocka_unit_test(test_outline__answers_bad_calls),
        cmocka_unit_test(test_outline__reads_what_makes_others_slow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
