/* Measures and beneficiaries: the cues that were spotted, but not where they
 * name one who acts, a topic of information, what is forbidden or punished, or
 * what firms themselves must do. */
#include "facet/benefit.h"

#include <string.h>

static const char firms[] = "企业";

/* Whether characters [start, end) lie in the name of one who acts. */
static bool
is_in_actor(const ft_reading *reading, uint32_t start, uint32_t end)
{
    const bool *is_name = reading->rules.is_name.items;
    return is_name[start] && is_name[end - 1];
}

/* Whether a list that ends in 等方面的信息 stands around: what it lists are
 * topics. It begins behind the last verb before its first 、. */
static bool
is_topic(const ft_reading *reading, uint32_t start, uint32_t end)
{
    enum { LIST_CHARS_MAX = 200 };
    const ft_stretch *clause = ft_prose_clause(&reading->prose, start);
    const uint32_t last = clause->end - clause->start > LIST_CHARS_MAX
                              ? clause->start + LIST_CHARS_MAX
                              : clause->end;
    if (end >= last ||
        ft_grammar_next(&reading->grammar, FT_ROLE_TOPIC, end, last) == last)
        return false;
    uint32_t first = clause->start;
    while (first < last &&
           ft_prose_code(&reading->prose, first) != 0x3001 /* 、 */)
        first++;
    uint32_t from = clause->start;
    for (uint32_t i = from; i < first; i++)
        if (ft_grammar_begins(&reading->grammar, i) & FT_ROLE_VERB)
            from = i;
    return start >= from;
}

static bool
is_kept(const ft_cues *cues, uint32_t value)
{
    return cues->values[value].is_kept;
}

static bool
is_given(const ft_reading *reading, const ft_spot *spot)
{
    const ft_sentence *sentence = ft_reading_sentence(reading, spot->start);
    if (sentence->is_statement)
        return false;
    if (is_in_actor(reading, spot->start, spot->end))
        return false;
    if (is_topic(reading, spot->start, spot->end))
        return false;
    if (is_kept(reading->cues, spot->value))
        return !sentence->is_of_firms;
    return !sentence->is_sanction && !sentence->is_private &&
           (spot->start <= sentence->forbidden_from ||
            spot->start >= sentence->allowed_from);
}

static bool
is_null(const ft_cues *cues, const ft_spot *spot)
{
    return cues->values[spot->value].name[0] == '-';
}

fatiao_status
ft_measures_take(ft_reading *reading)
{
    const ft_array *found = &reading->spots.of[FT_CUES_MEASURE];
    const ft_spot *spots = found->items;
    for (size_t i = 0; i < found->count; i++) {
        if (is_null(reading->cues, &spots[i]) || !is_given(reading, &spots[i]))
            continue;
        const fatiao_status status =
            ft_reading_add(reading, FATIAO_FACET_MEASURE,
                           reading->cues->values[spots[i].value].name,
                           spots[i].start, spots[i].end, NULL);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

/* What 企业 without more means: the firms that the title names. NULL if it
 * names none. */
static const char *
firms_of_title(const ft_reading *reading)
{
    const char *title = fatiao_statute_title(reading->statute);
    const ft_cues *cues = reading->cues;
    for (uint32_t i = 0; i < cues->value_count; i++)
        if (cues->values[i].table == FT_CUES_BENEFICIARY &&
            strcmp(cues->values[i].name, firms) != 0 &&
            strstr(title, cues->values[i].name) != NULL)
            return cues->values[i].name;
    return NULL;
}

/* Adds the groups that are named, or (`is_firms`) 企业 under the name that the
 * title has for them. */
static fatiao_status
take_groups(ft_reading *reading, bool is_firms)
{
    const char *of_title = is_firms ? firms_of_title(reading) : NULL;
    const ft_array *found = &reading->spots.of[FT_CUES_BENEFICIARY];
    const ft_spot *spots = found->items;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; i < found->count && status == FATIAO_OK; i++) {
        const char *name = reading->cues->values[spots[i].value].name;
        if ((strcmp(name, firms) == 0) != is_firms ||
            is_null(reading->cues, &spots[i]) ||
            is_in_actor(reading, spots[i].start, spots[i].end))
            continue;
        name = is_firms ? of_title : name;
        if (name != NULL)
            status = ft_reading_add(reading, FATIAO_FACET_BENEFICIARY, name,
                                    spots[i].start, spots[i].end, NULL);
    }
    return status;
}

fatiao_status
ft_beneficiaries_take(ft_reading *reading)
{
    const size_t before = reading->facets->values.count;
    const fatiao_status status = take_groups(reading, false);
    if (status != FATIAO_OK || reading->facets->values.count > before)
        return status;
    return take_groups(reading, true);
}
