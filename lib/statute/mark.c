/* Marks: labels first, then what they say of each other. */
#include "statute/mark.h"

#include "statute/event.h"
#include "statute/quote.h"
#include "statute/wrap.h"

enum {
    SIGNATURE_LINES_MAX = 4,
    SIGNATURE_CHARS_MAX = 25,
    CONTENTS_RUN_MIN = 4 /* so many headings without text are a contents list */
};

static bool
read_labels(const ft_lines *lines, ft_array *marks)
{
    for (size_t i = 0; i < lines->lines.count; i++) {
        ft_mark *mark = ft_array_push(marks);
        if (mark == NULL)
            return false;
        const ft_line *line = ft_lines_at(lines, i);
        if (line->kind != FT_LINE_ROW)
            mark->label = ft_label_parse(line);
    }
    return true;
}

static void
note_next_numbers(ft_mark *marks, size_t count)
{
    uint32_t article = 0;
    uint32_t chapter = 0;
    for (size_t i = count; i-- > 0;) {
        marks[i].next_article = article;
        marks[i].next_chapter = chapter;
        const ft_label *label = &marks[i].label;
        if (marks[i].is_quoted)
            continue;
        if (label->kind == FT_LABEL_ARTICLE && label->suffix == 0)
            article = label->number;
        else if (label->kind == FT_LABEL_CHAPTER)
            chapter = label->number;
        else if (label->kind == FT_LABEL_ANNEX)
            article = chapter = 0;
    }
}

/* ------------------------------------------------------------ signatures */

static bool
is_signer(const ft_line *line, const ft_mark *mark)
{
    return line->kind == FT_LINE_TEXT && line->heading_level == 0 &&
           !mark->is_quoted && mark->label.kind == FT_LABEL_NONE &&
           !ft_label_ends_sentence(line) &&
           ft_line_char_count(line) <= SIGNATURE_CHARS_MAX;
}

/* Marks a date, and the names above it, that end the lines before `end`. */
static void
mark_signature(const ft_lines *lines, ft_mark *marks, size_t end)
{
    if (end < 2 || marks[end - 1].is_quoted ||
        !ft_event_is_date(ft_lines_at(lines, end - 1)))
        return;
    marks[end - 1].is_signature = true;
    for (size_t i = end - 1; i-- > 1 && end - i <= SIGNATURE_LINES_MAX;) {
        if (!is_signer(ft_lines_at(lines, i), &marks[i]))
            return;
        marks[i].is_signature = true;
    }
}

static void
mark_signatures(const ft_lines *lines, ft_mark *marks)
{
    const size_t count = lines->lines.count;
    for (size_t i = 1; i < count; i++)
        if (marks[i].label.kind == FT_LABEL_ANNEX && !marks[i].is_quoted)
            mark_signature(lines, marks, i);
    mark_signature(lines, marks, count);
}

/* ----------------------------------------------------- tables of contents */

/* Whether a line can be an entry of a table of contents. */
static bool
is_entry(const ft_line *line, const ft_mark *mark)
{
    if (mark->is_quoted || line->kind != FT_LINE_TEXT)
        return false;
    const ft_label *label = &mark->label;
    return ft_label_is_division(label) || label->kind == FT_LABEL_NAMED ||
           label->kind == FT_LABEL_PREAMBLE ||
           (label->kind == FT_LABEL_ENUM && label->form == FT_FORM_COMMA &&
            line->heading_level > 0);
}

static bool
is_same_entry(const ft_label *a, const ft_label *b)
{
    return a->kind == b->kind && a->number == b->number &&
           a->suffix == b->suffix && a->form == b->form;
}

/* A contents list may stand on one line: 第一章 总则 第二章 … */
static bool
holds_next_chapter(const ft_line *line, const ft_label *label)
{
    return label->kind == FT_LABEL_CHAPTER && label->number == 1 &&
           ft_line_holds(line, "第二章");
}

/* The end of the entries from `first` on: where the first one stands again,
 * else where they end, with `*is_repeated` false. */
static size_t
end_of_entries(const ft_lines *lines, const ft_mark *marks, size_t first,
               bool *is_repeated)
{
    size_t end = first;
    *is_repeated = false;
    while (end < lines->lines.count &&
           is_entry(ft_lines_at(lines, end), &marks[end])) {
        *is_repeated = end > first &&
                       is_same_entry(&marks[first].label, &marks[end].label);
        if (*is_repeated)
            return end;
        end++;
    }
    return end;
}

/* Marks a contents list that begins at `first`; returns the line behind it, or
 * behind what cannot be one. */
static size_t
mark_contents_at(const ft_lines *lines, ft_mark *marks, size_t first)
{
    const bool is_named = marks[first].label.kind == FT_LABEL_CONTENTS;
    const size_t start = is_named ? first + 1 : first;
    bool is_repeated;
    size_t end = end_of_entries(lines, marks, start, &is_repeated);
    if (start < end &&
        holds_next_chapter(ft_lines_at(lines, start), &marks[start].label)) {
        end = start + 1;
    } else if (!is_repeated) {
        /* Headings without any text below them, and then not an article. */
        const bool is_run =
            end - start >= CONTENTS_RUN_MIN && end < lines->lines.count &&
            marks[end].label.kind == FT_LABEL_NONE &&
            marks[start].label.kind == marks[end - 1].label.kind &&
            marks[start + 1].label.kind == marks[start].label.kind;
        if (!is_run) {
            marks[first].is_contents = is_named;
            return is_named ? start : end > first ? end : first + 1;
        }
    }
    for (size_t i = first; i < end; i++)
        marks[i].is_contents = true;
    return end;
}

static void
mark_contents(const ft_lines *lines, ft_mark *marks)
{
    size_t i = 0;
    while (i < lines->lines.count) {
        const ft_mark *mark = &marks[i];
        if (mark->label.kind == FT_LABEL_CONTENTS ||
            is_entry(ft_lines_at(lines, i), mark))
            i = mark_contents_at(lines, marks, i);
        else
            i++;
    }
}

/* ---------------------------------------------------- paragraphs of items */

/* The last line of a list in each form, while the list can go on. */
typedef struct open_list {
    size_t index;
    uint32_t number; /* 0: none */
} open_list;

/* Marks the plain lines between two items of one list: they cannot but belong
 * to the first. */
static void
mark_item_texts(const ft_lines *lines, ft_mark *marks)
{
    open_list open[FT_FORM_COUNT] = {0};
    for (size_t i = 0; i < lines->lines.count; i++) {
        const ft_label *label = &marks[i].label;
        const ft_line *line = ft_lines_at(lines, i);
        if (line->heading_level > 0 ||
            (label->kind != FT_LABEL_ENUM && label->kind != FT_LABEL_NONE))
            for (size_t form = 0; form < FT_FORM_COUNT; form++)
                open[form].number = 0;
        if (label->kind != FT_LABEL_ENUM || marks[i].is_quoted)
            continue;
        open_list *list = &open[label->form];
        const bool goes_on =
            list->number > 0 && label->number == list->number + 1;
        for (size_t j = list->index + 1; goes_on && j < i; j++)
            marks[j].is_item_text = marks[j].label.kind == FT_LABEL_NONE &&
                                    !marks[j].is_quoted &&
                                    ft_lines_at(lines, j)->kind == FT_LINE_TEXT;
        *list = (open_list){i, label->number};
        for (size_t form = label->form + 1; form < FT_FORM_COUNT; form++)
            open[form].number = 0;
    }
}

bool
ft_mark_lines(const ft_lines *lines, ft_array *marks)
{
    if (!read_labels(lines, marks))
        return false;
    ft_quote_mark(lines, marks->items);
    note_next_numbers(marks->items, marks->count);
    mark_contents(lines, marks->items);
    mark_signatures(lines, marks->items);
    ft_wrap_mark(lines, marks->items);
    mark_item_texts(lines, marks->items);
    return true;
}
