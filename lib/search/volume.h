/* Statutes taken down to look places up in: each with the documents that its
 * articles are in the index. */
#ifndef FT_SEARCH_VOLUME_H
#define FT_SEARCH_VOLUME_H

#include "search/searcher.h"
#include "statute/place_list.h"

/* A statute and its documents, its own first, then those of its articles in
 * their order. */
typedef struct ft_volume {
    const char *id; /* the caller's */
    fatiao_statute *statute;
    ft_array documents; /* of uint32_t */
    ft_array articles;  /* of const fatiao_node *, in the order of documents */
} ft_volume;

/* Those read so far. */
typedef struct ft_shelf {
    ft_array volumes; /* of ft_volume */
    size_t limit;     /* the most it may hold */
} ft_shelf;

ft_shelf ft_shelf_new(void);
void ft_shelf_finish(ft_shelf *shelf);

/* Gives a statute, read the first time. `id` lives as long as the shelf; `*out`
 * lives until the next call, and is NULL where so many were read that more
 * would take too long. For use inside a reading. */
fatiao_status ft_shelf_take(ft_shelf *shelf, fatiao_searcher *searcher,
                            const char *id, const ft_volume **out,
                            fatiao_error *error);

/* The node at a place, which may be a chapter; NULL if it is not there. */
const fatiao_node *ft_volume_node(const ft_volume *volume,
                                  const ft_place *place);

/* Pushes what is at a place, or from one to the other, as ft_pin items: each
 * article of a chapter. Nothing if it is not there; no more than `limit` in
 * all. */
fatiao_status ft_volume_find(const ft_volume *volume,
                             const ft_listed_place *place, size_t limit,
                             ft_array *pins, fatiao_error *error);

#endif
