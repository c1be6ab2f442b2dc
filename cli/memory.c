/* Memory for a program that can do nothing useful without it. */
#include "memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "message.h"

static void *
check(void *memory)
{
    if (memory == NULL) {
        message_error("no memory");
        exit(EXIT_CODE_ERROR);
    }
    return memory;
}

void *
memory_new(size_t count, size_t item_size)
{
    return check(calloc(count == 0 ? 1 : count, item_size));
}

void *
memory_grow(void *items, size_t count, size_t item_size)
{
    if (count != 0 && (count & (count - 1)) != 0)
        return items;
    const size_t capacity = count == 0 ? 1 : count * 2;
    if (capacity > SIZE_MAX / item_size)
        return check(NULL);
    return check(realloc(items, capacity * item_size));
}

char *
memory_text(const char *text, size_t byte_count)
{
    char *copy = memory_new(byte_count + 1, 1);
    memcpy(copy, text, byte_count);
    return copy;
}

char *
memory_format(const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    const int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    return check(length < 0 ? NULL : text);
}
