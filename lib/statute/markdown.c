/* Markdown by CommonMark's rules, for its blocks only. cmark is fed a sketch of
 * the document that has the same lines, each with the characters that can open
 * a block and an `x` for whatever text follows:
 *
 *     ## 第一章 总则        ## x
 *     > “第三条 …           > x
 *     第三条                x
 *     ---                   ---
 *
 * and answers which lines are headings, quotes, lists, breaks and fences. Text
 * never reaches its inline parser, so none of the inputs on which that is
 * quadratic can; nesting is bounded before it is called. */
#include "statute/markdown.h"

#include <string.h>

#include "base/error.h"
#include "base/strbuf.h"

#include <cmark.h>

/* A container that opens right of this column is taken for text: it could only
 * be one deep inside others. */
enum { CONTAINER_COLUMN_MAX = 96 };

/* What cmark says of a line. */
typedef struct block {
    uint8_t heading_level;
    uint8_t quote_count;
    uint8_t bullet_count;
    bool is_atx;    /* a heading with # before it */
    bool is_markup; /* a break, a fence, an underline: no text at all */
} block;

/* ------------------------------------------------- what is cut beforehand */

/* Whether the line is `text` and blanks. */
static bool
line_is(const ft_line *line, const char *text)
{
    const size_t byte_count = strlen(text);
    if (line->byte_count < byte_count ||
        memcmp(line->text, text, byte_count) != 0)
        return false;
    return ft_line_is_blank_from(line, byte_count);
}

/* Whether a line can stand in front matter: `key: value`, a list item, an
 * indented or blank line, a comment. */
static bool
is_front_matter_line(const ft_line *line)
{
    if (ft_line_is_blank_from(line, 0) ||
        strchr(" \t-#", line->text[0]) != NULL)
        return true;
    return memchr(line->text, ':', line->byte_count) != NULL;
}

/* Cuts a block between `---` lines at the very beginning. */
static void
cut_front_matter(ft_lines *lines)
{
    if (lines->lines.count == 0)
        return;
    ft_line first = *ft_lines_at(lines, 0);
    if (first.byte_count >= 3 && memcmp(first.text, "\xEF\xBB\xBF", 3) == 0)
        first = ft_line_from(&first, 3);
    if (!line_is(&first, "---"))
        return;
    for (size_t i = 1; i < lines->lines.count; i++) {
        const ft_line *line = ft_lines_at(lines, i);
        if (line_is(line, "---") || line_is(line, "...")) {
            ft_lines_cut(lines, first.byte_start,
                         line->byte_start + line->byte_count -
                             first.byte_start);
            return;
        }
        if (!is_front_matter_line(line))
            return;
    }
}

/* Cuts comments, wherever they stand. One that is never closed is text. */
static void
cut_comments(ft_lines *lines)
{
    const char *end = lines->copy + lines->byte_count;
    const char *at = lines->copy;
    for (;;) {
        const char *open = memmem(at, (size_t)(end - at), "<!--", 4);
        if (open == NULL)
            return;
        const char *close =
            memmem(open + 4, (size_t)(end - open - 4), "-->", 3);
        if (close == NULL)
            return;
        at = close + 3;
        ft_lines_cut(lines, (size_t)(open - lines->copy), (size_t)(at - open));
    }
}

static void
find_head_end(ft_lines *lines)
{
    for (size_t i = 0; i < lines->lines.count; i++)
        if (line_is(ft_lines_at(lines, i), "<!-- INFO END -->")) {
            lines->head_end = ft_lines_at(lines, i)->line;
            return;
        }
}

/* ------------------------------------------------------------- the sketch */

static bool
is_space(char c)
{
    return c == ' ' || c == '\t';
}

/* Whether the rest of a line is a thematic break or an underline: one of the
 * characters - * _ = and blanks. */
static bool
is_rule(const char *text, size_t byte_count)
{
    if (byte_count == 0 || strchr("-*_=", text[0]) == NULL)
        return false;
    for (size_t i = 1; i < byte_count; i++)
        if (text[i] != text[0] && !is_space(text[i]))
            return false;
    return true;
}

/* How long the container marker at the start of `text` is, 0 if there is
 * none. */
static size_t
container_length(const char *text, size_t byte_count)
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
    if (is_rule(text, byte_count)) {
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
        const size_t length = container_length(rest, rest_count);
        if (length == 0 || is_rule(rest, rest_count) ||
            at > CONTAINER_COLUMN_MAX) {
            if (at > CONTAINER_COLUMN_MAX && rest_count > 0)
                ft_strbuf_text(sketch, "x");
            else
                sketch_text(sketch, rest, rest_count);
            ft_strbuf_text(sketch, "\n");
            return true;
        }
        if (++depth > FT_MARKDOWN_DEPTH_MAX)
            return false;
        ft_strbuf_bytes(sketch, rest, length);
        at += length;
    }
}

static fatiao_status
sketch_lines(const ft_lines *lines, ft_strbuf *sketch, fatiao_error *error)
{
    for (size_t i = 0; i < lines->lines.count; i++) {
        const ft_line *line = ft_lines_at(lines, i);
        if (i < FT_MARKDOWN_LINES_MAX && sketch_line(sketch, line))
            continue;
        const char *what = i < FT_MARKDOWN_LINES_MAX
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

/* ------------------------------------------------------- cmark's answer */

/* A fence is markup if it names no more than a language: words in other
 * letters are text to keep. */
static bool
is_fence(const ft_line *line)
{
    const size_t at = ft_line_skip_blanks(line, 0);
    if (line->byte_count - at < 3 || (memcmp(line->text + at, "```", 3) != 0 &&
                                      memcmp(line->text + at, "~~~", 3) != 0))
        return false;
    for (size_t i = at; i < line->byte_count; i++)
        if ((unsigned char)line->text[i] >= 0x80)
            return false;
    return true;
}

/* An underlined heading: the lines from `first` to its underline. */
static void
note_setext(const ft_lines *lines, block *blocks, size_t first, uint8_t level)
{
    size_t last = first + 1;
    while (last < lines->lines.count) {
        const ft_line *line = ft_lines_at(lines, last);
        const size_t at = ft_line_skip_blanks(line, 0);
        if (is_rule(line->text + at, line->byte_count - at))
            break;
        last++;
    }
    if (last == lines->lines.count)
        return;
    blocks[last].is_markup = true;
    /* Several lines of text above a rule are not one heading. */
    if (last == first + 1)
        blocks[first].heading_level = level;
}

/* What cmark calls a heading begins with # or is underlined; its end it tells
 * only of the first kind. */
static void
note_heading(const ft_lines *lines, cmark_node *node, block *blocks,
             size_t first)
{
    const ft_line *line = ft_lines_at(lines, first);
    const uint8_t level = (uint8_t)cmark_node_get_heading_level(node);
    size_t at = 0;
    size_t length = 1;
    while (length > 0) {
        at = ft_line_skip_blanks(line, at);
        length = container_length(line->text + at, line->byte_count - at);
        at += length;
    }
    if (at < line->byte_count && line->text[at] == '#') {
        blocks[first].heading_level = level;
        blocks[first].is_atx = true;
    } else {
        note_setext(lines, blocks, first, level);
    }
}

/* Notes what one block says of its lines, counted from 0. */
static void
note_block(const ft_lines *lines, cmark_node *node, block *blocks)
{
    const size_t count = lines->lines.count;
    const int start = cmark_node_get_start_line(node);
    const int end = cmark_node_get_end_line(node);
    if (start < 1 || (size_t)start > count || end < start)
        return;
    const size_t first = (size_t)start - 1;
    const size_t last = (size_t)end > count ? count - 1 : (size_t)end - 1;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        note_heading(lines, node, blocks, first);
        break;
    case CMARK_NODE_THEMATIC_BREAK:
        blocks[first].is_markup = true;
        break;
    case CMARK_NODE_CODE_BLOCK:
        if (!is_fence(ft_lines_at(lines, first)))
            break;
        blocks[first].is_markup = true;
        if (is_fence(ft_lines_at(lines, last)))
            blocks[last].is_markup = true;
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        for (size_t i = first; i <= last; i++)
            if (blocks[i].quote_count < UINT8_MAX)
                blocks[i].quote_count++;
        break;
    case CMARK_NODE_ITEM:
        if (cmark_node_get_list_type(cmark_node_parent(node)) ==
                CMARK_BULLET_LIST &&
            blocks[first].bullet_count < UINT8_MAX)
            blocks[first].bullet_count++;
        break;
    default:
        break;
    }
}

static fatiao_status
ask_cmark(const ft_lines *lines, const ft_strbuf *sketch, block *blocks,
          fatiao_error *error)
{
    cmark_node *document = cmark_parse_document(
        ft_strbuf_string(sketch), sketch->byte_count, CMARK_OPT_DEFAULT);
    if (document == NULL)
        return ft_error_memory(error);
    cmark_iter *iterator = cmark_iter_new(document);
    if (iterator == NULL) {
        cmark_node_free(document);
        return ft_error_memory(error);
    }
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE)
        if (cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER)
            note_block(lines, cmark_iter_get_node(iterator), blocks);
    cmark_iter_free(iterator);
    cmark_node_free(document);
    return FATIAO_OK;
}

/* --------------------------------------------------- what is cut afterwards */

static void
cut_in_line(ft_lines *lines, const ft_line *line, size_t start, size_t count)
{
    ft_lines_cut(lines, line->byte_start + start, count);
}

/* Cuts the # before a heading, and those behind it. */
static void
cut_heading(ft_lines *lines, const ft_line *line, size_t at)
{
    size_t end = line->byte_count;
    size_t length = 0;
    while (at + length < end && line->text[at + length] == '#')
        length++;
    cut_in_line(lines, line, at, length);
    while (end > at && is_space(line->text[end - 1]))
        end--;
    size_t closing = end;
    while (closing > at && line->text[closing - 1] == '#')
        closing--;
    if (closing > at + length && closing < end &&
        is_space(line->text[closing - 1]))
        cut_in_line(lines, line, closing, end - closing);
}

/* Cuts the markers of quotes and bullets, then those of a heading. */
static void
cut_prefix(ft_lines *lines, ft_line *line, const block *of)
{
    unsigned quotes = of->quote_count;
    unsigned bullets = of->bullet_count;
    size_t at = 0;
    for (;;) {
        at = ft_line_skip_blanks(line, at);
        if (at == line->byte_count)
            return;
        const char c = line->text[at];
        if (c == '>' && quotes > 0) {
            quotes--;
            line->kind = FT_LINE_QUOTED;
        } else if (strchr("-*+", c) != NULL && bullets > 0) {
            bullets--;
        } else {
            break;
        }
        cut_in_line(lines, line, at++, 1);
    }
    line->heading_level = of->heading_level;
    if (of->is_atx)
        cut_heading(lines, line, at);
}

/* Cuts pairs of ** around bold text. */
static void
cut_bold(ft_lines *lines, const ft_line *line)
{
    const char *end = line->text + line->byte_count;
    const char *at = line->text;
    const char *open = NULL;
    while ((at = memmem(at, (size_t)(end - at), "**", 2)) != NULL) {
        if (open == NULL) {
            open = at + 2 < end && !is_space(at[2]) ? at : NULL;
        } else {
            cut_in_line(lines, line, (size_t)(open - line->text), 2);
            cut_in_line(lines, line, (size_t)(at - line->text), 2);
            open = NULL;
        }
        at += 2;
    }
}

/* Cuts the backslash before a character that it keeps from being markup. */
static void
cut_escapes(ft_lines *lines, const ft_line *line)
{
    static const char punctuation[] = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    for (size_t i = 0; i + 1 < line->byte_count; i++)
        if (line->text[i] == '\\' && line->text[i + 1] != '\0' &&
            strchr(punctuation, line->text[i + 1]) != NULL)
            cut_in_line(lines, line, i++, 1);
}

/* A line between bars is a row; of dashes only, the rule below a table's
 * head. */
static void
read_row(ft_lines *lines, ft_line *line)
{
    const size_t at = ft_line_skip_blanks(line, 0);
    if (at == line->byte_count || line->text[at] != '|')
        return;
    line->kind = FT_LINE_ROW;
    for (size_t i = at; i < line->byte_count; i++)
        if (strchr("|-: \t", line->text[i]) == NULL)
            return;
    cut_in_line(lines, line, 0, line->byte_count);
}

static void
cut_markup(ft_lines *lines, const block *blocks)
{
    for (size_t i = 0; i < lines->lines.count; i++) {
        ft_line *line = ft_lines_at(lines, i);
        if (blocks[i].is_markup) {
            cut_in_line(lines, line, 0, line->byte_count);
            continue;
        }
        cut_prefix(lines, line, &blocks[i]);
        cut_bold(lines, line);
        cut_escapes(lines, line);
        read_row(lines, line);
    }
}

fatiao_status
ft_markdown_read(const char *text, size_t byte_count, ft_lines *out,
                 fatiao_error *error)
{
    ft_strbuf sketch = {0};
    ft_array blocks = {.item_size = sizeof(block)};
    fatiao_status status = ft_lines_split(text, byte_count, out, error);
    if (status != FATIAO_OK)
        goto done;
    find_head_end(out);
    cut_front_matter(out);
    cut_comments(out);
    ft_lines_cut_bookmarks(out);
    status = sketch_lines(out, &sketch, error);
    if (status != FATIAO_OK)
        goto done;
    for (size_t i = 0; i < out->lines.count; i++)
        if (ft_array_push(&blocks) == NULL) {
            status = ft_error_memory(error);
            goto done;
        }
    status = ask_cmark(out, &sketch, blocks.items, error);
    if (status != FATIAO_OK)
        goto done;
    cut_markup(out, blocks.items);
    ft_lines_trim(out);
done:
    ft_strbuf_finish(&sketch);
    ft_array_finish(&blocks);
    return status;
}
