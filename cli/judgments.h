/* Which articles answer which questions, as TREC files have it, a judgment a
 * line:
 *
 *     17 0 labour#50 1        qid, anything, the article, its grade
 *
 * An article's id may have blanks in it; a grade of 0 is no answer. */
#ifndef CLI_JUDGMENTS_H
#define CLI_JUDGMENTS_H

#include <stdbool.h>
#include <stddef.h>

typedef struct judgment {
    const char *query_id;
    const char *answer;
    size_t line;
} judgment;

/* The answers, ordered by query id; those of one in the order of the file. All
 * zeros is none. */
typedef struct judgments {
    char *bytes;
    judgment *items;
    size_t count;
} judgments;

/* False, with a message printed, if the file cannot be read or has a line that
 * is no judgment. */
bool judgments_read(const char *path, judgments *out);
void judgments_free(judgments *all);

/* The answers of a question: how many there are, the first at `*first`. */
size_t judgments_find(const judgments *all, const char *query_id,
                      size_t *first);

#endif
