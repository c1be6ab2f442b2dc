/* From files to an index: reads those that are new or have changed, and puts
 * them in, committing as it goes. */
#ifndef CLI_INGEST_H
#define CLI_INGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "input_files.h"

/* What a run did. Only what is committed counts. */
typedef struct ingest_result {
    size_t added;
    size_t replaced;
    size_t unchanged;
    size_t removed;
    size_t skipped; /* with a message */
    uint64_t article_count;
    uint64_t clause_count;
    bool has_failed; /* something was skipped or the run broke off */
} ingest_result;

/* Indexes `files` into the folder `index`. With `prune`, statutes of the index
 * that are not among the files are removed. Prints a message for each file
 * skipped. An interrupt ends the run after the statute at hand. False, with a
 * message printed, if the index cannot be opened. */
bool ingest_run(const char *index, const input_files *files, bool prune,
                ingest_result *out);

#endif
