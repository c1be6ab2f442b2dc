/* A result: articles with their clauses, texts and marks as plain values. */
#ifndef FT_SEARCH_HITS_H
#define FT_SEARCH_HITS_H

#include "search/answer.h"

struct fatiao_hits {
    ft_arena arena;
    ft_array hits;    /* of fatiao_hit */
    ft_array missing; /* of const char * */
    bool is_relaxed;
    bool is_corrected;
    const char *suggestion; /* in the arena, or NULL */
};

fatiao_hits *ft_hits_new(void);

/* Makes the hit of an article, with whatever marks it has. `answer` lives in
 * the arena of `hits`; `statute` too. */
fatiao_status ft_hit_make(fatiao_hit *hit, fatiao_hits *hits,
                          const ft_answer *answer,
                          const ft_statute_record *statute, double score,
                          ft_matcher *matcher, fatiao_error *error);

/* Adds an article that answers, unless neither its clauses nor its headings
 * show a reason and there is no other (ft_selection_is_reason, advice). */
fatiao_status ft_hits_add(fatiao_hits *hits, const ft_answer *answer,
                          const ft_statute_record *statute, double score,
                          ft_matcher *matcher, fatiao_error *error);

#endif
