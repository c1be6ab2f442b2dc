/* Terms in, documents out: opening, writing and reading one by one. */
#include "letters.h"

#include <stdio.h>

static void
test_engine__finds_no_database_where_there_is_none(void **state)
{
    char *path = folder_path(*state, "none");
    ft_engine *engine;
    fatiao_error error;
    assert_int_equal(ft_engine_open_read(path, &engine, &error),
                     FATIAO_ERR_NOT_FOUND);
    assert_null(engine);
    assert_string_equal(error.file, path);
    free(path);
}

static void
test_engine__opens_no_file_in_place_of_a_folder(void **state)
{
    char *path = folder_path(*state, "file");
    FILE *file = fopen(path, "w");
    fputs("remote :sh -c 'touch /tmp/x'\n", file);
    fclose(file);
    ft_engine *engine;
    assert_int_not_equal(ft_engine_open_read(path, &engine, NULL), FATIAO_OK);
    assert_int_not_equal(ft_engine_open_write(path, &engine, NULL), FATIAO_OK);
    free(path);
}

/* As after a kill in the middle of making it: the file that comes last is not
 * there. */
static void
test_engine__takes_up_a_database_that_was_half_made(void **state)
{
    char *path = folder_path(*state, "db");
    char *last = folder_path(path, "iamglass");
    ft_engine_close(open_writer(path));
    assert_int_equal(remove(last), 0);
    ft_engine *engine = open_writer(path);
    add(engine, "a", "F1");
    commit(engine);
    ft_engine_close(engine);
    engine = open_reader(path);
    assert_int_equal(count(engine), 1);
    ft_engine_close(engine);
    free(last);
    free(path);
}

static void
test_engine__keeps_what_was_committed_and_drops_the_rest(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    add(engine, "a", "F1");
    assert_int_equal(ft_engine_metadata_put(engine, "k", "old", 3, NULL),
                     FATIAO_OK);
    commit(engine);
    add(engine, "a", "F2");
    assert_int_equal(ft_engine_metadata_put(engine, "k", "new", 3, NULL),
                     FATIAO_OK);
    assert_int_equal(count(engine), 2);
    ft_engine_close(engine);
    engine = open_reader(path);
    assert_int_equal(count(engine), 1);
    ft_strbuf value = {0};
    assert_int_equal(ft_engine_metadata_get(engine, "k", &value, NULL),
                     FATIAO_OK);
    assert_int_equal(ft_engine_metadata_get(engine, "none", &value, NULL),
                     FATIAO_OK);
    assert_string_equal(ft_strbuf_string(&value), "old");
    ft_strbuf_finish(&value);
    ft_engine_close(engine);
    free(path);
}

/* More documents than the database would take before it committed by itself,
 * and more terms than are left waiting before they are merged. */
static void
test_engine__never_commits_by_itself(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    commit(engine);
    for (int i = 0; i < 11000; i++)
        add(engine, "abcdefghijklmnopqrstuvwxyz", "F");
    ft_engine *reader = open_reader(path);
    assert_int_equal(count(reader), 0);
    ft_engine_close(reader);
    ft_engine_close(engine);
    reader = open_reader(path);
    assert_int_equal(count(reader), 0);
    ft_engine_close(reader);
    free(path);
}

static void
test_engine__lets_one_writer_in(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    ft_engine *second;
    fatiao_error error;
    assert_int_equal(ft_engine_open_write(path, &second, &error),
                     FATIAO_ERR_LOCKED);
    assert_null(second);
    assert_string_equal(error.message,
                        "another process is writing to this index");
    ft_engine_close(engine);
    ft_engine_close(open_writer(path));
    free(path);
}

static void
test_engine__removes_by_filter_and_gives_growing_ids(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    add(engine, "a", "F1");
    add(engine, "ab", "F2");
    add(engine, "abc", "F1");
    assert_int_equal(ft_engine_remove(engine, "F1", 2, NULL), FATIAO_OK);
    assert_int_equal(ft_engine_remove(engine, "none", 4, NULL), FATIAO_OK);
    add(engine, "abcd", "F1");
    commit(engine);
    ft_array ids = {.item_size = sizeof(uint32_t)};
    assert_int_equal(ft_engine_postings(engine, "a", 1, &ids, NULL), FATIAO_OK);
    assert_int_equal(ids.count, 2);
    assert_int_equal(*(uint32_t *)ft_array_at(&ids, 0), 2);
    assert_int_equal(*(uint32_t *)ft_array_at(&ids, 1), 4);
    ft_array_finish(&ids);
    ft_strbuf data = {0};
    assert_int_equal(ft_engine_data(engine, 4, &data, NULL), FATIAO_OK);
    assert_string_equal(ft_strbuf_string(&data), "abcd");
    assert_int_equal(ft_engine_data(engine, 3, &data, NULL),
                     FATIAO_ERR_NOT_FOUND);
    assert_int_equal(ft_engine_data(engine, 0, &data, NULL),
                     FATIAO_ERR_INTERNAL);
    ft_strbuf_finish(&data);
    ft_engine_close(engine);
    free(path);
}

static void
test_engine__counts_terms_and_lengths_but_not_filters(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    add(engine, "a", "F1");
    add(engine, "abb", "F1");
    commit(engine);
    uint32_t documents;
    assert_int_equal(ft_engine_term_documents(engine, "b", 1, &documents, NULL),
                     FATIAO_OK);
    assert_int_equal(documents, 1);
    assert_int_equal(ft_engine_term_documents(engine, "z", 1, &documents, NULL),
                     FATIAO_OK);
    assert_int_equal(documents, 0);
    double length;
    assert_int_equal(ft_engine_average_length(engine, &length, NULL),
                     FATIAO_OK);
    assert_true(length == 2.0);
    ft_engine_close(engine);
    free(path);
}

static void
test_engine__answers_only_the_failure_after_abandon(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    add(engine, "a", "F1");
    commit(engine);
    add(engine, "a", "F2");
    ft_engine_abandon(engine, FATIAO_ERR_MEMORY);
    uint32_t documents;
    assert_int_equal(ft_engine_commit(engine, NULL), FATIAO_ERR_MEMORY);
    assert_int_equal(ft_engine_remove(engine, "F1", 2, NULL),
                     FATIAO_ERR_MEMORY);
    assert_int_equal(ft_engine_document_count(engine, &documents, NULL),
                     FATIAO_ERR_MEMORY);
    ft_engine_close(engine);
    engine = open_reader(path);
    assert_int_equal(count(engine), 1);
    ft_engine_close(engine);
    free(path);
}

/* Writers that go on over the blocks of an old state make its readers fail;
 * that is no damage, and a reopened reader sees the newest state. */
static void
test_engine__tells_change_from_damage_and_reopens(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *writer = open_writer(path);
    for (int i = 0; i < 2000; i++)
        add(writer, "abcdefgh", "F");
    commit(writer);
    ft_engine *reader = open_reader(path);
    const ft_engine_term term = {"a", 1};
    const ft_engine_filter filter = {.required = &term, .required_count = 1};
    fatiao_status status = FATIAO_OK;
    int rounds = 0;
    for (; rounds < 20 && status == FATIAO_OK; rounds++) {
        assert_int_equal(ft_engine_remove(writer, "F", 1, NULL), FATIAO_OK);
        for (int i = 0; i < 1000 + rounds; i++)
            add(writer, "abcdefgh", "F");
        commit(writer);
        ft_array ids = {.item_size = sizeof(uint32_t)};
        status = ft_engine_find(reader, &filter, &ids, NULL);
        ft_strbuf data = {0};
        for (size_t i = 0; status == FATIAO_OK && i < ids.count; i++)
            status = ft_engine_data(reader, *(uint32_t *)ft_array_at(&ids, i),
                                    &data, NULL);
        ft_strbuf_finish(&data);
        ft_array_finish(&ids);
    }
    assert_int_equal(status, FATIAO_ERR_CHANGED);
    assert_int_equal(ft_engine_reopen(reader, NULL), FATIAO_OK);
    assert_int_equal(count(reader), 1000 + rounds - 1);
    ft_engine_close(reader);
    ft_engine_close(writer);
    free(path);
}

static void
test_engine__refuses_a_term_that_is_too_long(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    char term[FT_TERM_BYTES_MAX + 1];
    memset(term, 'a', sizeof(term));
    ft_document *document;
    assert_int_equal(ft_document_new(&document, NULL), FATIAO_OK);
    assert_int_equal(
        ft_document_term(document, term, FT_TERM_BYTES_MAX, 1, NULL),
        FATIAO_OK);
    assert_int_equal(ft_engine_add(engine, document, NULL), FATIAO_OK);
    assert_int_equal(ft_document_term(document, term, sizeof(term), 1, NULL),
                     FATIAO_OK);
    assert_int_equal(ft_engine_add(engine, document, NULL),
                     FATIAO_ERR_INTERNAL);
    ft_document_free(document);
    ft_engine_close(engine);
    free(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_engine__finds_no_database_where_there_is_none, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_engine__opens_no_file_in_place_of_a_folder, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_engine__takes_up_a_database_that_was_half_made, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_engine__keeps_what_was_committed_and_drops_the_rest, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(test_engine__never_commits_by_itself,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_engine__lets_one_writer_in, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            test_engine__removes_by_filter_and_gives_growing_ids, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_engine__counts_terms_and_lengths_but_not_filters, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_engine__answers_only_the_failure_after_abandon, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_engine__tells_change_from_damage_and_reopens, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_engine__refuses_a_term_that_is_too_long, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
