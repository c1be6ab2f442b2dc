/* What the index says for and against a way to read a question. */
#ifndef FT_SEARCH_EVIDENCE_H
#define FT_SEARCH_EVIDENCE_H

#include "search/attest.h"
#include "search/guess.h"

/* A short row of characters that was looked up already. */
enum { FT_EVIDENCE_ROW_MAX = 5 };
typedef struct ft_evidence_row {
    uint32_t codes[FT_EVIDENCE_ROW_MAX]; /* zeros behind the last */
    ft_attestation found;
} ft_evidence_row;

typedef struct ft_evidence {
    fatiao_searcher *searcher;
    const ft_spelling *spelling;
    const ft_array *typed; /* of ft_typed */
    ft_array *rows;        /* of ft_evidence_row */
} ft_evidence;

/* Looks a row of characters up, once. */
fatiao_status ft_evidence_attest(const ft_evidence *c, const uint32_t *codes,
                                 size_t count, ft_attestation *out,
                                 fatiao_error *error);

/* Whether the spelling bears out what a step puts in: it has the pair with one
 * neighbour at least, and with both where little was typed. */
bool ft_evidence_bears_out(const ft_evidence *c, const ft_guess_path *path,
                           size_t at);

/* Whether a step is so plain that nobody need be asked. */
bool ft_evidence_is_plain(const ft_evidence *c, const ft_guess_path *path,
                          size_t at);

/* Whether all pairs that the path puts in stand in the index itself, for the
 * spelling may be older. */
fatiao_status ft_evidence_check_pairs(const ft_evidence *c,
                                      const ft_guess_path *path, bool *out,
                                      fatiao_error *error);

/* Whether the step follows the one before with nothing between. */
bool ft_evidence_is_joined(const ft_evidence *c, const ft_guess_path *path,
                           size_t at);

/* Weighs a path by the texts where that says more than pairs: rows of pinyin,
 * and a single slip, if the path costs little more than what is typed. The cost
 * is infinite where no article has what the path makes of a few letters. */
fatiao_status ft_evidence_weigh(const ft_evidence *c, ft_guess_path *path,
                                double typed_cost, fatiao_error *error);

#endif
