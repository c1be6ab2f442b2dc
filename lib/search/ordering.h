/* The second step of a search: candidates ordered anew by all that is known of
 * them; by weights, or by the trees of a model that has something to say. */
#ifndef FT_SEARCH_ORDERING_H
#define FT_SEARCH_ORDERING_H

#include "search/candidates.h"
#include "search/matcher.h"

/* What ordering works with: one question in one index. */
typedef struct ft_ordering {
    fatiao_searcher *searcher;
    const ft_plan *plan;
    ft_matcher *matcher;
    const ft_advice *advice; /* NULL where no model speaks */
    ft_array *candidates;    /* of ft_candidate, from the first step */
} ft_ordering;

/* Orders the candidates, best first. A score is what is advised and `*part` of
 * what is untrained. */
fatiao_status ft_ordering_run(const ft_ordering *ordering, double *part,
                              fatiao_error *error);

/* Pushes what the trees see of the candidates: FT_SIGNAL_COUNT floats for each,
 * in the order in which this leaves them. For use where there is advice. */
fatiao_status ft_ordering_rows(const ft_ordering *ordering, ft_array *rows,
                               fatiao_error *error);

#endif
