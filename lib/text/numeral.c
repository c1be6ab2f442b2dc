/* Chinese and Arabic whole numbers. A Chinese number is either a row of
 * digits read by place (一八四○) or digits with units (一百零一), in which
 * units fall from left to right. */
#include "text/numeral.h"

#include "text/utf8.h"

enum { NUMERAL_MAX = 999999 };

/* The value of a Chinese digit, or -1. */
static int
digit_of(uint32_t code)
{
    static const uint32_t digits[] = {0x96F6, 0x4E00, 0x4E8C, 0x4E09, 0x56DB,
                                      0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D};
    for (int i = 0; i < 10; i++)
        if (digits[i] == code)
            return i;
    if (code == 0x3007 || code == 0x25CB) /* 〇 ○ */
        return 0;
    return code == 0x4E24 ? 2 : -1; /* 两 */
}

/* The value of a unit, or 0. */
static uint32_t
unit_of(uint32_t code)
{
    switch (code) {
    case 0x5341: /* 十 */
        return 10;
    case 0x767E: /* 百 */
        return 100;
    case 0x5343: /* 千 */
        return 1000;
    case 0x4E07: /* 万 */
        return 10000;
    default:
        return 0;
    }
}

static bool
read_arabic(const char *text, size_t byte_count, uint32_t zero, uint32_t *value,
            size_t *used)
{
    uint32_t number = 0;
    size_t at = 0;
    while (at < byte_count) {
        size_t after = at;
        const uint32_t code = ft_utf8_next(text, byte_count, &after);
        if (code < zero || code > zero + 9)
            break;
        number = number * 10 + (code - zero);
        if (number > NUMERAL_MAX)
            return false;
        at = after;
    }
    *value = number;
    *used = at;
    return at > 0;
}

/* Reads a row of Chinese digits, without units, by place. */
static bool
read_row(const char *text, size_t byte_count, uint32_t *value, size_t *used,
         size_t *digit_count)
{
    uint32_t number = 0;
    size_t at = 0;
    *digit_count = 0;
    while (at < byte_count) {
        size_t after = at;
        const int digit = digit_of(ft_utf8_next(text, byte_count, &after));
        if (digit < 0)
            break;
        number = number * 10 + (uint32_t)digit;
        if (number > NUMERAL_MAX)
            return false;
        at = after;
        (*digit_count)++;
    }
    *value = number;
    *used = at;
    return true;
}

/* What has been read of a number with units: `total` is settled, `digit`
 * waits for its unit. */
typedef struct reading {
    uint32_t total;
    uint32_t digit;
    uint32_t unit; /* the last one; the next must be smaller */
    bool has_digit;
    bool is_past_wan;
} reading;

/* Takes one character; false if it cannot belong to the number. */
static bool
take_char(reading *state, uint32_t code, bool is_first)
{
    const int digit = digit_of(code);
    if (digit > 0 && !state->has_digit && state->unit != 1) {
        state->digit = (uint32_t)digit;
        state->has_digit = true;
        return true;
    }
    if (digit == 0)
        return !is_first && !state->has_digit && state->unit > 10;
    const uint32_t unit = unit_of(code);
    if (unit == 10000) {
        if (is_first || state->is_past_wan ||
            (!state->has_digit && state->total == 0))
            return false;
        state->total = (state->total + state->digit) * 10000;
        state->is_past_wan = true;
        state->unit = 10000;
    } else if (unit > 0 && unit < state->unit &&
               (state->has_digit || (unit == 10 && is_first))) {
        state->total += (state->has_digit ? state->digit : 1) * unit;
        state->unit = unit;
    } else {
        return false;
    }
    state->digit = 0;
    state->has_digit = false;
    return true;
}

static bool
read_units(const char *text, size_t byte_count, uint32_t *value, size_t *used)
{
    reading state = {.unit = 10000};
    size_t at = 0;
    size_t end = 0;
    while (at < byte_count) {
        const uint32_t code = ft_utf8_next(text, byte_count, &at);
        if (!take_char(&state, code, end == 0))
            break;
        /* A zero counts only if a digit follows it. */
        if (digit_of(code) == 0)
            continue;
        end = at;
        *value = state.total + state.digit;
    }
    *used = end;
    return end > 0 && *value <= NUMERAL_MAX;
}

static bool
read_chinese(const char *text, size_t byte_count, uint32_t *value, size_t *used)
{
    size_t digit_count;
    if (!read_row(text, byte_count, value, used, &digit_count))
        return false;
    if (digit_count > 1 || (digit_count == 1 && *value == 0))
        return true;
    return read_units(text, byte_count, value, used);
}

bool
ft_numeral_read(const char *text, size_t byte_count, uint32_t *value,
                size_t *byte_used)
{
    size_t used = 0;
    uint32_t number = 0;
    if (byte_count == 0)
        return false;
    size_t after = 0;
    const uint32_t code = ft_utf8_next(text, byte_count, &after);
    bool is_read;
    if (code >= '0' && code <= '9')
        is_read = read_arabic(text, byte_count, '0', &number, &used);
    else if (code >= 0xFF10 && code <= 0xFF19)
        is_read = read_arabic(text, byte_count, 0xFF10, &number, &used);
    else
        is_read = read_chinese(text, byte_count, &number, &used);
    if (!is_read)
        return false;
    *value = number;
    if (byte_used != NULL)
        *byte_used = used;
    return true;
}

/* Writes 1 to 9,999. `is_whole` is false behind 万, where 十 needs its 一. */
static void
write_below_wan(ft_strbuf *out, uint32_t value, bool is_whole)
{
    static const char *const digits[] = {"零", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
    static const char *const units[] = {"千", "百", "十", ""};
    uint32_t place = 1000;
    bool has_written = false;
    bool owes_zero = false;
    for (int i = 0; i < 4; i++, place /= 10) {
        const uint32_t digit = value / place % 10;
        if (digit == 0) {
            owes_zero = has_written;
            continue;
        }
        if (owes_zero)
            ft_strbuf_text(out, digits[0]);
        if (!(place == 10 && digit == 1 && !has_written && is_whole))
            ft_strbuf_text(out, digits[digit]);
        ft_strbuf_text(out, units[i]);
        has_written = true;
        owes_zero = false;
    }
}

void
ft_numeral_write(ft_strbuf *out, uint32_t value)
{
    if (value == 0) {
        ft_strbuf_text(out, "零");
        return;
    }
    const uint32_t wan = value / 10000;
    const uint32_t rest = value % 10000;
    if (wan > 0) {
        write_below_wan(out, wan, true);
        ft_strbuf_text(out, "万");
        if (rest > 0 && rest < 1000)
            ft_strbuf_text(out, "零");
    }
    if (rest > 0)
        write_below_wan(out, rest, wan == 0);
}
