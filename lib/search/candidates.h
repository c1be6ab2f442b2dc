/* The first step of a search: the articles that hold the question's terms,
 * ranked by BM25 in the engine. */
#ifndef FT_SEARCH_CANDIDATES_H
#define FT_SEARCH_CANDIDATES_H

#include "query/query.h"
#include "search/searcher.h"
#include "search/weights.h"

/* Pushes up to `limit` ft_engine_match items, best first. `statute_id` limits
 * the search to one statute unless it is NULL. With `is_relaxed`, phrases need
 * not be there. */
fatiao_status ft_candidates_find(fatiao_searcher *searcher,
                                 const fatiao_query *query,
                                 const ft_weights *weights,
                                 const char *statute_id, bool is_relaxed,
                                 size_t limit, ft_array *matches,
                                 fatiao_error *error);

/* Whether the engine looks for this single character: always where it stands
 * in no pair, else in short questions only. */
bool ft_candidates_use_char(const fatiao_query *query,
                            const ft_query_term *term);

#endif
