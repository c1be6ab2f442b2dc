/* Walking UTF-8 by characters, with ICU's macros. */
#include "text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <string.h>

uint32_t
ft_utf8_next(const char *text, size_t byte_count, size_t *byte_index)
{
    const uint8_t *bytes = (const uint8_t *)text;
    size_t i = *byte_index;
    UChar32 code;
    U8_NEXT_OR_FFFD(bytes, i, byte_count, code);
    *byte_index = i;
    return (uint32_t)code;
}

bool
ft_utf8_is_valid(const char *text, size_t byte_count, size_t *bad_byte_index)
{
    const uint8_t *bytes = (const uint8_t *)text;
    for (size_t i = 0; i < byte_count;) {
        const size_t start = i;
        UChar32 code;
        U8_NEXT(bytes, i, byte_count, code);
        if (code < 0) {
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
    for (size_t i = 0; i < byte_count; count++)
        ft_utf8_next(text, byte_count, &i);
    return count;
}

bool
ft_utf8_ends_with(const char *text, size_t byte_count, const char *end)
{
    const size_t length = strlen(end);
    return byte_count >= length &&
           memcmp(text + byte_count - length, end, length) == 0;
}

bool
ft_char_is_blank(uint32_t code)
{
    if (code < 0x80)
        return code == ' ' || (code >= '\t' && code <= '\r');
    return code == 0x200B || code == 0xFEFF ||
           (code < 0x4E00 && u_isUWhiteSpace((UChar32)code));
}

bool
ft_char_is_one_of(uint32_t code, const char *set)
{
    const size_t byte_count = strlen(set);
    for (size_t at = 0; at < byte_count;)
        if (ft_utf8_next(set, byte_count, &at) == code)
            return true;
    return false;
}

bool
ft_char_is_private_use(uint32_t code)
{
    return (code >= 0xE000 && code <= 0xF8FF) ||
           (code >= 0xF0000 && code <= 0x10FFFD && (code & 0xFFFE) != 0xFFFE);
}
