/* The names of fields and how their values are written. */
#include "query/field.h"

#include <string.h>

#include "text/numeral.h"
#include "text/utf8.h"

/* A name and what it means; a status likewise. */
typedef struct meaning {
    const char *name;
    int value;
} meaning;

static const meaning names[] = {
    {"law", FT_FIELD_LAW},         {"法", FT_FIELD_LAW},
    {"chapter", FT_FIELD_CHAPTER}, {"章", FT_FIELD_CHAPTER},
    {"article", FT_FIELD_ARTICLE}, {"条", FT_FIELD_ARTICLE},
    {"status", FT_FIELD_STATUS},   {"时效", FT_FIELD_STATUS},
    {"date", FT_FIELD_DATE},       {"日期", FT_FIELD_DATE},
    {"number", FT_FIELD_NUMBER},   {"文号", FT_FIELD_NUMBER},
};

static const meaning statuses[] = {
    {"current", FT_STATUS_CURRENT},   {"现行", FT_STATUS_CURRENT},
    {"现行有效", FT_STATUS_CURRENT},  {"superseded", FT_STATUS_SUPERSEDED},
    {"已修改", FT_STATUS_SUPERSEDED}, {"repealed", FT_STATUS_REPEALED},
    {"废止", FT_STATUS_REPEALED},     {"已废止", FT_STATUS_REPEALED},
    {"draft", FT_STATUS_DRAFT},       {"草案", FT_STATUS_DRAFT},
    {"征求意见稿", FT_STATUS_DRAFT},
};

/* Text being read. */
typedef struct cursor {
    const char *text;
    size_t byte_count;
    size_t at;
} cursor;

static char
lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

/* Latin letters of either case. */
static bool
skip(cursor *c, const char *word)
{
    const size_t length = strlen(word);
    if (c->byte_count - c->at < length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (lower(c->text[c->at + i]) != word[i])
            return false;
    c->at += length;
    return true;
}

static bool
is_at_end(const cursor *c)
{
    return c->at == c->byte_count;
}

bool
ft_field_read_name(const char *text, size_t byte_count, ft_field_kind *kind,
                   size_t *used)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        cursor c = {text, byte_count, 0};
        if (!skip(&c, names[i].name) || !(skip(&c, ":") || skip(&c, "：")))
            continue;
        *kind = (ft_field_kind)names[i].value;
        *used = c.at;
        return true;
    }
    return false;
}

/* ------------------------------------------------------------------ ranges */

/* Reads one end of a range: the least and the greatest it can mean. */
typedef bool read_end(cursor *c, uint64_t *least, uint64_t *most);

/* How a range is written. */
typedef enum comparison {
    EQUAL,
    LESS,
    LESS_EQUAL,
    MORE,
    MORE_EQUAL
} comparison;

static comparison
read_comparison(cursor *c)
{
    if (skip(c, ">=") || skip(c, "≥") || skip(c, "＞＝"))
        return MORE_EQUAL;
    if (skip(c, "<=") || skip(c, "≤") || skip(c, "＜＝"))
        return LESS_EQUAL;
    if (skip(c, ">") || skip(c, "＞"))
        return MORE;
    return skip(c, "<") || skip(c, "＜") ? LESS : EQUAL;
}

/* A..B, A.., ..B, >=A, A. */
static bool
read_range(cursor c, read_end *read, ft_field *out)
{
    uint64_t least;
    uint64_t most;
    const comparison how = read_comparison(&c);
    out->from = 0;
    out->to = UINT64_MAX;
    if (how == EQUAL && skip(&c, ".."))
        return read(&c, &least, &out->to) && is_at_end(&c);
    if (!read(&c, &least, &most))
        return false;
    if (how == EQUAL && skip(&c, "..")) {
        out->from = least;
        return is_at_end(&c) || (read(&c, &least, &out->to) && is_at_end(&c));
    }
    if (how == EQUAL || how == MORE_EQUAL)
        out->from = least;
    if (how == EQUAL || how == LESS_EQUAL)
        out->to = most;
    if (how == MORE)
        out->from = most + 1;
    if (how == LESS)
        out->to = least - 1;
    return is_at_end(&c);
}

static bool
read_number(cursor *c, uint64_t *number)
{
    uint32_t value;
    size_t used;
    if (!ft_numeral_read(c->text + c->at, c->byte_count - c->at, &value, &used))
        return false;
    c->at += used;
    *number = value;
    return true;
}

/* 2019, 2019-05, 2019-05-01, 2019年5月1日. */
static bool
read_day(cursor *c, uint64_t *least, uint64_t *most)
{
    uint64_t year;
    uint64_t month = 0;
    uint64_t day = 0;
    if (!read_number(c, &year) || year < 1000 || year > 9999)
        return false;
    bool goes_on =
        skip(c, "年") ? !is_at_end(c) && c->text[c->at] != '.' : skip(c, "-");
    if (goes_on && (!read_number(c, &month) || month < 1 || month > 12))
        return false;
    if (goes_on)
        goes_on = skip(c, "月") ? !is_at_end(c) && c->text[c->at] != '.'
                                : skip(c, "-");
    if (goes_on && (!read_number(c, &day) || day < 1 || day > 31))
        return false;
    skip(c, "日");
    *least = year * 10000 + month * 100 + day;
    *most =
        year * 10000 + (month > 0 ? month : 99) * 100 + (day > 0 ? day : 99);
    return true;
}

/* 40, 第四十条, 120-3, 第一百二十条之三. */
static bool
read_article(cursor *c, uint64_t *least, uint64_t *most)
{
    uint64_t number;
    uint64_t suffix = 0;
    skip(c, "第");
    if (!read_number(c, &number) || number == 0)
        return false;
    if (skip(c, "-") && !read_number(c, &suffix))
        return false;
    skip(c, "条");
    if (skip(c, "之") && !read_number(c, &suffix))
        return false;
    if (suffix > UINT16_MAX)
        return false;
    *least = *most = number << 16 | suffix;
    return true;
}

/* ------------------------------------------------------------------ values */

/* 三, 3, 第三章. */
static uint64_t
read_chapter(cursor c)
{
    uint64_t number;
    skip(&c, "第");
    if (!read_number(&c, &number))
        return 0;
    skip(&c, "章");
    return is_at_end(&c) ? number : 0;
}

static bool
read_status(cursor c, ft_field *out)
{
    for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++) {
        cursor ahead = c;
        if (!skip(&ahead, statuses[i].name) || !is_at_end(&ahead))
            continue;
        out->from = out->to = (uint64_t)statuses[i].value;
        return true;
    }
    return false;
}

static bool
is_blank(cursor c)
{
    while (!is_at_end(&c))
        if (!ft_char_is_blank(ft_utf8_next(c.text, c.byte_count, &c.at)))
            return false;
    return true;
}

const char *
ft_field_read_value(ft_field_kind kind, const char *text, size_t byte_count,
                    ft_field *out)
{
    const cursor c = {text, byte_count, 0};
    *out = (ft_field){.kind = kind};
    if (is_blank(c))
        return "the field has no value";
    switch (kind) {
    case FT_FIELD_CHAPTER:
        out->from = out->to = read_chapter(c);
        return NULL;
    case FT_FIELD_ARTICLE:
        return read_range(c, read_article, out)
                   ? NULL
                   : "an article is 40, 120-3, or a range 40..45";
    case FT_FIELD_STATUS:
        return read_status(c, out) ? NULL
                                   : "a status is current, superseded, "
                                     "repealed or draft";
    case FT_FIELD_DATE:
        return read_range(c, read_day, out)
                   ? NULL
                   : "a date is 2019, 2019-05, 2019-05-01, or a range "
                     "2019..2021, >=2020";
    case FT_FIELD_LAW:
    case FT_FIELD_NUMBER:
    default:
        return NULL;
    }
}
