/* Making terms, and putting equal ones together. */
#include "query/term.h"

#include <stdlib.h>

#include "text/utf8.h"

bool
ft_query_term_spell(ft_query_term *term, ft_arena *arena,
                    const ft_strbuf *bytes)
{
    const char *text = ft_strbuf_string(bytes);
    const size_t char_count = ft_utf8_char_count(text, bytes->byte_count);
    uint32_t *codes = ft_arena_alloc(arena, char_count * sizeof(*codes));
    term->byte_count = bytes->byte_count;
    term->bytes = ft_arena_text(arena, text, bytes->byte_count);
    term->char_count = char_count;
    term->codes = codes;
    if (codes == NULL || term->bytes == NULL || ft_strbuf_failed(bytes))
        return false;
    size_t at = 0;
    for (size_t i = 0; i < char_count; i++)
        codes[i] = ft_utf8_next(text, bytes->byte_count, &at);
    return true;
}

bool
ft_query_terms_only_ask(const ft_array *terms)
{
    const ft_query_term *all = terms->items;
    for (size_t i = 0; i < terms->count; i++)
        if (!all[i].is_filler)
            return false;
    return true;
}

static int
compare_terms(const void *left, const void *right)
{
    const ft_query_term *a = left;
    const ft_query_term *b = right;
    const size_t shared =
        a->char_count < b->char_count ? a->char_count : b->char_count;
    for (size_t i = 0; i < shared; i++)
        if (a->codes[i] != b->codes[i])
            return a->codes[i] < b->codes[i] ? -1 : 1;
    if (a->char_count != b->char_count)
        return a->char_count < b->char_count ? -1 : 1;
    return (int)a->kind - (int)b->kind;
}

/* Folds `other` into `kept`, which is the same term. What was typed counts as
 * typed, however often it also comes as another word for something. */
static void
merge_term(ft_query_term *kept, const ft_query_term *other)
{
    if (kept->cause == NULL && other->cause == NULL) {
        kept->frequency += other->frequency;
        kept->is_quoted &= other->is_quoted;
        kept->is_filler &= other->is_filler;
        kept->is_paired &= other->is_paired;
        if (kept->weight < other->weight) /* also outside of a number */
            kept->weight = other->weight;
    } else if (other->cause == NULL ||
               (kept->cause != NULL && kept->weight < other->weight)) {
        *kept = *other;
    }
}

void
ft_query_terms_merge(ft_array *terms)
{
    if (terms->count == 0)
        return;
    ft_query_term *all = terms->items;
    qsort(all, terms->count, sizeof(*all), compare_terms);
    size_t kept = 0;
    for (size_t i = 1; i < terms->count; i++) {
        if (compare_terms(&all[kept], &all[i]) == 0)
            merge_term(&all[kept], &all[i]);
        else
            all[++kept] = all[i];
    }
    terms->count = kept + 1;
}
