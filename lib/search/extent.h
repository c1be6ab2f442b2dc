/* Which articles a field of a question means. What holds for all articles of a
 * statute, or below a heading, stands with the first of their documents
 * (schema.h) and is spread over those that follow:
 *
 *     law:民法典     statutes  7        31          articles  8…20     32…44
 *     chapter:三     divisions   11 … 34 …                    11…13    34…36
 */
#ifndef FT_SEARCH_EXTENT_H
#define FT_SEARCH_EXTENT_H

#include "query/expression.h"
#include "search/bitset.h"
#include "search/searcher.h"
#include "search/term_list.h"

/* What extents are made with: an index and the room of its sets. */
typedef struct ft_extents {
    fatiao_searcher *searcher;
    uint32_t last_id;
    ft_bitset articles;  /* all that are there */
    ft_bitset statutes;  /* where each begins */
    ft_bitset divisions; /* where each begins, and statutes */
} ft_extents;

fatiao_status ft_extents_init(ft_extents *extents, fatiao_searcher *searcher,
                              uint32_t last_id, fatiao_error *error);
void ft_extents_finish(ft_extents *extents);

/* Adds the documents of one term, of any of several, or of all of them, to a
 * set, which is of this room and empty. */
fatiao_status ft_extents_add_any(const ft_extents *extents, ft_term_list *terms,
                                 ft_bitset *out, fatiao_error *error);
fatiao_status ft_extents_add_all(const ft_extents *extents, ft_term_list *terms,
                                 ft_bitset *out, fatiao_error *error);

/* Adds the articles that a field means. */
fatiao_status ft_extents_add_field(const ft_extents *extents,
                                   const ft_expression *field, ft_bitset *out,
                                   fatiao_error *error);

/* Adds the articles of the statutes that a name means: an id, or, of all
 * titles, those that fit closest. FATIAO_ERR_NOT_FOUND: there are none. */
fatiao_status ft_extents_add_law(const ft_extents *extents, const char *name,
                                 ft_bitset *out, fatiao_error *error);

/* Adds the articles of the statute with this id, if there is one. */
fatiao_status ft_extents_add_statute(const ft_extents *extents, const char *id,
                                     ft_bitset *out, fatiao_error *error);

#endif
