/* Finding a model's places in an index. */
#include "search/binding.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/schema.h"

/* What binding works with. */
typedef struct binder {
    ft_binding *binding;
    const ft_recall *memory;
    ft_engine *engine;
    ft_impact_list boundaries; /* the first document below each heading */
    ft_array *documents; /* of each statute its own, then its articles', of
                            uint32_t; empty where it is not here */
} binder;

/* Reads the documents of a statute, if it is here in the same wording. */
static fatiao_status
read_documents(binder *b, const ft_recall_statute *statute, ft_array *documents,
               fatiao_error *error)
{
    ft_arena arena = {0};
    ft_statute_record record;
    fatiao_status status =
        ft_entry_find_statute(b->engine, statute->id, &arena, &record, error);
    const bool is_here =
        status == FATIAO_OK &&
        memcmp(&record.digest, &statute->digest, sizeof(record.digest)) == 0;
    ft_arena_finish(&arena);
    if (status == FATIAO_ERR_NOT_FOUND) {
        ft_error_clear(error);
        return FATIAO_OK;
    }
    if (!is_here)
        return status;
    return ft_entry_list_documents(b->engine, statute->id, documents, error);
}

static fatiao_status
add_place(ft_array *places, uint32_t place, uint32_t start, uint32_t end,
          fatiao_error *error)
{
    ft_bound_place *added = ft_array_push(places);
    if (added == NULL)
        return ft_error_memory(error);
    *added = (ft_bound_place){{start, end}, place};
    return FATIAO_OK;
}

static fatiao_status
bind_statutes(binder *b, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    const ft_recall_statute *all = b->memory->statutes.items;
    for (uint32_t i = 0; status == FATIAO_OK && i < b->memory->statutes.count;
         i++) {
        ft_array *documents = &b->documents[i];
        *documents = (ft_array){.item_size = sizeof(uint32_t)};
        status = read_documents(b, &all[i], documents, error);
        const uint32_t *ids = documents->items;
        if (status == FATIAO_OK && documents->count > 1)
            status = add_place(&b->binding->statutes, i, ids[1],
                               ids[documents->count - 1] + 1, error);
    }
    return status;
}

/* The documents between the boundaries around `id`. */
static ft_document_range
range_around(const ft_impact_list *boundaries, uint32_t id)
{
    ft_document_range range = {0, UINT32_MAX};
    const ft_impact_block *blocks = boundaries->blocks.items;
    for (size_t i = 0; i < boundaries->blocks.count; i++) {
        const ft_impact_block *block = &blocks[i];
        const uint32_t next = ft_impact_block_find(block, 0, id + 1);
        if (next > 0)
            range.start = block->base + block->low[next - 1];
        if (next == block->count)
            continue;
        range.end = block->base + block->low[next];
        break;
    }
    return range;
}

/* Binds an article and, through it, its division. */
static fatiao_status
bind_article(binder *b, uint32_t article, bool *is_division_bound,
             fatiao_error *error)
{
    const ft_recall_article *a = ft_array_at(&b->memory->articles, article);
    const uint32_t *statutes = b->memory->divisions.items;
    const ft_array *documents = &b->documents[statutes[a->division]];
    if ((size_t)a->place + 1 >= documents->count)
        return FATIAO_OK;
    const uint32_t *ids = documents->items;
    const uint32_t id = ids[a->place + 1];
    const fatiao_status status =
        add_place(&b->binding->articles, article, id, id + 1, error);
    if (status != FATIAO_OK || is_division_bound[a->division])
        return status;
    is_division_bound[a->division] = true;
    const ft_document_range range = range_around(&b->boundaries, id);
    return add_place(&b->binding->divisions, a->division, range.start,
                     range.end, error);
}

static fatiao_status
bind_articles(binder *b, fatiao_error *error)
{
    bool *is_division_bound = calloc(b->memory->divisions.count + 1, 1);
    if (is_division_bound == NULL)
        return ft_error_memory(error);
    fatiao_status status = FATIAO_OK;
    for (uint32_t i = 0; status == FATIAO_OK && i < b->memory->articles.count;
         i++)
        status = bind_article(b, i, is_division_bound, error);
    free(is_division_bound);
    return status;
}

static int
compare_places(const void *left, const void *right)
{
    const ft_bound_place *a = left;
    const ft_bound_place *b = right;
    return a->documents.start < b->documents.start
               ? -1
               : a->documents.start > b->documents.start;
}

static void
order_places(ft_array *places)
{
    if (places->count > 1)
        qsort(places->items, places->count, sizeof(ft_bound_place),
              compare_places);
}

static fatiao_status
read_boundaries(binder *b, const ft_impact_file *impacts, fatiao_error *error)
{
    ft_engine_stamp stamp;
    const fatiao_status status = ft_engine_read_stamp(b->engine, &stamp, error);
    if (status != FATIAO_OK)
        return status;
    return ft_impact_list_read(&b->boundaries, impacts, b->engine,
                               stamp.last_id, FT_TERM_KIND_DIVISION,
                               strlen(FT_TERM_KIND_DIVISION), error);
}

fatiao_status
ft_binding_make(ft_binding *binding, const ft_recall *memory,
                uint64_t model_hash, ft_engine *engine,
                const ft_impact_file *impacts, fatiao_error *error)
{
    ft_binding_finish(binding);
    *binding = (ft_binding){.articles.item_size = sizeof(ft_bound_place),
                            .divisions.item_size = sizeof(ft_bound_place),
                            .statutes.item_size = sizeof(ft_bound_place)};
    binder b = {.binding = binding,
                .memory = memory,
                .engine = engine,
                .boundaries = ft_impact_list_new()};
    b.documents = calloc(memory->statutes.count + 1, sizeof(*b.documents));
    fatiao_status status =
        b.documents == NULL ? ft_error_memory(error) : FATIAO_OK;
    if (status == FATIAO_OK)
        status = read_boundaries(&b, impacts, error);
    if (status == FATIAO_OK)
        status = bind_statutes(&b, error);
    if (status == FATIAO_OK)
        status = bind_articles(&b, error);
    order_places(&binding->articles);
    order_places(&binding->divisions);
    order_places(&binding->statutes);
    for (size_t i = 0; b.documents != NULL && i < memory->statutes.count; i++)
        ft_array_finish(&b.documents[i]);
    free(b.documents);
    ft_impact_list_finish(&b.boundaries);
    if (status == FATIAO_OK)
        binding->model_hash = model_hash;
    else
        ft_binding_finish(binding);
    return status;
}

void
ft_binding_finish(ft_binding *binding)
{
    ft_array_finish(&binding->articles);
    ft_array_finish(&binding->divisions);
    ft_array_finish(&binding->statutes);
    *binding = (ft_binding){0};
}

uint32_t
ft_bound_place_find(const ft_array *places, uint32_t document)
{
    const ft_bound_place *all = places->items;
    size_t low = 0;
    size_t high = places->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (all[middle].documents.end <= document)
            low = middle + 1;
        else
            high = middle;
    }
    return low < places->count && all[low].documents.start <= document
               ? all[low].place
               : UINT32_MAX;
}
