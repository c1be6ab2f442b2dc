/* A set of documents: a bit for each id. Sets that are put together are of one
 * size.
 *
 *     ft_bitset set;
 *     if (!ft_bitset_init(&set, last_id)) …      // empty
 *     ft_bitset_add(&set, 7);
 *     ft_bitset_finish(&set);
 */
#ifndef FT_SEARCH_BITSET_H
#define FT_SEARCH_BITSET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct ft_bitset {
    uint64_t *words;
    size_t word_count;
} ft_bitset;

/* An empty set with room for ids up to `last_id`. False: no memory. */
bool ft_bitset_init(ft_bitset *set, uint32_t last_id);
void ft_bitset_finish(ft_bitset *set);

/* An id beyond the room is left out, and is in no set. */
void ft_bitset_add(ft_bitset *set, uint32_t id);
void ft_bitset_remove(ft_bitset *set, uint32_t id);

/* Here, for lists of documents ask it of each. */
static inline bool
ft_bitset_has(const ft_bitset *set, uint32_t id)
{
    return id / 64 < set->word_count &&
           (set->words[id / 64] >> id % 64 & 1) != 0;
}

/* Adds ids [start, end). */
void ft_bitset_add_range(ft_bitset *set, uint32_t start, uint32_t end);

/* Keeps what is, or is not, in `other` too; adds what is in `other`; makes it
 * the ids that were not in it. */
void ft_bitset_keep(ft_bitset *set, const ft_bitset *other);
void ft_bitset_drop(ft_bitset *set, const ft_bitset *other);
void ft_bitset_join(ft_bitset *set, const ft_bitset *other);
void ft_bitset_invert(ft_bitset *set);

/* The first id of the set from `from` on; UINT32_MAX if there is none. */
uint32_t ft_bitset_next(const ft_bitset *set, uint32_t from);

#endif
