/* A passage short enough to read at a glance: the parts of a long text that
 * are marked, with what stands around them, cut where a sentence or a comma
 * ends:
 *
 *     …对【没有】抵押物的中小企业，提供信用【贷款】；…
 */
#ifndef CLI_EXCERPT_H
#define CLI_EXCERPT_H

#include <stddef.h>
#include <stdio.h>

#include <fatiao/fatiao.h>

#include "terminal.h"

/* The most characters of a text that are shown, marks and dots not counted. */
enum { EXCERPT_CHARS_MAX = 160 };

/* Writes `text`, with its marks in the style's, cut to about `chars_max`
 * characters. A text without marks is cut at its end. */
void excerpt_write(FILE *out, const text_style *style, const char *text,
                   const fatiao_span *marks, size_t mark_count,
                   size_t chars_max);

#endif
