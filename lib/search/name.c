/* Fitting names to titles. */
#include "search/name.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/schema.h"
#include "search/term_list.h"
#include "statute/title_key.h"
#include "text/utf8.h"

static ft_name_fit
fit_name(const char *name, const char *key, const char *stem)
{
    const char *short_name = ft_title_key_short(name);
    const char *short_key = ft_title_key_short(key);
    if (strcmp(name, key) == 0)
        return FT_FIT_WHOLE;
    if (strcmp(short_name, short_key) == 0)
        return FT_FIT_SHORT;
    if (strcmp(short_name, ft_title_key_short(stem)) == 0)
        return FT_FIT_STEM;
    if (ft_utf8_ends_with(key, strlen(key), name) ||
        ft_utf8_ends_with(stem, strlen(stem), name))
        return FT_FIT_END;
    return strstr(key, name) != NULL ? FT_FIT_PART : FT_FIT_NONE;
}

fatiao_status
ft_name_fit_title(const char *name, const char *title, ft_arena *arena,
                  ft_named_statute *out, fatiao_error *error)
{
    ft_strbuf key = {0};
    ft_strbuf stem = {0};
    fatiao_status status = ft_title_key_of(&key, title, false, error);
    if (status == FATIAO_OK)
        status = ft_title_key_of(&stem, title, true, error);
    out->key = ft_arena_text(arena, ft_strbuf_string(&key), key.byte_count);
    const bool failed =
        out->key == NULL || ft_strbuf_failed(&key) || ft_strbuf_failed(&stem);
    if (status == FATIAO_OK && failed)
        status = ft_error_memory(error);
    if (status == FATIAO_OK)
        out->fit = fit_name(name, out->key, ft_strbuf_string(&stem));
    ft_strbuf_finish(&key);
    ft_strbuf_finish(&stem);
    return status;
}

/* The documents of the statutes whose titles hold all pairs of the name. */
static fatiao_status
find_titles(fatiao_searcher *searcher, const char *name, ft_array *ids,
            fatiao_error *error)
{
    ft_array codes = {.item_size = sizeof(uint32_t)};
    ft_term_list terms = ft_term_list_new();
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < strlen(name);) {
        uint32_t *code = ft_array_push(&codes);
        if (code == NULL)
            status = ft_error_memory(error);
        else
            *code = ft_utf8_next(name, strlen(name), &i);
    }
    ft_term_list_add_run(&terms, codes.items, codes.count, FT_PREFIX_TITLE,
                         FT_PREFIX_TITLE);
    const ft_engine_filter filter = {.required = ft_term_list_items(&terms),
                                     .required_count = terms.terms.count};
    if (status == FATIAO_OK && ft_term_list_failed(&terms))
        status = ft_error_memory(error);
    if (status == FATIAO_OK && terms.terms.count > 0)
        status = ft_engine_find(searcher->engine, &filter, ids, error);
    ft_array_finish(&codes);
    ft_term_list_finish(&terms);
    return status;
}

/* By fit; the titles of one fit together, the newest first. */
static int
compare_named(const void *left, const void *right)
{
    const ft_named_statute *a = left;
    const ft_named_statute *b = right;
    if (a->fit != b->fit)
        return a->fit < b->fit ? -1 : 1;
    int order = strcmp(a->key, b->key);
    if (order == 0)
        order = strcmp(b->record.date, a->record.date);
    return order == 0 ? strcmp(a->record.id, b->record.id) : order;
}

fatiao_status
ft_name_statutes(fatiao_searcher *searcher, const char *title, ft_arena *arena,
                 ft_array *named, fatiao_error *error)
{
    ft_array ids = {.item_size = sizeof(uint32_t)};
    ft_strbuf name = {0};
    fatiao_status status = ft_title_key_of(&name, title, false, error);
    if (status == FATIAO_OK)
        status = find_titles(searcher, title, &ids, error);
    const uint32_t *all = ids.items;
    for (size_t i = 0; status == FATIAO_OK && i < ids.count; i++) {
        ft_named_statute found = {.document = all[i]};
        status = ft_entry_read_statute(searcher->engine, all[i], arena,
                                       &found.record, error);
        if (status == FATIAO_OK)
            status =
                ft_name_fit_title(ft_strbuf_string(&name), found.record.title,
                                  arena, &found, error);
        if (status != FATIAO_OK || found.fit == FT_FIT_NONE)
            continue;
        ft_named_statute *kept = ft_array_push(named);
        if (kept == NULL)
            status = ft_error_memory(error);
        else
            *kept = found;
    }
    if (named->count > 1)
        qsort(named->items, named->count, sizeof(ft_named_statute),
              compare_named);
    ft_strbuf_finish(&name);
    ft_array_finish(&ids);
    return status;
}

static int
compare_titles(const void *left, const void *right)
{
    const ft_named_statute *a = left;
    const ft_named_statute *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    const size_t a_length = strlen(ft_title_key_short(a->key));
    const size_t b_length = strlen(ft_title_key_short(b->key));
    if (a_length != b_length)
        return a_length < b_length ? -1 : 1;
    int order = strcmp(a->key, b->key);
    if (order == 0)
        order = strcmp(b->record.date, a->record.date);
    return order == 0 ? strcmp(a->record.id, b->record.id) : order;
}

void
ft_name_sort(ft_array *statutes)
{
    if (statutes->count > 1)
        qsort(statutes->items, statutes->count, sizeof(ft_named_statute),
              compare_titles);
}

/* A name as titles are looked for: folded, without 《》. */
static fatiao_status
fold_name(const char *name, ft_strbuf *out, fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    const fatiao_status status = ft_fold(name, strlen(name), &chars, error);
    const ft_char *all = chars.items;
    for (size_t i = 0; i < chars.count; i++)
        if (all[i].code != 0x300A && all[i].code != 0x300B)
            ft_strbuf_char(out, all[i].code);
    ft_array_finish(&chars);
    if (status == FATIAO_OK && ft_strbuf_failed(out))
        return ft_error_memory(error);
    return status;
}

/* Whether two fits are as close: the whole name, with or without what is around
 * it; the end of it; a part. */
static bool
is_as_close(ft_name_fit fit, ft_name_fit first)
{
    return fit == first || (fit <= FT_FIT_STEM && first <= FT_FIT_STEM);
}

fatiao_status
ft_name_closest(fatiao_searcher *searcher, const char *name, ft_arena *arena,
                ft_array *named, fatiao_error *error)
{
    ft_strbuf folded = {0};
    fatiao_status status = fold_name(name, &folded, error);
    if (status == FATIAO_OK)
        status = ft_name_statutes(searcher, ft_strbuf_string(&folded), arena,
                                  named, error);
    const ft_named_statute *all = named->items;
    size_t count = 0;
    while (count < named->count && is_as_close(all[count].fit, all[0].fit))
        count++;
    named->count = count;
    ft_strbuf_finish(&folded);
    return status;
}
