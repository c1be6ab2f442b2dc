/* Reading a question. */
#include "query/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/ranking.h"
#include "query/synonym.h"
#include "text/utf8.h"

/* Every phrase is looked for at every character of a text. */
enum { PHRASES_MAX = 32 };

/* What reading needs besides the query. */
typedef struct parser {
    ft_analyzer *analyzer;
    ft_array chars;  /* of ft_char */
    ft_array tokens; /* of ft_token */
    fatiao_query *query;
    const fatiao_query_options *options;
} parser;

static const uint32_t *
copy_codes(ft_arena *arena, const ft_char *chars, size_t count)
{
    uint32_t *codes = ft_arena_alloc(arena, count * sizeof(*codes));
    for (size_t i = 0; codes != NULL && i < count; i++)
        codes[i] = chars[i].code;
    return codes;
}

/* ------------------------------------------------------------------- terms */

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

/* Whether two neighbours pair and no blank was typed between them. */
static bool
pairs_at(const parser *p, size_t at)
{
    const ft_char *all = p->chars.items;
    return at + 1 < p->chars.count && ft_char_is_pairing(all[at].code) &&
           ft_char_is_pairing(all[at + 1].code) &&
           all[at].byte_end >= all[at + 1].byte_start;
}

static bool
pairs_anywhere(const parser *p)
{
    for (size_t i = 0; i < p->chars.count; i++)
        if (pairs_at(p, i))
            return true;
    return false;
}

/* Whether the character of a token stands beside one that it pairs with. */
static bool
is_paired(const parser *p, const ft_token *token)
{
    const size_t at = token->char_start;
    return token->kind == FT_TOKEN_CHAR &&
           (pairs_at(p, at) || (at > 0 && pairs_at(p, at - 1)));
}

static fatiao_status
add_term(parser *p, const ft_token *token, bool is_quoted, fatiao_error *error)
{
    ft_strbuf bytes = {0};
    ft_token_term(token, &p->chars, &bytes);
    ft_query_term *term = ft_array_push(&p->query->terms);
    if (term != NULL) {
        term->kind = token->kind;
        term->is_quoted = is_quoted;
        term->is_paired = is_paired(p, token);
        term->frequency = 1;
        term->weight = 1;
        term->char_count = token->char_count;
        term->codes = copy_codes(&p->query->arena,
                                 ft_array_at(&p->chars, token->char_start),
                                 token->char_count);
        term->byte_count = bytes.byte_count;
        term->bytes = ft_arena_text(&p->query->arena, ft_strbuf_string(&bytes),
                                    bytes.byte_count);
    }
    const bool failed = term == NULL || term->codes == NULL ||
                        term->bytes == NULL || ft_strbuf_failed(&bytes);
    ft_strbuf_finish(&bytes);
    return failed ? ft_error_memory(error) : FATIAO_OK;
}

/* Folds `other` into `kept`, which is the same term. What was typed counts as
 * typed, however often it also comes as another word for something. */
static void
merge_term(ft_query_term *kept, const ft_query_term *other)
{
    if (kept->cause == NULL && other->cause == NULL) {
        kept->frequency += other->frequency;
        kept->is_quoted &= other->is_quoted;
        kept->is_paired &= other->is_paired;
    } else if (other->cause == NULL ||
               (kept->cause != NULL && kept->weight < other->weight)) {
        *kept = *other;
    }
}

/* Sorts the terms and folds equal ones into one. */
static void
merge_terms(ft_array *terms)
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

/* Whether a token is a mark of punctuation, which is looked for only where the
 * question has nothing else. */
static bool
is_punctuation(const parser *p, const ft_token *token)
{
    const ft_char *first = ft_array_at(&p->chars, token->char_start);
    return token->kind == FT_TOKEN_CHAR && !ft_char_is_pairing(first->code);
}

/* Adds a term that stands for something else in the question. */
static fatiao_status
add_other_term(parser *p, const ft_token *token, double weight,
               const char *cause, fatiao_error *error)
{
    const fatiao_status status = add_term(p, token, false, error);
    if (status != FATIAO_OK)
        return status;
    ft_query_term *added =
        ft_array_at(&p->query->terms, p->query->terms.count - 1);
    added->weight = weight;
    added->cause = cause;
    return FATIAO_OK;
}

/* Adds another word for what the question says: as a whole, and its words and
 * pairs, for a text that has some of them is near it. */
static fatiao_status
add_synonym(parser *p, const ft_synonym *synonym, fatiao_error *error)
{
    const double weight = (double)synonym->weight;
    ft_strbuf text = {0};
    for (uint32_t i = 0; i < synonym->char_count; i++)
        ft_strbuf_char(&text, synonym->codes[i]);
    ft_strbuf word = {0};
    ft_synonym_write_cause(synonym, &word);
    const char *cause = ft_arena_text(&p->query->arena, ft_strbuf_string(&word),
                                      word.byte_count);
    fatiao_status status =
        ft_strbuf_failed(&text) || ft_strbuf_failed(&word) || cause == NULL
            ? ft_error_memory(error)
            : ft_analyzer_run(p->analyzer, text.bytes, text.byte_count,
                              &p->chars, &p->tokens, error);
    const ft_token whole = {FT_TOKEN_RUN, 0, (uint32_t)p->chars.count};
    if (status == FATIAO_OK)
        status = add_other_term(p, &whole, weight, cause, error);
    for (size_t i = 0; status == FATIAO_OK && i < p->tokens.count; i++) {
        const ft_token *token = ft_array_at(&p->tokens, i);
        if (token->char_count > 1)
            status = add_other_term(p, token, FT_RANKING_PART * weight, cause,
                                    error);
    }
    ft_strbuf_finish(&text);
    ft_strbuf_finish(&word);
    return status;
}

/* Adds other words for the characters just cut, unless they are quoted or the
 * caller wants none. All are found before any is added, which cuts anew. */
static fatiao_status
add_synonyms(parser *p, bool is_quoted, fatiao_error *error)
{
    const fatiao_query_options *options = p->options;
    if (is_quoted || (options != NULL && options->is_literal))
        return FATIAO_OK;
    ft_array synonyms = {.item_size = sizeof(ft_synonym)};
    fatiao_status status = ft_thesaurus_look_up(
        &ft_thesaurus_default, &p->chars, &p->tokens, &synonyms, error);
    if (status == FATIAO_OK && options != NULL && options->thesaurus != NULL)
        status = ft_thesaurus_look_up(options->thesaurus, &p->chars, &p->tokens,
                                      &synonyms, error);
    for (size_t i = 0; status == FATIAO_OK && i < synonyms.count; i++)
        status = add_synonym(p, ft_array_at(&synonyms, i), error);
    ft_array_finish(&synonyms);
    return status;
}

static fatiao_status
add_terms(parser *p, const char *text, size_t byte_count, bool is_quoted,
          fatiao_error *error)
{
    fatiao_status status = ft_analyzer_run(p->analyzer, text, byte_count,
                                           &p->chars, &p->tokens, error);
    bool is_only_punctuation = true;
    for (size_t i = 0; i < p->tokens.count; i++)
        is_only_punctuation &= is_punctuation(p, ft_array_at(&p->tokens, i));
    for (size_t i = 0; status == FATIAO_OK && i < p->tokens.count; i++) {
        const ft_token *token = ft_array_at(&p->tokens, i);
        if (is_only_punctuation || !is_punctuation(p, token))
            status = add_term(p, token, is_quoted, error);
    }
    p->query->char_count += p->chars.count;
    p->query->has_pairs |= pairs_anywhere(p);
    p->query->has_unquoted |= !is_quoted && !is_only_punctuation;
    if (status == FATIAO_OK)
        status = add_synonyms(p, is_quoted, error);
    return status;
}

/* ----------------------------------------------------------------- phrases */

/* The mark that closes the quotation which `open` begins; 0 if it begins
 * none. */
static uint32_t
closing_mark(uint32_t open)
{
    switch (open) {
    case '"':
    case 0x201D: /* ” typed on the wrong side */
        return '"';
    case 0x201C: /* “ */
        return 0x201D;
    case 0x300C: /* 「 */
        return 0x300D;
    case 0x300E: /* 『 */
        return 0x300F;
    default:
        return 0;
    }
}

static bool
closes(uint32_t code, uint32_t close)
{
    if (close == '"' || close == 0x201D)
        return code == '"' || code == 0x201D || code == 0x201C;
    return code == close;
}

/* Whether the folded text is among the phrases already. */
static bool
has_phrase(const parser *p)
{
    const ft_query_phrase *all = p->query->phrases.items;
    const ft_char *chars = p->chars.items;
    for (size_t i = 0; i < p->query->phrases.count; i++) {
        size_t same = 0;
        while (same < all[i].char_count && same < p->chars.count &&
               all[i].codes[same] == chars[same].code)
            same++;
        if (same == all[i].char_count && same == p->chars.count)
            return true;
    }
    return false;
}

static fatiao_status
add_phrase(parser *p, const char *text, size_t byte_count, fatiao_error *error)
{
    ft_array_clear(&p->chars);
    const fatiao_status status = ft_fold(text, byte_count, &p->chars, error);
    if (status != FATIAO_OK || p->chars.count == 0)
        return status;
    if (has_phrase(p))
        return FATIAO_OK;
    ft_query_phrase *phrase = ft_array_push(&p->query->phrases);
    if (phrase == NULL)
        return ft_error_memory(error);
    phrase->char_count = p->chars.count;
    phrase->codes =
        copy_codes(&p->query->arena, p->chars.items, p->chars.count);
    return phrase->codes == NULL ? ft_error_memory(error) : FATIAO_OK;
}

/* The bytes of the first quotation in `text` from `from` on: where its opening
 * mark begins, what it holds, where its closing mark ends. False if there is
 * none; one that is never closed is none. */
typedef struct quotation {
    size_t open;
    size_t start;
    size_t end;
    size_t close;
} quotation;

static bool
find_quotation(const char *text, size_t byte_count, size_t from, quotation *out)
{
    for (size_t i = from; i < byte_count;) {
        out->open = i;
        const uint32_t close = closing_mark(ft_utf8_next(text, byte_count, &i));
        if (close == 0)
            continue;
        out->start = i;
        for (size_t end = i; end < byte_count;) {
            out->end = end;
            const bool is_closed =
                closes(ft_utf8_next(text, byte_count, &end), close);
            out->close = end;
            if (is_closed)
                return true;
        }
        return false;
    }
    return false;
}

/* Cuts the question at its quotations, and each piece by itself. */
static fatiao_status
add_pieces(parser *p, const char *text, size_t byte_count, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    size_t from = 0;
    quotation q;
    while (status == FATIAO_OK && find_quotation(text, byte_count, from, &q)) {
        const char *quoted = text + q.start;
        status = add_terms(p, text + from, q.open - from, false, error);
        if (status == FATIAO_OK)
            status = add_terms(p, quoted, q.end - q.start, true, error);
        if (status == FATIAO_OK)
            status = add_phrase(p, quoted, q.end - q.start, error);
        from = q.close;
    }
    if (status == FATIAO_OK)
        status = add_terms(p, text + from, byte_count - from, false, error);
    return status;
}

/* ------------------------------------------------------------------- query */

static fatiao_status
parse(parser *p, const char *text, size_t byte_count, fatiao_error *error)
{
    size_t bad;
    if (!ft_utf8_is_valid(text, byte_count, &bad)) {
        ft_error_set(error, FATIAO_ERR_ENCODING, "the question is not UTF-8");
        ft_error_place(error, NULL, 1,
                       (uint32_t)ft_utf8_char_count(text, bad) + 1);
        return FATIAO_ERR_ENCODING;
    }
    const fatiao_status status = add_pieces(p, text, byte_count, error);
    if (status != FATIAO_OK)
        return status;
    merge_terms(&p->query->terms);
    if (p->query->phrases.count > PHRASES_MAX)
        return ft_error_set(error, FATIAO_ERR_LIMIT,
                            "the question has more than %d quotations",
                            PHRASES_MAX);
    if (p->query->terms.count == 0)
        return ft_error_set(error, FATIAO_ERR_SYNTAX,
                            "the question is empty: give words to look for");
    return FATIAO_OK;
}

fatiao_status
fatiao_query_parse(const char *text, const fatiao_query_options *options,
                   fatiao_query **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (text == NULL)
        return ft_error_argument(error, "text is NULL");
    if (options != NULL && options->size < sizeof(*options))
        return ft_error_argument(
            error, "options were not made with FATIAO_QUERY_OPTIONS");
    const size_t byte_count = strlen(text);
    if (byte_count > FATIAO_QUERY_BYTES_MAX)
        return ft_error_set(error, FATIAO_ERR_LIMIT,
                            "the question is longer than %zu bytes",
                            FATIAO_QUERY_BYTES_MAX);
    parser p = {.options = options,
                .chars.item_size = sizeof(ft_char),
                .tokens.item_size = sizeof(ft_token)};
    fatiao_status status = FATIAO_ERR_MEMORY;
    p.query = calloc(1, sizeof(*p.query));
    if (p.query == NULL) {
        ft_error_memory(error);
        goto done;
    }
    p.query->terms.item_size = sizeof(ft_query_term);
    p.query->phrases.item_size = sizeof(ft_query_phrase);
    p.query->options =
        options != NULL ? *options : (fatiao_query_options)FATIAO_QUERY_OPTIONS;
    p.query->text = ft_arena_text(&p.query->arena, text, byte_count);
    if (p.query->text == NULL) {
        ft_error_memory(error);
        goto done;
    }
    status = ft_analyzer_new(&p.analyzer, error);
    if (status == FATIAO_OK)
        status = parse(&p, text, byte_count, error);
done:
    ft_array_finish(&p.chars);
    ft_array_finish(&p.tokens);
    ft_analyzer_free(p.analyzer);
    if (status == FATIAO_OK)
        *out = p.query;
    else
        fatiao_query_free(p.query);
    return status;
}

void
fatiao_query_free(fatiao_query *query)
{
    if (query == NULL)
        return;
    ft_array_finish(&query->terms);
    ft_array_finish(&query->phrases);
    ft_arena_finish(&query->arena);
    free(query);
}
