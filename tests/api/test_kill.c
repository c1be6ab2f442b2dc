/* A writer that is killed at any moment leaves an index that opens and holds
 * every statute it has acknowledged, whole, and no half of another. */
#include "shelf.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    LAWS = 7,         /* ids, put again and again */
    FRESH_KILLS = 30, /* while the index is being made */
    KILLS = 40
};

/* The articles that the step-th put writes: 1 to 23, so that the new state of
 * a law never looks like the one before. */
static uint32_t
articles_of(uint32_t step)
{
    return 1 + step * 5 % 23;
}

/* Puts and commits one law after another, and says so after each. */
static void
write_for_ever(const char *folder, uint32_t step, int acknowledge)
{
    fatiao_writer *writer;
    if (fatiao_writer_open(folder, &writer, NULL) != FATIAO_OK)
        _exit(1);
    for (;; step++) {
        if (shelf_put(writer, step % LAWS, articles_of(step), NULL) !=
                FATIAO_OK ||
            fatiao_writer_commit(writer, NULL) != FATIAO_OK ||
            write(acknowledge, &step, sizeof(step)) != sizeof(step))
            _exit(1);
    }
}

static void
pause_for(long microseconds)
{
    const struct timespec pause = {microseconds / 1000000,
                                   microseconds % 1000000 * 1000};
    nanosleep(&pause, NULL);
}

/* Runs a writer from `step` on, waits for its first acknowledgement if
 * `has_begun`, and a while, kills it and returns the first step that was not
 * acknowledged. */
static uint32_t
run_and_kill(const char *folder, uint32_t step, bool has_begun,
             long microseconds)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    const pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        write_for_ever(folder, step, ends[1]);
    }
    close(ends[1]);
    uint32_t acknowledged;
    if (has_begun) {
        assert_int_equal(read(ends[0], &acknowledged, sizeof(acknowledged)),
                         sizeof(acknowledged));
        step = acknowledged + 1;
    }
    pause_for(microseconds);
    assert_int_equal(kill(child, SIGKILL), 0);
    int how;
    assert_int_equal(waitpid(child, &how, 0), child);
    assert_true(WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL);
    while (read(ends[0], &acknowledged, sizeof(acknowledged)) ==
           sizeof(acknowledged))
        step = acknowledged + 1;
    close(ends[0]);
    return step;
}

/* How many microseconds it takes to make an index and commit one law. */
static long
measure_making(void)
{
    struct timespec start;
    struct timespec end;
    char *folder = folder_make();
    clock_gettime(CLOCK_MONOTONIC, &start);
    run_and_kill(folder, 0, true, 0);
    clock_gettime(CLOCK_MONOTONIC, &end);
    folder_finish(folder);
    return (end.tv_sec - start.tv_sec) * 1000000 +
           (end.tv_nsec - start.tv_nsec) / 1000;
}

/* Of each law the last acknowledged state, or that of the step under way. */
static void
assert_whole(const char *folder, uint32_t step)
{
    fatiao_writer *writer;
    fatiao_error error = {0};
    const fatiao_status status = fatiao_writer_open(folder, &writer, &error);
    if (status != FATIAO_OK)
        print_message("%s: %s\n", error.file, error.message);
    assert_int_equal(status, FATIAO_OK);
    fatiao_writer_close(writer);
    fatiao_searcher *searcher = shelf_open(folder);
    assert_non_null(searcher);
    size_t statutes = 0;
    size_t articles = 0;
    for (uint32_t law = 0; law < LAWS; law++) {
        uint32_t last = step; /* of this law, not after the one under way */
        while (last > 0 && last % LAWS != law)
            last--;
        const bool was_put = last % LAWS == law && last < step;
        const size_t found = shelf_article_count(searcher, law);
        if (step % LAWS == law) {
            const size_t before = step >= LAWS ? articles_of(step - LAWS) : 0;
            assert_true(found == before || found == articles_of(step));
        } else {
            assert_int_equal(found, was_put ? articles_of(last) : 0);
        }
        statutes += found > 0;
        articles += found;
    }
    size_t listed_statutes;
    size_t listed_articles;
    shelf_totals(searcher, &listed_statutes, &listed_articles);
    assert_int_equal(listed_statutes, statutes);
    assert_int_equal(listed_articles, articles);
    fatiao_searcher_close(searcher);
}

static void
test_kill__while_the_index_is_made_leaves_one_to_take_up(void **state)
{
    (void)state;
    uint32_t steps = 0;
    const long making = measure_making();
    for (int i = 0; i < FRESH_KILLS; i++) {
        char *folder = folder_make();
        char *index = folder_path(folder, "index");
        const uint32_t step =
            run_and_kill(index, 0, false, making * i / (FRESH_KILLS - 3));
        assert_whole(index, step);
        steps += step;
        free(index);
        folder_finish(folder);
    }
    print_message("%d kills, %u statutes acknowledged\n", FRESH_KILLS, steps);
}

static void
test_kill__at_any_point_loses_nothing_acknowledged(void **state)
{
    (void)state;
    char *folder = folder_make();
    uint32_t step = 0;
    uint32_t random = 20261124;
    for (int i = 0; i < KILLS; i++) {
        random = random * 1664525 + 1013904223;
        step = run_and_kill(folder, step, true, random % 40000);
        assert_whole(folder, step);
    }
    print_message("%d kills, %u statutes acknowledged\n", KILLS, step);
    assert_true(step >= KILLS);
    folder_finish(folder);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            test_kill__while_the_index_is_made_leaves_one_to_take_up),
        cmocka_unit_test(test_kill__at_any_point_loses_nothing_acknowledged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
