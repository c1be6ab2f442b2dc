/* Comparing titles. */
#include "statute/title_key.h"

#include <string.h>

#include "text/numeral.h"

static const char country[] = "中华人民共和国";

void
ft_title_key_write(ft_strbuf *out, const ft_char *chars, size_t count,
                   bool is_stem)
{
    size_t depth = 0;
    for (size_t i = 0; i < count; i++) {
        depth += is_stem && chars[i].code == '(';
        if (depth == 0 && ft_char_is_pairing(chars[i].code))
            ft_strbuf_char(out, chars[i].code);
        depth -= depth > 0 && chars[i].code == ')';
    }
}

fatiao_status
ft_title_key_of(ft_strbuf *out, const char *title, bool is_stem,
                fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    const fatiao_status status = ft_fold(title, strlen(title), &chars, error);
    ft_title_key_write(out, chars.items, chars.count, is_stem);
    ft_array_finish(&chars);
    return status;
}

const char *
ft_title_key_short(const char *key)
{
    const size_t length = sizeof(country) - 1;
    const bool begins = strncmp(key, country, length) == 0;
    return begins && key[length] != '\0' ? key + length : key;
}

bool
ft_title_key_has_number(const ft_char *chars, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (chars[i].code != '(')
            continue;
        size_t end = i + 1;
        while (end < count && ft_numeral_has(chars[end].code))
            end++;
        if (end > i + 1 && end < count && chars[end].code == ')')
            return true;
    }
    return false;
}
