/* The file of spelling: made, read, stale, damaged. */
#include "unit.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fatiao/fatiao.h>

#include "folder.h"
#include "index/spelling.h"

static const char law[] = "# 示范条例\n\n## 第一章 总则\n\n"
                          "第一条 银行应当发放信用贷款。\n\n"
                          "第二条 对首次贷款给予贷款贴息。\n";

enum { YIN = 0x94F6, DAI = 0x8D37, KUAN = 0x6B3E, TIE = 0x8D34, XI = 0x606F };

static void
put(const char *folder, const char *id, const char *text, bool optimizes)
{
    fatiao_writer *writer;
    fatiao_statute *statute;
    assert_int_equal(
        fatiao_statute_parse(text, strlen(text), NULL, &statute, NULL),
        FATIAO_OK);
    assert_int_equal(fatiao_writer_open(folder, &writer, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_put(writer, id, statute, NULL, NULL, NULL),
                     FATIAO_OK);
    assert_int_equal(fatiao_writer_commit(writer, NULL), FATIAO_OK);
    if (optimizes)
        assert_int_equal(fatiao_writer_optimize(writer, NULL), FATIAO_OK);
    fatiao_writer_close(writer);
    fatiao_statute_free(statute);
}

/* The whole file; freed by the caller. */
static char *
read_file(const char *folder, size_t *byte_count)
{
    char *path = folder_path(folder, "spelling");
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *bytes = malloc(1 << 16);
    *byte_count = fread(bytes, 1, 1 << 16, file);
    fclose(file);
    free(path);
    return bytes;
}

static void
write_file(const char *folder, const char *bytes, size_t byte_count)
{
    char *path = folder_path(folder, "spelling");
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, byte_count, file), byte_count);
    assert_int_equal(fclose(file), 0);
    free(path);
}

static int
set_up(void **state)
{
    *state = folder_make();
    put(*state, "a", law, true);
    return 0;
}

static int
tear_down(void **state)
{
    folder_finish(*state);
    return 0;
}

/* Opens the file as a searcher does. */
static void
open_spelling(const char *folder, ft_spelling *out)
{
    char *path = folder_path(folder, "postings");
    ft_engine *engine;
    assert_int_equal(ft_engine_open_read(path, &engine, NULL), FATIAO_OK);
    assert_true(ft_spelling_open(out, folder, engine));
    ft_engine_close(engine);
    free(path);
}

static uint32_t
pair(const ft_spelling *spelling, uint32_t first, uint32_t second)
{
    return ft_spelling_pair(spelling, ft_spelling_find(spelling, first),
                            ft_spelling_find(spelling, second));
}

static void
test_spelling__counts_the_articles_of_pairs(void **state)
{
    ft_spelling spelling;
    bool is_sound;
    open_spelling(*state, &spelling);
    assert_int_equal(ft_spelling_check(&spelling, &is_sound, NULL), FATIAO_OK);
    assert_true(is_sound);
    assert_int_equal(pair(&spelling, DAI, KUAN), 2);
    assert_int_equal(pair(&spelling, TIE, XI), 1);
    assert_int_equal(pair(&spelling, KUAN, TIE), 1);
    assert_int_equal(pair(&spelling, XI, TIE), 0);
    /* 总则 stands in the heading of both. */
    assert_int_equal(pair(&spelling, 0x603B, 0x5219), 2);
    assert_int_equal(ft_spelling_find(&spelling, 'a'), FT_SPELLING_NONE);
    assert_int_equal(ft_spelling_find(&spelling, 0x9FFF), FT_SPELLING_NONE);
    assert_int_equal(pair(&spelling, 0x9FFF, DAI), 0);
    ft_spelling_close(&spelling);
}

static void
test_spelling__is_not_made_anew_without_need(void **state)
{
    char *path = folder_path(*state, "spelling");
    struct stat before;
    struct stat after;
    assert_int_equal(stat(path, &before), 0);
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(*state, &writer, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_optimize(writer, NULL), FATIAO_OK);
    fatiao_writer_close(writer);
    assert_int_equal(stat(path, &after), 0);
    assert_int_equal(before.st_ino, after.st_ino);
    put(*state, "b", law, true);
    assert_int_equal(stat(path, &after), 0);
    assert_int_not_equal(before.st_ino, after.st_ino);
    free(path);
}

/* The same statutes give the same bytes, but for stamp and hash. */
static void
test_spelling__has_the_same_bytes_every_time(void **state)
{
    enum { HEADER = 80 };
    char *folder = folder_make();
    put(folder, "a", law, true);
    size_t counts[2];
    char *files[] = {read_file(*state, &counts[0]),
                     read_file(folder, &counts[1])};
    assert_int_equal(counts[0], counts[1]);
    assert_true(counts[0] > HEADER);
    assert_memory_equal(files[0] + HEADER, files[1] + HEADER,
                        counts[0] - HEADER);
    free(files[0]);
    free(files[1]);
    folder_finish(folder);
}

/* Asks a misspelt question; what it is taken for, "" if it stays. */
static void
ask(const char *folder, const char *question, char out[64])
{
    fatiao_searcher *searcher;
    fatiao_query *query;
    fatiao_hits *hits;
    assert_int_equal(fatiao_searcher_open(folder, &searcher, NULL), FATIAO_OK);
    assert_int_equal(fatiao_query_parse(question, NULL, &query, NULL),
                     FATIAO_OK);
    assert_int_equal(fatiao_searcher_search(searcher, query, NULL, &hits, NULL),
                     FATIAO_OK);
    const char *suggestion = fatiao_hits_suggestion(hits);
    snprintf(out, 64, "%s", suggestion == NULL ? "" : suggestion);
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    fatiao_searcher_close(searcher);
}

static void
test_spelling__corrects_nothing_where_there_is_no_file(void **state)
{
    char got[64];
    ask(*state, "贷款贴西", got);
    assert_string_equal(got, "贷款贴息");
    char *path = folder_path(*state, "spelling");
    assert_int_equal(unlink(path), 0);
    ask(*state, "贷款贴西", got);
    assert_string_equal(got, "");
    free(path);
}

static void
test_spelling__is_left_out_when_any_byte_is_wrong(void **state)
{
    size_t byte_count;
    char got[64];
    char *bytes = read_file(*state, &byte_count);
    for (size_t i = 0; i < byte_count; i++) {
        bytes[i] ^= 0x55;
        write_file(*state, bytes, byte_count);
        ask(*state, "贷款贴西", got);
        assert_string_equal(got, "");
        bytes[i] ^= 0x55;
    }
    write_file(*state, bytes, byte_count);
    ask(*state, "贷款贴西", got);
    assert_string_equal(got, "贷款贴息");
    free(bytes);
}

static void
test_spelling__is_left_out_when_cut_short_or_long(void **state)
{
    size_t byte_count;
    char got[64];
    char *bytes = read_file(*state, &byte_count);
    for (size_t i = 0; i < byte_count; i += i < 100 ? 1 : 7) {
        write_file(*state, bytes, i);
        ask(*state, "贷款贴西", got);
        assert_string_equal(got, "");
    }
    bytes[byte_count] = '\0';
    write_file(*state, bytes, byte_count + 1);
    ask(*state, "贷款贴西", got);
    assert_string_equal(got, "");
    free(bytes);
}

/* Whatever the arrays say, nothing outside is read: for the sanitizers. */
static void
test_spelling__stays_inside_a_file_that_lies(void **state)
{
    enum { HEADER = 80 };
    size_t byte_count;
    char *bytes = read_file(*state, &byte_count);
    for (size_t i = HEADER; i < byte_count; i++) {
        const char kept = bytes[i];
        bytes[i] = (char)0xFF;
        write_file(*state, bytes, byte_count);
        ft_spelling spelling;
        open_spelling(*state, &spelling);
        for (uint32_t first = 0; first <= spelling.char_count; first++) {
            uint32_t start;
            uint32_t end;
            ft_spelling_row(&spelling, (uint16_t)first, &start, &end);
            assert_true(start <= end && end <= spelling.pair_count);
            (void)ft_spelling_pair(&spelling, (uint16_t)first, 3);
        }
        (void)ft_spelling_find(&spelling, YIN);
        ft_spelling_close(&spelling);
        bytes[i] = kept;
    }
    free(bytes);
}

/* The index goes on without its file being made anew. */
static void
test_spelling__may_be_older_than_the_index(void **state)
{
    char got[64];
    put(*state, "b", "# 新条例\n\n第一条 企业应当缴纳税款。\n", false);
    ask(*state, "贷款贴西", got);
    assert_string_equal(got, "贷款贴息");
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(*state, &writer, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_remove(writer, "a", NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_commit(writer, NULL), FATIAO_OK);
    fatiao_writer_close(writer);
    ask(*state, "贷款贴西", got);
    assert_string_equal(got, ""); /* 贴息 stands nowhere any more */
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_spelling__counts_the_articles_of_pairs, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_spelling__is_not_made_anew_without_need, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_spelling__has_the_same_bytes_every_time, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_spelling__corrects_nothing_where_there_is_no_file, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_spelling__is_left_out_when_any_byte_is_wrong, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_spelling__is_left_out_when_cut_short_or_long, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_spelling__stays_inside_a_file_that_lies, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_spelling__may_be_older_than_the_index, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
