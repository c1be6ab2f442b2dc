/* A disk that is full: the writer says so and the index stays as it was. A
 * limit on the size of files stands for the disk. */
#include "shelf.h"

#include <signal.h>
#include <sys/resource.h>

static void
set_limit(rlim_t bytes)
{
    struct rlimit limit;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
    limit.rlim_cur = bytes;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

/* Puts laws until something fails, commits if nothing does. */
static fatiao_status
write_much(fatiao_writer *writer, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    for (unsigned i = 100; i < 140 && status == FATIAO_OK; i++)
        status = shelf_put(writer, i, 50, error);
    if (status == FATIAO_OK)
        status = fatiao_writer_commit(writer, error);
    return status;
}

static void
assert_failure_leaves_index(const char *folder, rlim_t limit)
{
    fatiao_writer *writer;
    fatiao_error error;
    assert_int_equal(fatiao_writer_open(folder, &writer, NULL), FATIAO_OK);
    set_limit(limit);
    const fatiao_status status = write_much(writer, &error);
    assert_int_equal(status, FATIAO_ERR_IO);
    assert_int_equal(error.status, FATIAO_ERR_IO);
    assert_non_null(strstr(error.message, "File too large"));
    assert_non_null(strstr(error.message, "space"));
    assert_non_null(strstr(error.file, folder));
    /* Room again, but this writer is done with. */
    set_limit(RLIM_INFINITY);
    assert_int_equal(fatiao_writer_commit(writer, NULL), FATIAO_ERR_IO);
    assert_int_equal(shelf_put(writer, 3, 1, NULL), FATIAO_ERR_IO);
    fatiao_writer_close(writer);
    fatiao_searcher *searcher = shelf_open(folder);
    assert_non_null(searcher);
    size_t statutes;
    size_t articles;
    shelf_totals(searcher, &statutes, &articles);
    assert_int_equal(statutes, 2);
    assert_int_equal(articles, 30);
    assert_int_equal(shelf_article_count(searcher, 1), 10);
    assert_int_equal(shelf_article_count(searcher, 2), 20);
    assert_int_equal(shelf_article_count(searcher, 100), 0);
    fatiao_searcher_close(searcher);
}

static void
test_disk_full__is_told_and_leaves_the_index_as_it_was(void **state)
{
    (void)state;
    signal(SIGXFSZ, SIG_IGN);
    char *folder = folder_make();
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(folder, &writer, NULL), FATIAO_OK);
    assert_int_equal(shelf_put(writer, 1, 10, NULL), FATIAO_OK);
    assert_int_equal(shelf_put(writer, 2, 20, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_commit(writer, NULL), FATIAO_OK);
    fatiao_writer_close(writer);
    for (rlim_t limit = 0; limit < 300000; limit += 30000)
        assert_failure_leaves_index(folder, limit);
    assert_int_equal(fatiao_writer_open(folder, &writer, NULL), FATIAO_OK);
    assert_int_equal(shelf_put(writer, 3, 30, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_commit(writer, NULL), FATIAO_OK);
    fatiao_writer_close(writer);
    fatiao_searcher *searcher = shelf_open(folder);
    assert_int_equal(shelf_article_count(searcher, 3), 30);
    fatiao_searcher_close(searcher);
    folder_finish(folder);
}

static void
test_disk_full__is_told_where_the_index_is_to_be_made(void **state)
{
    (void)state;
    signal(SIGXFSZ, SIG_IGN);
    char *folder = folder_make();
    fatiao_writer *writer;
    fatiao_error error;
    set_limit(0);
    const fatiao_status status = fatiao_writer_open(folder, &writer, &error);
    set_limit(RLIM_INFINITY);
    assert_int_equal(status, FATIAO_ERR_IO);
    assert_null(writer);
    assert_non_null(strstr(error.message, "File too large"));
    assert_int_equal(fatiao_writer_open(folder, &writer, NULL), FATIAO_OK);
    fatiao_writer_close(writer);
    folder_finish(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_disk_full__is_told_and_leaves_the_index_as_it_was),
        cmocka_unit_test(test_disk_full__is_told_where_the_index_is_to_be_made),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
