/* The sketch of a Markdown document. */
#include "statute/sketch.h"

#include <string.h>

#include "base/error.h"

/* A container that opens right of this column is taken for text: it could only
 * be one deep inside others. */
enum { CONTAINER_COLUMN_MAX = 96 };

static bool
is_space(char c)
{
    return c == ' ' || c == '\t';
}

bool
ft_sketch_is_rule(const char *text, size_t byte_count)
{
    if (byte_count == 0 || strchr("-*_=", text[0]) == NULL)
        return false;
    for (size_t i = 1; i < byte_count; i++)
        if (text[i] != text[0] && !is_space(text[i]))
            return false;
    return true;
}

size_t
ft_sketch_container(const char *text, size_t byte_count)
{
    if (byte_count == 0)
        return 0;
    if (text[0] == '>')
        return 1;
    size_t length = 0;
    if (strchr("-*+", text[0]) != NULL && text[0] != '\0') {
        length = 1;
    } else {
        while (length < byte_count && length < 9 && text[length] >= '0' &&
               text[length] <= '9')
            length++;
        if (length == 0 || length == byte_count ||
            (text[length] != '.' && text[length] != ')'))
            return 0;
        length++;
    }
    return length == byte_count || is_space(text[length]) ? length : 0;
}

/* Sketches what stands behind the containers of a line. */
static void
sketch_text(ft_strbuf *sketch, const char *text, size_t byte_count)
{
    if (byte_count == 0)
        return;
    if (ft_sketch_is_rule(text, byte_count)) {
        ft_strbuf_bytes(sketch, text, byte_count);
        return;
    }
    const char mark = text[0];
    size_t length = 0;
    while (length < byte_count && text[length] == mark)
        length++;
    if (mark == '#' && length <= 6 &&
        (length == byte_count || is_space(text[length]))) {
        ft_strbuf_bytes(sketch, text, length);
        ft_strbuf_text(sketch, length == byte_count ? "" : " x");
    } else if ((mark == '`' || mark == '~') && length >= 3) {
        ft_strbuf_bytes(sketch, text, length);
        if (mark == '`' &&
            memchr(text + length, '`', byte_count - length) != NULL)
            ft_strbuf_text(sketch, "`");
        else if (length < byte_count)
            ft_strbuf_text(sketch, "x");
    } else {
        ft_strbuf_text(sketch, "x");
    }
}

/* Appends the sketch of a line. False: too many containers. */
static bool
sketch_line(ft_strbuf *sketch, const ft_line *line)
{
    size_t at = 0;
    size_t depth = 0;
    /* What was cut from the front leaves blanks. */
    while (at < line->byte_count && line->text[at] == '\0')
        at++;
    for (;;) {
        const size_t start = at;
        while (at < line->byte_count &&
               (is_space(line->text[at]) || line->text[at] == '\0'))
            at++;
        ft_strbuf_bytes(sketch, line->text + start, at - start);
        const char *rest = line->text + at;
        const size_t rest_count = line->byte_count - at;
        const size_t length = ft_sketch_container(rest, rest_count);
        if (length == 0 || ft_sketch_is_rule(rest, rest_count) ||
            at > CONTAINER_COLUMN_MAX) {
            if (at > CONTAINER_COLUMN_MAX && rest_count > 0)
                ft_strbuf_text(sketch, "x");
            else
                sketch_text(sketch, rest, rest_count);
            ft_strbuf_text(sketch, "\n");
            return true;
        }
        if (++depth > FT_SKETCH_DEPTH_MAX)
            return false;
        ft_strbuf_bytes(sketch, rest, length);
        at += length;
    }
}

fatiao_status
ft_sketch_lines(const ft_lines *lines, ft_strbuf *sketch, fatiao_error *error)
{
    for (size_t i = 0; i < lines->lines.count; i++) {
        const ft_line *line = ft_lines_at(lines, i);
        if (i < FT_SKETCH_LINES_MAX && sketch_line(sketch, line))
            continue;
        const char *what = i < FT_SKETCH_LINES_MAX
                               ? "quotes and lists nested too deeply"
                               : "too many lines";
        ft_error_set(error, FATIAO_ERR_LIMIT, "%s", what);
        ft_error_place(error, NULL, line->line, 0);
        return FATIAO_ERR_LIMIT;
    }
    for (size_t i = 0; i < sketch->byte_count; i++)
        if (sketch->bytes[i] == '\0')
            sketch->bytes[i] = ' ';
    return ft_strbuf_failed(sketch) ? ft_error_memory(error) : FATIAO_OK;
}
