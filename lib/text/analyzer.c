/* Cutting folded text into words (by ICU), pairs, single characters and
 * numbers. */
#include "text/analyzer.h"

#include <stdlib.h>

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include "base/error.h"
#include "text/quantity.h"

struct ft_analyzer {
    UBreakIterator *breaker;
    ft_array units;   /* of UChar: the folded text in UTF-16 */
    ft_array indexes; /* of uint32_t: the character each unit belongs to */
};

static fatiao_status
icu_error(fatiao_error *error, UErrorCode failure)
{
    if (failure == U_MEMORY_ALLOCATION_ERROR)
        return ft_error_memory(error);
    return ft_error_set(error, FATIAO_ERR_INTERNAL, "cutting words: %s",
                        u_errorName(failure));
}

fatiao_status
ft_analyzer_new(ft_analyzer **out, fatiao_error *error)
{
    *out = NULL;
    ft_analyzer *analyzer = calloc(1, sizeof(*analyzer));
    if (analyzer == NULL)
        return ft_error_memory(error);
    analyzer->units.item_size = sizeof(UChar);
    analyzer->indexes.item_size = sizeof(uint32_t);
    UErrorCode failure = U_ZERO_ERROR;
    analyzer->breaker = ubrk_open(UBRK_WORD, "zh", NULL, 0, &failure);
    if (U_FAILURE(failure)) {
        ft_analyzer_free(analyzer);
        return icu_error(error, failure);
    }
    *out = analyzer;
    return FATIAO_OK;
}

void
ft_analyzer_free(ft_analyzer *analyzer)
{
    if (analyzer == NULL)
        return;
    if (analyzer->breaker != NULL)
        ubrk_close(analyzer->breaker);
    ft_array_finish(&analyzer->units);
    ft_array_finish(&analyzer->indexes);
    free(analyzer);
}

static bool
add_unit(ft_analyzer *analyzer, UChar unit, uint32_t char_index)
{
    UChar *to = ft_array_push(&analyzer->units);
    uint32_t *index = ft_array_push(&analyzer->indexes);
    if (to == NULL || index == NULL)
        return false;
    *to = unit;
    *index = char_index;
    return true;
}

/* The folded text as ICU wants it. */
static bool
fill_units(ft_analyzer *analyzer, const ft_array *chars)
{
    ft_array_clear(&analyzer->units);
    ft_array_clear(&analyzer->indexes);
    const ft_char *all = chars->items;
    for (uint32_t i = 0; i < chars->count; i++) {
        const uint32_t code = all[i].code;
        bool done;
        if (code <= 0xFFFF)
            done = add_unit(analyzer, (UChar)code, i);
        else
            done = add_unit(analyzer, U16_LEAD(code), i) &&
                   add_unit(analyzer, U16_TRAIL(code), i);
        if (!done)
            return false;
    }
    return true;
}

static bool
add_token(ft_array *tokens, ft_token_kind kind, uint32_t start, uint32_t end)
{
    ft_token *token = ft_array_push(tokens);
    if (token == NULL)
        return false;
    *token = (ft_token){kind, start, end - start};
    return true;
}

static fatiao_status
add_words(ft_analyzer *analyzer, const ft_array *chars, ft_array *tokens,
          fatiao_error *error)
{
    if (chars->count == 0)
        return FATIAO_OK;
    if (!fill_units(analyzer, chars))
        return ft_error_memory(error);
    const int32_t unit_count = (int32_t)analyzer->units.count;
    UErrorCode failure = U_ZERO_ERROR;
    ubrk_setText(analyzer->breaker, analyzer->units.items, unit_count,
                 &failure);
    if (U_FAILURE(failure))
        return icu_error(error, failure);
    const uint32_t *index = analyzer->indexes.items;
    int32_t from = 0;
    for (;;) {
        const int32_t to = ubrk_next(analyzer->breaker);
        if (to == UBRK_DONE)
            return FATIAO_OK;
        if (ubrk_getRuleStatus(analyzer->breaker) >= UBRK_WORD_NONE_LIMIT) {
            const uint32_t end =
                to == unit_count ? (uint32_t)chars->count : index[to];
            if (!add_token(tokens, FT_TOKEN_WORD, index[from], end))
                return ft_error_memory(error);
        }
        from = to;
    }
}

static bool
add_pairs(const ft_array *chars, ft_array *tokens)
{
    const ft_char *all = chars->items;
    bool before = false;
    for (uint32_t i = 0; i < chars->count; i++) {
        const bool now = ft_char_is_pairing(all[i].code);
        if (before && now && !add_token(tokens, FT_TOKEN_PAIR, i - 1, i + 1))
            return false;
        before = now;
    }
    return true;
}

static bool
add_chars(const ft_array *chars, ft_array *tokens)
{
    const ft_char *all = chars->items;
    for (uint32_t i = 0; i < chars->count; i++)
        if (all[i].code != ' ' && !add_token(tokens, FT_TOKEN_CHAR, i, i + 1))
            return false;
    return true;
}

static bool
add_numbers(const ft_array *chars, ft_array *tokens)
{
    ft_quantity quantity;
    for (size_t at = 0;
         ft_quantity_next(chars->items, chars->count, &at, &quantity);)
        if (!add_token(tokens, FT_TOKEN_NUMBER, (uint32_t)quantity.char_start,
                       (uint32_t)at))
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
    if (status != FATIAO_OK)
        return status;
    if (!add_pairs(chars, tokens) || !add_chars(chars, tokens) ||
        !add_numbers(chars, tokens))
        return ft_error_memory(error);
    return FATIAO_OK;
}

void
ft_token_term(const ft_token *token, const ft_array *chars, ft_strbuf *out)
{
    const ft_char *all = chars->items;
    ft_quantity quantity;
    if (token->kind != FT_TOKEN_NUMBER)
        for (uint32_t i = 0; i < token->char_count; i++)
            ft_strbuf_char(out, all[token->char_start + i].code);
    else if (ft_quantity_read(all, chars->count, token->char_start, &quantity))
        ft_quantity_write(out, &quantity);
}

const char *
ft_analyzer_version(void)
{
    return "ICU " U_ICU_VERSION ", folding 1, numbers 1";
}
