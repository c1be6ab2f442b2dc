/* The documents of a term, out of the file and out of the database. */
#include "index/impact.h"

#include <string.h>

#include "base/error.h"
#include "index/impact_file.h"

/* So many places of a block are compared at once. */
enum { WINDOW = 32 };

/* One document of a term. */
typedef struct impact {
    uint32_t id;
    uint8_t value;
} impact;

ft_impact_list
ft_impact_list_new(void)
{
    return (ft_impact_list){.blocks.item_size = sizeof(ft_impact_block)};
}

void
ft_impact_list_clear(ft_impact_list *list)
{
    ft_array_clear(&list->blocks);
    ft_strbuf_clear(&list->bytes);
    list->document_count = 0;
}

void
ft_impact_list_finish(ft_impact_list *list)
{
    ft_array_finish(&list->blocks);
    ft_strbuf_finish(&list->bytes);
}

/* ------------------------------------------------------------------- blocks */

/* Appends the impacts [from, end), which one block takes. */
static void
encode_block(const impact *from, const impact *end, ft_strbuf *out)
{
    const uint16_t head[2] = {(uint16_t)(from->id >> 16),
                              (uint16_t)(end - from - 1)};
    ft_strbuf_bytes(out, head, sizeof(head));
    for (const impact *i = from; i < end; i++) {
        const uint16_t low = (uint16_t)i->id;
        ft_strbuf_bytes(out, &low, sizeof(low));
    }
    for (const impact *i = from; i < end; i++)
        ft_strbuf_bytes(out, &i->value, 1);
    if ((end - from) % 2 != 0)
        ft_strbuf_bytes(out, "", 1);
}

/* Appends the blocks of some documents, by ascending id. */
static void
encode(const ft_array *impacts, ft_strbuf *out)
{
    const impact *all = impacts->items;
    for (size_t i = 0; i < impacts->count;) {
        size_t next = i;
        while (next < impacts->count && all[next].id >> 16 == all[i].id >> 16)
            next++;
        encode_block(all + i, all + next, out);
        i = next;
    }
}

fatiao_status
ft_impact_list_decode(ft_impact_list *list, const void *bytes,
                      size_t byte_count, fatiao_error *error)
{
    const uint8_t *start = bytes;
    uint32_t next_high = 0;
    for (size_t at = 0; at + 4 <= byte_count;) {
        uint16_t head[2];
        memcpy(head, start + at, sizeof(head));
        const uint32_t count = head[1] + 1u;
        const size_t size = 4 + 3ull * count + count % 2;
        if (head[0] < next_high || size > byte_count - at)
            return FATIAO_OK;
        next_high = head[0] + 1u;
        ft_impact_block *block = ft_array_push(&list->blocks);
        if (block == NULL)
            return ft_error_memory(error);
        *block = (ft_impact_block){
            .base = (uint32_t)head[0] << 16,
            .count = count,
            .low = (const uint16_t *)(const void *)(start + at + 4),
            .impacts = start + at + 4 + 2ull * count};
        list->document_count += count;
        at += size;
    }
    return FATIAO_OK;
}

/* Adds the blocks in the list's own bytes, which no longer move. */
static fatiao_status
decode_own(ft_impact_list *list, fatiao_error *error)
{
    if (ft_strbuf_failed(&list->bytes))
        return ft_error_memory(error);
    return ft_impact_list_decode(list, list->bytes.bytes,
                                 list->bytes.byte_count, error);
}

/* ------------------------------------------------------------------ reading */

/* What a term is worth in a document, 1 to 255. */
static uint8_t
weigh(const ft_engine_posting *posting, double average_length)
{
    const double length =
        1 - FT_IMPACT_B + FT_IMPACT_B * posting->length / average_length;
    const double frequency = posting->frequency;
    const double worth =
        frequency * (FT_IMPACT_K1 + 1) / (frequency + FT_IMPACT_K1 * length);
    const double scaled = worth * FT_IMPACT_SCALE + 0.5;
    return scaled < 1 ? 1 : scaled > 255 ? 255 : (uint8_t)scaled;
}

fatiao_status
ft_impact_encode_term(ft_engine *engine, double average_length,
                      const char *term, size_t byte_count, uint32_t first,
                      ft_strbuf *out, fatiao_error *error)
{
    ft_array postings = {.item_size = sizeof(ft_engine_posting)};
    ft_array impacts = {.item_size = sizeof(impact)};
    fatiao_status status = ft_engine_read_postings(engine, term, byte_count,
                                                   first, &postings, error);
    if (status == FATIAO_OK && !ft_array_resize(&impacts, postings.count))
        status = ft_error_memory(error);
    if (status == FATIAO_OK) {
        const ft_engine_posting *all = postings.items;
        impact *to = impacts.items;
        for (size_t i = 0; i < postings.count; i++)
            to[i] = (impact){all[i].id, weigh(&all[i], average_length)};
        encode(&impacts, out);
    }
    ft_array_finish(&postings);
    ft_array_finish(&impacts);
    return status;
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
    if (status != FATIAO_OK || last_id <= file->last_id)
        return status;
    status =
        ft_impact_encode_term(engine, file->average_length, term, byte_count,
                              file->last_id + 1, &list->bytes, error);
    return status == FATIAO_OK ? decode_own(list, error) : status;
}

/* ----------------------------------------------------------------- looking up
 */

/* The first of [first, end) whose document is not before `low`. The last few
 * are compared without a branch, all at once where there are enough: which of
 * them it is nobody can foretell. */
static uint32_t
find_among(const ft_impact_block *block, uint32_t first, uint32_t end,
           uint32_t low)
{
    while (end - first > WINDOW) {
        const uint32_t middle = first + (end - first) / 2;
        if (block->low[middle] < low)
            first = middle + 1;
        else
            end = middle;
    }
    const uint16_t *window = block->low + first;
    const uint16_t sought = (uint16_t)low;
    uint16_t before = 0;
    if (block->count - first >= WINDOW)
        for (uint32_t i = 0; i < WINDOW; i++)
            before = (uint16_t)(before + (window[i] < sought));
    else
        for (uint32_t i = 0; i < end - first; i++)
            before = (uint16_t)(before + (window[i] < sought));
    return first + before;
}

uint32_t
ft_impact_block_find(const ft_impact_block *block, uint32_t from, uint32_t id)
{
    if (id <= block->base)
        return from;
    if (id - block->base > UINT16_MAX)
        return block->count;
    const uint32_t low = id - block->base;
    uint32_t first = from; /* all before are below `low` */
    if (first == block->count || block->low[first] >= low)
        return first;
    uint32_t step = WINDOW;
    while (step <= block->count - first && block->low[first + step - 1] < low) {
        first += step;
        step *= 2;
    }
    const uint32_t end =
        step <= block->count - first ? first + step - 1 : block->count;
    return find_among(block, first, end, low);
}

/* A place in a list that only moves on. */
typedef struct cursor {
    const ft_impact_block *block;
    size_t left; /* blocks, with this one */
    uint32_t place;
} cursor;

static cursor
cursor_new(const ft_impact_list *list)
{
    return (cursor){list->blocks.items, list->blocks.count, 0};
}

/* The impact of a document, 0 if it is not in the list; `id` is above all asked
 * for before. A list may have two blocks of one base: the file's last, and what
 * was added since. */
static uint8_t
value_of(cursor *c, uint32_t id)
{
    for (; c->left > 0; c->left--, c->block++, c->place = 0) {
        c->place = ft_impact_block_find(c->block, c->place, id);
        if (c->place == c->block->count)
            continue;
        const bool is_there = c->block->base + c->block->low[c->place] == id;
        return is_there ? c->block->impacts[c->place] : 0;
    }
    return 0;
}

void
ft_impact_list_look_up(const ft_impact_list *list, const uint32_t *ids,
                       size_t count, uint8_t *out)
{
    cursor c = cursor_new(list);
    for (size_t i = 0; i < count; i++)
        out[i] = value_of(&c, ids[i]);
}

/* Pushes what two lists share: each document of the shorter is looked for in
 * the longer. */
static bool
push_shared(const ft_impact_list *shorter, const ft_impact_list *longer,
            ft_array *shared)
{
    cursor c = cursor_new(longer);
    const ft_impact_block *blocks = shorter->blocks.items;
    for (size_t i = 0; i < shorter->blocks.count; i++)
        for (uint32_t k = 0; k < blocks[i].count; k++) {
            const uint32_t id = blocks[i].base + blocks[i].low[k];
            const uint8_t here = blocks[i].impacts[k];
            const uint8_t there = value_of(&c, id);
            if (there == 0)
                continue;
            impact *added = ft_array_push(shared);
            if (added == NULL)
                return false;
            *added = (impact){id, here < there ? here : there};
        }
    return true;
}

fatiao_status
ft_impact_list_intersect(ft_impact_list *list, const ft_impact_list *other,
                         fatiao_error *error)
{
    const bool is_shorter = list->document_count <= other->document_count;
    ft_array shared = {.item_size = sizeof(impact)};
    const bool is_done = push_shared(is_shorter ? list : other,
                                     is_shorter ? other : list, &shared);
    ft_impact_list_clear(list);
    encode(&shared, &list->bytes);
    ft_array_finish(&shared);
    return is_done ? decode_own(list, error) : ft_error_memory(error);
}
