/* From the bytes of a file to UTF-8. What is UTF-8 is kept; UTF-16 is known
 * by its byte order mark; the rest is tried as GB18030, unless most of its
 * characters are good UTF-8: then it is UTF-8 with damage, and GB18030 would
 * only make nonsense of it. */
#include "text/encoding.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "text/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

/* Sets the place of byte `byte_index`; columns count what can be read. */
static fatiao_status
fail_at(fatiao_error *error, const char *bytes, size_t byte_count,
        size_t byte_index, const char *message)
{
    uint32_t line = 1;
    size_t line_start = 0;
    for (size_t i = 0; i < byte_index; i++) {
        const bool is_crlf =
            bytes[i] == '\r' && i + 1 < byte_count && bytes[i + 1] == '\n';
        if (bytes[i] == '\n' || (bytes[i] == '\r' && !is_crlf)) {
            line++;
            line_start = i + 1;
        }
    }
    const size_t column =
        ft_utf8_char_count(bytes + line_start, byte_index - line_start) + 1;
    ft_error_set(error, FATIAO_ERR_ENCODING, "%s", message);
    ft_error_place(error, NULL, line, (uint32_t)column);
    return FATIAO_ERR_ENCODING;
}

/* Whether more characters beyond ASCII are well-formed UTF-8 than not. */
static bool
is_damaged_utf8(const char *bytes, size_t byte_count)
{
    size_t good = 0;
    size_t bad = 0;
    for (size_t at = 0; at < byte_count;) {
        const size_t start = at;
        const uint32_t code = ft_utf8_next(bytes, byte_count, &at);
        if (code == 0xFFFD && !(at - start == 3 && bytes[start] == '\xEF'))
            bad++;
        else if (code >= 0x80)
            good++;
    }
    return good > bad;
}

/* Converts to UTF-16 in `units`, which has room for one unit a byte, and
 * stops at the first byte that fits nowhere: false, and `*bad_byte_index`. */
static bool
to_utf16(UConverter *converter, const char *bytes, size_t byte_count,
         UChar *units, size_t *unit_count, size_t *bad_byte_index)
{
    UErrorCode code = U_ZERO_ERROR;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL,
                        &code);
    UChar *target = units;
    const char *source = bytes;
    ucnv_toUnicode(converter, &target, units + byte_count, &source,
                   bytes + byte_count, NULL, true, &code);
    *unit_count = (size_t)(target - units);
    *bad_byte_index = (size_t)(source - bytes);
    return U_SUCCESS(code);
}

static void
append_utf16(ft_strbuf *out, const UChar *units, size_t unit_count)
{
    for (size_t i = 0; i < unit_count;) {
        UChar32 code;
        U16_NEXT(units, i, unit_count, code);
        ft_strbuf_char(out, (uint32_t)code);
    }
}

static fatiao_status
convert(const char *name, const char *bytes, size_t byte_count, ft_strbuf *out,
        bool *is_converted, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &code);
    UChar *units = malloc((byte_count + 1) * sizeof(*units));
    *is_converted = false;
    if (units == NULL || code == U_MEMORY_ALLOCATION_ERROR) {
        status = ft_error_memory(error);
        goto done;
    }
    if (U_FAILURE(code)) {
        status =
            ft_error_set(error, FATIAO_ERR_INTERNAL, "no converter for %s: %s",
                         name, u_errorName(code));
        goto done;
    }
    size_t unit_count;
    size_t bad;
    if (to_utf16(converter, bytes, byte_count, units, &unit_count, &bad)) {
        append_utf16(out, units, unit_count);
        *is_converted = true;
    }
done:
    free(units);
    ucnv_close(converter);
    return status;
}

static fatiao_status
decode(const char *bytes, size_t byte_count, ft_strbuf *out,
       fatiao_error *error)
{
    bool is_converted = false;
    if (byte_count >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 ||
                            memcmp(bytes, "\xFE\xFF", 2) == 0)) {
        const char *name = bytes[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE";
        const fatiao_status status =
            convert(name, bytes + 2, byte_count - 2, out, &is_converted, error);
        if (status != FATIAO_OK || is_converted)
            return status;
        return ft_error_set(error, FATIAO_ERR_ENCODING,
                            "the text is not the UTF-16 that its first bytes "
                            "announce");
    }
    size_t bad;
    if (ft_utf8_is_valid(bytes, byte_count, &bad)) {
        ft_strbuf_bytes(out, bytes, byte_count);
        return FATIAO_OK;
    }
    const bool has_mark =
        byte_count >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0;
    if (has_mark || is_damaged_utf8(bytes, byte_count))
        return fail_at(error, bytes, byte_count, bad, "invalid UTF-8");
    const fatiao_status status =
        convert("GB18030", bytes, byte_count, out, &is_converted, error);
    if (status != FATIAO_OK || is_converted)
        return status;
    return fail_at(error, bytes, byte_count, bad,
                   "the text is neither UTF-8 nor GB18030");
}

fatiao_status
ft_encoding_decode(const char *bytes, size_t byte_count, ft_strbuf *out,
                   fatiao_error *error)
{
    if (byte_count == 0)
        return FATIAO_OK;
    const size_t start = out->byte_count;
    const fatiao_status status = decode(bytes, byte_count, out, error);
    if (status != FATIAO_OK)
        return status;
    if (ft_strbuf_failed(out))
        return ft_error_memory(error);
    const char *text = ft_strbuf_string(out) + start;
    const size_t text_byte_count = out->byte_count - start;
    const char *nul =
        text_byte_count == 0 ? NULL : memchr(text, '\0', text_byte_count);
    if (nul != NULL)
        return fail_at(error, text, text_byte_count, (size_t)(nul - text),
                       "a NUL stands in the text");
    return FATIAO_OK;
}
