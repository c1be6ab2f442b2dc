/* Articles inside a line. A number in running text is nearly always a mention
 * (依照本条例第十四条的规定), so an article is found only where it is the very
 * next one and no later line begins with it. */
#include "statute/glue.h"

#include <string.h>

#include "text/utf8.h"

/* So many articles on one line are a chapter. */
enum { PACKED_ARTICLES_MIN = 2 };

/* The next 第 or 笫 from `from` on; the end of the line if there is none. */
static size_t
find_ordinal(const ft_line *line, size_t from)
{
    const char *end = line->text + line->byte_count;
    for (const char *at = line->text + from;
         (at = memchr(at, '\xE7', (size_t)(end - at))) != NULL; at++)
        if (end - at >= 3 && at[1] == '\xAC' &&
            (at[2] == '\xAC' || at[2] == '\xAB'))
            return (size_t)(at - line->text);
    return line->byte_count;
}

/* The last character before `byte_index` that is no blank; `*has_blank` says
 * whether a blank stands between. */
static uint32_t
char_before(const ft_line *line, size_t byte_index, bool *has_blank)
{
    ft_line before = *line;
    before.byte_count = byte_index;
    const uint32_t last = ft_line_last(&before);
    size_t start = byte_index;
    do
        start--;
    while (start > 0 && ((unsigned char)line->text[start] & 0xC0) == 0x80);
    *has_blank = ft_char_is_blank(ft_utf8_next(line->text, byte_index, &start));
    return last;
}

/* Whether the words before a label can be the end of an article. */
static bool
can_end_article(const ft_line *line, size_t byte_index, bool fills_gap)
{
    bool has_blank;
    const uint32_t last = char_before(line, byte_index, &has_blank);
    if (last == 0x3002) /* 。 */
        return true;
    if (has_blank && ft_char_is_one_of(last, "；：）”"))
        return true;
    /* Words lost together with the line break: only if a number is missing
     * else, and never behind words that lead to a mention. */
    return fills_gap && last >= 0x4E00 && last <= 0x9FFF &&
           !ft_char_is_one_of(last,
                              "例法定照据反合至和及或与本依按违根则章款项编");
}

bool
ft_glue_find(const ft_line *line, uint32_t expected, uint32_t next_article,
             size_t *byte_index)
{
    if (line->byte_count < 3 || (next_article != 0 && next_article <= expected))
        return false;
    for (size_t at = find_ordinal(line, 3); at < line->byte_count;
         at = find_ordinal(line, at + 3)) {
        ft_line rest = *line;
        rest.text += at;
        rest.byte_start += at;
        rest.byte_count -= at;
        rest.heading_level = 0;
        const ft_label label = ft_label_parse(&rest);
        if (label.kind != FT_LABEL_ARTICLE || label.number != expected ||
            label.suffix != 0 || label.byte_count == rest.byte_count ||
            (label.is_glued && ft_label_is_mention(&rest, &label)))
            continue;
        const bool fills_gap = next_article == expected + 1 && label.is_glued;
        if (!can_end_article(line, at, fills_gap))
            continue;
        *byte_index = at;
        return true;
    }
    return false;
}

bool
ft_glue_is_packed(const ft_line *line, uint32_t expected)
{
    ft_line rest = *line;
    size_t count = 0;
    size_t at;
    while (count < PACKED_ARTICLES_MIN &&
           ft_glue_find(&rest, expected, 0, &at)) {
        bool has_blank;
        char_before(&rest, at, &has_blank);
        if (!has_blank)
            return false;
        rest = ft_line_from(&rest, at);
        expected++;
        count++;
    }
    return count >= PACKED_ARTICLES_MIN;
}

size_t
ft_glue_part_end(const ft_line *line)
{
    bool is_end = false;
    for (size_t at = 0; at < line->byte_count;) {
        const size_t start = at;
        const uint32_t code = ft_utf8_next(line->text, line->byte_count, &at);
        if (is_end && ft_char_is_blank(code))
            return start;
        is_end = ft_char_is_one_of(code, "。；：”");
    }
    return line->byte_count;
}
