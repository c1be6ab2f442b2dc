/* Duty-bearers, departments, force and certainty, from the bones of the
 * prose. */
#include "facet/duty.h"

#include <string.h>

#include "base/error.h"

static const struct {
    uint32_t role;
    const char *name;
} force_names[] = {
    {FT_ROLE_MUST, "应当"},
    {FT_ROLE_MAY, "可以"},
    {FT_ROLE_ENCOURAGE, "鼓励"},
    {FT_ROLE_SUPPORT, "支持"},
    {FT_ROLE_GUIDE, "引导"},
    {FT_ROLE_MUST_NOT, "不得"},
    {FT_ROLE_BAN, "禁止"},
    {FT_ROLE_GIVE, "给予"},
    {0, "无标记"},
    {FT_ROLE_STATE, "陈述"},
};
enum { FORCE_COUNT = sizeof(force_names) / sizeof(force_names[0]) };

static const char *
force_name(uint32_t role)
{
    size_t i = 0;
    while (i + 1 < FORCE_COUNT && force_names[i].role != role)
        i++;
    return force_names[i].name;
}

/* The departments named in one who acts. Of an organisation that is no
 * authority only the last word counts: 法学教育研究机构 is no 教育部门. */
static fatiao_status
take_departments(ft_reading *reading, const ft_actor *actor)
{
    const bool is_authority = (actor->roles & FT_ROLE_AUTHORITY) != 0;
    const ft_array *found = &reading->spots.of[FT_CUES_DEPARTMENT];
    const ft_spot *spots = found->items;
    /* They are in the order of their ends. */
    size_t low = 0;
    for (size_t high = found->count; low < high;) {
        const size_t middle = low + (high - low) / 2;
        if (spots[middle].end <= actor->start)
            low = middle + 1;
        else
            high = middle;
    }
    fatiao_status status = FATIAO_OK;
    for (size_t i = low; i < found->count && status == FATIAO_OK; i++) {
        const char *name = reading->cues->values[spots[i].value].name;
        if (spots[i].end > actor->end)
            break;
        if (spots[i].start < actor->start || name[0] == '-' ||
            (!is_authority && spots[i].end < actor->end))
            continue;
        status = ft_reading_add(reading, FATIAO_FACET_DEPARTMENT, name,
                                spots[i].start, spots[i].end, NULL);
    }
    return status;
}

static fatiao_status
take_bearers(ft_reading *reading)
{
    const ft_actor *actors = reading->rules.actors.items;
    for (size_t i = 0; i < reading->rules.actors.count; i++) {
        fatiao_facet_value *value = NULL;
        fatiao_status status =
            ft_reading_add(reading, FATIAO_FACET_DUTY_BEARER, NULL,
                           actors[i].start, actors[i].end, &value);
        if (status == FATIAO_OK && value != NULL)
            value->is_joined = actors[i].is_joined;
        if (status == FATIAO_OK)
            status = take_departments(reading, &actors[i]);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

fatiao_status
ft_duties_take(ft_reading *reading)
{
    fatiao_status status = take_bearers(reading);
    const ft_force *forces = reading->rules.forces.items;
    bool has_force = false;
    for (size_t i = 0; i < reading->rules.forces.count && status == FATIAO_OK;
         i++) {
        if (forces[i].is_dropped)
            continue;
        has_force = true;
        reading->facets->is_rule |= forces[i].role != FT_ROLE_STATE;
        status = ft_reading_add(reading, FATIAO_FACET_FORCE,
                                force_name(forces[i].role), forces[i].start,
                                forces[i].end, NULL);
    }
    const ft_array *clauses = &reading->prose.clauses;
    if (status != FATIAO_OK || has_force || clauses->count == 0)
        return status;
    /* No word of force and no known verb: a rule all the same. */
    reading->facets->is_rule = true;
    const ft_stretch *first = clauses->items;
    return ft_reading_add(reading, FATIAO_FACET_FORCE, force_name(0),
                          first->start, first->start + 1, NULL);
}

/* The first value of a facet, of that name unless it is NULL. */
static const fatiao_facet_value *
find(const ft_reading *reading, fatiao_facet facet, const char *name)
{
    const fatiao_facet_value *values = reading->facets->values.items;
    for (size_t i = 0; i < reading->facets->values.count; i++)
        if (values[i].facet == facet &&
            (name == NULL || strcmp(values[i].name, name) == 0))
            return &values[i];
    return NULL;
}

fatiao_status
ft_certainty_take(ft_reading *reading)
{
    static const char *const hard[] = {"应当", "不得", "禁止", "给予"};
    static const char *const soft[] = {"可以", "鼓励", "支持", "引导"};
    if (find(reading, FATIAO_FACET_MEASURE, NULL) == NULL)
        return FATIAO_OK;
    const fatiao_facet_value *ground = find(reading, FATIAO_FACET_GROUND, NULL);
    reading->facets->only_defers =
        ground != NULL && find(reading, FATIAO_FACET_NUMBER, NULL) == NULL;
    const fatiao_facet_value *reason = NULL;
    const char *name = "硬";
    for (size_t i = 0; i < 4 && reason == NULL; i++)
        reason = find(reading, FATIAO_FACET_FORCE, hard[i]);
    if (reason != NULL && ground != NULL) {
        reason = ground;
        name = "条件";
    }
    for (size_t i = 0; i < 4 && reason == NULL; i++) {
        reason = find(reading, FATIAO_FACET_FORCE, soft[i]);
        name = "软";
    }
    if (reason == NULL)
        return FATIAO_OK;
    const fatiao_facet_value from = *reason;
    fatiao_facet_value *value = ft_array_push(&reading->facets->values);
    if (value == NULL)
        return ft_error_memory(reading->error);
    *value = from;
    value->facet = FATIAO_FACET_CERTAINTY;
    value->name = name;
    return FATIAO_OK;
}
