/* Characters one by one. The widths are those of Unicode's East Asian Width,
 * W and F, in blocks; wcwidth would need a UTF-8 locale, which a bare system
 * does not have. */
#include "codepoint.h"

#include <string.h>

/* The length and the first bits of a sequence by its first byte; 0 where no
 * sequence can begin. */
static size_t
sequence_begin(unsigned char byte, uint32_t *code)
{
    if (byte < 0x80) {
        *code = byte;
        return 1;
    }
    if (byte >= 0xC2 && byte <= 0xDF) {
        *code = byte & 0x1Fu;
        return 2;
    }
    if (byte >= 0xE0 && byte <= 0xEF) {
        *code = byte & 0x0Fu;
        return 3;
    }
    if (byte >= 0xF0 && byte <= 0xF4) {
        *code = byte & 0x07u;
        return 4;
    }
    return 0;
}

static bool
decode(const char *text, size_t byte_count, uint32_t *code, size_t *used)
{
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    const size_t length = sequence_begin((unsigned char)text[0], code);
    *used = 1;
    if (length == 0 || length > byte_count)
        return false;
    for (size_t i = 1; i < length; i++) {
        const unsigned char byte = (unsigned char)text[i];
        if ((byte & 0xC0) != 0x80)
            return false;
        *code = *code << 6 | (byte & 0x3Fu);
    }
    if (*code < least[length] || *code > 0x10FFFF ||
        (*code >= 0xD800 && *code <= 0xDFFF))
        return false;
    *used = length;
    return true;
}

uint32_t
codepoint_next(const char *text, size_t byte_count, size_t *byte_index)
{
    uint32_t code = 0;
    size_t used = 0;
    const bool valid =
        decode(text + *byte_index, byte_count - *byte_index, &code, &used);
    *byte_index += used;
    return valid ? code : 0xFFFD;
}

bool
codepoint_text_is_valid(const char *text)
{
    size_t left = strlen(text);
    while (left > 0) {
        uint32_t code = 0;
        size_t used = 0;
        if (!decode(text, left, &code, &used))
            return false;
        text += used;
        left -= used;
    }
    return true;
}

unsigned
codepoint_columns(uint32_t code)
{
    static const struct {
        uint32_t first, last;
        unsigned columns;
    } blocks[] = {
        {0x0300, 0x036F, 0},   {0x1100, 0x115F, 2},   {0x200B, 0x200F, 0},
        {0x2E80, 0x303E, 2},   {0x3041, 0x4DBF, 2},   {0x4E00, 0xA4CF, 2},
        {0xAC00, 0xD7A3, 2},   {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},
        {0xFE30, 0xFE6F, 2},   {0xFEFF, 0xFEFF, 0},   {0xFF01, 0xFF60, 2},
        {0xFFE0, 0xFFE6, 2},   {0x1F300, 0x1FAFF, 2}, {0x20000, 0x3FFFD, 2},
        {0xE0100, 0xE01EF, 0},
    };
    for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
        if (code < blocks[i].first)
            return 1;
        if (code <= blocks[i].last)
            return blocks[i].columns;
    }
    return 1;
}

size_t
codepoint_text_columns(const char *text)
{
    const size_t byte_count = strlen(text);
    size_t columns = 0;
    for (size_t i = 0; i < byte_count;)
        columns += codepoint_columns(codepoint_next(text, byte_count, &i));
    return columns;
}

size_t
codepoint_text_count(const char *text)
{
    const size_t byte_count = strlen(text);
    size_t count = 0;
    for (size_t i = 0; i < byte_count; count++)
        codepoint_next(text, byte_count, &i);
    return count;
}
