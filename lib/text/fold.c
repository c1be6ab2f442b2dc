/* Folding character by character: compatibility decomposition and case folding
 * by ICU, then simplified characters and our own variants. */
#include "text/fold.h"

#include <assert.h>

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include "base/error.h"
#include "text/utf8.h"

enum { HAN_FIRST = 0x4E00, HAN_LAST = 0x9FFF };

static const uint16_t simplified[HAN_LAST - HAN_FIRST + 1] = {
#include "hans_table.inc"
};

/* Characters that statutes, or people who type, use for one another and that
 * no Unicode rule makes equal. */
static uint32_t
unify(uint32_t code)
{
    switch (code) {
    case 0x3007:       /* 〇 */
    case 0x25CB:       /* ○, as a zero: 一八四○ */
        return 0x96F6; /* 零 */
    case 0x7B2B:       /* 笫 */
        return 0x7B2C; /* 第 */
    case 0x5E10:       /* 帐 */
        return 0x8D26; /* 账 */
    case 0x9980:       /* 馀 */
        return 0x4F59; /* 余 */
    case 0x2014:       /* — */
    case 0x2013:       /* – */
    case 0x2212:       /* − */
        return '-';
    case 0x201C: /* “ */
    case 0x201D: /* ” */
        return '"';
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
        return '\'';
    default:
        return code;
    }
}

static uint32_t
simplify(uint32_t code)
{
    if (code >= HAN_FIRST && code <= HAN_LAST)
        code = simplified[code - HAN_FIRST];
    return unify(code);
}

static bool
add_char(ft_array *chars, uint32_t code, uint32_t byte_start, uint32_t byte_end)
{
    ft_char *folded = ft_array_push(chars);
    if (folded == NULL)
        return false;
    *folded = (ft_char){code, byte_start, byte_end};
    return true;
}

/* The general case: decompose, fold case, simplify each piece. */
static bool
add_folded(ft_array *chars, const UNormalizer2 *nfkd, uint32_t code,
           uint32_t byte_start, uint32_t byte_end)
{
    UChar source[2];
    int32_t source_length = 0;
    U16_APPEND_UNSAFE(source, source_length, code);
    UChar pieces[32];
    UErrorCode failure = U_ZERO_ERROR;
    const int32_t length =
        unorm2_normalize(nfkd, source, source_length, pieces, 32, &failure);
    if (U_FAILURE(failure))
        return add_char(chars, code, byte_start, byte_end);
    for (int32_t i = 0; i < length;) {
        UChar32 piece;
        U16_NEXT(pieces, i, length, piece);
        if (ft_char_is_blank((uint32_t)piece))
            continue;
        piece = u_foldCase(piece, U_FOLD_CASE_DEFAULT);
        if (!add_char(chars, simplify((uint32_t)piece), byte_start, byte_end))
            return false;
    }
    return true;
}

/* A letter or digit of a script that parts words by blanks. */
static bool
is_spaced(uint32_t code)
{
    return u_isalnum((UChar32)code) &&
           !u_hasBinaryProperty((UChar32)code, UCHAR_IDEOGRAPHIC);
}

/* Takes back the blank before the character just added unless both neighbours
 * need it to stay apart. `blank_index` is where the blank stands. */
static void
settle_blank(ft_array *chars, size_t blank_index)
{
    ft_char *all = chars->items;
    if (blank_index > 0 && is_spaced(all[blank_index - 1].code) &&
        is_spaced(all[blank_index + 1].code))
        return;
    for (size_t i = blank_index; i + 1 < chars->count; i++)
        all[i] = all[i + 1];
    chars->count--;
}

fatiao_status
ft_fold(const char *text, size_t byte_count, ft_array *chars,
        fatiao_error *error)
{
    assert(chars->item_size == sizeof(ft_char));
    UErrorCode failure = U_ZERO_ERROR;
    const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&failure);
    if (U_FAILURE(failure))
        return ft_error_set(error, FATIAO_ERR_INTERNAL, "ICU: %s",
                            u_errorName(failure));
    bool blank_waits = false;
    bool done = true;
    for (size_t i = 0; done && i < byte_count;) {
        const uint32_t start = (uint32_t)i;
        const uint32_t code = ft_utf8_next(text, byte_count, &i);
        if (ft_char_is_blank(code)) {
            blank_waits = true;
            continue;
        }
        const size_t blank_index = chars->count;
        if (blank_waits)
            done = add_char(chars, ' ', start, start);
        if (!done)
            break;
        const uint32_t end = (uint32_t)i;
        if (code < 0x80)
            done =
                add_char(chars, (uint32_t)u_tolower((UChar32)code), start, end);
        else if (code >= HAN_FIRST && code <= HAN_LAST)
            done = add_char(chars, simplify(code), start, end);
        else
            done = add_folded(chars, nfkd, code, start, end);
        if (blank_waits && chars->count > blank_index + 1)
            settle_blank(chars, blank_index);
        else if (blank_waits)
            chars->count = blank_index;
        blank_waits = false;
    }
    return done ? FATIAO_OK : ft_error_memory(error);
}

bool
ft_char_is_pairing(uint32_t code)
{
    if (code == '%' || code == 0x2030 ||
        (code >= HAN_FIRST && code <= HAN_LAST))
        return true;
    const uint32_t category = U_GET_GC_MASK((UChar32)code);
    return (category & (U_GC_P_MASK | U_GC_Z_MASK | U_GC_CC_MASK)) == 0;
}

void
ft_fold_source(const ft_char *chars, size_t char_count, size_t first,
               size_t count, size_t *byte_start, size_t *byte_end)
{
    assert(count > 0 && first + count <= char_count);
    size_t last = first + count - 1;
    while (last + 1 < char_count &&
           (chars[last + 1].byte_start == chars[last].byte_start ||
            u_hasBinaryProperty((UChar32)chars[last + 1].code,
                                UCHAR_GRAPHEME_EXTEND)))
        last++;
    while (first > 0 &&
           (chars[first - 1].byte_start == chars[first].byte_start ||
            u_hasBinaryProperty((UChar32)chars[first].code,
                                UCHAR_GRAPHEME_EXTEND)))
        first--;
    *byte_start = chars[first].byte_start;
    *byte_end = chars[last].byte_end;
}
