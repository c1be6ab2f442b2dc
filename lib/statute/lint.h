/* What a careful editor would look at, found in the finished tree and in the
 * text. Repairs are noted where they are made. */
#ifndef FT_STATUTE_LINT_H
#define FT_STATUTE_LINT_H

#include "statute/statute.h"

/* Adds notes on gaps and duplicates in the article numbers, on ambiguous tails
 * and on private-use characters, and puts all notes in the order of the
 * document. `source` is the text that the tree's byte ranges speak of. False:
 * no memory. */
bool ft_lint_statute(fatiao_statute *statute, const char *source,
                     size_t byte_count);

#endif
