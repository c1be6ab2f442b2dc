/* From bytes to UTF-8. */
#include "unit.h"

#include <string.h>

#include "text/encoding.h"

static fatiao_error error;

static void
assert_decodes(const char *bytes, size_t byte_count, const char *text)
{
    ft_strbuf out = {0};
    assert_int_equal(ft_encoding_decode(bytes, byte_count, &out, &error),
                     FATIAO_OK);
    assert_string_equal(ft_strbuf_string(&out), text);
    assert_int_equal(out.byte_count, strlen(text));
    ft_strbuf_finish(&out);
}

static void
assert_fails(const char *bytes, size_t byte_count, uint32_t line,
             uint32_t column)
{
    ft_strbuf out = {0};
    memset(&error, 0, sizeof(error));
    assert_int_equal(ft_encoding_decode(bytes, byte_count, &out, &error),
                     FATIAO_ERR_ENCODING);
    assert_int_equal(error.line, line);
    assert_int_equal(error.column, column);
    assert_true(error.message[0] != '\0');
    ft_strbuf_finish(&out);
}

static void
test_encoding__keeps_utf8_and_its_mark(void **state)
{
    (void)state;
    assert_decodes("", 0, "");
    assert_decodes("第一条", 9, "第一条");
    assert_decodes("\xEF\xBB\xBF第一条", 12, "\xEF\xBB\xBF第一条");
}

static void
test_encoding__reads_gb18030(void **state)
{
    (void)state;
    /* 第一条 in GB 2312, and a character of four bytes: U+20BB7. */
    assert_decodes("\xB5\xDA\xD2\xBB\xCC\xF5", 6, "第一条");
    assert_decodes("\xB5\xDA\x95\x34\xB2\x35", 6, "第𠮷");
}

static void
test_encoding__reads_utf16_by_its_mark(void **state)
{
    (void)state;
    assert_decodes("\xFF\xFE\x2C\x7B\x00\x4E\x61\x67", 8, "第一条");
    assert_decodes("\xFE\xFF\x7B\x2C\x4E\x00\x67\x61", 8, "第一条");
    assert_decodes("\xFE\xFF\xD8\x42\xDF\xB7", 6, "𠮷");
    assert_fails("\xFE\xFF\xD8\x42", 4, 0, 0);
    assert_fails("\xFF\xFE\x2C", 3, 0, 0);
}

static void
test_encoding__names_the_place_of_a_bad_byte(void **state)
{
    (void)state;
    static const char damaged[] = "第一条 甲。\r\n第二\xFF条 乙。\n";
    assert_fails(damaged, sizeof(damaged) - 1, 2, 3);
    static const char marked[] = "\xEF\xBB\xBF\xB5\xDA";
    assert_fails(marked, sizeof(marked) - 1, 1, 2);
    assert_fails("a\n\xFF", 3, 2, 1);
}

static void
test_encoding__refuses_a_nul(void **state)
{
    (void)state;
    assert_fails("第一条\r\r甲\0乙", 18, 3, 2);
    assert_fails("\xFF\xFE\x2C\x7B\x00\x00", 6, 1, 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_encoding__keeps_utf8_and_its_mark),
        cmocka_unit_test(test_encoding__reads_gb18030),
        cmocka_unit_test(test_encoding__reads_utf16_by_its_mark),
        cmocka_unit_test(test_encoding__names_the_place_of_a_bad_byte),
        cmocka_unit_test(test_encoding__refuses_a_nul),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
