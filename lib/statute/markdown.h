/* From Markdown to lines. */
#ifndef FT_STATUTE_MARKDOWN_H
#define FT_STATUTE_MARKDOWN_H

#include "statute/line.h"

/* Reads `text` into `*out`, which is finished by the caller in any case.
 * FATIAO_ERR_LIMIT: more lines or deeper nesting than sketch.h allows; the
 * error has the line. */
fatiao_status ft_markdown_read(const char *text, size_t byte_count,
                               ft_lines *out, fatiao_error *error);

#endif
