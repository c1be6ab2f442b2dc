/* Comparing words. Chinese words are short, and what is mistyped of one still
 * has most of its characters: likeness is the share of characters that two
 * have in common, whatever their order. */
#include "claim/spelt.h"

#include <string.h>

#include "base/error.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { CHARS_MAX = 32 };

fatiao_status
ft_spelt_fold(ft_strbuf *out, const char *word, fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    const fatiao_status status = ft_fold(word, strlen(word), &chars, error);
    const ft_char *all = chars.items;
    for (size_t i = 0; status == FATIAO_OK && i < chars.count; i++)
        if (!ft_char_is_one_of(all[i].code, "\"'“”‘’「」『』 -_"))
            ft_strbuf_char(out, all[i].code);
    ft_array_finish(&chars);
    if (status == FATIAO_OK && ft_strbuf_failed(out))
        return ft_error_memory(error);
    return status;
}

/* How much of the characters of two words is in both, 0 to 1. */
static double
likeness(const char *a, const char *b)
{
    uint32_t left[CHARS_MAX];
    size_t left_count = 0;
    size_t total = 0;
    size_t shared = 0;
    const size_t a_bytes = strlen(a);
    for (size_t at = 0; at < a_bytes && left_count < CHARS_MAX;)
        left[left_count++] = ft_utf8_next(a, a_bytes, &at);
    total = left_count;
    const size_t b_bytes = strlen(b);
    for (size_t at = 0, count = 0; at < b_bytes && count < CHARS_MAX; count++) {
        const uint32_t code = ft_utf8_next(b, b_bytes, &at);
        total++;
        for (size_t i = 0; i < left_count; i++) {
            if (left[i] != code)
                continue;
            left[i] = left[--left_count];
            shared++;
            break;
        }
    }
    return total == 0 ? 0 : 2.0 * (double)shared / (double)total;
}

/* Puts a name among the nearest, each once. */
static void
rank(ft_spelt_search *search, const char *name, double value)
{
    size_t at = 0;
    while (at < FT_SPELT_NEAREST && search->nearest[at] != name)
        at++;
    if (at < FT_SPELT_NEAREST && search->likeness[at] >= value)
        return;
    if (at == FT_SPELT_NEAREST)
        at--;
    for (; at > 0 && search->likeness[at - 1] < value; at--) {
        search->nearest[at] = search->nearest[at - 1];
        search->likeness[at] = search->likeness[at - 1];
    }
    if (search->likeness[at] < value || search->nearest[at] == NULL ||
        search->nearest[at] == name) {
        search->nearest[at] = name;
        search->likeness[at] = value;
    }
}

fatiao_status
ft_spelt_offer(ft_spelt_search *search, const char *word, const char *name,
               fatiao_error *error)
{
    static const double least = 0.4;
    ft_strbuf folded = {0};
    const fatiao_status status = ft_spelt_fold(&folded, word, error);
    if (status == FATIAO_OK) {
        const double value = likeness(search->typed, ft_strbuf_string(&folded));
        if (value >= least)
            rank(search, name, value);
        if (search->first_count < FT_SPELT_FIRST &&
            (search->first_count == 0 ||
             search->first[search->first_count - 1] != name))
            search->first[search->first_count++] = name;
    }
    ft_strbuf_finish(&folded);
    return status;
}

fatiao_status
ft_spelt_unknown(const ft_spelt_search *search, const char *kind,
                 const char *typed, fatiao_error *error)
{
    const bool has_near = search->nearest[0] != NULL;
    const size_t count = has_near ? FT_SPELT_NEAREST : search->first_count;
    const char *const *names = has_near ? search->nearest : search->first;
    ft_strbuf list = {0};
    for (size_t i = 0; i < count && names[i] != NULL; i++)
        ft_strbuf_format(&list, "%s%s", i == 0 ? "" : ", ", names[i]);
    if (!has_near && search->first_count == FT_SPELT_FIRST)
        ft_strbuf_text(&list, " …");
    const fatiao_status status =
        ft_strbuf_failed(&list)
            ? ft_error_memory(error)
            : ft_error_set(error, FATIAO_ERR_NOT_FOUND,
                           "there is no %s %s; %s: %s", kind, typed,
                           has_near ? "did you mean" : "known are",
                           ft_strbuf_string(&list));
    ft_strbuf_finish(&list);
    return status;
}
