/* The list of an index's statutes. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "search/searcher.h"

struct fatiao_catalog {
    ft_arena arena;
    ft_array infos; /* of fatiao_statute_info, ordered by id */
};

static fatiao_catalog *
catalog_new(void)
{
    fatiao_catalog *catalog = calloc(1, sizeof(*catalog));
    if (catalog != NULL)
        catalog->infos.item_size = sizeof(fatiao_statute_info);
    return catalog;
}

void
fatiao_catalog_free(fatiao_catalog *catalog)
{
    if (catalog == NULL)
        return;
    ft_array_finish(&catalog->infos);
    ft_arena_finish(&catalog->arena);
    free(catalog);
}

static fatiao_status
add_info(fatiao_searcher *searcher, uint32_t document, fatiao_catalog *catalog,
         fatiao_error *error)
{
    ft_statute_record record;
    const fatiao_status status = ft_entry_read_statute(
        searcher->engine, document, &catalog->arena, &record, error);
    if (status != FATIAO_OK)
        return status;
    fatiao_statute_info *info = ft_array_push(&catalog->infos);
    if (info == NULL)
        return ft_error_memory(error);
    info->id = record.id;
    info->title = record.title;
    info->source = record.source;
    info->date = record.date;
    info->is_draft = record.is_draft;
    info->article_count = record.article_count;
    info->clause_count = record.clause_count;
    return FATIAO_OK;
}

static int
compare_ids(const void *left, const void *right)
{
    const fatiao_statute_info *a = left;
    const fatiao_statute_info *b = right;
    return strcmp(a->id, b->id);
}

/* `context` is a fatiao_catalog **. */
static fatiao_status
read_catalog(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    fatiao_catalog **out = context;
    fatiao_catalog_free(*out);
    *out = catalog_new();
    if (*out == NULL)
        return ft_error_memory(error);
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status =
        ft_entry_list_statutes(searcher->engine, &documents, error);
    const uint32_t *all = documents.items;
    for (size_t i = 0; status == FATIAO_OK && i < documents.count; i++)
        status = add_info(searcher, all[i], *out, error);
    ft_array_finish(&documents);
    if (status == FATIAO_OK && (*out)->infos.count > 1)
        qsort((*out)->infos.items, (*out)->infos.count,
              sizeof(fatiao_statute_info), compare_ids);
    return status;
}

fatiao_status
fatiao_searcher_list(fatiao_searcher *searcher, fatiao_catalog **out,
                     fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL)
        return ft_error_argument(error, "searcher is NULL");
    fatiao_catalog *catalog = NULL;
    const fatiao_status status =
        ft_searcher_read(searcher, read_catalog, &catalog, error);
    if (status == FATIAO_OK)
        *out = catalog;
    else
        fatiao_catalog_free(catalog);
    return status;
}

size_t
fatiao_catalog_count(const fatiao_catalog *catalog)
{
    return catalog == NULL ? 0 : catalog->infos.count;
}

const fatiao_statute_info *
fatiao_catalog_at(const fatiao_catalog *catalog, size_t index)
{
    if (index >= fatiao_catalog_count(catalog))
        return NULL;
    return ft_array_at(&catalog->infos, index);
}
