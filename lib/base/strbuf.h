/* A string buffer that grows and remembers its own failure: append freely,
 * ask ft_strbuf_failed once at the end.
 *
 *     ft_strbuf out = {0};
 *     ft_strbuf_text(&out, "第");
 *     ft_strbuf_format(&out, "%u", number);
 *     if (ft_strbuf_failed(&out)) …
 *     ft_strbuf_finish(&out);
 */
#ifndef FT_BASE_STRBUF_H
#define FT_BASE_STRBUF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* All zeros is an empty buffer. `bytes` ends with NUL beyond `byte_count`, and
 * is NULL while nothing was ever appended. */
typedef struct ft_strbuf {
    char *bytes;
    size_t byte_count;
    size_t capacity;
    bool failed;
} ft_strbuf;

void ft_strbuf_bytes(ft_strbuf *buffer, const void *bytes, size_t byte_count);
void ft_strbuf_text(ft_strbuf *buffer, const char *text);
void ft_strbuf_format(ft_strbuf *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* Appends one code point as UTF-8. */
void ft_strbuf_char(ft_strbuf *buffer, uint32_t code);

/* Empties the buffer and keeps its memory; a failure stays remembered. */
void ft_strbuf_clear(ft_strbuf *buffer);
/* Whether an append since the start found no memory. */
bool ft_strbuf_failed(const ft_strbuf *buffer);
/* The text, never NULL. Borrowed until the next append. */
const char *ft_strbuf_string(const ft_strbuf *buffer);
/* Hands the text over, to be freed with free(), and leaves the buffer empty.
 * NULL if an append failed. */
char *ft_strbuf_take(ft_strbuf *buffer);
void ft_strbuf_finish(ft_strbuf *buffer);

#endif
