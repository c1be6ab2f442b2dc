/* The index that the commands read from. */
#ifndef CLI_INDEX_READER_H
#define CLI_INDEX_READER_H

#include <fatiao/fatiao.h>

/* Opens the index that --index names (`given`), or the user's own. Where the
 * user has none yet, the shipped statutes are indexed there first, and a line
 * says so. NULL, with a message printed, on failure. */
fatiao_searcher *index_reader_open(const char *given);

/* The one statute that `name` means: an id, a title or a part of it. NULL,
 * with a message printed, if there is none or there are several; `*exit_code`
 * is then the code to end with. Freed with free(). */
char *index_reader_statute_id(fatiao_searcher *searcher, const char *name,
                              int *exit_code);

/* The path of the file that a statute was read from, "" if unknown. Freed with
 * free(). */
char *index_reader_source(fatiao_searcher *searcher, const char *statute_id);

/* Lists what a citation may mean, one to a line, on standard error. */
void index_reader_print_candidates(const char *citation,
                                   const fatiao_references *references);

#endif
