/* What each term of a question is worth to one article. */
#ifndef FT_SEARCH_WORTH_H
#define FT_SEARCH_WORTH_H

#include "search/matcher.h"
#include "search/plan.h"

/* An article, and what a question is looked for in it. */
typedef struct ft_worth_of {
    const ft_plan *plan;
    uint32_t document;
    const fatiao_node *article;
    const char *heading;
    const char *title;
    ft_matcher *matcher;
} ft_worth_of;

/* Pushes fatiao_term items, in the order that fatiao/explanation.h tells: terms
 * that stand in the article and words of the question that do not. Strings are
 * those of the query. */
fatiao_status ft_worth_list(const ft_worth_of *of, ft_array *terms,
                            fatiao_error *error);

#endif
