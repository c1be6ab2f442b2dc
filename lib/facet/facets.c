/* fatiao_facets: reads a clause, facet by facet. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "facet/duty.h"
#include "facet/ground.h"
#include "facet/number.h"
#include "facet/benefit.h"

static const char *const facet_names[FATIAO_FACET_COUNT] = {
    "measure",   "beneficiary", "duty-bearer", "department", "force",
    "certainty", "condition",   "number",      "citation",   "ground"};

static const char *const forces[] = {"应当",   "可以", "鼓励", "支持",
                                     "引导",   "不得", "禁止", "给予",
                                     "无标记", "陈述", NULL};
static const char *const certainties[] = {"硬", "条件", "软", NULL};

const char *
fatiao_facet_name(fatiao_facet facet)
{
    return (size_t)facet < FATIAO_FACET_COUNT ? facet_names[facet] : "";
}

static const char *
name_at(const char *const *names, size_t index)
{
    for (size_t i = 0; names[i] != NULL; i++)
        if (i == index)
            return names[i];
    return NULL;
}

const char *
fatiao_facet_value_name(fatiao_facet facet, size_t index)
{
    ft_cue_table table = FT_CUES_MEASURE;
    if (facet == FATIAO_FACET_FORCE)
        return name_at(forces, index);
    if (facet == FATIAO_FACET_CERTAINTY)
        return name_at(certainties, index);
    if (facet == FATIAO_FACET_BENEFICIARY)
        table = FT_CUES_BENEFICIARY;
    else if (facet == FATIAO_FACET_DEPARTMENT)
        table = FT_CUES_DEPARTMENT;
    else if (facet != FATIAO_FACET_MEASURE)
        return NULL;
    for (uint32_t i = 0; i < ft_cues_default.value_count; i++) {
        const ft_cue_value *value = &ft_cues_default.values[i];
        if (value->table != table || value->name[0] == '-' ||
            strcmp(value->name, "企业") == 0)
            continue;
        if (index-- == 0)
            return value->name;
    }
    return NULL;
}

static int
compare_values(const void *left, const void *right)
{
    const fatiao_facet_value *a = left;
    const fatiao_facet_value *b = right;
    if (a->facet != b->facet)
        return a->facet < b->facet ? -1 : 1;
    if (a->node->byte_start != b->node->byte_start)
        return a->node->byte_start < b->node->byte_start ? -1 : 1;
    return (a->byte_start > b->byte_start) - (a->byte_start < b->byte_start);
}

static bool
is_above(const fatiao_node *above, const fatiao_node *node)
{
    while (node != NULL && node != above)
        node = node->parent;
    return node != NULL;
}

/* Leaves out what was read from other items than `node`. */
static void
keep_item(fatiao_facets *facets, const fatiao_node *node)
{
    fatiao_facet_value *values = facets->values.items;
    size_t kept = 0;
    for (size_t i = 0; i < facets->values.count; i++)
        if (is_above(values[i].node, node) || is_above(node, values[i].node))
            values[kept++] = values[i];
    facets->values.count = kept;
}

/* The steps of a reading. */
static fatiao_status
read_all(ft_reading *r, const fatiao_node *node)
{
    static fatiao_status (*const steps[])(ft_reading *) = {
        ft_measures_take,  ft_beneficiaries_take, ft_duties_take,
        ft_citations_take, ft_grounds_take,       ft_conditions_take,
        ft_numbers_take};
    fatiao_status status = ft_prose_read(&r->prose, node, r->error);
    if (status == FATIAO_OK)
        status = ft_spots_find(&r->spots, r->cues, &r->prose, r->error);
    if (status == FATIAO_OK)
        status = ft_grammar_read(&r->grammar, r->cues, &r->spots,
                                 ft_prose_length(&r->prose), r->error);
    if (status == FATIAO_OK)
        status = ft_rules_read(&r->rules, &r->grammar, &r->prose, r->error);
    for (size_t i = 0;
         i < sizeof(steps) / sizeof(steps[0]) && status == FATIAO_OK; i++)
        status = steps[i](r);
    return status;
}

fatiao_status
fatiao_facets_read(const fatiao_statute *statute, const fatiao_node *node,
                   fatiao_facets **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (statute == NULL || node == NULL)
        return ft_error_argument(error, "statute or node is NULL");
    fatiao_facets *made = calloc(1, sizeof(*made));
    if (made == NULL)
        return ft_error_memory(error);
    made->values.item_size = sizeof(fatiao_facet_value);
    ft_reading r = {.statute = statute,
                    .cues = &ft_cues_default,
                    .facets = made,
                    .error = error};
    ft_prose_init(&r.prose);
    ft_spots_init(&r.spots);
    ft_grammar_init(&r.grammar);
    ft_rules_init(&r.rules);
    const fatiao_node *top = node;
    while (top->parent != NULL &&
           (top->kind == FATIAO_NODE_ITEM || top->kind == FATIAO_NODE_SUBITEM))
        top = top->parent;
    fatiao_status status = read_all(&r, top);
    if (status == FATIAO_OK && top != node)
        keep_item(made, node);
    if (status == FATIAO_OK)
        status = ft_certainty_take(&r);
    ft_prose_finish(&r.prose);
    ft_spots_finish(&r.spots);
    ft_grammar_finish(&r.grammar);
    ft_rules_finish(&r.rules);
    if (status != FATIAO_OK) {
        fatiao_facets_free(made);
        return status;
    }
    if (made->values.count > 0)
        qsort(made->values.items, made->values.count,
              sizeof(fatiao_facet_value), compare_values);
    *out = made;
    return FATIAO_OK;
}

void
fatiao_facets_free(fatiao_facets *facets)
{
    if (facets == NULL)
        return;
    ft_array_finish(&facets->values);
    ft_arena_finish(&facets->arena);
    free(facets);
}

size_t
fatiao_facets_count(const fatiao_facets *facets)
{
    return facets == NULL ? 0 : facets->values.count;
}

const fatiao_facet_value *
fatiao_facets_at(const fatiao_facets *facets, size_t index)
{
    return index < fatiao_facets_count(facets)
               ? ft_array_at(&facets->values, index)
               : NULL;
}

bool
fatiao_facets_only_defers(const fatiao_facets *facets)
{
    return facets != NULL && facets->only_defers;
}

bool
fatiao_facets_is_rule(const fatiao_facets *facets)
{
    return facets != NULL && facets->is_rule;
}
