/* The terms of link_term.h, looked up. */
#include "search/citing.h"

#include "base/error.h"
#include "index/link_term.h"
#include "index/schema.h"
#include "statute/title_key.h"

/* The most terms that what is wanted has: of its title and of the title without
 * round brackets, by its article and by a long range. */
enum { TERMS_MAX = 4 };

/* Writes the terms under a key of the title: those of an article, or that of
 * the whole. Returns how many. */
static size_t
write_terms(const char *key, const fatiao_node *article, ft_strbuf *out)
{
    ft_link_term_write(&out[0], FT_PREFIX_LINK, key);
    if (article == NULL)
        return 1;
    ft_strbuf_text(&out[1], ft_strbuf_string(&out[0]));
    ft_link_term_add_article(&out[0], article->number, article->suffix);
    ft_link_term_add_range(&out[1]);
    return 2;
}

/* Pushes the documents that hold one of the terms. */
static fatiao_status
find_any(fatiao_searcher *searcher, const ft_strbuf *terms, size_t count,
         ft_array *ids, fatiao_error *error)
{
    ft_engine_term any[TERMS_MAX];
    for (size_t i = 0; i < count; i++) {
        if (ft_strbuf_failed(&terms[i]))
            return ft_error_memory(error);
        any[i] =
            (ft_engine_term){ft_strbuf_string(&terms[i]), terms[i].byte_count};
    }
    const ft_engine_filter filter = {.any = any, .any_count = count};
    return ft_engine_find(searcher->engine, &filter, ids, error);
}

fatiao_status
ft_citing_find(fatiao_searcher *searcher, const char *title,
               const fatiao_node *node, ft_array *ids, fatiao_error *error)
{
    ft_strbuf terms[TERMS_MAX] = {{0}};
    ft_strbuf key = {0};
    size_t count = 0;
    fatiao_status status = FATIAO_OK;
    const fatiao_node *article = ft_node_article(node);
    for (int is_stem = 0; status == FATIAO_OK && is_stem < 2; is_stem++) {
        ft_strbuf_clear(&key);
        status = ft_title_key_of(&key, title, is_stem, error);
        count += write_terms(ft_strbuf_string(&key), article, &terms[count]);
    }
    if (status == FATIAO_OK && ft_strbuf_failed(&key))
        status = ft_error_memory(error);
    if (status == FATIAO_OK)
        status = find_any(searcher, terms, count, ids, error);
    for (size_t i = 0; i < TERMS_MAX; i++)
        ft_strbuf_finish(&terms[i]);
    ft_strbuf_finish(&key);
    return status;
}
