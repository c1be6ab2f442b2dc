/* From fields to sets of articles. */
#include "search/extent.h"

#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/schema.h"
#include "search/name.h"
#include "search/version.h"
#include "statute/docket.h"
#include "text/fold.h"
#include "text/numeral.h"

/* ------------------------------------------------------------------- terms */

/* Adds the documents of a term. */
static fatiao_status
add_term(const ft_extents *extents, const char *term, size_t byte_count,
         ft_bitset *out, fatiao_error *error)
{
    ft_impact_list list = ft_impact_list_new();
    const fatiao_status status = ft_impact_list_read(
        &list, &extents->searcher->impacts, extents->searcher->engine,
        extents->last_id, term, byte_count, error);
    const ft_impact_block *blocks = list.blocks.items;
    for (size_t i = 0; status == FATIAO_OK && i < list.blocks.count; i++)
        for (uint32_t k = 0; k < blocks[i].count; k++)
            ft_bitset_add(out, blocks[i].base + blocks[i].low[k]);
    ft_impact_list_finish(&list);
    return status;
}

static fatiao_status
add_name(const ft_extents *extents, const char *term, ft_bitset *out,
         fatiao_error *error)
{
    return add_term(extents, term, strlen(term), out, error);
}

fatiao_status
ft_extents_add_any(const ft_extents *extents, ft_term_list *terms,
                   ft_bitset *out, fatiao_error *error)
{
    if (ft_term_list_failed(terms))
        return ft_error_memory(error);
    const ft_engine_term *all = ft_term_list_items(terms);
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < terms->terms.count; i++)
        status = add_term(extents, all[i].bytes, all[i].byte_count, out, error);
    return status;
}

fatiao_status
ft_extents_add_all(const ft_extents *extents, ft_term_list *terms,
                   ft_bitset *out, fatiao_error *error)
{
    if (ft_term_list_failed(terms))
        return ft_error_memory(error);
    const ft_engine_term *all = ft_term_list_items(terms);
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < terms->terms.count; i++) {
        ft_bitset one = {0};
        if (i > 0 && !ft_bitset_init(&one, extents->last_id))
            return ft_error_memory(error);
        status = add_term(extents, all[i].bytes, all[i].byte_count,
                          i == 0 ? out : &one, error);
        if (i > 0)
            ft_bitset_keep(out, &one);
        ft_bitset_finish(&one);
    }
    return status;
}

/* ------------------------------------------------------------------ extents */

/* Adds all articles that are there: those of the file of impacts but for what
 * was removed since, and later ones. */
static fatiao_status
add_articles(ft_extents *extents, fatiao_error *error)
{
    const ft_impact_file *file = &extents->searcher->impacts;
    const uint32_t known =
        file->last_id < extents->last_id ? file->last_id : extents->last_id;
    ft_bitset_add_range(&extents->articles, 1, known + 1);
    const uint32_t *removed = file->removed.items;
    for (size_t i = 0; i < file->removed.count; i++)
        ft_bitset_remove(&extents->articles, removed[i]);
    ft_array later = {.item_size = sizeof(ft_engine_posting)};
    fatiao_status status = FATIAO_OK;
    if (extents->last_id > known)
        status = ft_engine_read_postings(extents->searcher->engine, "", 0,
                                         known + 1, &later, error);
    const ft_engine_posting *all = later.items;
    for (size_t i = 0; i < later.count; i++)
        ft_bitset_add(&extents->articles, all[i].id);
    ft_array_finish(&later);
    ft_bitset_drop(&extents->articles, &extents->statutes);
    return status;
}

fatiao_status
ft_extents_init(ft_extents *extents, fatiao_searcher *searcher,
                uint32_t last_id, fatiao_error *error)
{
    *extents = (ft_extents){.searcher = searcher, .last_id = last_id};
    fatiao_status status = FATIAO_OK;
    if (!ft_bitset_init(&extents->articles, last_id) ||
        !ft_bitset_init(&extents->statutes, last_id) ||
        !ft_bitset_init(&extents->divisions, last_id))
        status = ft_error_memory(error);
    if (status == FATIAO_OK)
        status =
            add_name(extents, FT_TERM_KIND_STATUTE, &extents->statutes, error);
    if (status == FATIAO_OK)
        status = add_name(extents, FT_TERM_KIND_DIVISION, &extents->divisions,
                          error);
    if (status == FATIAO_OK) {
        ft_bitset_join(&extents->divisions, &extents->statutes);
        status = add_articles(extents, error);
    }
    if (status != FATIAO_OK)
        ft_extents_finish(extents);
    return status;
}

void
ft_extents_finish(ft_extents *extents)
{
    ft_bitset_finish(&extents->articles);
    ft_bitset_finish(&extents->statutes);
    ft_bitset_finish(&extents->divisions);
}

/* Adds what goes from each of `starts` up to the next boundary. */
static void
spread(const ft_bitset *starts, const ft_bitset *boundaries, ft_bitset *out)
{
    for (uint32_t start = ft_bitset_next(starts, 1); start != UINT32_MAX;) {
        const uint32_t end = ft_bitset_next(boundaries, start + 1);
        ft_bitset_add_range(out, start, end);
        start = end == UINT32_MAX ? end : ft_bitset_next(starts, end);
    }
}

/* --------------------------------------------------------------------- laws */

fatiao_status
ft_extents_add_statute(const ft_extents *extents, const char *id,
                       ft_bitset *out, fatiao_error *error)
{
    ft_array ids = {.item_size = sizeof(uint32_t)};
    const fatiao_status status =
        ft_entry_list_documents(extents->searcher->engine, id, &ids, error);
    const uint32_t *all = ids.items;
    for (size_t i = 0; status == FATIAO_OK && i < ids.count; i++)
        ft_bitset_add(out, all[i]);
    ft_array_finish(&ids);
    return status;
}

fatiao_status
ft_extents_add_law(const ft_extents *extents, const char *name, ft_bitset *out,
                   fatiao_error *error)
{
    fatiao_status status = ft_extents_add_statute(extents, name, out, error);
    if (status != FATIAO_OK || ft_bitset_next(out, 1) != UINT32_MAX)
        return status;
    ft_arena arena = {0};
    ft_array named = {.item_size = sizeof(ft_named_statute)};
    ft_bitset starts = {0};
    status = ft_name_closest(extents->searcher, name, &arena, &named, error);
    if (status == FATIAO_OK && !ft_bitset_init(&starts, extents->last_id))
        status = ft_error_memory(error);
    const ft_named_statute *all = named.items;
    for (size_t i = 0; status == FATIAO_OK && i < named.count; i++)
        ft_bitset_add(&starts, all[i].document);
    if (status == FATIAO_OK) {
        spread(&starts, &extents->statutes, out);
        if (named.count == 0)
            status = ft_error_set(error, FATIAO_ERR_NOT_FOUND,
                                  "%s: not in the index", name);
    }
    ft_bitset_finish(&starts);
    ft_array_finish(&named);
    ft_arena_finish(&arena);
    return status;
}

/* -------------------------------------------------------------------- terms */

/* Whether a term of a field, without its prefix, is meant. */
typedef bool is_meant(const ft_field *field, const char *key, const char *bytes,
                      size_t byte_count);

/* The terms of a field that are meant, being gathered. */
typedef struct gathering {
    const ft_field *field;
    const char *key;
    is_meant *is_meant;
    ft_term_list terms;
} gathering;

static fatiao_status
gather_term(void *context, const char *term, size_t byte_count,
            uint32_t documents, fatiao_error *error)
{
    gathering *g = context;
    (void)documents;
    (void)error;
    if (g->is_meant(g->field, g->key, term + 1, byte_count - 1))
        ft_term_list_add(&g->terms, term[0], term + 1, byte_count - 1);
    return FATIAO_OK;
}

/* Adds the documents of all terms with a prefix that are meant. */
static fatiao_status
add_meant(const ft_extents *extents, char prefix, gathering *g, ft_bitset *out,
          fatiao_error *error)
{
    const char begin[2] = {prefix, '\0'};
    g->terms = ft_term_list_new();
    fatiao_status status = ft_engine_list_terms(extents->searcher->engine,
                                                begin, gather_term, g, error);
    if (status == FATIAO_OK)
        status = ft_extents_add_any(extents, &g->terms, out, error);
    ft_term_list_finish(&g->terms);
    return status;
}

/* Reads digits; moves behind them. */
static uint64_t
read_digits(const char **at, const char *end)
{
    uint64_t number = 0;
    for (; *at < end && **at >= '0' && **at <= '9'; ++*at)
        number = number * 10 + (uint64_t)(**at - '0');
    *at += *at < end;
    return number;
}

static bool
is_date_meant(const ft_field *field, const char *key, const char *bytes,
              size_t byte_count)
{
    (void)key;
    const char *end = bytes + byte_count;
    const uint64_t year = read_digits(&bytes, end);
    const uint64_t month = read_digits(&bytes, end);
    const uint64_t day = read_digits(&bytes, end);
    const uint64_t least = year * 10000 + month * 100 + day;
    const uint64_t most =
        year * 10000 + (month > 0 ? month : 99) * 100 + (day > 0 ? day : 99);
    return most >= field->from && least <= field->to;
}

static bool
is_article_meant(const ft_field *field, const char *key, const char *bytes,
                 size_t byte_count)
{
    (void)key;
    const char *end = bytes + byte_count;
    const uint64_t number = read_digits(&bytes, end);
    const uint64_t place = number << 16 | read_digits(&bytes, end);
    return place >= field->from && place <= field->to;
}

static bool
is_number_meant(const ft_field *field, const char *key, const char *bytes,
                size_t byte_count)
{
    (void)field;
    return ft_docket_fits(bytes, byte_count, key);
}

static fatiao_status
add_numbers(const ft_extents *extents, const ft_field *field, ft_bitset *out,
            fatiao_error *error)
{
    ft_strbuf key = {0};
    fatiao_status status =
        ft_docket_write_key(field->text, strlen(field->text), &key, error);
    gathering g = {.field = field,
                   .key = ft_strbuf_string(&key),
                   .is_meant = is_number_meant};
    if (status == FATIAO_OK)
        status = add_meant(extents, FT_PREFIX_DOCKET, &g, out, error);
    ft_strbuf_finish(&key);
    return status;
}

/* ----------------------------------------------------------------- divisions
 */

/* Whether the headings of a division hold the words just so. */
static fatiao_status
has_heading(const ft_extents *extents, uint32_t document,
            const ft_expression *node, bool *out, fatiao_error *error)
{
    ft_arena arena = {0};
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_article_record record;
    fatiao_status status = ft_entry_read_article(
        extents->searcher->engine, document, &arena, &record, error);
    if (status == FATIAO_OK)
        status = ft_fold(record.heading, strlen(record.heading), &chars, error);
    const ft_char *all = chars.items;
    *out = false;
    for (size_t i = 0; !*out && i + node->char_count <= chars.count; i++) {
        size_t same = 0;
        while (same < node->char_count &&
               all[i + same].code == node->codes[same])
            same++;
        *out = same == node->char_count;
    }
    ft_array_finish(&chars);
    ft_arena_finish(&arena);
    return status;
}

/* Adds where headings begin that hold these words. */
static fatiao_status
add_headings(const ft_extents *extents, const ft_expression *node,
             ft_bitset *out, fatiao_error *error)
{
    ft_term_list terms = ft_term_list_new();
    ft_term_list_add_run(&terms, node->codes, node->char_count,
                         FT_PREFIX_HEADING, FT_PREFIX_HEADING);
    fatiao_status status = ft_extents_add_all(extents, &terms, out, error);
    const bool is_sure = terms.terms.count == 1;
    ft_term_list_finish(&terms);
    ft_bitset_keep(out, &extents->articles);
    for (uint32_t id = ft_bitset_next(out, 1);
         status == FATIAO_OK && !is_sure && id != UINT32_MAX;
         id = ft_bitset_next(out, id + 1)) {
        bool has;
        status = has_heading(extents, id, node, &has, error);
        if (status == FATIAO_OK && !has)
            ft_bitset_remove(out, id);
    }
    return status;
}

static fatiao_status
add_chapters(const ft_extents *extents, const ft_expression *node,
             ft_bitset *out, fatiao_error *error)
{
    if (node->field.from == 0)
        return add_headings(extents, node, out, error);
    ft_strbuf term = {0};
    ft_strbuf_format(&term, "%c%u", FT_PREFIX_CHAPTER,
                     (unsigned)node->field.from);
    const fatiao_status status =
        ft_strbuf_failed(&term)
            ? ft_error_memory(error)
            : add_name(extents, ft_strbuf_string(&term), out, error);
    ft_strbuf_finish(&term);
    return status;
}

/* ------------------------------------------------------------------- fields */

/* Adds where the statutes of a status begin. */
static fatiao_status
add_status(const ft_extents *extents, ft_field_status which, ft_bitset *out,
           fatiao_error *error)
{
    switch (which) {
    case FT_STATUS_DRAFT:
        return add_name(extents, FT_TERM_KIND_DRAFT, out, error);
    case FT_STATUS_REPEALED:
        return add_name(extents, FT_TERM_KIND_REPEALED, out, error);
    case FT_STATUS_SUPERSEDED:
        return ft_version_add_old(extents->searcher, out, error);
    case FT_STATUS_CURRENT:
    default: {
        ft_bitset others = {0};
        if (!ft_bitset_init(&others, extents->last_id))
            return ft_error_memory(error);
        fatiao_status status =
            add_status(extents, FT_STATUS_DRAFT, &others, error);
        if (status == FATIAO_OK)
            status = add_status(extents, FT_STATUS_REPEALED, &others, error);
        if (status == FATIAO_OK)
            status = add_status(extents, FT_STATUS_SUPERSEDED, &others, error);
        ft_bitset_join(out, &extents->statutes);
        ft_bitset_drop(out, &others);
        ft_bitset_finish(&others);
        return status;
    }
    }
}

/* Adds the documents that have the field themselves. */
static fatiao_status
add_starts(const ft_extents *extents, const ft_expression *node,
           ft_bitset *starts, fatiao_error *error)
{
    const ft_field *field = &node->field;
    gathering dates = {.field = field, .is_meant = is_date_meant};
    gathering articles = {.field = field, .is_meant = is_article_meant};
    switch (field->kind) {
    case FT_FIELD_CHAPTER:
        return add_chapters(extents, node, starts, error);
    case FT_FIELD_ARTICLE:
        return add_meant(extents, FT_PREFIX_ARTICLE, &articles, starts, error);
    case FT_FIELD_DATE:
        return add_meant(extents, FT_PREFIX_DATE, &dates, starts, error);
    case FT_FIELD_NUMBER:
        return add_numbers(extents, field, starts, error);
    case FT_FIELD_STATUS:
        return add_status(extents, (ft_field_status)field->from, starts, error);
    case FT_FIELD_LAW:
    default:
        return FATIAO_OK;
    }
}

fatiao_status
ft_extents_add_field(const ft_extents *extents, const ft_expression *field,
                     ft_bitset *out, fatiao_error *error)
{
    if (field->field.kind == FT_FIELD_LAW) {
        const fatiao_status status =
            ft_extents_add_law(extents, field->field.text, out, error);
        if (status != FATIAO_ERR_NOT_FOUND)
            return status;
        ft_error_clear(error);
        return FATIAO_OK;
    }
    ft_bitset starts = {0};
    if (!ft_bitset_init(&starts, extents->last_id))
        return ft_error_memory(error);
    const fatiao_status status = add_starts(extents, field, &starts, error);
    if (field->field.kind == FT_FIELD_ARTICLE)
        ft_bitset_join(out, &starts);
    else
        spread(&starts,
               field->field.kind == FT_FIELD_CHAPTER ? &extents->divisions
                                                     : &extents->statutes,
               out);
    ft_bitset_finish(&starts);
    return status;
}
