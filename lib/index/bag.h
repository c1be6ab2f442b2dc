/* Terms and how often each was seen: what one article brings to the index.
 *
 *     ft_bag bag = {0};
 *     ft_bag_add(&bag, 'P', "企业", strlen("企业"));
 *     for (size_t i = 0; i < bag.count; i++)
 *         … ft_bag_at(&bag, i) …
 *     ft_bag_finish(&bag);
 */
#ifndef FT_INDEX_BAG_H
#define FT_INDEX_BAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

typedef struct ft_bag_term {
    const char *bytes; /* prefix and text; lives until the next change */
    size_t byte_count;
    uint32_t frequency;
} ft_bag_term;

/* All zeros is an empty bag: the terms' bytes one after another, an entry for
 * each term, and a hash table of entries. */
typedef struct ft_bag {
    ft_strbuf bytes;
    struct ft_bag_entry *entries;
    size_t count;
    uint32_t *table;   /* place of the entry + 1, or 0 */
    size_t table_size; /* a power of two, at least twice the entries; or 0 */
    bool failed;
} ft_bag;

/* Counts a term once more; remembers if there was no memory. */
void ft_bag_add(ft_bag *bag, char prefix, const char *text, size_t byte_count);
/* Whether an addition since the start found no memory. */
bool ft_bag_failed(const ft_bag *bag);
/* The term at `index`, in the order in which they first came. */
ft_bag_term ft_bag_at(const ft_bag *bag, size_t index);
/* Empties the bag and keeps its memory. */
void ft_bag_clear(ft_bag *bag);
void ft_bag_finish(ft_bag *bag);

#endif
