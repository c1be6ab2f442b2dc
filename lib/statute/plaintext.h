/* From plain text, as people receive it, to lines. */
#ifndef FT_STATUTE_PLAINTEXT_H
#define FT_STATUTE_PLAINTEXT_H

#include "statute/line.h"

/* Reads `text` into `*out`, which is finished by the caller in any case. */
fatiao_status ft_plaintext_read(const char *text, size_t byte_count,
                                ft_lines *out, fatiao_error *error);

#endif
