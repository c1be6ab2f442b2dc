/* The second step of a search: an article of the first step read with the
 * question in hand. Its clauses are scored, so that the one that answers is
 * named, and the article is scored anew from what its text shows. */
#ifndef FT_SEARCH_ANSWER_H
#define FT_SEARCH_ANSWER_H

#include "search/matcher.h"
#include "search/plan.h"

/* A clause of an article and what it is worth. */
typedef struct ft_answer_clause {
    const fatiao_node *node;
    ft_strength strength;
    bool stands; /* something of what must hold stands in it */
    double score;
    size_t order;        /* among the clauses of the article */
    uint32_t occurrence; /* among items of one number below one paragraph */
} ft_answer_clause;

/* An article read. */
typedef struct ft_answer {
    ft_article_record record;
    ft_array clauses;    /* of ft_answer_clause: those that match, best first */
    double score;        /* of the best clause */
    bool is_cited;       /* the question names it, and `clauses` are those that
                            it names; see cited.h */
    bool is_advised;     /* a model admits it, whatever its words */
    bool is_cited_whole; /* it names the article, not a part of it */
} ft_answer;

/* Reads the article of a document into `arena` and scores it. */
fatiao_status ft_answer_read(ft_answer *answer, ft_arena *arena,
                             ft_engine *engine, uint32_t document,
                             const ft_plan *plan, ft_matcher *matcher,
                             fatiao_error *error);

void ft_answer_finish(ft_answer *answer);

/* Tells items of like number below one paragraph apart, all at once, for an
 * article may have any number of them. Changes the order of `clauses`. */
void ft_answer_number_clauses(ft_array *clauses);

/* The text of a clause as it is matched and shown: its own, and on lines of
 * their own the subitems, quotations and tables that hang below it. */
void ft_answer_clause_text(const fatiao_node *clause, ft_strbuf *out);

#endif
