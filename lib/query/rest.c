/* Cutting text out of a question: the terms that touch it are left out. */
#include "query/rest.h"

#include <string.h>

#include "base/error.h"
#include "text/fold.h"

static bool
is_cut(const ft_array *cuts, size_t start, size_t end)
{
    const ft_query_cut *all = cuts->items;
    for (size_t i = 0; i < cuts->count; i++)
        if (start < all[i].end && end > all[i].start)
            return true;
    return false;
}

/* Writes the question in folded characters with a blank for each cut. */
static fatiao_status
write_rest(const fatiao_query *query, const ft_array *cuts, ft_strbuf *out,
           fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    const fatiao_status status =
        ft_fold(query->text, strlen(query->text), &chars, error);
    const ft_char *all = chars.items;
    for (size_t i = 0; i < chars.count; i++)
        ft_strbuf_char(out, is_cut(cuts, all[i].byte_start, all[i].byte_end)
                                ? ' '
                                : all[i].code);
    ft_array_finish(&chars);
    return status;
}

/* Whether all parts of a word of the thesaurus, 拖欠+工资, still stand. */
static bool
has_cause(const char *rest, const char *cause)
{
    while (*cause != '\0') {
        const size_t width = strcspn(cause, "+");
        if (width > 0 && memmem(rest, strlen(rest), cause, width) == NULL)
            return false;
        cause += width + (cause[width] == '+');
    }
    return true;
}

/* Adds a term and what it tells of the question. */
static bool
add_piece(fatiao_query *out, const ft_query_term *piece)
{
    ft_query_term *term = ft_array_push(&out->terms);
    if (term == NULL)
        return false;
    *term = *piece;
    out->has_numbers |= piece->kind == FT_TOKEN_NUMBER;
    if (piece->cause == NULL) {
        out->has_unquoted |= !piece->is_quoted;
        out->char_count += piece->kind == FT_TOKEN_CHAR;
        out->has_pairs |= piece->is_paired || piece->kind == FT_TOKEN_NUMBER;
    }
    return true;
}

fatiao_status
ft_query_rest_make(const fatiao_query *query, const ft_array *cuts,
                   fatiao_query *out, fatiao_error *error)
{
    *out = (fatiao_query){.terms.item_size = sizeof(ft_query_term),
                          .tree = query->tree,
                          .fillers = query->fillers,
                          .text = query->text};
    ft_strbuf rest = {0};
    fatiao_status status = write_rest(query, cuts, &rest, error);
    if (status == FATIAO_OK && ft_strbuf_failed(&rest))
        status = ft_error_memory(error);
    const ft_query_term *all = query->pieces.items;
    for (size_t i = 0; status == FATIAO_OK && i < query->pieces.count; i++) {
        const bool stays =
            all[i].cause == NULL
                ? !is_cut(cuts, all[i].byte_start, all[i].byte_end)
                : has_cause(ft_strbuf_string(&rest), all[i].cause);
        if (stays && !all[i].is_filler && !add_piece(out, &all[i]))
            status = ft_error_memory(error);
    }
    ft_query_terms_merge(&out->terms);
    ft_strbuf_finish(&rest);
    if (status != FATIAO_OK)
        ft_query_rest_finish(out);
    return status;
}

void
ft_query_rest_finish(fatiao_query *rest)
{
    ft_array_finish(&rest->terms);
    *rest = (fatiao_query){0};
}
