/* What is left of a question without some of its text. */
#ifndef FT_QUERY_REST_H
#define FT_QUERY_REST_H

#include "query/query.h"

/* Bytes [start, end) of a question's text. */
typedef struct ft_query_cut {
    size_t start;
    size_t end;
} ft_query_cut;

/* Makes `out`, which may be empty, of what `query` says outside of `cuts`
 * (of ft_query_cut). It borrows from `query`, has no mentions, and is ended
 * with ft_query_rest_finish. Other words for what was cut out go with it. */
fatiao_status ft_query_rest_make(const fatiao_query *query,
                                 const ft_array *cuts, fatiao_query *out,
                                 fatiao_error *error);
void ft_query_rest_finish(fatiao_query *rest);

#endif
