/* Times warm questions: bench_search INDEX QUERIES.tsv asks each question
 * (second column) in one process and prints its milliseconds and its number of
 * hits, a line each. A first round, not timed, warms the caches. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <fatiao/fatiao.h>

static double
milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Asks one question; false: it failed. */
static bool
ask(fatiao_searcher *searcher, const char *text, size_t *hit_count)
{
    fatiao_error error;
    fatiao_query *query;
    fatiao_hits *hits = NULL;
    fatiao_status status = fatiao_query_parse(text, NULL, &query, &error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_search(searcher, query, NULL, &hits, &error);
    *hit_count = fatiao_hits_count(hits);
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    if (status != FATIAO_OK)
        fprintf(stderr, "bench_search: %s: %s\n", text, error.message);
    return status == FATIAO_OK;
}

static bool
ask_all(fatiao_searcher *searcher, FILE *queries, bool is_timed)
{
    char *line = NULL;
    size_t capacity = 0;
    bool ok = true;
    rewind(queries);
    while (ok && getline(&line, &capacity, queries) > 0) {
        char *rest = line;
        strsep(&rest, "\t\n");
        const char *text = strsep(&rest, "\t\n");
        if (text == NULL || text[0] == '\0')
            continue;
        size_t hit_count;
        const double start = milliseconds();
        ok = ask(searcher, text, &hit_count);
        if (is_timed)
            printf("%.4f\t%zu\n", milliseconds() - start, hit_count);
    }
    free(line);
    return ok;
}

int
main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: bench_search INDEX QUERIES.tsv\n", stderr);
        return 2;
    }
    fatiao_error error;
    fatiao_searcher *searcher = NULL;
    FILE *queries = fopen(argv[2], "r");
    bool ok = queries != NULL;
    if (!ok)
        perror(argv[2]);
    else if (fatiao_searcher_open(argv[1], &searcher, &error) != FATIAO_OK)
        fprintf(stderr, "bench_search: %s\n", error.message);
    ok = searcher != NULL && ask_all(searcher, queries, false) &&
         ask_all(searcher, queries, true);
    fatiao_searcher_close(searcher);
    if (queries != NULL)
        fclose(queries);
    return ok ? 0 : 2;
}
