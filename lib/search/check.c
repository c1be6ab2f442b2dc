/* Checking the citations of a text, paragraph by paragraph: their links are
 * resolved, and what is quoted beside one is compared with what it leads to.
 *
 *     《劳动法》第五十条规定：“工资应当以货币形式按月支付”，第五十一条……
 *     ~~~~~~~~~~~~~~~~~~       ~~~~~~~~~~~~~~~~~~~~~~~~~~    ~~~~~~~~~~
 *     a link                   its quotation                 a link of the same
 *                                                            law */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "search/collation.h"
#include "search/links.h"
#include "search/manuscript.h"
#include "text/utf8.h"

/* How many pairs of characters are compared for one text. */
static const size_t BUDGET = (size_t)400 << 20;

struct fatiao_checks {
    ft_arena arena;
    ft_array checks; /* of fatiao_check */
};

void
fatiao_checks_free(fatiao_checks *checks)
{
    if (checks == NULL)
        return;
    ft_array_finish(&checks->checks);
    ft_arena_finish(&checks->arena);
    free(checks);
}

size_t
fatiao_checks_count(const fatiao_checks *checks)
{
    return checks == NULL ? 0 : checks->checks.count;
}

const fatiao_check *
fatiao_checks_at(const fatiao_checks *checks, size_t index)
{
    if (index >= fatiao_checks_count(checks))
        return NULL;
    return ft_array_at(&checks->checks, index);
}

bool
fatiao_check_holds(const fatiao_check *check)
{
    return check != NULL && check->link.state == FATIAO_LINK_FOUND &&
           (check->quote == FATIAO_QUOTE_NONE ||
            check->quote == FATIAO_QUOTE_EXACT);
}

/* One checking, and what it holds on the way. */
typedef struct checking {
    const char *text;
    size_t byte_count;
    const char *statute_id;
    fatiao_checks *out;
    fatiao_searcher *searcher;
    ft_arena arena;
    ft_linker linker;
    ft_link_reader reader;
    ft_array links;   /* of ft_link: those of the paragraph */
    ft_array aliases; /* of ft_alias: those of the text so far */
    ft_linked linked;
    ft_strbuf law; /* what the link leads to */
    ft_strbuf difference;
    size_t budget;
    ft_manuscript_place place; /* how far lines are counted */
} checking;

/* ----------------------------------------------------------------- the law */

static void
write_node(ft_strbuf *out, const fatiao_node *node)
{
    if (node->text_byte_count == 0 && node->label[0] == '\0')
        return;
    if (out->byte_count > 0)
        ft_strbuf_text(out, "\n");
    if (!ft_node_is_article(node))
        ft_strbuf_text(out, node->label);
    ft_strbuf_bytes(out, node->text, node->text_byte_count);
}

/* Writes the text of all places that the link leads to, a clause a line. */
static fatiao_status
write_law(checking *c, fatiao_error *error)
{
    const ft_goal *goals = c->linked.goals.items;
    ft_strbuf_clear(&c->law);
    if (c->linked.state != FATIAO_LINK_FOUND)
        return FATIAO_OK;
    for (size_t i = 0; i < c->linked.goals.count; i++) {
        const fatiao_node *last =
            goals[i].last == NULL ? goals[i].first : goals[i].last;
        const fatiao_node *end = ft_node_after(last);
        const fatiao_node *node = goals[i].first;
        for (; node != NULL && node != end; node = fatiao_node_following(node))
            if (!ft_node_is_article(node) || node->text_byte_count > 0)
                write_node(&c->law, node);
    }
    return ft_strbuf_failed(&c->law) ? ft_error_memory(error) : FATIAO_OK;
}

/* ---------------------------------------------------------------- one link */

static const char *
keep_text(checking *c, const char *bytes, size_t byte_count)
{
    return ft_arena_text(&c->out->arena, bytes, byte_count);
}

/* Compares what is quoted beside a link. */
static fatiao_status
check_quotation(checking *c, const ft_manuscript_run *quoted, fatiao_check *out,
                fatiao_error *error)
{
    ft_strbuf_clear(&c->difference);
    out->quoted = out->difference = "";
    if (quoted->start == quoted->end || c->law.byte_count == 0)
        return FATIAO_OK;
    const char *words = c->text + quoted->start;
    const size_t count = quoted->end - quoted->start;
    const fatiao_status status = ft_collation_compare(
        words, count, ft_strbuf_string(&c->law), c->law.byte_count, &c->budget,
        &out->quote, &c->difference, error);
    if (status != FATIAO_OK)
        return status;
    out->quoted = keep_text(c, words, count);
    out->difference = keep_text(c, ft_strbuf_string(&c->difference),
                                c->difference.byte_count);
    return out->quoted == NULL || out->difference == NULL
               ? ft_error_memory(error)
               : FATIAO_OK;
}

/* Adds the link that was resolved last, which stands in the paragraph. */
static fatiao_status
push_check(checking *c, const ft_manuscript_run *paragraph, const ft_link *link,
           const ft_manuscript_run *quoted, fatiao_error *error)
{
    fatiao_check *check = ft_array_push(&c->out->checks);
    if (check == NULL)
        return ft_error_memory(error);
    fatiao_status status = write_law(c, error);
    if (status == FATIAO_OK)
        status = ft_links_describe(&c->linked, link, c->text + paragraph->start,
                                   &c->out->arena, &check->link, error);
    if (status == FATIAO_OK)
        status = check_quotation(c, quoted, check, error);
    if (status != FATIAO_OK)
        return status;
    ft_manuscript_go_to(&c->place, c->text,
                        paragraph->start + check->link.byte_start);
    check->link.byte_start += paragraph->start;
    check->link.char_start = c->place.char_index;
    check->line = c->place.line;
    check->column = c->place.column;
    check->text = keep_text(c, ft_strbuf_string(&c->law), c->law.byte_count);
    return check->text == NULL ? ft_error_memory(error) : FATIAO_OK;
}

/* Whether a link of a free text is a citation to check: 前款 is none, nor 本法
 * alone, nor what a quotation says of its own law, nor 合同第三条. */
static bool
is_citation(const ft_link *link)
{
    switch (link->law) {
    case FT_LINK_TITLE:
    case FT_LINK_NAME:
        return true;
    case FT_LINK_SELF:
        return link->place_count > 0 && !link->is_quoted;
    case FT_LINK_UNSAID:
        return !link->is_quoted &&
               (link->is_joined || !ft_char_is_pairing(link->before) ||
                ft_char_is_one_of(link->before,
                                  "据照依按和及或与违反用是见即了合由对在从"));
    case FT_LINK_THAT:
        return link->name_count > 0 && link->place_count > 0 &&
               !link->is_quoted;
    default:
        return false;
    }
}

/* Where the next citation of the paragraph begins. */
static size_t
next_start(const checking *c, size_t index, size_t end)
{
    const ft_link *all = c->links.items;
    for (size_t i = index + 1; i < c->links.count; i++)
        if (is_citation(&all[i]))
            return all[i].byte_start;
    return end;
}

static fatiao_status
check_paragraph(checking *c, const ft_manuscript_run *paragraph,
                fatiao_error *error)
{
    const ft_link_site site = {.aliases = &c->aliases};
    const char *text = c->text + paragraph->start;
    const size_t byte_count = paragraph->end - paragraph->start;
    ft_array_clear(&c->links);
    fatiao_status status =
        ft_link_read(&c->reader, text, byte_count, &c->arena, &c->links, error);
    if (status == FATIAO_OK)
        status = ft_alias_gather(&c->links, 0, &c->arena, &c->aliases, error);
    const ft_link *all = c->links.items;
    size_t done = 0; /* quotations before this belong to others */
    for (size_t i = 0; status == FATIAO_OK && i < c->links.count; i++) {
        if (!is_citation(&all[i]))
            continue;
        status =
            ft_linker_resolve(&c->linker, &site, &all[i], &c->linked, error);
        if (status != FATIAO_OK)
            return status;
        const ft_manuscript_run words = {c->linked.byte_start, all[i].byte_end};
        ft_manuscript_run quoted = ft_manuscript_quotation(
            text, byte_count, done, &words, next_start(c, i, byte_count));
        done = quoted.end > all[i].byte_end ? quoted.end : all[i].byte_end;
        quoted.start += paragraph->start;
        quoted.end += paragraph->start;
        status = push_check(c, paragraph, &all[i], &quoted, error);
    }
    return status;
}

/* ------------------------------------------------------------------ the text
 */

static fatiao_status
checking_begin(checking *c, fatiao_searcher *searcher, fatiao_error *error)
{
    fatiao_checks_free(c->out);
    c->out = calloc(1, sizeof(*c->out));
    if (c->out == NULL)
        return ft_error_memory(error);
    c->out->checks.item_size = sizeof(fatiao_check);
    c->searcher = searcher;
    c->budget = BUDGET;
    c->place = ft_manuscript_begin();
    if (c->statute_id == NULL)
        return FATIAO_OK;
    ft_statute_record record;
    const fatiao_status status = ft_entry_find_statute(
        searcher->engine, c->statute_id, &c->arena, &record, error);
    return status == FATIAO_OK ? ft_linker_mean(&c->linker, &record, error)
                               : status;
}

/* `context` is a checking. */
static fatiao_status
read_checks(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    checking *c = context;
    c->linker = ft_linker_new(searcher, &c->arena);
    c->reader = ft_link_reader_new();
    c->links.item_size = sizeof(ft_link);
    c->aliases.item_size = sizeof(ft_alias);
    c->linked = ft_linked_new();
    fatiao_status status = checking_begin(c, searcher, error);
    ft_manuscript_run paragraph = {0, 0};
    while (status == FATIAO_OK &&
           ft_manuscript_next(c->text, c->byte_count, &paragraph))
        status = check_paragraph(c, &paragraph, error);
    ft_linker_finish(&c->linker);
    ft_link_reader_finish(&c->reader);
    ft_array_finish(&c->links);
    ft_array_finish(&c->aliases);
    ft_linked_finish(&c->linked);
    ft_strbuf_finish(&c->law);
    ft_strbuf_finish(&c->difference);
    ft_arena_finish(&c->arena);
    c->law = c->difference = (ft_strbuf){0};
    return status;
}

fatiao_status
fatiao_searcher_check(fatiao_searcher *searcher, const char *text,
                      size_t byte_count, const char *statute_id,
                      fatiao_checks **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL || (text == NULL && byte_count > 0))
        return ft_error_argument(error, "searcher or text is NULL");
    if (byte_count > FATIAO_STATUTE_BYTES_MAX)
        return ft_error_set(error, FATIAO_ERR_LIMIT, "is larger than 64 MiB");
    if (!ft_utf8_is_valid(text, byte_count, NULL))
        return ft_error_set(error, FATIAO_ERR_ENCODING, "is not UTF-8");
    if (byte_count > 0 && memchr(text, '\0', byte_count) != NULL)
        return ft_error_set(error, FATIAO_ERR_ENCODING,
                            "holds zero bytes, which no text does");
    checking c = {.text = text == NULL ? "" : text,
                  .byte_count = byte_count,
                  .statute_id = statute_id};
    const fatiao_status status =
        ft_searcher_read(searcher, read_checks, &c, error);
    if (status == FATIAO_OK)
        *out = c.out;
    else
        fatiao_checks_free(c.out);
    return status;
}
