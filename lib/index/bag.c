/* Terms and how often each was seen: a hash table with open addressing. It is
 * made once and emptied for each article, so emptying touches only what the
 * article used. */
#include "index/bag.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

struct ft_bag_entry {
    size_t start; /* in `bytes` */
    uint32_t byte_count;
    uint32_t frequency;
    uint32_t hash;
    uint32_t slot; /* in `table` */
};

enum { TABLE_SIZE_MIN = 1024 };

/* The slot of the term that lies at the end of `bytes`: its own, or a free
 * one. */
static uint32_t
find_slot(const ft_bag *bag, const char *term, size_t byte_count, uint32_t hash)
{
    const uint32_t mask = (uint32_t)bag->table_size - 1;
    uint32_t slot = hash & mask;
    for (; bag->table[slot] != 0; slot = (slot + 1) & mask) {
        const struct ft_bag_entry *entry = &bag->entries[bag->table[slot] - 1];
        if (entry->hash == hash && entry->byte_count == byte_count &&
            memcmp(bag->bytes.bytes + entry->start, term, byte_count) == 0)
            break;
    }
    return slot;
}

/* Makes room for one more entry, at most half of the table full. */
static bool
reserve(ft_bag *bag)
{
    if (bag->count < bag->table_size / 2)
        return true;
    const size_t size =
        bag->table_size == 0 ? TABLE_SIZE_MIN : bag->table_size * 2;
    if (size > (size_t)1 << 31)
        return false;
    uint32_t *table = calloc(size, sizeof(*table));
    struct ft_bag_entry *entries =
        realloc(bag->entries, size / 2 * sizeof(*entries));
    if (entries != NULL)
        bag->entries = entries;
    if (table == NULL || entries == NULL) {
        free(table);
        return false;
    }
    free(bag->table);
    bag->table = table;
    bag->table_size = size;
    const uint32_t mask = (uint32_t)size - 1;
    for (size_t i = 0; i < bag->count; i++) {
        uint32_t slot = entries[i].hash & mask;
        while (table[slot] != 0)
            slot = (slot + 1) & mask;
        table[slot] = (uint32_t)i + 1;
        entries[i].slot = slot;
    }
    return true;
}

void
ft_bag_add(ft_bag *bag, char prefix, const char *text, size_t byte_count)
{
    const size_t start = bag->bytes.byte_count;
    ft_strbuf_bytes(&bag->bytes, &prefix, 1);
    ft_strbuf_bytes(&bag->bytes, text, byte_count);
    if (ft_strbuf_failed(&bag->bytes) || !reserve(bag)) {
        bag->failed = true;
        return;
    }
    const char *term = bag->bytes.bytes + start;
    const uint32_t hash = (uint32_t)XXH3_64bits(term, byte_count + 1);
    const uint32_t slot = find_slot(bag, term, byte_count + 1, hash);
    if (bag->table[slot] != 0) {
        bag->entries[bag->table[slot] - 1].frequency++;
        bag->bytes.byte_count = start;
        return;
    }
    bag->entries[bag->count++] =
        (struct ft_bag_entry){start, (uint32_t)byte_count + 1, 1, hash, slot};
    bag->table[slot] = (uint32_t)bag->count;
}

bool
ft_bag_failed(const ft_bag *bag)
{
    return bag->failed;
}

ft_bag_term
ft_bag_at(const ft_bag *bag, size_t index)
{
    assert(index < bag->count);
    const struct ft_bag_entry *entry = &bag->entries[index];
    return (ft_bag_term){bag->bytes.bytes + entry->start, entry->byte_count,
                         entry->frequency};
}

void
ft_bag_clear(ft_bag *bag)
{
    for (size_t i = 0; i < bag->count; i++)
        bag->table[bag->entries[i].slot] = 0;
    bag->count = 0;
    ft_strbuf_clear(&bag->bytes);
}

void
ft_bag_finish(ft_bag *bag)
{
    ft_strbuf_finish(&bag->bytes);
    free(bag->entries);
    free(bag->table);
    *bag = (ft_bag){0};
}
