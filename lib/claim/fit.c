/* Fitting: each group that a clause names is compared with the profile; one
 * that fits is enough, unless people of one group must found firms of the
 * other. */
#include "claim/fit.h"

#include <string.h>

#include "base/error.h"
#include "claim/recipient.h"

ft_fit
ft_fit_new(ft_arena *arena)
{
    return (ft_fit){.arena = arena,
                    .reasons = {.item_size = sizeof(fatiao_claim_reason)},
                    .gaps = {.item_size = sizeof(fatiao_claim_gap)}};
}

void
ft_fit_finish(ft_fit *fit)
{
    ft_array_finish(&fit->reasons);
    ft_array_finish(&fit->gaps);
}

fatiao_status
ft_fit_add(ft_fit *fit, const fatiao_claim_reason *reason, fatiao_error *error)
{
    fatiao_claim_reason *added = ft_array_push(&fit->reasons);
    if (added == NULL)
        return ft_error_memory(error);
    *added = *reason;
    return FATIAO_OK;
}

fatiao_status
ft_fit_add_value(ft_fit *fit, fatiao_profile_key key, const char *value,
                 const fatiao_facet_value *words, fatiao_error *error)
{
    const fatiao_claim_reason reason = {.key = key,
                                        .value = value,
                                        .node = words->node,
                                        .text = words->node->text +
                                                words->byte_start,
                                        .byte_count = words->byte_count,
                                        .byte_start = words->byte_start};
    return ft_fit_add(fit, &reason, error);
}

static fatiao_status
add_title_reason(ft_fit *fit, fatiao_profile_key key, const char *value,
                 const char *title, size_t byte_start, size_t byte_count,
                 fatiao_error *error)
{
    const fatiao_claim_reason reason = {.key = key,
                                        .value = value,
                                        .text = title + byte_start,
                                        .byte_count = byte_count,
                                        .byte_start = byte_start};
    return ft_fit_add(fit, &reason, error);
}

fatiao_status
ft_fit_ask(ft_fit *fit, fatiao_profile_key key, const char *value,
           bool is_alternative, fatiao_error *error)
{
    const fatiao_claim_gap *gaps = fit->gaps.items;
    for (size_t i = 0; i < fit->gaps.count; i++)
        if (gaps[i].key == key && strcmp(gaps[i].value, value) == 0)
            return FATIAO_OK;
    fatiao_claim_gap *gap = ft_array_push(&fit->gaps);
    if (gap == NULL)
        return ft_error_memory(error);
    *gap = (fatiao_claim_gap){key, value, is_alternative};
    return FATIAO_OK;
}

/* -------------------------------------------------------------- the statute */

static fatiao_status
fit_territory(const fatiao_profile *profile, const char *title, ft_fit *fit,
              fatiao_error *error)
{
    ft_region territory;
    size_t byte_start = 0;
    size_t byte_count = 0;
    bool is_sure = true;
    ft_region_of_title(title, &territory, &byte_start, &byte_count);
    if (!ft_region_holds(&territory, &profile->region, &is_sure)) {
        fit->truth = FT_FALSE;
        return FATIAO_OK;
    }
    if (!is_sure) {
        fit->truth = FT_UNKNOWN;
        const char *name =
            ft_arena_text(fit->arena, title + byte_start, byte_count);
        if (name == NULL)
            return ft_error_memory(error);
        return ft_fit_ask(fit, FATIAO_PROFILE_PLACE, name, false, error);
    }
    if (byte_count == 0)
        return FATIAO_OK;
    return add_title_reason(fit, FATIAO_PROFILE_PLACE, profile->place, title,
                            byte_start, byte_count, error);
}

/* The word of the list that the title has; NULL if none. */
static const char *
find_word(const char *title, const char *list, size_t *byte_count)
{
    const char *word = ft_word_next(list, byte_count);
    for (; word != NULL; word = ft_word_next(word + *byte_count, byte_count)) {
        const char *found = memmem(title, strlen(title), word, *byte_count);
        if (found != NULL)
            return found;
    }
    return NULL;
}

/* Compares the traits of one key that the title asks for with the firm's: one
 * that it has is enough. */
static fatiao_status
fit_title(const fatiao_profile *profile, fatiao_profile_key key,
          const char *title, ft_fit *fit, fatiao_error *error)
{
    const ft_trait *unknown = NULL;
    bool is_other = false;
    for (size_t i = 0; i < ft_trait_count; i++) {
        size_t byte_count = 0;
        if (ft_traits[i].key != key)
            continue;
        const char *word = find_word(title, ft_traits[i].titles, &byte_count);
        if (word == NULL)
            continue;
        const ft_truth truth = ft_profile_truth(profile, i);
        if (truth == FT_TRUE)
            return add_title_reason(fit, key, ft_traits[i].name, title,
                                    (size_t)(word - title), byte_count, error);
        is_other |= truth == FT_FALSE;
        if (truth == FT_UNKNOWN)
            unknown = &ft_traits[i];
    }
    if (unknown == NULL) {
        if (is_other)
            fit->truth = FT_FALSE;
        return FATIAO_OK;
    }
    fit->truth = FT_UNKNOWN;
    return ft_fit_ask(fit, key, unknown->name, false, error);
}

/* What courts say of how to apply the law, and rules on punishing officials,
 * give firms nothing that the law does not. */
static bool
is_for_courts(const char *title)
{
    return strncmp(title, "最高人民", strlen("最高人民")) == 0 ||
           strstr(title, "处分条例") != NULL || strstr(title, "刑法") != NULL;
}

fatiao_status
ft_fit_statute(const fatiao_profile *profile, const char *title, ft_fit *fit,
               fatiao_error *error)
{
    static const fatiao_profile_key keys[] = {FATIAO_PROFILE_INDUSTRY,
                                              FATIAO_PROFILE_PERSON};
    fit->truth = is_for_courts(title) ? FT_FALSE : FT_TRUE;
    if (fit->truth == FT_FALSE)
        return FATIAO_OK;
    fatiao_status status = fit_territory(profile, title, fit, error);
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
        if (status == FATIAO_OK && fit->truth != FT_FALSE)
            status = fit_title(profile, keys[i], title, fit, error);
    return status;
}

/* --------------------------------------------------------------- the clause */

static ft_truth
both(ft_truth a, ft_truth b)
{
    if (a == FT_FALSE || b == FT_FALSE)
        return FT_FALSE;
    return a == FT_TRUE && b == FT_TRUE ? FT_TRUE : FT_UNKNOWN;
}

/* Whether the firm is of one of the sizes. */
static ft_truth
size_truth(const fatiao_profile *profile, const char *sizes)
{
    if (sizes[0] == '\0')
        return FT_TRUE;
    const char *size = ft_profile_value(profile, FATIAO_PROFILE_SIZE);
    if (size == NULL)
        return FT_UNKNOWN;
    return ft_word_is_in(sizes, size) ? FT_TRUE : FT_FALSE;
}

/* The trait that a group asks for; NULL if it asks for none. */
static const ft_trait *
trait_of(const ft_group *group)
{
    for (size_t i = 0; i < ft_trait_count; i++)
        if (strcmp(ft_traits[i].name, group->trait) == 0)
            return &ft_traits[i];
    return NULL;
}

static ft_truth
trait_truth(const fatiao_profile *profile, const ft_group *group)
{
    const ft_trait *trait = trait_of(group);
    if (trait == NULL)
        return FT_TRUE;
    return ft_profile_truth(profile, (size_t)(trait - ft_traits));
}

static ft_truth
group_truth(const fatiao_profile *profile, const ft_group *group)
{
    if (group->kind == FT_GROUP_INSTITUTION && group->trait[0] == '\0')
        return FT_FALSE;
    return both(size_truth(profile, group->sizes), trait_truth(profile, group));
}

/* A group named by a clause, with the words that name it. */
typedef struct named_group {
    const ft_group *group;
    const fatiao_facet_value *words;
    ft_truth truth;
} named_group;

/* Whether a group gets what the clause gives, as founders and firms do: people
 * only where it is about business, and not where a firm is to hire them. */
static bool
is_recipient(const ft_group *group, const fatiao_facet_value *value)
{
    if (group->kind == FT_GROUP_INSTITUTION)
        return true;
    if (group->kind == FT_GROUP_PERSON)
        return ft_recipient_is_founder(value);
    return ft_recipient_is_one(value) &&
           (group->kind != FT_GROUP_OWNER || ft_recipient_is_owner(value));
}

/* Pushes the groups that get what the clause gives. */
static fatiao_status
list_groups(const fatiao_profile *profile, const fatiao_facets *facets,
            ft_array *groups, fatiao_error *error)
{
    for (size_t i = 0; i < fatiao_facets_count(facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(facets, i);
        const ft_group *group = value->facet == FATIAO_FACET_BENEFICIARY
                                    ? ft_group_find(value->name)
                                    : NULL;
        if (group == NULL || !is_recipient(group, value))
            continue;
        named_group *named = ft_array_push(groups);
        if (named == NULL)
            return ft_error_memory(error);
        *named = (named_group){group, value, group_truth(profile, group)};
    }
    return FATIAO_OK;
}

/* Whether firms of `firm` are meant only where people of another group found
 * them. */
static bool
is_founded(const named_group *groups, size_t count, const named_group *firm)
{
    for (size_t i = 0; i < count; i++)
        if (groups[i].group->kind == FT_GROUP_PERSON &&
            firm->group->kind == FT_GROUP_FIRM &&
            ft_recipient_founds(groups[i].words, firm->words))
            return true;
    return false;
}

/* Adds why a group fits. */
static fatiao_status
explain_group(const fatiao_profile *profile, const named_group *named,
              ft_fit *fit, fatiao_error *error)
{
    const ft_trait *trait = trait_of(named->group);
    const char *size = ft_profile_value(profile, FATIAO_PROFILE_SIZE);
    if (trait != NULL)
        return ft_fit_add_value(fit, trait->key, trait->name, named->words,
                                error);
    if (named->group->sizes[0] != '\0')
        return ft_fit_add_value(fit, FATIAO_PROFILE_SIZE, size, named->words,
                                error);
    return ft_fit_add_value(fit, FATIAO_PROFILE_PERSON, named->group->name,
                            named->words, error);
}

/* Asks for any of the sizes of a list. */
static fatiao_status
ask_sizes(const char *sizes, bool is_alternative, ft_fit *fit,
          fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    size_t byte_count = 0;
    const char *at = ft_word_next(sizes, &byte_count);
    for (; at != NULL && status == FATIAO_OK;
         at = ft_word_next(at + byte_count, &byte_count)) {
        const char *name = NULL;
        for (size_t i = 0; i < ft_trait_count && name == NULL; i++)
            if (ft_traits[i].key == FATIAO_PROFILE_SIZE &&
                strncmp(ft_traits[i].name, at, byte_count) == 0)
                name = ft_traits[i].name;
        status = ft_fit_ask(fit, FATIAO_PROFILE_SIZE, name,
                            is_alternative || at != sizes, error);
    }
    return status;
}

/* Adds what would have to be known for a group to fit. */
static fatiao_status
ask_group(const fatiao_profile *profile, const named_group *named,
          bool is_alternative, ft_fit *fit, fatiao_error *error)
{
    const ft_group *group = named->group;
    const ft_trait *trait = trait_of(group);
    fatiao_status status = FATIAO_OK;
    if (size_truth(profile, group->sizes) == FT_UNKNOWN)
        status = ask_sizes(group->sizes, is_alternative, fit, error);
    if (status == FATIAO_OK && trait != NULL &&
        trait_truth(profile, group) == FT_UNKNOWN)
        status =
            ft_fit_ask(fit, trait->key, trait->name, is_alternative, error);
    return status;
}

/* Which groups are looked at: all, or only the founders or their firms. */
typedef enum part { PART_ALL, PART_FOUNDERS, PART_FIRMS } part;

static bool
is_of_part(const named_group *named, part which)
{
    const bool is_person = named->group->kind == FT_GROUP_PERSON;
    return which == PART_ALL || is_person == (which == PART_FOUNDERS);
}

/* The verdict on groups of which any is enough, with why, or with what would
 * have to be known. */
static fatiao_status
judge(const fatiao_profile *profile, const ft_array *groups, part which,
      ft_truth *truth, ft_fit *fit, fatiao_error *error)
{
    const named_group *all = groups->items;
    fatiao_status status = FATIAO_OK;
    *truth = FT_FALSE;
    for (size_t i = 0; i < groups->count && status == FATIAO_OK; i++) {
        if (!is_of_part(&all[i], which) || all[i].truth != FT_TRUE)
            continue;
        *truth = FT_TRUE;
        status = explain_group(profile, &all[i], fit, error);
    }
    bool is_alternative = false;
    for (size_t i = 0; i < groups->count && status == FATIAO_OK; i++) {
        if (!is_of_part(&all[i], which) || all[i].truth != FT_UNKNOWN)
            continue;
        /* Where one fits, what the clause has for narrower groups of firms
         * still hangs on being one. */
        if (*truth == FT_TRUE && all[i].group->kind == FT_GROUP_PERSON)
            continue;
        status = ask_group(profile, &all[i], is_alternative, fit, error);
        is_alternative = *truth != FT_TRUE;
    }
    if (*truth == FT_FALSE && is_alternative)
        *truth = FT_UNKNOWN;
    return status;
}

/* Whether something goes to an institution that the firm is not. */
static bool
is_for_institution(const ft_array *groups)
{
    const named_group *all = groups->items;
    for (size_t i = 0; i < groups->count; i++)
        if (all[i].group->kind == FT_GROUP_INSTITUTION &&
            all[i].truth != FT_TRUE)
            return true;
    return false;
}

fatiao_status
ft_fit_clause(const fatiao_profile *profile, const fatiao_facets *facets,
              ft_fit *fit, fatiao_error *error)
{
    ft_array groups = {.item_size = sizeof(named_group)};
    ft_truth truth = FT_FALSE;
    fatiao_status status = list_groups(profile, facets, &groups, error);
    const named_group *all = groups.items;
    bool has_founders = false;
    if (status != FATIAO_OK)
        goto done;
    fit->truth = FT_FALSE;
    if (is_for_institution(&groups))
        goto done;
    for (size_t i = 0; i < groups.count; i++)
        has_founders |= is_founded(all, groups.count, &all[i]);
    status = judge(profile, &groups, has_founders ? PART_FOUNDERS : PART_ALL,
                   &truth, fit, error);
    fit->truth = truth;
    if (status == FATIAO_OK && has_founders && truth != FT_FALSE) {
        status = judge(profile, &groups, PART_FIRMS, &truth, fit, error);
        fit->truth = both(fit->truth, truth);
    }
done:
    ft_array_finish(&groups);
    return status;
}
