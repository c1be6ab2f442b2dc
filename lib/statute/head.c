/* Reading the head of a statute. */
#include "statute/head.h"

#include <string.h>

#include "statute/event.h"
#include "text/utf8.h"

enum { TITLE_LINES_MAX = 6, TITLE_CHARS_MAX = 80, EVENT_CHARS_MAX = 25 };

/* The walk over the head. */
typedef struct head {
    ft_builder *builder;
    const ft_mark *marks;
    size_t count;
    size_t index;
    ft_strbuf title;
    size_t title_lines;
    bool is_title_over;
} head;

static const ft_line *
line_at(const ft_builder *builder, size_t index)
{
    return ft_lines_at(builder->lines, index);
}

/* Whether the file itself says that the line is part of its head. */
static bool
is_in_marked_head(const head *h, const ft_line *line)
{
    return line->line < h->builder->lines->head_end;
}

/* ----------------------------------------------------------------- titles */

static bool
is_title_noise(uint32_t code)
{
    return ft_char_is_blank(code) || code == 0x3001 || code == 0xFF0C;
}

/* Whether the line goes on with the title from `*at` on; moves behind it. */
static bool
repeats_part(const ft_line *line, const char *title, size_t byte_count,
             size_t *at)
{
    size_t index = 0;
    for (uint32_t code; (code = ft_line_next(line, &index)) != 0;) {
        if (is_title_noise(code))
            continue;
        uint32_t wanted = ' ';
        while (*at < byte_count && is_title_noise(wanted))
            wanted = ft_utf8_next(title, byte_count, at);
        if (wanted != code)
            return false;
    }
    return true;
}

static size_t
count_repeats(const ft_builder *builder, const ft_mark *marks, size_t index,
              const char *title, size_t byte_count)
{
    const size_t count = builder->lines->lines.count;
    size_t at = 0;
    for (size_t i = index; i < count && i - index < TITLE_LINES_MAX; i++) {
        const ft_line *line = line_at(builder, i);
        if (marks[i].is_quoted || marks[i].label.kind != FT_LABEL_NONE ||
            line->kind != FT_LINE_TEXT || line->heading_level > 0 ||
            !repeats_part(line, title, byte_count, &at))
            return 0;
        if (at == byte_count)
            return i - index + 1;
    }
    return 0;
}

size_t
ft_head_repeats(const ft_builder *builder, const ft_mark *marks, size_t index)
{
    const char *title = fatiao_statute_title(builder->statute);
    const size_t byte_count = strlen(title);
    return byte_count == 0
               ? 0
               : count_repeats(builder, marks, index, title, byte_count);
}

void
ft_head_add_titles(ft_builder *builder, size_t index, size_t count)
{
    for (size_t i = index; i < index + count; i++) {
        const ft_line *line = line_at(builder, i);
        ft_builder_begin(builder, FATIAO_NODE_TITLE, line);
        ft_builder_append(builder, line, 0, "");
        ft_builder_add(builder, builder->statute->root);
    }
}

/* Whether the words end as the name of a legal document does. */
static bool
ends_as_title(const char *text, size_t byte_count)
{
    static const char *const ends[] = {
        "法",   "法典", "条例", "规定", "办法", "细则", "规则", "决定",
        "解释", "批复", "通知", "意见", "决议", "方案", "标准", "命令",
        "）",   ")",    "案",   "稿",   "编",   "准则", "守则", "规范",
    };
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        const size_t end_count = strlen(ends[i]);
        if (byte_count >= end_count &&
            memcmp(text + byte_count - end_count, ends[i], end_count) == 0)
            return true;
    }
    return false;
}

/* Whether a title line names the part of a code that the file holds, 合同编 or
 * 总则 of the 民法典: a second title, where the first is whole. */
static bool
names_book(const head *h, const ft_line *line)
{
    const uint32_t last = ft_line_last(line);
    return line->heading_level == 1 && h->title_lines == 1 &&
           ends_as_title(ft_strbuf_string(&h->title), h->title.byte_count) &&
           (last == 0x7F16 /* 编 */ ||
            h->marks[h->index].label.kind == FT_LABEL_NAMED);
}

/* A book is a heading over all that follows, and no part of the title. */
static void
add_book(head *h)
{
    const ft_line *line = line_at(h->builder, h->index++);
    ft_builder_begin(h->builder, FATIAO_NODE_HEADING, line);
    ft_builder_append(h->builder, line, 0, "");
    ft_builder_add(h->builder, h->builder->statute->root);
    h->title_lines++;
}

static void
add_title(head *h)
{
    const ft_line *line = line_at(h->builder, h->index);
    ft_head_add_titles(h->builder, h->index++, 1);
    ft_builder_begin(h->builder, FATIAO_NODE_TITLE, line);
    ft_builder_append(h->builder, line, 0, "");
    ft_builder_tidy(h->builder);
    ft_strbuf_bytes(&h->title, ft_strbuf_string(&h->builder->text),
                    h->builder->text.byte_count);
    h->title_lines++;
}

static bool
is_in_brackets(const ft_line *line)
{
    size_t at = 0;
    const uint32_t first = ft_line_next(line, &at);
    const uint32_t last = ft_line_last(line);
    return (first == 0xFF08 || first == '(') && (last == 0xFF09 || last == ')');
}

/* Whether a line, in a text that does not mark its title, belongs to it. */
static bool
goes_on_with_title(const head *h, const ft_line *line)
{
    if (h->is_title_over || h->title_lines >= TITLE_LINES_MAX ||
        is_in_marked_head(h, line) ||
        ft_line_char_count(line) > TITLE_CHARS_MAX)
        return false;
    if (is_in_brackets(line))
        return h->title_lines > 0;
    if (ft_label_ends_sentence(line) && !ft_line_holds(line, "）"))
        return false;
    return h->title_lines == 0 ||
           !ends_as_title(ft_strbuf_string(&h->title), h->title.byte_count);
}

/* ----------------------------------------------------------------- events */

/* Whether a line goes on with the words of an event. */
static bool
goes_on_with_event(const head *h, const ft_line *line, const ft_label *label)
{
    const ft_strbuf *text = &h->builder->text;
    const bool has_label =
        label->kind != FT_LABEL_NONE &&
        !(label->kind == FT_LABEL_ARTICLE && label->is_glued);
    if (has_label || line->heading_level > 0 || line->kind != FT_LINE_TEXT ||
        ft_event_has_date(line) || ft_event_is_number(line) ||
        ft_event_is_complete(ft_strbuf_string(text), text->byte_count))
        return false;
    if (is_in_marked_head(h, line))
        return ft_line_last(line) != 0x3002;
    const uint32_t last = ft_line_last(line);
    return (last == 0xFF09 || last == ')' ||
            ft_event_is_complete(line->text, line->byte_count)) &&
           ft_line_char_count(line) <= TITLE_CHARS_MAX;
}

/* Adds an event, with the lines that go on with it. */
static void
add_event(head *h)
{
    ft_builder *builder = h->builder;
    const ft_line *line = line_at(builder, h->index);
    ft_builder_begin(builder, FATIAO_NODE_EVENT, line);
    ft_builder_append(builder, line, 0, "");
    h->index++;
    while (h->index < h->count &&
           goes_on_with_event(h, line_at(builder, h->index),
                              &h->marks[h->index].label)) {
        line = line_at(builder, h->index++);
        ft_builder_append(builder, line, 0, "");
        ft_builder_note(builder, FATIAO_NOTE_REPAIR, line, 0,
                        "line wrapped inside an event, joined to the one "
                        "before");
    }
    const fatiao_node *node = ft_builder_add(builder, builder->statute->root);
    if (node != NULL &&
        !ft_event_read(builder->statute, node->text, node->text_byte_count))
        builder->failed = true;
}

/* Whether a line of the head tells of an event or of its source. */
static bool
is_event(const head *h, const ft_line *line)
{
    if (ft_event_is_line(line) || ft_event_is_number(line))
        return true;
    if (is_in_marked_head(h, line))
        return ft_event_has_date(line) || !ft_label_ends_sentence(line) ||
               ft_line_char_count(line) <= EVENT_CHARS_MAX;
    /* A bracket left alone when its line was broken. */
    return ft_line_char_count(line) == 1 && ft_label_ends_sentence(line);
}

/* --------------------------------------------------------------- contents */

size_t
ft_head_add_contents(ft_builder *builder, const ft_mark *marks, size_t index)
{
    ft_builder_begin(builder, FATIAO_NODE_CONTENTS, line_at(builder, index));
    while (index < builder->lines->lines.count && marks[index].is_contents)
        ft_builder_append(builder, line_at(builder, index++), 0, "\n");
    ft_builder_add(builder, builder->statute->root);
    return index;
}

/* ------------------------------------------------------------ the title */

/* Whether the title names a draft: at its end, or in a bracket there. */
static bool
is_draft_title(const char *title)
{
    static const char *const words[] = {
        "草案",   "征求意见稿", "送审稿", "讨论稿", "审议稿", "修订稿",
        "修改稿", "建议稿",     "试拟稿", "草稿",   "初稿",
    };
    const char *bracket = strrchr(title, '(');
    for (const char *at = title; (at = strstr(at, "（")) != NULL; at++)
        bracket = at > bracket || bracket == NULL ? at : bracket;
    const size_t byte_count = strlen(title);
    const bool ends_in_bracket =
        byte_count > 0 &&
        (title[byte_count - 1] == ')' ||
         (byte_count >= 3 && strcmp(title + byte_count - 3, "）") == 0));
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        const size_t word_count = strlen(words[i]);
        if (byte_count >= word_count &&
            strcmp(title + byte_count - word_count, words[i]) == 0)
            return true;
        if (ends_in_bracket && bracket != NULL &&
            strstr(bracket, words[i]) != NULL)
            return true;
    }
    return false;
}

/* The file name without folders and ending. */
static void
append_base_name(ft_strbuf *title, const char *name)
{
    if (name == NULL)
        return;
    const char *slash = strrchr(name, '/');
    const char *base = slash == NULL ? name : slash + 1;
    const char *dot = strrchr(base, '.');
    const size_t byte_count =
        dot == NULL || dot == base ? strlen(base) : (size_t)(dot - base);
    ft_strbuf_bytes(title, base, byte_count);
}

static void
set_title(head *h, const char *name)
{
    if (h->title.byte_count == 0)
        append_base_name(&h->title, name);
    char *title =
        ft_arena_text(&h->builder->statute->arena, ft_strbuf_string(&h->title),
                      h->title.byte_count);
    if (title == NULL || ft_strbuf_failed(&h->title)) {
        h->builder->failed = true;
        return;
    }
    h->builder->statute->title = title;
    h->builder->statute->is_draft = is_draft_title(title);
}

/* Whether a line begins the body by its label. */
static bool
is_body(const ft_line *line, const ft_label *label)
{
    if (line->kind == FT_LINE_ROW)
        return true;
    switch (label->kind) {
    case FT_LABEL_NONE:
    case FT_LABEL_CONTENTS:
        return false;
    case FT_LABEL_ARTICLE:
        return !(label->is_glued && ft_label_is_mention(line, label));
    default:
        return true;
    }
}

/* Whether a heading is the title: the only sure sign in Markdown. */
static bool
is_title_heading(const head *h, const ft_line *line)
{
    return line->heading_level == 1 ||
           (line->heading_level > 1 && h->title_lines == 0);
}

/* Whether a line like # 附则 is the second line of a title: headings of the
 * first level one after the other, and no article below. */
static bool
is_second_title(const head *h, const ft_line *line)
{
    return line->heading_level == 1 && h->title_lines > 0 &&
           !h->is_title_over &&
           h->marks[h->index].label.kind == FT_LABEL_NAMED &&
           h->index + 1 < h->count &&
           ft_event_has_date(line_at(h->builder, h->index + 1));
}

/* Reads one line, or what belongs together. False: the body begins. */
static bool
read_line(head *h)
{
    const ft_line *line = line_at(h->builder, h->index);
    const ft_mark *mark = &h->marks[h->index];
    if (mark->is_contents) {
        h->is_title_over = true;
        h->index = ft_head_add_contents(h->builder, h->marks, h->index);
        return true;
    }
    if (mark->is_quoted ||
        (is_body(line, &mark->label) && !is_second_title(h, line)))
        return false;
    if (is_title_heading(h, line)) {
        if (names_book(h, line))
            add_book(h);
        else
            add_title(h);
        return true;
    }
    if (line->heading_level > 0)
        return false;
    if (is_event(h, line) &&
        !(h->title_lines == 0 && !ft_event_is_line(line))) {
        h->is_title_over = true;
        add_event(h);
        return true;
    }
    if (!goes_on_with_title(h, line))
        return false;
    add_title(h);
    return true;
}

size_t
ft_head_read(ft_builder *builder, const ft_mark *marks, const char *name)
{
    head h = {.builder = builder,
              .marks = marks,
              .count = builder->lines->lines.count};
    bool has_title_heading = false;
    bool is_open = true;
    while (is_open && h.index < h.count && !builder->failed) {
        const ft_line *line = line_at(builder, h.index);
        has_title_heading = has_title_heading || line->heading_level == 1;
        if (has_title_heading && line->heading_level == 0)
            h.is_title_over = true;
        const size_t repeated =
            h.is_title_over && h.title.byte_count > 0
                ? count_repeats(builder, marks, h.index,
                                ft_strbuf_string(&h.title), h.title.byte_count)
                : 0;
        if (repeated > 0) {
            ft_head_add_titles(builder, h.index, repeated);
            h.index += repeated;
            continue;
        }
        is_open = read_line(&h);
    }
    set_title(&h, name);
    ft_strbuf_finish(&h.title);
    return h.index;
}
