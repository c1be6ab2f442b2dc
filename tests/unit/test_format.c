/* The folder that is an index. */
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "folder.h"
#include "index/format.h"

static int
set_up(void **state)
{
    *state = folder_make();
    return 0;
}

static int
tear_down(void **state)
{
    folder_finish(*state);
    return 0;
}

static void
write_file(const char *folder, const char *name, const char *text)
{
    char *path = folder_path(folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
    free(path);
}

static bool
has_file(const char *folder, const char *name)
{
    char *path = folder_path(folder, name);
    const bool is_there = access(path, F_OK) == 0;
    free(path);
    return is_there;
}

static void
test_format__makes_the_folder_and_takes_it_up_again(void **state)
{
    char *path = folder_path(*state, "index");
    assert_int_equal(ft_format_check(path, NULL), FATIAO_ERR_NOT_FOUND);
    assert_int_equal(ft_format_prepare(path, NULL), FATIAO_OK);
    assert_int_equal(ft_format_check(path, NULL), FATIAO_OK);
    assert_int_equal(ft_format_prepare(path, NULL), FATIAO_OK);
    char line[64] = "";
    char *name = folder_path(path, "format");
    FILE *file = fopen(name, "r");
    assert_non_null(fgets(line, sizeof(line), file));
    fclose(file);
    assert_string_equal(line, "fatiao index 6\n");
    free(name);
    free(path);
}

static void
test_format__takes_an_empty_folder_and_a_half_made_one(void **state)
{
    const char *path = *state;
    write_file(path, "format.4711", "fatiao in");
    assert_int_equal(ft_format_check(path, NULL), FATIAO_ERR_NOT_FOUND);
    assert_int_equal(ft_format_prepare(path, NULL), FATIAO_OK);
    assert_int_equal(ft_format_check(path, NULL), FATIAO_OK);
}

static void
test_format__leaves_a_folder_with_other_things_alone(void **state)
{
    const char *path = *state;
    write_file(path, "thesis.txt", "years of work");
    fatiao_error error;
    assert_int_equal(ft_format_prepare(path, &error), FATIAO_ERR_ARGUMENT);
    assert_string_equal(error.file, path);
    assert_int_equal(ft_format_check(path, NULL), FATIAO_ERR_NOT_FOUND);
    assert_false(has_file(path, "format"));
}

static void
test_format__takes_a_format_file_of_others_for_no_index(void **state)
{
    const char *path = *state;
    write_file(path, "format", "ext4\n");
    assert_int_equal(ft_format_prepare(path, NULL), FATIAO_ERR_ARGUMENT);
    assert_int_equal(ft_format_check(path, NULL), FATIAO_ERR_NOT_FOUND);
}

static void
test_format__tells_another_version(void **state)
{
    const char *path = *state;
    const char *const lines[] = {"fatiao index 5\n", "fatiao index 66\n",
                                 "fatiao index 6", "fatiao index \n"};
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        write_file(path, "format", lines[i]);
        assert_int_equal(ft_format_check(path, NULL), FATIAO_ERR_FORMAT);
        assert_int_equal(ft_format_prepare(path, NULL), FATIAO_ERR_FORMAT);
    }
}

static void
test_format__refuses_what_is_no_folder(void **state)
{
    const char *path = *state;
    write_file(path, "file", "");
    char *file = folder_path(path, "file");
    char *link = folder_path(path, "link");
    char *pipe = folder_path(path, "pipe");
    assert_int_equal(symlink(file, link), 0);
    assert_int_equal(mkfifo(pipe, 0666), 0);
    const char *const paths[] = {file, link, pipe};
    for (size_t i = 0; i < 3; i++) {
        assert_int_equal(ft_format_prepare(paths[i], NULL),
                         FATIAO_ERR_ARGUMENT);
        assert_int_equal(ft_format_check(paths[i], NULL), FATIAO_ERR_NOT_FOUND);
    }
    free(file);
    free(link);
    free(pipe);
}

/* Opening a named pipe waits for the other end; this must not. */
static void
test_format__does_not_wait_for_a_pipe_named_format(void **state)
{
    const char *path = *state;
    char *pipe = folder_path(path, "format");
    assert_int_equal(mkfifo(pipe, 0666), 0);
    assert_int_equal(ft_format_check(path, NULL), FATIAO_ERR_NOT_FOUND);
    assert_int_equal(ft_format_prepare(path, NULL), FATIAO_ERR_ARGUMENT);
    free(pipe);
}

static void
test_format__names_the_folder_that_cannot_be_made(void **state)
{
    const char *path = *state;
    char *deep = folder_path(path, "none/index");
    fatiao_error error;
    assert_int_equal(ft_format_prepare(deep, &error), FATIAO_ERR_IO);
    assert_string_equal(error.file, deep);
    assert_string_equal(
        error.message,
        "cannot make the folder of the index: No such file or directory");
    free(deep);
    write_file(path, "file", "");
    char *below = folder_path(path, "file/index");
    assert_int_equal(ft_format_prepare(below, &error), FATIAO_ERR_IO);
    assert_string_equal(error.file, below);
    free(below);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_format__makes_the_folder_and_takes_it_up_again, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_format__takes_an_empty_folder_and_a_half_made_one, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_format__leaves_a_folder_with_other_things_alone, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_format__takes_a_format_file_of_others_for_no_index, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(test_format__tells_another_version,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_format__refuses_what_is_no_folder,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_format__does_not_wait_for_a_pipe_named_format, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_format__names_the_folder_that_cannot_be_made, set_up,
            tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
