/* The reading of a clause. */
#include "facet/reading.h"

#include <string.h>

#include "base/error.h"

const ft_sentence *
ft_reading_sentence(const ft_reading *reading, uint32_t char_index)
{
    const ft_stretch *clause = ft_prose_clause(&reading->prose, char_index);
    return ft_array_at(&reading->rules.sentences, clause->sentence);
}

const char *
ft_reading_text(ft_reading *reading, uint32_t start, uint32_t end)
{
    size_t byte_start = 0;
    size_t byte_count = 0;
    const fatiao_node *node =
        ft_prose_source(&reading->prose, start, end, &byte_start, &byte_count);
    return ft_arena_text(&reading->facets->arena, node->text + byte_start,
                         byte_count);
}

static bool
is_known(const fatiao_facets *facets, fatiao_facet facet, const char *name)
{
    const fatiao_facet_value *values = facets->values.items;
    for (size_t i = 0; i < facets->values.count; i++)
        if (values[i].facet == facet && strcmp(values[i].name, name) == 0)
            return true;
    return false;
}

fatiao_status
ft_reading_add(ft_reading *reading, fatiao_facet facet, const char *name,
               uint32_t start, uint32_t end, fatiao_facet_value **out)
{
    if (out != NULL)
        *out = NULL;
    if (name == NULL)
        name = ft_reading_text(reading, start, end);
    if (name == NULL)
        return ft_error_memory(reading->error);
    if (reading->facets->values.count == FATIAO_FACETS_MAX ||
        is_known(reading->facets, facet, name))
        return FATIAO_OK;
    fatiao_facet_value *value = ft_array_push(&reading->facets->values);
    if (value == NULL)
        return ft_error_memory(reading->error);
    value->facet = facet;
    value->name = name;
    value->comparator = value->amount = value->unit = value->basis = "";
    value->place = "";
    value->node = ft_prose_source(&reading->prose, start, end,
                                  &value->byte_start, &value->byte_count);
    if (out != NULL)
        *out = value;
    return FATIAO_OK;
}
