/* Finding statutes by title. */
#include "search/edition.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/link_term.h"
#include "index/schema.h"
#include "statute/title_key.h"

bool
ft_edition_date(ft_statute_record *record, ft_arena *arena)
{
    static const char form[] = "(0000-00-00)";
    const size_t width = sizeof(form) - 1;
    const size_t length = strlen(record->id);
    if (record->date[0] != '\0' || length < width)
        return true;
    const char *end = record->id + length - width;
    for (size_t i = 0; i < width; i++)
        if (form[i] == '0' ? end[i] < '0' || end[i] > '9' : end[i] != form[i])
            return true;
    record->date = ft_arena_text(arena, end + 1, width - 2);
    return record->date != NULL;
}

/* Fills in how a statute's title fits. */
static fatiao_status
fit_title(const char *key, ft_arena *arena, ft_edition *edition,
          fatiao_error *error)
{
    ft_strbuf own = {0};
    fatiao_status status =
        ft_title_key_of(&own, edition->record.title, false, error);
    const char *name = ft_title_key_short(ft_strbuf_string(&own));
    edition->key = ft_arena_text(arena, name, strlen(name));
    edition->is_whole = strcmp(name, ft_title_key_short(key)) == 0;
    if (status == FATIAO_OK && (edition->key == NULL || ft_strbuf_failed(&own)))
        status = ft_error_memory(error);
    ft_strbuf_finish(&own);
    return status;
}

static int
compare_editions(const void *left, const void *right)
{
    const ft_edition *a = left;
    const ft_edition *b = right;
    const int order = strcmp(b->record.date, a->record.date);
    return order != 0 ? order : strcmp(a->record.id, b->record.id);
}

/* Keeps those that are whole titles, or no drafts, if any are. */
static void
keep_best(ft_array *editions)
{
    ft_edition *all = editions->items;
    bool has_whole = false;
    bool has_law = false;
    for (size_t i = 0; i < editions->count; i++)
        has_whole |= all[i].is_whole;
    for (size_t i = 0; i < editions->count; i++)
        has_law |= all[i].is_whole == has_whole && !all[i].record.is_draft;
    size_t kept = 0;
    for (size_t i = 0; i < editions->count; i++)
        if (all[i].is_whole == has_whole && all[i].record.is_draft != has_law)
            all[kept++] = all[i];
    editions->count = kept;
}

fatiao_status
ft_edition_find(fatiao_searcher *searcher, const char *key, ft_arena *arena,
                ft_array *editions, fatiao_error *error)
{
    ft_strbuf term = {0};
    ft_array ids = {.item_size = sizeof(uint32_t)};
    ft_link_term_write(&term, FT_PREFIX_NAME, key);
    fatiao_status status =
        ft_strbuf_failed(&term)
            ? ft_error_memory(error)
            : ft_engine_postings(searcher->engine, term.bytes, term.byte_count,
                                 &ids, error);
    const uint32_t *all = ids.items;
    for (size_t i = 0; status == FATIAO_OK && i < ids.count; i++) {
        ft_edition *edition = ft_array_push(editions);
        if (edition == NULL)
            status = ft_error_memory(error);
        else
            status = ft_entry_read_statute(searcher->engine, all[i], arena,
                                           &edition->record, error);
        if (status == FATIAO_OK && !ft_edition_date(&edition->record, arena))
            status = ft_error_memory(error);
        if (status == FATIAO_OK)
            status = fit_title(key, arena, edition, error);
    }
    if (status == FATIAO_OK && editions->count > 1) {
        keep_best(editions);
        qsort(editions->items, editions->count, sizeof(ft_edition),
              compare_editions);
    }
    ft_array_finish(&ids);
    ft_strbuf_finish(&term);
    return status;
}

bool
ft_edition_differ(const ft_array *editions)
{
    const ft_edition *all = editions->items;
    for (size_t i = 1; i < editions->count; i++)
        if (strcmp(all[i].key, all[0].key) != 0)
            return true;
    return false;
}

void
ft_edition_numbering(const fatiao_statute *statute, char date[16])
{
    static const char *const names[] = {"通过", "公布", "发布", "修订", "修正"};
    date[0] = '\0';
    for (size_t i = 0; i < fatiao_statute_event_count(statute); i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        bool is_wording = false;
        for (size_t j = 0; j < sizeof(names) / sizeof(names[0]); j++)
            is_wording |= strcmp(event->name, names[j]) == 0;
        if (!is_wording || event->year == 0 ||
            strstr(event->text, "修正案") != NULL ||
            strstr(event->text, "修改部分法律") != NULL)
            continue;
        char day[16];
        snprintf(day, sizeof(day), "%04u-%02u-%02u", event->year % 10000u,
                 event->month % 100u, event->day % 100u);
        if (strcmp(day, date) > 0)
            memcpy(date, day, sizeof(day));
    }
}
