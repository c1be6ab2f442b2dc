/* From Markdown to lines. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "statute/markdown.h"
#include "statute/sketch.h"

static ft_lines lines;
static fatiao_error error;

static void
read_markdown(const char *text)
{
    assert_int_equal(ft_markdown_read(text, strlen(text), &lines, &error),
                     FATIAO_OK);
}

/* Checks line `index`: its text with cut markup left out, number, heading. */
static void
assert_line(size_t index, const char *text, uint32_t number, uint8_t level)
{
    assert_true(index < lines.lines.count);
    const ft_line *line = ft_lines_at(&lines, index);
    ft_strbuf out = {0};
    size_t at = 0;
    for (uint32_t code; (code = ft_line_next(line, &at)) != 0;)
        ft_strbuf_char(&out, code);
    assert_string_equal(ft_strbuf_string(&out), text);
    ft_strbuf_finish(&out);
    assert_int_equal(line->line, number);
    assert_int_equal(line->heading_level, level);
}

static void
test_markdown__cuts_the_marks_of_headings(void **state)
{
    (void)state;
    read_markdown("# 法\n\n## 第一章　总则 ##\n#第一条\n\n##\n\n条例\n===\n");
    assert_line(0, "法", 1, 1);
    assert_line(1, "第一章　总则", 3, 2);
    assert_line(2, "#第一条", 4, 0);
    assert_line(3, "条例", 8, 1);
    assert_int_equal(lines.lines.count, 4);
    ft_lines_finish(&lines);
}

static void
test_markdown__keeps_every_offset(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF# 法\r\n\r\n> 甲**乙**\r丙";
    read_markdown(text);
    for (size_t i = 0; i < lines.lines.count; i++) {
        const ft_line *line = ft_lines_at(&lines, i);
        assert_memory_equal(text + line->byte_start, line->text, 3);
    }
    assert_line(0, "法", 1, 1);
    assert_line(1, "甲乙", 3, 0);
    assert_line(2, "丙", 4, 0);
    assert_int_equal(ft_lines_at(&lines, 0)->byte_start, 5);
    assert_int_equal(ft_lines_at(&lines, 1)->kind, FT_LINE_QUOTED);
    ft_lines_finish(&lines);
}

static void
test_markdown__takes_an_underlined_paragraph_for_text(void **state)
{
    (void)state;
    read_markdown("甲\n乙\n---\n\n丙\n");
    assert_line(0, "甲", 1, 0);
    assert_line(1, "乙", 2, 0);
    assert_line(2, "丙", 5, 0);
    ft_lines_finish(&lines);
}

static void
test_markdown__cuts_markers_only_where_markdown_has_them(void **state)
{
    (void)state;
    read_markdown("- 甲\n- - 乙\n\n-丙\n\n1. 丁\n\n甲>乙\n\n    > 戊\n");
    assert_line(0, "甲", 1, 0);
    assert_line(1, "乙", 2, 0);
    assert_line(2, "-丙", 4, 0);
    assert_line(3, "1. 丁", 6, 0);
    assert_line(4, "甲>乙", 8, 0);
    assert_line(5, "> 戊", 10, 0);
    ft_lines_finish(&lines);
}

static void
test_markdown__cuts_comments_and_keeps_open_ones(void **state)
{
    (void)state;
    read_markdown("甲<!-- a\nb -->乙\n<!-- INFO END -->\n丙 <b c> <!-- 丁\n");
    assert_line(0, "甲", 1, 0);
    assert_line(1, "乙", 2, 0);
    assert_line(2, "丙 <b c> <!-- 丁", 4, 0);
    assert_int_equal(lines.head_end, 3);
    ft_lines_finish(&lines);
}

static void
test_markdown__cuts_front_matter_at_the_start_alone(void **state)
{
    (void)state;
    read_markdown("---\ntitle: 甲\n\n---\n乙\n");
    assert_line(0, "乙", 5, 0);
    ft_lines_finish(&lines);
    read_markdown("---\n乙没有冒号\n---\n");
    assert_line(0, "乙没有冒号", 2, 2);
    ft_lines_finish(&lines);
}

static void
test_markdown__reads_rows_and_fences(void **state)
{
    (void)state;
    read_markdown(
        "| 甲 | 乙 |\n|----|:---|\n| 丙 | 丁 |\n\n```text\n# 戊\n```\n"
        "\n~~~己\n庚\n");
    assert_line(0, "| 甲 | 乙 |", 1, 0);
    assert_line(1, "| 丙 | 丁 |", 3, 0);
    assert_int_equal(ft_lines_at(&lines, 1)->kind, FT_LINE_ROW);
    assert_line(2, "# 戊", 6, 0);
    assert_line(3, "~~~己", 9, 0);
    assert_line(4, "庚", 10, 0);
    ft_lines_finish(&lines);
}

static void
test_markdown__cuts_bold_pairs_and_escapes(void **state)
{
    (void)state;
    read_markdown(
        "**第一条** 甲**乙\n\n1\\. 丙\\条\n\n[bookmark: _x]丁[bookmark:\n");
    assert_line(0, "第一条 甲**乙", 1, 0);
    assert_line(1, "1. 丙\\条", 3, 0);
    assert_line(2, "丁[bookmark:", 5, 0);
    ft_lines_finish(&lines);
}

/* `text` so many times. */
static char *
repeat(const char *text, size_t count)
{
    ft_strbuf out = {0};
    for (size_t i = 0; i < count; i++)
        ft_strbuf_text(&out, text);
    char *all = ft_strbuf_take(&out);
    assert_non_null(all);
    return all;
}

static void
test_markdown__bounds_nesting(void **state)
{
    (void)state;
    static const char *const markers[] = {"> ", ">", "- + ", "1. "};
    for (size_t i = 0; i < sizeof(markers) / sizeof(markers[0]); i++) {
        char *deep = repeat(markers[i], 1000);
        ft_strbuf text = {0};
        ft_strbuf_format(&text, "甲\n\n%s乙\n", deep);
        assert_int_equal(ft_markdown_read(ft_strbuf_string(&text),
                                          text.byte_count, &lines, &error),
                         FATIAO_ERR_LIMIT);
        assert_int_equal(error.line, 3);
        ft_lines_finish(&lines);
        ft_strbuf_finish(&text);
        free(deep);
    }
}

static void
test_markdown__bounds_lines(void **state)
{
    (void)state;
    char *many = repeat("\n", FT_SKETCH_LINES_MAX + 1);
    assert_int_equal(
        ft_markdown_read(many, FT_SKETCH_LINES_MAX + 1, &lines, &error),
        FATIAO_ERR_LIMIT);
    assert_int_equal(error.line, FT_SKETCH_LINES_MAX + 1);
    ft_lines_finish(&lines);
    free(many);
}

static void
test_markdown__reads_what_makes_others_slow(void **state)
{
    (void)state;
    /* Each would take minutes if the time grew with the square. */
    static const char *const patterns[] = {
        "![[](", "*a **a ", "<!--", "[a](",     "`a``",
        "&#",    "**",      "| - ", "a\n---\n", "[bookmark:"};
    for (size_t i = 0; i < sizeof(patterns) / sizeof(patterns[0]); i++) {
        char *text = repeat(patterns[i], 300000);
        read_markdown(text);
        ft_lines_finish(&lines);
        free(text);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_markdown__cuts_the_marks_of_headings),
        cmocka_unit_test(test_markdown__keeps_every_offset),
        cmocka_unit_test(test_markdown__takes_an_underlined_paragraph_for_text),
        cmocka_unit_test(
            test_markdown__cuts_markers_only_where_markdown_has_them),
        cmocka_unit_test(test_markdown__cuts_comments_and_keeps_open_ones),
        cmocka_unit_test(test_markdown__cuts_front_matter_at_the_start_alone),
        cmocka_unit_test(test_markdown__reads_rows_and_fences),
        cmocka_unit_test(test_markdown__cuts_bold_pairs_and_escapes),
        cmocka_unit_test(test_markdown__bounds_nesting),
        cmocka_unit_test(test_markdown__bounds_lines),
        cmocka_unit_test(test_markdown__reads_what_makes_others_slow),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
