/* Finding words that ask and greet, from the end of the question to its
 * beginning, so that those that end a sentence may stand in a row: 怎么办 呢.
 */
#include "query/filler.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "text/utf8.h"

typedef struct finding {
    const ft_char *chars;
    size_t count;
    bool *is_inside; /* a word goes on from the character before to this one */
    bool *is_filler;
} finding;

static bool
mark_insides(finding *f, const ft_array *tokens)
{
    f->is_inside = calloc(f->count + 1, sizeof(*f->is_inside));
    if (f->is_inside == NULL)
        return false;
    const ft_token *all = tokens->items;
    for (size_t i = 0; i < tokens->count; i++)
        for (size_t k = 1;
             all[i].kind == FT_TOKEN_WORD && k < all[i].char_count; k++)
            f->is_inside[all[i].char_start + k] = true;
    return true;
}

/* Whether a sentence, or a part of it, ends before the character at `end`. */
static bool
is_last(const finding *f, size_t end)
{
    return end == f->count || f->is_filler[end] ||
           !ft_char_is_pairing(f->chars[end].code);
}

/* How many characters `word` has if it ends before the character at `end`;
 * else 0. */
static size_t
match(const finding *f, const char *word, size_t end)
{
    const size_t byte_count = strlen(word);
    const size_t char_count = ft_utf8_char_count(word, byte_count);
    if (char_count > end || f->is_inside[end - char_count])
        return 0;
    size_t at = end - char_count;
    for (size_t i = 0; i < byte_count;)
        if (ft_utf8_next(word, byte_count, &i) != f->chars[at++].code)
            return 0;
    return char_count;
}

/* The length of the longest of `words` that ends before the character at
 * `end`, or 0. */
static size_t
longest(const finding *f, const char *const *words, size_t end)
{
    size_t best = 0;
    for (size_t i = 0; words[i] != NULL; i++) {
        const size_t char_count = match(f, words[i], end);
        if (char_count > best)
            best = char_count;
    }
    return best;
}

/* Reads the characters before `end`: marks the filler that ends there, if one
 * does, and returns where to go on. */
static size_t
step_back(finding *f, size_t end)
{
    if (f->is_inside[end])
        return end - 1;
    size_t length = longest(f, ft_filler_words, end);
    const size_t ending =
        is_last(f, end) ? longest(f, ft_filler_endings, end) : 0;
    const size_t exception = longest(f, ft_filler_exceptions, end);
    if (ending > length)
        length = ending;
    if (exception > length)
        return end - exception;
    for (size_t i = 1; i <= length; i++)
        f->is_filler[end - i] = true;
    return end - (length > 0 ? length : 1);
}

fatiao_status
ft_filler_find(const ft_array *chars, const ft_array *tokens,
               ft_array *is_filler, fatiao_error *error)
{
    ft_array_clear(is_filler);
    if (!ft_array_resize(is_filler, chars->count))
        return ft_error_memory(error);
    finding f = {.chars = chars->items,
                 .count = chars->count,
                 .is_filler = is_filler->items};
    if (!mark_insides(&f, tokens))
        return ft_error_memory(error);
    for (size_t end = f.count; end > 0;)
        end = step_back(&f, end);
    free(f.is_inside);
    return FATIAO_OK;
}

bool
ft_filler_touches(const ft_array *is_filler, size_t at, size_t count)
{
    const bool *all = is_filler->items;
    for (size_t i = at; i < at + count && i < is_filler->count; i++)
        if (all[i])
            return true;
    return false;
}

fatiao_status
ft_filler_list(const ft_array *chars, const ft_array *is_filler,
               ft_arena *arena, ft_array *words, fatiao_error *error)
{
    const ft_char *all = chars->items;
    const bool *is_one = is_filler->items;
    for (size_t i = 0; i < is_filler->count;) {
        ft_strbuf text = {0};
        for (; i < is_filler->count && is_one[i]; i++)
            ft_strbuf_char(&text, all[i].code);
        if (text.byte_count == 0) {
            i++;
            continue;
        }
        const char **word = ft_array_push(words);
        if (word != NULL && !ft_strbuf_failed(&text))
            *word =
                ft_arena_text(arena, ft_strbuf_string(&text), text.byte_count);
        ft_strbuf_finish(&text);
        if (word == NULL || *word == NULL)
            return ft_error_memory(error);
    }
    return FATIAO_OK;
}
