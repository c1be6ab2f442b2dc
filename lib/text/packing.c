/* First fit: the nodes with the most children get a base first, and those with
 * few fill the cells left over. Free cells are chained, so that full stretches
 * are not looked at again. */
#include "text/packing.h"

#include <stdlib.h>
#include <string.h>

enum { BASE_MAX = (1 << (32 - FT_NODE_BASE_SHIFT)) - 1 };

/* A node that words go on from: the ordered words [low, high), which agree in
 * their first `depth` characters and are longer. */
typedef struct inner {
    uint32_t low;
    uint32_t high;
    uint32_t depth;
    uint32_t child_count;
    uint32_t base;
    uint32_t parent; /* of the root: itself */
} inner;

typedef struct packer {
    ft_packing *packing;
    const ft_packing_word *words;
    ft_array inners;    /* of inner; the root comes first */
    ft_array next_free; /* of uint32_t: for each cell the next without label */
    ft_array is_base;   /* of bool, for each cell */
    ft_array row;       /* of uint16_t: the classes of a node's children */
} packer;

static int
compare_words(const void *left, const void *right)
{
    const ft_packing_word *a = left;
    const ft_packing_word *b = right;
    for (size_t i = 0; i < a->char_count && i < b->char_count; i++)
        if (a->codes[i] != b->codes[i])
            return a->codes[i] < b->codes[i] ? -1 : 1;
    return (int)a->char_count - (int)b->char_count;
}

static void
order_words(ft_array *words)
{
    ft_packing_word *all = words->items;
    if (words->count < 2)
        return;
    qsort(all, words->count, sizeof(*all), compare_words);
    size_t kept = 1;
    for (size_t i = 1; i < words->count; i++)
        if (compare_words(&all[i], &all[kept - 1]) == 0)
            all[kept - 1].value |= all[i].value;
        else
            all[kept++] = all[i];
    words->count = kept;
}

/* ----------------------------------------------------------------- classes */

typedef struct usage {
    uint32_t count;
    uint32_t code;
} usage;

static int
compare_usages(const void *left, const void *right)
{
    const usage *a = left;
    const usage *b = right;
    if (a->count != b->count)
        return a->count > b->count ? -1 : 1;
    return a->code < b->code ? -1 : a->code > b->code;
}

/* Gives classes by how often a character stands in words. */
static bool
give_classes(packer *p, size_t word_count)
{
    usage *all = calloc(FT_HAN_COUNT, sizeof(usage));
    if (all == NULL)
        return false;
    for (uint32_t i = 0; i < FT_HAN_COUNT; i++)
        all[i].code = i;
    for (size_t i = 0; i < word_count; i++)
        for (size_t k = 0; k < p->words[i].char_count; k++)
            all[p->words[i].codes[k] - FT_HAN_FIRST].count++;
    qsort(all, FT_HAN_COUNT, sizeof(usage), compare_usages);
    uint32_t count = 0;
    while (count < FT_HAN_COUNT && all[count].count > 0) {
        p->packing->classes[all[count].code] = (uint16_t)(count + 1);
        count++;
    }
    p->packing->class_count = count + 1;
    free(all);
    return true;
}

static uint32_t
class_of(const packer *p, uint32_t word, uint32_t depth)
{
    return p->packing->classes[p->words[word].codes[depth] - FT_HAN_FIRST];
}

/* ------------------------------------------------------------------- nodes */

/* Where the words end that go on from [low, high) with the same character as
 * the first of them does. */
static uint32_t
group_end(const packer *p, uint32_t low, uint32_t high, uint32_t depth)
{
    const uint16_t code = p->words[low].codes[depth];
    while (low < high && p->words[low].codes[depth] == code)
        low++;
    return low;
}

static bool
add_inners(packer *p, uint32_t low, uint32_t high, uint32_t depth,
           uint32_t parent)
{
    const uint32_t index = (uint32_t)p->inners.count;
    inner *added = ft_array_push(&p->inners);
    if (added == NULL)
        return false;
    *added = (inner){low, high, depth, 0, 0, parent};
    uint32_t child_count = 0;
    for (uint32_t end; low < high; low = end) {
        end = group_end(p, low, high, depth);
        child_count++;
        const uint32_t first = low + (p->words[low].char_count == depth + 1);
        if (first < end && !add_inners(p, first, end, depth + 1, index))
            return false;
    }
    ((inner *)p->inners.items)[index].child_count = child_count;
    return true;
}

/* ------------------------------------------------------------------- cells */

/* Makes at least `count` cells; those new are free. */
static bool
grow(packer *p, size_t count)
{
    const size_t before = p->packing->nodes.count;
    if (count <= before)
        return true;
    count += p->packing->class_count;
    if (!ft_array_resize(&p->packing->nodes, count) ||
        !ft_array_resize(&p->packing->labels, count) ||
        !ft_array_resize(&p->next_free, count) ||
        !ft_array_resize(&p->is_base, count))
        return false;
    uint32_t *next = p->next_free.items;
    for (size_t i = before; i < count; i++)
        next[i] = (uint32_t)i + 1;
    return true;
}

/* The first free cell from `cell` on; the chain is shortened on the way. */
static uint32_t
find_free(packer *p, uint32_t cell)
{
    uint32_t *next = p->next_free.items;
    const uint16_t *labels = p->packing->labels.items;
    uint32_t found = cell;
    while (found < p->packing->labels.count && labels[found] != 0)
        found = next[found];
    while (cell < found && cell < p->packing->labels.count) {
        const uint32_t after = next[cell];
        next[cell] = found;
        cell = after;
    }
    return found;
}

/* Writes the classes of a node's children to p->row; the lowest of them. */
static uint32_t
list_children(packer *p, const inner *node)
{
    uint32_t lowest = UINT32_MAX;
    uint16_t *row = p->row.items;
    for (uint32_t low = node->low; low < node->high;
         low = group_end(p, low, node->high, node->depth)) {
        const uint32_t class = class_of(p, low, node->depth);
        *row++ = (uint16_t) class;
        if (class < lowest)
            lowest = class;
    }
    return lowest;
}

/* Whether the cells of p->row are free at a base. */
static bool
fits(const packer *p, uint32_t child_count, uint32_t base)
{
    const uint16_t *row = p->row.items;
    const uint16_t *labels = p->packing->labels.items;
    if (((const bool *)p->is_base.items)[base])
        return false;
    for (uint32_t i = 0; i < child_count; i++)
        if (labels[base + row[i]] != 0)
            return false;
    return true;
}

/* Finds a base for a node and writes its children's cells. */
static bool
place(packer *p, inner *node)
{
    const uint32_t first = list_children(p, node);
    uint32_t cell = find_free(p, first);
    while (grow(p, (size_t)cell + 1 + p->packing->class_count) &&
           !fits(p, node->child_count, cell - first))
        cell = find_free(p, cell + 1);
    node->base = cell - first;
    if (node->base > BASE_MAX || cell >= p->is_base.count)
        return false;
    ((bool *)p->is_base.items)[node->base] = true;
    uint32_t *nodes = p->packing->nodes.items;
    uint16_t *labels = p->packing->labels.items;
    for (uint32_t low = node->low; low < node->high;
         low = group_end(p, low, node->high, node->depth)) {
        const uint32_t class = class_of(p, low, node->depth);
        labels[node->base + class] = (uint16_t) class;
        if (p->words[low].char_count == node->depth + 1)
            nodes[node->base + class] = p->words[low].value;
    }
    return true;
}

static int
compare_inners(const void *left, const void *right)
{
    const inner *a = *(inner *const *)left;
    const inner *b = *(inner *const *)right;
    if (a->child_count != b->child_count)
        return a->child_count > b->child_count ? -1 : 1;
    return a < b ? -1 : a > b;
}

/* Places all nodes: the root first, at 0, then by their number of children. */
static bool
place_all(packer *p)
{
    inner *all = p->inners.items;
    const size_t count = p->inners.count;
    inner **order = calloc(count, sizeof(inner *));
    bool is_placed = order != NULL && grow(p, p->packing->class_count);
    for (size_t i = 0; is_placed && i < count; i++)
        order[i] = &all[i];
    if (is_placed)
        qsort(order + 1, count - 1, sizeof(inner *), compare_inners);
    for (size_t i = 0; is_placed && i < count; i++)
        is_placed = place(p, order[i]);
    free(order);
    return is_placed;
}

/* Tells each node in its parent's cell where its children stand. */
static void
link_all(packer *p)
{
    const inner *all = p->inners.items;
    uint32_t *nodes = p->packing->nodes.items;
    for (size_t i = 1; i < p->inners.count; i++)
        nodes[all[all[i].parent].base +
              class_of(p, all[i].low, all[i].depth - 1)] |=
            all[i].base << FT_NODE_BASE_SHIFT;
}

/* Cuts the cells off behind the last that may be looked at. */
static bool
trim(packer *p)
{
    const inner *all = p->inners.items;
    uint32_t last = 0;
    for (size_t i = 0; i < p->inners.count; i++)
        if (all[i].base > last)
            last = all[i].base;
    const size_t count = (size_t)last + p->packing->class_count;
    return ft_array_resize(&p->packing->nodes, count) &&
           ft_array_resize(&p->packing->labels, count);
}

bool
ft_packing_make(ft_packing *packing, ft_array *words)
{
    *packing = (ft_packing){.nodes.item_size = sizeof(uint32_t),
                            .labels.item_size = sizeof(uint16_t)};
    order_words(words);
    packer p = {.packing = packing,
                .words = words->items,
                .inners.item_size = sizeof(inner),
                .next_free.item_size = sizeof(uint32_t),
                .is_base.item_size = sizeof(bool),
                .row.item_size = sizeof(uint16_t)};
    const bool is_made = words->count > 0 && give_classes(&p, words->count) &&
                         ft_array_resize(&p.row, p.packing->class_count) &&
                         add_inners(&p, 0, (uint32_t)words->count, 0, 0) &&
                         place_all(&p) && trim(&p);
    if (is_made)
        link_all(&p);
    ft_array_finish(&p.inners);
    ft_array_finish(&p.next_free);
    ft_array_finish(&p.is_base);
    ft_array_finish(&p.row);
    return is_made;
}

void
ft_packing_finish(ft_packing *packing)
{
    ft_array_finish(&packing->nodes);
    ft_array_finish(&packing->labels);
}
