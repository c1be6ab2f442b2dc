/* A run in TREC form. */
#include "output_trec.h"

#include <stdio.h>
#include <stdlib.h>

#include "memory.h"

/* The last column of every line. */
static const char TAG[] = "fatiao";

typedef struct ranked_clause {
    const char *id;
    double score;
    size_t order; /* as found: by article, and within it by clause */
} ranked_clause;

/* What a clause is worth beside those of other articles: its article's score,
 * in proportion to how it compares with that article's best clause. */
static double
clause_score(const fatiao_hit *hit, const fatiao_clause *clause)
{
    const double best = hit->clauses[0].score;
    return best > 0 ? hit->score * clause->score / best : hit->score;
}

static int
by_score_then_order(const void *a, const void *b)
{
    const ranked_clause *left = a;
    const ranked_clause *right = b;
    if (left->score > right->score)
        return -1;
    if (left->score < right->score)
        return 1;
    return left->order < right->order ? -1 : left->order > right->order;
}

static void
print_line(const char *query_id, const char *id, size_t rank, double score)
{
    printf("%s Q0 %s %zu %.9g %s\n", query_id, id, rank, score, TAG);
}

/* An article found by its title or heading alone stands in the list with its
 * first clause. */
static size_t
collect(const fatiao_hits *hits, ranked_clause *out)
{
    size_t count = 0;
    for (size_t i = 0; i < fatiao_hits_count(hits); i++) {
        const fatiao_hit *hit = fatiao_hits_at(hits, i);
        for (size_t j = 0; j < hit->clause_count; j++, count++)
            out[count] = (ranked_clause){
                hit->clauses[j].id, clause_score(hit, &hit->clauses[j]), count};
        if (hit->clause_count == 0 && hit->opening != NULL) {
            out[count] = (ranked_clause){hit->opening->id, hit->score, count};
            count++;
        }
    }
    return count;
}

static void
print_clauses(const char *query_id, const fatiao_hits *hits, size_t limit)
{
    size_t most = 0;
    for (size_t i = 0; i < fatiao_hits_count(hits); i++)
        most += fatiao_hits_at(hits, i)->clause_count + 1;
    ranked_clause *clauses = memory_new(most, sizeof(clauses[0]));
    const size_t count = collect(hits, clauses);
    qsort(clauses, count, sizeof(clauses[0]), by_score_then_order);
    for (size_t i = 0; i < count && i < limit; i++)
        print_line(query_id, clauses[i].id, i + 1, clauses[i].score);
    free(clauses);
}

void
output_trec_hits(const char *query_id, const fatiao_hits *hits,
                 result_unit unit, size_t limit)
{
    if (unit == UNIT_CLAUSE) {
        print_clauses(query_id, hits, limit);
        return;
    }
    for (size_t i = 0; i < fatiao_hits_count(hits) && i < limit; i++) {
        const fatiao_hit *hit = fatiao_hits_at(hits, i);
        print_line(query_id, hit->id, i + 1, hit->score);
    }
}
