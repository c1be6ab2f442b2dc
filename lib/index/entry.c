/* From a statute and its articles to documents. */
#include "index/entry.h"

#include <stdio.h>
#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "index/filing.h"
#include "index/link_term.h"
#include "index/schema.h"
#include "statute/rank.h"

void
ft_entry_statute_term(const char *id, char term[FT_STATUTE_TERM_BYTES + 1])
{
    const XXH128_hash_t hash = XXH3_128bits(id, strlen(id));
    snprintf(term, FT_STATUTE_TERM_BYTES + 1, "%c%016llx%016llx",
             FT_PREFIX_STATUTE, (unsigned long long)hash.high64,
             (unsigned long long)hash.low64);
}

fatiao_status
ft_entry_list_documents(ft_engine *engine, const char *id, ft_array *documents,
                        fatiao_error *error)
{
    char term[FT_STATUTE_TERM_BYTES + 1];
    ft_entry_statute_term(id, term);
    return ft_engine_postings(engine, term, FT_STATUTE_TERM_BYTES, documents,
                              error);
}

fatiao_status
ft_entry_list_statutes(ft_engine *engine, ft_array *documents,
                       fatiao_error *error)
{
    return ft_engine_postings(engine, FT_TERM_KIND_STATUTE,
                              strlen(FT_TERM_KIND_STATUTE), documents, error);
}

fatiao_status
ft_entry_read_statute(ft_engine *engine, uint32_t document, ft_arena *arena,
                      ft_statute_record *out, fatiao_error *error)
{
    ft_strbuf data = {0};
    fatiao_status status = ft_engine_data(engine, document, &data, error);
    if (status == FATIAO_OK)
        status = ft_record_read_statute(ft_strbuf_string(&data),
                                        data.byte_count, arena, out, error);
    ft_strbuf_finish(&data);
    return status;
}

fatiao_status
ft_entry_read_article(ft_engine *engine, uint32_t document, ft_arena *arena,
                      ft_article_record *out, fatiao_error *error)
{
    ft_strbuf data = {0};
    fatiao_status status = ft_engine_data(engine, document, &data, error);
    if (status == FATIAO_OK)
        status = ft_record_read_article(ft_strbuf_string(&data),
                                        data.byte_count, arena, out, error);
    ft_strbuf_finish(&data);
    return status;
}

fatiao_status
ft_entry_find_statute(ft_engine *engine, const char *id, ft_arena *arena,
                      ft_statute_record *out, fatiao_error *error)
{
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status =
        ft_entry_list_documents(engine, id, &documents, error);
    if (status == FATIAO_OK && documents.count == 0)
        status = ft_error_set(error, FATIAO_ERR_NOT_FOUND,
                              "no statute has the id %s", id);
    if (status == FATIAO_OK)
        status = ft_entry_read_statute(engine, *(uint32_t *)documents.items,
                                       arena, out, error);
    if (status == FATIAO_OK && strcmp(out->id, id) != 0)
        status = ft_error_set(error, FATIAO_ERR_CORRUPT,
                              "the index has another statute under this id; "
                              "make it anew");
    ft_array_finish(&documents);
    return status;
}

fatiao_status
ft_entry_maker_init(ft_entry_maker *maker, fatiao_error *error)
{
    *maker = (ft_entry_maker){0};
    maker->chars.item_size = sizeof(ft_char);
    maker->tokens.item_size = sizeof(ft_token);
    maker->links = ft_link_reader_new();
    maker->aliases.item_size = sizeof(ft_alias);
    return ft_analyzer_new(&maker->analyzer, error);
}

void
ft_entry_maker_finish(ft_entry_maker *maker)
{
    ft_analyzer_free(maker->analyzer);
    ft_array_finish(&maker->chars);
    ft_array_finish(&maker->tokens);
    ft_strbuf_finish(&maker->text);
    ft_strbuf_finish(&maker->record);
    ft_bag_finish(&maker->bag);
    ft_link_reader_finish(&maker->links);
    ft_array_finish(&maker->aliases);
    ft_arena_finish(&maker->arena);
}

/* ------------------------------------------------------------- description */

/* Whether an event gave the statute the wording it has. */
static bool
is_wording_event(const fatiao_event *event)
{
    static const char *const names[] = {"通过", "公布", "发布", "修订", "修正"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        if (strcmp(event->name, names[i]) == 0)
            return event->year > 0;
    return false;
}

static unsigned
day_number(const fatiao_event *event)
{
    return event->year * 10000u + event->month * 100u + event->day;
}

/* Writes the last such date, as far as the document tells it: "2017-09". */
static void
write_date(const fatiao_statute *statute, char date[16])
{
    const fatiao_event *last = NULL;
    for (size_t i = 0; i < fatiao_statute_event_count(statute); i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        if (is_wording_event(event) &&
            (last == NULL || day_number(event) > day_number(last)))
            last = event;
    }
    date[0] = '\0';
    if (last != NULL && last->month == 0)
        snprintf(date, 16, "%04u", last->year);
    else if (last != NULL && last->day == 0)
        snprintf(date, 16, "%04u-%02u", last->year, last->month);
    else if (last != NULL)
        snprintf(date, 16, "%04u-%02u-%02u", last->year, last->month,
                 last->day);
}

void
ft_entry_describe(const fatiao_statute *statute, ft_statute_record *out,
                  char date[16])
{
    *out = (ft_statute_record){0};
    write_date(statute, date);
    out->date = date;
    out->title = fatiao_statute_title(statute);
    out->is_draft = fatiao_statute_is_draft(statute);
    for (const fatiao_node *node = fatiao_statute_root(statute); node != NULL;
         node = fatiao_node_following(node)) {
        out->article_count += node->kind == FATIAO_NODE_ARTICLE;
        out->clause_count += ft_node_is_clause(node);
    }
}

/* ------------------------------------------------------------------- terms */

/* The prefixes that words, pairs, single characters and numbers get; 0: left
 * out. */
typedef struct prefixes {
    char of_kind[4];
} prefixes;

static const prefixes body_prefixes = {{[FT_TOKEN_WORD] = FT_PREFIX_WORD,
                                        [FT_TOKEN_PAIR] = FT_PREFIX_PAIR,
                                        [FT_TOKEN_CHAR] = FT_PREFIX_CHAR,
                                        [FT_TOKEN_NUMBER] = FT_PREFIX_NUMBER}};
static const prefixes heading_prefixes = {
    {[FT_TOKEN_WORD] = FT_PREFIX_HEADING_WORD,
     [FT_TOKEN_PAIR] = FT_PREFIX_HEADING_PAIR,
     [FT_TOKEN_CHAR] = 0}};
static const prefixes title_prefixes = {{[FT_TOKEN_WORD] = 0,
                                         [FT_TOKEN_PAIR] = FT_PREFIX_TITLE,
                                         [FT_TOKEN_CHAR] = FT_PREFIX_TITLE}};
static const prefixes division_prefixes = {
    {[FT_TOKEN_WORD] = 0,
     [FT_TOKEN_PAIR] = FT_PREFIX_HEADING,
     [FT_TOKEN_CHAR] = FT_PREFIX_HEADING}};

/* Counts the terms of a text in the maker's bag. */
static fatiao_status
add_terms(ft_entry_maker *maker, const prefixes *given, const char *text,
          size_t byte_count, fatiao_error *error)
{
    const fatiao_status status =
        ft_analyzer_run(maker->analyzer, text, byte_count, &maker->chars,
                        &maker->tokens, error);
    if (status != FATIAO_OK)
        return status;
    const ft_token *tokens = maker->tokens.items;
    for (size_t i = 0; i < maker->tokens.count; i++) {
        const char prefix = given->of_kind[tokens[i].kind];
        if (prefix == 0)
            continue;
        ft_strbuf_clear(&maker->text);
        ft_token_term(&tokens[i], &maker->chars, &maker->text);
        if (maker->text.byte_count < FT_TERM_BYTES_MAX)
            ft_bag_add(&maker->bag, prefix, maker->text.bytes,
                       maker->text.byte_count);
    }
    if (ft_strbuf_failed(&maker->text) || ft_bag_failed(&maker->bag))
        return ft_error_memory(error);
    return FATIAO_OK;
}

/* The terms of an article's text, never across two nodes. */
static fatiao_status
add_body(ft_entry_maker *maker, const fatiao_node *article, fatiao_error *error)
{
    for (const fatiao_node *node = ft_node_next_in_scope(article, article);
         node != NULL; node = ft_node_next_in_scope(article, node)) {
        if (ft_node_is_article(node))
            continue;
        const fatiao_status status = add_terms(
            maker, &body_prefixes, node->text, node->text_byte_count, error);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

/* "第五章 市场开拓" of one heading. */
static void
write_heading(ft_strbuf *out, const fatiao_node *node)
{
    ft_strbuf_text(out, node->label);
    if (node->label[0] != '\0' && node->text_byte_count > 0)
        ft_strbuf_text(out, " ");
    ft_strbuf_bytes(out, node->text, node->text_byte_count);
}

/* The heading over a whole document, such as 合同编 over a file of the 民法典:
 * it stands between title and events and has nothing below it. NULL if there
 * is none. */
static const fatiao_node *
find_book(const fatiao_node *root)
{
    const fatiao_node *node = root->child;
    while (node != NULL && node->kind == FATIAO_NODE_TITLE)
        node = node->next;
    const bool is_book = node != NULL && node->kind == FATIAO_NODE_HEADING &&
                         node->child == NULL;
    return is_book ? node : NULL;
}

/* Adds a heading and the sign that parts it from the one before. */
static void
add_heading(ft_strbuf *out, const fatiao_node *node)
{
    if (out->byte_count > 0)
        ft_strbuf_text(out, " / ");
    write_heading(out, node);
}

/* The headings above a node, outermost first, joined by " / ". */
static void
write_headings(ft_strbuf *out, const fatiao_node *node)
{
    const fatiao_node *above = node->parent;
    if (above == NULL)
        return;
    write_headings(out, above);
    const fatiao_node *heading =
        above->parent == NULL ? find_book(above) : above;
    if (heading != NULL)
        add_heading(out, heading);
}

/* All headings of an article; the words of an annex or a preamble itself are
 * one too. */
static void
write_article_headings(ft_strbuf *out, const fatiao_node *article)
{
    write_headings(out, article);
    if (article->kind != FATIAO_NODE_ARTICLE)
        add_heading(out, article);
}

/* Puts the maker's bag into a document. */
static fatiao_status
put_bag(ft_entry_maker *maker, ft_document *document, bool is_filter,
        fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; i < maker->bag.count && status == FATIAO_OK; i++) {
        const ft_bag_term term = ft_bag_at(&maker->bag, i);
        status = is_filter
                     ? ft_document_filter(document, term.bytes, term.byte_count,
                                          error)
                     : ft_document_term(document, term.bytes, term.byte_count,
                                        term.frequency, error);
    }
    ft_bag_clear(&maker->bag);
    return status;
}

static fatiao_status
put_kind(ft_document *document, const char *kind, fatiao_error *error)
{
    return ft_document_filter(document, kind, strlen(kind), error);
}

static fatiao_status
put_record(ft_entry_maker *maker, ft_document *document, const char *id,
           fatiao_error *error)
{
    if (ft_strbuf_failed(&maker->record))
        return ft_error_memory(error);
    char term[FT_STATUTE_TERM_BYTES + 1];
    ft_entry_statute_term(id, term);
    const fatiao_status status =
        ft_document_filter(document, term, FT_STATUTE_TERM_BYTES, error);
    if (status != FATIAO_OK)
        return status;
    return ft_document_data(document, maker->record.bytes,
                            maker->record.byte_count, error);
}

/* Keeps what a statute calls other laws. */
static fatiao_status
find_aliases(ft_entry_maker *maker, const fatiao_statute *statute,
             fatiao_error *error)
{
    ft_array_clear(&maker->aliases);
    ft_arena_finish(&maker->arena);
    return ft_alias_find_all(fatiao_statute_root(statute), &maker->links,
                             &maker->arena, &maker->aliases, error);
}

fatiao_status
ft_entry_statute(ft_entry_maker *maker, const ft_statute_record *record,
                 const fatiao_statute *statute, ft_document **out,
                 fatiao_error *error)
{
    ft_bag_clear(&maker->bag);
    ft_strbuf_clear(&maker->record);
    ft_record_write_statute(&maker->record, record, statute);
    fatiao_status status = ft_document_new(out, error);
    if (status == FATIAO_OK)
        status = put_record(maker, *out, record->id, error);
    if (status == FATIAO_OK)
        status = put_kind(*out, FT_TERM_KIND_STATUTE, error);
    if (status == FATIAO_OK)
        status = add_terms(maker, &title_prefixes, record->title,
                           strlen(record->title), error);
    if (status == FATIAO_OK)
        status = ft_filing_add_statute(&maker->bag, record, statute, error);
    if (status == FATIAO_OK)
        status = put_bag(maker, *out, true, error);
    if (status == FATIAO_OK)
        status = ft_link_term_put_title(*out, record->title, error);
    if (status == FATIAO_OK)
        status = find_aliases(maker, statute, error);
    if (status != FATIAO_OK) {
        ft_document_free(*out);
        *out = NULL;
    }
    return status;
}

/* The terms of an article: of its text, its headings and the title. */
static fatiao_status
add_article_terms(ft_entry_maker *maker, const ft_statute_record *record,
                  const fatiao_node *article, fatiao_error *error)
{
    ft_strbuf heading = {0};
    write_article_headings(&heading, article);
    fatiao_status status =
        ft_strbuf_failed(&heading) ? ft_error_memory(error) : FATIAO_OK;
    if (status == FATIAO_OK)
        status = add_body(maker, article, error);
    if (status == FATIAO_OK)
        status = add_terms(maker, &heading_prefixes, record->title,
                           strlen(record->title), error);
    if (status == FATIAO_OK)
        status = add_terms(maker, &heading_prefixes, ft_strbuf_string(&heading),
                           heading.byte_count, error);
    ft_strbuf_finish(&heading);
    return status;
}

static fatiao_status
write_article(ft_entry_maker *maker, const ft_statute_record *record,
              const ft_placed_article *article, fatiao_error *error)
{
    ft_strbuf fragment = {0};
    ft_strbuf heading = {0};
    ft_fragment_write(&fragment, &article->place);
    write_article_headings(&heading, article->article);
    const ft_article_record written = {.statute_id = record->id,
                                       .fragment = ft_strbuf_string(&fragment),
                                       .heading = ft_strbuf_string(&heading),
                                       .line = article->article->line,
                                       .article = article->article};
    ft_strbuf_clear(&maker->record);
    ft_record_write_article(&maker->record, &written);
    const bool has_failed =
        ft_strbuf_failed(&fragment) || ft_strbuf_failed(&heading);
    ft_strbuf_finish(&fragment);
    ft_strbuf_finish(&heading);
    return has_failed ? ft_error_memory(error) : FATIAO_OK;
}

/* The filters of an article, and those of its headings if it is the first below
 * them. */
static fatiao_status
file_article(ft_entry_maker *maker, const ft_placed_article *article,
             bool is_first, ft_document *document, fatiao_error *error)
{
    fatiao_status status = ft_filing_add_article(&maker->bag, article, error);
    if (status == FATIAO_OK && is_first) {
        ft_strbuf heading = {0};
        write_article_headings(&heading, article->article);
        status = ft_strbuf_failed(&heading)
                     ? ft_error_memory(error)
                     : add_terms(maker, &division_prefixes,
                                 ft_strbuf_string(&heading), heading.byte_count,
                                 error);
        ft_strbuf_finish(&heading);
        if (status == FATIAO_OK)
            status =
                ft_filing_add_division(&maker->bag, article->article, error);
    }
    if (status == FATIAO_OK)
        status = put_bag(maker, document, true, error);
    return status;
}

fatiao_status
ft_entry_article(ft_entry_maker *maker, const ft_statute_record *record,
                 const ft_placed_article *article, bool is_first,
                 ft_document **out, fatiao_error *error)
{
    ft_bag_clear(&maker->bag);
    *out = NULL;
    fatiao_status status = write_article(maker, record, article, error);
    if (status == FATIAO_OK)
        status = ft_document_new(out, error);
    if (status == FATIAO_OK)
        status = put_record(maker, *out, record->id, error);
    if (status == FATIAO_OK &&
        ft_rank_is_law(record->title, strlen(record->title)))
        status = put_kind(*out, FT_TERM_KIND_LAW, error);
    if (status == FATIAO_OK)
        status = add_article_terms(maker, record, article->article, error);
    if (status == FATIAO_OK)
        status = put_bag(maker, *out, false, error);
    if (status == FATIAO_OK)
        status = file_article(maker, article, is_first, *out, error);
    if (status == FATIAO_OK)
        status = ft_link_term_put_article(
            *out, article->article, &maker->aliases, &maker->links, error);
    if (status != FATIAO_OK) {
        ft_document_free(*out);
        *out = NULL;
    }
    return status;
}
