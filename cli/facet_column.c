/* What was read from a clause, column by column. */
#include "facet_column.h"

#include <stdio.h>
#include <string.h>

#include "escape.h"
#include "json_value.h"

const facet_column facet_columns[FACET_COLUMN_COUNT] = {
    {FATIAO_FACET_MEASURE, "measures", "措施"},
    {FATIAO_FACET_BENEFICIARY, "beneficiaries", "受益人"},
    {FATIAO_FACET_DUTY_BEARER, "duty_bearers", "责任主体"},
    {FATIAO_FACET_DEPARTMENT, "departments", "部门"},
    {FATIAO_FACET_FORCE, "modality", "力度"},
    {FATIAO_FACET_CERTAINTY, "certainty", "确定性"},
    {FATIAO_FACET_CONDITION, "conditions", "条件"},
    {FATIAO_FACET_NUMBER, "numbers", "数字"},
    {FATIAO_FACET_CITATION, "laws_cited", "引用"},
    {FATIAO_FACET_GROUND, "defers_to", "依据"},
};

const char facet_unsaid[] = "未写明";

const fatiao_facet_value *
facet_column_first(const fatiao_facets *facets, fatiao_facet facet)
{
    for (size_t i = 0; i < fatiao_facets_count(facets); i++)
        if (fatiao_facets_at(facets, i)->facet == facet)
            return fatiao_facets_at(facets, i);
    return NULL;
}

bool
facet_column_has(const fatiao_facets *facets, fatiao_facet facet,
                 const char *name)
{
    for (size_t i = 0; i < fatiao_facets_count(facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(facets, i);
        if (value->facet == facet && strcmp(value->name, name) == 0)
            return true;
    }
    return false;
}

void
facet_column_print_value(const fatiao_facet_value *value)
{
    if (value->is_joined)
        putchar('+');
    escape_text(stdout, value->name);
    if (value->facet == FATIAO_FACET_NUMBER) {
        const bool is_date = strcmp(value->unit, "日期") == 0;
        printf("|%s%s%s", is_date ? "date:" : "", value->comparator,
               value->amount);
        putchar('|');
        escape_text(stdout, value->basis);
    }
}

void
facet_column_print(const fatiao_facets *facets, fatiao_facet facet,
                   const char *none)
{
    bool is_first = true;
    for (size_t i = 0; i < fatiao_facets_count(facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(facets, i);
        if (value->facet != facet)
            continue;
        fputs(is_first ? "" : ";", stdout);
        facet_column_print_value(value);
        is_first = false;
    }
    if (is_first)
        fputs(none, stdout);
}

/* --------------------------------------------------------------------- JSON */

json_t *
facet_column_place_to_json(const fatiao_statute *statute,
                           const fatiao_node *node)
{
    char *fragment = NULL;
    if (fatiao_statute_fragment(statute, node, &fragment, NULL) != FATIAO_OK)
        return json_null();
    json_t *text = json_string(fragment);
    fatiao_text_free(fragment);
    return text;
}

json_t *
facet_column_value_to_json(const fatiao_statute *statute,
                           const fatiao_facet_value *value)
{
    json_t *object = json_pack(
        "{s:s, s:s%, s:i, s:i}", "name", value->name, "text",
        value->node->text + value->byte_start, value->byte_count, "byte_start",
        (int)value->byte_start, "byte_count", (int)value->byte_count);
    json_object_set_new(object, "node",
                        facet_column_place_to_json(statute, value->node));
    if (value->facet == FATIAO_FACET_DUTY_BEARER)
        json_object_set_new(object, "joined", json_boolean(value->is_joined));
    if (value->facet == FATIAO_FACET_NUMBER) {
        json_object_set_new(object, "comparator",
                            json_string(value->comparator));
        json_object_set_new(object, "amount", json_string(value->amount));
        json_object_set_new(object, "unit", json_string(value->unit));
        json_object_set_new(object, "basis", json_string(value->basis));
    }
    if (value->facet == FATIAO_FACET_CITATION)
        json_object_set_new(object, "place", json_string(value->place));
    return value_check(object);
}

void
facet_column_set_all(json_t *object, const fatiao_statute *statute,
                     const fatiao_facets *facets)
{
    for (size_t i = 0; i < FACET_COLUMN_COUNT; i++) {
        json_t *values = json_array();
        for (size_t j = 0; j < fatiao_facets_count(facets); j++) {
            const fatiao_facet_value *value = fatiao_facets_at(facets, j);
            if (value->facet == facet_columns[i].facet)
                value_append(values,
                             facet_column_value_to_json(statute, value));
        }
        value_set(object, facet_columns[i].name, values);
    }
}
