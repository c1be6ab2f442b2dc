/* Reading articles for what must hold in them. */
#include "search/verdict.h"

#include "base/error.h"
#include "index/entry.h"
#include "index/record.h"
#include "search/answer.h"
#include "search/passage.h"
#include "statute/statute.h"

ft_verdict
ft_verdict_new(fatiao_searcher *searcher, const ft_selection *selection)
{
    return (ft_verdict){.searcher = searcher,
                        .selection = selection,
                        .texts.item_size = sizeof(ft_array),
                        .passages.item_size = sizeof(ft_passage)};
}

void
ft_verdict_finish(ft_verdict *verdict)
{
    for (size_t i = 0; i < verdict->texts.count; i++)
        ft_array_finish(ft_array_at(&verdict->texts, i));
    ft_array_finish(&verdict->texts);
    ft_array_finish(&verdict->passages);
    ft_strbuf_finish(&verdict->text);
    ft_arena_finish(&verdict->arena);
}

/* ----------------------------------------------------------------- reading */

/* Folds the scratch text into the next of the texts. */
static fatiao_status
add_text(ft_verdict *v, fatiao_error *error)
{
    if (v->text_count == v->texts.count) {
        ft_array *added = ft_array_push(&v->texts);
        if (added == NULL)
            return ft_error_memory(error);
        added->item_size = sizeof(ft_char);
    }
    ft_array *chars = ft_array_at(&v->texts, v->text_count++);
    ft_array_clear(chars);
    return ft_strbuf_failed(&v->text)
               ? ft_error_memory(error)
               : ft_fold(ft_strbuf_string(&v->text), v->text.byte_count, chars,
                         error);
}

/* Whether a node is read as part of a clause around it. */
static bool
is_inside_clause(const fatiao_node *node)
{
    for (node = node->parent; node != NULL; node = node->parent)
        if (ft_node_is_clause(node))
            return true;
    return false;
}

/* Reads all texts of an article: its clauses, and what is in none. */
static fatiao_status
read_texts(ft_verdict *v, uint32_t id, fatiao_error *error)
{
    ft_article_record record;
    v->text_count = 0;
    ft_arena_finish(&v->arena);
    fatiao_status status = ft_entry_read_article(v->searcher->engine, id,
                                                 &v->arena, &record, error);
    if (status != FATIAO_OK)
        return status;
    for (const fatiao_node *node = record.article;
         status == FATIAO_OK && node != NULL;
         node = fatiao_node_following(node)) {
        ft_strbuf_clear(&v->text);
        if (ft_node_is_clause(node))
            ft_answer_clause_text(node, &v->text);
        else if (node->text_byte_count > 0 && !is_inside_clause(node))
            ft_strbuf_bytes(&v->text, node->text, node->text_byte_count);
        else
            continue;
        status = add_text(v, error);
    }
    return status;
}

/* ----------------------------------------------------------------- judging */

/* Whether a node with places stands in one of the texts. */
static fatiao_status
stands(ft_verdict *v, const ft_expression *node, bool *out, fatiao_error *error)
{
    *out = false;
    for (size_t i = 0; i < v->text_count; i++) {
        ft_array_clear(&v->passages);
        const fatiao_status status = ft_passage_find(
            node, ft_array_at(&v->texts, i), &v->passages, error);
        if (status != FATIAO_OK)
            return status;
        *out = v->passages.count > 0;
        if (*out)
            return FATIAO_OK;
    }
    return FATIAO_OK;
}

static fatiao_status
judge(ft_verdict *v, uint32_t id, const ft_expression *node, bool *out,
      fatiao_error *error)
{
    const ft_selection *selection = v->selection;
    if (node->kind == FT_EXPRESSION_FIELD) {
        *out = ft_bitset_has(&selection->fields[node->field_index], id);
        return FATIAO_OK;
    }
    if (node->kind == FT_EXPRESSION_NOT) {
        const fatiao_status status = judge(v, id, node->child, out, error);
        *out = !*out;
        return status;
    }
    if (node->kind != FT_EXPRESSION_AND && node->kind != FT_EXPRESSION_OR)
        return stands(v, node, out, error);
    const bool is_any = node->kind == FT_EXPRESSION_OR;
    fatiao_status status = FATIAO_OK;
    *out = !is_any;
    for (const ft_expression *operand = node->child;
         status == FATIAO_OK && operand != NULL && *out != is_any;
         operand = operand->next)
        if (!(operand->is_loose && selection->is_relaxed))
            status = judge(v, id, operand, out, error);
    return status;
}

fatiao_status
ft_verdict_find(ft_verdict *verdict, uint32_t id, bool *holds,
                fatiao_error *error)
{
    *holds = ft_bitset_has(&verdict->selection->does, id);
    if (*holds || !ft_bitset_has(&verdict->selection->may, id))
        return FATIAO_OK;
    const ft_expression *root = verdict->selection->query->tree.root;
    const fatiao_status status = read_texts(verdict, id, error);
    return status == FATIAO_OK ? judge(verdict, id, root, holds, error)
                               : status;
}
