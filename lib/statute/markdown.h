/* From Markdown to lines. */
#ifndef FT_STATUTE_MARKDOWN_H
#define FT_STATUTE_MARKDOWN_H

#include "statute/line.h"

/* The most lines a Markdown text may have, and the most containers (quotes and
 * lists) that may open on one line. */
enum { FT_MARKDOWN_LINES_MAX = 1000000, FT_MARKDOWN_DEPTH_MAX = 32 };

/* Reads `text` into `*out`, which is finished by the caller in any case.
 * FATIAO_ERR_LIMIT: beyond one of the limits above; the error has the line. */
fatiao_status ft_markdown_read(const char *text, size_t byte_count,
                               ft_lines *out, fatiao_error *error);

#endif
