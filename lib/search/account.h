/* The account of why an article is found, or why not: given at the end of a
 * search, while all that it knew is still at hand. */
#ifndef FT_SEARCH_ACCOUNT_H
#define FT_SEARCH_ACCOUNT_H

#include "search/candidates.h"
#include "search/hits.h"

/* A search at its end. */
typedef struct ft_search_end {
    const ft_plan *plan;
    const ft_array *candidates; /* of ft_candidate */
    const ft_limits *limits;
    ft_matcher *matcher;
    fatiao_hits *hits; /* of all candidates */
    double part;       /* of what is untrained that counts (ordering.h) */
} ft_search_end;

/* Explains the article that `id` names. The explanation then owns the hits. */
fatiao_status ft_account_make(fatiao_searcher *searcher,
                              const ft_search_end *end, const char *id,
                              fatiao_explanation **out, fatiao_error *error);

#endif
