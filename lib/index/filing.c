/* The filters of documents. */
#include "index/filing.h"

#include <stdio.h>
#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "index/schema.h"
#include "statute/docket.h"
#include "text/fold.h"

static void
add_text(ft_bag *bag, const char *term)
{
    ft_bag_add(bag, term[0], term + 1, strlen(term + 1));
}

static fatiao_status
check(const ft_bag *bag, ft_strbuf *text, fatiao_error *error)
{
    const bool failed = ft_bag_failed(bag) || ft_strbuf_failed(text);
    ft_strbuf_finish(text);
    return failed ? ft_error_memory(error) : FATIAO_OK;
}

fatiao_status
ft_filing_version_term(const char *title, char term[FT_VERSION_TERM_BYTES + 1],
                       fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_strbuf key = {0};
    fatiao_status status = ft_fold(title, strlen(title), &chars, error);
    const ft_char *all = chars.items;
    for (size_t i = 0; i < chars.count; i++)
        if (ft_char_is_pairing(all[i].code))
            ft_strbuf_char(&key, all[i].code);
    const XXH128_hash_t hash =
        XXH3_128bits(ft_strbuf_string(&key), key.byte_count);
    snprintf(term, FT_VERSION_TERM_BYTES + 1, "%c%016llx%016llx",
             FT_PREFIX_VERSION, (unsigned long long)hash.high64,
             (unsigned long long)hash.low64);
    if (status == FATIAO_OK && ft_strbuf_failed(&key))
        status = ft_error_memory(error);
    ft_array_finish(&chars);
    ft_strbuf_finish(&key);
    return status;
}

/* Adds the document numbers that the words of the events name. */
static fatiao_status
add_numbers(ft_bag *bag, const fatiao_statute *statute, fatiao_error *error)
{
    ft_strbuf numbers = {0};
    fatiao_status status = FATIAO_OK;
    const size_t count = fatiao_statute_event_count(statute);
    for (size_t i = 0; status == FATIAO_OK && i < count; i++) {
        const char *text = fatiao_statute_event_at(statute, i)->text;
        status = ft_docket_find(text, strlen(text), &numbers, error);
    }
    for (size_t at = 0; at < numbers.byte_count;) {
        const size_t length = strlen(numbers.bytes + at);
        ft_bag_add(bag, FT_PREFIX_DOCKET, numbers.bytes + at, length);
        at += length + 1;
    }
    ft_strbuf_finish(&numbers);
    return status;
}

static bool
is_repealed(const fatiao_statute *statute)
{
    for (size_t i = 0; i < fatiao_statute_event_count(statute); i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        if (strcmp(event->name, "废止") == 0 && event->year > 0)
            return true;
    }
    return false;
}

fatiao_status
ft_filing_add_statute(ft_bag *bag, const ft_statute_record *record,
                      const fatiao_statute *statute, fatiao_error *error)
{
    char version[FT_VERSION_TERM_BYTES + 1];
    fatiao_status status =
        ft_filing_version_term(record->title, version, error);
    if (status != FATIAO_OK)
        return status;
    add_text(bag, version);
    if (record->date[0] != '\0')
        ft_bag_add(bag, FT_PREFIX_DATE, record->date, strlen(record->date));
    if (record->is_draft)
        add_text(bag, FT_TERM_KIND_DRAFT);
    if (is_repealed(statute))
        add_text(bag, FT_TERM_KIND_REPEALED);
    status = add_numbers(bag, statute, error);
    if (status == FATIAO_OK && ft_bag_failed(bag))
        status = ft_error_memory(error);
    return status;
}

void
ft_filing_write_number(ft_strbuf *out, uint32_t number, uint32_t suffix)
{
    ft_strbuf_format(out, "%u", (unsigned)number);
    if (suffix > 0)
        ft_strbuf_format(out, "-%u", (unsigned)suffix);
}

fatiao_status
ft_filing_add_article(ft_bag *bag, const ft_placed_article *article,
                      fatiao_error *error)
{
    const fatiao_node *node = article->article;
    if (node->kind != FATIAO_NODE_ARTICLE || node->number == 0)
        return FATIAO_OK;
    ft_strbuf number = {0};
    ft_filing_write_number(&number, node->number, node->suffix);
    ft_bag_add(bag, FT_PREFIX_ARTICLE, ft_strbuf_string(&number),
               number.byte_count);
    return check(bag, &number, error);
}

fatiao_status
ft_filing_add_division(ft_bag *bag, const fatiao_node *article,
                       fatiao_error *error)
{
    ft_strbuf number = {0};
    add_text(bag, FT_TERM_KIND_DIVISION);
    for (const fatiao_node *node = article; node != NULL; node = node->parent) {
        if (node->kind != FATIAO_NODE_CHAPTER || node->number == 0)
            continue;
        ft_strbuf_clear(&number);
        ft_filing_write_number(&number, node->number, 0);
        ft_bag_add(bag, FT_PREFIX_CHAPTER, ft_strbuf_string(&number),
                   number.byte_count);
    }
    return check(bag, &number, error);
}
