/* Gathering terms: all bytes in one buffer, the terms pointed at it last. */
#include "search/term_list.h"

#include "text/fold.h"

ft_term_list
ft_term_list_new(void)
{
    return (ft_term_list){.terms.item_size = sizeof(ft_engine_term)};
}

void
ft_term_list_finish(ft_term_list *list)
{
    ft_strbuf_finish(&list->bytes);
    ft_array_finish(&list->terms);
}

void
ft_term_list_add(ft_term_list *list, char prefix, const char *bytes,
                 size_t byte_count)
{
    if (byte_count + 1 > FT_TERM_BYTES_MAX)
        return;
    ft_engine_term *term = ft_array_push(&list->terms);
    if (term == NULL) {
        list->failed = true;
        return;
    }
    term->byte_count = byte_count + 1;
    ft_strbuf_bytes(&list->bytes, &prefix, 1);
    ft_strbuf_bytes(&list->bytes, bytes, byte_count);
}

static bool
pairs_with_next(const uint32_t *codes, size_t char_count, size_t at)
{
    return at + 1 < char_count && ft_char_is_pairing(codes[at]) &&
           ft_char_is_pairing(codes[at + 1]);
}

void
ft_term_list_add_run(ft_term_list *list, const uint32_t *codes,
                     size_t char_count, char pair_prefix, char char_prefix)
{
    ft_strbuf term = {0};
    bool is_in_pair = false;
    for (size_t i = 0; i < char_count; i++) {
        const bool is_pair = pairs_with_next(codes, char_count, i);
        if (is_pair || (!is_in_pair && codes[i] != ' ')) {
            ft_strbuf_clear(&term);
            ft_strbuf_char(&term, codes[i]);
            if (is_pair)
                ft_strbuf_char(&term, codes[i + 1]);
            ft_term_list_add(list, is_pair ? pair_prefix : char_prefix,
                             ft_strbuf_string(&term), term.byte_count);
        }
        is_in_pair = is_pair;
    }
    list->failed |= ft_strbuf_failed(&term);
    ft_strbuf_finish(&term);
}

bool
ft_term_list_failed(const ft_term_list *list)
{
    return list->failed || ft_strbuf_failed(&list->bytes);
}

const ft_engine_term *
ft_term_list_items(ft_term_list *list)
{
    ft_engine_term *all = list->terms.items;
    const char *bytes = ft_strbuf_string(&list->bytes);
    for (size_t i = 0; i < list->terms.count; i++) {
        all[i].bytes = bytes;
        bytes += all[i].byte_count;
    }
    return all;
}
