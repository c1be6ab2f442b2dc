/* Reading quantities. A number is read as far as numerals go (numeral.h), then
 * what follows tells what it counts (measure.h), and both together whether it
 * is meant as a number at all. */
#include "text/quantity.h"

#include <string.h>

#include "text/measure.h"
#include "text/numeral.h"
#include "text/utf8.h"

/* A longer row of numerals is no number. */
enum { NUMERAL_CHARS_MAX = 32 };
/* From this on, 年 is a year of the calendar and not a span of time. */
enum { CALENDAR_YEAR_MIN = 1000 };
enum { DIVISOR_MAX = 1000000 };

/* A folded text being read. */
typedef struct source {
    const ft_char *chars;
    size_t count;
} source;

/* The character at `at`, 0 beyond the end. */
static uint32_t
code_at(const source *s, size_t at)
{
    return at < s->count ? s->chars[at].code : 0;
}

static bool
stands_at(const source *s, size_t at, const char *word)
{
    const size_t byte_count = strlen(word);
    for (size_t i = 0; i < byte_count; at++)
        if (code_at(s, at) != ft_utf8_next(word, byte_count, &i))
            return false;
    return true;
}

static uint32_t
source_width(const source *s, size_t at)
{
    return s->chars[at].byte_end - s->chars[at].byte_start;
}

/* ------------------------------------------------------------------ numbers */

/* Copies what may belong to a number that begins at `at`. A comma parts the
 * groups of a number only if it is as wide as its digits: 3，500 are two. */
static size_t
copy_numerals(const source *s, size_t at, uint32_t *codes)
{
    size_t count = 0;
    for (; count < NUMERAL_CHARS_MAX && at + count < s->count; count++) {
        const uint32_t code = s->chars[at + count].code;
        const bool is_comma =
            code == ',' && count > 0 &&
            source_width(s, at + count) == source_width(s, at + count - 1);
        if (!ft_numeral_has(code) && code != '.' && code != 0x70B9 && !is_comma)
            break; /* 点 */
        codes[count] = code;
    }
    return count;
}

/* Reads a number and moves `*at` behind it. False unless it is whole: nothing
 * of a number stands right behind. */
static bool
read_number(const source *s, size_t *at, ft_decimal *value)
{
    uint32_t codes[NUMERAL_CHARS_MAX];
    const size_t count = copy_numerals(s, *at, codes);
    const size_t used = ft_numeral_read_amount(codes, count, value);
    if (used == 0 || ft_numeral_has(code_at(s, *at + used)))
        return false;
    *at += used;
    return true;
}

/* Whether the number at [from, to) is only said about: 几十, 三十多, 十余. */
static bool
is_vague(const source *s, size_t from, size_t to)
{
    const uint32_t before = from > 0 ? code_at(s, from - 1) : 0;
    if (before == 0x51E0) /* 几 */
        return true;
    if (before == 0x6570 && code_at(s, from) == 0x5341) /* 数十 */
        return true;
    return ft_char_is_one_of(code_at(s, to), "几多余来");
}

/* Whether digits of type belong to a name or a sign: A4, 3D, 1.2.3. */
static bool
is_in_sign(const source *s, size_t from, size_t to)
{
    const uint32_t before = from > 0 ? code_at(s, from - 1) : 0;
    return ft_char_is_latin(before) || before == '.' ||
           ft_char_is_digit(before) || ft_char_is_latin(code_at(s, to));
}

/* ------------------------------------------------------------------- shares */

static uint64_t
greatest_divisor(uint64_t a, uint64_t b)
{
    while (b > 0) {
        const uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* Sets `value` parts of `divisor`: a percentage where it is a short one, else a
 * fraction in its lowest terms. */
static bool
set_share(ft_quantity *out, ft_decimal value, uint64_t divisor)
{
    uint32_t places = 0;
    uint64_t power = 100;
    for (; power < divisor; power *= 10)
        places++;
    if (power == divisor) {
        ft_decimal_shift(&value, places);
    } else {
        if (value.places > 0 || divisor < 2 || divisor > DIVISOR_MAX)
            return false;
        const uint64_t common = greatest_divisor(value.digits, divisor);
        value.digits /= common;
        divisor /= common;
        if (100 % divisor == 0)
            ft_decimal_multiply(&value, 100 / divisor);
        else
            out->divisor = (uint32_t)divisor;
    }
    out->value = value;
    out->unit = out->divisor > 0 ? "" : "%";
    return true;
}

/* 百分之三十, 千分之五, 百分之百; `at` is where 百 stands. */
static bool
read_portion(const source *s, size_t at, ft_quantity *out)
{
    static const struct {
        const char *words;
        uint64_t divisor;
    } portions[] = {{"百分之", 100}, {"千分之", 1000}, {"万分之", 10000}};
    const size_t width = 3;
    for (size_t i = 0; i < sizeof(portions) / sizeof(portions[0]); i++) {
        if (!stands_at(s, at, portions[i].words))
            continue;
        size_t end = at + width;
        ft_decimal value = {100, 0};
        if (stands_at(s, end, "百") && !ft_numeral_has(code_at(s, end + 1)))
            end++;
        else if (!read_number(s, &end, &value) || is_vague(s, at + width, end))
            return false;
        out->char_count = end - at;
        return set_share(out, value, portions[i].divisor);
    }
    return false;
}

/* 2/3, but not 2/3/2023. */
static bool
read_slash(const source *s, size_t at, size_t end, ft_decimal value,
           ft_quantity *out)
{
    if (code_at(s, end) != '/' || !ft_char_is_digit(code_at(s, end + 1)) ||
        (at > 0 && code_at(s, at - 1) == '/'))
        return false;
    ft_decimal divisor;
    end++;
    if (!read_number(s, &end, &divisor) || divisor.places > 0 ||
        divisor.digits <= value.digits || code_at(s, end) == '/')
        return false;
    out->char_count = end - at;
    return set_share(out, value, divisor.digits);
}

/* 三分之二; `end` is behind the first number. */
static bool
read_fraction(const source *s, size_t at, size_t end, ft_decimal divisor,
              ft_quantity *out)
{
    ft_decimal value;
    if (!stands_at(s, end, "分之") || divisor.places > 0)
        return false;
    end += 2;
    const size_t start = end;
    if (!read_number(s, &end, &value) || is_vague(s, start, end))
        return false;
    out->char_count = end - at;
    return set_share(out, value, divisor.digits);
}

/* 三成, 三成五; not 三成员. */
static bool
read_tenths(const source *s, size_t at, size_t end, ft_decimal value,
            ft_quantity *out)
{
    if (!stands_at(s, end, "成") || end - at != 1 || value.digits == 0 ||
        ft_char_is_one_of(code_at(s, end + 1),
                          "不人份功像品员型效教本果为熟立绩年交长"))
        return false;
    end++;
    ft_decimal rest;
    size_t after = end;
    ft_decimal_multiply(&value, 10);
    if (read_number(s, &after, &rest) && after == end + 1 && rest.digits < 10 &&
        !ft_char_is_pairing(code_at(s, after))) {
        ft_decimal_add(&value, rest);
        end = after;
    }
    out->char_count = end - at;
    out->unit = "%";
    out->value = value;
    return true;
}

/* ------------------------------------------------------- numbers that count */

static bool
set_measure(ft_quantity *out, const ft_measure *measure, ft_decimal value)
{
    const ft_decimal extra = {measure->extra_tenths, 1};
    const bool is_year = measure->times == 12 && measure->extra_tenths == 0;
    out->value = value;
    out->unit = measure->unit;
    if (is_year && value.places == 0 && value.digits >= CALENDAR_YEAR_MIN) {
        out->unit = "年";
        return true;
    }
    return ft_decimal_multiply(&out->value, measure->times) &&
           (extra.digits == 0 || ft_decimal_add(&out->value, extra));
}

/* Whether 一 at `at` is the end of another word: 统一, 唯一, 某一. */
static bool
is_end_of_word(const source *s, size_t at)
{
    return at > 0 && ft_char_is_one_of(code_at(s, at - 1),
                                       "任划单另同唯惟某每统逐之专万");
}

/* Whether a number of Chinese digits, [at, end), without or with its measure,
 * is meant as one: a single digit needs a measure, and 一 one that measures. */
static bool
is_meant(const source *s, size_t at, size_t end, const ft_measure *measure)
{
    if (end - at > 1)
        return true;
    if (measure == NULL)
        return false;
    const bool is_one = code_at(s, at) == 0x4E00; /* 一 */
    return !is_one ||
           (!ft_measure_is_counter(measure) && !is_end_of_word(s, at));
}

/* The number at [at, end) with its measure. */
static bool
read_counted(const source *s, size_t at, size_t end, ft_decimal value,
             ft_quantity *out)
{
    size_t width;
    const ft_measure *measure =
        ft_measure_find(s->chars, s->count, end, &width);
    if (!ft_char_is_digit(code_at(s, at)) && !is_meant(s, at, end, measure))
        return false;
    out->char_count = end + width - at;
    if (measure == NULL) {
        out->value = value;
        return true;
    }
    if (!set_measure(out, measure, value))
        return false;
    const bool is_of_month = at > 0 && code_at(s, at - 1) == 0x6708; /* 月 */
    if (is_of_month && strcmp(measure->name, "日") == 0)
        out->unit = "号";
    return true;
}

/* What begins with a digit or 十. */
static bool
read_plain(const source *s, size_t at, ft_quantity *out)
{
    size_t end = at;
    ft_decimal value;
    if (!read_number(s, &end, &value) || is_vague(s, at, end) ||
        (ft_char_is_digit(code_at(s, at)) && is_in_sign(s, at, end)))
        return false;
    if (code_at(s, end) == 0x2030) { /* ‰ */
        out->char_count = end + 1 - at;
        return set_share(out, value, 1000);
    }
    return read_fraction(s, at, end, value, out) ||
           read_slash(s, at, end, value, out) ||
           read_tenths(s, at, end, value, out) ||
           read_counted(s, at, end, value, out);
}

/* 第三季度. A level of statutes is not counted otherwise: 29条 is 第29条. */
static bool
read_ordinal(const source *s, size_t at, ft_quantity *out)
{
    size_t end = at + 1;
    if (!ft_numeral_has(code_at(s, end)) ||
        !read_number(s, &end, &out->value) || out->value.places > 0 ||
        is_vague(s, at + 1, end))
        return false;
    size_t width;
    const ft_measure *measure =
        ft_measure_find(s->chars, s->count, end, &width);
    out->char_count = end + width - at;
    out->is_ordinal = measure == NULL || !ft_measure_is_level(measure);
    if (measure != NULL)
        out->unit = measure->name;
    return true;
}

/* 半年, 半个月, 半小时; not 上半年. */
static bool
read_half(const source *s, size_t at, ft_quantity *out)
{
    static const struct {
        const char *words;
        size_t width;
        ft_decimal value;
        const char *unit;
    } halves[] = {
        {"年", 1, {6, 0}, "个月"},      {"个月", 2, {15, 0}, "日"},
        {"小时", 2, {30, 0}, "分钟"},   {"个小时", 3, {30, 0}, "分钟"},
        {"个钟头", 3, {30, 0}, "分钟"},
    };
    if (at > 0 && ft_char_is_one_of(code_at(s, at - 1), "上下前后大多"))
        return false;
    for (size_t i = 0; i < sizeof(halves) / sizeof(halves[0]); i++) {
        if (!stands_at(s, at + 1, halves[i].words))
            continue;
        out->char_count = 1 + halves[i].width;
        out->value = halves[i].value;
        out->unit = halves[i].unit;
        return true;
    }
    return false;
}

/* ---------------------------------------------------------------- quantities
 */

/* What a character can begin. */
typedef bool (*reader)(const source *s, size_t at, ft_quantity *out);

static reader
reader_of(uint32_t code)
{
    switch (code) {
    case 0x7B2C: /* 第 */
        return read_ordinal;
    case 0x534A: /* 半 */
        return read_half;
    case 0x767E: /* 百 */
    case 0x5343: /* 千 */
    case 0x4E07: /* 万 */
        return read_portion;
    default:
        return ft_numeral_has(code) ? read_plain : NULL;
    }
}

static bool
read_with(reader read, const source *s, size_t at, ft_quantity *out)
{
    *out = (ft_quantity){.char_start = at, .unit = ""};
    return read(s, at, out);
}

bool
ft_quantity_read(const ft_char *chars, size_t char_count, size_t at,
                 ft_quantity *out)
{
    const source s = {chars, char_count};
    const reader read = reader_of(code_at(&s, at));
    return read != NULL && read_with(read, &s, at, out);
}

/* Whether it is no more than a word: 第三人, 第三方, 第一产业. */
static bool
is_word(const ft_quantity *quantity)
{
    return quantity->is_ordinal &&
           (quantity->unit[0] == '\0' || strcmp(quantity->unit, "人") == 0);
}

bool
ft_quantity_next(const ft_char *chars, size_t char_count, size_t *at,
                 ft_quantity *out)
{
    const source s = {chars, char_count};
    while (*at < char_count) {
        const uint32_t code = chars[*at].code;
        const reader read = reader_of(code);
        if (read != NULL && read_with(read, &s, *at, out)) {
            *at += out->char_count;
            if (is_word(out))
                continue;
            return true;
        }
        ++*at;
        if (read == NULL || !ft_numeral_has(code))
            continue;
        /* No part of what is no number is one. */
        while (*at < char_count && ft_numeral_has(chars[*at].code) &&
               reader_of(chars[*at].code) != read_portion)
            ++*at;
    }
    return false;
}

void
ft_quantity_write(ft_strbuf *out, const ft_quantity *quantity)
{
    if (quantity->is_ordinal)
        ft_strbuf_text(out, "第");
    ft_decimal_write(out, quantity->value);
    if (quantity->divisor > 0)
        ft_strbuf_format(out, "/%u", (unsigned)quantity->divisor);
    ft_strbuf_text(out, quantity->unit);
}
