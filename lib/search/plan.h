/* What a question comes to in this index: its terms in each field, where they
 * stand, and how much each is worth.
 *
 *     没有抵押物怎么贷款
 *       words          没有  抵押  物  怎么  贷款    each with its documents
 *       pairs          没有  有抵  抵押  押物 …
 *       heading words  没有  抵押  怎么  贷款
 *       …
 */
#ifndef FT_SEARCH_PLAN_H
#define FT_SEARCH_PLAN_H

#include "query/query.h"
#include "search/searcher.h"

/* A term of the question in one field. */
typedef struct ft_plan_term {
    size_t term;        /* which of the query's */
    ft_feature feature; /* the sum it belongs to */
    double weight;      /* of an impact of 1: idf and factors */
    bool is_searched;   /* by the first step; else only looked up */
    ft_impact_list list;
} ft_plan_term;

typedef struct ft_plan {
    const fatiao_query *query;
    const ft_ranking *ranking;
    ft_array terms;   /* of ft_plan_term */
    ft_array weights; /* of double, for each term of the query: what it is
                         worth in the text; 0 where it stands nowhere */
    double chars;     /* the sum of the single characters' weights, where one
                         that stands nowhere weighs most */
    double average_article_chars;
    double average_clause_chars;
    uint32_t document_count;
    uint32_t last_id;
} ft_plan;

fatiao_status ft_plan_make(ft_plan *plan, fatiao_searcher *searcher,
                           const fatiao_query *query, fatiao_error *error);
void ft_plan_finish(ft_plan *plan);

#endif
