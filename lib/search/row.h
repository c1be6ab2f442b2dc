/* The rows of numbers that the trees of a model judge candidates by
 * (model/signal.h). */
#ifndef FT_SEARCH_ROW_H
#define FT_SEARCH_ROW_H

#include "model/signal.h"
#include "search/candidates.h"

/* Pushes FT_SIGNAL_COUNT floats for each candidate, in their order. Their
 * features and scores are known, and the searcher's scores and bonuses are
 * those of this question. */
fatiao_status ft_rows_fill(fatiao_searcher *searcher, const ft_advice *advice,
                           const ft_array *candidates, ft_array *rows,
                           fatiao_error *error);

#endif
