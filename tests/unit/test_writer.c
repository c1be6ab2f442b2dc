/* The writer, and what it leaves in the index. */
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "engine/engine.h"
#include "folder.h"
#include "index/entry.h"
#include "index/record.h"
#include "law.h"

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

static fatiao_writer *
open_writer(const char *path)
{
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(path, &writer, NULL), FATIAO_OK);
    return writer;
}

static void
put(fatiao_writer *writer, const char *id, uint32_t article_count)
{
    fatiao_statute *statute = law_make("条例", article_count, "文字。");
    assert_int_equal(fatiao_writer_put(writer, id, statute, NULL, NULL, NULL),
                     FATIAO_OK);
    fatiao_statute_free(statute);
}

static void
commit(fatiao_writer *writer)
{
    assert_int_equal(fatiao_writer_commit(writer, NULL), FATIAO_OK);
}

static ft_engine *
open_reader(const char *folder)
{
    char *path = folder_path(folder, "postings");
    ft_engine *engine;
    assert_int_equal(ft_engine_open_read(path, &engine, NULL), FATIAO_OK);
    free(path);
    return engine;
}

static void
assert_metadata(const char *folder, const char *key, const char *expected)
{
    ft_engine *engine = open_reader(folder);
    ft_strbuf value = {0};
    assert_int_equal(ft_engine_metadata_get(engine, key, &value, NULL),
                     FATIAO_OK);
    assert_string_equal(ft_strbuf_string(&value), expected);
    ft_strbuf_finish(&value);
    ft_engine_close(engine);
}

static void
assert_totals(const char *folder, const char *statutes, const char *articles,
              const char *clauses)
{
    assert_metadata(folder, "statutes", statutes);
    assert_metadata(folder, "articles", articles);
    assert_metadata(folder, "clauses", clauses);
}

static void
test_writer__answers_null_and_bad_ids(void **state)
{
    const char *folder = *state;
    fatiao_writer *writer;
    fatiao_digest digest;
    assert_int_equal(fatiao_writer_open(NULL, &writer, NULL),
                     FATIAO_ERR_ARGUMENT);
    assert_null(writer);
    assert_int_equal(fatiao_writer_open("", &writer, NULL),
                     FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_writer_open(folder, NULL, NULL),
                     FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_writer_commit(NULL, NULL), FATIAO_ERR_ARGUMENT);
    fatiao_writer_close(NULL);
    writer = open_writer(folder);
    fatiao_statute *statute = law_make("条例", 1, "文");
    char long_id[1026];
    memset(long_id, 'a', sizeof(long_id));
    long_id[1025] = '\0';
    const char *const bad[] = {NULL,    "",     "a#1",  "a\nb",
                               "a\x7f", "\xff", long_id};
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        assert_int_equal(
            fatiao_writer_put(writer, bad[i], statute, NULL, NULL, NULL),
            FATIAO_ERR_ARGUMENT);
        assert_int_equal(fatiao_writer_remove(writer, bad[i], NULL),
                         FATIAO_ERR_ARGUMENT);
        assert_int_equal(fatiao_writer_digest(writer, bad[i], &digest, NULL),
                         FATIAO_ERR_ARGUMENT);
    }
    assert_int_equal(fatiao_writer_put(writer, "a", NULL, NULL, NULL, NULL),
                     FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_writer_digest(writer, "a", NULL, NULL),
                     FATIAO_ERR_ARGUMENT);
    long_id[1024] = '\0';
    assert_int_equal(
        fatiao_writer_put(writer, long_id, statute, NULL, NULL, NULL),
        FATIAO_OK);
    commit(writer);
    fatiao_statute_free(statute);
    fatiao_writer_close(writer);
    assert_totals(folder, "1", "1", "1");
}

static void
test_writer__counts_over_put_replace_and_remove(void **state)
{
    const char *folder = *state;
    fatiao_writer *writer = open_writer(folder);
    put(writer, "a", 3);
    put(writer, "b", 5);
    commit(writer);
    assert_totals(folder, "2", "8", "8");
    put(writer, "a", 1);
    put(writer, "a", 2);
    commit(writer);
    assert_totals(folder, "2", "7", "7");
    fatiao_writer_close(writer);
    writer = open_writer(folder);
    assert_int_equal(fatiao_writer_remove(writer, "b", NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_remove(writer, "b", NULL),
                     FATIAO_ERR_NOT_FOUND);
    commit(writer);
    assert_totals(folder, "1", "2", "2");
    put(writer, "c", 9);
    fatiao_writer_close(writer);
    assert_totals(folder, "1", "2", "2");
    char version[FT_ANALYZER_VERSION_BYTES];
    ft_analyzer_version(version);
    assert_metadata(folder, "analyzer", version);
    ft_engine *engine = open_reader(folder);
    uint32_t documents;
    assert_int_equal(ft_engine_document_count(engine, &documents, NULL),
                     FATIAO_OK);
    assert_int_equal(documents, 3);
    ft_engine_close(engine);
}

/* Says that the words of the index were cut by `version`. */
static void
stamp_words(const char *folder, const char *version)
{
    char *path = folder_path(folder, "postings");
    ft_engine *engine;
    assert_int_equal(ft_engine_open_write(path, &engine, NULL), FATIAO_OK);
    assert_int_equal(ft_engine_metadata_put(engine, "analyzer", version,
                                            strlen(version), NULL),
                     FATIAO_OK);
    assert_int_equal(ft_engine_commit(engine, NULL), FATIAO_OK);
    ft_engine_close(engine);
    free(path);
}

static void
test_writer__refuses_an_index_with_other_words(void **state)
{
    const char *folder = *state;
    fatiao_writer *writer = open_writer(folder);
    fatiao_searcher *searcher;
    assert_int_equal(fatiao_searcher_open(folder, &searcher, NULL), FATIAO_OK);
    fatiao_searcher_close(searcher);
    put(writer, "a", 3);
    commit(writer);
    fatiao_writer_close(writer);
    char version[FT_ANALYZER_VERSION_BYTES];
    ft_analyzer_version(version);
    char other[FT_ANALYZER_VERSION_BYTES];
    strcpy(other, version);
    char *last = other + strlen(other) - 1; /* of the lexicon's digest */
    *last = *last == '0' ? '1' : '0';
    stamp_words(folder, other);
    fatiao_error error;
    assert_int_equal(fatiao_writer_open(folder, &writer, &error),
                     FATIAO_ERR_FORMAT);
    assert_null(writer);
    assert_string_equal(error.file, folder);
    assert_int_equal(fatiao_searcher_open(folder, &searcher, &error),
                     FATIAO_ERR_FORMAT);
    assert_null(searcher);
    stamp_words(folder, version);
    fatiao_writer_close(open_writer(folder));
    assert_int_equal(fatiao_searcher_open(folder, &searcher, NULL), FATIAO_OK);
    fatiao_searcher_close(searcher);
}

static void
test_writer__knows_digests_committed_or_not(void **state)
{
    const char *folder = *state;
    fatiao_writer *writer = open_writer(folder);
    fatiao_statute *statute = law_make("条例", 1, "文");
    const fatiao_digest zero = {{0}};
    fatiao_digest digest;
    fatiao_digest read;
    fatiao_digest_compute("文", 3, &digest);
    assert_int_equal(fatiao_writer_digest(writer, "a", &read, NULL),
                     FATIAO_ERR_NOT_FOUND);
    assert_int_equal(
        fatiao_writer_put(writer, "a", statute, "a.md", &digest, NULL),
        FATIAO_OK);
    assert_int_equal(fatiao_writer_digest(writer, "a", &read, NULL), FATIAO_OK);
    assert_memory_equal(&read, &digest, sizeof(digest));
    commit(writer);
    fatiao_writer_close(writer);
    writer = open_writer(folder);
    assert_int_equal(fatiao_writer_digest(writer, "a", &read, NULL), FATIAO_OK);
    assert_memory_equal(&read, &digest, sizeof(digest));
    assert_int_equal(fatiao_writer_put(writer, "a", statute, NULL, NULL, NULL),
                     FATIAO_OK);
    assert_int_equal(fatiao_writer_digest(writer, "a", &read, NULL), FATIAO_OK);
    assert_memory_equal(&read, &zero, sizeof(zero));
    assert_int_equal(fatiao_writer_remove(writer, "a", NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_digest(writer, "a", &read, NULL),
                     FATIAO_ERR_NOT_FOUND);
    fatiao_statute_free(statute);
    fatiao_writer_close(writer);
}

/* The digest of nothing is XXH3's published one, 99aa06d3014798d8
 * 6001c324468d497f. */
static void
test_writer__computes_xxh3_digests(void **state)
{
    (void)state;
    fatiao_digest digest;
    fatiao_digest_compute("", 0, &digest);
    assert_memory_equal(digest.bytes,
                        "\x99\xaa\x06\xd3\x01\x47\x98\xd8"
                        "\x60\x01\xc3\x24\x46\x8d\x49\x7f",
                        16);
    fatiao_digest_compute(NULL, 0, &digest);
    assert_memory_equal(digest.bytes, "\x99\xaa", 2);
    fatiao_digest_compute("", 0, NULL);
}

static void
test_writer__lets_one_in_and_tells_the_second(void **state)
{
    const char *folder = *state;
    fatiao_writer *writer = open_writer(folder);
    fatiao_writer *second;
    fatiao_error error;
    assert_int_equal(fatiao_writer_open(folder, &second, &error),
                     FATIAO_ERR_LOCKED);
    assert_null(second);
    assert_string_equal(error.message,
                        "another process is writing to this index");
    put(writer, "a", 1);
    commit(writer);
    fatiao_writer_close(writer);
    fatiao_writer_close(open_writer(folder));
}

/* Whoever runs the tests: root, who could write all the same, becomes nobody
 * for the time of the call. */
static void
test_writer__says_no_to_a_folder_it_cannot_write(void **state)
{
    const char *folder = *state;
    fatiao_writer_close(open_writer(folder));
    char *postings = folder_path(folder, "postings");
    char *lock = folder_path(folder, "postings/flintlock");
    assert_int_equal(chmod(folder, 0755), 0);
    assert_int_equal(chmod(postings, 0555), 0);
    assert_int_equal(chmod(lock, 0444), 0);
    const bool is_root = geteuid() == 0;
    if (is_root)
        assert_int_equal(seteuid(65534), 0);
    fatiao_writer *writer;
    fatiao_error error;
    const fatiao_status status = fatiao_writer_open(folder, &writer, &error);
    if (is_root)
        assert_int_equal(seteuid(0), 0);
    assert_int_equal(status, FATIAO_ERR_IO);
    assert_null(writer);
    assert_string_equal(error.file, postings);
    assert_non_null(strstr(error.message, "Permission denied"));
    assert_int_equal(chmod(postings, 0755), 0);
    free(postings);
    free(lock);
}

static void
test_writer__never_touches_a_folder_of_others(void **state)
{
    const char *folder = *state;
    char *other = folder_path(folder, "other");
    FILE *file = fopen(other, "w");
    fclose(file);
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(folder, &writer, NULL),
                     FATIAO_ERR_ARGUMENT);
    assert_null(writer);
    char *postings = folder_path(folder, "postings");
    assert_int_not_equal(access(postings, F_OK), 0);
    free(postings);
    free(other);
}

static void
test_writer__keeps_long_words_out_and_their_pairs_in(void **state)
{
    const char *folder = *state;
    char word[1001];
    memset(word, 'q', 1000);
    word[1000] = '\0';
    fatiao_writer *writer = open_writer(folder);
    fatiao_statute *statute = law_make("条例", 1, word);
    assert_int_equal(fatiao_writer_put(writer, "a", statute, NULL, NULL, NULL),
                     FATIAO_OK);
    commit(writer);
    fatiao_statute_free(statute);
    fatiao_writer_close(writer);
    ft_engine *engine = open_reader(folder);
    uint32_t documents;
    assert_int_equal(
        ft_engine_term_documents(engine, "Pqq", 3, &documents, NULL),
        FATIAO_OK);
    assert_int_equal(documents, 1);
    ft_engine_close(engine);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_writer__answers_null_and_bad_ids,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_writer__counts_over_put_replace_and_remove, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_writer__refuses_an_index_with_other_words, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_writer__knows_digests_committed_or_not, set_up, tear_down),
        cmocka_unit_test(test_writer__computes_xxh3_digests),
        cmocka_unit_test_setup_teardown(
            test_writer__lets_one_in_and_tells_the_second, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_writer__says_no_to_a_folder_it_cannot_write, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_writer__never_touches_a_folder_of_others, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_writer__keeps_long_words_out_and_their_pairs_in, set_up,
            tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
