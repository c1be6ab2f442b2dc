/* Reading a file, for the programs that make tables while the library is built;
 * the library itself reads none. */
#ifndef FT_BASE_SOURCE_FILE_H
#define FT_BASE_SOURCE_FILE_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Appends the whole file to `text`. False, with errno set, if it cannot be
 * read. */
bool ft_source_file_read(const char *path, ft_strbuf *text);

#endif
