/* Answered questions as they were put, before anything is learned from them:
 *
 *     statutes   labour   fragments 1 2 3 … 47 … 50 …
 *     questions  "公司拖欠工资怎么办"   answers (labour, 50)
 *     terms      (hash of 拖欠, question 0, once) … */
#ifndef FT_LEARN_LEARNER_H
#define FT_LEARN_LEARNER_H

#include "search/searcher.h"

/* A statute that has answers. */
typedef struct ft_learner_statute {
    const char *id;
    fatiao_digest digest;
    ft_array fragments; /* of const char *, for each article in its place */
    ft_array divisions; /* of uint32_t, for each article: the place of the
                           first below the same heading */
} ft_learner_statute;

typedef struct ft_learner_answer {
    const ft_learner_statute *statute;
    uint32_t place;
} ft_learner_answer;

typedef struct ft_learner_question {
    const char *text;
    uint32_t length; /* the sum of its terms' frequencies */
    uint32_t answer_first;
    uint32_t answer_count;
} ft_learner_question;

typedef struct ft_learner_term {
    uint64_t hash;
    uint32_t question;
    uint32_t frequency;
} ft_learner_term;

struct fatiao_learner {
    fatiao_searcher *searcher;
    ft_arena arena;
    ft_array statutes;  /* of ft_learner_statute *, ordered by id */
    ft_array questions; /* of ft_learner_question */
    ft_array answers;   /* of ft_learner_answer */
    ft_array terms;     /* of ft_learner_term */
};

#endif
