/* Comparing words that are quoted with the text they are said to stand in.
 * Blanks and the width and kind of characters make no difference, nor do signs
 * at either end; …… stands for anything. */
#ifndef FT_SEARCH_COLLATION_H
#define FT_SEARCH_COLLATION_H

#include <fatiao/fatiao.h>

#include "base/strbuf.h"

/* Compares; where they differ, appends how to `difference`, what the text has
 * in {+ +} and what it has not in [- -]. `*budget` is how many pairs of
 * characters may still be compared: where it is used up, nothing is appended.
 */
fatiao_status ft_collation_compare(const char *quoted, size_t quoted_count,
                                   const char *text, size_t text_count,
                                   size_t *budget, fatiao_quote_state *state,
                                   ft_strbuf *difference, fatiao_error *error);

#endif
