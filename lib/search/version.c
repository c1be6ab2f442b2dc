/* Comparing the dates of statutes of one title. */
#include "search/version.h"

#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/schema.h"
#include "search/term_list.h"

/* Gathers the titles that several statutes share. */
static fatiao_status
gather_shared(void *context, const char *term, size_t byte_count,
              uint32_t documents, fatiao_error *error)
{
    (void)error;
    if (documents > 1)
        ft_term_list_add(context, term[0], term + 1, byte_count - 1);
    return FATIAO_OK;
}

/* Adds those of the documents that are older than another of them. */
static fatiao_status
add_older(fatiao_searcher *searcher, const ft_array *documents, ft_bitset *out,
          fatiao_error *error)
{
    ft_arena arena = {0};
    ft_array dates = {.item_size = sizeof(const char *)};
    const uint32_t *all = documents->items;
    const char *newest = "";
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < documents->count; i++) {
        ft_statute_record record;
        const char **date = ft_array_push(&dates);
        if (date == NULL)
            status = ft_error_memory(error);
        else
            status = ft_entry_read_statute(searcher->engine, all[i], &arena,
                                           &record, error);
        if (status != FATIAO_OK)
            break;
        *date = record.date;
        if (strcmp(*date, newest) > 0)
            newest = *date;
    }
    for (size_t i = 0; status == FATIAO_OK && i < documents->count; i++) {
        const char *date = *(const char **)ft_array_at(&dates, i);
        if (date[0] != '\0' && strcmp(date, newest) < 0)
            ft_bitset_add(out, all[i]);
    }
    ft_array_finish(&dates);
    ft_arena_finish(&arena);
    return status;
}

fatiao_status
ft_version_add_old(fatiao_searcher *searcher, ft_bitset *out,
                   fatiao_error *error)
{
    const char prefix[2] = {FT_PREFIX_VERSION, '\0'};
    ft_term_list titles = ft_term_list_new();
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status = ft_engine_list_terms(searcher->engine, prefix,
                                                gather_shared, &titles, error);
    if (status == FATIAO_OK && ft_term_list_failed(&titles))
        status = ft_error_memory(error);
    const ft_engine_term *all = ft_term_list_items(&titles);
    for (size_t i = 0; status == FATIAO_OK && i < titles.terms.count; i++) {
        ft_array_clear(&documents);
        status = ft_engine_postings(searcher->engine, all[i].bytes,
                                    all[i].byte_count, &documents, error);
        if (status == FATIAO_OK)
            status = add_older(searcher, &documents, out, error);
    }
    ft_array_finish(&documents);
    ft_term_list_finish(&titles);
    return status;
}
