/* What is known of each candidate beyond its score in the first step: every
 * feature of query/ranking.h but the clause, which takes reading the text. */
#ifndef FT_SEARCH_FEATURE_H
#define FT_SEARCH_FEATURE_H

#include "search/candidates.h"

/* Fills in the features of `candidates` (of ft_candidate), which stay in their
 * order. The searcher's scores are those of the first step. */
fatiao_status ft_features_fill(fatiao_searcher *searcher, const ft_plan *plan,
                               ft_array *candidates, fatiao_error *error);

/* The document that gives document `id` its feature DIVISION or STATUTE; 0 if
 * there is none. */
fatiao_status ft_feature_source(fatiao_searcher *searcher, const ft_plan *plan,
                                ft_feature feature, uint32_t id, uint32_t *out,
                                fatiao_error *error);

#endif
