/* Whether what a question says must hold does hold in an article, by reading
 * it, where the terms of the index cannot tell (selection.h). Words hold where
 * they stand in any clause, NEAR, SENTENCE and CLAUSE within one. */
#ifndef FT_SEARCH_VERDICT_H
#define FT_SEARCH_VERDICT_H

#include "search/selection.h"

/* Reads articles one after another; keeps its memory. */
typedef struct ft_verdict {
    fatiao_searcher *searcher;
    const ft_selection *selection;
    ft_arena arena;
    ft_strbuf text;
    ft_array texts; /* of ft_array of ft_char: the article's, folded */
    size_t text_count;
    ft_array passages; /* of ft_passage */
} ft_verdict;

ft_verdict ft_verdict_new(fatiao_searcher *searcher,
                          const ft_selection *selection);
void ft_verdict_finish(ft_verdict *verdict);

/* Whether it holds in the article of this id, which may be read for it. */
fatiao_status ft_verdict_find(ft_verdict *verdict, uint32_t id, bool *holds,
                              fatiao_error *error);

#endif
