/* Cutting text into words with ICU. */
#include "text/breaker.h"

#include <unicode/ubrk.h>
#include <unicode/utf16.h>

#include "base/error.h"
#include "text/token.h"

void
ft_breaker_init(ft_breaker *breaker)
{
    *breaker = (ft_breaker){.units.item_size = sizeof(UChar),
                            .indexes.item_size = sizeof(uint32_t)};
}

void
ft_breaker_finish(ft_breaker *breaker)
{
    if (breaker->iterator != NULL)
        ubrk_close(breaker->iterator);
    ft_array_finish(&breaker->units);
    ft_array_finish(&breaker->indexes);
}

static fatiao_status
icu_error(fatiao_error *error, UErrorCode failure)
{
    if (failure == U_MEMORY_ALLOCATION_ERROR)
        return ft_error_memory(error);
    return ft_error_set(error, FATIAO_ERR_INTERNAL, "cutting words: %s",
                        u_errorName(failure));
}

static bool
add_unit(ft_breaker *breaker, UChar unit, uint32_t char_index)
{
    UChar *to = ft_array_push(&breaker->units);
    uint32_t *index = ft_array_push(&breaker->indexes);
    if (to == NULL || index == NULL)
        return false;
    *to = unit;
    *index = char_index;
    return true;
}

/* The folded text as ICU wants it. */
static bool
fill_units(ft_breaker *breaker, const ft_char *chars, uint32_t start,
           uint32_t end)
{
    ft_array_clear(&breaker->units);
    ft_array_clear(&breaker->indexes);
    for (uint32_t i = start; i < end; i++) {
        const uint32_t code = chars[i].code;
        bool done;
        if (code <= 0xFFFF)
            done = add_unit(breaker, (UChar)code, i);
        else
            done = add_unit(breaker, U16_LEAD(code), i) &&
                   add_unit(breaker, U16_TRAIL(code), i);
        if (!done)
            return false;
    }
    return true;
}

/* Hands the units to ICU. */
static UErrorCode
start_breaking(ft_breaker *breaker)
{
    UErrorCode failure = U_ZERO_ERROR;
    if (breaker->iterator == NULL)
        breaker->iterator = ubrk_open(UBRK_WORD, "zh", NULL, 0, &failure);
    if (U_SUCCESS(failure))
        ubrk_setText(breaker->iterator, breaker->units.items,
                     (int32_t)breaker->units.count, &failure);
    return failure;
}

fatiao_status
ft_breaker_run(ft_breaker *breaker, const ft_char *chars, uint32_t start,
               uint32_t end, ft_array *tokens, fatiao_error *error)
{
    if (start == end)
        return FATIAO_OK;
    if (!fill_units(breaker, chars, start, end))
        return ft_error_memory(error);
    const UErrorCode failure = start_breaking(breaker);
    if (U_FAILURE(failure))
        return icu_error(error, failure);
    const int32_t unit_count = (int32_t)breaker->units.count;
    const uint32_t *index = breaker->indexes.items;
    int32_t from = 0;
    for (;;) {
        const int32_t to = ubrk_next(breaker->iterator);
        if (to == UBRK_DONE)
            return FATIAO_OK;
        if (ubrk_getRuleStatus(breaker->iterator) >= UBRK_WORD_NONE_LIMIT &&
            !ft_token_add(tokens, FT_TOKEN_WORD, index[from],
                          to == unit_count ? end : index[to]))
            return ft_error_memory(error);
        from = to;
    }
}
