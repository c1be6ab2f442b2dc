/* The second step of a search: candidates ordered anew by all that is known of
 * them; by weights, or by the trees of a model that has something to say. */
#ifndef FT_SEARCH_RANK_H
#define FT_SEARCH_RANK_H

#include "search/candidates.h"
#include "search/matcher.h"

/* What ordering works with: one question in one index. */
typedef struct ft_rank {
    fatiao_searcher *searcher;
    const ft_plan *plan;
    ft_matcher *matcher;
    const ft_advice *advice; /* NULL where no model speaks */
    ft_array *candidates;    /* of ft_candidate, from the first step */
} ft_rank;

/* Orders the candidates, best first. */
fatiao_status ft_rank_order(const ft_rank *rank, fatiao_error *error);

/* Pushes what the trees see of the candidates: FT_SIGNAL_COUNT floats for each,
 * in the order in which this leaves them. For use where there is advice. */
fatiao_status ft_rank_rows(const ft_rank *rank, ft_array *rows,
                           fatiao_error *error);

#endif
