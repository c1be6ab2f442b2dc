/* A growing string buffer that remembers its own failure. */
#include "base/strbuf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Makes room for `byte_count` more bytes and the NUL. */
static bool
reserve(ft_strbuf *buffer, size_t byte_count)
{
    if (buffer->failed)
        return false;
    if (byte_count >= SIZE_MAX / 2 - buffer->byte_count) {
        buffer->failed = true;
        return false;
    }
    const size_t needed = buffer->byte_count + byte_count + 1;
    if (needed <= buffer->capacity)
        return true;
    size_t capacity = buffer->capacity < 64 ? 64 : buffer->capacity;
    while (capacity < needed)
        capacity *= 2;
    char *bytes = realloc(buffer->bytes, capacity);
    if (bytes == NULL) {
        buffer->failed = true;
        return false;
    }
    buffer->bytes = bytes;
    buffer->capacity = capacity;
    return true;
}

void
ft_strbuf_bytes(ft_strbuf *buffer, const void *bytes, size_t byte_count)
{
    if (!reserve(buffer, byte_count))
        return;
    if (byte_count > 0)
        memcpy(buffer->bytes + buffer->byte_count, bytes, byte_count);
    buffer->byte_count += byte_count;
    buffer->bytes[buffer->byte_count] = '\0';
}

void
ft_strbuf_text(ft_strbuf *buffer, const char *text)
{
    ft_strbuf_bytes(buffer, text, strlen(text));
}

void
ft_strbuf_format(ft_strbuf *buffer, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0 || !reserve(buffer, (size_t)length)) {
        buffer->failed = true;
        return;
    }
    va_start(arguments, format);
    vsnprintf(buffer->bytes + buffer->byte_count, (size_t)length + 1, format,
              arguments);
    va_end(arguments);
    buffer->byte_count += (size_t)length;
}

void
ft_strbuf_char(ft_strbuf *buffer, uint32_t code)
{
    char bytes[4];
    size_t count = 0;
    if (code < 0x80) {
        bytes[count++] = (char)code;
    } else if (code < 0x800) {
        bytes[count++] = (char)(0xC0 | code >> 6);
        bytes[count++] = (char)(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        bytes[count++] = (char)(0xE0 | code >> 12);
        bytes[count++] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[count++] = (char)(0x80 | (code & 0x3F));
    } else {
        bytes[count++] = (char)(0xF0 | code >> 18);
        bytes[count++] = (char)(0x80 | (code >> 12 & 0x3F));
        bytes[count++] = (char)(0x80 | (code >> 6 & 0x3F));
        bytes[count++] = (char)(0x80 | (code & 0x3F));
    }
    ft_strbuf_bytes(buffer, bytes, count);
}

void
ft_strbuf_clear(ft_strbuf *buffer)
{
    buffer->byte_count = 0;
    if (buffer->bytes != NULL)
        buffer->bytes[0] = '\0';
}

bool
ft_strbuf_failed(const ft_strbuf *buffer)
{
    return buffer->failed;
}

const char *
ft_strbuf_string(const ft_strbuf *buffer)
{
    return buffer->bytes == NULL ? "" : buffer->bytes;
}

char *
ft_strbuf_take(ft_strbuf *buffer)
{
    ft_strbuf_bytes(buffer, "", 0);
    char *text = NULL;
    if (!buffer->failed) {
        text = buffer->bytes;
        buffer->bytes = NULL;
    }
    ft_strbuf_finish(buffer);
    return text;
}

void
ft_strbuf_finish(ft_strbuf *buffer)
{
    free(buffer->bytes);
    *buffer = (ft_strbuf){0};
}
