/* Nodes and operands. */
#include "query/syntax.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "text/fold.h"
#include "text/numeral.h"
#include "text/utf8.h"

/* The most * of a word. */
enum { STARS_MAX = 8 };

/* ---------------------------------------------------------------- problems */

ft_expression *
ft_syntax_fail(ft_syntax *s, size_t byte_index, const char *message)
{
    fatiao_error *problem = &s->tree->problem;
    if (problem->status != FATIAO_OK)
        return NULL;
    ft_error_set(problem, FATIAO_ERR_SYNTAX, "%s", message);
    ft_error_place(problem, NULL, 1,
                   (uint32_t)ft_utf8_char_count(s->text, byte_index) + 1);
    return NULL;
}

static ft_expression *
fail_memory(ft_syntax *s)
{
    s->is_out_of_memory = true;
    return NULL;
}

/* ------------------------------------------------------------------- nodes */

const ft_lexeme *
ft_syntax_peek(const ft_syntax *s)
{
    return s->at < s->lexemes.count ? ft_array_at(&s->lexemes, s->at) : NULL;
}

bool
ft_syntax_is_next(const ft_syntax *s, ft_lexeme_kind kind)
{
    const ft_lexeme *lexeme = ft_syntax_peek(s);
    return lexeme != NULL && lexeme->kind == kind;
}

size_t
ft_syntax_byte(const ft_syntax *s)
{
    const ft_lexeme *lexeme = ft_syntax_peek(s);
    return lexeme == NULL ? s->byte_count : lexeme->start;
}

ft_expression *
ft_syntax_node(ft_syntax *s, ft_expression_kind kind, size_t start, size_t end)
{
    ft_expression *node = ft_arena_alloc(s->arena, sizeof(*node));
    if (node == NULL)
        return fail_memory(s);
    node->kind = kind;
    node->byte_start = start;
    node->byte_count = end - start;
    return node;
}

/* Adds a node behind the operands of `parent`. */
void
ft_syntax_add_child(ft_expression *parent, ft_expression *child)
{
    ft_expression **last = &parent->child;
    while (*last != NULL)
        last = &(*last)->next;
    *last = child;
}

/* The node that joins `first` with what follows it: itself if it is of the
 * same kind already. */
ft_expression *
ft_syntax_join(ft_syntax *s, ft_expression_kind kind, ft_expression *first)
{
    ft_expression *node = ft_syntax_node(s, kind, first->byte_start,
                                         first->byte_start + first->byte_count);
    if (node != NULL)
        node->child = first;
    return node;
}

bool
ft_syntax_add_piece(ft_syntax *s, size_t start, size_t end, bool is_wanted)
{
    ft_expression_piece *piece = ft_array_push(&s->tree->pieces);
    if (piece == NULL) {
        s->is_out_of_memory = true;
        return false;
    }
    *piece = (ft_expression_piece){start, end - start, is_wanted};
    return true;
}

/* What a folded character means: in a word * and ? are signs. */
static uint32_t
sign_of(const char *text, size_t byte_count, const ft_char *folded)
{
    size_t at = folded->byte_start;
    const uint32_t typed = ft_utf8_next(text, byte_count, &at);
    if (ft_lexeme_is_star(typed))
        return FT_EXPRESSION_STAR;
    return ft_lexeme_is_mark(typed) ? FT_EXPRESSION_MARK : folded->code;
}

/* Gives a node the folded characters of a text. */
static bool
fold(ft_syntax *s, ft_expression *node, const char *text, size_t byte_count,
     bool has_signs)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    const fatiao_status status = ft_fold(text, byte_count, &chars, NULL);
    const ft_char *all = chars.items;
    uint32_t *codes =
        ft_arena_alloc(s->arena, (chars.count + 1) * sizeof(*codes));
    for (size_t i = 0; codes != NULL && i < chars.count; i++)
        codes[i] = has_signs ? sign_of(text, byte_count, &all[i]) : all[i].code;
    node->codes = codes;
    node->char_count = chars.count;
    s->is_out_of_memory |= status != FATIAO_OK || codes == NULL;
    ft_array_finish(&chars);
    return !s->is_out_of_memory;
}

/* What is wrong with the characters of a text, or NULL. */
static const char *
text_problem(const ft_expression *node, bool is_phrase)
{
    size_t stars = 0;
    size_t letters = 0;
    for (size_t i = 0; i < node->char_count; i++) {
        stars += node->codes[i] == FT_EXPRESSION_STAR;
        letters += node->codes[i] < FT_EXPRESSION_STAR;
    }
    if (letters == 0)
        return is_phrase ? "nothing stands between the quotation marks"
                         : "* and ? need a character beside them";
    return stars > STARS_MAX ? "the word has too many *" : NULL;
}

/* ---------------------------------------------------------------- operands */

static bool
count_operand(ft_syntax *s, const ft_lexeme *lexeme)
{
    if (++s->operand_count <= FT_EXPRESSION_OPERANDS_MAX)
        return true;
    char message[64];
    snprintf(message, sizeof(message),
             "there are more than %d words, phrases and fields",
             FT_EXPRESSION_OPERANDS_MAX);
    ft_syntax_fail(s, lexeme->start, message);
    return false;
}

ft_expression *
ft_syntax_read_text(ft_syntax *s, const ft_lexeme *lexeme)
{
    ft_expression *node = ft_syntax_node(
        s, FT_EXPRESSION_TEXT, lexeme->inner_start, lexeme->inner_end);
    const bool is_phrase = lexeme->kind == FT_LEXEME_PHRASE;
    if (node == NULL || !fold(s, node, s->text + node->byte_start,
                              node->byte_count, !is_phrase))
        return NULL;
    const char *problem = text_problem(node, is_phrase);
    if (problem != NULL)
        return ft_syntax_fail(s, lexeme->start, problem);
    if (!count_operand(s, lexeme))
        return NULL;
    if (!s->is_negative &&
        !ft_syntax_add_piece(s, lexeme->inner_start, lexeme->inner_end, false))
        return NULL;
    return node;
}

/* Gives a field the characters that are looked for, and marked, in a title or
 * heading: a name without 《》, 第三章 for 3. */
static bool
fold_value(ft_syntax *s, ft_expression *node)
{
    const ft_field *field = &node->field;
    ft_strbuf text = {0};
    if (field->kind == FT_FIELD_CHAPTER && field->from > 0) {
        ft_strbuf_text(&text, "第");
        ft_numeral_write(&text, (uint32_t)field->from);
        ft_strbuf_text(&text, "章");
    } else {
        for (size_t i = 0; i < node->byte_count;) {
            const uint32_t code =
                ft_utf8_next(field->text, node->byte_count, &i);
            if (code != 0x300A && code != 0x300B)
                ft_strbuf_char(&text, code);
        }
    }
    const bool is_folded =
        fold(s, node, ft_strbuf_string(&text), text.byte_count, false);
    s->is_out_of_memory |= ft_strbuf_failed(&text);
    ft_strbuf_finish(&text);
    return is_folded && !s->is_out_of_memory;
}

ft_expression *
ft_syntax_read_field(ft_syntax *s, const ft_lexeme *lexeme)
{
    const size_t start = lexeme->inner_start;
    const size_t count = lexeme->inner_end - start;
    ft_expression *node =
        ft_syntax_node(s, FT_EXPRESSION_FIELD, start, lexeme->inner_end);
    if (node == NULL)
        return NULL;
    const char *problem = ft_field_read_value(lexeme->field, s->text + start,
                                              count, &node->field);
    if (problem != NULL)
        return ft_syntax_fail(s, count > 0 ? start : lexeme->start, problem);
    node->field.text = ft_arena_text(s->arena, s->text + start, count);
    if (node->field.text == NULL)
        return fail_memory(s);
    node->field_index = s->tree->field_count++;
    return fold_value(s, node) && count_operand(s, lexeme) ? node : NULL;
}
