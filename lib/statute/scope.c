/* How a document counts its articles. */
#include "statute/scope.h"

/* So many numbers must run through for them to be articles. */
enum { NUMBERS_MIN = 5 };

/* What has been seen of a scope. */
typedef struct census {
    bool has_article;
    bool has_section;
    uint32_t section_count;
    uint32_t number;        /* the last of 1. 2. 3. */
    uint32_t first_section; /* sections seen when 1. was read */
    uint32_t last_section;  /* and when the last number was */
    bool is_broken;         /* the numbers do not run through */
} census;

static void
count_line(census *seen, const ft_line *line, const ft_label *label)
{
    if (label->kind == FT_LABEL_ARTICLE &&
        (!label->is_glued ||
         (label->number == 1 && !ft_label_is_mention(line, label))))
        seen->has_article = true;
    if (label->kind != FT_LABEL_ENUM)
        return;
    if (label->form == FT_FORM_COMMA) {
        seen->has_section = seen->has_section || label->number == 1;
        seen->section_count++;
    } else if (label->form == FT_FORM_ARABIC) {
        if (label->number != seen->number + 1)
            seen->is_broken = true;
        if (label->number == 1)
            seen->first_section = seen->section_count;
        seen->number = label->number;
        seen->last_section = seen->section_count;
    }
}

ft_style
ft_scope_style(const ft_lines *lines, const ft_mark *marks, size_t first,
               size_t last)
{
    census seen = {0};
    for (size_t i = first; i < last; i++)
        if (!marks[i].is_quoted && !marks[i].is_contents)
            count_line(&seen, ft_lines_at(lines, i), &marks[i].label);
    if (seen.has_article)
        return FT_STYLE_ARTICLES;
    if (!seen.has_section)
        return FT_STYLE_PLAIN;
    const bool runs_through = !seen.is_broken && seen.number >= NUMBERS_MIN &&
                              seen.first_section > 0 &&
                              seen.last_section > seen.first_section;
    return runs_through ? FT_STYLE_NUMBERS : FT_STYLE_SECTIONS;
}

size_t
ft_scope_end(const ft_lines *lines, const ft_mark *marks, size_t first)
{
    size_t i = first;
    while (i < lines->lines.count &&
           (marks[i].label.kind != FT_LABEL_ANNEX || marks[i].is_quoted))
        i++;
    return i;
}
