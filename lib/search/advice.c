/* From votes for places to worth for documents. */
#include "search/advice.h"

#include <math.h>

/* The gate opens as the nearest earlier question comes near: half way at the
 * middle, as if the two had seven rare words in common. A model speaks where it
 * is open this much, and this share of the votes falls on articles that are
 * here. */
static const double gate_middle = 6.9;
static const double gate_width = 0.9;
static const double gate_least = 0.1;
static const double bound_share_least = 0.5;

/* What the votes for each level add, in parts of the best first score. */
static const float article_part = 0.4F;
static const float division_part = 0.2F;
static const float statute_part = 0.3F;

/* The share of the votes for articles that are in the index. */
static double
bound_share(const ft_advice *advice)
{
    const ft_bound_place *places = advice->binding->articles.items;
    const float *votes = advice->votes.articles.votes.items;
    double sum = 0;
    for (size_t i = 0; i < advice->binding->articles.count; i++)
        sum += votes[places[i].place];
    return advice->votes.articles.vote_sum > 0
               ? sum / advice->votes.articles.vote_sum
               : 0;
}

fatiao_status
ft_advice_ask(ft_advice *advice, fatiao_searcher *searcher,
              const fatiao_model *model, const fatiao_query *query,
              uint32_t skipped, fatiao_error *error)
{
    *advice = (ft_advice){.model = model, .binding = &searcher->binding};
    fatiao_status status = FATIAO_OK;
    if (searcher->binding.model_hash != model->hash)
        status =
            ft_binding_make(&searcher->binding, &model->memory, model->hash,
                            searcher->engine, &searcher->impacts, error);
    if (status == FATIAO_OK)
        status = ft_recall_ask(&model->memory, query, skipped, &advice->votes,
                               error);
    if (status != FATIAO_OK)
        return status;
    advice->gate =
        1 / (1 + exp((gate_middle - advice->votes.nearest) / gate_width));
    advice->is_silent =
        advice->gate < gate_least || bound_share(advice) < bound_share_least;
    return status;
}

void
ft_advice_finish(ft_advice *advice)
{
    ft_recall_votes_finish(&advice->votes);
}

bool
ft_advice_admits(const ft_advice *advice, uint32_t document)
{
    return ft_advice_value(&advice->binding->articles,
                           &advice->votes.articles.votes, document) > 0;
}

/* Adds to each document the votes for the place that it is in. */
static void
spread(const ft_array *places, const ft_recall_level *level, float factor,
       ft_array *bonuses)
{
    const ft_bound_place *all = places->items;
    const float *votes = level->votes.items;
    float *bonus = bonuses->items;
    for (size_t i = 0; i < places->count; i++) {
        const float add = factor * votes[all[i].place];
        if (add <= 0)
            continue;
        for (size_t id = all[i].documents.start;
             id < all[i].documents.end && id < bonuses->count; id++)
            bonus[id] += add;
    }
}

void
ft_advice_spread(const ft_advice *advice, float best, ft_array *bonuses)
{
    const float most = best * (float)advice->gate;
    const ft_binding *binding = advice->binding;
    const ft_recall_votes *votes = &advice->votes;
    float *all = bonuses->items;
    for (size_t i = 0; i < bonuses->count; i++)
        all[i] = 0;
    spread(&binding->articles, &votes->articles, most * article_part, bonuses);
    spread(&binding->divisions, &votes->divisions, most * division_part,
           bonuses);
    spread(&binding->statutes, &votes->statutes, most * statute_part, bonuses);
}

float
ft_advice_value(const ft_array *places, const ft_array *values,
                uint32_t document)
{
    const uint32_t place = ft_bound_place_find(places, document);
    const float *all = values->items;
    return place == UINT32_MAX ? 0 : all[place];
}
