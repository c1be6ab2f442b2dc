/* Words as people type them, compared with those of the tables: traditional
 * characters, width, blanks and quotation marks make no difference. */
#ifndef FT_CLAIM_SPELT_H
#define FT_CLAIM_SPELT_H

#include <fatiao/fatiao.h>

#include "base/strbuf.h"

/* Appends a word folded and without quotation marks. */
fatiao_status ft_spelt_fold(ft_strbuf *out, const char *word,
                            fatiao_error *error);

/* Looks for the words that are most like one typed:
 *
 *     ft_spelt_search search = {.typed = typed};
 *     ft_spelt_offer(&search, "高新技术企业", error);  // each word that there
 * is ft_spelt_offer(&search, …); return ft_spelt_unknown(&search,
 * "qualification", error);
 *
 * `typed` is folded. */
enum { FT_SPELT_NEAREST = 3, FT_SPELT_FIRST = 8 };

typedef struct ft_spelt_search {
    const char *typed;
    const char *first[FT_SPELT_FIRST]; /* the first that were offered */
    size_t first_count;
    const char *nearest[FT_SPELT_NEAREST]; /* best first */
    double likeness[FT_SPELT_NEAREST];
} ft_spelt_search;

/* `name` is what is suggested where `word`, the same or another name for it, is
 * like what was typed. Both are static. */
fatiao_status ft_spelt_offer(ft_spelt_search *search, const char *word,
                             const char *name, fatiao_error *error);

/* "there is no qualification X; did you mean Y, Z?", or what there is:
 * FATIAO_ERR_NOT_FOUND. `typed` is as it was typed. */
fatiao_status ft_spelt_unknown(const ft_spelt_search *search, const char *kind,
                               const char *typed, fatiao_error *error);

#endif
