/* A sketch of a Markdown document for cmark: the same lines, each with the
 * characters that can open a block and an `x` for whatever text follows.
 *
 *     ## 第一章 总则        ## x
 *     > “第三条 …           > x
 *     第三条                x
 *     ---                   ---
 *
 * Text never reaches cmark's inline parser, so none of the inputs on which that
 * is quadratic can; nesting and the number of lines are bounded here, before
 * cmark is called. */
#ifndef FT_STATUTE_SKETCH_H
#define FT_STATUTE_SKETCH_H

#include "base/strbuf.h"
#include "statute/line.h"

/* The most lines a Markdown text may have, and the most containers (quotes and
 * lists) that may open on one line. */
enum { FT_SKETCH_LINES_MAX = 1000000, FT_SKETCH_DEPTH_MAX = 32 };

/* Appends the sketch of all lines. FATIAO_ERR_LIMIT: beyond one of the limits
 * above; the error has the line. */
fatiao_status ft_sketch_lines(const ft_lines *lines, ft_strbuf *sketch,
                              fatiao_error *error);

/* Whether a line from `text` on is a thematic break or an underline: one of the
 * characters - * _ = and blanks. */
bool ft_sketch_is_rule(const char *text, size_t byte_count);

/* How long the container marker at the start of `text` is, 0 if there is
 * none: >, a bullet, or a number with . or ) behind it. */
size_t ft_sketch_container(const char *text, size_t byte_count);

#endif
