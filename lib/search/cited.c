/* Picking the clauses that are cited. */
#include "search/cited.h"

#include <stdlib.h>

#include "base/error.h"

/* Gathers all clauses of an article, as those that match are. */
static fatiao_status
gather_clauses(ft_answer *answer, fatiao_error *error)
{
    ft_array_clear(&answer->clauses);
    for (const fatiao_node *node = answer->record.article; node != NULL;
         node = fatiao_node_following(node)) {
        if (!ft_node_is_clause(node))
            continue;
        ft_answer_clause *clause = ft_array_push(&answer->clauses);
        if (clause == NULL)
            return ft_error_memory(error);
        clause->node = node;
        clause->strength = FT_STRENGTH_TERM;
        clause->score = 1;
        clause->order = answer->clauses.count;
    }
    ft_answer_number_clauses(&answer->clauses);
    return FATIAO_OK;
}

static int
compare_orders(const void *left, const void *right)
{
    const ft_answer_clause *a = left;
    const ft_answer_clause *b = right;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* Whether a clause, or the paragraph that it is an item of, is at one of the
 * places. */
static bool
is_cited(const ft_answer_clause *clause, const ft_array *tops)
{
    const fatiao_node *const *all = tops->items;
    for (size_t i = 0; i < tops->count; i++)
        if (all[i] == clause->node || all[i] == clause->node->parent)
            return true;
    return false;
}

/* Pushes the nodes of an article that are cited. */
static fatiao_status
find_tops(const ft_pins *pins, uint32_t document, ft_answer *answer,
          ft_array *tops, fatiao_error *error)
{
    const ft_pin *all = pins->pins.items;
    for (size_t i = 0; i < pins->pins.count; i++) {
        const fatiao_node *node =
            all[i].document == document
                ? ft_place_find(answer->record.article, &all[i].below)
                : NULL;
        if (node == NULL)
            continue;
        answer->is_cited_whole |= all[i].below.count == 0;
        if (node->kind == FATIAO_NODE_SUBITEM)
            node = node->parent;
        const fatiao_node **top = ft_array_push(tops);
        if (top == NULL)
            return ft_error_memory(error);
        *top = node;
    }
    return FATIAO_OK;
}

fatiao_status
ft_cited_choose(const ft_pins *pins, uint32_t document, ft_answer *answer,
                fatiao_error *error)
{
    ft_array tops = {.item_size = sizeof(const fatiao_node *)};
    answer->is_cited = true;
    fatiao_status status = gather_clauses(answer, error);
    if (status == FATIAO_OK)
        status = find_tops(pins, document, answer, &tops, error);
    ft_answer_clause *all = answer->clauses.items;
    size_t kept = 0;
    for (size_t i = 0; status == FATIAO_OK && i < answer->clauses.count; i++)
        if (answer->is_cited_whole || is_cited(&all[i], &tops))
            all[kept++] = all[i];
    answer->clauses.count = kept;
    if (kept > 1)
        qsort(all, kept, sizeof(*all), compare_orders);
    ft_array_finish(&tops);
    return status;
}
