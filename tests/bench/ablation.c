/* Asks questions under another ranking, for scripts/eval --ablation:
 *
 *     ablation INDEX QUERIES.tsv [SETTING…]      prints a run in TREC form
 *
 * A SETTING is NAME=NUMBER, NAME being a feature's or "filler": its weight, and
 * with 0 it finds nothing either; or "literal": no other words. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "search/searcher.h"

enum { HITS = 100 };

typedef struct trial {
    fatiao_searcher *searcher;
    ft_ranking ranking;
    fatiao_query_options query;
} trial;

/* The weight that a name stands for; NULL: there is none. */
static double *
find_weight(trial *t, const char *name)
{
    if (strcmp(name, "filler") == 0)
        return &t->ranking.filler;
    for (int i = 0; i < FT_FEATURE_COUNT; i++)
        if (strcmp(name, ft_feature_name((ft_feature)i)) == 0)
            return &t->ranking.weights[i];
    return NULL;
}

/* False: the setting is not understood. */
static bool
set(trial *t, char *setting)
{
    if (strcmp(setting, "literal") == 0) {
        t->query.is_literal = true;
        return true;
    }
    char *value = strchr(setting, '=');
    if (value == NULL)
        return false;
    *value++ = '\0';
    double *weight = find_weight(t, setting);
    if (weight == NULL)
        return false;
    *weight = strtod(value, NULL);
    for (int i = 0; i < FT_FEATURE_COUNT; i++)
        if (!(t->ranking.weights[i] > 0))
            t->ranking.factors[i] = 0;
    return true;
}

static bool
ask(const trial *t, const char *query_id, const char *text)
{
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.limit = HITS;
    fatiao_error error;
    fatiao_query *query;
    fatiao_hits *hits = NULL;
    fatiao_status status = fatiao_query_parse(text, &t->query, &query, &error);
    if (status == FATIAO_OK)
        status =
            fatiao_searcher_search(t->searcher, query, &options, &hits, &error);
    for (size_t i = 0; i < fatiao_hits_count(hits); i++) {
        const fatiao_hit *hit = fatiao_hits_at(hits, i);
        printf("%s Q0 %s %zu %.9g ablation\n", query_id, hit->id, i + 1,
               hit->score);
    }
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    if (status != FATIAO_OK)
        fprintf(stderr, "ablation: %s: %s\n", text, error.message);
    return status == FATIAO_OK;
}

static bool
ask_all(const trial *t, FILE *queries)
{
    char *line = NULL;
    size_t capacity = 0;
    bool ok = true;
    while (ok && getline(&line, &capacity, queries) > 0) {
        char *rest = line;
        const char *query_id = strsep(&rest, "\t\n");
        const char *text = strsep(&rest, "\t\n");
        if (text != NULL && text[0] != '\0')
            ok = ask(t, query_id, text);
    }
    free(line);
    return ok;
}

int
main(int argc, char **argv)
{
    trial t = {NULL, ft_ranking_default, FATIAO_QUERY_OPTIONS};
    fatiao_error error;
    FILE *queries = argc < 3 ? NULL : fopen(argv[2], "r");
    bool ok = queries != NULL;
    for (int i = 3; ok && i < argc; i++)
        ok = set(&t, argv[i]);
    if (!ok)
        fputs("usage: ablation INDEX QUERIES.tsv [SETTING…]\n", stderr);
    if (ok && fatiao_searcher_open(argv[1], &t.searcher, &error) != FATIAO_OK) {
        fprintf(stderr, "ablation: %s\n", error.message);
        ok = false;
    }
    if (ok) {
        t.searcher->ranking = &t.ranking;
        ok = ask_all(&t, queries);
    }
    fatiao_searcher_close(t.searcher);
    if (queries != NULL)
        fclose(queries);
    return ok ? 0 : 2;
}
