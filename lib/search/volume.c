/* Looking places up in statutes. */
#include "search/volume.h"

#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "search/pin.h"

/* How many statutes one question may have read. */
enum { VOLUMES_MAX = 32 };

ft_shelf
ft_shelf_new(void)
{
    return (ft_shelf){.volumes.item_size = sizeof(ft_volume),
                      .limit = VOLUMES_MAX};
}

void
ft_shelf_finish(ft_shelf *shelf)
{
    ft_volume *all = shelf->volumes.items;
    for (size_t i = 0; i < shelf->volumes.count; i++) {
        fatiao_statute_free(all[i].statute);
        ft_array_finish(&all[i].documents);
        ft_array_finish(&all[i].articles);
    }
    ft_array_finish(&shelf->volumes);
}

/* Lists the articles in the order of their documents. */
static fatiao_status
list_articles(ft_volume *volume, fatiao_error *error)
{
    const fatiao_node *node = fatiao_statute_root(volume->statute);
    for (; node != NULL; node = fatiao_node_following(node)) {
        if (!ft_node_is_article(node))
            continue;
        const fatiao_node **article = ft_array_push(&volume->articles);
        if (article == NULL)
            return ft_error_memory(error);
        *article = node;
    }
    return FATIAO_OK;
}

fatiao_status
ft_shelf_take(ft_shelf *shelf, fatiao_searcher *searcher, const char *id,
              const ft_volume **out, fatiao_error *error)
{
    ft_volume *all = shelf->volumes.items;
    *out = NULL;
    for (size_t i = 0; i < shelf->volumes.count; i++) {
        if (strcmp(all[i].id, id) != 0)
            continue;
        *out = &all[i];
        return FATIAO_OK;
    }
    if (shelf->volumes.count >= shelf->limit)
        return FATIAO_OK;
    ft_volume *volume = ft_array_push(&shelf->volumes);
    if (volume == NULL)
        return ft_error_memory(error);
    volume->id = id;
    volume->documents.item_size = sizeof(uint32_t);
    volume->articles.item_size = sizeof(const fatiao_node *);
    fatiao_status status =
        ft_searcher_statute(searcher, id, &volume->statute, error);
    if (status == FATIAO_OK)
        status = ft_entry_list_documents(searcher->engine, id,
                                         &volume->documents, error);
    if (status == FATIAO_OK)
        status = list_articles(volume, error);
    *out = volume;
    return status;
}

/* ------------------------------------------------------------------- walking
 */

/* The node after `node` in the order of the document, NULL where it is no more
 * below `top`. */
static const fatiao_node *
node_below(const fatiao_node *top, const fatiao_node *node)
{
    if (node->child != NULL)
        return node->child;
    while (node != top && node->next == NULL)
        node = node->parent;
    return node == top ? NULL : node->next;
}

static bool
is_division(const fatiao_node *node)
{
    return node->kind >= FATIAO_NODE_PART && node->kind <= FATIAO_NODE_SECTION;
}

/* The first node of a step's kind and number below `top`. */
static const fatiao_node *
find_division(const fatiao_node *top, const ft_step *step)
{
    for (const fatiao_node *node = top; node != NULL;
         node = node_below(top, node))
        if (node->kind == step->kind && node->number == step->number)
            return node;
    return NULL;
}

const fatiao_node *
ft_volume_node(const ft_volume *volume, const ft_place *place)
{
    const fatiao_node *node = fatiao_statute_root(volume->statute);
    const bool is_below_articles = place->count == 0 ||
                                   place->steps[0].kind > FATIAO_NODE_SECTION ||
                                   place->steps[0].kind < FATIAO_NODE_PART;
    if (is_below_articles)
        return ft_place_find(node, place);
    for (size_t i = 0; i < place->count && node != NULL; i++)
        node = find_division(node, &place->steps[i]);
    return node;
}

/* ---------------------------------------------------------------------- pins
 */

/* Where the article that a node is, or is in, stands in the list; `hint` is
 * where to look first. */
static size_t
find_article(const ft_volume *volume, const fatiao_node *node, size_t hint)
{
    const fatiao_node *const *all = volume->articles.items;
    const size_t count = volume->articles.count;
    const fatiao_node *article = ft_node_article(node);
    for (size_t i = 0; i < count; i++)
        if (all[(hint + i) % count] == article)
            return (hint + i) % count;
    return count;
}

/* What is pinned on the way. */
typedef struct pinning {
    const ft_volume *volume;
    size_t limit;
    ft_array *pins;
    size_t hint; /* behind the last article */
} pinning;

/* Pins an article, or a clause of it. */
static fatiao_status
push_pin(pinning *p, const fatiao_node *node, fatiao_error *error)
{
    if (p->pins->count >= p->limit)
        return FATIAO_OK;
    const size_t index = find_article(p->volume, node, p->hint);
    p->hint = index + 1;
    if (index + 1 >= p->volume->documents.count)
        return FATIAO_OK;
    ft_pin *pin = ft_array_push(p->pins);
    if (pin == NULL)
        return ft_error_memory(error);
    const uint32_t *documents = p->volume->documents.items;
    pin->document = documents[index + 1];
    if (ft_node_is_article(node))
        return FATIAO_OK;
    ft_place place;
    ft_place_of(node, &place);
    for (size_t i = 0; i < place.count; i++)
        if (place.steps[i].kind >= FATIAO_NODE_PARAGRAPH &&
            place.steps[i].kind <= FATIAO_NODE_SUBITEM)
            pin->below.steps[pin->below.count++] = place.steps[i];
    return FATIAO_OK;
}

/* Pins a node; of a chapter, all articles. */
static fatiao_status
push_node(pinning *p, const fatiao_node *top, fatiao_error *error)
{
    if (!is_division(top))
        return push_pin(p, top, error);
    fatiao_status status = FATIAO_OK;
    for (const fatiao_node *node = top; status == FATIAO_OK && node != NULL;
         node = node_below(top, node))
        if (ft_node_is_article(node))
            status = push_pin(p, node, error);
    return status;
}

/* Whether `last` comes after `first` in the order of the document. */
static bool
comes_after(const fatiao_node *first, const fatiao_node *last)
{
    while (first != NULL && first != last)
        first = fatiao_node_following(first);
    return first != NULL;
}

fatiao_status
ft_volume_find(const ft_volume *volume, const ft_listed_place *place,
               size_t limit, ft_array *pins, fatiao_error *error)
{
    pinning p = {volume, limit, pins, 0};
    const fatiao_node *first = ft_volume_node(volume, &place->first);
    if (first == NULL)
        return FATIAO_OK;
    if (place->last.count == 0)
        return push_node(&p, first, error);
    const fatiao_node *last = ft_volume_node(volume, &place->last);
    if (last == NULL || !comes_after(first, last))
        return FATIAO_OK;
    fatiao_status status = FATIAO_OK;
    for (const fatiao_node *node = first; status == FATIAO_OK;
         node = fatiao_node_following(node)) {
        if (node->kind == first->kind || node == last)
            status = push_node(&p, node, error);
        if (node == last)
            break;
    }
    return status;
}
