/* Where a row of characters stands in the texts of the index, word for word.
 *
 *     贷资   stands in 信贷资金, but not as words of its own
 *     贴息   stands in 给予贷款贴息, and as words of its own
 *     公积   stands before 金 and nowhere else: it is a part of something
 */
#ifndef FT_SEARCH_ATTEST_H
#define FT_SEARCH_ATTEST_H

#include "search/searcher.h"

typedef struct ft_attestation {
    double articles; /* how many articles have the row */
    double words;    /* how many of them so that words end where it does */
    bool is_part; /* the same character stands before it, or behind it, in all
                     that were looked at */
} ft_attestation;

/* Goes by the first of the articles that have all pairs of the row. Two
 * characters at least. */
fatiao_status ft_attest(fatiao_searcher *searcher, const uint32_t *codes,
                        size_t count, ft_attestation *out, fatiao_error *error);

#endif
