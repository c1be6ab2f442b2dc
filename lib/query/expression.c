/* Reading the query language by recursive descent. What is no expression, or
 * is wrongly put, comes out as a plain question. */
#include "query/expression.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "query/quotation.h"
#include "query/syntax.h"
#include "text/numeral.h"
#include "text/utf8.h"

/* Whether two texts or fields say the same. */
static bool
is_same(const ft_expression *a, const ft_expression *b)
{
    return a->kind == b->kind && a->char_count == b->char_count &&
           a->field.kind == b->field.kind &&
           (a->char_count == 0 ||
            memcmp(a->codes, b->codes, a->char_count * sizeof(*a->codes)) == 0);
}

static ft_expression *read_part(ft_syntax *s);

/* What is in brackets: one part, or several that all must hold. */
static ft_expression *
read_group(ft_syntax *s)
{
    const size_t open = ft_syntax_byte(s);
    s->at++;
    if (++s->depth > FT_EXPRESSION_DEPTH_MAX)
        return ft_syntax_fail(s, open, "brackets are nested too deeply");
    if (ft_syntax_is_next(s, FT_LEXEME_CLOSE))
        return ft_syntax_fail(s, open, "nothing stands between the brackets");
    ft_expression *group = NULL;
    while (!ft_syntax_is_next(s, FT_LEXEME_CLOSE)) {
        if (ft_syntax_peek(s) == NULL)
            return ft_syntax_fail(s, open, "the bracket is never closed");
        ft_expression *part = read_part(s);
        if (part == NULL)
            return NULL;
        if (group == NULL) {
            group = part;
            continue;
        }
        if (group->kind != FT_EXPRESSION_AND)
            group = ft_syntax_join(s, FT_EXPRESSION_AND, group);
        if (group == NULL)
            return NULL;
        ft_syntax_add_child(group, part);
    }
    s->at++;
    s->depth--;
    return group;
}

/* The sign that stands where an operand is missing. */
static ft_expression *
fail_operand(ft_syntax *s)
{
    const ft_lexeme *lexeme = ft_syntax_peek(s);
    if (lexeme == NULL)
        return ft_syntax_fail(s, s->byte_count,
                              "the last operator has nothing behind it");
    if (lexeme->kind == FT_LEXEME_CLOSE)
        return ft_syntax_fail(
            s, lexeme->start,
            s->at > 0 && s->depth > 0
                ? "the operator before the bracket has nothing behind it"
                : "the bracket closes none");
    return ft_syntax_fail(s, lexeme->start,
                          "the operator has nothing before it");
}

static ft_expression *
read_operand(ft_syntax *s)
{
    const ft_lexeme *lexeme = ft_syntax_peek(s);
    if (lexeme == NULL)
        return fail_operand(s);
    switch (lexeme->kind) {
    case FT_LEXEME_WORD:
    case FT_LEXEME_PHRASE:
        s->at++;
        return ft_syntax_read_text(s, lexeme);
    case FT_LEXEME_FIELD:
        s->at++;
        return ft_syntax_read_field(s, lexeme);
    case FT_LEXEME_OPEN:
        return read_group(s);
    default:
        return fail_operand(s);
    }
}

/* --------------------------------------------------------------- operators */

/* Whether something stands at places in a clause. */
static bool
has_places(const ft_expression *node)
{
    switch (node->kind) {
    case FT_EXPRESSION_TEXT:
    case FT_EXPRESSION_NEAR:
    case FT_EXPRESSION_SENTENCE:
    case FT_EXPRESSION_CLAUSE:
        return true;
    case FT_EXPRESSION_OR:
        for (const ft_expression *one = node->child; one != NULL;
             one = one->next)
            if (!has_places(one))
                return false;
        return true;
    default:
        return false;
    }
}

/* The number behind NEAR/. */
static bool
read_distance(ft_syntax *s, const ft_lexeme *lexeme, uint32_t *distance)
{
    *distance = FT_EXPRESSION_DISTANCE;
    if (lexeme->inner_start == lexeme->start)
        return true;
    const size_t count = lexeme->inner_end - lexeme->inner_start;
    size_t used = 0;
    if (ft_numeral_read(s->text + lexeme->inner_start, count, distance,
                        &used) &&
        used == count && *distance <= FT_EXPRESSION_DISTANCE_MAX)
        return true;
    char message[64];
    snprintf(message, sizeof(message), "NEAR/ takes a number up to %d",
             FT_EXPRESSION_DISTANCE_MAX);
    ft_syntax_fail(s, lexeme->start, message);
    return false;
}

static bool
is_within(ft_lexeme_kind kind)
{
    return kind == FT_LEXEME_NEAR || kind == FT_LEXEME_SENTENCE ||
           kind == FT_LEXEME_CLAUSE;
}

/* Operands from the left: a NEAR b SENTENCE c is (a NEAR b) SENTENCE c. */
static ft_expression *
read_near(ft_syntax *s)
{
    ft_expression *left = read_operand(s);
    while (left != NULL && ft_syntax_peek(s) != NULL &&
           is_within(ft_syntax_peek(s)->kind)) {
        const ft_lexeme *lexeme = ft_syntax_peek(s);
        const ft_expression_kind kind =
            lexeme->kind == FT_LEXEME_NEAR       ? FT_EXPRESSION_NEAR
            : lexeme->kind == FT_LEXEME_SENTENCE ? FT_EXPRESSION_SENTENCE
                                                 : FT_EXPRESSION_CLAUSE;
        uint32_t distance;
        if (!read_distance(s, lexeme, &distance))
            return NULL;
        s->at++;
        ft_expression *right = read_operand(s);
        if (right == NULL)
            return NULL;
        if (!has_places(left) || !has_places(right))
            return ft_syntax_fail(
                s, lexeme->start,
                "only words, phrases and these joined by OR can stand "
                "here beside each other");
        left = ft_syntax_join(s, kind, left);
        if (left == NULL)
            return NULL;
        left->distance = distance;
        ft_syntax_add_child(left, right);
    }
    return left;
}

static ft_expression *
read_single(ft_syntax *s)
{
    if (!ft_syntax_is_next(s, FT_LEXEME_NOT))
        return read_near(s);
    const size_t start = ft_syntax_byte(s);
    s->at++;
    if (++s->depth > FT_EXPRESSION_DEPTH_MAX)
        return ft_syntax_fail(s, start, "NOT is nested too deeply");
    s->is_negative = !s->is_negative;
    ft_expression *operand = read_single(s);
    s->is_negative = !s->is_negative;
    s->depth--;
    return operand == NULL ? NULL
                           : ft_syntax_join(s, FT_EXPRESSION_NOT, operand);
}

/* Operands of `read` with the sign `sign` between them. */
static ft_expression *
read_chain(ft_syntax *s, ft_lexeme_kind sign, ft_expression_kind kind,
           ft_expression *(*read)(ft_syntax *s))
{
    ft_expression *chain = read(s);
    if (chain == NULL || !ft_syntax_is_next(s, sign))
        return chain;
    chain = ft_syntax_join(s, kind, chain);
    while (chain != NULL && ft_syntax_is_next(s, sign)) {
        s->at++;
        ft_expression *operand = read(s);
        if (operand == NULL)
            return NULL;
        ft_syntax_add_child(chain, operand);
    }
    return chain;
}

static ft_expression *
read_both(ft_syntax *s)
{
    return read_chain(s, FT_LEXEME_AND, FT_EXPRESSION_AND, read_single);
}

static ft_expression *
read_part(ft_syntax *s)
{
    return read_chain(s, FT_LEXEME_OR, FT_EXPRESSION_OR, read_both);
}

/* ------------------------------------------------------------------- query */

static bool
is_operator(ft_lexeme_kind kind)
{
    return kind == FT_LEXEME_AND || kind == FT_LEXEME_OR || is_within(kind);
}

/* Whether the word at `index` stands by itself: neither it nor its neighbours
 * are signs. */
static bool
is_by_itself(const ft_syntax *s, size_t index)
{
    const ft_lexeme *all = s->lexemes.items;
    return all[index].kind == FT_LEXEME_WORD &&
           !ft_lexeme_is_pattern(s->text, &all[index]) &&
           !(index + 1 < s->lexemes.count && is_operator(all[index + 1].kind));
}

/* Takes all words by themselves that stand here side by side. */
static bool
read_wanted(ft_syntax *s)
{
    const size_t start = ft_syntax_byte(s);
    size_t end = start;
    while (s->at < s->lexemes.count && is_by_itself(s, s->at)) {
        end = ft_syntax_peek(s)->end;
        s->at++;
    }
    return ft_syntax_add_piece(s, start, end, true);
}

/* Adds what must hold, once. */
static void
add_part(ft_syntax *s, ft_expression *part)
{
    ft_expression_tree *tree = s->tree;
    for (const ft_expression *one = tree->root->child; one != NULL;
         one = one->next)
        if (part->child == NULL && is_same(one, part))
            return;
    if (part->kind == FT_EXPRESSION_TEXT) {
        part->is_loose = true;
        tree->has_loose = true;
        for (size_t i = 0; i < part->char_count; i++)
            tree->has_pattern |= part->codes[i] >= FT_EXPRESSION_STAR;
    }
    ft_syntax_add_child(tree->root, part);
}

static bool
read_query(ft_syntax *s)
{
    while (ft_syntax_peek(s) != NULL) {
        if (is_by_itself(s, s->at)) {
            if (!read_wanted(s))
                return false;
            continue;
        }
        ft_expression *part = read_part(s);
        if (part == NULL)
            return false;
        add_part(s, part);
    }
    return true;
}

static bool
is_blank(const ft_syntax *s, size_t start, size_t end)
{
    while (start < end)
        if (!ft_char_is_blank(ft_utf8_next(s->text, end, &start)))
            return false;
    return true;
}

/* Takes a quotation: what is in it must hold, if there are not too many. */
static bool
read_quotation(ft_syntax *s, const ft_lexeme *phrase)
{
    if (is_blank(s, phrase->inner_start, phrase->inner_end))
        return true;
    ft_expression *node = ft_syntax_read_text(s, phrase);
    if (node != NULL)
        add_part(s, node);
    else if (!s->is_out_of_memory)
        ft_syntax_add_piece(s, phrase->inner_start, phrase->inner_end, true);
    return !s->is_out_of_memory;
}

/* Takes the question as words and quotations, whatever else is in it. */
static bool
read_plain(ft_syntax *s)
{
    size_t from = 0;
    ft_quotation q;
    while (ft_quotation_find(s->text, s->byte_count, from, &q)) {
        const ft_lexeme phrase = {.kind = FT_LEXEME_PHRASE,
                                  .start = q.open,
                                  .end = q.close,
                                  .inner_start = q.start,
                                  .inner_end = q.end};
        if (!ft_syntax_add_piece(s, from, q.open, true) ||
            !read_quotation(s, &phrase))
            return false;
        from = q.close;
    }
    return ft_syntax_add_piece(s, from, s->byte_count, true);
}

/* The same for an expression that is wrongly put: its operators and the names
 * of fields are no words. */
static bool
read_operands(ft_syntax *s)
{
    while (ft_syntax_peek(s) != NULL) {
        const ft_lexeme *lexeme = ft_syntax_peek(s);
        const size_t start = lexeme->inner_start;
        size_t end = lexeme->inner_end;
        const ft_lexeme_kind kind = lexeme->kind;
        s->at++;
        if (kind == FT_LEXEME_PHRASE && !read_quotation(s, lexeme))
            return false;
        if (kind != FT_LEXEME_WORD && kind != FT_LEXEME_FIELD)
            continue;
        for (; kind == FT_LEXEME_WORD && ft_syntax_is_next(s, FT_LEXEME_WORD);
             s->at++)
            end = ft_syntax_peek(s)->end;
        if (!ft_syntax_add_piece(s, start, end, true))
            return false;
    }
    return true;
}

/* Whether the signs say that an expression is meant: a field, a pattern, or an
 * operator beside something. */
static bool
is_meant(const ft_syntax *s)
{
    const ft_lexeme *all = s->lexemes.items;
    bool has_operand = false;
    bool has_operator = false;
    for (size_t i = 0; i < s->lexemes.count; i++) {
        if (all[i].kind == FT_LEXEME_FIELD ||
            (all[i].kind == FT_LEXEME_WORD &&
             ft_lexeme_is_pattern(s->text, &all[i])))
            return true;
        has_operand |=
            all[i].kind == FT_LEXEME_WORD || all[i].kind == FT_LEXEME_PHRASE;
        has_operator |=
            is_operator(all[i].kind) || all[i].kind == FT_LEXEME_NOT;
    }
    return has_operand && has_operator;
}

/* Starts over. */
static bool
begin(ft_syntax *s)
{
    ft_array_clear(&s->tree->pieces);
    s->tree->field_count = 0;
    s->tree->has_loose = false;
    s->tree->has_pattern = false;
    s->at = 0;
    s->depth = 0;
    s->operand_count = 0;
    s->is_negative = false;
    s->tree->root = ft_syntax_node(s, FT_EXPRESSION_AND, 0, s->byte_count);
    return s->tree->root != NULL;
}

/* Reads the question as an expression if it is meant for one. */
static bool
read_expression(ft_syntax *s)
{
    size_t open;
    if (!is_meant(s))
        return false;
    if (ft_quotation_is_open(s->text, s->byte_count, &open)) {
        ft_syntax_fail(s, open, "the quotation is never closed");
        return false;
    }
    s->tree->is_expression = begin(s) && read_query(s);
    return s->tree->is_expression;
}

fatiao_status
ft_expression_read(ft_expression_tree *tree, ft_arena *arena, const char *text,
                   size_t byte_count, fatiao_error *error)
{
    *tree =
        (ft_expression_tree){.pieces.item_size = sizeof(ft_expression_piece)};
    ft_syntax s = {.tree = tree,
                   .arena = arena,
                   .text = text,
                   .byte_count = byte_count,
                   .lexemes.item_size = sizeof(ft_lexeme)};
    bool is_read = ft_lexeme_cut(text, byte_count, &s.lexemes);
    s.is_out_of_memory = !is_read;
    if (is_read && !read_expression(&s) && !s.is_out_of_memory)
        is_read = begin(&s) &&
                  (tree->problem.status == FATIAO_OK ? read_plain(&s)
                                                     : read_operands(&s));
    ft_array_finish(&s.lexemes);
    if (tree->root != NULL && tree->root->child == NULL)
        tree->root = NULL;
    return s.is_out_of_memory ? ft_error_memory(error) : FATIAO_OK;
}

void
ft_expression_tree_finish(ft_expression_tree *tree)
{
    ft_array_finish(&tree->pieces);
}
