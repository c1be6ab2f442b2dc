/* Memory that is freed all at once. A statute or a result with its thousands of
 * small strings lives in one arena.
 *
 *     ft_arena arena = {0};
 *     char *copy = ft_arena_text(&arena, text, byte_count);  // NULL: no memory
 *     …
 *     ft_arena_finish(&arena);
 */
#ifndef FT_BASE_ARENA_H
#define FT_BASE_ARENA_H

#include <stddef.h>

struct ft_arena_block;

/* All zeros is an empty arena. */
typedef struct ft_arena {
    struct ft_arena_block *blocks;
} ft_arena;

/* Zeroed memory, aligned for any type. NULL if there is none. */
void *ft_arena_alloc(ft_arena *arena, size_t byte_count);
/* A copy of `text` with a NUL behind it. */
char *ft_arena_text(ft_arena *arena, const char *text, size_t byte_count);
void ft_arena_finish(ft_arena *arena);

#endif
