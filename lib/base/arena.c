/* Memory that is freed all at once: a list of blocks, the newest in front,
 * each filled from its start. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_BYTES = 8192 };

struct ft_arena_block {
    struct ft_arena_block *next;
    size_t used;
    size_t capacity;
    alignas(max_align_t) char bytes[];
};

static struct ft_arena_block *
add_block(ft_arena *arena, size_t byte_count)
{
    const size_t capacity = byte_count > BLOCK_BYTES ? byte_count : BLOCK_BYTES;
    if (capacity > SIZE_MAX / 2)
        return NULL;
    struct ft_arena_block *block = malloc(sizeof(*block) + capacity);
    if (block == NULL)
        return NULL;
    block->used = 0;
    block->capacity = capacity;
    block->next = arena->blocks;
    arena->blocks = block;
    return block;
}

void *
ft_arena_alloc(ft_arena *arena, size_t byte_count)
{
    const size_t align = alignof(max_align_t);
    if (byte_count > SIZE_MAX / 2)
        return NULL;
    const size_t rounded = (byte_count + align - 1) / align * align;
    struct ft_arena_block *block = arena->blocks;
    if (block == NULL || block->capacity - block->used < rounded)
        block = add_block(arena, rounded);
    if (block == NULL)
        return NULL;
    void *memory = block->bytes + block->used;
    block->used += rounded;
    return memset(memory, 0, byte_count);
}

char *
ft_arena_text(ft_arena *arena, const char *text, size_t byte_count)
{
    char *copy = ft_arena_alloc(arena, byte_count + 1);
    if (copy != NULL && byte_count > 0)
        memcpy(copy, text, byte_count);
    return copy;
}

void
ft_arena_finish(ft_arena *arena)
{
    while (arena->blocks != NULL) {
        struct ft_arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
}
