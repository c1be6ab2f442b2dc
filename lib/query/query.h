/* A question cut into what the index knows.
 *
 *     没有“抵押物”怎么贷款
 *       terms    words  没有 抵押 物 怎么 贷款
 *                pairs  没有 有抵 抵押 押物 物怎 怎么 么贷 贷款
 *                chars  没 有 …
 *                numbers, such as 30% of 三成
 *       tree     what must hold: 抵押物               (expression.h)
 *       runs     担保 信用贷款 …                (other words for it)
 *       mentions                             (of 劳动法第五十条, if it says so)
 */
#ifndef FT_QUERY_QUERY_H
#define FT_QUERY_QUERY_H

#include <fatiao/fatiao.h>

#include "base/arena.h"
#include "query/expression.h"
#include "query/mention.h"
#include "query/term.h"

struct fatiao_query {
    ft_arena arena;
    const char *text; /* the question as it was asked */
    fatiao_query_options options;
    ft_array terms; /* of ft_query_term, ordered by codes, then kind */
    ft_expression_tree tree;
    ft_array fillers;  /* of const char *: words that only ask, in their order;
                          none if they are all there is */
    ft_array mentions; /* of ft_mention */
    ft_array pieces;   /* of ft_query_term: the terms before equal ones became
                          one, kept only where there are mentions */
    size_t char_count; /* characters of the whole question */
    bool has_unquoted; /* it has words besides what must hold */
    bool has_pairs;    /* it has more than characters that stand alone */
    bool has_numbers;
};

#endif
