/* Headings by their place. A title that is cut ends with a word that cannot end
 * one; a lost heading is short, is no sentence, and stands where only a heading
 * can:
 *
 *     …按照国家有关规定执行。
 *     法律责任
 *     第三十一条 违反本条例规定… */
#include "statute/heading.h"

enum {
    LOST_HEADING_CHARS_MAX = 20, /* the longest heading without any mark */
    WRAPPED_TITLE_CHARS_MAX = 40 /* the longest second line of a title */
};

bool
ft_heading_begins_part(const ft_lines *lines, const ft_mark *marks,
                       size_t index)
{
    if (index >= lines->lines.count || marks[index].is_quoted)
        return false;
    const ft_label *label = &marks[index].label;
    return ft_lines_at(lines, index)->heading_level > 0 ||
           ft_label_is_division(label) ||
           (label->kind == FT_LABEL_ARTICLE && !label->is_glued);
}

/* Whether a line looks like a heading without label and mark. */
static bool
is_candidate(const ft_lines *lines, const ft_mark *marks, size_t index)
{
    if (index >= lines->lines.count)
        return false;
    const ft_line *line = ft_lines_at(lines, index);
    return line->kind == FT_LINE_TEXT && !marks[index].is_quoted &&
           marks[index].label.kind == FT_LABEL_NONE &&
           !ft_label_ends_sentence(line) && !ft_line_holds(line, "，") &&
           ft_line_char_count(line) <= LOST_HEADING_CHARS_MAX;
}

bool
ft_heading_is_lost(const ft_lines *lines, const ft_mark *marks, size_t index)
{
    if (index == 0 || !is_candidate(lines, marks, index))
        return false;
    const ft_line *before = ft_lines_at(lines, index - 1);
    if (!ft_label_ends_sentence(before) && before->heading_level == 0 &&
        !is_candidate(lines, marks, index - 1))
        return false;
    return ft_heading_begins_part(lines, marks, index + 1) ||
           (is_candidate(lines, marks, index + 1) &&
            ft_heading_begins_part(lines, marks, index + 2));
}

/* Whether a title that ends so goes on in the next line. */
static bool
is_title_open(const ft_line *line)
{
    switch (ft_line_last(line)) {
    case 0x3001: /* 、 */
    case 0xFF0C: /* ， */
    case ',':
    case 0x548C: /* 和 */
    case 0x53CA: /* 及 */
    case 0x4E0E: /* 与 */
    case 0x6216: /* 或 */
    case 0x7684: /* 的 */
        return true;
    default:
        return false;
    }
}

bool
ft_heading_goes_on(const ft_line *line, const ft_lines *lines,
                   const ft_mark *marks, size_t index)
{
    if (!is_title_open(line) || index >= lines->lines.count)
        return false;
    const ft_line *next = ft_lines_at(lines, index);
    return next->kind == FT_LINE_TEXT && next->heading_level == 0 &&
           !marks[index].is_quoted &&
           marks[index].label.kind == FT_LABEL_NONE &&
           !ft_label_ends_sentence(next) &&
           ft_line_char_count(next) <= WRAPPED_TITLE_CHARS_MAX;
}
