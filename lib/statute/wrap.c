/* Hard-wrapped lines. In law every line is a paragraph (款) of its own, so a
 * line is joined to the one before only where no other reading is possible:
 *
 *   - the line before ends with a comma, which no paragraph does;
 *   - it ends in the middle of a sentence, is long enough to have been cut at
 *     a margin, and the document has several such lines;
 *   - it ends with a colon and a short line ending with a comma follows: a
 *     list without labels (由下列人员组成：/ 委员长，/ 副委员长若干人，…). */
#include "statute/wrap.h"

#include "text/utf8.h"

enum {
    WRAPPED_CHARS_MIN = 20, /* the narrowest margin */
    WRAPPED_LINES_MIN = 4,  /* so many make a habit */
    LIST_CHARS_MAX = 15     /* the longest entry of a list without labels */
};

static bool
is_comma(uint32_t code)
{
    return code == 0xFF0C || code == 0x3001 || code == ',';
}

static bool
is_han(uint32_t code)
{
    return code >= 0x4E00 && code <= 0x9FFF;
}

/* Whether a line can be the first part of a wrapped one. */
static bool
can_go_on(const ft_line *line, const ft_mark *mark)
{
    if (line->kind != FT_LINE_TEXT || line->heading_level > 0 ||
        mark->is_quoted || mark->is_contents || mark->is_signature)
        return false;
    switch (mark->label.kind) {
    case FT_LABEL_NONE:
    case FT_LABEL_ENUM:
    case FT_LABEL_ARTICLE:
        return !ft_line_is_blank_from(line, mark->label.byte_count);
    default:
        return false;
    }
}

/* Whether a line can be a later part of one. */
static bool
can_follow(const ft_line *line, const ft_mark *mark)
{
    return can_go_on(line, mark) && mark->label.kind == FT_LABEL_NONE;
}

/* Whether the sentence that ends a line surely goes on in the next. */
static bool
is_open(const ft_line *line, const ft_line *next)
{
    const uint32_t last = ft_line_last(line);
    if (is_comma(last))
        return true;
    return last == 0xFF1A && is_comma(ft_line_last(next)) &&
           ft_line_char_count(next) <= LIST_CHARS_MAX;
}

/* Whether a line was cut at a margin; a formula ends as it likes. */
static bool
is_cut(const ft_line *line)
{
    return is_han(ft_line_last(line)) && !ft_line_holds(line, "＝") &&
           ft_line_char_count(line) >= WRAPPED_CHARS_MIN;
}

/* How many lines of a document were cut at a margin. */
static size_t
count_cut(const ft_lines *lines, const ft_mark *marks, size_t first,
          size_t last)
{
    size_t count = 0;
    for (size_t i = first + 1; i < last; i++)
        if (can_go_on(ft_lines_at(lines, i - 1), &marks[i - 1]) &&
            can_follow(ft_lines_at(lines, i), &marks[i]) &&
            is_cut(ft_lines_at(lines, i - 1)))
            count++;
    return count;
}

/* The lines between the head and the annexes: elsewhere lines that end without
 * a full stop are the rule. */
static void
find_body(const ft_lines *lines, const ft_mark *marks, size_t *first,
          size_t *last)
{
    const size_t count = lines->lines.count;
    *first = 0;
    while (*first < count && (marks[*first].is_quoted ||
                              marks[*first].label.kind != FT_LABEL_ARTICLE))
        (*first)++;
    *last = *first;
    while (*last < count && marks[*last].label.kind != FT_LABEL_ANNEX)
        (*last)++;
}

void
ft_wrap_mark(const ft_lines *lines, ft_mark *marks)
{
    size_t first;
    size_t last;
    find_body(lines, marks, &first, &last);
    const bool is_habit =
        count_cut(lines, marks, first, last) >= WRAPPED_LINES_MIN;
    for (size_t i = first + 1; i < last; i++) {
        const ft_line *before = ft_lines_at(lines, i - 1);
        const ft_line *line = ft_lines_at(lines, i);
        if (!can_go_on(before, &marks[i - 1]) || !can_follow(line, &marks[i]))
            continue;
        marks[i].is_joined =
            is_open(before, line) || (is_habit && is_cut(before));
    }
}
