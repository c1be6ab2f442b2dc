/* Making the sets of a question from those of its words and fields. */
#include "search/selection.h"

#include <stdlib.h>

#include "base/error.h"
#include "index/schema.h"
#include "search/extent.h"
#include "text/fold.h"

/* The two sets of one node. */
typedef struct sets {
    ft_bitset may;
    ft_bitset does;
} sets;

/* The making. */
typedef struct maker {
    ft_selection *selection;
    ft_extents extents;
} maker;

static bool
sets_init(sets *s, uint32_t last_id)
{
    *s = (sets){{0}, {0}};
    return ft_bitset_init(&s->may, last_id) &&
           ft_bitset_init(&s->does, last_id);
}

static void
sets_finish(sets *s)
{
    ft_bitset_finish(&s->may);
    ft_bitset_finish(&s->does);
}

/* ------------------------------------------------------------------- words */

/* Whether the terms of a text tell all: it is one character or one pair. */
static bool
is_sure(const ft_expression *text, const ft_term_list *terms)
{
    for (size_t i = 0; i < text->char_count; i++)
        if (text->codes[i] == ' ' || text->codes[i] >= FT_EXPRESSION_STAR)
            return false;
    return terms->terms.count == 1 && text->char_count <= 2;
}

/* Adds the terms of a text, those on either side of * and ? by themselves. */
static void
add_runs(ft_term_list *terms, const ft_expression *text)
{
    size_t from = 0;
    for (size_t i = 0; i <= text->char_count; i++) {
        if (i < text->char_count && text->codes[i] < FT_EXPRESSION_STAR)
            continue;
        ft_term_list_add_run(terms, text->codes + from, i - from,
                             FT_PREFIX_PAIR, FT_PREFIX_CHAR);
        from = i + 1;
    }
}

static fatiao_status
select_text(maker *m, const ft_expression *text, sets *out, fatiao_error *error)
{
    ft_term_list terms = ft_term_list_new();
    add_runs(&terms, text);
    const fatiao_status status =
        ft_extents_add_all(&m->extents, &terms, &out->may, error);
    if (status == FATIAO_OK && is_sure(text, &terms))
        ft_bitset_join(&out->does, &out->may);
    ft_term_list_finish(&terms);
    return status;
}

static fatiao_status
select_field(maker *m, const ft_expression *field, sets *out,
             fatiao_error *error)
{
    ft_bitset *kept = &m->selection->fields[field->field_index];
    if (!ft_bitset_init(kept, m->extents.last_id))
        return ft_error_memory(error);
    const fatiao_status status =
        ft_extents_add_field(&m->extents, field, kept, error);
    ft_bitset_join(&out->may, kept);
    ft_bitset_join(&out->does, kept);
    return status;
}

/* --------------------------------------------------------------- operators */

static fatiao_status select_node(maker *m, const ft_expression *node, sets *out,
                                 fatiao_error *error);

static bool
is_passed_over(const maker *m, const ft_expression *node)
{
    return node->is_loose && m->selection->is_relaxed;
}

/* All operands, or any of them. `out` is empty. */
static fatiao_status
select_operands(maker *m, const ft_expression *node, sets *out,
                fatiao_error *error)
{
    const bool is_any = node->kind == FT_EXPRESSION_OR;
    if (!is_any) {
        ft_bitset_invert(&out->may);
        ft_bitset_invert(&out->does);
    }
    fatiao_status status = FATIAO_OK;
    for (const ft_expression *operand = node->child;
         status == FATIAO_OK && operand != NULL; operand = operand->next) {
        if (is_passed_over(m, operand))
            continue;
        sets one;
        status = sets_init(&one, m->extents.last_id)
                     ? select_node(m, operand, &one, error)
                     : ft_error_memory(error);
        if (status == FATIAO_OK && is_any) {
            ft_bitset_join(&out->may, &one.may);
            ft_bitset_join(&out->does, &one.does);
        } else if (status == FATIAO_OK) {
            ft_bitset_keep(&out->may, &one.may);
            ft_bitset_keep(&out->does, &one.does);
        }
        sets_finish(&one);
    }
    return status;
}

static fatiao_status
select_node(maker *m, const ft_expression *node, sets *out, fatiao_error *error)
{
    fatiao_status status;
    switch (node->kind) {
    case FT_EXPRESSION_TEXT:
        return select_text(m, node, out, error);
    case FT_EXPRESSION_FIELD:
        return select_field(m, node, out, error);
    case FT_EXPRESSION_NOT: {
        /* What may hold is then where it does not, and the other way. */
        sets turned = {out->does, out->may};
        status = select_node(m, node->child, &turned, error);
        *out = (sets){turned.does, turned.may};
        ft_bitset_invert(&out->may);
        ft_bitset_invert(&out->does);
        return status;
    }
    case FT_EXPRESSION_NEAR:
    case FT_EXPRESSION_SENTENCE:
    case FT_EXPRESSION_CLAUSE:
        status = select_operands(m, node, out, error);
        ft_bitset_drop(&out->does, &out->does);
        return status;
    case FT_EXPRESSION_AND:
    case FT_EXPRESSION_OR:
    default:
        return select_operands(m, node, out, error);
    }
}

/* -------------------------------------------------------------- selection */

bool
ft_selection_is_needed(const fatiao_query *query, const ft_limits *limits)
{
    return query->tree.root != NULL || limits->statute_id != NULL ||
           limits->law != NULL;
}

/* Whether words must stand somewhere in the node. */
static bool
has_words(const ft_expression *node, bool is_relaxed)
{
    if (node->kind == FT_EXPRESSION_NOT || node->kind == FT_EXPRESSION_FIELD ||
        (node->is_loose && is_relaxed))
        return false;
    if (node->kind == FT_EXPRESSION_TEXT)
        return true;
    for (const ft_expression *one = node->child; one != NULL; one = one->next)
        if (has_words(one, is_relaxed))
            return true;
    return false;
}

bool
ft_selection_is_reason(const fatiao_query *query, bool is_relaxed)
{
    const ft_expression *root = query->tree.root;
    const bool has_only_root = !query->has_unquoted && !is_relaxed;
    return root != NULL && (has_only_root || has_words(root, is_relaxed));
}

/* Keeps of the sets what the limits let pass. */
static fatiao_status
keep_limits(maker *m, const ft_limits *limits, sets *out, fatiao_error *error)
{
    ft_bitset passed = {0};
    fatiao_status status = FATIAO_OK;
    if (limits->statute_id != NULL) {
        if (!ft_bitset_init(&passed, m->extents.last_id))
            return ft_error_memory(error);
        status = ft_extents_add_statute(&m->extents, limits->statute_id,
                                        &passed, error);
        ft_bitset_keep(&out->may, &passed);
        ft_bitset_finish(&passed);
    }
    if (status == FATIAO_OK && limits->law != NULL) {
        if (!ft_bitset_init(&passed, m->extents.last_id))
            return ft_error_memory(error);
        status = ft_extents_add_law(&m->extents, limits->law, &passed, error);
        ft_bitset_keep(&out->may, &passed);
        ft_bitset_finish(&passed);
    }
    return status;
}

/* All articles, before anything is asked of them. */
static fatiao_status
begin(maker *m, sets *out, fatiao_error *error)
{
    if (!sets_init(out, m->extents.last_id))
        return ft_error_memory(error);
    ft_bitset_join(&out->may, &m->extents.articles);
    ft_bitset_join(&out->does, &m->extents.articles);
    return FATIAO_OK;
}

static fatiao_status
select_all(maker *m, const ft_limits *limits, sets *out, fatiao_error *error)
{
    fatiao_status status = begin(m, out, error);
    if (status == FATIAO_OK)
        status = keep_limits(m, limits, out, error);
    const ft_expression *root = m->selection->query->tree.root;
    if (status != FATIAO_OK || root == NULL)
        return status;
    sets asked;
    status = sets_init(&asked, m->extents.last_id)
                 ? select_node(m, root, &asked, error)
                 : ft_error_memory(error);
    if (status == FATIAO_OK) {
        ft_bitset_keep(&out->may, &asked.may);
        ft_bitset_keep(&out->does, &asked.does);
    }
    sets_finish(&asked);
    return status;
}

fatiao_status
ft_selection_make(ft_selection *selection, fatiao_searcher *searcher,
                  const fatiao_query *query, const ft_limits *limits,
                  bool is_relaxed, uint32_t last_id, fatiao_error *error)
{
    *selection = (ft_selection){.query = query, .is_relaxed = is_relaxed};
    maker m = {.selection = selection};
    sets all = {{0}, {0}};
    fatiao_status status =
        ft_extents_init(&m.extents, searcher, last_id, error);
    if (status != FATIAO_OK)
        return status;
    selection->fields =
        calloc(query->tree.field_count + 1, sizeof(*selection->fields));
    status = selection->fields == NULL ? ft_error_memory(error)
                                       : select_all(&m, limits, &all, error);
    selection->may = all.may;
    selection->does = all.does;
    ft_extents_finish(&m.extents);
    if (status != FATIAO_OK)
        ft_selection_finish(selection);
    return status;
}

void
ft_selection_finish(ft_selection *selection)
{
    const size_t count =
        selection->query == NULL ? 0 : selection->query->tree.field_count;
    for (size_t i = 0; selection->fields != NULL && i < count; i++)
        ft_bitset_finish(&selection->fields[i]);
    free(selection->fields);
    ft_bitset_finish(&selection->may);
    ft_bitset_finish(&selection->does);
    *selection = (ft_selection){0};
}
