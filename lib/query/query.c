/* Reading a question. */
#include "query/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/filler.h"
#include "query/ranking.h"
#include "query/synonym.h"
#include "text/quantity.h"
#include "text/utf8.h"

/* What reading needs besides the query. */
typedef struct parser {
    ft_analyzer *analyzer;
    ft_array chars;        /* of ft_char */
    ft_array tokens;       /* of ft_token */
    ft_array is_in_number; /* of bool, for each of `chars` */
    ft_array is_filler;    /* the same; none: all false */
    bool keeps_fillers;    /* nothing else was asked: they are what is meant */
    size_t offset;         /* of the piece of the question being read */
    fatiao_query *query;
    const fatiao_query_options *options;
} parser;

/* ------------------------------------------------------------------- terms */

/* Whether two neighbours pair and no blank was typed between them. */
static bool
pairs_at(const parser *p, size_t at)
{
    const ft_char *all = p->chars.items;
    return at + 1 < p->chars.count &&
           !ft_filler_touches(&p->is_filler, at, 2) &&
           ft_char_is_pairing(all[at].code) &&
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

/* Flags the characters of numbers, unless these are meant as they stand. */
static fatiao_status
flag_numbers(parser *p, bool is_literal, fatiao_error *error)
{
    ft_array_clear(&p->is_in_number);
    if (!ft_array_resize(&p->is_in_number, p->chars.count))
        return ft_error_memory(error);
    bool *flags = p->is_in_number.items;
    for (size_t i = 0; !is_literal && i < p->tokens.count; i++) {
        const ft_token *token = ft_array_at(&p->tokens, i);
        for (uint32_t j = 0;
             token->kind == FT_TOKEN_NUMBER && j < token->char_count; j++)
            flags[token->char_start + j] = true;
    }
    return FATIAO_OK;
}

/* Whether a word, pair or character is part of a number. */
static bool
is_in_number(const parser *p, const ft_token *token)
{
    const bool *flags = p->is_in_number.items;
    bool is_inside = token->kind != FT_TOKEN_NUMBER;
    for (uint32_t i = 0; i < token->char_count; i++)
        is_inside &= flags[token->char_start + i];
    return is_inside;
}

/* Where the term stands in the question. */
static void
set_span(const parser *p, const ft_token *token, ft_query_term *term)
{
    const ft_char *first = ft_array_at(&p->chars, token->char_start);
    const ft_char *last =
        ft_array_at(&p->chars, token->char_start + token->char_count - 1);
    term->byte_start = p->offset + first->byte_start;
    term->byte_end = p->offset + last->byte_end;
}

/* Adds a term for a token, in this spelling. */
static fatiao_status
push_term(parser *p, const ft_token *token, const ft_strbuf *bytes,
          bool is_quoted, fatiao_error *error)
{
    ft_query_term *term = ft_array_push(&p->query->terms);
    if (term == NULL || !ft_query_term_spell(term, &p->query->arena, bytes))
        return ft_error_memory(error);
    term->kind = token->kind;
    term->is_quoted = is_quoted;
    term->is_filler =
        ft_filler_touches(&p->is_filler, token->char_start, token->char_count);
    term->is_paired = is_paired(p, token);
    term->frequency = 1;
    term->weight = is_in_number(p, token) ? FT_RANKING_IN_NUMBER : 1;
    set_span(p, token, term);
    p->query->has_numbers |= token->kind == FT_TOKEN_NUMBER;
    return FATIAO_OK;
}

static fatiao_status
add_term(parser *p, const ft_token *token, bool is_quoted, fatiao_error *error)
{
    ft_strbuf bytes = {0};
    ft_token_term(token, &p->chars, &bytes);
    const fatiao_status status = push_term(p, token, &bytes, is_quoted, error);
    ft_strbuf_finish(&bytes);
    return status;
}

/* A large number that counts nothing is money too: 罚款30万. */
static fatiao_status
add_amount(parser *p, const ft_token *token, fatiao_error *error)
{
    enum { AMOUNT_MIN = 10000 };
    ft_quantity quantity;
    if (token->kind != FT_TOKEN_NUMBER ||
        !ft_quantity_read(p->chars.items, p->chars.count, token->char_start,
                          &quantity) ||
        quantity.unit[0] != '\0' || quantity.is_ordinal ||
        quantity.divisor > 0 || quantity.value.places > 0 ||
        quantity.value.digits < AMOUNT_MIN)
        return FATIAO_OK;
    quantity.unit = "元";
    ft_strbuf bytes = {0};
    ft_quantity_write(&bytes, &quantity);
    const fatiao_status status = push_term(p, token, &bytes, false, error);
    ft_strbuf_finish(&bytes);
    return status;
}

/* Whether a token is a mark of punctuation, which is looked for only where the
 * question has nothing else. */
static bool
is_punctuation(const parser *p, const ft_token *token)
{
    const ft_char *first = ft_array_at(&p->chars, token->char_start);
    return token->kind == FT_TOKEN_CHAR && !ft_char_is_pairing(first->code);
}

/* Whether a token is not looked for: a number that is quoted, for that stands
 * just so, and the single characters of one that is not, 年 of 2023年, as long
 * as a pair stands for them. */
static bool
is_left_out(const parser *p, const ft_token *token, bool is_quoted)
{
    if (token->kind == FT_TOKEN_NUMBER)
        return is_quoted;
    const size_t at = token->char_start;
    return token->char_count == 1 && is_in_number(p, token) &&
           (pairs_at(p, at) || (at > 0 && pairs_at(p, at - 1)));
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
    added->byte_start = added->byte_end = 0;
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
    if (status == FATIAO_OK)
        status = flag_numbers(p, true, error);
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
    ft_array_clear(&p->is_filler);
    for (size_t i = 0; status == FATIAO_OK && i < synonyms.count; i++)
        status = add_synonym(p, ft_array_at(&synonyms, i), error);
    ft_array_finish(&synonyms);
    return status;
}

/* Flags the characters of words that only ask, and keeps these words. */
static fatiao_status
flag_fillers(parser *p, bool is_quoted, fatiao_error *error)
{
    ft_array_clear(&p->is_filler);
    if (is_quoted || p->keeps_fillers)
        return FATIAO_OK;
    fatiao_status status =
        ft_filler_find(&p->chars, &p->tokens, &p->is_filler, error);
    if (status == FATIAO_OK)
        status = ft_filler_list(&p->chars, &p->is_filler, &p->query->arena,
                                &p->query->fillers, error);
    return status;
}

/* Counts the characters of the piece that are looked for. */
static void
count_chars(parser *p, bool is_quoted)
{
    const ft_char *all = p->chars.items;
    for (size_t i = 0; i < p->chars.count; i++) {
        if (ft_filler_touches(&p->is_filler, i, 1))
            continue;
        p->query->char_count++;
        p->query->has_unquoted |= !is_quoted && ft_char_is_pairing(all[i].code);
    }
}

static fatiao_status
add_terms(parser *p, const char *text, size_t byte_count, bool is_quoted,
          fatiao_error *error)
{
    fatiao_status status = ft_analyzer_run(p->analyzer, text, byte_count,
                                           &p->chars, &p->tokens, error);
    if (status == FATIAO_OK)
        status = flag_numbers(p, is_quoted, error);
    if (status == FATIAO_OK)
        status = flag_fillers(p, is_quoted, error);
    bool is_only_punctuation = true;
    for (size_t i = 0; i < p->tokens.count; i++)
        is_only_punctuation &= is_punctuation(p, ft_array_at(&p->tokens, i));
    for (size_t i = 0; status == FATIAO_OK && i < p->tokens.count; i++) {
        const ft_token *token = ft_array_at(&p->tokens, i);
        if (!is_left_out(p, token, is_quoted) &&
            (is_only_punctuation || !is_punctuation(p, token)))
            status = add_term(p, token, is_quoted, error);
        if (status == FATIAO_OK && !is_quoted)
            status = add_amount(p, token, error);
    }
    count_chars(p, is_quoted);
    p->query->has_pairs |= pairs_anywhere(p);
    if (status == FATIAO_OK)
        status = add_synonyms(p, is_quoted, error);
    return status;
}

/* ------------------------------------------------------------------ pieces */

/* Words by themselves, and what they cite; an expression says in its fields
 * where to look. */
static fatiao_status
add_wanted(parser *p, const ft_expression_piece *piece, fatiao_error *error)
{
    const char *text = p->query->text + piece->byte_start;
    const fatiao_status status =
        add_terms(p, text, piece->byte_count, false, error);
    if (status != FATIAO_OK || p->query->tree.is_expression)
        return status;
    return ft_mentions_find(text, piece->byte_count, piece->byte_start,
                            &p->query->arena, &p->query->mentions, error);
}

static fatiao_status
add_piece(parser *p, const ft_expression_piece *piece, fatiao_error *error)
{
    p->offset = piece->byte_start;
    return piece->is_wanted ? add_wanted(p, piece, error)
                            : add_terms(p, p->query->text + piece->byte_start,
                                        piece->byte_count, true, error);
}

static fatiao_status
add_pieces(parser *p, fatiao_error *error)
{
    const ft_array *pieces = &p->query->tree.pieces;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < pieces->count; i++)
        status = add_piece(p, ft_array_at(pieces, i), error);
    return status;
}

/* ------------------------------------------------------------------- query */

/* Keeps the terms as they are before equal ones become one. */
static bool
keep_pieces(parser *p)
{
    const ft_array *terms = &p->query->terms;
    if (!ft_array_resize(&p->query->pieces, terms->count))
        return false;
    if (terms->count > 0)
        memcpy(p->query->pieces.items, terms->items,
               terms->count * terms->item_size);
    return true;
}

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
    p->query->text = ft_arena_text(&p->query->arena, text, byte_count);
    if (p->query->text == NULL)
        return ft_error_memory(error);
    ft_expression_tree *tree = &p->query->tree;
    fatiao_status status =
        ft_expression_read(tree, &p->query->arena, text, byte_count, error);
    if (status == FATIAO_OK)
        status = add_pieces(p, error);
    if (status == FATIAO_OK && p->query->fillers.count > 0 &&
        ft_query_terms_only_ask(&p->query->terms)) {
        p->keeps_fillers = true;
        p->query->terms.count = 0;
        p->query->fillers.count = 0;
        p->query->mentions.count = 0;
        p->query->char_count = 0;
        status = add_pieces(p, error);
    }
    if (status != FATIAO_OK)
        return status;
    if (p->query->mentions.count > 0 && !keep_pieces(p))
        return ft_error_memory(error);
    ft_query_terms_merge(&p->query->terms);
    if (p->query->terms.count == 0 && tree->root == NULL)
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
                .tokens.item_size = sizeof(ft_token),
                .is_in_number.item_size = sizeof(bool),
                .is_filler.item_size = sizeof(bool)};
    fatiao_status status = FATIAO_ERR_MEMORY;
    p.query = calloc(1, sizeof(*p.query));
    if (p.query == NULL) {
        ft_error_memory(error);
        goto done;
    }
    p.query->terms.item_size = sizeof(ft_query_term);
    p.query->fillers.item_size = sizeof(const char *);
    p.query->options =
        options != NULL ? *options : (fatiao_query_options)FATIAO_QUERY_OPTIONS;
    p.query->mentions.item_size = sizeof(ft_mention);
    p.query->pieces.item_size = sizeof(ft_query_term);
    status = ft_analyzer_new(&p.analyzer, error);
    if (status == FATIAO_OK)
        status = parse(&p, text, byte_count, error);
done:
    ft_array_finish(&p.chars);
    ft_array_finish(&p.tokens);
    ft_array_finish(&p.is_in_number);
    ft_array_finish(&p.is_filler);
    ft_analyzer_free(p.analyzer);
    if (status == FATIAO_OK)
        *out = p.query;
    else
        fatiao_query_free(p.query);
    return status;
}

const fatiao_error *
fatiao_query_problem(const fatiao_query *query)
{
    if (query == NULL || query->tree.problem.status == FATIAO_OK)
        return NULL;
    return &query->tree.problem;
}

void
fatiao_query_free(fatiao_query *query)
{
    if (query == NULL)
        return;
    ft_array_finish(&query->terms);
    ft_expression_tree_finish(&query->tree);
    ft_array_finish(&query->fillers);
    ft_array_finish(&query->mentions);
    ft_array_finish(&query->pieces);
    ft_arena_finish(&query->arena);
    free(query);
}
