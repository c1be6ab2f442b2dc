/* What the whole index says of a question's terms: how much each is worth. */
#ifndef FT_SEARCH_WEIGHTS_H
#define FT_SEARCH_WEIGHTS_H

#include "query/query.h"
#include "search/searcher.h"

typedef struct ft_weights {
    ft_array terms; /* of double, for each term: idf times its kind's factor */
    double chars;   /* the sum of the single characters' weights, where one that
                       stands nowhere weighs most */
    double average_article_chars;
    double average_clause_chars;
} ft_weights;

fatiao_status ft_weights_read(ft_weights *weights, fatiao_searcher *searcher,
                              const fatiao_query *query, fatiao_error *error);
void ft_weights_finish(ft_weights *weights);

#endif
