/* Markdown by CommonMark's rules, for its blocks only: cmark reads a sketch of
 * the document and answers which lines are headings, quotes, lists, breaks and
 * fences; the markup is then cut from the lines themselves. */
#include "statute/markdown.h"

#include "base/arena.h"
#include "base/error.h"
#include "base/strbuf.h"
#include "statute/sketch.h"

#include <setjmp.h>
#include <stddef.h>
#include <string.h>

#include <cmark.h>

static bool
is_space(char c)
{
    return c == ' ' || c == '\t';
}

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

/* Cuts a byte order mark: what follows it begins the document. */
static void
cut_byte_order_mark(ft_lines *lines)
{
    if (lines->byte_count >= 3 && memcmp(lines->copy, "\xEF\xBB\xBF", 3) == 0)
        ft_lines_cut(lines, 0, 3);
}

/* Cuts a block between `---` lines at the very beginning. */
static void
cut_front_matter(ft_lines *lines)
{
    if (lines->lines.count == 0)
        return;
    const ft_line first = ft_line_from(ft_lines_at(lines, 0), 0);
    if (!line_is(&first, "---"))
        return;
    for (size_t i = 1; i < lines->lines.count; i++) {
        const ft_line *line = ft_lines_at(lines, i);
        if (line_is(line, "---") || line_is(line, "...")) {
            ft_lines_cut(lines, 0, line->byte_start + line->byte_count);
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
        if (ft_sketch_is_rule(line->text + at, line->byte_count - at))
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
        length = ft_sketch_container(line->text + at, line->byte_count - at);
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

/* The memory that cmark works in. Left to itself cmark ends the process when
 * there is none; here its allocator jumps out of it, and all that it took is
 * freed at once. The allocator is given no context, hence the one variable of
 * the library that outlives a call's frame, set only while cmark runs. */
typedef struct memory {
    ft_arena arena;
    jmp_buf exhausted;
} memory;

static _Thread_local memory *current_memory;

/* Stands before each piece of memory, and keeps it aligned. */
typedef union piece {
    size_t byte_count;
    max_align_t align;
} piece;

static void *
memory_calloc(size_t count, size_t size)
{
    piece *taken = NULL;
    if (size == 0 || count <= (SIZE_MAX - sizeof(piece)) / size)
        taken = ft_arena_alloc(&current_memory->arena,
                               sizeof(piece) + count * size);
    if (taken == NULL)
        longjmp(current_memory->exhausted, 1);
    taken->byte_count = count * size;
    return taken + 1;
}

static void *
memory_realloc(void *old, size_t byte_count)
{
    void *taken = memory_calloc(1, byte_count);
    if (old != NULL) {
        const size_t old_count = ((piece *)old - 1)->byte_count;
        memcpy(taken, old, old_count < byte_count ? old_count : byte_count);
    }
    return taken;
}

static void
memory_free(void *old)
{
    (void)old;
}

static void
run_cmark(const ft_lines *lines, const ft_strbuf *sketch, block *blocks)
{
    static cmark_mem functions = {memory_calloc, memory_realloc, memory_free};
    cmark_parser *parser =
        cmark_parser_new_with_mem(CMARK_OPT_DEFAULT, &functions);
    cmark_parser_feed(parser, ft_strbuf_string(sketch), sketch->byte_count);
    cmark_iter *iterator = cmark_iter_new(cmark_parser_finish(parser));
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE)
        if (cmark_iter_get_event_type(iterator) == CMARK_EVENT_ENTER)
            note_block(lines, cmark_iter_get_node(iterator), blocks);
}

static fatiao_status
ask_cmark(const ft_lines *lines, const ft_strbuf *sketch, block *blocks,
          fatiao_error *error)
{
    memory all = {0};
    current_memory = &all;
    const bool is_exhausted = setjmp(all.exhausted) != 0;
    if (!is_exhausted)
        run_cmark(lines, sketch, blocks);
    current_memory = NULL;
    ft_arena_finish(&all.arena);
    return is_exhausted ? ft_error_memory(error) : FATIAO_OK;
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

/* Cuts a pair of marks, *** or __, around the words that a line begins with:
 * elsewhere they may be blanks to fill in. */
static void
cut_leading_marks(ft_lines *lines, const ft_line *line, const char *mark)
{
    const size_t length = strlen(mark);
    const size_t at = ft_line_skip_blanks(line, 0);
    const size_t inside = at + length;
    if (inside >= line->byte_count ||
        memcmp(line->text + at, mark, length) != 0 ||
        is_space(line->text[inside]) || line->text[inside] == mark[0])
        return;
    const char *close =
        memmem(line->text + inside, line->byte_count - inside, mark, length);
    if (close == NULL)
        return;
    cut_in_line(lines, line, (size_t)(close - line->text), length);
    cut_in_line(lines, line, at, length);
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
        cut_leading_marks(lines, line, "***");
        cut_leading_marks(lines, line, "__");
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
    cut_byte_order_mark(out);
    find_head_end(out);
    cut_front_matter(out);
    cut_comments(out);
    ft_lines_cut_bookmarks(out);
    status = ft_sketch_lines(out, &sketch, error);
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
