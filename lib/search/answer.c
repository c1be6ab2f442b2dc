/* Scoring the clauses of an article, and the article by them. */
#include "search/answer.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/error.h"
#include "index/entry.h"
#include "query/ranking.h"

void
ft_answer_clause_text(const fatiao_node *clause, ft_strbuf *out)
{
    ft_strbuf_bytes(out, clause->text, clause->text_byte_count);
    for (const fatiao_node *node = clause->child; node != NULL;
         node = node->next) {
        if (ft_node_is_clause(node))
            continue;
        if (out->byte_count > 0)
            ft_strbuf_text(out, "\n");
        ft_strbuf_text(out, node->label);
        ft_answer_clause_text(node, out);
    }
}

/* BM25's saturation of a term that stands `count` times in a text of `chars`
 * characters. */
static double
saturate(double count, double chars, double average_chars)
{
    const double length = 1 - FT_IMPACT_B + FT_IMPACT_B * chars / average_chars;
    return count * (FT_IMPACT_K1 + 1) / (count + FT_IMPACT_K1 * length);
}

static double
clause_score(const ft_matcher *matcher, const ft_plan *plan)
{
    const double *weight = plan->weights.items;
    const double chars = (double)matcher->chars.count;
    double score = 0;
    for (size_t i = 0; i < plan->weights.count; i++)
        if (matcher->counts[i] > 0)
            score += weight[i] * saturate(matcher->counts[i], chars,
                                          plan->average_clause_chars);
    return score;
}

/* Adds to each item a part of what its lead, the paragraph before, is worth. */
static void
add_leads(ft_array *clauses, double share)
{
    ft_answer_clause *all = clauses->items;
    const ft_answer_clause *lead = NULL;
    for (size_t i = 0; i < clauses->count; i++) {
        if (all[i].node->kind == FATIAO_NODE_PARAGRAPH)
            lead = &all[i];
        else if (lead != NULL && lead->node == all[i].node->parent)
            all[i].score += share * lead->score;
    }
}

/* Brings clauses of one parent, kind and number together, in their order. */
static int
compare_numbers(const void *left, const void *right)
{
    const ft_answer_clause *a = left;
    const ft_answer_clause *b = right;
    if (a->node->parent != b->node->parent)
        return (uintptr_t)a->node->parent < (uintptr_t)b->node->parent ? -1 : 1;
    if (a->node->kind != b->node->kind)
        return a->node->kind < b->node->kind ? -1 : 1;
    if (a->node->number != b->node->number)
        return a->node->number < b->node->number ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

void
ft_answer_number_clauses(ft_array *clauses)
{
    ft_answer_clause *all = clauses->items;
    if (clauses->count > 1)
        qsort(all, clauses->count, sizeof(*all), compare_numbers);
    for (size_t i = 0; i < clauses->count; i++) {
        const bool is_again = i > 0 &&
                              all[i].node->parent == all[i - 1].node->parent &&
                              all[i].node->kind == all[i - 1].node->kind &&
                              all[i].node->number == all[i - 1].node->number;
        all[i].occurrence = is_again ? all[i - 1].occurrence + 1 : 1;
    }
}

static int
compare_clauses(const void *left, const void *right)
{
    const ft_answer_clause *a = left;
    const ft_answer_clause *b = right;
    if (a->stands != b->stands)
        return a->stands ? -1 : 1;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return a->order < b->order ? -1 : a->order > b->order;
}

/* Keeps the clauses that show something: those where something of what must
 * hold stands, if there are any, else those with a word or pair, else those
 * with a character. */
static void
keep_matching(ft_array *clauses)
{
    ft_answer_clause *all = clauses->items;
    bool has_any = false;
    ft_strength best = FT_STRENGTH_CHAR;
    for (size_t i = 0; i < clauses->count; i++) {
        has_any |= all[i].stands;
        if (all[i].strength > best)
            best = all[i].strength;
    }
    size_t kept = 0;
    for (size_t i = 0; i < clauses->count; i++)
        if (all[i].strength >= best && (all[i].stands || !has_any))
            all[kept++] = all[i];
    clauses->count = kept;
    if (kept > 1)
        qsort(all, kept, sizeof(*all), compare_clauses);
}

/* Whether scattered characters alone are enough of the question. */
static bool
has_enough_chars(const ft_matcher *matcher, const ft_plan *plan)
{
    const ft_query_term *all = matcher->query->terms.items;
    const double *weight = plan->weights.items;
    double shown = 0;
    for (size_t i = 0; i < plan->weights.count; i++)
        if (all[i].kind == FT_TOKEN_CHAR && matcher->counts[i] > 0)
            shown += weight[i];
    return shown >= FT_RANKING_CHARS_SHARE * plan->chars;
}

/* How strongly the text just read answers. */
static ft_strength
clause_strength(const ft_matcher *matcher, const ft_plan *plan)
{
    const ft_strength strength = ft_matcher_strength(matcher);
    if (strength == FT_STRENGTH_CHAR && matcher->query->has_pairs &&
        !has_enough_chars(matcher, plan))
        return FT_STRENGTH_NONE;
    return strength;
}

static fatiao_status
read_clause(ft_answer *answer, const fatiao_node *node, const ft_plan *plan,
            ft_matcher *matcher, fatiao_error *error)
{
    ft_strbuf text = {0};
    ft_answer_clause_text(node, &text);
    const fatiao_status status =
        ft_strbuf_failed(&text)
            ? ft_error_memory(error)
            : ft_matcher_read(matcher, ft_strbuf_string(&text), text.byte_count,
                              error);
    ft_strbuf_finish(&text);
    if (status != FATIAO_OK)
        return status;
    ft_answer_clause *clause = ft_array_push(&answer->clauses);
    if (clause == NULL)
        return ft_error_memory(error);
    clause->node = node;
    clause->strength = clause_strength(matcher, plan);
    clause->stands = matcher->stands;
    clause->score = clause_score(matcher, plan);
    clause->order = answer->clauses.count;
    return FATIAO_OK;
}

fatiao_status
ft_answer_read(ft_answer *answer, ft_arena *arena, ft_engine *engine,
               uint32_t document, const ft_plan *plan, ft_matcher *matcher,
               fatiao_error *error)
{
    *answer = (ft_answer){.clauses.item_size = sizeof(ft_answer_clause)};
    fatiao_status status =
        ft_entry_read_article(engine, document, arena, &answer->record, error);
    if (status != FATIAO_OK)
        return status;
    for (const fatiao_node *node = answer->record.article;
         status == FATIAO_OK && node != NULL;
         node = fatiao_node_following(node))
        if (ft_node_is_clause(node))
            status = read_clause(answer, node, plan, matcher, error);
    if (status != FATIAO_OK) {
        ft_answer_finish(answer);
        return status;
    }
    add_leads(&answer->clauses, plan->ranking->lead);
    ft_answer_number_clauses(&answer->clauses);
    keep_matching(&answer->clauses);
    if (answer->clauses.count > 0)
        answer->score = ((ft_answer_clause *)answer->clauses.items)->score;
    return FATIAO_OK;
}

void
ft_answer_finish(ft_answer *answer)
{
    ft_array_finish(&answer->clauses);
}
