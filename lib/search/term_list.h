/* A list of the engine's terms being gathered for a filter.
 *
 *     ft_term_list terms = ft_term_list_new();
 *     ft_term_list_add(&terms, FT_PREFIX_WORD, "贷款", 6);
 *     …
 *     if (ft_term_list_failed(&terms)) …
 *     filter.required = ft_term_list_items(&terms);
 *     filter.required_count = terms.terms.count;
 *     ft_term_list_finish(&terms);
 */
#ifndef FT_SEARCH_TERM_LIST_H
#define FT_SEARCH_TERM_LIST_H

#include "engine/engine.h"

typedef struct ft_term_list {
    ft_strbuf bytes;
    ft_array terms; /* of ft_engine_term; `bytes` is set by ..._items */
    bool failed;
} ft_term_list;

ft_term_list ft_term_list_new(void);
void ft_term_list_finish(ft_term_list *list);

/* Adds a term with its prefix. One that is too long for the index is left out,
 * as it was when the index was written. */
void ft_term_list_add(ft_term_list *list, char prefix, const char *bytes,
                      size_t byte_count);

/* Adds what a run of folded characters needs to stand in a text: its pairs, and
 * the characters that are in none. */
void ft_term_list_add_run(ft_term_list *list, const uint32_t *codes,
                          size_t char_count, char pair_prefix,
                          char char_prefix);

bool ft_term_list_failed(const ft_term_list *list);

/* The terms, borrowed until the next call that adds one. */
const ft_engine_term *ft_term_list_items(ft_term_list *list);

#endif
