/* Chinese and Arabic numbers. A Chinese number is either a row of digits read
 * by place (一八四○) or digits with units (一百零一), in which units fall from
 * left to right, anew before 万 and before 亿. */
#include "text/numeral.h"

#include "text/utf8.h"

enum { NUMERAL_MAX = 999999 };

/* The value of a Chinese digit, or -1. */
static int
digit_of(uint32_t code)
{
    switch (code) {
    case 0x96F6: /* 零 */
    case 0x3007: /* 〇 */
    case 0x25CB: /* ○ */
        return 0;
    case 0x4E00: /* 一 */
        return 1;
    case 0x4E8C: /* 二 */
    case 0x4E24: /* 两 */
        return 2;
    case 0x4E09: /* 三 */
        return 3;
    case 0x56DB: /* 四 */
        return 4;
    case 0x4E94: /* 五 */
        return 5;
    case 0x516D: /* 六 */
        return 6;
    case 0x4E03: /* 七 */
        return 7;
    case 0x516B: /* 八 */
        return 8;
    case 0x4E5D: /* 九 */
        return 9;
    default:
        return -1;
    }
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
    case 0x4EBF: /* 亿 */
        return 100000000;
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

/* What has been read of a number with units: `above` is settled by 亿, `total`
 * below it, and `digit` waits for its unit. */
typedef struct reading {
    uint64_t above;
    uint64_t total;
    uint32_t digit;
    uint32_t unit; /* the last one; the next must be smaller */
    uint32_t tail; /* the unit that `digit` has if none follows: 一万五 */
    bool has_digit;
    bool is_past_wan;
    bool is_past_yi;
} reading;

static const reading reading_start = {.unit = 10000};

static uint64_t
reading_value(const reading *state)
{
    return state->above + state->total + state->digit;
}

/* Takes 万 or 亿, which settles all that stands before it. */
static bool
take_large_unit(reading *state, uint32_t unit)
{
    if (!state->has_digit && state->total == 0)
        return false;
    if (unit == 10000) {
        if (state->is_past_wan)
            return false;
        state->total = (state->total + state->digit) * 10000;
        state->is_past_wan = true;
    } else {
        if (state->is_past_yi)
            return false;
        state->above = (state->total + state->digit) * 100000000;
        state->total = 0;
        state->is_past_wan = false;
        state->is_past_yi = true;
    }
    state->unit = 10000;
    state->tail = unit / 10;
    return true;
}

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
    if (digit == 0) {
        state->tail = 1;
        return !is_first && !state->has_digit && state->unit > 10;
    }
    const uint32_t unit = unit_of(code);
    if (unit >= 10000) {
        if (is_first || !take_large_unit(state, unit))
            return false;
    } else if (unit > 0 && unit < state->unit &&
               (state->has_digit || (unit == 10 && is_first))) {
        state->total += (state->has_digit ? state->digit : 1) * unit;
        state->unit = unit;
        state->tail = unit / 10;
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
    reading state = reading_start;
    size_t at = 0;
    size_t end = 0;
    uint64_t number = 0;
    while (at < byte_count) {
        const uint32_t code = ft_utf8_next(text, byte_count, &at);
        if (!take_char(&state, code, end == 0))
            break;
        /* A zero counts only if a digit follows it. */
        if (digit_of(code) == 0)
            continue;
        end = at;
        number = reading_value(&state);
    }
    *used = end;
    *value = (uint32_t)number;
    return end > 0 && number <= NUMERAL_MAX;
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
    if (ft_char_is_digit(code))
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

/* ----------------------------------------------------------------- amounts */

bool
ft_numeral_has(uint32_t code)
{
    return ft_char_is_digit(code) || digit_of(code) >= 0 || unit_of(code) > 0;
}

static size_t
count_arabic(const uint32_t *codes, size_t count)
{
    size_t digits = 0;
    while (digits < count && ft_char_is_digit(codes[digits]))
        digits++;
    return digits;
}

/* Digits of type in one or, parted by commas, several groups; returns the
 * characters used, 0 where they are too many. */
static size_t
read_arabic_whole(const uint32_t *codes, size_t count, ft_decimal *value)
{
    size_t used = count_arabic(codes, count);
    if (used <= 3)
        while (used + 3 < count && codes[used] == ',' &&
               count_arabic(codes + used + 1, count - used - 1) == 3)
            used += 4;
    for (size_t i = 0; i < used; i++)
        if (codes[i] != ',' && !ft_decimal_append(value, codes[i] - '0'))
            return 0;
    return used;
}

/* 30, 10,000, 1.5. What has two points is no number. */
static size_t
read_arabic_decimal(const uint32_t *codes, size_t count, ft_decimal *value)
{
    size_t used = read_arabic_whole(codes, count, value);
    if (used == 0 || used + 1 >= count || codes[used] != '.')
        return used;
    const size_t places = count_arabic(codes + used + 1, count - used - 1);
    for (size_t i = 1; i <= places; i++)
        if (!ft_decimal_append(value, codes[used + i] - '0'))
            return 0;
    if (places == 0)
        return used;
    used += 1 + places;
    const bool goes_on = used + 1 < count && codes[used] == '.' &&
                         ft_char_is_digit(codes[used + 1]);
    ft_decimal_shift(value, (uint32_t)places);
    return goes_on ? 0 : used;
}

/* A row of Chinese digits, read by place. */
static size_t
read_row_amount(const uint32_t *codes, size_t count, ft_decimal *value)
{
    bool has_zero = false;
    size_t used = 0;
    for (; used < count && digit_of(codes[used]) >= 0; used++) {
        has_zero |= digit_of(codes[used]) == 0;
        if (!ft_decimal_append(value, (uint32_t)digit_of(codes[used])))
            return 0;
    }
    const bool has_unit = used < count && unit_of(codes[used]) > 0;
    return has_unit || (used == 2 && !has_zero) ? 0 : used;
}

/* Chinese digits with units. */
static size_t
read_units_amount(const uint32_t *codes, size_t count, ft_decimal *value)
{
    reading state = reading_start;
    size_t end = 0;
    for (size_t i = 0; i < count && take_char(&state, codes[i], end == 0);
         i++) {
        if (digit_of(codes[i]) == 0)
            continue;
        end = i + 1;
        value->digits = reading_value(&state);
    }
    if (state.has_digit && state.tail > 1)
        value->digits += (uint64_t)state.digit * (state.tail - 1);
    return value->digits <= FT_DECIMAL_MAX ? end : 0;
}

/* 点五 behind a Chinese number; 0 if that is not what follows (九点三十分). */
static size_t
read_chinese_point(const uint32_t *codes, size_t count, ft_decimal *value)
{
    if (count < 2 || codes[0] != 0x70B9 || digit_of(codes[1]) < 0)
        return 0;
    ft_decimal longer = *value;
    size_t used = 1;
    for (; used < count && digit_of(codes[used]) >= 0; used++)
        if (!ft_decimal_append(&longer, (uint32_t)digit_of(codes[used])))
            return 0;
    const uint32_t unit = used < count ? unit_of(codes[used]) : 0;
    if (unit > 0 && unit < 10000)
        return 0;
    ft_decimal_shift(&longer, (uint32_t)used - 1);
    *value = longer;
    return used;
}

static size_t
read_chinese_amount(const uint32_t *codes, size_t count, ft_decimal *value)
{
    const bool is_row =
        digit_of(codes[0]) == 0 ||
        (count > 1 && digit_of(codes[0]) > 0 && digit_of(codes[1]) >= 0);
    const size_t used = is_row ? read_row_amount(codes, count, value)
                               : read_units_amount(codes, count, value);
    if (used == 0)
        return 0;
    return used + read_chinese_point(codes + used, count - used, value);
}

/* The units behind digits of type, multiplied: 千万. */
static size_t
read_multiplier(const uint32_t *codes, size_t count, uint64_t *out)
{
    size_t used = 0;
    *out = 1;
    for (; used < count && unit_of(codes[used]) > 0; used++) {
        if (*out > FT_DECIMAL_MAX / unit_of(codes[used]))
            return 0;
        *out *= unit_of(codes[used]);
    }
    return used;
}

size_t
ft_numeral_read_amount(const uint32_t *codes, size_t count, ft_decimal *value)
{
    *value = (ft_decimal){0};
    uint64_t below = FT_DECIMAL_MAX;
    size_t used = 0;
    while (used < count) {
        const uint32_t *rest = codes + used;
        ft_decimal part = {0};
        size_t width = ft_char_is_digit(rest[0])
                           ? read_arabic_decimal(rest, count - used, &part)
                           : read_chinese_amount(rest, count - used, &part);
        uint64_t times;
        const size_t units =
            read_multiplier(rest + width, count - used - width, &times);
        if (width == 0)
            return used;
        if (units == 0 && used > 0 && width == 1 && below >= 100)
            times = below / 10; /* 3万5 */
        if (!ft_decimal_multiply(&part, times) || part.digits >= below ||
            !ft_decimal_add(value, part))
            return used;
        used += width + units;
        if (units == 0)
            break;
        below = times;
    }
    return used;
}

/* ----------------------------------------------------------------- writing */

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
