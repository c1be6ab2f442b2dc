/* Walking UTF-8 by characters, by the table of well-formed sequences of the
 * Unicode standard (table 3-7). */
#include "text/utf8.h"

/* How many bytes follow a lead byte, and the range of the first of them. */
typedef struct lead {
    unsigned count;
    unsigned char low;
    unsigned char high;
} lead;

/* `count` 0: no lead byte of a sequence. */
static lead
lead_of(unsigned char byte)
{
    if (byte >= 0xC2 && byte <= 0xDF)
        return (lead){1, 0x80, 0xBF};
    if (byte == 0xE0)
        return (lead){2, 0xA0, 0xBF};
    if (byte == 0xED)
        return (lead){2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF)
        return (lead){2, 0x80, 0xBF};
    if (byte == 0xF0)
        return (lead){3, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3)
        return (lead){3, 0x80, 0xBF};
    if (byte == 0xF4)
        return (lead){3, 0x80, 0x8F};
    return (lead){0, 0, 0};
}

/* Reads one sequence. False if it is ill-formed; `*byte_index` then stands
 * behind the longest part of it that could have begun a character. */
static bool
read_char(const char *text, size_t byte_count, size_t *byte_index,
          uint32_t *code)
{
    const unsigned char first = (unsigned char)text[(*byte_index)++];
    if (first < 0x80) {
        *code = first;
        return true;
    }
    lead rest = lead_of(first);
    if (rest.count == 0)
        return false;
    uint32_t value = first & (0x3Fu >> rest.count);
    for (unsigned i = 0; i < rest.count; i++) {
        if (*byte_index >= byte_count)
            return false;
        const unsigned char byte = (unsigned char)text[*byte_index];
        if (byte < rest.low || byte > rest.high)
            return false;
        value = value << 6 | (byte & 0x3Fu);
        rest.low = 0x80;
        rest.high = 0xBF;
        (*byte_index)++;
    }
    *code = value;
    return true;
}

uint32_t
ft_utf8_next(const char *text, size_t byte_count, size_t *byte_index)
{
    uint32_t code = 0;
    return read_char(text, byte_count, byte_index, &code) ? code : 0xFFFD;
}

bool
ft_utf8_is_valid(const char *text, size_t byte_count, size_t *bad_byte_index)
{
    size_t at = 0;
    while (at < byte_count) {
        const size_t start = at;
        uint32_t code;
        if (!read_char(text, byte_count, &at, &code)) {
            if (bad_byte_index != NULL)
                *bad_byte_index = start;
            return false;
        }
    }
    return true;
}

size_t
ft_utf8_char_count(const char *text, size_t byte_count)
{
    size_t count = 0;
    for (size_t at = 0; at < byte_count; count++)
        ft_utf8_next(text, byte_count, &at);
    return count;
}

bool
ft_char_is_blank(uint32_t code)
{
    if (code <= 0x20)
        return code == 0x20 || (code >= 0x09 && code <= 0x0D);
    if (code < 0x1680)
        return code == 0x85 || code == 0xA0;
    return code == 0x1680 || (code >= 0x2000 && code <= 0x200B) ||
           code == 0x2028 || code == 0x2029 || code == 0x202F ||
           code == 0x205F || code == 0x3000 || code == 0xFEFF;
}

bool
ft_char_is_private_use(uint32_t code)
{
    return (code >= 0xE000 && code <= 0xF8FF) ||
           (code >= 0xF0000 && code <= 0xFFFFD) ||
           (code >= 0x100000 && code <= 0x10FFFD);
}
