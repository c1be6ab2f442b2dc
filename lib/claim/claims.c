/* fatiao_claims: the clauses of a statute that give a firm something. */
#include "claim/claims.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "claim/detour.h"
#include "claim/phrase.h"

fatiao_claims *
ft_claims_new(void)
{
    fatiao_claims *claims = calloc(1, sizeof(*claims));
    if (claims == NULL)
        return NULL;
    claims->statutes.item_size = sizeof(fatiao_statute *);
    claims->facets.item_size = sizeof(fatiao_facets *);
    claims->claims.item_size = sizeof(fatiao_claim);
    return claims;
}

void
fatiao_claims_free(fatiao_claims *claims)
{
    if (claims == NULL)
        return;
    for (size_t i = 0; i < claims->facets.count; i++)
        fatiao_facets_free(*(fatiao_facets **)ft_array_at(&claims->facets, i));
    for (size_t i = 0; i < claims->statutes.count; i++)
        fatiao_statute_free(
            *(fatiao_statute **)ft_array_at(&claims->statutes, i));
    ft_array_finish(&claims->facets);
    ft_array_finish(&claims->statutes);
    ft_array_finish(&claims->claims);
    ft_arena_finish(&claims->arena);
    free(claims);
}

size_t
fatiao_claims_count(const fatiao_claims *claims)
{
    return claims == NULL ? 0 : claims->claims.count;
}

const fatiao_claim *
fatiao_claims_at(const fatiao_claims *claims, size_t index)
{
    return index < fatiao_claims_count(claims)
               ? ft_array_at(&claims->claims, index)
               : NULL;
}

/* ----------------------------------------------------------------- measures */

/* The need that a measure meets; NULL if none. */
static const ft_wanted *
need_met(const fatiao_profile *profile, const char *measure)
{
    const ft_wanted *wanted = profile->wanted.items;
    for (size_t i = 0; i < profile->wanted.count; i++)
        if (ft_word_is_in(wanted[i].measures, measure))
            return &wanted[i];
    return NULL;
}

static const fatiao_facet_value *
find_value(const fatiao_facets *facets, fatiao_facet facet, const char *name)
{
    for (size_t i = 0; i < fatiao_facets_count(facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(facets, i);
        if (value->facet == facet &&
            (name == NULL || strcmp(value->name, name) == 0))
            return value;
    }
    return NULL;
}

/* How sure a firm can be: what the facet says, less where help comes by a
 * detour. What has no word of force and hangs on other rules is like what has
 * one. */
static const char *
certainty_of(const fatiao_node *node, const fatiao_facets *facets)
{
    const fatiao_facet_value *value =
        find_value(facets, FATIAO_FACET_CERTAINTY, NULL);
    if (value == NULL)
        return find_value(facets, FATIAO_FACET_GROUND, NULL) == NULL ? ""
                                                                     : "条件";
    return ft_detour_is_one(node, facets) ? "软" : value->name;
}

/* Whether leniency is for officials or banks, and not for firms. */
static bool
is_for_officials(const fatiao_facet_value *measure)
{
    static const char *const words[] = {"容忍度", "尽职免责", "工作人员",
                                        "领导干部"};
    const char *text = measure->node->text;
    const ft_phrase whole = {text, text + measure->node->text_byte_count};
    return strcmp(measure->name, "容错免罚") == 0 &&
           ft_phrase_find(whole, words, sizeof(words) / sizeof(words[0]),
                          NULL) != NULL;
}

/* Whether a measure is none to claim: what offices do among themselves, what
 * only they do for order's sake, and, without a word of force, what they are
 * there for. */
static bool
is_office_work(const fatiao_facets *facets, const fatiao_facet_value *measure)
{
    const ft_measure_kind kind = ft_measure_kind_of(measure->name);
    if (kind == FT_MEASURE_SERVICE)
        return find_value(facets, FATIAO_FACET_CERTAINTY, NULL) == NULL ||
               find_value(facets, FATIAO_FACET_MEASURE, "组织领导") != NULL;
    return kind == FT_MEASURE_OFFICE || is_for_officials(measure);
}

/* Pushes the measures (const fatiao_facet_value *) that a firm can claim and
 * needs. */
static fatiao_status
list_measures(const fatiao_profile *profile, const fatiao_facets *facets,
              ft_array *measures, fatiao_error *error)
{
    for (size_t i = 0; i < fatiao_facets_count(facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(facets, i);
        if (value->facet != FATIAO_FACET_MEASURE ||
            is_office_work(facets, value) ||
            (profile->wanted.count > 0 &&
             need_met(profile, value->name) == NULL))
            continue;
        const fatiao_facet_value **measure = ft_array_push(measures);
        if (measure == NULL)
            return ft_error_memory(error);
        *measure = value;
    }
    return FATIAO_OK;
}

/* Adds, for each need, the words that meet it. */
static fatiao_status
explain_needs(const fatiao_profile *profile, const ft_array *measures,
              ft_fit *fit, fatiao_error *error)
{
    const fatiao_facet_value *const *all = measures->items;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < measures->count &&
                       profile->wanted.count > 0;
         i++)
        status = ft_fit_add_value(fit, FATIAO_PROFILE_NEED,
                                  need_met(profile, all[i]->name)->name, all[i],
                                  error);
    return status;
}

/* ------------------------------------------------------------------- claims */

/* Adds what is known of the statute as a whole, gaps each once. */
static fatiao_status
add_whole(ft_fit *fit, const ft_fit *whole, fatiao_error *error)
{
    const fatiao_claim_reason *reasons = whole->reasons.items;
    const fatiao_claim_gap *gaps = whole->gaps.items;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; i < whole->reasons.count && status == FATIAO_OK; i++)
        status = ft_fit_add(fit, &reasons[i], error);
    for (size_t i = 0; i < whole->gaps.count && status == FATIAO_OK; i++)
        status = ft_fit_ask(fit, gaps[i].key, gaps[i].value, false, error);
    return status;
}

/* A copy of an array's items in the arena; NULL: no memory. */
static const void *
keep(fatiao_claims *claims, const ft_array *array)
{
    void *copy =
        ft_arena_alloc(&claims->arena, (array->count + 1) * array->item_size);
    if (copy != NULL && array->count > 0)
        memcpy(copy, array->items, array->count * array->item_size);
    return copy;
}

/* Sets what a claim is called. */
static fatiao_status
name_claim(fatiao_claims *claims, const ft_claim_statute *from,
           fatiao_claim *claim, fatiao_error *error)
{
    char *citation = NULL;
    char *fragment = NULL;
    ft_strbuf id = {0};
    fatiao_status status =
        fatiao_statute_cite(claim->statute, claim->node, &citation, error);
    if (status == FATIAO_OK)
        status = fatiao_statute_fragment(claim->statute, claim->node, &fragment,
                                         error);
    if (status == FATIAO_OK) {
        ft_strbuf_format(&id, "%s#%s", from->id, fragment);
        claim->id =
            ft_arena_text(&claims->arena, ft_strbuf_string(&id), id.byte_count);
        claim->citation =
            ft_arena_text(&claims->arena, citation, strlen(citation));
        if (ft_strbuf_failed(&id) || claim->id == NULL ||
            claim->citation == NULL)
            status = ft_error_memory(error);
    }
    ft_strbuf_finish(&id);
    fatiao_text_free(fragment);
    fatiao_text_free(citation);
    claim->statute_id = from->id;
    claim->title = from->title;
    claim->source = from->source;
    return status;
}

/* Adds a claim. */
static fatiao_status
add_claim(fatiao_claims *claims, const ft_claim_statute *from,
          const fatiao_claim *made, const ft_fit *fit, const ft_array *measures,
          fatiao_error *error)
{
    fatiao_claim claim = *made;
    fatiao_status status = name_claim(claims, from, &claim, error);
    if (status != FATIAO_OK)
        return status;
    claim.certainty = certainty_of(claim.node, claim.facets);
    claim.is_sure = fit->truth == FT_TRUE;
    claim.measures = keep(claims, measures);
    claim.measure_count = measures->count;
    claim.reasons = keep(claims, &fit->reasons);
    claim.reason_count = fit->reasons.count;
    claim.gaps = keep(claims, &fit->gaps);
    claim.gap_count = fit->gaps.count;
    fatiao_claim *kept = ft_array_push(&claims->claims);
    if (kept == NULL || claim.measures == NULL || claim.reasons == NULL ||
        claim.gaps == NULL)
        return ft_error_memory(error);
    *kept = claim;
    return FATIAO_OK;
}

/* Whether a clause, read as `facets`, is a claim, and adding it if so. */
static fatiao_status
take_clause(fatiao_claims *claims, const fatiao_profile *profile,
            const ft_claim_statute *from, const fatiao_claim *made,
            const ft_fit *whole, bool *is_kept, fatiao_error *error)
{
    ft_array measures = {.item_size = sizeof(const fatiao_facet_value *)};
    ft_fit fit = ft_fit_new(&claims->arena);
    fatiao_status status =
        list_measures(profile, made->facets, &measures, error);
    *is_kept = false;
    if (status != FATIAO_OK || measures.count == 0)
        goto done;
    status = ft_fit_clause(profile, made->facets, &fit, error);
    if (status != FATIAO_OK || fit.truth == FT_FALSE)
        goto done;
    if (whole->truth == FT_UNKNOWN)
        fit.truth = FT_UNKNOWN;
    status = explain_needs(profile, &measures, &fit, error);
    if (status == FATIAO_OK)
        status = add_whole(&fit, whole, error);
    if (status == FATIAO_OK)
        status = add_claim(claims, from, made, &fit, &measures, error);
    *is_kept = status == FATIAO_OK;
done:
    ft_fit_finish(&fit);
    ft_array_finish(&measures);
    return status;
}

/* Reads one paragraph. */
static fatiao_status
take_paragraph(fatiao_claims *claims, const fatiao_profile *profile,
               const ft_claim_statute *from, const fatiao_statute *statute,
               const fatiao_node *node, const ft_fit *whole,
               fatiao_error *error)
{
    fatiao_facets *facets = NULL;
    bool is_kept = false;
    fatiao_status status = fatiao_facets_read(statute, node, &facets, error);
    if (status == FATIAO_OK && fatiao_facets_is_rule(facets)) {
        const fatiao_claim made = {
            .statute = statute, .node = node, .facets = facets};
        fatiao_facets **kept = ft_array_push(&claims->facets);
        if (kept == NULL) {
            fatiao_facets_free(facets);
            return ft_error_memory(error);
        }
        *kept = facets;
        status =
            take_clause(claims, profile, from, &made, whole, &is_kept, error);
        if (is_kept || status != FATIAO_OK)
            return status;
        claims->facets.count--;
    }
    fatiao_facets_free(facets);
    return status;
}

fatiao_status
ft_claims_take(fatiao_claims *claims, const fatiao_profile *profile,
               const ft_claim_statute *from, fatiao_statute *statute,
               const ft_fit *whole, fatiao_error *error)
{
    const size_t before = claims->claims.count;
    fatiao_status status = FATIAO_OK;
    fatiao_statute **kept = ft_array_push(&claims->statutes);
    if (kept == NULL) {
        fatiao_statute_free(statute);
        return ft_error_memory(error);
    }
    *kept = statute;
    const fatiao_node *node = fatiao_statute_root(statute);
    for (; node != NULL && status == FATIAO_OK;
         node = fatiao_node_following(node))
        if (node->kind == FATIAO_NODE_PARAGRAPH)
            status = take_paragraph(claims, profile, from, statute, node, whole,
                                    error);
    if (status == FATIAO_OK && claims->claims.count == before) {
        claims->statutes.count--;
        fatiao_statute_free(statute);
    }
    return status;
}

/* -------------------------------------------------------------------- order */

static int
hardness(const fatiao_claim *claim)
{
    static const char *const names[] = {"硬", "条件", "软"};
    int i = 0;
    while (i < 3 && strcmp(names[i], claim->certainty) != 0)
        i++;
    return i;
}

static int
compare_claims(const void *left, const void *right)
{
    const fatiao_claim *a = left;
    const fatiao_claim *b = right;
    if (hardness(a) != hardness(b))
        return hardness(a) - hardness(b);
    if (a->is_sure != b->is_sure)
        return a->is_sure ? -1 : 1;
    const int ids = strcmp(a->statute_id, b->statute_id);
    if (ids != 0)
        return ids;
    return (a->node->byte_start > b->node->byte_start) -
           (a->node->byte_start < b->node->byte_start);
}

void
ft_claims_sort(fatiao_claims *claims)
{
    if (claims->claims.count > 1)
        qsort(claims->claims.items, claims->claims.count, sizeof(fatiao_claim),
              compare_claims);
}
