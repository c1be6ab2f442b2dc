/* Finding and comparing document numbers. */
#include "statute/docket.h"

#include <string.h>

#include "base/error.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/utf8.h"

static const char country[] = "中华人民共和国";

/* Text being read in one form and written in the other. */
typedef struct cursor {
    const char *text;
    size_t byte_count;
    size_t at;
} cursor;

static bool
skip(cursor *c, const char *word)
{
    const size_t length = strlen(word);
    if (c->byte_count - c->at < length ||
        memcmp(c->text + c->at, word, length) != 0)
        return false;
    c->at += length;
    return true;
}

/* 〔 [ ( become [, and the like that close. */
static uint32_t
plain_bracket(uint32_t code)
{
    switch (code) {
    case 0x3014: /* 〔 */
    case '(':
        return '[';
    case 0x3015: /* 〕 */
    case ')':
        return ']';
    default:
        return code;
    }
}

/* A number before 号 or within brackets, in any digits. */
static bool
skip_number(cursor *c, bool is_in_bracket, uint32_t *number)
{
    cursor ahead = *c;
    size_t used;
    if (!ft_numeral_read(ahead.text + ahead.at, ahead.byte_count - ahead.at,
                         number, &used))
        return false;
    ahead.at += used;
    cursor behind = ahead;
    if (!is_in_bracket && behind.at < behind.byte_count && !skip(&behind, "号"))
        return false;
    *c = ahead;
    return true;
}

static void
write_key(cursor c, ft_strbuf *out)
{
    uint32_t last = 0;
    while (c.at < c.byte_count) {
        uint32_t number;
        if (skip(&c, country) || skip(&c, "第"))
            continue;
        if (skip_number(&c, last == '[', &number)) {
            ft_strbuf_format(out, "%u", (unsigned)number);
            last = '0';
            continue;
        }
        last = plain_bracket(ft_utf8_next(c.text, c.byte_count, &c.at));
        if (last != ' ')
            ft_strbuf_char(out, last);
    }
    if (last == '0')
        ft_strbuf_text(out, "号");
}

/* Appends the text folded. */
static fatiao_status
fold(const char *text, size_t byte_count, ft_strbuf *out, fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    fatiao_status status = ft_fold(text, byte_count, &chars, error);
    const ft_char *all = chars.items;
    for (size_t i = 0; i < chars.count; i++)
        ft_strbuf_char(out, all[i].code);
    ft_array_finish(&chars);
    if (status == FATIAO_OK && ft_strbuf_failed(out))
        status = ft_error_memory(error);
    return status;
}

fatiao_status
ft_docket_write_key(const char *text, size_t byte_count, ft_strbuf *out,
                    fatiao_error *error)
{
    ft_strbuf folded = {0};
    fatiao_status status = fold(text, byte_count, &folded, error);
    if (status == FATIAO_OK)
        write_key((cursor){ft_strbuf_string(&folded), folded.byte_count, 0},
                  out);
    ft_strbuf_finish(&folded);
    if (status == FATIAO_OK && ft_strbuf_failed(out))
        status = ft_error_memory(error);
    return status;
}

/* ----------------------------------------------------------------- finding */

/* Whether a character may stand in the name of who issued a document. */
static bool
is_of_issuer(uint32_t code)
{
    if (code == 0x65E5) /* 日, of the date before */
        return false;
    return code == 0x3001 || (ft_char_is_pairing(code) && code > 0x7F);
}

/* Whether the words go on with a number: 令第472号, 〔2023〕3号. Moves behind
 * it. */
static bool
skip_docket_number(cursor *c)
{
    uint32_t number;
    cursor ahead = *c;
    if (skip(&ahead, "令")) {
        skip(&ahead, "第");
    } else {
        const uint32_t open = plain_bracket(
            ft_utf8_next(ahead.text, ahead.byte_count, &ahead.at));
        if (open != '[' || !skip_number(&ahead, true, &number) ||
            number < 1900 || number > 2999 || ahead.at == ahead.byte_count ||
            plain_bracket(
                ft_utf8_next(ahead.text, ahead.byte_count, &ahead.at)) != ']')
            return false;
        skip(&ahead, "第");
    }
    if (!skip_number(&ahead, false, &number) || !skip(&ahead, "号"))
        return false;
    *c = ahead;
    return true;
}

fatiao_status
ft_docket_find(const char *text, size_t byte_count, ft_strbuf *out,
               fatiao_error *error)
{
    ft_strbuf folded = {0};
    const fatiao_status status = fold(text, byte_count, &folded, error);
    cursor c = {ft_strbuf_string(&folded), folded.byte_count, 0};
    size_t start = 0;
    while (status == FATIAO_OK && c.at < c.byte_count) {
        if (c.at > start && skip_docket_number(&c)) {
            write_key((cursor){c.text + start, c.at - start, 0}, out);
            ft_strbuf_bytes(out, "", 1);
            start = c.at;
            continue;
        }
        if (!is_of_issuer(ft_utf8_next(c.text, c.byte_count, &c.at)))
            start = c.at;
    }
    ft_strbuf_finish(&folded);
    if (status == FATIAO_OK && ft_strbuf_failed(out))
        return ft_error_memory(error);
    return status;
}

static bool
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool
ft_docket_fits(const char *number, size_t byte_count, const char *key)
{
    const size_t length = strlen(key);
    if (length == 0 || length > byte_count)
        return false;
    const char *end = number + byte_count - length;
    if (memcmp(end, key, length) != 0)
        return false;
    return end == number || !is_digit(key[0]) || !is_digit(end[-1]);
}
