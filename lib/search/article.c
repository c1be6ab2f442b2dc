/* Reading the articles of a statute until the one that is meant is found. */
#include "search/article.h"

#include <string.h>

#include "base/error.h"
#include "index/entry.h"

/* One finding: whose article, and at which place of it. */
typedef struct finding {
    ft_engine *engine;
    ft_statute_record statute;
    ft_place place;
    uint32_t document;
} finding;

static fatiao_status
no_article(const char *id, fatiao_error *error)
{
    return ft_error_set(error, FATIAO_ERR_NOT_FOUND, "no article has the id %s",
                        id);
}

/* Takes an id apart: the statute, and the place in it. */
static fatiao_status
read_id(finding *f, const char *id, ft_arena *arena, fatiao_error *error)
{
    const char *hash = strrchr(id, '#');
    if (hash == NULL || !ft_fragment_read(hash + 1, &f->place) ||
        f->place.count == 0)
        return no_article(id, error);
    const char *statute_id = ft_arena_text(arena, id, (size_t)(hash - id));
    if (statute_id == NULL)
        return ft_error_memory(error);
    return ft_entry_find_statute(f->engine, statute_id, arena, &f->statute,
                                 error);
}

static bool
is_inside(const ft_place *place, const ft_place *outer)
{
    if (place->count < outer->count)
        return false;
    for (size_t i = 0; i < outer->count; i++) {
        const ft_step *a = &place->steps[i];
        const ft_step *b = &outer->steps[i];
        if (a->kind != b->kind || a->number != b->number ||
            a->suffix != b->suffix || a->occurrence != b->occurrence)
            return false;
    }
    return true;
}

/* How many steps the place of a document has if the place that was named is in
 * it; 0 if it is not. */
static fatiao_status
match_document(finding *f, uint32_t document, size_t *steps,
               fatiao_error *error)
{
    ft_arena arena = {0};
    ft_article_record record;
    ft_place place;
    *steps = 0;
    const fatiao_status status =
        ft_entry_read_article(f->engine, document, &arena, &record, error);
    if (status == FATIAO_OK && ft_fragment_read(record.fragment, &place) &&
        is_inside(&f->place, &place))
        *steps = place.count;
    ft_arena_finish(&arena);
    return status;
}

/* The innermost article around the place that was named: an annex may have
 * articles of its own. */
static fatiao_status
find_document(finding *f, const char *id, fatiao_error *error)
{
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status =
        ft_entry_list_documents(f->engine, f->statute.id, &documents, error);
    const uint32_t *all = documents.items;
    size_t most = 0;
    /* The first document is the statute itself. */
    for (size_t i = 1; status == FATIAO_OK && i < documents.count; i++) {
        size_t steps;
        status = match_document(f, all[i], &steps, error);
        if (steps > most) {
            most = steps;
            f->document = all[i];
        }
    }
    ft_array_finish(&documents);
    if (status == FATIAO_OK && most == 0)
        status = no_article(id, error);
    return status;
}

fatiao_status
ft_article_find(fatiao_searcher *searcher, const char *id, ft_arena *arena,
                ft_statute_record *statute, uint32_t *document,
                fatiao_error *error)
{
    finding f = {.engine = searcher->engine};
    fatiao_status status = read_id(&f, id, arena, error);
    if (status == FATIAO_OK)
        status = find_document(&f, id, error);
    *statute = f.statute;
    *document = f.document;
    return status;
}
