/* From a citation to the places it can mean.
 *
 * A law is named in many ways. A name fits a title in one of five ways, the
 * first that any title fits counts:
 *
 *     whole     中华人民共和国刑法              中华人民共和国刑法
 *     short     刑法                            中华人民共和国刑法
 *     stem      青岛市中小企业发展促进条例      …（征求意见稿）
 *     end       促进法                          中华人民共和国中小企业促进法
 *     part      民法典                          中华人民共和国民法典合同编
 *
 * Titles are compared folded and without punctuation. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/schema.h"
#include "search/searcher.h"
#include "search/term_list.h"
#include "statute/citation.h"
#include "text/fold.h"
#include "text/utf8.h"

/* A name that fits more titles than this must be given more fully. */
enum { CANDIDATES_MAX = 64 };

struct fatiao_references {
    ft_arena arena;
    ft_array references; /* of fatiao_reference */
};

static fatiao_references *
references_new(void)
{
    fatiao_references *references = calloc(1, sizeof(*references));
    if (references != NULL)
        references->references.item_size = sizeof(fatiao_reference);
    return references;
}

void
fatiao_references_free(fatiao_references *references)
{
    if (references == NULL)
        return;
    ft_array_finish(&references->references);
    ft_arena_finish(&references->arena);
    free(references);
}

size_t
fatiao_references_count(const fatiao_references *references)
{
    return references == NULL ? 0 : references->references.count;
}

const fatiao_reference *
fatiao_references_at(const fatiao_references *references, size_t index)
{
    if (index >= fatiao_references_count(references))
        return NULL;
    return ft_array_at(&references->references, index);
}

/* One resolving, and what it holds on the way. */
typedef struct resolving {
    const char *text;
    const char *statute_id;
    fatiao_references *out;
} resolving;

/* ------------------------------------------------------------------ titles */

typedef enum name_fit {
    FIT_WHOLE,
    FIT_SHORT,
    FIT_STEM,
    FIT_END,
    FIT_PART,
    FIT_NONE
} name_fit;

/* A statute whose title fits. */
typedef struct named_statute {
    ft_statute_record record;
    const char *key;
    name_fit fit;
} named_statute;

static const char country[] = "中华人民共和国";

/* Appends a title folded and without punctuation. With `is_stem`, what stands
 * in round brackets is left out too. */
static fatiao_status
write_key(ft_strbuf *out, const char *title, bool is_stem, fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    const fatiao_status status = ft_fold(title, strlen(title), &chars, error);
    const ft_char *all = chars.items;
    size_t depth = 0;
    for (size_t i = 0; i < chars.count; i++) {
        depth += is_stem && all[i].code == '(';
        if (depth == 0 && ft_char_is_pairing(all[i].code))
            ft_strbuf_char(out, all[i].code);
        depth -= depth > 0 && all[i].code == ')';
    }
    ft_array_finish(&chars);
    return status;
}

static const char *
without_country(const char *key)
{
    const size_t length = sizeof(country) - 1;
    const bool begins = strncmp(key, country, length) == 0;
    return begins && key[length] != '\0' ? key + length : key;
}

static bool
ends_with(const char *text, const char *end)
{
    const size_t text_length = strlen(text);
    const size_t end_length = strlen(end);
    return text_length >= end_length &&
           strcmp(text + text_length - end_length, end) == 0;
}

static name_fit
fit_name(const char *name, const char *key, const char *stem)
{
    if (strcmp(name, key) == 0)
        return FIT_WHOLE;
    if (strcmp(without_country(name), without_country(key)) == 0)
        return FIT_SHORT;
    if (strcmp(without_country(name), without_country(stem)) == 0)
        return FIT_STEM;
    if (ends_with(key, name) || ends_with(stem, name))
        return FIT_END;
    return strstr(key, name) != NULL ? FIT_PART : FIT_NONE;
}

static fatiao_status
fit_title(const char *name, const char *title, ft_arena *arena,
          named_statute *out, fatiao_error *error)
{
    ft_strbuf key = {0};
    ft_strbuf stem = {0};
    fatiao_status status = write_key(&key, title, false, error);
    if (status == FATIAO_OK)
        status = write_key(&stem, title, true, error);
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
find_titles(fatiao_searcher *searcher, const char *name, ft_array *matches,
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
    const ft_engine_request request = {.required = ft_term_list_items(&terms),
                                       .required_count = terms.terms.count,
                                       .limit = SIZE_MAX};
    if (status == FATIAO_OK && ft_term_list_failed(&terms))
        status = ft_error_memory(error);
    if (status == FATIAO_OK && terms.terms.count > 0)
        status = ft_engine_search(searcher->engine, &request, matches, error);
    ft_array_finish(&codes);
    ft_term_list_finish(&terms);
    return status;
}

/* By fit; the titles of one fit together, the newest first. */
static int
compare_named(const void *left, const void *right)
{
    const named_statute *a = left;
    const named_statute *b = right;
    if (a->fit != b->fit)
        return a->fit < b->fit ? -1 : 1;
    int order = strcmp(a->key, b->key);
    if (order == 0)
        order = strcmp(b->record.date, a->record.date);
    return order == 0 ? strcmp(a->record.id, b->record.id) : order;
}

/* Keeps the statutes of the best fit, of each title the newest. */
static void
keep_best(ft_array *named)
{
    if (named->count == 0)
        return;
    named_statute *all = named->items;
    qsort(all, named->count, sizeof(*all), compare_named);
    size_t kept = 1;
    for (size_t i = 1; i < named->count; i++)
        if (all[i].fit == all[0].fit &&
            strcmp(all[i].key, all[kept - 1].key) != 0)
            all[kept++] = all[i];
    named->count = kept;
}

/* Pushes the statutes (named_statute) that `title` names. */
static fatiao_status
name_statutes(fatiao_searcher *searcher, const char *title, ft_arena *arena,
              ft_array *named, fatiao_error *error)
{
    ft_array matches = {.item_size = sizeof(ft_engine_match)};
    ft_strbuf name = {0};
    fatiao_status status = write_key(&name, title, false, error);
    if (status == FATIAO_OK)
        status = find_titles(searcher, title, &matches, error);
    const ft_engine_match *all = matches.items;
    for (size_t i = 0; status == FATIAO_OK && i < matches.count; i++) {
        named_statute found;
        status = ft_searcher_record(searcher, all[i].id, arena, &found.record,
                                    error);
        if (status == FATIAO_OK)
            status = fit_title(ft_strbuf_string(&name), found.record.title,
                               arena, &found, error);
        if (status != FATIAO_OK || found.fit == FIT_NONE)
            continue;
        named_statute *kept = ft_array_push(named);
        if (kept == NULL)
            status = ft_error_memory(error);
        else
            *kept = found;
    }
    keep_best(named);
    ft_strbuf_finish(&name);
    ft_array_finish(&matches);
    return status;
}

/* ------------------------------------------------------------------ places */

static fatiao_status
add_reference(fatiao_references *out, const ft_statute_record *record,
              const ft_place *place, fatiao_error *error)
{
    ft_arena *arena = &out->arena;
    ft_strbuf fragment = {0};
    ft_strbuf id = {0};
    ft_fragment_write(&fragment, place);
    ft_strbuf_text(&id, record->id);
    if (fragment.byte_count > 0)
        ft_strbuf_format(&id, "#%s", ft_strbuf_string(&fragment));
    fatiao_reference *reference = ft_array_push(&out->references);
    bool failed = reference == NULL || ft_strbuf_failed(&fragment) ||
                  ft_strbuf_failed(&id);
    if (!failed) {
        reference->id =
            ft_arena_text(arena, ft_strbuf_string(&id), id.byte_count);
        reference->statute_id =
            ft_arena_text(arena, record->id, strlen(record->id));
        reference->fragment = ft_arena_text(arena, ft_strbuf_string(&fragment),
                                            fragment.byte_count);
        reference->title =
            ft_arena_text(arena, record->title, strlen(record->title));
        reference->date =
            ft_arena_text(arena, record->date, strlen(record->date));
        reference->source =
            ft_arena_text(arena, record->source, strlen(record->source));
        failed = reference->id == NULL || reference->statute_id == NULL ||
                 reference->fragment == NULL || reference->title == NULL ||
                 reference->date == NULL || reference->source == NULL;
    }
    ft_strbuf_finish(&fragment);
    ft_strbuf_finish(&id);
    return failed ? ft_error_memory(error) : FATIAO_OK;
}

/* Adds the place in this statute if it is there. */
static fatiao_status
add_if_there(fatiao_searcher *searcher, const ft_statute_record *record,
             const ft_place *place, fatiao_references *out, fatiao_error *error)
{
    if (place->count == 0)
        return add_reference(out, record, place, error);
    fatiao_statute *statute = NULL;
    fatiao_status status =
        ft_searcher_statute(searcher, record->id, &statute, error);
    if (status != FATIAO_OK)
        return status;
    const fatiao_node *node = ft_place_find(statute->root, place);
    if (node != NULL) {
        ft_place exact;
        ft_place_of(node, &exact);
        status = add_reference(out, record, &exact, error);
    }
    fatiao_statute_free(statute);
    return status;
}

/* "statute#fragment". Adds nothing if it names none. */
static fatiao_status
resolve_id(fatiao_searcher *searcher, resolving *r, ft_arena *arena,
           fatiao_error *error)
{
    const char *hash = strrchr(r->text, '#');
    const size_t id_length =
        hash == NULL ? strlen(r->text) : (size_t)(hash - r->text);
    ft_place place = {.count = 0};
    if (id_length == 0 || (hash != NULL && !ft_fragment_read(hash + 1, &place)))
        return FATIAO_OK;
    const char *id = ft_arena_text(arena, r->text, id_length);
    if (id == NULL)
        return ft_error_memory(error);
    ft_statute_record record;
    const fatiao_status status =
        ft_searcher_find(searcher, id, arena, &record, error);
    if (status == FATIAO_ERR_NOT_FOUND) {
        ft_error_clear(error);
        return FATIAO_OK;
    }
    if (status != FATIAO_OK)
        return status;
    return add_if_there(searcher, &record, &place, r->out, error);
}

/* The only statute of an index, where the citation names none. */
static fatiao_status
only_statute(fatiao_searcher *searcher, ft_arena *arena, ft_statute_record *out,
             fatiao_error *error)
{
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status =
        ft_engine_postings(searcher->engine, FT_TERM_KIND_STATUTE,
                           strlen(FT_TERM_KIND_STATUTE), &documents, error);
    const uint32_t *all = documents.items;
    if (status == FATIAO_OK && documents.count != 1)
        status =
            ft_error_set(error, FATIAO_ERR_SYNTAX,
                         "name the law: the index holds %zu", documents.count);
    if (status == FATIAO_OK)
        status = ft_searcher_record(searcher, all[0], arena, out, error);
    ft_array_finish(&documents);
    return status;
}

static fatiao_status
resolve_unnamed(fatiao_searcher *searcher, resolving *r, const ft_place *place,
                ft_arena *arena, fatiao_error *error)
{
    ft_statute_record record;
    const fatiao_status status =
        r->statute_id != NULL
            ? ft_searcher_find(searcher, r->statute_id, arena, &record, error)
            : only_statute(searcher, arena, &record, error);
    if (status != FATIAO_OK)
        return status;
    return add_if_there(searcher, &record, place, r->out, error);
}

static fatiao_status
resolve_named(fatiao_searcher *searcher, resolving *r,
              const ft_citation *citation, ft_arena *arena, fatiao_error *error)
{
    ft_array named = {.item_size = sizeof(named_statute)};
    const char *title = ft_strbuf_string(&citation->title);
    fatiao_status status = name_statutes(searcher, title, arena, &named, error);
    if (status == FATIAO_OK && named.count > CANDIDATES_MAX)
        status = ft_error_set(error, FATIAO_ERR_SYNTAX,
                              "%zu laws are called so: give more of the name",
                              named.count);
    const named_statute *all = named.items;
    for (size_t i = 0; status == FATIAO_OK && i < named.count; i++)
        status = add_if_there(searcher, &all[i].record, &citation->place,
                              r->out, error);
    ft_array_finish(&named);
    return status;
}

/* `context` is a resolving. */
static fatiao_status
resolve(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    resolving *r = context;
    fatiao_references_free(r->out);
    r->out = references_new();
    if (r->out == NULL)
        return ft_error_memory(error);
    ft_arena arena = {0};
    ft_citation citation = {0};
    fatiao_status status = resolve_id(searcher, r, &arena, error);
    if (status != FATIAO_OK || r->out->references.count > 0)
        goto done;
    status = ft_citation_read(r->text, &citation, error);
    if (status != FATIAO_OK)
        goto done;
    if (citation.title.byte_count == 0)
        status = resolve_unnamed(searcher, r, &citation.place, &arena, error);
    else
        status = resolve_named(searcher, r, &citation, &arena, error);
done:
    ft_citation_finish(&citation);
    ft_arena_finish(&arena);
    return status;
}

fatiao_status
fatiao_searcher_resolve(fatiao_searcher *searcher, const char *citation,
                        const char *statute_id, fatiao_references **out,
                        fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL || citation == NULL)
        return ft_error_argument(error, "searcher or citation is NULL");
    resolving r = {citation, statute_id, NULL};
    const fatiao_status status = ft_searcher_read(searcher, resolve, &r, error);
    if (status == FATIAO_OK)
        *out = r.out;
    else
        fatiao_references_free(r.out);
    return status;
}
