/* Cutting folded text into words, pairs, single characters and numbers.
 *
 * Words are cut piece by piece. A piece ends at signs that neither join nor
 * belong to words, where ICU cuts whatever stands around. A plain piece,
 * of Han characters, ASCII letters and digits, is cut here; any other by ICU:
 *
 *     年利率3.5%以下、 | 三ヶ月
 *     年 利率 3.5 以下     kana: by ICU
 */
#include "text/analyzer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/error.h"
#include "text/breaker.h"
#include "text/cutter.h"
#include "text/quantity.h"
#include "text/utf8.h"

/* To be raised when folding gives other characters, or cutting other words of
 * the same dictionary. */
enum { FOLDING_VERSION = 1 };
/* To be raised when quantities are read or written otherwise. */
enum { NUMBERS_VERSION = 1 };

struct ft_analyzer {
    ft_cutting cutting;
    ft_cutter cutter;
    ft_breaker breaker;
};

static void
write_icu_version(char version[U_MAX_VERSION_STRING_LENGTH])
{
    UVersionInfo numbers;
    u_getVersion(numbers);
    u_versionToString(numbers, version);
}

ft_cutting
ft_cutting_usual(void)
{
    char version[U_MAX_VERSION_STRING_LENGTH];
    write_icu_version(version);
    return strcmp(version, ft_dictionary_default.icu_version) == 0
               ? FT_CUTTING_LEXICON
               : FT_CUTTING_ICU;
}

fatiao_status
ft_analyzer_new_with(ft_cutting cutting, ft_analyzer **out, fatiao_error *error)
{
    ft_analyzer *analyzer = calloc(1, sizeof(*analyzer));
    *out = analyzer;
    if (analyzer == NULL)
        return ft_error_memory(error);
    analyzer->cutting = cutting;
    ft_cutter_init(&analyzer->cutter, &ft_dictionary_default,
                   cutting == FT_CUTTING_LEXICON);
    ft_breaker_init(&analyzer->breaker);
    return FATIAO_OK;
}

fatiao_status
ft_analyzer_new(ft_analyzer **out, fatiao_error *error)
{
    return ft_analyzer_new_with(ft_cutting_usual(), out, error);
}

void
ft_analyzer_free(ft_analyzer *analyzer)
{
    if (analyzer == NULL)
        return;
    ft_cutter_finish(&analyzer->cutter);
    ft_breaker_finish(&analyzer->breaker);
    free(analyzer);
}

/* ------------------------------------------------------------------- words */

/* Whether it may join two letters, or two digits, to one word. */
static bool
is_joiner(uint32_t code)
{
    return code == '.' || code == ',' || code == ';' || code == ':' ||
           code == '\'';
}

/* Whether it stands for itself and is no word, whatever stands around. For ICU
 * @ is a letter. */
static bool
is_stop(uint32_t code)
{
    if (code < 0x80)
        return !ft_char_is_digit(code) && !ft_char_is_latin(code) &&
               !is_joiner(code) && code != '_' && code != '@';
    if (ft_char_is_han(code))
        return false;
    const uint32_t category = U_GET_GC_MASK((UChar32)code);
    if ((category & (U_GC_P_MASK | U_GC_S_MASK | U_GC_ZS_MASK)) == 0)
        return category == U_GC_CO_MASK;
    UErrorCode failure = U_ZERO_ERROR;
    return u_getIntPropertyValue((UChar32)code, UCHAR_WORD_BREAK) ==
               U_WB_OTHER &&
           uscript_getScript((UChar32)code, &failure) == USCRIPT_COMMON;
}

/* Whether the character at `at` is cut by plain rules. */
static bool
is_plain(const ft_char *chars, uint32_t at, uint32_t start, uint32_t end)
{
    const uint32_t code = chars[at].code;
    if (!is_joiner(code))
        return ft_char_is_han(code) || ft_char_is_digit(code) ||
               ft_char_is_latin(code);
    const bool is_between = at > start && at + 1 < end;
    return !is_between || !ft_char_is_latin(chars[at - 1].code) ||
           !ft_char_is_latin(chars[at + 1].code);
}

/* Where the letters and digits end that begin at `at`; with the signs that
 * stand between two digits: 3.5, 1,000. */
static uint32_t
plain_word_end(const ft_char *chars, uint32_t at, uint32_t end)
{
    for (; at < end; at++) {
        const uint32_t code = chars[at].code;
        if (ft_char_is_digit(code) || ft_char_is_latin(code))
            continue;
        const bool joins = is_joiner(code) && code != ':' &&
                           ft_char_is_digit(chars[at - 1].code) &&
                           at + 1 < end && ft_char_is_digit(chars[at + 1].code);
        if (!joins)
            return at;
    }
    return end;
}

static uint32_t
han_end(const ft_char *chars, uint32_t at, uint32_t end)
{
    while (at < end && ft_char_is_han(chars[at].code))
        at++;
    return at;
}

static fatiao_status
add_plain_words(ft_cutter *cutter, const ft_char *chars, uint32_t at,
                uint32_t end, ft_array *tokens, fatiao_error *error)
{
    while (at < end) {
        const uint32_t start = at;
        bool is_added = true;
        if (ft_char_is_han(chars[at].code)) {
            at = han_end(chars, at, end);
            is_added = ft_cutter_run(cutter, chars, start, at, tokens);
        } else if (is_joiner(chars[at].code)) {
            at++;
        } else {
            at = plain_word_end(chars, at, end);
            is_added = ft_token_add(tokens, FT_TOKEN_WORD, start, at);
        }
        if (!is_added)
            return ft_error_memory(error);
    }
    return FATIAO_OK;
}

static fatiao_status
add_piece(ft_analyzer *analyzer, const ft_char *chars, uint32_t start,
          uint32_t end, ft_array *tokens, fatiao_error *error)
{
    for (uint32_t i = start; i < end; i++)
        if (!is_plain(chars, i, start, end))
            return ft_breaker_run(&analyzer->breaker, chars, start, end, tokens,
                                  error);
    return add_plain_words(&analyzer->cutter, chars, start, end, tokens, error);
}

static fatiao_status
add_words(ft_analyzer *analyzer, const ft_array *chars, ft_array *tokens,
          fatiao_error *error)
{
    const ft_char *all = chars->items;
    const uint32_t count = (uint32_t)chars->count;
    if (analyzer->cutting == FT_CUTTING_ICU)
        return ft_breaker_run(&analyzer->breaker, all, 0, count, tokens, error);
    fatiao_status status = FATIAO_OK;
    for (uint32_t start = 0; start < count && status == FATIAO_OK;) {
        uint32_t end = start;
        while (end < count && !is_stop(all[end].code))
            end++;
        status = add_piece(analyzer, all, start, end, tokens, error);
        start = end + 1;
    }
    return status;
}

/* -------------------------------------------------------- pairs, characters */

/* Makes room for `count` tokens and returns the first, NULL: no memory. */
static ft_token *
grow_tokens(ft_array *tokens, size_t count)
{
    const size_t before = tokens->count;
    if (!ft_array_resize(tokens, before + count))
        return NULL;
    return (ft_token *)tokens->items + before;
}

static bool
add_pairs(const ft_array *chars, ft_array *tokens)
{
    const ft_char *all = chars->items;
    ft_token *next = grow_tokens(tokens, chars->count);
    if (next == NULL)
        return false;
    bool before = false;
    for (uint32_t i = 0; i < chars->count; i++) {
        const bool now = ft_char_is_pairing(all[i].code);
        if (before && now)
            *next++ = (ft_token){FT_TOKEN_PAIR, i - 1, 2};
        before = now;
    }
    tokens->count = (size_t)(next - (ft_token *)tokens->items);
    return true;
}

static bool
add_chars(const ft_array *chars, ft_array *tokens)
{
    const ft_char *all = chars->items;
    ft_token *next = grow_tokens(tokens, chars->count);
    if (next == NULL)
        return false;
    for (uint32_t i = 0; i < chars->count; i++)
        if (all[i].code != ' ')
            *next++ = (ft_token){FT_TOKEN_CHAR, i, 1};
    tokens->count = (size_t)(next - (ft_token *)tokens->items);
    return true;
}

static bool
add_numbers(const ft_array *chars, ft_array *tokens)
{
    ft_quantity quantity;
    for (size_t at = 0;
         ft_quantity_next(chars->items, chars->count, &at, &quantity);)
        if (!ft_token_add(tokens, FT_TOKEN_NUMBER,
                          (uint32_t)quantity.char_start, (uint32_t)at))
            return false;
    return true;
}

fatiao_status
ft_analyzer_run(ft_analyzer *analyzer, const char *text, size_t byte_count,
                ft_array *chars, ft_array *tokens, fatiao_error *error)
{
    ft_array_clear(chars);
    ft_array_clear(tokens);
    fatiao_status status = ft_fold(text, byte_count, chars, error);
    if (status == FATIAO_OK)
        status = add_words(analyzer, chars, tokens, error);
    if (status != FATIAO_OK || chars->count == 0)
        return status;
    if (!add_pairs(chars, tokens) || !add_chars(chars, tokens) ||
        !add_numbers(chars, tokens))
        return ft_error_memory(error);
    return FATIAO_OK;
}

void
ft_analyzer_version(char version[FT_ANALYZER_VERSION_BYTES])
{
    char icu[U_MAX_VERSION_STRING_LENGTH];
    write_icu_version(icu);
    const bool has_lexicon = ft_cutting_usual() == FT_CUTTING_LEXICON;
    snprintf(version, FT_ANALYZER_VERSION_BYTES,
             "ICU %s, folding %d, numbers %d%s%s", icu, FOLDING_VERSION,
             NUMBERS_VERSION, has_lexicon ? ", lexicon " : "",
             has_lexicon ? ft_dictionary_default.lexicon_digest : "");
}
