/* The index that the commands read from. */
#ifndef CLI_INDEX_READER_H
#define CLI_INDEX_READER_H

#include <fatiao/fatiao.h>

#include "options.h"

/* Opens the index that --index names (`given`), or the user's own. Where the
 * user has none yet, the shipped statutes are indexed there first, and a line
 * says so. NULL, with a message printed, on failure. */
fatiao_searcher *index_reader_open(const char *given);

/* The place that a citation means: the one of `places`. NULL, with a message
 * printed, if it means none or several; `*exit_code` is then the code to end
 * with. `statute_id` is the statute meant where it names none, or NULL.
 * `*places` is freed with fatiao_references_free in either case. */
const fatiao_reference *index_reader_place(fatiao_searcher *searcher,
                                           const char *citation,
                                           const char *statute_id,
                                           fatiao_references **places,
                                           int *exit_code);

/* The same for the name of a whole statute: an id, a title, a part of it. */
const fatiao_reference *index_reader_law(fatiao_searcher *searcher,
                                         const char *name,
                                         fatiao_references **places,
                                         int *exit_code);

/* Does something with a place; returns the code to end with. */
typedef int index_reader_visitor(fatiao_searcher *searcher,
                                 const fatiao_reference *place,
                                 const command_options *options);

/* Opens the index that the options name and visits the place that their
 * operands cite, in the statute of --law where the citation names none. Returns
 * the code to end with, with a message printed where there is no such place, or
 * several. */
int index_reader_visit(const command_options *options,
                       index_reader_visitor *visit);

#endif
