/* Numbers and strings as bytes: how records are written and read.
 *
 *     number   LEB128: seven bits a byte, lowest first, top bit "more follow"
 *     string   its byte count as a number, then its bytes
 *
 * Reading never goes past the end and remembers its own failure, so that a
 * whole record is read freely and asked once:
 *
 *     ft_wire wire = {bytes, byte_count, 0, false};
 *     const uint64_t line = ft_wire_number(&wire, UINT32_MAX);
 *     …
 *     if (wire.failed) …
 */
#ifndef FT_INDEX_WIRE_H
#define FT_INDEX_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/strbuf.h"

void ft_wire_put_number(ft_strbuf *out, uint64_t number);
void ft_wire_put_string(ft_strbuf *out, const char *bytes, size_t byte_count);

typedef struct ft_wire {
    const char *bytes;
    size_t byte_count;
    size_t at; /* what is read next */
    bool failed;
} ft_wire;

/* 0 after a failure. A number above `most` is one. */
uint64_t ft_wire_number(ft_wire *wire, uint64_t most);
/* Points into the bytes, with no NUL behind; "" after a failure. A string
 * with a NUL inside is one. */
const char *ft_wire_string(ft_wire *wire, size_t *byte_count);
/* The same as `byte_count` bytes of any value; NULL after a failure. */
const char *ft_wire_bytes(ft_wire *wire, size_t byte_count);
/* A copy in the arena, NUL behind. NULL: no memory. */
const char *ft_wire_text(ft_wire *wire, ft_arena *arena);

#endif
