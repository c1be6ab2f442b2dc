/* The terms of links. */
#include "index/link_term.h"

#include <inttypes.h>
#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "index/schema.h"
#include "statute/place.h"
#include "statute/title_key.h"

/* The most articles of a range that get a term each. */
enum { RANGE_MAX = 100 };

void
ft_link_term_write(ft_strbuf *out, char prefix, const char *key)
{
    const char *name = ft_title_key_short(key);
    ft_strbuf_format(out, "%c%016" PRIx64, prefix,
                     (uint64_t)XXH3_64bits(name, strlen(name)));
}

void
ft_link_term_add_article(ft_strbuf *out, uint32_t number, uint32_t suffix)
{
    ft_strbuf_format(out, "/%u", (unsigned)number);
    if (suffix > 0)
        ft_strbuf_format(out, "-%u", (unsigned)suffix);
}

void
ft_link_term_add_range(ft_strbuf *out)
{
    ft_strbuf_text(out, "/*");
}

/* One document whose terms are being put. */
typedef struct putting {
    ft_document *document;
    ft_strbuf term;
    ft_strbuf key;
    fatiao_error *error;
} putting;

static fatiao_status
put_term(putting *p)
{
    if (ft_strbuf_failed(&p->term))
        return ft_error_memory(p->error);
    return ft_document_filter(p->document, p->term.bytes, p->term.byte_count,
                              p->error);
}

static void
putting_finish(putting *p)
{
    ft_strbuf_finish(&p->term);
    ft_strbuf_finish(&p->key);
}

/* ------------------------------------------------------------------- titles */

fatiao_status
ft_link_term_put_title(ft_document *document, const char *title,
                       fatiao_error *error)
{
    putting p = {.document = document, .error = error};
    ft_array chars = {.item_size = sizeof(ft_char)};
    fatiao_status status = ft_fold(title, strlen(title), &chars, error);
    for (int is_stem = 0; status == FATIAO_OK && is_stem < 2; is_stem++) {
        if (is_stem && ft_title_key_has_number(chars.items, chars.count))
            break;
        ft_strbuf_clear(&p.key);
        ft_strbuf_clear(&p.term);
        ft_title_key_write(&p.key, chars.items, chars.count, is_stem);
        ft_link_term_write(&p.term, FT_PREFIX_NAME, ft_strbuf_string(&p.key));
        if (p.key.byte_count > 0)
            status = put_term(&p);
    }
    if (status == FATIAO_OK && ft_strbuf_failed(&p.key))
        status = ft_error_memory(error);
    ft_array_finish(&chars);
    putting_finish(&p);
    return status;
}

/* ------------------------------------------------------------------- places */

/* The terms of a range of articles: one for each. */
static fatiao_status
put_range(putting *p, size_t base, const ft_step *first, const ft_step *last)
{
    const bool is_long = last->number < first->number ||
                         last->number - first->number > RANGE_MAX;
    fatiao_status status = FATIAO_OK;
    uint32_t number = first->number;
    p->term.byte_count = base;
    if (is_long) {
        ft_link_term_add_range(&p->term);
        return put_term(p);
    }
    for (; status == FATIAO_OK && number <= last->number; number++) {
        p->term.byte_count = base;
        ft_link_term_add_article(&p->term, number,
                                 number == first->number ? first->suffix : 0);
        status = put_term(p);
    }
    return status;
}

/* The terms of a law, named by its key, and of the articles of a link in it. */
static fatiao_status
put_law(putting *p, const char *key, const ft_link *link)
{
    ft_strbuf_clear(&p->term);
    ft_link_term_write(&p->term, FT_PREFIX_LINK, key);
    const size_t base = p->term.byte_count;
    fatiao_status status = put_term(p);
    for (size_t i = 0; status == FATIAO_OK && i < link->place_count; i++) {
        const ft_listed_place *place = &link->places[i];
        const ft_step *first = &place->first.steps[0];
        if (first->kind != FATIAO_NODE_ARTICLE)
            continue;
        const ft_step *last =
            place->last.count > 0 ? &place->last.steps[0] : first;
        status = put_range(p, base, first, last);
    }
    return status;
}

/* Puts the terms for a run of characters that may name a law. */
static fatiao_status
put_name(putting *p, const ft_array *aliases, const ft_char *chars,
         size_t count, bool is_stem, const ft_link *link)
{
    ft_strbuf_clear(&p->key);
    ft_title_key_write(&p->key, chars, count, is_stem);
    const char *key = ft_title_key_short(ft_strbuf_string(&p->key));
    const char *title = ft_alias_title(aliases, key);
    return put_law(p, title == NULL ? key : title, link);
}

/* Puts the terms of a link whose law another link, or it itself, names. */
static fatiao_status
put_link(putting *p, const ft_array *aliases, const ft_link *named,
         const ft_link *link)
{
    fatiao_status status = FATIAO_OK;
    if (named->law == FT_LINK_TITLE) {
        status =
            put_name(p, aliases, named->name, named->name_count, false, link);
        if (status == FATIAO_OK &&
            !ft_title_key_has_number(named->name, named->name_count))
            status = put_name(p, aliases, named->name, named->name_count, true,
                              link);
        return status;
    }
    for (size_t i = 0; status == FATIAO_OK && i + 2 <= named->name_count; i++)
        if (ft_char_is_pairing(named->name[i].code))
            status = put_name(p, aliases, named->name + i,
                              named->name_count - i, false, link);
    return status;
}

/* Puts the terms of a text's links. */
static fatiao_status
put_links(putting *p, const ft_array *aliases, const ft_array *links)
{
    const ft_link *all = links->items;
    const ft_link *named = NULL;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < links->count; i++) {
        if (all[i].law == FT_LINK_TITLE || all[i].law == FT_LINK_NAME)
            named = &all[i];
        else if (!ft_link_shares_law(&all[i]) || named == NULL)
            continue;
        status = put_link(p, aliases, named, &all[i]);
    }
    return status;
}

fatiao_status
ft_link_term_put_article(ft_document *document, const fatiao_node *article,
                         const ft_array *aliases, ft_link_reader *reader,
                         fatiao_error *error)
{
    putting p = {.document = document, .error = error};
    ft_arena arena = {0};
    ft_array links = {.item_size = sizeof(ft_link)};
    fatiao_status status = FATIAO_OK;
    for (const fatiao_node *node = article; status == FATIAO_OK && node != NULL;
         node = ft_node_next_in_scope(article, node)) {
        if (node != article && ft_node_is_article(node))
            continue;
        ft_array_clear(&links);
        status = ft_link_read(reader, node->text, node->text_byte_count, &arena,
                              &links, error);
        if (status == FATIAO_OK)
            status = put_links(&p, aliases, &links);
    }
    ft_array_finish(&links);
    ft_arena_finish(&arena);
    putting_finish(&p);
    return status;
}
