/* What hangs below an article: paragraphs, and below these items, subitems,
 * quotations and tables.
 *
 *     第五条 有下列情形之一的：    PARAGRAPH
 *     （一）…                        ITEM
 *     1．…                             SUBITEM
 *     由主管部门…                  PARAGRAPH, an ambiguous tail */
#ifndef FT_STATUTE_CLAUSE_H
#define FT_STATUTE_CLAUSE_H

#include "statute/builder.h"
#include "statute/mark.h"

/* One stretch of text: a line, or part of one, and the lines that go on with
 * it. Wrapped lines are joined; further paragraphs of an item stay lines of
 * their own in its text. */
typedef struct ft_run {
    ft_line line;
    const ft_lines *lines;
    const ft_mark *marks;
    size_t next; /* lines [next, end) go on with `line` */
    size_t end;
} ft_run;

typedef struct ft_clauses {
    ft_builder *builder;
    const fatiao_node *holder; /* ARTICLE, PREAMBLE or ANNEX; NULL: none */
    const fatiao_node *paragraph;
    const fatiao_node *item;
    ft_enum_form form; /* of the item */
    uint32_t paragraph_count;
} ft_clauses;

/* Starts anew below `holder`, which may be NULL. */
void ft_clauses_begin(ft_clauses *clauses, const fatiao_node *holder);

/* All of these need a holder. */
void ft_clauses_text(ft_clauses *clauses, const ft_run *run);
void ft_clauses_enum(ft_clauses *clauses, const ft_run *run,
                     const ft_label *label);
void ft_clauses_quote(ft_clauses *clauses, const ft_run *run);
/* A table: the lines of the run are its rows. */
void ft_clauses_table(ft_clauses *clauses, const ft_run *run);

#endif
