/* The error object. */
#include "unit.h"

#include <string.h>

#include "base/error.h"

static void
test_error__says_status_message_and_place(void **state)
{
    (void)state;
    fatiao_error error;
    ft_error_clear(&error);
    assert_int_equal(ft_error_set(&error, FATIAO_ERR_SYNTAX, "no %s", "条"),
                     FATIAO_ERR_SYNTAX);
    ft_error_place(&error, "a.md", 3, 4);
    assert_int_equal(error.status, FATIAO_ERR_SYNTAX);
    assert_string_equal(error.message, "no 条");
    assert_string_equal(error.file, "a.md");
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 4);
}

static void
test_error__accepts_null(void **state)
{
    (void)state;
    ft_error_clear(NULL);
    assert_int_equal(ft_error_memory(NULL), FATIAO_ERR_MEMORY);
    ft_error_place(NULL, "a", 1, 1);
}

static void
test_error__cuts_a_long_message_at_a_character(void **state)
{
    (void)state;
    char text[1024];
    memset(text, 'a', sizeof(text));
    for (size_t i = 0; i + 3 < sizeof(text); i += 3)
        memcpy(text + i, "条", 3);
    text[1023] = '\0';
    fatiao_error error;
    ft_error_set(&error, FATIAO_ERR_IO, "%s", text);
    const size_t length = strlen(error.message);
    assert_true(length < sizeof(error.message));
    assert_int_equal(length % 3, 0);
    assert_memory_equal(error.message + length - 3, "条", 3);
}

static void
test_error__keeps_the_end_of_a_long_file_name(void **state)
{
    (void)state;
    char name[600];
    memset(name, 'd', sizeof(name));
    strcpy(name + 590, "/法.md");
    fatiao_error error;
    ft_error_clear(&error);
    ft_error_place(&error, name, 1, 1);
    const size_t length = strlen(error.file);
    assert_string_equal(error.file + length - strlen("/法.md"), "/法.md");
}

static void
test_error__keeps_escapes_off_the_terminal(void **state)
{
    (void)state;
    fatiao_error error;
    ft_error_set(&error, FATIAO_ERR_IO, "a\x1b[31mb\nc");
    assert_string_equal(error.message, "a?[31mb?c");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_error__says_status_message_and_place),
        cmocka_unit_test(test_error__accepts_null),
        cmocka_unit_test(test_error__cuts_a_long_message_at_a_character),
        cmocka_unit_test(test_error__keeps_the_end_of_a_long_file_name),
        cmocka_unit_test(test_error__keeps_escapes_off_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
