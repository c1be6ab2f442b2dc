/* What is remembered of earlier questions: their terms, and the articles that
 * answered them.
 *
 *     question   terms                answers
 *     0          公司 拖欠 工资 …       labour#50
 *     1          辞退 赔偿 …           labour#47 labour#87
 *
 *     articles   labour#47  labour#50  labour#87     each in a division (章,
 *     divisions  labour/4 (46–56)  labour/7          the articles below one
 *     statutes   labour                              heading) and a statute
 *
 * An article is known by its statute's id and digest and by its place among
 * the statute's articles. */
#ifndef FT_MODEL_RECALL_H
#define FT_MODEL_RECALL_H

#include <fatiao/fatiao.h>

#include "base/arena.h"
#include "base/array.h"
#include "query/query.h"

typedef struct ft_recall_statute {
    const char *id;
    fatiao_digest digest;
} ft_recall_statute;

typedef struct ft_recall_article {
    uint32_t division;
    uint32_t place; /* among the statute's articles, from 0 */
} ft_recall_article;

typedef struct ft_recall_question {
    uint32_t length; /* the sum of its terms' frequencies */
    uint32_t answer_first;
    uint32_t answer_count;
} ft_recall_question;

/* A term by the hash of its kind and bytes. */
typedef struct ft_recall_term {
    uint64_t hash;
    uint32_t posting_first;
    uint32_t posting_count;
} ft_recall_term;

typedef struct ft_recall_posting {
    uint32_t question;
    uint32_t frequency;
} ft_recall_posting;

typedef struct ft_recall {
    ft_arena arena;
    ft_array statutes;  /* of ft_recall_statute */
    ft_array divisions; /* of uint32_t: the statute of each */
    ft_array articles;  /* of ft_recall_article */
    ft_array questions; /* of ft_recall_question */
    ft_array answers;   /* of uint32_t: articles */
    ft_array terms;     /* of ft_recall_term, ordered by hash */
    ft_array postings;  /* of ft_recall_posting, those of a term together,
                           ordered by question */
} ft_recall;

ft_recall ft_recall_new(void);
void ft_recall_finish(ft_recall *memory);

/* The hash of a term of a question; 0 for one that is not remembered: another
 * word for what was typed. */
uint64_t ft_recall_hash(const ft_query_term *term);

/* Passed for `skipped` where no question is to be passed over. */
#define FT_RECALL_SKIP_NONE UINT32_MAX

/* What places of one level are worth to a question. */
typedef struct ft_recall_level {
    ft_array votes;  /* of float, for each place: what the nearest earlier
                        questions say, the best 1 */
    ft_array words;  /* of float, for each place: how well the question fits all
                        earlier ones it answered, the best 1 */
    double vote_sum; /* of the votes, in parts of the best */
    double word_best; /* BM25 of the best of `words` */
} ft_recall_level;

typedef struct ft_recall_votes {
    double nearest; /* BM25 of the nearest earlier question, in parts of what a
                       term is worth that only one question has */
    ft_recall_level articles;
    ft_recall_level divisions;
    ft_recall_level statutes;
} ft_recall_votes;

/* Asks the memory; the earlier question number `skipped` is passed over as if
 * it had never been asked. */
fatiao_status ft_recall_ask(const ft_recall *memory, const fatiao_query *query,
                            uint32_t skipped, ft_recall_votes *votes,
                            fatiao_error *error);
void ft_recall_votes_finish(ft_recall_votes *votes);

#endif
