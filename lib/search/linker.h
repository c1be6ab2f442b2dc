/* From a link, which is words, to what it leads to.
 *
 *     link.h     依照《…公司法》第五条 in an article of 2010
 *     edition.h  the wordings of 公司法: 2023, 2013, 2005
 *     here       that of 2005, which was in force, and its ARTICLE node 5
 *
 * All of it happens inside one reading; what is found lives as long as the
 * linker. */
#ifndef FT_SEARCH_LINKER_H
#define FT_SEARCH_LINKER_H

#include <fatiao/fatiao.h>

#include "search/meaning.h"
#include "search/volume.h"

/* What resolving needs from one link to the next. */
typedef struct ft_linker {
    fatiao_searcher *searcher;
    ft_titles titles;
    ft_shelf shelf;
    const ft_title *named; /* the law that the last link of another law named */
} ft_linker;

/* Where a link stands. */
typedef struct ft_link_site {
    const ft_statute_record *record; /* of its statute; NULL in a free text */
    const fatiao_statute *statute;   /* NULL: only links to other laws are
                                        looked for */
    const fatiao_node *node;         /* whose own text it stands in */
    const ft_array *aliases;         /* of ft_alias */
} ft_link_site;

/* A statute, a place in it, or all from `first` to `last`. */
typedef struct ft_goal {
    const ft_statute_record *record;
    const fatiao_node *first; /* NULL: the whole statute */
    const fatiao_node *last;  /* NULL: no range */
} ft_goal;

typedef struct ft_linked {
    fatiao_link_kind kind;
    fatiao_link_state state;
    size_t byte_start; /* of the words, the law's name included */
    ft_array goals;    /* of ft_goal */
} ft_linked;

ft_linker ft_linker_new(fatiao_searcher *searcher, ft_arena *arena);
void ft_linker_finish(ft_linker *linker);

ft_linked ft_linked_new(void);
void ft_linked_finish(ft_linked *linked);

/* Resolves a link. Those of one text are given in their order, and `named` is
 * set to NULL before the first. */
fatiao_status ft_linker_resolve(ft_linker *linker, const ft_link_site *site,
                                const ft_link *link, ft_linked *out,
                                fatiao_error *error);

/* Sets the law that a free text speaks of, where it names none. */
fatiao_status ft_linker_mean(ft_linker *linker, const ft_statute_record *record,
                             fatiao_error *error);

/* Adds a goal. */
fatiao_status ft_linked_add(ft_linked *linked, const ft_statute_record *record,
                            const fatiao_node *first, const fatiao_node *last,
                            fatiao_error *error);

#endif
