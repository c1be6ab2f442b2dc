/* Filling in a fatiao_error. */
#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *
fatiao_status_name(fatiao_status status)
{
    switch (status) {
    case FATIAO_OK:
        return "no error";
    case FATIAO_ERR_ARGUMENT:
        return "bad argument";
    case FATIAO_ERR_MEMORY:
        return "out of memory";
    case FATIAO_ERR_ENCODING:
        return "unknown encoding";
    case FATIAO_ERR_SYNTAX:
        return "not understood";
    case FATIAO_ERR_NOT_FOUND:
        return "not found";
    case FATIAO_ERR_LOCKED:
        return "index in use by another writer";
    case FATIAO_ERR_IO:
        return "disk or permission";
    case FATIAO_ERR_CORRUPT:
        return "index damaged";
    case FATIAO_ERR_FORMAT:
        return "index of another version";
    case FATIAO_ERR_LIMIT:
        return "limit exceeded";
    case FATIAO_ERR_CHANGED:
        return "index changed meanwhile";
    case FATIAO_ERR_INTERNAL:
        return "internal fault";
    }
    return "unknown status";
}

const char *
fatiao_version(void)
{
    return FATIAO_VERSION;
}

void
ft_error_clear(fatiao_error *error)
{
    if (error != NULL)
        memset(error, 0, sizeof(*error));
}

/* Cuts a string that filled its buffer back to a whole UTF-8 character, and
 * keeps control characters off the terminal. */
static void
tidy(char *text, size_t capacity)
{
    size_t length = strlen(text);
    if (length + 1 == capacity) {
        while (length > 0 && ((unsigned char)text[length - 1] & 0xC0) == 0x80)
            length--;
        if (length > 0 && ((unsigned char)text[length - 1] & 0x80) != 0)
            length--;
        text[length] = '\0';
    }
    for (char *c = text; *c != '\0'; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7F)
            *c = '?';
}

fatiao_status
ft_error_set(fatiao_error *error, fatiao_status status, const char *format, ...)
{
    if (error == NULL)
        return status;
    error->status = status;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->message, sizeof(error->message), format, arguments);
    va_end(arguments);
    tidy(error->message, sizeof(error->message));
    return status;
}

/* Copies the end of `from` that fits, starting at a whole character. */
static void
copy_end(char *to, size_t capacity, const char *from)
{
    size_t length = strlen(from);
    if (length >= capacity) {
        from += length - capacity + 1;
        while (((unsigned char)*from & 0xC0) == 0x80)
            from++;
    }
    strcpy(to, from);
    tidy(to, capacity);
}

void
ft_error_place(fatiao_error *error, const char *file, uint32_t line,
               uint32_t column)
{
    if (error == NULL)
        return;
    if (file != NULL)
        copy_end(error->file, sizeof(error->file), file);
    error->line = line;
    error->column = column;
}

fatiao_status
ft_error_memory(fatiao_error *error)
{
    return ft_error_set(error, FATIAO_ERR_MEMORY, "out of memory");
}

fatiao_status
ft_error_argument(fatiao_error *error, const char *what)
{
    return ft_error_set(error, FATIAO_ERR_ARGUMENT, "bad argument: %s", what);
}
