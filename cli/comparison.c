/* Two statutes side by side. */
#include "comparison.h"

#include <stdlib.h>
#include <string.h>

#include "facet_column.h"
#include "memory.h"

/* -------------------------------------------------------------------- names */

bool
name_set_has(const name_set *set, const char *name)
{
    for (size_t i = 0; i < set->count; i++)
        if (strcmp(set->names[i], name) == 0)
            return true;
    return false;
}

static void
name_set_add(name_set *set, const char *name)
{
    if (name_set_has(set, name))
        return;
    set->names = memory_grow(set->names, set->count, sizeof(*set->names));
    set->names[set->count++] = name;
}

static bool
name_set_equals(const name_set *a, const name_set *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (!name_set_has(b, a->names[i]))
            return false;
    return a->count == b->count;
}

/* -------------------------------------------------------------------- sides */

static void
add_names(const fatiao_facets *facets, fatiao_facet facet, name_set *set)
{
    for (size_t i = 0; i < fatiao_facets_count(facets); i++)
        if (fatiao_facets_at(facets, i)->facet == facet)
            name_set_add(set, fatiao_facets_at(facets, i)->name);
}

/* Puts the forces that any row has in the order of their list. */
static void
add_forces(comparison_side *side)
{
    const char *name = NULL;
    for (size_t i = 0;
         (name = fatiao_facet_value_name(FATIAO_FACET_FORCE, i)) != NULL; i++)
        for (size_t j = 0; j < side->count; j++)
            if (facet_column_has(side->rows[j]->facets, FATIAO_FACET_FORCE,
                                 name))
                name_set_add(&side->forces, name);
}

static void
add_certainty(comparison_side *side)
{
    const char *name = NULL;
    side->certainty = "";
    for (size_t i = 0;
         (name = fatiao_facet_value_name(FATIAO_FACET_CERTAINTY, i)) != NULL;
         i++)
        for (size_t j = 0; j < side->count && side->certainty[0] == '\0'; j++)
            if (facet_column_has(side->rows[j]->facets, FATIAO_FACET_CERTAINTY,
                                 name))
                side->certainty = name;
}

/* Two numbers are the same if they bind in the same way: 30%以上 and
 * 不低于百分之三十. */
static bool
is_same_number(const fatiao_facet_value *a, const fatiao_facet_value *b)
{
    return strcmp(a->comparator, b->comparator) == 0 &&
           strcmp(a->amount, b->amount) == 0 && strcmp(a->unit, b->unit) == 0;
}

static const fatiao_facet_value *
find_number(const comparison_side *side, const fatiao_facet_value *number)
{
    for (size_t i = 0; i < side->count; i++)
        for (size_t j = 0; j < fatiao_facets_count(side->rows[i]->facets);
             j++) {
            const fatiao_facet_value *value =
                fatiao_facets_at(side->rows[i]->facets, j);
            if (value->facet == FATIAO_FACET_NUMBER &&
                is_same_number(value, number))
                return value;
        }
    return NULL;
}

/* Whether all numbers of one side are on the other. */
static bool
has_numbers(const comparison_side *all, const comparison_side *part)
{
    for (size_t i = 0; i < part->count; i++)
        for (size_t j = 0; j < fatiao_facets_count(part->rows[i]->facets);
             j++) {
            const fatiao_facet_value *value =
                fatiao_facets_at(part->rows[i]->facets, j);
            if (value->facet == FATIAO_FACET_NUMBER &&
                find_number(all, value) == NULL)
                return false;
        }
    return true;
}

static void
fill_side(const clause_list *list, const char *measure, comparison_side *side)
{
    for (size_t i = 0; i < list->count; i++) {
        const clause_row *row = &list->rows[i];
        if (!facet_column_has(row->facets, FATIAO_FACET_MEASURE, measure))
            continue;
        side->rows = memory_grow(side->rows, side->count, sizeof(*side->rows));
        side->rows[side->count++] = row;
        add_names(row->facets, FATIAO_FACET_BENEFICIARY, &side->beneficiaries);
        add_names(row->facets, FATIAO_FACET_NUMBER, &side->numbers);
    }
    add_forces(side);
    add_certainty(side);
}

static void
side_finish(comparison_side *side)
{
    free(side->rows);
    free(side->beneficiaries.names);
    free(side->forces.names);
    free(side->numbers.names);
}

/* --------------------------------------------------------------- comparison */

int
comparison_kind(const comparison_entry *entry)
{
    if (entry->sides[1].count == 0)
        return 0;
    if (entry->sides[0].count == 0)
        return 1;
    return entry->differs_in_force || entry->differs_in_beneficiaries ||
                   entry->differs_in_numbers
               ? 2
               : 3;
}

/* The first force in the order of their list, which begins with 应当. */
static const char *
strongest(const comparison_side *side)
{
    return side->forces.count == 0 ? "" : side->forces.names[0];
}

static void
add_entry(comparison *c, const char *measure)
{
    comparison_entry entry = {.measure = measure};
    for (size_t i = 0; i < 2; i++)
        fill_side(&c->lists[i], measure, &entry.sides[i]);
    const comparison_side *left = &entry.sides[0];
    const comparison_side *right = &entry.sides[1];
    if (left->count + right->count == 0)
        return;
    entry.differs_in_force = strcmp(left->certainty, right->certainty) != 0 ||
                             strcmp(strongest(left), strongest(right)) != 0;
    entry.differs_in_beneficiaries =
        !name_set_equals(&left->beneficiaries, &right->beneficiaries);
    entry.differs_in_numbers =
        !has_numbers(left, right) || !has_numbers(right, left);
    c->entries = memory_grow(c->entries, c->count, sizeof(*c->entries));
    c->entries[c->count++] = entry;
}

fatiao_status
comparison_make(const fatiao_statute *left, const fatiao_statute *right,
                comparison *out, fatiao_error *error)
{
    *out = (comparison){0};
    const char *measure = NULL;
    fatiao_status status = clause_list_read(left, &out->lists[0], error);
    if (status == FATIAO_OK)
        status = clause_list_read(right, &out->lists[1], error);
    if (status != FATIAO_OK) {
        comparison_finish(out);
        return status;
    }
    for (size_t i = 0;
         (measure = fatiao_facet_value_name(FATIAO_FACET_MEASURE, i)) != NULL;
         i++)
        add_entry(out, measure);
    return FATIAO_OK;
}

void
comparison_finish(comparison *both)
{
    for (size_t i = 0; i < both->count; i++)
        for (size_t j = 0; j < 2; j++)
            side_finish(&both->entries[i].sides[j]);
    free(both->entries);
    clause_list_finish(&both->lists[0]);
    clause_list_finish(&both->lists[1]);
}
