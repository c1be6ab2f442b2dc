/* What a question cites, looked up: the documents that come first in its
 * result, whatever the words say.
 *
 *     第二十二条第一款、第二十三条   pins      (document of 22, ".1")
 *                                              (document of 23, all of it)
 *     第九百条                       missing   "第九百条"
 *
 * The text of a citation that was found counts no more as words. */
#ifndef FT_SEARCH_PIN_H
#define FT_SEARCH_PIN_H

#include "query/query.h"
#include "search/searcher.h"

/* An article that is cited, or a clause of it. */
typedef struct ft_pin {
    uint32_t document;
    ft_place below; /* the steps below the article; count 0: all of it */
} ft_pin;

typedef struct ft_pins {
    ft_array pins;    /* of ft_pin, in the order of the question */
    ft_array missing; /* of const char *: what is cited and is not there */
    ft_array cuts;    /* of ft_query_cut: the citations that were found, and
                         the places that are missing */
} ft_pins;

ft_pins ft_pins_new(void);
void ft_pins_finish(ft_pins *pins);

/* Looks up what `query` cites, in one statute unless `statute_id` is NULL.
 * Strings live in `arena`. For use inside a reading. */
fatiao_status ft_pins_find(ft_pins *pins, fatiao_searcher *searcher,
                           const fatiao_query *query, const char *statute_id,
                           ft_arena *arena, fatiao_error *error);

/* Whether a document is pinned before the pin at `index`. */
bool ft_pins_have(const ft_pins *pins, uint32_t document, size_t index);

#endif
