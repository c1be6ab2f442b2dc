/* Opening an index for reading and staying on its newest state. */
#include "search/searcher.h"

#include <stdlib.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/format.h"

/* How often a reading starts over before it gives up. */
enum { READINGS_MAX = 8 };

fatiao_status
fatiao_searcher_open(const char *path, fatiao_searcher **out,
                     fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (path == NULL)
        return ft_error_argument(error, "path is NULL");
    ft_strbuf postings = {0};
    fatiao_searcher *searcher = NULL;
    fatiao_status status = ft_format_check(path, error);
    if (status != FATIAO_OK)
        goto done;
    ft_format_postings(&postings, path);
    searcher = calloc(1, sizeof(*searcher));
    if (searcher == NULL || ft_strbuf_failed(&postings)) {
        status = ft_error_memory(error);
        goto done;
    }
    searcher->scores.item_size = sizeof(float);
    searcher->ranking = &ft_ranking_default;
    ft_strbuf_text(&searcher->path, path);
    status = ft_strbuf_failed(&searcher->path)
                 ? ft_error_memory(error)
                 : ft_engine_open_read(ft_strbuf_string(&postings),
                                       &searcher->engine, error);
    if (status == FATIAO_OK)
        status = ft_format_check_words(path, searcher->engine, error);
    if (status == FATIAO_OK)
        ft_impact_file_open(&searcher->impacts, path, searcher->engine);
done:
    ft_strbuf_finish(&postings);
    if (status == FATIAO_OK)
        *out = searcher;
    else
        fatiao_searcher_close(searcher);
    return status;
}

void
fatiao_searcher_close(fatiao_searcher *searcher)
{
    if (searcher == NULL)
        return;
    ft_impact_file_close(&searcher->impacts);
    ft_engine_close(searcher->engine);
    ft_spelling_close(&searcher->spelling);
    ft_analyzer_free(searcher->analyzer);
    ft_array_finish(&searcher->scores);
    ft_strbuf_finish(&searcher->path);
    free(searcher);
}

const ft_spelling *
ft_searcher_spelling(fatiao_searcher *searcher)
{
    if (!searcher->has_looked)
        ft_spelling_open(&searcher->spelling, searcher->path.bytes,
                         searcher->engine);
    searcher->has_looked = true;
    return searcher->spelling.codes == NULL ? NULL : &searcher->spelling;
}

fatiao_status
ft_searcher_check_spelling(fatiao_searcher *searcher, bool *is_sound,
                           fatiao_error *error)
{
    *is_sound = searcher->is_sound;
    if (*is_sound)
        return FATIAO_OK;
    const fatiao_status status =
        ft_spelling_check(&searcher->spelling, is_sound, error);
    searcher->is_sound = status == FATIAO_OK && *is_sound;
    if (!searcher->is_sound)
        ft_spelling_close(&searcher->spelling);
    if (status != FATIAO_OK)
        searcher->has_looked = false;
    return status;
}

fatiao_status
ft_searcher_analyzer(fatiao_searcher *searcher, ft_analyzer **out,
                     fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    if (searcher->analyzer == NULL)
        status = ft_analyzer_new_with(ft_cutting_usual() == FT_CUTTING_LEXICON
                                          ? FT_CUTTING_PLAIN
                                          : FT_CUTTING_ICU,
                                      &searcher->analyzer, error);
    *out = searcher->analyzer;
    return status;
}

/* The index has changed: its spelling, too, is another. */
static void
forget_spelling(fatiao_searcher *searcher)
{
    ft_spelling_close(&searcher->spelling);
    searcher->has_looked = false;
    searcher->is_sound = false;
}

fatiao_status
ft_searcher_read(fatiao_searcher *searcher, ft_reading *reading, void *context,
                 fatiao_error *error)
{
    fatiao_status status = reading(searcher, context, error);
    for (int i = 1; i < READINGS_MAX && status == FATIAO_ERR_CHANGED; i++) {
        ft_error_clear(error);
        forget_spelling(searcher);
        status = ft_engine_reopen(searcher->engine, error);
        ft_impact_file_close(&searcher->impacts);
        if (status == FATIAO_OK) {
            ft_impact_file_open(&searcher->impacts, searcher->path.bytes,
                                searcher->engine);
            status = reading(searcher, context, error);
        }
    }
    return status;
}

/* ------------------------------------------------------- a statute, whole */

/* The records of a statute: its own and, in their order, its articles'. */
static fatiao_status
read_records(fatiao_searcher *searcher, const char *id, ft_strbuf *own,
             ft_array *articles, fatiao_error *error)
{
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status =
        ft_entry_list_documents(searcher->engine, id, &documents, error);
    const uint32_t *all = documents.items;
    for (size_t i = 0; status == FATIAO_OK && i < documents.count; i++) {
        ft_strbuf *record = i == 0 ? own : ft_array_push(articles);
        if (record == NULL)
            status = ft_error_memory(error);
        else
            status = ft_engine_data(searcher->engine, all[i], record, error);
    }
    ft_array_finish(&documents);
    return status;
}

fatiao_status
ft_searcher_statute(fatiao_searcher *searcher, const char *id,
                    fatiao_statute **out, fatiao_error *error)
{
    *out = NULL;
    ft_arena arena = {0};
    ft_statute_record record;
    ft_strbuf own = {0};
    ft_array articles = {.item_size = sizeof(ft_strbuf)};
    fatiao_status status =
        ft_entry_find_statute(searcher->engine, id, &arena, &record, error);
    if (status == FATIAO_OK)
        status = read_records(searcher, id, &own, &articles, error);
    if (status == FATIAO_OK)
        status = ft_record_restore(ft_strbuf_string(&own), own.byte_count,
                                   &articles, out, error);
    for (size_t i = 0; i < articles.count; i++)
        ft_strbuf_finish(ft_array_at(&articles, i));
    ft_array_finish(&articles);
    ft_strbuf_finish(&own);
    ft_arena_finish(&arena);
    return status;
}

typedef struct statute_reading {
    const char *id;
    fatiao_statute *statute;
} statute_reading;

/* `context` is a statute_reading. */
static fatiao_status
read_statute(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    statute_reading *reading = context;
    return ft_searcher_statute(searcher, reading->id, &reading->statute, error);
}

fatiao_status
fatiao_searcher_statute(fatiao_searcher *searcher, const char *id,
                        fatiao_statute **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL || id == NULL)
        return ft_error_argument(error, "searcher or id is NULL");
    statute_reading reading = {id, NULL};
    const fatiao_status status =
        ft_searcher_read(searcher, read_statute, &reading, error);
    *out = reading.statute;
    return status;
}
