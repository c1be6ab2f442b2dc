/* Plain text has no markup but the bookmarks that word processors leave. */
#include "statute/plaintext.h"

fatiao_status
ft_plaintext_read(const char *text, size_t byte_count, ft_lines *out,
                  fatiao_error *error)
{
    const fatiao_status status = ft_lines_split(text, byte_count, out, error);
    if (status != FATIAO_OK)
        return status;
    ft_lines_cut_bookmarks(out);
    ft_lines_trim(out);
    return FATIAO_OK;
}
