/* How a document, or one annex of it, counts its articles. */
#ifndef FT_STATUTE_SCOPE_H
#define FT_STATUTE_SCOPE_H

#include "statute/mark.h"

typedef enum ft_style {
    FT_STYLE_PLAIN,    /* it does not: replies, notices */
    FT_STYLE_ARTICLES, /* 第一条 第二条 */
    FT_STYLE_SECTIONS, /* 一、 二、: decisions, amendments */
    FT_STYLE_NUMBERS /* 1. 2. 3. running through under headings 一、 二、 */
} ft_style;

/* The style of lines [first, last). */
ft_style ft_scope_style(const ft_lines *lines, const ft_mark *marks,
                        size_t first, size_t last);

/* The line behind the scope that begins at `first`: the next annex, or the
 * end. */
size_t ft_scope_end(const ft_lines *lines, const ft_mark *marks, size_t first);

#endif
