/* The writer: puts statutes into an index and takes them out. */
#include <fatiao/fatiao.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "engine/engine.h"
#include "index/entry.h"
#include "index/format.h"
#include "index/impact.h"
#include "index/record.h"
#include "index/spelling.h"
#include "text/utf8.h"

enum { ID_BYTES_MAX = 1024 };

/* What the whole index holds. */
typedef struct totals {
    uint64_t statutes;
    uint64_t articles;
    uint64_t clauses;
} totals;

struct fatiao_writer {
    ft_engine *engine;
    ft_entry_maker maker;
    totals totals;
    ft_strbuf path;
};

void
fatiao_digest_compute(const void *bytes, size_t byte_count, fatiao_digest *out)
{
    if (out == NULL)
        return;
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(
        &canonical, XXH3_128bits(bytes, bytes == NULL ? 0 : byte_count));
    memcpy(out->bytes, canonical.digest, sizeof(out->bytes));
}

/* ------------------------------------------------------ opening and closing */

static fatiao_status
read_total(fatiao_writer *writer, const char *key, uint64_t *out,
           fatiao_error *error)
{
    ft_strbuf text = {0};
    const fatiao_status status =
        ft_engine_metadata_get(writer->engine, key, &text, error);
    *out = strtoull(ft_strbuf_string(&text), NULL, 10);
    ft_strbuf_finish(&text);
    return status;
}

static fatiao_status
write_total(fatiao_writer *writer, const char *key, uint64_t total,
            fatiao_error *error)
{
    char text[32];
    const int length = snprintf(text, sizeof(text), "%" PRIu64, total);
    return ft_engine_metadata_put(writer->engine, key, text, (size_t)length,
                                  error);
}

static fatiao_status
open_engine(fatiao_writer *writer, const char *path, fatiao_error *error)
{
    fatiao_status status = ft_format_prepare(path, error);
    if (status != FATIAO_OK)
        return status;
    ft_strbuf postings = {0};
    ft_format_postings(&postings, path);
    status = ft_strbuf_failed(&postings)
                 ? ft_error_memory(error)
                 : ft_engine_open_write(postings.bytes, &writer->engine, error);
    ft_strbuf_finish(&postings);
    return status;
}

fatiao_status
fatiao_writer_open(const char *path, fatiao_writer **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (path == NULL || path[0] == '\0')
        return ft_error_argument(error, "path is NULL or empty");
    fatiao_writer *writer = calloc(1, sizeof(*writer));
    if (writer == NULL)
        return ft_error_memory(error);
    ft_strbuf_text(&writer->path, path);
    fatiao_status status = ft_entry_maker_init(&writer->maker, error);
    if (status == FATIAO_OK && ft_strbuf_failed(&writer->path))
        status = ft_error_memory(error);
    if (status == FATIAO_OK)
        status = open_engine(writer, path, error);
    if (status == FATIAO_OK)
        status = ft_format_check_words(path, writer->engine, error);
    if (status == FATIAO_OK)
        status =
            read_total(writer, "statutes", &writer->totals.statutes, error);
    if (status == FATIAO_OK)
        status =
            read_total(writer, "articles", &writer->totals.articles, error);
    if (status == FATIAO_OK)
        status = read_total(writer, "clauses", &writer->totals.clauses, error);
    if (status == FATIAO_OK)
        *out = writer;
    else
        fatiao_writer_close(writer);
    return status;
}

void
fatiao_writer_close(fatiao_writer *writer)
{
    if (writer == NULL)
        return;
    ft_engine_close(writer->engine);
    ft_entry_maker_finish(&writer->maker);
    ft_strbuf_finish(&writer->path);
    free(writer);
}

/* --------------------------------------------------------------- looking up */

static fatiao_status
check_id(const char *id, fatiao_error *error)
{
    if (id == NULL || id[0] == '\0')
        return ft_error_argument(error, "the id is NULL or empty");
    const size_t byte_count = strlen(id);
    if (byte_count > ID_BYTES_MAX)
        return ft_error_argument(error, "the id has more than 1,024 bytes");
    if (!ft_utf8_is_valid(id, byte_count, NULL))
        return ft_error_argument(error, "the id is not UTF-8");
    for (size_t i = 0; i < byte_count;) {
        const uint32_t code = ft_utf8_next(id, byte_count, &i);
        if (code == '#' || code < 0x20 || (code >= 0x7F && code < 0xA0))
            return ft_error_argument(error,
                                     "the id has a '#' or a control character");
    }
    return FATIAO_OK;
}

fatiao_status
fatiao_writer_digest(fatiao_writer *writer, const char *id, fatiao_digest *out,
                     fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = (fatiao_digest){{0}};
    if (writer == NULL)
        return ft_error_argument(error, "writer is NULL");
    fatiao_status status = check_id(id, error);
    if (status != FATIAO_OK)
        return status;
    ft_arena arena = {0};
    ft_statute_record record;
    status = ft_entry_find_statute(writer->engine, id, &arena, &record, error);
    if (status == FATIAO_OK)
        *out = record.digest;
    ft_arena_finish(&arena);
    return status;
}

/* ------------------------------------------------------------------ changes */

/* Takes a statute out, its counts too. FATIAO_ERR_NOT_FOUND: there is none. */
static fatiao_status
take_out(fatiao_writer *writer, const char *id, fatiao_error *error)
{
    char term[FT_STATUTE_TERM_BYTES + 1];
    ft_entry_statute_term(id, term);
    ft_arena arena = {0};
    ft_statute_record record;
    fatiao_status status =
        ft_entry_find_statute(writer->engine, id, &arena, &record, error);
    if (status == FATIAO_OK)
        status = ft_engine_remove(writer->engine, term, FT_STATUTE_TERM_BYTES,
                                  error);
    if (status == FATIAO_OK) {
        writer->totals.statutes--;
        writer->totals.articles -= record.article_count;
        writer->totals.clauses -= record.clause_count;
    }
    ft_arena_finish(&arena);
    return status;
}

static fatiao_status
add_document(fatiao_writer *writer, fatiao_status made, ft_document *document,
             fatiao_error *error)
{
    if (made != FATIAO_OK)
        return made;
    const fatiao_status status = ft_engine_add(writer->engine, document, error);
    ft_document_free(document);
    return status;
}

static fatiao_status
add_statute(fatiao_writer *writer, const ft_statute_record *record,
            const fatiao_statute *statute, const ft_array *articles,
            fatiao_error *error)
{
    ft_document *document;
    fatiao_status status =
        ft_entry_statute(&writer->maker, record, statute, &document, error);
    status = add_document(writer, status, document, error);
    const fatiao_node *division = NULL;
    for (size_t i = 0; i < articles->count && status == FATIAO_OK; i++) {
        const ft_placed_article *article = ft_array_at(articles, i);
        /* An annex or a preamble is a heading itself. */
        const bool is_heading = article->article->kind != FATIAO_NODE_ARTICLE;
        const fatiao_node *above =
            is_heading ? article->article : article->article->parent;
        const bool is_first = above != division;
        division = above;
        status = ft_entry_article(&writer->maker, record, article, is_first,
                                  &document, error);
        status = add_document(writer, status, document, error);
    }
    if (status != FATIAO_OK)
        return status;
    writer->totals.statutes++;
    writer->totals.articles += record->article_count;
    writer->totals.clauses += record->clause_count;
    return FATIAO_OK;
}

/* A failure takes all since the last commit with it, so that no half of a
 * statute stays. */
static fatiao_status
replace(fatiao_writer *writer, const ft_statute_record *record,
        const fatiao_statute *statute, fatiao_error *error)
{
    ft_array articles = {.item_size = sizeof(ft_placed_article)};
    fatiao_status status = ft_place_list(statute, &articles, error);
    if (status == FATIAO_OK)
        status = take_out(writer, record->id, error);
    if (status == FATIAO_ERR_NOT_FOUND) {
        ft_error_clear(error);
        status = FATIAO_OK;
    }
    if (status == FATIAO_OK)
        status = add_statute(writer, record, statute, &articles, error);
    if (status != FATIAO_OK)
        ft_engine_abandon(writer->engine, status);
    ft_array_finish(&articles);
    return status;
}

fatiao_status
fatiao_writer_put(fatiao_writer *writer, const char *id,
                  const fatiao_statute *statute, const char *source,
                  const fatiao_digest *digest, fatiao_error *error)
{
    ft_error_clear(error);
    if (writer == NULL || statute == NULL)
        return ft_error_argument(error, "writer or statute is NULL");
    const fatiao_status status = check_id(id, error);
    if (status != FATIAO_OK)
        return status;
    char date[16];
    ft_statute_record record;
    ft_entry_describe(statute, &record, date);
    record.id = id;
    record.source = source == NULL ? "" : source;
    if (digest != NULL)
        record.digest = *digest;
    return replace(writer, &record, statute, error);
}

fatiao_status
fatiao_writer_remove(fatiao_writer *writer, const char *id, fatiao_error *error)
{
    ft_error_clear(error);
    if (writer == NULL)
        return ft_error_argument(error, "writer is NULL");
    const fatiao_status status = check_id(id, error);
    return status == FATIAO_OK ? take_out(writer, id, error) : status;
}

fatiao_status
fatiao_writer_commit(fatiao_writer *writer, fatiao_error *error)
{
    ft_error_clear(error);
    if (writer == NULL)
        return ft_error_argument(error, "writer is NULL");
    char version[FT_ANALYZER_VERSION_BYTES];
    ft_analyzer_version(version);
    fatiao_status status = ft_engine_metadata_put(
        writer->engine, "analyzer", version, strlen(version), error);
    if (status == FATIAO_OK)
        status =
            write_total(writer, "statutes", writer->totals.statutes, error);
    if (status == FATIAO_OK)
        status =
            write_total(writer, "articles", writer->totals.articles, error);
    if (status == FATIAO_OK)
        status = write_total(writer, "clauses", writer->totals.clauses, error);
    if (status == FATIAO_OK)
        status = ft_engine_commit(writer->engine, error);
    return status;
}

fatiao_status
fatiao_writer_optimize(fatiao_writer *writer, fatiao_error *error)
{
    ft_error_clear(error);
    if (writer == NULL)
        return ft_error_argument(error, "writer is NULL");
    const char *path = writer->path.bytes;
    fatiao_status status = FATIAO_OK;
    if (ft_impact_file_is_old(path, writer->engine))
        status = ft_impact_file_write(path, writer->engine, error);
    if (status == FATIAO_OK && ft_spelling_is_old(path, writer->engine))
        status = ft_spelling_write(path, writer->engine, error);
    return status;
}
