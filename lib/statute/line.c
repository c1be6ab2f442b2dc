/* Lines: splitting, cutting of markup, and reading by characters. */
#include "statute/line.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "text/utf8.h"

static bool
push_line(ft_lines *lines, size_t start, size_t end)
{
    ft_line *line = ft_array_push(&lines->lines);
    if (line == NULL)
        return false;
    line->text = lines->copy + start;
    line->byte_count = end - start;
    line->byte_start = start;
    line->line_start = start;
    line->line = (uint32_t)lines->lines.count;
    return true;
}

fatiao_status
ft_lines_split(const char *text, size_t byte_count, ft_lines *out,
               fatiao_error *error)
{
    *out = (ft_lines){.lines = {.item_size = sizeof(ft_line)}};
    out->copy = malloc(byte_count + 1);
    if (out->copy == NULL)
        return ft_error_memory(error);
    if (byte_count > 0)
        memcpy(out->copy, text, byte_count);
    out->copy[byte_count] = '\0';
    out->byte_count = byte_count;
    size_t start = 0;
    while (start < byte_count) {
        size_t end = start;
        while (end < byte_count && text[end] != '\n' && text[end] != '\r')
            end++;
        if (!push_line(out, start, end))
            return ft_error_memory(error);
        if (end + 1 < byte_count && text[end] == '\r' && text[end + 1] == '\n')
            end++;
        start = end + 1;
    }
    return FATIAO_OK;
}

void
ft_lines_finish(ft_lines *lines)
{
    free(lines->copy);
    ft_array_finish(&lines->lines);
    *lines = (ft_lines){0};
}

ft_line *
ft_lines_at(const ft_lines *lines, size_t index)
{
    return ft_array_at(&lines->lines, index);
}

void
ft_lines_cut(ft_lines *lines, size_t byte_start, size_t byte_count)
{
    for (size_t i = byte_start; i < byte_start + byte_count; i++)
        if (lines->copy[i] != '\n' && lines->copy[i] != '\r')
            lines->copy[i] = '\0';
}

void
ft_lines_cut_bookmarks(ft_lines *lines)
{
    static const char opening[] = "[bookmark:";
    const size_t opening_count = sizeof(opening) - 1;
    for (size_t i = 0; i < lines->lines.count; i++) {
        const ft_line *line = ft_lines_at(lines, i);
        const char *end = line->text + line->byte_count;
        const char *at = line->text;
        while ((at = memmem(at, (size_t)(end - at), opening, opening_count)) !=
               NULL) {
            const char *close = memchr(at, ']', (size_t)(end - at));
            if (close == NULL)
                break;
            ft_lines_cut(lines, (size_t)(at - lines->copy),
                         (size_t)(close + 1 - at));
            at = close + 1;
        }
    }
}

/* Where the last character of a line that is no blank ends. */
static size_t
end_without_blanks(const char *text, size_t byte_count)
{
    size_t end = byte_count;
    while (end > 0) {
        size_t start = end - 1;
        while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
            start--;
        size_t at = start;
        const uint32_t code = ft_utf8_next(text, end, &at);
        if (code != 0 && !ft_char_is_blank(code))
            break;
        end = start;
    }
    return end;
}

void
ft_lines_trim(ft_lines *lines)
{
    size_t kept = 0;
    for (size_t i = 0; i < lines->lines.count; i++) {
        ft_line line = *ft_lines_at(lines, i);
        line.byte_count = end_without_blanks(line.text, line.byte_count);
        const size_t start = ft_line_skip_blanks(&line, 0);
        if (start == line.byte_count)
            continue;
        line.text += start;
        line.byte_start += start;
        line.byte_count -= start;
        *ft_lines_at(lines, kept++) = line;
    }
    lines->lines.count = kept;
}

uint32_t
ft_line_next(const ft_line *line, size_t *byte_index)
{
    while (*byte_index < line->byte_count) {
        const uint32_t code =
            ft_utf8_next(line->text, line->byte_count, byte_index);
        if (code != 0)
            return code;
    }
    return 0;
}

size_t
ft_line_skip_blanks(const ft_line *line, size_t byte_index)
{
    while (byte_index < line->byte_count) {
        size_t after = byte_index;
        const uint32_t code =
            ft_utf8_next(line->text, line->byte_count, &after);
        if (code != 0 && !ft_char_is_blank(code))
            break;
        byte_index = after;
    }
    return byte_index;
}

bool
ft_line_is_blank_from(const ft_line *line, size_t byte_index)
{
    return ft_line_skip_blanks(line, byte_index) >= line->byte_count;
}

uint32_t
ft_line_last(const ft_line *line)
{
    const size_t end = end_without_blanks(line->text, line->byte_count);
    if (end == 0)
        return 0;
    size_t start = end - 1;
    while (start > 0 && ((unsigned char)line->text[start] & 0xC0) == 0x80)
        start--;
    return ft_utf8_next(line->text, end, &start);
}

bool
ft_line_holds(const ft_line *line, const char *text)
{
    return memmem(line->text, line->byte_count, text, strlen(text)) != NULL;
}

size_t
ft_line_char_count(const ft_line *line)
{
    size_t count = 0;
    size_t at = 0;
    for (uint32_t code; (code = ft_line_next(line, &at)) != 0;)
        if (!ft_char_is_blank(code))
            count++;
    return count;
}

ft_line
ft_line_from(const ft_line *line, size_t byte_index)
{
    ft_line rest = *line;
    const size_t start = ft_line_skip_blanks(line, byte_index);
    rest.text += start;
    rest.byte_start += start;
    rest.byte_count -= start;
    return rest;
}
