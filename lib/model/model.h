/* A model: what was learned from answered questions, as a value and as bytes.
 *
 *     "fatiao model 1\n"
 *     what it fits  the analyzer's version, then the names of the signals
 *     statutes      count; of each its id and digest[16]
 *     divisions     count; of each its statute
 *     articles      count; of each its division and its place
 *     questions     count; of each its length, and its answers: count, articles
 *     terms         count; of each its hash[8], and its postings: count, and of
 *                   each the step from the question before, and the frequency
 *     trees         count; of each its splits (signal, limit[4]) and its
 *                   leaves[4]
 *     hash[8]       XXH3-64 of all that precedes
 *
 * Numbers and strings are those of index/wire.h; what has its byte count in
 * brackets is little-endian. */
#ifndef FT_MODEL_MODEL_H
#define FT_MODEL_MODEL_H

#include "base/strbuf.h"
#include "model/forest.h"
#include "model/recall.h"

struct fatiao_model {
    uint64_t hash; /* of its bytes, never 0 */
    ft_recall memory;
    ft_array trees;  /* of ft_tree */
    ft_strbuf bytes; /* of all this, once it is whole */
};

/* An empty model. NULL: no memory. */
fatiao_model *ft_model_new(void);

/* Sets the bytes, and the hash, of a model whose other parts are whole. */
fatiao_status ft_model_seal(fatiao_model *model, fatiao_error *error);

#endif
