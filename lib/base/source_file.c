/* Reading a file in one go. */
#include "base/source_file.h"

#include <errno.h>
#include <stdio.h>

bool
ft_source_file_read(const char *path, ft_strbuf *text)
{
    FILE *file = fopen(path, "r");
    if (file == NULL)
        return false;
    char buffer[4096];
    size_t count;
    while ((count = fread(buffer, 1, sizeof(buffer), file)) > 0)
        ft_strbuf_bytes(text, buffer, count);
    const bool is_read = !ferror(file) && !ft_strbuf_failed(text);
    const int reason = errno;
    fclose(file);
    errno = reason;
    return is_read;
}
