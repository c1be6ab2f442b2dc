/* From a citation to the places it can mean.
 *
 * The statutes that the name fits are asked in the order of name.h. One title
 * may stand for several versions, the newest that has the place is meant, and
 * for several files, as the 编 of the 民法典 are. A name that is a title, or a
 * title's usual short form, means no other law. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "search/name.h"
#include "statute/citation.h"
#include "text/fold.h"
#include "text/utf8.h"

/* A name that fits more titles than this must be given more fully. */
enum { TITLES_MAX = 64 };

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
        ft_entry_find_statute(searcher->engine, id, arena, &record, error);
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
        ft_entry_list_statutes(searcher->engine, &documents, error);
    const uint32_t *all = documents.items;
    if (status == FATIAO_OK && documents.count != 1)
        status =
            ft_error_set(error, FATIAO_ERR_SYNTAX,
                         "name the law: the index holds %zu", documents.count);
    if (status == FATIAO_OK)
        status =
            ft_entry_read_statute(searcher->engine, all[0], arena, out, error);
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
            ? ft_entry_find_statute(searcher->engine, r->statute_id, arena,
                                    &record, error)
            : only_statute(searcher, arena, &record, error);
    if (status != FATIAO_OK)
        return status;
    return add_if_there(searcher, &record, place, r->out, error);
}

/* The statutes from `from` on that share title and fit; returns where the next
 * title begins. Adds the place in the newest version that has it, in several
 * if they are of one day. */
static fatiao_status
resolve_title(fatiao_searcher *searcher, const ft_array *named, size_t *from,
              const ft_place *place, fatiao_references *out,
              fatiao_error *error)
{
    const ft_named_statute *all = named->items;
    const ft_named_statute *first = &all[*from];
    const size_t before = out->references.count;
    const char *date = first->record.date;
    for (; *from < named->count; ++*from) {
        const ft_named_statute *here = &all[*from];
        if (here->fit != first->fit || strcmp(here->key, first->key) != 0)
            break;
        const bool is_older = strcmp(here->record.date, date) != 0;
        if (is_older && out->references.count > before)
            continue;
        date = here->record.date;
        const fatiao_status status =
            add_if_there(searcher, &here->record, place, out, error);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

/* Whether the titles of the next fit are asked too: those of a close one, where
 * nothing was found so far. */
static bool
goes_on(const ft_named_statute *last, const ft_named_statute *next,
        const fatiao_references *out)
{
    return last->fit == next->fit ||
           (next->fit <= FT_FIT_STEM && out->references.count == 0);
}

static fatiao_status
resolve_named(fatiao_searcher *searcher, resolving *r,
              const ft_citation *citation, ft_arena *arena, fatiao_error *error)
{
    ft_array named = {.item_size = sizeof(ft_named_statute)};
    const char *title = ft_strbuf_string(&citation->title);
    fatiao_status status =
        ft_name_statutes(searcher, title, arena, &named, error);
    const ft_named_statute *all = named.items;
    size_t titles = 0;
    for (size_t i = 0; status == FATIAO_OK && i < named.count;) {
        if (i > 0 && !goes_on(&all[i - 1], &all[i], r->out))
            break;
        if (++titles > TITLES_MAX)
            status = ft_error_set(error, FATIAO_ERR_SYNTAX,
                                  "%zu laws have %s in their titles: give "
                                  "more of the name",
                                  named.count, title);
        else
            status = resolve_title(searcher, &named, &i, &citation->place,
                                   r->out, error);
    }
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
