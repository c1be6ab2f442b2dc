/* Where an expression stands in one text, a clause say.
 *
 *     担保 SENTENCE 贷款      …提供担保。申请贷款，以存货担保的…
 *                                         ~~~~~~~~~~~~
 */
#ifndef FT_SEARCH_PASSAGE_H
#define FT_SEARCH_PASSAGE_H

#include "query/expression.h"
#include "text/fold.h"

/* A stretch of a text: folded characters [start, end). */
typedef struct ft_passage {
    uint32_t start;
    uint32_t end;
} ft_passage;

/* Whether folded characters stand at `at`; `*end` is behind them. */
bool ft_passage_stands_at(const ft_array *chars, size_t at,
                          const uint32_t *codes, size_t count, size_t *end);

/* Pushes the passages (ft_passage) where `node`, which is one that has places
 * (TEXT, NEAR, SENTENCE, CLAUSE, or an OR of these), stands in the folded text
 * `chars`, ordered by their starts. */
fatiao_status ft_passage_find(const ft_expression *node, const ft_array *chars,
                              ft_array *passages, fatiao_error *error);

#endif
