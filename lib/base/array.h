/* A growing array of items of one size.
 *
 *     ft_array spans = {.item_size = sizeof(fatiao_span)};
 *     fatiao_span *span = ft_array_push(&spans);    // zeroed, NULL: no memory
 *     …
 *     const fatiao_span *all = spans.items;         // spans.count of them
 *     ft_array_finish(&spans);
 */
#ifndef FT_BASE_ARRAY_H
#define FT_BASE_ARRAY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ft_array {
    void *items;
    size_t count;
    size_t capacity;
    size_t item_size;
} ft_array;

/* Appends a zeroed item and returns it, NULL if there is no memory. Pointers
 * to earlier items end with the call. */
void *ft_array_push(ft_array *array);
/* Makes the array hold `count` items, of which those new are zeroed. False if
 * there is no memory. */
bool ft_array_resize(ft_array *array, size_t count);
/* The item at `index`, which must be below `count`. */
void *ft_array_at(const ft_array *array, size_t index);
/* Forgets the items and keeps the memory. */
void ft_array_clear(ft_array *array);
void ft_array_finish(ft_array *array);

#endif
