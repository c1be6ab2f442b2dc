/* How a question is asked: what the options of search and explain come to. */
#ifndef CLI_QUESTION_H
#define CLI_QUESTION_H

#include <stdbool.h>

#include <fatiao/fatiao.h>

#include "options.h"

typedef struct question {
    fatiao_searcher *searcher;
    fatiao_search_options search;
    fatiao_query_options query;
    fatiao_thesaurus *thesaurus;
} question;

/* Opens the index, and what the options name. False, with a message printed,
 * if that fails. Closed in either case. */
bool question_open(question *how, const command_options *options);
void question_close(question *how);

/* Searches for `text`. Both values are the caller's, and NULL on failure. */
fatiao_status question_ask(const question *how, const char *text,
                           fatiao_query **query, fatiao_hits **hits,
                           fatiao_error *error);

/* Says what the question was taken for, or may have been meant to be. */
void question_note_suggestion(const fatiao_hits *hits);

/* Prints why asking failed. */
void question_complain(const question *how, fatiao_status status,
                       const fatiao_error *error);

/* Says what of a question was not taken as it stands. */
void question_report(const fatiao_error *problem, bool is_relaxed);

#endif
