/* Numbers with comparator, unit and basis. */
#include "facet/number.h"

#include <string.h>

#include "base/error.h"
#include "text/quantity.h"
#include "text/utf8.h"

enum { DE = 0x7684 /* 的 */, YEAR = 0x5E74, MONTH = 0x6708, DAY = 0x65E5 };

/* A number being read, with the words that compare it. */
typedef struct number {
    uint32_t start;
    uint32_t end;
    const char *comparator;
    ft_strbuf amount;
    const char *unit;
    bool is_date;
    bool is_span;
} number;

static uint32_t
code_at(const ft_reading *r, size_t at)
{
    return ft_prose_code(&r->prose, at);
}

static bool
is_unit(const ft_quantity *quantity, const char *unit)
{
    return strcmp(quantity->unit, unit) == 0;
}

/* -------------------------------------------------------------------- dates */

/* The number of one or two digits, 1 to 31, at `*at`, which moves behind it. */
static uint32_t
read_small(const ft_reading *r, uint32_t *at)
{
    static const char digits[] = "零一二三四五六七八九";
    uint32_t value = 0;
    for (int i = 0; i < 3; i++) {
        const uint32_t code = code_at(r, *at);
        uint32_t digit = 0;
        if (code == 0x5341 /* 十 */) {
            value = value == 0 ? 10 : value * 10;
            ++*at;
            continue;
        }
        if (ft_char_is_digit(code))
            digit = code - '0';
        else if (code != 0 && ft_char_is_one_of(code, digits))
            for (size_t k = 0;
                 ft_utf8_next(digits, sizeof(digits) - 1, &k) != code;)
                digit++;
        else
            break;
        value = value % 10 == 0 && value > 0 && code > '9' ? value + digit
                                                           : value * 10 + digit;
        ++*at;
    }
    return value <= 31 ? value : 0;
}

/* Reads the month or the day at `*at`, ?? where it is left open. */
static bool
read_date_part(const ft_reading *r, uint32_t sign, uint32_t *at, ft_strbuf *out)
{
    uint32_t behind = *at;
    const uint32_t value = read_small(r, &behind);
    if (code_at(r, behind) != sign)
        return false;
    *at = behind + 1;
    if (value == 0)
        ft_strbuf_text(out, "-??");
    else
        ft_strbuf_format(out, "-%02u", (unsigned)value);
    return true;
}

/* 2018年1月1日, 2023年 月 日, 3月31日 (of any year). */
static bool
read_date(const ft_reading *r, const ft_quantity *first, number *out)
{
    uint32_t at = out->start;
    if (is_unit(first, "年")) {
        at += (uint32_t)first->char_count;
        ft_strbuf_format(&out->amount, "%04u", (unsigned)first->value.digits);
        if (!read_date_part(r, MONTH, &at, &out->amount))
            ft_strbuf_text(&out->amount, "-??");
    } else if (is_unit(first, "月")) {
        ft_strbuf_text(&out->amount, "????");
        if (!read_date_part(r, MONTH, &at, &out->amount))
            return false;
    } else {
        return false;
    }
    if (!read_date_part(r, DAY, &at, &out->amount))
        ft_strbuf_text(&out->amount, "-??");
    out->end = at;
    out->is_date = true;
    out->unit = "日期";
    return true;
}

/* ------------------------------------------------------------------ amounts */

static void
write_decimal(number *out, ft_decimal value, uint32_t divide_by)
{
    /* Whole numbers of units are divided exactly; what is not stays. */
    if (divide_by > 1 && value.places == 0 && value.digits % divide_by == 0)
        value.digits /= divide_by;
    ft_decimal_write(&out->amount, value);
}

/* Whether the words of the number hold a character: 一年 is P1Y, not P12M. */
static bool
has_char(const ft_reading *r, const ft_quantity *q, uint32_t code)
{
    for (size_t i = 0; i < q->char_count; i++)
        if (code_at(r, q->char_start + i) == code)
            return true;
    return false;
}

/* A span of time as ISO 8601 writes it. */
static bool
read_span(const ft_reading *r, const ft_quantity *q, number *out)
{
    const bool is_years = is_unit(q, "个月") && has_char(r, q, YEAR) &&
                          q->value.places == 0 && q->value.digits % 12 == 0;
    const bool is_hours = is_unit(q, "分钟") &&
                          has_char(r, q, 0x65F6 /* 时 */) &&
                          q->value.places == 0 && q->value.digits % 60 == 0;
    char letter = '\0';
    if (is_unit(q, "个月"))
        letter = is_years ? 'Y' : 'M';
    else if (is_unit(q, "日") || is_unit(q, "工作日"))
        letter = 'D';
    else if (is_unit(q, "分钟"))
        letter = is_hours ? 'H' : 'M';
    else
        return false;
    ft_strbuf_text(&out->amount, is_unit(q, "分钟") ? "PT" : "P");
    write_decimal(out, q->value, is_years ? 12 : is_hours ? 60 : 1);
    ft_strbuf_format(&out->amount, "%c", letter);
    out->unit = is_unit(q, "工作日") ? q->unit : "";
    out->is_span = true;
    return true;
}

/* Units of what is measured; others only count. */
static bool
is_measured(const ft_quantity *q)
{
    static const char *const units[] = {
        "元",       "美元",   "欧元", "港元", "日元", "倍", "折",
        "季度",     "百分点", "岁",   "亩",   "公顷", "米", "平方米",
        "平方公里", "立方米", "克",   "吨",   NULL};
    for (size_t i = 0; units[i] != NULL; i++)
        if (is_unit(q, units[i]))
            return true;
    return false;
}

/* Units of what is counted, a number where it is compared. */
static bool
is_counted(const ft_quantity *q)
{
    static const char *const units[] = {"人", "个", "户", "家", "件", "台",
                                        "辆", "套", "次", "份", "名", NULL};
    for (size_t i = 0; units[i] != NULL; i++)
        if (is_unit(q, units[i]))
            return true;
    return false;
}

/* Whether what stands before a number asks which, not how many: 上一年度,
 * 同一日; but not 以上 in 一万元以上三万元以下. */
static bool
is_of_which(const ft_reading *r, uint32_t start)
{
    return start > 0 &&
           ft_char_is_one_of(code_at(r, start - 1), "上下同某另任第") &&
           (start < 2 || !ft_prose_has(&r->prose, start - 2, "以"));
}

static bool
read_amount(const ft_reading *r, const ft_quantity *q, number *out)
{
    if (q->is_ordinal)
        return false;
    out->end = out->start + (uint32_t)q->char_count;
    if (q->divisor != 0) {
        ft_decimal_write(&out->amount, q->value);
        ft_strbuf_format(&out->amount, "/%u", (unsigned)q->divisor);
        return true;
    }
    if (is_unit(q, "%")) {
        ft_decimal share = q->value;
        ft_decimal_shift(&share, 2);
        ft_decimal_write(&out->amount, share);
        return true;
    }
    if (is_of_which(r, out->start))
        return false;
    if (read_date(r, q, out) || read_span(r, q, out))
        return true;
    ft_decimal_write(&out->amount, q->value);
    out->unit = q->unit;
    return is_measured(q) || is_counted(q);
}

/* --------------------------------------------------------------- comparators
 */

/* The comparing word that ends (`is_before`) or begins at a character. */
static const ft_spot *
find_word(const ft_reading *r, size_t *next, uint32_t at, bool is_before)
{
    const ft_array *found = &r->spots.of[FT_CUES_COMPARATOR];
    const ft_spot *spots = found->items;
    const char *side = is_before ? "前" : "后";
    while (*next < found->count && spots[*next].end < at)
        ++*next;
    const ft_spot *best = NULL;
    for (size_t i = *next; i < found->count && spots[i].start <= at; i++) {
        const char *name = r->cues->values[spots[i].value].name;
        const uint32_t edge = is_before ? spots[i].end : spots[i].start;
        if (edge == at && strncmp(name, side, strlen(side)) == 0)
            best = &spots[i];
    }
    return best;
}

static void
compare(const ft_reading *r, size_t *next, number *n)
{
    const ft_spot *before = find_word(r, next, n->start, true);
    const ft_spot *behind = find_word(r, next, n->end, false);
    const size_t side = strlen("前");
    if (before != NULL) {
        n->comparator = r->cues->values[before->value].name + side;
        n->start = before->start;
    }
    if (behind != NULL) {
        const char *sign = r->cues->values[behind->value].name + side;
        if (strcmp(sign, "前") == 0)
            sign = n->is_date ? "<=" : ">=";
        n->comparator = before == NULL ? sign : n->comparator;
        n->end = behind->end;
    }
}

/* -------------------------------------------------------------------- basis */

/* What the number is of: between 占 and 的, else what the clause says before
 * it, up to its verb. */
static const char *
find_basis(ft_reading *r, const number *n)
{
    enum { BASIS_CHARS_MAX = 40 };
    const ft_stretch *clause = ft_prose_clause(&r->prose, n->start);
    uint32_t end = n->start;
    uint32_t start = end > BASIS_CHARS_MAX ? end - BASIS_CHARS_MAX : 0;
    start = start < clause->start ? clause->start : start;
    for (uint32_t i = end; i-- > start;)
        if (code_at(r, i) == 0x5360 /* 占 */) {
            start = i + 1;
            break;
        }
    const uint32_t force =
        ft_grammar_next(&r->grammar, FT_ROLES_FORCE, start, end);
    end = force < end ? force : end;
    if (end > start && code_at(r, end - 1) == DE)
        end--;
    if (n->is_date || end <= start)
        return "";
    return ft_reading_text(r, start, end);
}

/* ------------------------------------------------------------------- numbers
 */

static fatiao_status
add_number(ft_reading *r, const number *n)
{
    fatiao_facet_value *value = NULL;
    const char *amount = ft_arena_text(
        &r->facets->arena, ft_strbuf_string(&n->amount), n->amount.byte_count);
    const char *basis = find_basis(r, n);
    if (amount == NULL || basis == NULL || ft_strbuf_failed(&n->amount))
        return ft_error_memory(r->error);
    const fatiao_status status =
        ft_reading_add(r, FATIAO_FACET_NUMBER, NULL, n->start, n->end, &value);
    if (status != FATIAO_OK || value == NULL)
        return status;
    value->comparator = n->comparator;
    value->amount = amount;
    value->unit = n->unit;
    value->basis = basis;
    return FATIAO_OK;
}

fatiao_status
ft_numbers_take(ft_reading *reading)
{
    const ft_prose *prose = &reading->prose;
    const ft_char *chars = prose->chars.items;
    size_t at = 0;
    size_t next = 0;
    ft_quantity quantity;
    fatiao_status status = FATIAO_OK;
    while (status == FATIAO_OK &&
           ft_quantity_next(chars, prose->chars.count, &at, &quantity)) {
        number n = {.start = (uint32_t)quantity.char_start,
                    .comparator = "",
                    .unit = ""};
        if (read_amount(reading, &quantity, &n)) {
            at = n.end > at ? n.end : at;
            compare(reading, &next, &n);
            if (n.comparator[0] != '\0' || !is_counted(&quantity))
                status = add_number(reading, &n);
        }
        ft_strbuf_finish(&n.amount);
    }
    return status;
}
