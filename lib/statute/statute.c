/* A statute in memory and the public functions that read it. */
#include "statute/statute.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

fatiao_statute *
ft_statute_new(void)
{
    fatiao_statute *statute = calloc(1, sizeof(*statute));
    if (statute == NULL)
        return NULL;
    statute->title = "";
    statute->events.item_size = sizeof(fatiao_event);
    statute->notes.item_size = sizeof(fatiao_note);
    statute->root =
        ft_statute_add(statute, NULL, FATIAO_NODE_STATUTE, "", 0, "", 0);
    if (statute->root == NULL) {
        fatiao_statute_free(statute);
        return NULL;
    }
    return statute;
}

void
fatiao_statute_free(fatiao_statute *statute)
{
    if (statute == NULL)
        return;
    ft_array_finish(&statute->events);
    ft_array_finish(&statute->notes);
    ft_arena_finish(&statute->arena);
    free(statute);
}

/* A node as it lies in the arena: behind the public part, the last child, so
 * that adding one takes no walk. */
typedef struct node_cell {
    fatiao_node node;
    fatiao_node *last_child;
} node_cell;

static node_cell *
cell_of(const fatiao_node *node)
{
    return (node_cell *)(uintptr_t)node;
}

fatiao_node *
ft_node_add(ft_arena *arena, const fatiao_node *parent, fatiao_node_kind kind,
            const char *label, size_t label_byte_count, const char *text,
            size_t text_byte_count)
{
    node_cell *cell = ft_arena_alloc(arena, sizeof(*cell));
    if (cell == NULL)
        return NULL;
    fatiao_node *node = &cell->node;
    node->kind = kind;
    node->label = ft_arena_text(arena, label, label_byte_count);
    node->text = ft_arena_text(arena, text, text_byte_count);
    node->text_byte_count = text_byte_count;
    if (node->label == NULL || node->text == NULL)
        return NULL;
    if (parent == NULL)
        return node;
    node->parent = parent;
    node_cell *above = cell_of(parent);
    if (above->last_child == NULL)
        above->node.child = node;
    else
        above->last_child->next = node;
    above->last_child = node;
    return node;
}

fatiao_node *
ft_statute_add(fatiao_statute *statute, const fatiao_node *parent,
               fatiao_node_kind kind, const char *label,
               size_t label_byte_count, const char *text,
               size_t text_byte_count)
{
    return ft_node_add(&statute->arena, parent, kind, label, label_byte_count,
                       text, text_byte_count);
}

bool
ft_node_is_clause(const fatiao_node *node)
{
    return node->kind == FATIAO_NODE_PARAGRAPH ||
           node->kind == FATIAO_NODE_ITEM;
}

const char *
fatiao_statute_title(const fatiao_statute *statute)
{
    return statute == NULL ? "" : statute->title;
}

bool
fatiao_statute_is_draft(const fatiao_statute *statute)
{
    return statute != NULL && statute->is_draft;
}

size_t
fatiao_statute_event_count(const fatiao_statute *statute)
{
    return statute == NULL ? 0 : statute->events.count;
}

const fatiao_event *
fatiao_statute_event_at(const fatiao_statute *statute, size_t index)
{
    if (index >= fatiao_statute_event_count(statute))
        return NULL;
    return ft_array_at(&statute->events, index);
}

const fatiao_node *
fatiao_statute_root(const fatiao_statute *statute)
{
    return statute == NULL ? NULL : statute->root;
}

const fatiao_node *
ft_node_after(const fatiao_node *node)
{
    while (node != NULL && node->next == NULL)
        node = node->parent;
    return node == NULL ? NULL : node->next;
}

const fatiao_node *
fatiao_node_following(const fatiao_node *node)
{
    return node != NULL && node->child != NULL ? node->child
                                               : ft_node_after(node);
}

size_t
fatiao_statute_note_count(const fatiao_statute *statute)
{
    return statute == NULL ? 0 : statute->notes.count;
}

const fatiao_note *
fatiao_statute_note_at(const fatiao_statute *statute, size_t index)
{
    if (index >= fatiao_statute_note_count(statute))
        return NULL;
    return ft_array_at(&statute->notes, index);
}
