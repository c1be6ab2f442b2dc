/* Bits turned over, pages wiped and ends cut off in the database's files: the
 * reader fails or reads what was written, and never shows other words. Each
 * trial runs in a process of its own, for the database is not proof against
 * every damage; here it must be. */
#include "shelf.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

enum { TRIALS = 25, LAWS = 12, PAGE_BYTES = 8192 };

typedef struct bytes {
    char *all;
    size_t count;
} bytes;

static bytes
read_file(const char *path)
{
    FILE *file = fopen(path, "r");
    assert_non_null(file);
    fseek(file, 0, SEEK_END);
    bytes read = {.count = (size_t)ftell(file)};
    read.all = malloc(read.count + 1);
    rewind(file);
    assert_int_equal(fread(read.all, 1, read.count, file), read.count);
    fclose(file);
    return read;
}

static void
write_file(const char *path, const char *all, size_t count)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(all, 1, count, file), count);
    fclose(file);
}

/* Whether each clause of a result has the words that were put. */
static bool
are_words_right(const fatiao_hits *hits)
{
    for (size_t i = 0; i < fatiao_hits_count(hits); i++) {
        const fatiao_hit *hit = fatiao_hits_at(hits, i);
        for (size_t j = 0; j < hit->clause_count; j++)
            if (strcmp(hit->clauses[j].text, SHELF_SENTENCE) != 0)
                return false;
    }
    return true;
}

/* Searches and reads the hits: 0 if all was well, 1 if damage was told, 2 if
 * other words were shown. */
static int
read_everything(const char *folder)
{
    alarm(20);
    fatiao_searcher *searcher;
    fatiao_query *query;
    fatiao_hits *hits;
    fatiao_catalog *catalog;
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.limit = FATIAO_SEARCH_ALL;
    if (fatiao_query_parse("中小企业政策", NULL, &query, NULL) != FATIAO_OK)
        return 3;
    if (fatiao_searcher_open(folder, &searcher, NULL) != FATIAO_OK ||
        fatiao_searcher_list(searcher, &catalog, NULL) != FATIAO_OK ||
        fatiao_searcher_search(searcher, query, &options, &hits, NULL) !=
            FATIAO_OK)
        return 1;
    return are_words_right(hits) ? 0 : 2;
}

/* Reads in a child: its exit code, or 100 and the signal that ended it. */
static int
read_in_child(const char *folder)
{
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0)
        _exit(read_everything(folder));
    int how;
    assert_int_equal(waitpid(child, &how, 0), child);
    return WIFSIGNALED(how) ? 100 + WTERMSIG(how) : WEXITSTATUS(how);
}

static uint32_t
next_random(uint32_t *random)
{
    *random = *random * 1664525 + 1013904223;
    return *random >> 8;
}

/* Writes the file with one fault in it. */
static void
damage(const char *path, const bytes *good, int kind, uint32_t *random)
{
    char *copy = malloc(good->count + 1);
    memcpy(copy, good->all, good->count);
    const size_t at = next_random(random) % good->count;
    size_t count = good->count;
    if (kind == 0) {
        copy[at] = (char)(copy[at] ^ 1 << next_random(random) % 8);
    } else if (kind == 1) {
        count = at;
    } else {
        const size_t page = at / PAGE_BYTES * PAGE_BYTES;
        const size_t rest = good->count - page;
        memset(copy + page, 0, rest < PAGE_BYTES ? rest : PAGE_BYTES);
    }
    write_file(path, copy, count);
    free(copy);
}

static char *
make_index(void)
{
    char *folder = folder_make();
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(folder, &writer, NULL), FATIAO_OK);
    for (unsigned i = 0; i < LAWS; i++)
        assert_int_equal(shelf_put(writer, i, 40, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_commit(writer, NULL), FATIAO_OK);
    fatiao_writer_close(writer);
    return folder;
}

static void
test_damage__is_told_and_never_shows_other_words(void **state)
{
    (void)state;
    static const char *const names[] = {
        "postings/docdata.glass", "postings/postlist.glass",
        "postings/termlist.glass", "postings/iamglass"};
    char *folder = make_index();
    assert_int_equal(read_in_child(folder), 0);
    uint32_t random = 4711;
    int told = 0;
    int ended = 0;
    for (int i = 0; i < TRIALS * 4; i++) {
        char *path = folder_path(folder, names[i % 4]);
        const bytes good = read_file(path);
        damage(path, &good, i / 4 % 3, &random);
        const int result = read_in_child(folder);
        assert_true(result < 2 || result >= 100);
        told += result == 1;
        ended += result >= 100;
        if (result >= 100)
            print_message("trial %d, %s: signal %d\n", i, names[i % 4],
                          result - 100);
        write_file(path, good.all, good.count);
        free(good.all);
        free(path);
    }
    print_message("%d trials: %d told\n", TRIALS * 4, told);
    assert_int_equal(ended, 0);
    assert_true(told > 0);
    assert_int_equal(read_in_child(folder), 0);
    folder_finish(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_damage__is_told_and_never_shows_other_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
