/* A growing array of items of one size. */
#include "base/array.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void *
ft_array_push(ft_array *array)
{
    assert(array->item_size > 0);
    if (array->count == array->capacity) {
        const size_t capacity = array->capacity == 0 ? 8 : array->capacity * 2;
        if (capacity > SIZE_MAX / array->item_size)
            return NULL;
        void *items = realloc(array->items, capacity * array->item_size);
        if (items == NULL)
            return NULL;
        array->items = items;
        array->capacity = capacity;
    }
    void *item = (char *)array->items + array->count * array->item_size;
    memset(item, 0, array->item_size);
    array->count++;
    return item;
}

bool
ft_array_resize(ft_array *array, size_t count)
{
    assert(array->item_size > 0);
    if (count > array->capacity) {
        if (count > SIZE_MAX / array->item_size)
            return false;
        void *items = realloc(array->items, count * array->item_size);
        if (items == NULL)
            return false;
        array->items = items;
        array->capacity = count;
    }
    if (count > array->count)
        memset((char *)array->items + array->count * array->item_size, 0,
               (count - array->count) * array->item_size);
    array->count = count;
    return true;
}

void *
ft_array_at(const ft_array *array, size_t index)
{
    assert(index < array->count);
    return (char *)array->items + index * array->item_size;
}

void
ft_array_clear(ft_array *array)
{
    array->count = 0;
}

void
ft_array_finish(ft_array *array)
{
    free(array->items);
    array->items = NULL;
    array->count = 0;
    array->capacity = 0;
}
