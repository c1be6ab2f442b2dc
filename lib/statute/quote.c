/* Quotations in amendments. By custom each paragraph of a quotation begins
 * with “ and only the last one ends with ”:
 *
 *     二、将第一百六十八条修改为：“国有公司的工作人员…依照前款的规定处罚。
 *     “国有事业单位的工作人员有前款行为…”
 *
 * but many leave out the “ of the later ones. */
#include "statute/quote.h"

#include "text/utf8.h"

enum {
    OPENING = 0x201C,     /* “ */
    CLOSING = 0x201D,     /* ” */
    COLON = 0xFF1A,       /* ： */
    QUOTE_LINES_MAX = 500 /* the longest quotation looked for, in lines */
};

/* How many quotation marks are open behind a line that begins with `depth` of
 * them open. */
static size_t
depth_after(const ft_line *line, size_t depth)
{
    size_t at = 0;
    bool is_first = true;
    for (uint32_t code; (code = ft_line_next(line, &at)) != 0;) {
        if (code == OPENING && !(is_first && depth > 0))
            depth++;
        else if (code == CLOSING && depth > 0)
            depth--;
        is_first = false;
    }
    return depth;
}

static bool
begins_quoted(const ft_line *line)
{
    size_t at = 0;
    return ft_line_next(line, &at) == OPENING;
}

/* Whether the quotation that a line begins with lasts to its end. */
static bool
is_all_quoted(const ft_line *line)
{
    size_t at = 0;
    size_t depth = 0;
    size_t rest = 0; /* characters since it was closed */
    for (uint32_t code; (code = ft_line_next(line, &at)) != 0;) {
        if (depth == 0)
            rest++;
        if (code == OPENING) {
            if (rest > 2)
                return false;
            depth++;
            rest = 0;
        } else if (code == CLOSING && depth > 0) {
            depth--;
        }
    }
    return rest <= 2;
}

/* Whether a line introduces a quotation that it opens last: …修改为：“… */
static bool
opens_after_colon(const ft_line *line)
{
    size_t at = 0;
    uint32_t before = COLON;
    bool is_introduced = false;
    for (uint32_t code; (code = ft_line_next(line, &at)) != 0;) {
        if (code == OPENING && (before == COLON || before == ':'))
            is_introduced = true;
        if (!ft_char_is_blank(code))
            before = code;
    }
    return is_introduced;
}

/* Whether a quotation cannot go on over this line. */
static bool
is_stop(const ft_line *line, const ft_mark *mark, uint32_t last_article)
{
    if (line->heading_level > 0 || line->kind == FT_LINE_ROW)
        return true;
    switch (mark->label.kind) {
    case FT_LABEL_ANNEX:
        return true;
    case FT_LABEL_ENUM:
        return mark->label.form == FT_FORM_COMMA;
    case FT_LABEL_ARTICLE:
        return mark->label.number == last_article + 1;
    default:
        return false;
    }
}

/* Looks for the line in which the quotation that line `first` leaves open is
 * closed. True: it is `*last`. False: none is before line `*last`. */
static bool
find_closing(const ft_lines *lines, const ft_mark *marks, size_t first,
             uint32_t last_article, size_t *last)
{
    size_t depth = depth_after(ft_lines_at(lines, first), 0);
    size_t i = first + 1;
    for (; i < lines->lines.count && i - first < QUOTE_LINES_MAX; i++) {
        const ft_line *line = ft_lines_at(lines, i);
        if (is_stop(line, &marks[i], last_article))
            break;
        depth = depth_after(line, depth);
        *last = i;
        if (depth == 0)
            return true;
    }
    *last = i;
    return false;
}

/* A whole section put in without quotation marks, as the amendments of the
 * constitution have it: “增加五条……内容如下：”, then 第一百二十三条 …. It ends
 * with the amendment's own next article, or where it speaks of renumbering. */
static size_t
end_of_unmarked(const ft_lines *lines, const ft_mark *marks, size_t first)
{
    const ft_line *line = ft_lines_at(lines, first);
    const ft_label *label = &marks[first].label;
    if (label->kind != FT_LABEL_ARTICLE || ft_line_last(line) != COLON ||
        !ft_line_holds(line, "增加") || !ft_line_holds(line, "如下"))
        return first;
    size_t end = first;
    bool has_article = false;
    while (end + 1 < lines->lines.count) {
        const ft_line *next = ft_lines_at(lines, end + 1);
        const ft_label *next_label = &marks[end + 1].label;
        const bool is_article = next_label->kind == FT_LABEL_ARTICLE;
        if (next->heading_level > 0 || next_label->kind == FT_LABEL_ANNEX ||
            (is_article && next_label->number == label->number + 1) ||
            ft_line_holds(next, "相应改为"))
            break;
        has_article = has_article || is_article;
        end++;
    }
    return has_article ? end : first;
}

static bool
ends_with_colon(const ft_line *line)
{
    const uint32_t last = ft_line_last(line);
    return last == COLON || last == ':';
}

/* Whether this line alone is a quotation: so introduced, or one of several. */
static bool
is_single_quote(const ft_lines *lines, const ft_mark *marks, size_t index)
{
    const ft_line *line = ft_lines_at(lines, index);
    if (index == 0 || !begins_quoted(line))
        return false;
    const ft_line *before = ft_lines_at(lines, index - 1);
    const bool is_expected =
        marks[index - 1].is_quoted || ends_with_colon(before) ||
        (opens_after_colon(before) && depth_after(before, 0) > 0);
    return is_expected && is_all_quoted(line);
}

/* The walk over the lines. */
typedef struct walk {
    uint32_t last_article; /* the number of the law's own last article */
    size_t end;            /* lines below this are quoted */
    size_t hopeless;       /* below this no open quotation is closed */
} walk;

/* Notes how far a quotation goes that line `i` opens. */
static void
open_quotation(const ft_lines *lines, ft_mark *marks, size_t i, walk *state)
{
    const ft_line *line = ft_lines_at(lines, i);
    if (!marks[i].is_quoted) {
        const size_t last = end_of_unmarked(lines, marks, i);
        if (last > i) {
            state->end = last + 1;
            return;
        }
    }
    if (i < state->hopeless || depth_after(line, 0) == 0 ||
        !opens_after_colon(line))
        return;
    size_t last;
    if (find_closing(lines, marks, i, state->last_article, &last)) {
        marks[i].is_quoted = marks[i].is_quoted || begins_quoted(line);
        state->end = last + 1;
    } else {
        state->hopeless = last;
    }
}

void
ft_quote_mark(const ft_lines *lines, ft_mark *marks)
{
    walk state = {0};
    for (size_t i = 0; i < lines->lines.count; i++) {
        ft_mark *mark = &marks[i];
        mark->is_quoted = i < state.end ||
                          ft_lines_at(lines, i)->kind == FT_LINE_QUOTED ||
                          is_single_quote(lines, marks, i);
        if (i < state.end)
            continue;
        if (!mark->is_quoted && mark->label.kind == FT_LABEL_ARTICLE &&
            !mark->label.is_glued)
            state.last_article = mark->label.number;
        open_quotation(lines, marks, i, &state);
    }
}
