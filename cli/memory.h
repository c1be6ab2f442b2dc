/* Memory for a program that can do nothing useful without it: these end the
 * program with an error where there is none. What they give is freed with
 * free(). */
#ifndef CLI_MEMORY_H
#define CLI_MEMORY_H

#include <stddef.h>

/* Room for `count` items, zeroed. */
void *memory_new(size_t count, size_t item_size);
/* `items` with room for one more behind the `count` that there are. Grows by
 * doubling whenever `count` is a power of two. */
void *memory_grow(void *items, size_t count, size_t item_size);
/* A copy of the first `byte_count` bytes of `text`, ended with NUL. */
char *memory_text(const char *text, size_t byte_count);
char *memory_format(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

#endif
