/* Making links into plain values. */
#include "search/links.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "statute/citation.h"
#include "text/utf8.h"

fatiao_links *
ft_links_new(void)
{
    fatiao_links *links = calloc(1, sizeof(*links));
    if (links != NULL)
        links->links.item_size = sizeof(fatiao_link);
    return links;
}

void
fatiao_links_free(fatiao_links *links)
{
    if (links == NULL)
        return;
    ft_array_finish(&links->links);
    ft_arena_finish(&links->arena);
    free(links);
}

size_t
fatiao_links_count(const fatiao_links *links)
{
    return links == NULL ? 0 : links->links.count;
}

const fatiao_link *
fatiao_links_at(const fatiao_links *links, size_t index)
{
    if (index >= fatiao_links_count(links))
        return NULL;
    return ft_array_at(&links->links, index);
}

/* ------------------------------------------------------------------ targets */

static bool
is_division(const fatiao_node *node)
{
    return node->kind >= FATIAO_NODE_PART && node->kind <= FATIAO_NODE_SECTION;
}

/* The first article of a node that is none, or the last. */
static const fatiao_node *
article_in(const fatiao_node *top, bool is_last)
{
    const fatiao_node *found = NULL;
    const fatiao_node *end = ft_node_after(top);
    for (const fatiao_node *node = top;
         node != NULL && node != end && (is_last || found == NULL);
         node = fatiao_node_following(node))
        if (ft_node_is_article(node))
            found = node;
    return found;
}

/* The place of a node; of a chapter, its own numbers from the outside in. */
static void
place_of(const fatiao_node *node, ft_place *out)
{
    if (!is_division(node)) {
        ft_place_of(node, out);
        return;
    }
    const fatiao_node *chain[FT_PLACE_STEPS_MAX];
    size_t depth = 0;
    out->count = 0;
    for (; node != NULL && depth < FT_PLACE_STEPS_MAX; node = node->parent)
        if (is_division(node))
            chain[depth++] = node;
    while (depth > 0) {
        const fatiao_node *step = chain[--depth];
        ft_place_add(out, step->kind, step->number, step->suffix, 1);
    }
}

static const char *
take_text(ft_strbuf *text, ft_arena *arena)
{
    const char *kept =
        ft_strbuf_failed(text)
            ? NULL
            : ft_arena_text(arena, ft_strbuf_string(text), text->byte_count);
    ft_strbuf_finish(text);
    return kept;
}

/* "statute#40.2" of a node. NULL: no memory. */
static const char *
id_of(const ft_statute_record *record, const fatiao_node *node, ft_arena *arena)
{
    ft_strbuf id = {0};
    ft_place place = {.count = 0};
    ft_strbuf_text(&id, record->id);
    if (node != NULL)
        ft_place_of(node, &place);
    if (place.count > 0) {
        ft_strbuf_text(&id, "#");
        ft_fragment_write(&id, &place);
    }
    return take_text(&id, arena);
}

static const char *
citation_of(const ft_goal *goal, ft_arena *arena)
{
    ft_strbuf text = {0};
    ft_place place = {.count = 0};
    if (goal->first != NULL)
        place_of(goal->first, &place);
    ft_citation_write(&text, goal->record->title, &place,
                      ft_node_article(goal->first));
    if (goal->last != NULL) {
        place_of(goal->last, &place);
        ft_strbuf_text(&text, "至");
        ft_citation_write_place(&text, &place, ft_node_article(goal->last));
    }
    return take_text(&text, arena);
}

static bool
describe_goal(const ft_goal *goal, ft_arena *arena, fatiao_target *out)
{
    const ft_statute_record *record = goal->record;
    const fatiao_node *first = goal->first;
    const fatiao_node *last = goal->last;
    if (first != NULL && is_division(first)) {
        last = article_in(last == NULL ? first : last, true);
        first = article_in(first, false);
        if (first == last)
            last = NULL;
    }
    out->id = id_of(record, first, arena);
    out->last_id = last == NULL ? "" : id_of(record, last, arena);
    out->citation = citation_of(goal, arena);
    out->statute_id = ft_arena_text(arena, record->id, strlen(record->id));
    out->title = ft_arena_text(arena, record->title, strlen(record->title));
    out->date = ft_arena_text(arena, record->date, strlen(record->date));
    out->source = ft_arena_text(arena, record->source, strlen(record->source));
    return out->id != NULL && out->last_id != NULL && out->citation != NULL &&
           out->statute_id != NULL && out->title != NULL && out->date != NULL &&
           out->source != NULL;
}

fatiao_status
ft_links_describe(const ft_linked *linked, const ft_link *link,
                  const char *text, ft_arena *arena, fatiao_link *out,
                  fatiao_error *error)
{
    const size_t start = linked->byte_start;
    const size_t count = link->byte_end - start;
    const ft_goal *goals = linked->goals.items;
    fatiao_target *targets =
        ft_arena_alloc(arena, linked->goals.count * sizeof(*targets) + 1);
    *out = (fatiao_link){.kind = linked->kind,
                         .state = linked->state,
                         .id = "",
                         .citation = "",
                         .title = "",
                         .words = ft_arena_text(arena, text + start, count),
                         .targets = targets,
                         .target_count = linked->goals.count};
    out->byte_start = start;
    out->byte_count = count;
    out->char_count = ft_utf8_char_count(text + start, count);
    if (targets == NULL || out->words == NULL)
        return ft_error_memory(error);
    for (size_t i = 0; i < linked->goals.count; i++)
        if (!describe_goal(&goals[i], arena, &targets[i]))
            return ft_error_memory(error);
    return FATIAO_OK;
}
