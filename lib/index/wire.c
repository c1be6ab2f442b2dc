/* Numbers and strings as bytes. */
#include "index/wire.h"

#include <string.h>

void
ft_wire_put_number(ft_strbuf *out, uint64_t number)
{
    char bytes[10];
    size_t count = 0;
    while (number >= 0x80) {
        bytes[count++] = (char)(unsigned char)(0x80 | (number & 0x7F));
        number >>= 7;
    }
    bytes[count++] = (char)number;
    ft_strbuf_bytes(out, bytes, count);
}

void
ft_wire_put_string(ft_strbuf *out, const char *bytes, size_t byte_count)
{
    ft_wire_put_number(out, byte_count);
    ft_strbuf_bytes(out, bytes, byte_count);
}

uint64_t
ft_wire_number(ft_wire *wire, uint64_t most)
{
    uint64_t number = 0;
    for (unsigned shift = 0; shift < 64 && !wire->failed; shift += 7) {
        if (wire->at == wire->byte_count)
            break;
        const uint64_t byte = (unsigned char)wire->bytes[wire->at++];
        const uint64_t bits = byte & 0x7F;
        if (bits << shift >> shift != bits)
            break;
        number |= bits << shift;
        if (byte >= 0x80)
            continue;
        if (number > most)
            break;
        return number;
    }
    wire->failed = true;
    return 0;
}

const char *
ft_wire_bytes(ft_wire *wire, size_t byte_count)
{
    if (wire->failed || byte_count > wire->byte_count - wire->at) {
        wire->failed = true;
        return NULL;
    }
    const char *bytes = wire->bytes + wire->at;
    wire->at += byte_count;
    return bytes;
}

const char *
ft_wire_string(ft_wire *wire, size_t *byte_count)
{
    *byte_count = ft_wire_number(wire, SIZE_MAX);
    const char *bytes = ft_wire_bytes(wire, *byte_count);
    if (bytes != NULL && memchr(bytes, '\0', *byte_count) == NULL)
        return bytes;
    wire->failed = true;
    *byte_count = 0;
    return "";
}

const char *
ft_wire_text(ft_wire *wire, ft_arena *arena)
{
    size_t byte_count;
    const char *bytes = ft_wire_string(wire, &byte_count);
    return ft_arena_text(arena, bytes, byte_count);
}
