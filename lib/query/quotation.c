/* Finding quotations. */
#include "query/quotation.h"

#include <stdint.h>

#include "text/utf8.h"

/* The mark that closes the quotation which `open` begins; 0 if it begins
 * none. */
static uint32_t
closing_mark(uint32_t open)
{
    switch (open) {
    case '"':
    case 0xFF02: /* ＂ */
    case 0x201D: /* ” typed on the wrong side */
        return '"';
    case 0x201C: /* “ */
        return 0x201D;
    case 0x300C: /* 「 */
        return 0x300D;
    case 0x300E: /* 『 */
        return 0x300F;
    default:
        return 0;
    }
}

static bool
closes(uint32_t code, uint32_t close)
{
    if (close == '"' || close == 0x201D)
        return code == '"' || code == 0xFF02 || code == 0x201D ||
               code == 0x201C;
    return code == close;
}

bool
ft_quotation_find(const char *text, size_t byte_count, size_t from,
                  ft_quotation *out)
{
    for (size_t i = from; i < byte_count;) {
        out->open = i;
        const uint32_t close = closing_mark(ft_utf8_next(text, byte_count, &i));
        if (close == 0)
            continue;
        out->start = i;
        for (size_t end = i; end < byte_count;) {
            out->end = end;
            const bool is_closed =
                closes(ft_utf8_next(text, byte_count, &end), close);
            out->close = end;
            if (is_closed)
                return true;
        }
        return false;
    }
    return false;
}

bool
ft_quotation_is_open(const char *text, size_t byte_count, size_t *open)
{
    ft_quotation q;
    size_t from = 0;
    while (ft_quotation_find(text, byte_count, from, &q))
        from = q.close;
    while (from < byte_count) {
        *open = from;
        if (closing_mark(ft_utf8_next(text, byte_count, &from)) != 0)
            return true;
    }
    return false;
}
