/* Looking through the table of shapes, which takes a microsecond. */
#include "text/shape.h"

#include <stdbool.h>

#include "text/shape_table.h"

static bool
holds(const char16_t *group, uint32_t code)
{
    for (; *group != 0; group++)
        if (*group == code)
            return true;
    return false;
}

size_t
ft_shape_alike(uint32_t code, uint32_t out[FT_SHAPE_ALIKE_MAX])
{
    size_t count = 0;
    for (size_t i = 0; i < sizeof(shape_groups) / sizeof(shape_groups[0]);
         i++) {
        if (!holds(shape_groups[i], code))
            continue;
        for (const char16_t *other = shape_groups[i]; *other != 0; other++)
            if (*other != code && count < FT_SHAPE_ALIKE_MAX)
                out[count++] = *other;
    }
    return count;
}
