/* A run in TREC form, one line for each result: `qid Q0 docid rank score tag`.
 */
#ifndef CLI_OUTPUT_TREC_H
#define CLI_OUTPUT_TREC_H

#include <stddef.h>

#include <fatiao/fatiao.h>

#include "options.h"

/* Writes at most `limit` results of one question, articles or clauses. */
void output_trec_hits(const char *query_id, const fatiao_hits *hits,
                      result_unit unit, size_t limit);

#endif
