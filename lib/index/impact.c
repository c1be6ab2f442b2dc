/* The documents of a term, out of the file and out of the database. */
#include "index/impact.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "index/impact_file.h"

ft_impact_list
ft_impact_list_new(void)
{
    return (ft_impact_list){.blocks.item_size = sizeof(ft_impact_block),
                            .low.item_size = sizeof(uint16_t),
                            .impacts.item_size = sizeof(uint8_t),
                            .postings.item_size = sizeof(ft_engine_posting)};
}

void
ft_impact_list_clear(ft_impact_list *list)
{
    ft_array_clear(&list->blocks);
    ft_array_clear(&list->low);
    ft_array_clear(&list->impacts);
    ft_array_clear(&list->postings);
    list->document_count = 0;
}

void
ft_impact_list_finish(ft_impact_list *list)
{
    ft_array_finish(&list->blocks);
    ft_array_finish(&list->low);
    ft_array_finish(&list->impacts);
    ft_array_finish(&list->postings);
}

uint8_t
ft_impact_of(const ft_engine_posting *posting, double average_length)
{
    const double length =
        1 - FT_IMPACT_B + FT_IMPACT_B * posting->length / average_length;
    const double frequency = posting->frequency;
    const double impact =
        frequency * (FT_IMPACT_K1 + 1) / (frequency + FT_IMPACT_K1 * length);
    const double scaled = impact * FT_IMPACT_SCALE + 0.5;
    return scaled < 1 ? 1 : scaled > 255 ? 255 : (uint8_t)scaled;
}

/* Pushes the blocks that `low` and `impacts` come to, which no longer move. */
static fatiao_status
push_blocks(ft_impact_list *list, fatiao_error *error)
{
    const ft_engine_posting *all = list->postings.items;
    for (size_t i = 0; i < list->postings.count;) {
        const uint32_t high = all[i].id >> 16;
        size_t end = i + 1;
        while (end < list->postings.count && all[end].id >> 16 == high)
            end++;
        ft_impact_block *block = ft_array_push(&list->blocks);
        if (block == NULL)
            return ft_error_memory(error);
        *block = (ft_impact_block){
            .base = high << 16,
            .count = (uint32_t)(end - i),
            .low = (const uint16_t *)list->low.items + i,
            .impacts = (const uint8_t *)list->impacts.items + i};
        i = end;
    }
    return FATIAO_OK;
}

/* Adds what the database holds from document `first` on. */
static fatiao_status
read_database(ft_impact_list *list, ft_engine *engine, double average_length,
              uint32_t first, const char *term, size_t byte_count,
              fatiao_error *error)
{
    const fatiao_status status = ft_engine_read_postings(
        engine, term, byte_count, first, &list->postings, error);
    if (status != FATIAO_OK)
        return status;
    const ft_engine_posting *all = list->postings.items;
    for (size_t i = 0; i < list->postings.count; i++) {
        uint16_t *low = ft_array_push(&list->low);
        uint8_t *impact = ft_array_push(&list->impacts);
        if (low == NULL || impact == NULL)
            return ft_error_memory(error);
        *low = (uint16_t)all[i].id;
        *impact = ft_impact_of(&all[i], average_length);
    }
    list->document_count += (uint32_t)list->postings.count;
    return push_blocks(list, error);
}

fatiao_status
ft_impact_list_read(ft_impact_list *list, const ft_impact_file *file,
                    ft_engine *engine, uint32_t last_id, const char *term,
                    size_t byte_count, fatiao_error *error)
{
    ft_impact_list_clear(list);
    if (byte_count > FT_TERM_BYTES_MAX)
        return FATIAO_OK;
    fatiao_status status = FATIAO_OK;
    if (file->last_id > 0)
        status = ft_impact_file_find(file, term, byte_count, list, error);
    if (status == FATIAO_OK && last_id > file->last_id)
        status = read_database(list, engine, file->average_length,
                               file->last_id + 1, term, byte_count, error);
    return status;
}

/* ----------------------------------------------------------------- looking up
 */

/* The first place in a block whose id is not below `id`. */
static uint32_t
place_in_block(const ft_impact_block *block, uint32_t from, uint32_t low)
{
    uint32_t first = from;
    uint32_t end = block->count;
    while (first < end) {
        const uint32_t middle = first + (end - first) / 2;
        if (block->low[middle] < low)
            first = middle + 1;
        else
            end = middle;
    }
    return first;
}

void
ft_impact_list_look_up(const ft_impact_list *list, const uint32_t *ids,
                       size_t count, uint8_t *out)
{
    const ft_impact_block *blocks = list->blocks.items;
    size_t block = 0;
    uint32_t place = 0;
    for (size_t i = 0; i < count; i++) {
        out[i] = 0;
        while (block < list->blocks.count &&
               blocks[block].base >> 16 < ids[i] >> 16) {
            block++;
            place = 0;
        }
        if (block == list->blocks.count ||
            blocks[block].base >> 16 > ids[i] >> 16)
            continue;
        place = place_in_block(&blocks[block], place, ids[i] & 0xFFFF);
        if (place < blocks[block].count &&
            blocks[block].low[place] == (ids[i] & 0xFFFF))
            out[i] = blocks[block].impacts[place];
    }
}

/* ------------------------------------------------------------- intersecting */

/* What an intersection is gathered in; the blocks point into it at the end. */
typedef struct gathering {
    ft_array low;
    ft_array impacts;
    ft_array blocks; /* of ft_impact_block, not yet pointing */
} gathering;

static bool
gather(gathering *to, uint16_t low, uint8_t impact)
{
    uint16_t *at = ft_array_push(&to->low);
    uint8_t *value = ft_array_push(&to->impacts);
    if (at == NULL || value == NULL)
        return false;
    *at = low;
    *value = impact;
    return true;
}

/* Gathers what two blocks share: each id of the shorter is looked for in the
 * longer, from where the last was found on. */
static bool
gather_shared(gathering *to, const ft_impact_block *a, const ft_impact_block *b)
{
    const ft_impact_block *small = a->count <= b->count ? a : b;
    const ft_impact_block *large = small == a ? b : a;
    uint32_t place = 0;
    for (uint32_t i = 0; i < small->count && place < large->count; i++) {
        place = place_in_block(large, place, small->low[i]);
        if (place == large->count || large->low[place] != small->low[i])
            continue;
        const uint8_t x = small->impacts[i];
        const uint8_t y = large->impacts[place];
        if (!gather(to, small->low[i], x < y ? x : y))
            return false;
    }
    return true;
}

static bool
gather_all(gathering *to, const ft_array *left, const ft_array *right)
{
    const ft_impact_block *a = left->items;
    const ft_impact_block *b = right->items;
    for (size_t i = 0, j = 0; i < left->count && j < right->count;) {
        if (a[i].base != b[j].base) {
            a[i].base < b[j].base ? i++ : j++;
            continue;
        }
        const size_t before = to->low.count;
        if (!gather_shared(to, &a[i], &b[j]))
            return false;
        if (to->low.count > before) {
            ft_impact_block *block = ft_array_push(&to->blocks);
            if (block == NULL)
                return false;
            block->base = a[i].base;
            block->count = (uint32_t)(to->low.count - before);
        }
        i++;
        j++;
    }
    return true;
}

fatiao_status
ft_impact_list_intersect(ft_impact_list *list, const ft_impact_list *other,
                         fatiao_error *error)
{
    gathering to = {.low.item_size = sizeof(uint16_t),
                    .impacts.item_size = sizeof(uint8_t),
                    .blocks.item_size = sizeof(ft_impact_block)};
    const bool is_done = gather_all(&to, &list->blocks, &other->blocks);
    ft_impact_block *blocks = to.blocks.items;
    size_t at = 0;
    for (size_t i = 0; i < to.blocks.count; i++) {
        blocks[i].low = (const uint16_t *)to.low.items + at;
        blocks[i].impacts = (const uint8_t *)to.impacts.items + at;
        at += blocks[i].count;
    }
    ft_impact_list_finish(list);
    list->blocks = to.blocks;
    list->low = to.low;
    list->impacts = to.impacts;
    list->document_count = (uint32_t)to.low.count;
    return is_done ? FATIAO_OK : ft_error_memory(error);
}
