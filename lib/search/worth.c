/* Looking each term of the plan up for one article, and the words that it
 * lacks. */
#include "search/worth.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "search/answer.h"

/* ----------------------------------------------------------- what it has */

static fatiao_status
add_term(const ft_plan *plan, const ft_plan_term *planned, double share,
         ft_array *terms, fatiao_error *error)
{
    const ft_query_term *term = ft_array_at(&plan->query->terms, planned->term);
    fatiao_term *added = ft_array_push(terms);
    if (added == NULL)
        return ft_error_memory(error);
    added->text = term->bytes;
    added->feature = ft_feature_name(planned->feature);
    added->cause = term->cause == NULL ? "" : term->cause;
    added->article_count = planned->list.document_count;
    added->weight = planned->weight * plan->ranking->weights[planned->feature];
    added->share = share;
    return FATIAO_OK;
}

static fatiao_status
add_standing(const ft_worth_of *of, ft_array *terms, fatiao_error *error)
{
    const ft_plan_term *all = of->plan->terms.items;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < of->plan->terms.count; i++) {
        uint8_t impact;
        ft_impact_list_look_up(&all[i].list, &of->document, 1, &impact);
        const double share = all[i].weight * impact / FT_IMPACT_SCALE *
                             of->plan->ranking->weights[all[i].feature];
        if (share > 0)
            status = add_term(of->plan, &all[i], share, terms, error);
    }
    return status;
}

/* ---------------------------------------------------------- what it lacks */

/* Notes which terms of the query stand in a text. */
static fatiao_status
note_text(const ft_worth_of *of, const char *text, size_t byte_count,
          bool *stands, fatiao_error *error)
{
    const fatiao_status status =
        ft_matcher_read(of->matcher, text, byte_count, error);
    for (size_t i = 0; status == FATIAO_OK && i < of->plan->query->terms.count;
         i++)
        stands[i] |= of->matcher->counts[i] > 0;
    return status;
}

static fatiao_status
note_clause(const ft_worth_of *of, const fatiao_node *clause, bool *stands,
            fatiao_error *error)
{
    ft_strbuf text = {0};
    ft_answer_clause_text(clause, &text);
    const fatiao_status status =
        ft_strbuf_failed(&text) ? ft_error_memory(error)
                                : note_text(of, ft_strbuf_string(&text),
                                            text.byte_count, stands, error);
    ft_strbuf_finish(&text);
    return status;
}

/* Notes which terms of the query stand anywhere in the article. */
static fatiao_status
note_article(const ft_worth_of *of, bool *stands, fatiao_error *error)
{
    fatiao_status status =
        note_text(of, of->heading, strlen(of->heading), stands, error);
    if (status == FATIAO_OK)
        status = note_text(of, of->title, strlen(of->title), stands, error);
    for (const fatiao_node *node = of->article;
         status == FATIAO_OK && node != NULL;
         node = fatiao_node_following(node))
        if (ft_node_is_clause(node))
            status = note_clause(of, node, stands, error);
    return status;
}

/* The plan of a term in the text; NULL where the index does not have it. */
static const ft_plan_term *
find_planned(const ft_plan *plan, size_t term)
{
    const ft_plan_term *all = plan->terms.items;
    for (size_t i = 0; i < plan->terms.count; i++)
        if (all[i].term == term)
            return &all[i];
    return NULL;
}

/* Whether a term is a word that was typed to be found. */
static bool
is_wanted(const ft_query_term *term)
{
    const bool is_word =
        term->kind == FT_TOKEN_WORD && term->weight >= 1; /* 2023 of 2023年 */
    return (is_word || term->kind == FT_TOKEN_NUMBER) && term->cause == NULL &&
           !term->is_filler;
}

static fatiao_status
add_lacking(const ft_worth_of *of, const bool *stands, ft_array *terms,
            fatiao_error *error)
{
    const ft_query_term *all = of->plan->query->terms.items;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < of->plan->query->terms.count;
         i++) {
        if (!is_wanted(&all[i]) || stands[i])
            continue;
        const ft_plan_term nowhere = {.term = i,
                                      .feature = all[i].kind == FT_TOKEN_NUMBER
                                                     ? FT_FEATURE_NUMBERS
                                                     : FT_FEATURE_WORDS};
        const ft_plan_term *planned = find_planned(of->plan, i);
        status = add_term(of->plan, planned == NULL ? &nowhere : planned, 0,
                          terms, error);
    }
    return status;
}

/* ------------------------------------------------------------------ order */

static int
compare_terms(const void *left, const void *right)
{
    const fatiao_term *a = left;
    const fatiao_term *b = right;
    if (a->share != b->share)
        return a->share > b->share ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    const int texts = strcmp(a->text, b->text);
    return texts != 0 ? texts : strcmp(a->feature, b->feature);
}

fatiao_status
ft_worth_list(const ft_worth_of *of, ft_array *terms, fatiao_error *error)
{
    bool *stands = calloc(of->plan->query->terms.count + 1, sizeof(*stands));
    if (stands == NULL)
        return ft_error_memory(error);
    fatiao_status status = add_standing(of, terms, error);
    if (status == FATIAO_OK)
        status = note_article(of, stands, error);
    if (status == FATIAO_OK)
        status = add_lacking(of, stands, terms, error);
    if (status == FATIAO_OK && terms->count > 1)
        qsort(terms->items, terms->count, sizeof(fatiao_term), compare_terms);
    free(stands);
    return status;
}
