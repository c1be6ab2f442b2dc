/* The string buffer. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"

static void
test_strbuf__is_an_empty_string_before_any_append(void **state)
{
    (void)state;
    ft_strbuf buffer = {0};
    assert_string_equal(ft_strbuf_string(&buffer), "");
    ft_strbuf_finish(&buffer);
}

static void
test_strbuf__appends_text_formats_and_characters(void **state)
{
    (void)state;
    ft_strbuf buffer = {0};
    ft_strbuf_text(&buffer, "第");
    ft_strbuf_format(&buffer, "%d", 40);
    ft_strbuf_char(&buffer, 0x6761);
    ft_strbuf_char(&buffer, 'a');
    ft_strbuf_char(&buffer, 0xE9);
    ft_strbuf_char(&buffer, 0x20BB7);
    assert_string_equal(ft_strbuf_string(&buffer), "第40条aé𠮷");
    assert_false(ft_strbuf_failed(&buffer));
    ft_strbuf_finish(&buffer);
}

static void
test_strbuf__remembers_that_memory_ran_out(void **state)
{
    (void)state;
    ft_strbuf buffer = {0};
    ft_strbuf_text(&buffer, "kept");
    ft_strbuf_bytes(&buffer, "", SIZE_MAX - 16);
    ft_strbuf_text(&buffer, "lost");
    assert_true(ft_strbuf_failed(&buffer));
    assert_null(ft_strbuf_take(&buffer));
}

static void
test_strbuf__take_hands_the_text_over(void **state)
{
    (void)state;
    ft_strbuf buffer = {0};
    ft_strbuf_text(&buffer, "条");
    char *text = ft_strbuf_take(&buffer);
    assert_string_equal(text, "条");
    assert_int_equal(buffer.byte_count, 0);
    free(text);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_strbuf__is_an_empty_string_before_any_append),
        cmocka_unit_test(test_strbuf__appends_text_formats_and_characters),
        cmocka_unit_test(test_strbuf__remembers_that_memory_ran_out),
        cmocka_unit_test(test_strbuf__take_hands_the_text_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
