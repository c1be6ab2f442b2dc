/* The first step of a search: the articles that hold the question's terms,
 * ranked by BM25. */
#ifndef FT_SEARCH_CANDIDATES_H
#define FT_SEARCH_CANDIDATES_H

#include "search/advice.h"
#include "search/plan.h"
#include "search/selection.h"

/* An article that may answer. */
typedef struct ft_candidate {
    uint32_t id;
    float first;      /* the score of the first step */
    double score;     /* what it is ordered by */
    double untrained; /* what it is worth by the weights of the features */
    double advised;   /* what a model adds to it, or takes away */
    ft_document_range division; /* the documents below its headings */
    ft_document_range statute;  /* its statute's, that one's own among them */
    float features[FT_FEATURE_COUNT];
} ft_candidate;

/* Pushes up to `limit` ft_candidate items, best first: of `selection`, unless
 * it is NULL, those in which what must hold does. Where nothing is to be ranked
 * by, they come in the order of the index. Where a model has `advice`, NULL if
 * there is none, its votes count too. The searcher's `scores` are those of this
 * question. */
fatiao_status ft_candidates_find(fatiao_searcher *searcher, const ft_plan *plan,
                                 const ft_selection *selection,
                                 const ft_advice *advice, size_t limit,
                                 ft_array *candidates, fatiao_error *error);

#endif
