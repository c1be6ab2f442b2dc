/* What a model's memory says to a question in this index: votes for articles,
 * for what stands below one heading with them, and for their statutes. A model
 * is silent where no earlier question is near, and where the index has few of
 * the articles that the near ones were answered by. */
#ifndef FT_SEARCH_ADVICE_H
#define FT_SEARCH_ADVICE_H

#include "model/model.h"
#include "search/searcher.h"

typedef struct ft_advice {
    const fatiao_model *model;
    const ft_binding *binding;
    ft_recall_votes votes;
    double gate; /* from 0 to 1: how much is to be made of it all */
    bool is_silent;
} ft_advice;

/* Asks the model about a question; its earlier question number `skipped`, or
 * FT_RECALL_SKIP_NONE, is passed over. */
fatiao_status ft_advice_ask(ft_advice *advice, fatiao_searcher *searcher,
                            const fatiao_model *model,
                            const fatiao_query *query, uint32_t skipped,
                            fatiao_error *error);
void ft_advice_finish(ft_advice *advice);

/* Whether votes fall on the article of a document, which is then found whatever
 * words it shares with the question. */
bool ft_advice_admits(const ft_advice *advice, uint32_t document);

/* Sets what the votes add to the first score of each document, `best` being the
 * best of these scores. */
void ft_advice_spread(const ft_advice *advice, float best, ft_array *bonuses);

/* The votes, or words, of the place in `places` that has a document; 0 for
 * none. `values` is of the same level. */
float ft_advice_value(const ft_array *places, const ft_array *values,
                      uint32_t document);

#endif
