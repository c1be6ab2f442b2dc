/* The clauses of an article that a question cites, in place of those that its
 * words match. */
#ifndef FT_SEARCH_CITED_H
#define FT_SEARCH_CITED_H

#include "search/answer.h"
#include "search/pin.h"

/* Makes the clauses of an article's answer those that are pinned: all, or those
 * at the pinned places with the items below them, in the order of the law. */
fatiao_status ft_cited_choose(const ft_pins *pins, uint32_t document,
                              ft_answer *answer, fatiao_error *error);

#endif
