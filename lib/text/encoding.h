/* From the bytes of a file to UTF-8. */
#ifndef FT_TEXT_ENCODING_H
#define FT_TEXT_ENCODING_H

#include <fatiao/fatiao.h>

#include "base/strbuf.h"

/* Appends `bytes` to `out` as UTF-8. UTF-8 is kept as it is, with its byte
 * order mark, so that byte offsets stay those of the file; UTF-16 needs a byte
 * order mark; anything else is tried as GB18030.
 * FATIAO_ERR_ENCODING: none fits, or a NUL stands in the text; the error has
 * line and column where they can be told. */
fatiao_status ft_encoding_decode(const char *bytes, size_t byte_count,
                                 ft_strbuf *out, fatiao_error *error);

#endif
