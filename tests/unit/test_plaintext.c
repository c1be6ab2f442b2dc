/* From plain text to lines. */
#include "unit.h"

#include <string.h>

#include "statute/plaintext.h"

static void
test_plaintext__cuts_bookmarks_and_blanks_and_nothing_else(void **state)
{
    (void)state;
    static const char text[] =
        " 条例\r\n\r\n[bookmark: _Toc1]第一章 总则\r　　# 甲 **乙** \n";
    ft_lines lines;
    assert_int_equal(ft_plaintext_read(text, strlen(text), &lines, NULL),
                     FATIAO_OK);
    static const char *const texts[] = {"条例", "第一章 总则", "# 甲 **乙**"};
    static const uint32_t numbers[] = {1, 3, 4};
    assert_int_equal(lines.lines.count, 3);
    for (size_t i = 0; i < 3; i++) {
        const ft_line *line = ft_lines_at(&lines, i);
        assert_int_equal(line->byte_count, strlen(texts[i]));
        assert_memory_equal(line->text, texts[i], line->byte_count);
        assert_memory_equal(text + line->byte_start, texts[i],
                            line->byte_count);
        assert_int_equal(line->line, numbers[i]);
        assert_int_equal(line->heading_level, 0);
    }
    ft_lines_finish(&lines);
}

static void
test_plaintext__reads_nothing_as_no_lines(void **state)
{
    (void)state;
    ft_lines lines;
    assert_int_equal(ft_plaintext_read(NULL, 0, &lines, NULL), FATIAO_OK);
    assert_int_equal(lines.lines.count, 0);
    ft_lines_finish(&lines);
    assert_int_equal(ft_plaintext_read(" \n\t\r\n", 5, &lines, NULL),
                     FATIAO_OK);
    assert_int_equal(lines.lines.count, 0);
    ft_lines_finish(&lines);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_plaintext__cuts_bookmarks_and_blanks_and_nothing_else),
        cmocka_unit_test(test_plaintext__reads_nothing_as_no_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
