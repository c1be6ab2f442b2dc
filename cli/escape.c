/* Text on its way to a terminal. */
#include "escape.h"

#include <stdbool.h>
#include <string.h>

#include "codepoint.h"

/* Controls from DEL on: C1, marks and overrides of direction, separators. */
static bool
is_high_control(uint32_t code)
{
    return (code >= 0x7F && code <= 0x9F) || code == 0x061C || code == 0x200E ||
           code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069);
}

static void
write_visible(FILE *out, uint32_t code)
{
    if (code == '\t')
        fputc(' ', out);
    else if (code < 0x20) /* U+2400 SYMBOL FOR NULL and following */
        fprintf(out, "\xE2\x90%c", (int)(0x80 + code));
    else if (code == 0x7F)
        fputs("\xE2\x90\xA1", out); /* SYMBOL FOR DELETE */
    else if (code == 0xFFFD)
        fputs("\xEF\xBF\xBD", out);
    else
        fprintf(out, "<U+%04X>", (unsigned)code);
}

void
escape_bytes(FILE *out, const char *text, size_t byte_count)
{
    size_t written = 0;
    for (size_t i = 0; i < byte_count;) {
        const size_t start = i;
        const uint32_t code = codepoint_next(text, byte_count, &i);
        if (code >= 0x20 && code != 0xFFFD && !is_high_control(code))
            continue;
        fwrite(text + written, 1, start - written, out);
        write_visible(out, code);
        written = i;
    }
    fwrite(text + written, 1, byte_count - written, out);
}

void
escape_text(FILE *out, const char *text)
{
    escape_bytes(out, text, strlen(text));
}

void
escape_json(FILE *out, const char *json, size_t byte_count)
{
    size_t written = 0;
    for (size_t i = 0; i < byte_count;) {
        const size_t start = i;
        const uint32_t code = codepoint_next(json, byte_count, &i);
        if (!is_high_control(code))
            continue;
        fwrite(json + written, 1, start - written, out);
        fprintf(out, "\\u%04x", (unsigned)code);
        written = i;
    }
    fwrite(json + written, 1, byte_count - written, out);
}
