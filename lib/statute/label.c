/* The line grammar. A label is read character by character, markup passed
 * over; its number is collected into a small buffer, so that blanks inside it
 * do no harm. */
#include "statute/label.h"

#include <string.h>

#include "text/numeral.h"
#include "text/utf8.h"

/* Longest titles of divisions and annexes, in characters; what is longer is a
 * sentence that begins like one. */
enum { TITLE_CHARS_MAX = 60, ANNEX_CHARS_MAX = 200 };

static uint32_t
peek(const ft_line *line, size_t at)
{
    return ft_line_next(line, &at);
}

static bool
is_dash(uint32_t code)
{
    return code == 0xFF0D || code == 0x2014 || code == 0x2015 ||
           code == 0x2013 || code == '-';
}

/* Whether the line from `*at` on goes on with `text`; moves behind it. */
static bool
take(const ft_line *line, size_t *at, const char *text)
{
    size_t index = *at;
    const size_t byte_count = strlen(text);
    for (size_t i = 0; i < byte_count;)
        if (ft_line_next(line, &index) != ft_utf8_next(text, byte_count, &i))
            return false;
    *at = index;
    return true;
}

/* A number being collected. */
typedef struct digits {
    char bytes[64];
    size_t byte_count;
    bool has_blank;
    bool has_dash;
} digits;

static bool
is_numeral(uint32_t code)
{
    return (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19) ||
           ft_char_is_one_of(code, "零〇○一二三四五六七八九十百千两");
}

/* Adds a character of a number: ASCII, or one of three bytes. */
static bool
put_digit(digits *out, uint32_t code)
{
    if (out->byte_count + 3 > sizeof(out->bytes))
        return false;
    if (code < 0x80) {
        out->bytes[out->byte_count++] = (char)code;
        return true;
    }
    out->bytes[out->byte_count++] = (char)(0xE0 | code >> 12);
    out->bytes[out->byte_count++] = (char)(0x80 | (code >> 6 & 0x3F));
    out->bytes[out->byte_count++] = (char)(0x80 | (code & 0x3F));
    return true;
}

/* Collects a number from `*at` on and moves behind it. If `is_lenient`, blanks
 * inside and behind it and dashes for 一 are forgiven. */
static bool
read_number(const ft_line *line, size_t *at, bool is_lenient, digits *out,
            uint32_t *number)
{
    *out = (digits){0};
    for (;;) {
        size_t after = *at;
        uint32_t code = ft_line_next(line, &after);
        if (code == 0)
            break;
        if (is_lenient && is_dash(code) && out->byte_count > 0) {
            out->has_dash = true;
            code = 0x4E00; /* 一 */
        }
        if (is_lenient && ft_char_is_blank(code))
            out->has_blank = true;
        else if (!is_numeral(code))
            break;
        else if (!put_digit(out, code))
            return false;
        *at = after;
    }
    size_t read_count;
    return ft_numeral_read(out->bytes, out->byte_count, number, &read_count) &&
           read_count == out->byte_count;
}

/* -------------------------------------------------- 第…编 章 节 条 */

/* The unit behind the number of a 第… label. */
static ft_label_kind
read_unit(const ft_line *line, size_t *at)
{
    static const struct {
        const char *text;
        ft_label_kind kind;
    } units[] = {
        {"条", FT_LABEL_ARTICLE}, {"章", FT_LABEL_CHAPTER},
        {"节", FT_LABEL_SECTION}, {"分编", FT_LABEL_SUBPART},
        {"编", FT_LABEL_PART},    {"條", FT_LABEL_ARTICLE},
        {"節", FT_LABEL_SECTION}, {"分編", FT_LABEL_SUBPART},
        {"編", FT_LABEL_PART},
    };
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
        if (take(line, at, units[i].text))
            return units[i].kind;
    return FT_LABEL_NONE;
}

/* Reads 之三 behind a label. */
static uint32_t
read_suffix(const ft_line *line, size_t *at)
{
    size_t after = *at;
    digits collected;
    uint32_t number;
    if (!take(line, &after, "之") ||
        !read_number(line, &after, false, &collected, &number))
        return 0;
    *at = after;
    return number;
}

/* Whether the title of a division is one: short, and no sentence. */
static bool
is_title(const ft_line *line, size_t at)
{
    const ft_line title = ft_line_from(line, at);
    if (ft_line_char_count(&title) > TITLE_CHARS_MAX)
        return false;
    size_t index = 0;
    for (uint32_t code; (code = ft_line_next(&title, &index)) != 0;)
        if (ft_char_is_one_of(code, "。；：;") ||
            (code == 0xFF0C && line->heading_level == 0))
            return false;
    return true;
}

static ft_label
parse_numbered(const ft_line *line)
{
    static const ft_label none = {0};
    ft_label label = {0};
    size_t at = 0;
    const uint32_t first = ft_line_next(line, &at);
    if (first != 0x7B2C && first != 0x7B2B) /* 第 笫 */
        return none;
    digits collected;
    if (!read_number(line, &at, true, &collected, &label.number))
        return none;
    label.kind = read_unit(line, &at);
    if (label.kind == FT_LABEL_NONE)
        return none;
    label.suffix = read_suffix(line, &at);
    label.byte_count = (uint32_t)at;
    label.is_repaired =
        first == 0x7B2B || collected.has_blank || collected.has_dash;
    const uint32_t next = peek(line, at);
    label.is_glued = next != 0 && !ft_char_is_blank(next);
    if (label.kind == FT_LABEL_ARTICLE)
        return label;
    if (line->heading_level == 0 &&
        (!is_title(line, at) ||
         (label.is_glued && ft_label_is_mention(line, &label))))
        return none;
    return label;
}

/* ------------------------------------------------------------- lists */

/* Numbers that are one character: ① ⑴ ⒈. */
static bool
parse_single_char(const ft_line *line, ft_label *label)
{
    size_t at = 0;
    const uint32_t code = ft_line_next(line, &at);
    if (code >= 0x2460 && code <= 0x2473) {
        label->form = FT_FORM_CIRCLE;
        label->number = code - 0x2460 + 1;
    } else if (code >= 0x2474 && code <= 0x2487) {
        label->form = FT_FORM_ARABIC_BRACKETS;
        label->number = code - 0x2474 + 1;
    } else if (code >= 0x2488 && code <= 0x249B) {
        label->form = FT_FORM_ARABIC;
        label->number = code - 0x2488 + 1;
    } else {
        return false;
    }
    label->byte_count = (uint32_t)at;
    return true;
}

/* （一） and （1）, brackets of any kind. */
static bool
parse_bracketed(const ft_line *line, ft_label *label)
{
    size_t at = 0;
    if (!ft_char_is_one_of(ft_line_next(line, &at), "（("))
        return false;
    digits collected;
    const size_t start = ft_line_skip_blanks(line, at);
    const uint32_t first = peek(line, start);
    const bool is_arabic = first < 0x80 || first >= 0xFF10;
    if (!read_number(line, &at, true, &collected, &label->number) ||
        collected.has_dash || label->number > 999 ||
        !ft_char_is_one_of(ft_line_next(line, &at), "）)"))
        return false;
    label->form = is_arabic ? FT_FORM_ARABIC_BRACKETS : FT_FORM_BRACKETS;
    label->byte_count = (uint32_t)at;
    return true;
}

/* Whether 一、 begins 一、二审 and the like. */
static bool
is_pair_of_numbers(const ft_line *line, size_t at)
{
    const uint32_t number = ft_line_next(line, &at);
    return is_numeral(number) && number != 0x4E24 && /* 两 */
           ft_char_is_one_of(ft_line_next(line, &at), "审级类层等款项条档次号");
}

/* a) of technical standards. */
static bool
parse_letter(const ft_line *line, ft_label *label)
{
    size_t at = 0;
    label->form = FT_FORM_LETTER;
    label->number = ft_line_next(line, &at) - 'a' + 1;
    const bool is_label = ft_char_is_one_of(ft_line_next(line, &at), "）)");
    label->byte_count = (uint32_t)at;
    return is_label;
}

/* 一、 and 1. 1、 1） without an opening bracket. */
static bool
parse_bare(const ft_line *line, ft_label *label)
{
    size_t at = 0;
    digits collected;
    const uint32_t first = peek(line, 0);
    if (first >= 'a' && first <= 'z')
        return parse_letter(line, label);
    const bool is_arabic =
        (first >= '0' && first <= '9') || (first >= 0xFF10 && first <= 0xFF19);
    if (!read_number(line, &at, false, &collected, &label->number) ||
        label->number == 0 || label->number > 999)
        return false;
    const uint32_t mark = ft_line_next(line, &at);
    const uint32_t next = peek(line, at);
    label->byte_count = (uint32_t)at;
    if (!is_arabic) {
        label->form = FT_FORM_COMMA;
        return mark == 0x3001 && !is_pair_of_numbers(line, at);
    }
    if (ft_char_is_one_of(mark, "）)")) {
        label->form = FT_FORM_ARABIC_BRACKETS;
        return true;
    }
    label->form = FT_FORM_ARABIC;
    return ft_char_is_one_of(mark, ".．、") && !(next >= '0' && next <= '9') &&
           !(next >= 0xFF10 && next <= 0xFF19);
}

static ft_label
parse_enum(const ft_line *line)
{
    ft_label label = {0};
    if (!parse_single_char(line, &label) && !parse_bracketed(line, &label) &&
        !parse_bare(line, &label))
        return (ft_label){0};
    label.kind = FT_LABEL_ENUM;
    const uint32_t next = peek(line, label.byte_count);
    label.is_glued = next != 0 && !ft_char_is_blank(next);
    return label;
}

/* ----------------------------------------------- lines that are a word */

/* Whether the line without its blanks is `text`. */
static bool
is_word(const ft_line *line, const char *text)
{
    const size_t byte_count = strlen(text);
    size_t at = 0;
    for (size_t i = 0; i < byte_count;) {
        at = ft_line_skip_blanks(line, at);
        if (ft_line_next(line, &at) != ft_utf8_next(text, byte_count, &i))
            return false;
    }
    return ft_line_is_blank_from(line, at);
}

static ft_label
parse_word(const ft_line *line)
{
    static const struct {
        const char *text;
        ft_label_kind kind;
    } words[] = {
        {"附则", FT_LABEL_NAMED},    {"总则", FT_LABEL_NAMED},
        {"分则", FT_LABEL_NAMED},    {"总纲", FT_LABEL_NAMED},
        {"序言", FT_LABEL_PREAMBLE}, {"前言", FT_LABEL_PREAMBLE},
        {"引言", FT_LABEL_PREAMBLE}, {"目录", FT_LABEL_CONTENTS},
        {"目次", FT_LABEL_CONTENTS},
    };
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (is_word(line, words[i].text))
            return (ft_label){.kind = words[i].kind,
                              .byte_count = (uint32_t)line->byte_count};
    return (ft_label){0};
}

/* 附件1：… 附： 附表 — but not 附图中除必需的词语外, 附件三所列全国性法律. */
static ft_label
parse_annex(const ft_line *line)
{
    ft_label label = {.kind = FT_LABEL_ANNEX};
    size_t at = 0;
    if (!take(line, &at, "附"))
        return (ft_label){0};
    const bool is_bare = !ft_char_is_one_of(peek(line, at), "件表录图");
    if (!is_bare)
        ft_line_next(line, &at);
    size_t after = ft_line_skip_blanks(line, at);
    digits collected;
    if (read_number(line, &after, false, &collected, &label.number))
        at = after;
    else
        label.number = 0;
    after = ft_line_skip_blanks(line, at);
    const bool has_colon = ft_char_is_one_of(peek(line, after), "：:");
    if (has_colon) {
        ft_line_next(line, &after);
        at = after;
    }
    label.byte_count = (uint32_t)at;
    const uint32_t next = peek(line, at);
    if (has_colon || next == 0)
        return label;
    const ft_line title = ft_line_from(line, at);
    if (is_bare || !ft_char_is_blank(next) || ft_line_holds(&title, "。") ||
        ft_line_char_count(&title) > ANNEX_CHARS_MAX)
        return (ft_label){0};
    return label;
}

ft_label
ft_label_parse(const ft_line *line)
{
    const uint32_t first = peek(line, 0);
    ft_label label = {0};
    if (first == 0x7B2C || first == 0x7B2B) /* 第 笫 */
        return parse_numbered(line);
    if (is_numeral(first) || ft_char_is_one_of(first, "（(") ||
        (first >= 0x2460 && first <= 0x249B) || (first >= 'a' && first <= 'z'))
        return parse_enum(line);
    if (ft_char_is_one_of(first, "附总分序前引目"))
        label = parse_word(line);
    if (label.kind == FT_LABEL_NONE && first == 0x9644) /* 附 */
        label = parse_annex(line);
    return label;
}

void
ft_label_print(const ft_line *line, const ft_label *label, ft_strbuf *out)
{
    ft_line printed = *line;
    printed.byte_count = label->byte_count;
    const bool is_numbered =
        label->kind == FT_LABEL_ARTICLE || ft_label_is_division(label);
    size_t at = 0;
    for (uint32_t code; (code = ft_line_next(&printed, &at)) != 0;) {
        if (ft_char_is_blank(code))
            continue;
        if (is_numbered && code == 0x7B2B)
            code = 0x7B2C;
        if (is_numbered && is_dash(code))
            code = 0x4E00;
        ft_strbuf_char(out, code);
    }
}

bool
ft_label_is_division(const ft_label *label)
{
    return label->kind >= FT_LABEL_PART && label->kind <= FT_LABEL_SECTION;
}

bool
ft_label_is_mention(const ft_line *line, const ft_label *label)
{
    static const char *const signs[] = {
        "的",   "第",   "、",   "和",     "或",   "及",   "至",
        "之",   "，",   "（",   "(",      "》",   "”",    "中的",
        "中“",  "所列", "所称", "所规定", "所指", "规定", "关于",
        "以外", "内容", "相应", "修改为",
    };
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        size_t at = label->byte_count;
        if (take(line, &at, signs[i]))
            return true;
    }
    return false;
}

bool
ft_label_ends_sentence(const ft_line *line)
{
    return ft_char_is_one_of(ft_line_last(line), "。；：？！…”）)：:;.!?》’");
}
