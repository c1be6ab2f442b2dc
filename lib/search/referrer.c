/* From a clause to what it refers to, and back: from a clause to those that
 * refer to it. The way back begins at the terms of links (link_term.h), which
 * say where to look; each article found so is read and its links resolved. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "search/citing.h"
#include "search/links.h"
#include "search/manuscript.h"
#include "statute/citation.h"

/* One walk over texts with links, and what it holds on the way. */
typedef struct walk {
    fatiao_searcher *searcher;
    fatiao_links *out;
    ft_linker linker;
    ft_link_reader reader;
    ft_arena arena;
    ft_array links; /* of ft_link: those of one text */
    ft_linked linked;
    /* On the way back: what must be referred to. */
    const ft_statute_record *wanted;  /* NULL: anything */
    const fatiao_node *wanted_node;   /* NULL: the whole statute */
    const fatiao_statute *wanted_law; /* whose node it is */
    size_t wanted_start;              /* the orders of the node and of all */
    size_t wanted_end;                /* below it in this: [start, end) */
} walk;

static walk
walk_new(fatiao_searcher *searcher)
{
    walk w = {.searcher = searcher,
              .reader = ft_link_reader_new(),
              .links.item_size = sizeof(ft_link),
              .linked = ft_linked_new()};
    return w;
}

static void
walk_finish(walk *w)
{
    ft_linker_finish(&w->linker);
    ft_link_reader_finish(&w->reader);
    ft_array_finish(&w->links);
    ft_linked_finish(&w->linked);
    ft_arena_finish(&w->arena);
}

/* ----------------------------------------------------------------- what fits
 */

/* How many nodes come before a node in the order of its statute. */
static size_t
order_of(const fatiao_statute *statute, const fatiao_node *wanted)
{
    size_t order = 0;
    for (const fatiao_node *node = statute->root;
         node != NULL && node != wanted; node = fatiao_node_following(node))
        order++;
    return order;
}

/* Whether a goal takes in what is wanted, or is part of it. */
static bool
is_wanted(const walk *w, const ft_goal *goal)
{
    if (strcmp(goal->record->id, w->wanted->id) != 0)
        return false;
    if (w->wanted_node == NULL)
        return true;
    if (goal->first == NULL || goal->first->kind < FATIAO_NODE_ARTICLE)
        return false;
    const fatiao_node *last = goal->last == NULL ? goal->first : goal->last;
    return order_of(w->wanted_law, goal->first) < w->wanted_end &&
           order_of(w->wanted_law, ft_node_after(last)) > w->wanted_start;
}

/* Whether the link that was resolved last is one to hand out. */
static bool
fits(const walk *w)
{
    const ft_goal *goals = w->linked.goals.items;
    if (w->wanted == NULL)
        return true;
    for (size_t i = 0; i < w->linked.goals.count; i++)
        if (is_wanted(w, &goals[i]))
            return true;
    return false;
}

/* --------------------------------------------------------------------- links
 */

/* The nearest node around that an id names. */
static const fatiao_node *
clause_of(const fatiao_node *node)
{
    while (node != NULL && !ft_node_is_article(node) &&
           !ft_node_is_clause(node) && node->kind != FATIAO_NODE_SUBITEM)
        node = node->parent;
    return node;
}

/* A clause as it is told beside each of its links. */
typedef struct origin {
    const char *id;
    const char *citation;
    const char *title;
} origin;

/* Adds the steps of a place that are below its article. */
static void
add_below(ft_place *out, const ft_place *place)
{
    for (size_t i = 0; i < place->count; i++)
        if (place->steps[i].kind >= FATIAO_NODE_PARAGRAPH &&
            place->steps[i].kind <= FATIAO_NODE_SUBITEM)
            ft_place_add(out, place->steps[i].kind, place->steps[i].number,
                         place->steps[i].suffix, place->steps[i].occurrence);
}

/* Tells the clause that a link stands in. `within` is the place of the article,
 * where its tree is by itself; else NULL. */
static fatiao_status
describe_origin(walk *w, const ft_link_site *site, const ft_place *within,
                origin *out, fatiao_error *error)
{
    ft_arena *arena = &w->out->arena;
    const ft_statute_record *record = site->record;
    const fatiao_node *clause = clause_of(site->node);
    ft_place place = {.count = 0};
    if (clause != NULL)
        ft_place_of(clause, &place);
    if (within != NULL) {
        ft_place whole = *within;
        add_below(&whole, &place);
        place = whole;
    }
    ft_strbuf id = {0};
    ft_strbuf citation = {0};
    ft_strbuf_text(&id, record->id);
    if (place.count > 0)
        ft_strbuf_text(&id, "#");
    ft_fragment_write(&id, &place);
    ft_citation_write(&citation, record->title, &place,
                      ft_node_article(clause));
    out->id = ft_arena_text(arena, ft_strbuf_string(&id), id.byte_count);
    out->citation =
        ft_arena_text(arena, ft_strbuf_string(&citation), citation.byte_count);
    out->title = ft_arena_text(arena, record->title, strlen(record->title));
    const bool has_failed = ft_strbuf_failed(&id) ||
                            ft_strbuf_failed(&citation) || out->id == NULL ||
                            out->citation == NULL || out->title == NULL;
    ft_strbuf_finish(&id);
    ft_strbuf_finish(&citation);
    return has_failed ? ft_error_memory(error) : FATIAO_OK;
}

/* Adds the link that was resolved last. */
static fatiao_status
push_link(walk *w, const ft_link *link, const ft_link_site *site,
          const origin *from, ft_manuscript_place *place, fatiao_error *error)
{
    fatiao_link *added = ft_array_push(&w->out->links);
    if (added == NULL)
        return ft_error_memory(error);
    const fatiao_status status = ft_links_describe(
        &w->linked, link, site->node->text, &w->out->arena, added, error);
    ft_manuscript_go_to(place, site->node->text, w->linked.byte_start);
    added->char_start = place->char_index;
    added->id = from->id;
    added->citation = from->citation;
    added->title = from->title;
    return status;
}

/* Resolves the links of a node's own text and adds those that fit. */
static fatiao_status
walk_text(walk *w, const ft_link_site *site, const ft_place *within,
          fatiao_error *error)
{
    const fatiao_node *node = site->node;
    ft_array_clear(&w->links);
    fatiao_status status =
        ft_link_read(&w->reader, node->text, node->text_byte_count, &w->arena,
                     &w->links, error);
    origin from = {NULL, NULL, NULL};
    ft_manuscript_place place = ft_manuscript_begin();
    ft_link *all = w->links.items;
    w->linker.named = NULL;
    for (size_t i = 0; status == FATIAO_OK && i < w->links.count; i++) {
        all[i].is_quoted |= node->kind == FATIAO_NODE_QUOTE;
        status =
            ft_linker_resolve(&w->linker, site, &all[i], &w->linked, error);
        if (status != FATIAO_OK || !fits(w))
            continue;
        if (from.id == NULL)
            status = describe_origin(w, site, within, &from, error);
        if (status == FATIAO_OK)
            status = push_link(w, &all[i], site, &from, &place, error);
    }
    return status;
}

/* Whether a node's text is of the law, and no table or signature. */
static bool
has_text(const fatiao_node *node)
{
    return ft_node_is_clause(node) || node->kind == FATIAO_NODE_SUBITEM ||
           node->kind == FATIAO_NODE_QUOTE;
}

/* Walks all that is below a node. */
static fatiao_status
walk_below(walk *w, ft_link_site *site, const fatiao_node *top,
           const ft_place *within, fatiao_error *error)
{
    const fatiao_node *end = ft_node_after(top);
    fatiao_status status = FATIAO_OK;
    for (const fatiao_node *node = top; status == FATIAO_OK && node != end;
         node = fatiao_node_following(node)) {
        site->node = node;
        if (has_text(node))
            status = walk_text(w, site, within, error);
    }
    return status;
}

/* ------------------------------------------------------------------- forward
 */

/* What an id names. */
typedef struct asked {
    const char *id;
    fatiao_links *links;
    ft_statute_record record;
    const ft_volume *volume;
    const fatiao_node *node; /* NULL: the whole statute */
} asked;

static fatiao_status
take_asked(walk *w, asked *a, fatiao_error *error)
{
    const char *hash = strrchr(a->id, '#');
    const size_t length = hash == NULL ? strlen(a->id) : (size_t)(hash - a->id);
    const char *id = ft_arena_text(&w->arena, a->id, length);
    if (id == NULL)
        return ft_error_memory(error);
    fatiao_status status = ft_entry_find_statute(w->searcher->engine, id,
                                                 &w->arena, &a->record, error);
    if (status == FATIAO_OK && !ft_edition_date(&a->record, &w->arena))
        status = ft_error_memory(error);
    if (status == FATIAO_OK)
        status = ft_shelf_take(&w->linker.shelf, w->searcher, a->record.id,
                               &a->volume, error);
    if (status != FATIAO_OK || hash == NULL)
        return status;
    a->node = fatiao_statute_find(a->volume->statute, hash + 1);
    return a->node != NULL ? FATIAO_OK
                           : ft_error_set(error, FATIAO_ERR_NOT_FOUND,
                                          "%s has no such place", a->id);
}

/* Walks a statute, or a part of it, that was taken down whole. */
static fatiao_status
walk_own(walk *w, const ft_statute_record *record,
         const fatiao_statute *statute, const fatiao_node *top,
         fatiao_error *error)
{
    ft_array aliases = {.item_size = sizeof(ft_alias)};
    ft_link_site site = {
        .record = record, .statute = statute, .aliases = &aliases};
    fatiao_status status = ft_alias_find_all(statute->root, &w->reader,
                                             &w->arena, &aliases, error);
    if (status == FATIAO_OK)
        status = walk_below(w, &site, top, NULL, error);
    ft_array_finish(&aliases);
    return status;
}

/* Starts a walk anew, as a reading must. */
static fatiao_status
walk_begin(walk *w, fatiao_searcher *searcher, asked *a, fatiao_error *error)
{
    *w = walk_new(searcher);
    fatiao_links_free(a->links);
    a->links = w->out = ft_links_new();
    a->node = NULL;
    a->volume = NULL;
    w->linker = ft_linker_new(searcher, &w->arena);
    return w->out == NULL ? ft_error_memory(error) : take_asked(w, a, error);
}

/* `context` is an asked. */
static fatiao_status
read_links(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    asked *a = context;
    walk w;
    fatiao_status status = walk_begin(&w, searcher, a, error);
    if (status == FATIAO_OK) {
        const fatiao_statute *statute = a->volume->statute;
        status = walk_own(&w, &a->record, statute,
                          a->node == NULL ? statute->root : a->node, error);
    }
    walk_finish(&w);
    return status;
}

/* ---------------------------------------------------------------------- back
 */

/* An article that may refer to what is wanted, read by itself. */
typedef struct candidate {
    ft_arena arena;
    ft_article_record article;
    ft_statute_record record;
} candidate;

static fatiao_status
read_candidate(walk *w, uint32_t document, candidate *out, fatiao_error *error)
{
    fatiao_status status = ft_entry_read_article(
        w->searcher->engine, document, &out->arena, &out->article, error);
    if (status == FATIAO_OK)
        status =
            ft_entry_find_statute(w->searcher->engine, out->article.statute_id,
                                  &out->arena, &out->record, error);
    if (status == FATIAO_OK && !ft_edition_date(&out->record, &out->arena))
        status = ft_error_memory(error);
    return status;
}

/* Where an article calls the law by an alias, the whole statute tells. */
static fatiao_status
walk_aliased(walk *w, const candidate *c, fatiao_error *error)
{
    const char *id =
        ft_arena_text(&w->arena, c->record.id, strlen(c->record.id));
    const ft_volume *volume = NULL;
    fatiao_status status =
        id == NULL
            ? ft_error_memory(error)
            : ft_shelf_take(&w->linker.shelf, w->searcher, id, &volume, error);
    if (status != FATIAO_OK || volume == NULL)
        return status;
    const fatiao_node *top =
        fatiao_statute_find(volume->statute, c->article.fragment);
    return top == NULL ? FATIAO_OK
                       : walk_own(w, &c->record, volume->statute, top, error);
}

static fatiao_status
walk_candidate(walk *w, uint32_t document, fatiao_error *error)
{
    candidate c = {.arena = {0}};
    ft_array aliases = {.item_size = sizeof(ft_alias)};
    const size_t before = w->out->links.count;
    ft_place within;
    fatiao_status status = read_candidate(w, document, &c, error);
    if (status != FATIAO_OK || strcmp(c.record.id, w->wanted->id) == 0)
        goto done;
    if (!ft_fragment_read(c.article.fragment, &within)) {
        status =
            ft_error_set(error, FATIAO_ERR_CORRUPT, "an article has no place");
        goto done;
    }
    ft_link_site site = {.record = &c.record, .aliases = &aliases};
    status = walk_below(w, &site, c.article.article, &within, error);
    if (status == FATIAO_OK && w->out->links.count == before)
        status = walk_aliased(w, &c, error);
done:
    ft_array_finish(&aliases);
    ft_arena_finish(&c.arena);
    return status;
}

/* `context` is an asked. */
static fatiao_status
read_backlinks(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    asked *a = context;
    walk w;
    ft_array ids = {.item_size = sizeof(uint32_t)};
    fatiao_status status = walk_begin(&w, searcher, a, error);
    if (status != FATIAO_OK)
        goto done;
    const fatiao_statute *statute = a->volume->statute;
    w.wanted = &a->record;
    w.wanted_node = a->node;
    w.wanted_law = statute;
    w.wanted_start = order_of(statute, a->node);
    w.wanted_end = order_of(statute, ft_node_after(a->node));
    if (a->node != NULL)
        status = walk_own(&w, &a->record, statute, statute->root, error);
    if (status == FATIAO_OK)
        status =
            ft_citing_find(searcher, a->record.title, a->node, &ids, error);
    const uint32_t *all = ids.items;
    for (size_t i = 0; status == FATIAO_OK && i < ids.count; i++)
        status = walk_candidate(&w, all[i], error);
done:
    ft_array_finish(&ids);
    walk_finish(&w);
    return status;
}

static fatiao_status
ask(fatiao_searcher *searcher, const char *id, ft_reading *reading,
    fatiao_links **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL || id == NULL)
        return ft_error_argument(error, "searcher or id is NULL");
    asked a = {.id = id};
    const fatiao_status status = ft_searcher_read(searcher, reading, &a, error);
    if (status == FATIAO_OK)
        *out = a.links;
    else
        fatiao_links_free(a.links);
    return status;
}

fatiao_status
fatiao_searcher_links(fatiao_searcher *searcher, const char *id,
                      fatiao_links **out, fatiao_error *error)
{
    return ask(searcher, id, read_links, out, error);
}

fatiao_status
fatiao_searcher_backlinks(fatiao_searcher *searcher, const char *id,
                          fatiao_links **out, fatiao_error *error)
{
    return ask(searcher, id, read_backlinks, out, error);
}
