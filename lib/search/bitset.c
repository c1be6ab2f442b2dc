/* Sets of documents, 64 ids to the word. */
#include "search/bitset.h"

#include <stdlib.h>

enum { WORD_BITS = 64 };

bool
ft_bitset_init(ft_bitset *set, uint32_t last_id)
{
    set->word_count = (size_t)last_id / WORD_BITS + 1;
    set->words = calloc(set->word_count, sizeof(*set->words));
    if (set->words == NULL)
        set->word_count = 0;
    return set->words != NULL;
}

void
ft_bitset_finish(ft_bitset *set)
{
    free(set->words);
    *set = (ft_bitset){0};
}

static uint64_t
bit_of(uint32_t id)
{
    return UINT64_C(1) << id % WORD_BITS;
}

void
ft_bitset_add(ft_bitset *set, uint32_t id)
{
    if (id / WORD_BITS < set->word_count)
        set->words[id / WORD_BITS] |= bit_of(id);
}

void
ft_bitset_remove(ft_bitset *set, uint32_t id)
{
    if (id / WORD_BITS < set->word_count)
        set->words[id / WORD_BITS] &= ~bit_of(id);
}

void
ft_bitset_add_range(ft_bitset *set, uint32_t start, uint32_t end)
{
    const size_t room = set->word_count * WORD_BITS;
    size_t id = start;
    const size_t stop = end < room ? end : room;
    while (id < stop) {
        if (id % WORD_BITS == 0 && stop - id >= WORD_BITS) {
            set->words[id / WORD_BITS] = UINT64_MAX;
            id += WORD_BITS;
        } else {
            ft_bitset_add(set, (uint32_t)id++);
        }
    }
}

void
ft_bitset_keep(ft_bitset *set, const ft_bitset *other)
{
    for (size_t i = 0; i < set->word_count; i++)
        set->words[i] &= other->words[i];
}

void
ft_bitset_drop(ft_bitset *set, const ft_bitset *other)
{
    for (size_t i = 0; i < set->word_count; i++)
        set->words[i] &= ~other->words[i];
}

void
ft_bitset_join(ft_bitset *set, const ft_bitset *other)
{
    for (size_t i = 0; i < set->word_count; i++)
        set->words[i] |= other->words[i];
}

void
ft_bitset_invert(ft_bitset *set)
{
    for (size_t i = 0; i < set->word_count; i++)
        set->words[i] = ~set->words[i];
}

uint32_t
ft_bitset_next(const ft_bitset *set, uint32_t from)
{
    size_t at = from / WORD_BITS;
    if (at >= set->word_count)
        return UINT32_MAX;
    uint64_t word = set->words[at] & (UINT64_MAX << from % WORD_BITS);
    while (word == 0) {
        if (++at == set->word_count)
            return UINT32_MAX;
        word = set->words[at];
    }
    uint32_t id = (uint32_t)(at * WORD_BITS);
    for (; (word & 1) == 0; word >>= 1)
        id++;
    return id;
}
