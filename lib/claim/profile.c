/* fatiao_profile: what is said of a firm, and what follows from it. */
#include "claim/profile.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "claim/spelt.h"

/* The names of the keys: in English, in Chinese, and others people use. */
static const struct {
    const char *name;
    const char *label;
    const char *others;
} keys[FATIAO_PROFILE_KEY_COUNT] = {
    {"size", "规模", "企业规模 规模类型"},
    {"stage", "阶段", "年限 成立年限 发展阶段 years age"},
    {"industry", "行业", "所属行业 industries"},
    {"place", "地点", "地区 所在地 地方 注册地 location"},
    {"qualification", "资质", "资格 称号 认定 qualifications"},
    {"person", "身份", "人员 经营者 企业主 persons"},
    {"need", "需要", "需求 想要 needs"},
};

const char *
fatiao_profile_key_name(fatiao_profile_key key)
{
    return (size_t)key < FATIAO_PROFILE_KEY_COUNT ? keys[key].name : "";
}

const char *
fatiao_profile_key_label(fatiao_profile_key key)
{
    return (size_t)key < FATIAO_PROFILE_KEY_COUNT ? keys[key].label : "";
}

fatiao_status
fatiao_profile_key_find(const char *name, fatiao_profile_key *out,
                        fatiao_error *error)
{
    ft_error_clear(error);
    if (name == NULL || out == NULL)
        return ft_error_argument(error, "name or out is NULL");
    *out = FATIAO_PROFILE_SIZE;
    ft_strbuf folded = {0};
    fatiao_status status = ft_spelt_fold(&folded, name, error);
    ft_spelt_search search = {.typed = ft_strbuf_string(&folded)};
    for (size_t i = 0; i < FATIAO_PROFILE_KEY_COUNT && status == FATIAO_OK;
         i++) {
        if (strcmp(search.typed, keys[i].name) == 0 ||
            strcmp(search.typed, keys[i].label) == 0 ||
            ft_word_is_in(keys[i].others, search.typed)) {
            *out = (fatiao_profile_key)i;
            goto done;
        }
        status = ft_spelt_offer(&search, keys[i].label, keys[i].label, error);
        if (status == FATIAO_OK)
            status = ft_spelt_offer(&search, keys[i].name, keys[i].name, error);
    }
    if (status == FATIAO_OK)
        status = ft_spelt_unknown(&search, "key", name, error);
done:
    ft_strbuf_finish(&folded);
    return status;
}

const char *
fatiao_profile_value_name(fatiao_profile_key key, size_t index)
{
    if (key == FATIAO_PROFILE_NEED) {
        if (index < ft_need_count)
            return ft_needs[index].name;
        return fatiao_facet_value_name(FATIAO_FACET_MEASURE,
                                       index - ft_need_count);
    }
    for (size_t i = 0; i < ft_trait_count; i++)
        if (ft_traits[i].key == key && index-- == 0)
            return ft_traits[i].name;
    return NULL;
}

/* ------------------------------------------------------------- the profile */

fatiao_status
fatiao_profile_new(fatiao_profile **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = calloc(1, sizeof(**out));
    if (*out == NULL)
        return ft_error_memory(error);
    (*out)->wanted.item_size = sizeof(ft_wanted);
    return FATIAO_OK;
}

void
fatiao_profile_free(fatiao_profile *profile)
{
    if (profile == NULL)
        return;
    ft_array_finish(&profile->wanted);
    ft_arena_finish(&profile->arena);
    free(profile);
}

/* A firm has one size and is at one stage. */
static bool
is_single(fatiao_profile_key key)
{
    return key == FATIAO_PROFILE_SIZE || key == FATIAO_PROFILE_STAGE;
}

static void
say(fatiao_profile *profile, size_t trait, ft_truth truth)
{
    const fatiao_profile_key key = ft_traits[trait].key;
    for (size_t i = 0; is_single(key) && i < ft_trait_count; i++)
        if (ft_traits[i].key == key && truth == FT_TRUE)
            profile->said[i] = FT_UNKNOWN;
    profile->said[trait] = truth;
    if (truth == FT_TRUE && (is_single(key) || key == FATIAO_PROFILE_INDUSTRY))
        profile->is_closed[key] = true;
}

/* The age of a firm in years, "3" or "3年"; false if that is none. By the rules
 * on tax for investors a firm is young for five years. */
static bool
put_age(fatiao_profile *profile, const char *folded)
{
    enum { YOUNG_YEARS_MAX = 5, DIGITS_MAX = 3 };
    const size_t digits = strspn(folded, "0123456789");
    if (digits == 0 || digits > DIGITS_MAX ||
        (folded[digits] != '\0' && strcmp(folded + digits, "年") != 0))
        return false;
    const bool is_young = strtoul(folded, NULL, 10) <= YOUNG_YEARS_MAX;
    say(profile, ft_trait_find(FATIAO_PROFILE_STAGE, "初创期"),
        is_young ? FT_TRUE : FT_FALSE);
    return true;
}

static fatiao_status
put_place(fatiao_profile *profile, const char *value, fatiao_error *error)
{
    ft_region region;
    char *copy = ft_arena_text(&profile->arena, value, strlen(value));
    if (copy == NULL)
        return ft_error_memory(error);
    if (!ft_region_read(copy, &region))
        return ft_error_set(error, FATIAO_ERR_NOT_FOUND,
                            "there is no place %s; name its province or city "
                            "first, as in 山东省青岛市崂山区",
                            value);
    profile->place = copy;
    profile->region = region;
    return FATIAO_OK;
}

/* Adds a need, each once. */
static fatiao_status
add_need(fatiao_profile *profile, const char *name, const char *measures,
         fatiao_error *error)
{
    const ft_wanted *all = profile->wanted.items;
    for (size_t i = 0; i < profile->wanted.count; i++)
        if (strcmp(all[i].name, name) == 0)
            return FATIAO_OK;
    ft_wanted *wanted = ft_array_push(&profile->wanted);
    if (wanted == NULL)
        return ft_error_memory(error);
    *wanted = (ft_wanted){name, measures};
    return FATIAO_OK;
}

/* Offers a name and the others for it; `*is_it` if one is what was typed. */
static fatiao_status
compare(ft_spelt_search *search, const char *name, const char *others,
        bool *is_it, fatiao_error *error)
{
    ft_strbuf folded = {0};
    fatiao_status status = ft_spelt_fold(&folded, name, error);
    *is_it = status == FATIAO_OK &&
             (strcmp(ft_strbuf_string(&folded), search->typed) == 0 ||
              ft_word_is_in(others, search->typed));
    if (status == FATIAO_OK)
        status = ft_spelt_offer(search, name, name, error);
    size_t byte_count = 0;
    const char *at = ft_word_next(others, &byte_count);
    for (; status == FATIAO_OK && at != NULL;
         at = ft_word_next(at + byte_count, &byte_count)) {
        ft_strbuf_clear(&folded);
        ft_strbuf_bytes(&folded, at, byte_count);
        status = ft_spelt_offer(search, ft_strbuf_string(&folded), name, error);
    }
    ft_strbuf_finish(&folded);
    return status;
}

static fatiao_status
put_need(fatiao_profile *profile, const char *folded, const char *value,
         fatiao_error *error)
{
    ft_spelt_search search = {.typed = folded};
    fatiao_status status = FATIAO_OK;
    bool is_it = false;
    for (size_t i = 0; i < ft_need_count && status == FATIAO_OK; i++) {
        status = compare(&search, ft_needs[i].name, ft_needs[i].others, &is_it,
                         error);
        if (is_it)
            return add_need(profile, ft_needs[i].name, ft_needs[i].measures,
                            error);
    }
    for (size_t i = 0; status == FATIAO_OK; i++) {
        const char *name = fatiao_facet_value_name(FATIAO_FACET_MEASURE, i);
        if (name == NULL)
            break;
        status = compare(&search, name, "", &is_it, error);
        if (is_it)
            return add_need(profile, name, name, error);
    }
    return status == FATIAO_OK
               ? ft_spelt_unknown(&search,
                                  fatiao_profile_key_name(FATIAO_PROFILE_NEED),
                                  value, error)
               : status;
}

/* Puts a trait, or that the firm has it not. */
static fatiao_status
put_trait(fatiao_profile *profile, fatiao_profile_key key, const char *folded,
          const char *value, fatiao_error *error)
{
    static const char not [] = "非";
    const bool is_denied = strncmp(folded, not, strlen(not )) == 0;
    ft_spelt_search search = {.typed = folded + (is_denied ? strlen(not ) : 0)};
    fatiao_status status = FATIAO_OK;
    bool is_it = false;
    for (size_t i = 0; i < ft_trait_count && status == FATIAO_OK; i++) {
        if (ft_traits[i].key != key)
            continue;
        status = compare(&search, ft_traits[i].name, ft_traits[i].others,
                         &is_it, error);
        if (is_it) {
            say(profile, i, is_denied ? FT_FALSE : FT_TRUE);
            return FATIAO_OK;
        }
    }
    return status == FATIAO_OK
               ? ft_spelt_unknown(&search, fatiao_profile_key_name(key), value,
                                  error)
               : status;
}

fatiao_status
fatiao_profile_put(fatiao_profile *profile, fatiao_profile_key key,
                   const char *value, fatiao_error *error)
{
    ft_error_clear(error);
    if (profile == NULL || value == NULL ||
        (size_t)key >= FATIAO_PROFILE_KEY_COUNT)
        return ft_error_argument(error,
                                 "profile or value is NULL, or no such key");
    ft_strbuf buffer = {0};
    fatiao_status status = ft_spelt_fold(&buffer, value, error);
    const char *folded = ft_strbuf_string(&buffer);
    if (status != FATIAO_OK)
        goto done;
    if (folded[0] == '\0')
        status = ft_error_set(error, FATIAO_ERR_NOT_FOUND, "the %s is empty",
                              fatiao_profile_key_name(key));
    else if (key == FATIAO_PROFILE_PLACE)
        status = put_place(profile, folded, error);
    else if (key == FATIAO_PROFILE_NEED)
        status = put_need(profile, folded, value, error);
    else if (strcmp(folded, "无") == 0 && key != FATIAO_PROFILE_SIZE)
        profile->is_closed[key] = true;
    else if (key != FATIAO_PROFILE_STAGE || !put_age(profile, folded))
        status = put_trait(profile, key, folded, value, error);
done:
    ft_strbuf_finish(&buffer);
    return status;
}

/* ------------------------------------------------------------ what follows */

/* What a trait brings with it: whoever founds a firm is 创业人员, and a
 * “小巨人” is chosen from the 专精特新. */
static const struct {
    fatiao_profile_key key;
    const char *name;
    fatiao_profile_key so_key;
    const char *so;
    ft_truth truth;
} consequences[] = {
    {FATIAO_PROFILE_STAGE, "初创期", FATIAO_PROFILE_PERSON, "创业人员",
     FT_TRUE},
    {FATIAO_PROFILE_PERSON, "返乡创业人员", FATIAO_PROFILE_PERSON, "创业人员",
     FT_TRUE},
    {FATIAO_PROFILE_QUALIFICATION, "专精特新“小巨人”企业",
     FATIAO_PROFILE_QUALIFICATION, "专精特新中小企业", FT_TRUE},
    {FATIAO_PROFILE_QUALIFICATION, "规模以上企业", FATIAO_PROFILE_QUALIFICATION,
     "规模以下企业", FT_FALSE},
    {FATIAO_PROFILE_QUALIFICATION, "规模以下企业", FATIAO_PROFILE_QUALIFICATION,
     "规模以上企业", FT_FALSE},
};
enum { CONSEQUENCE_COUNT = sizeof(consequences) / sizeof(consequences[0]) };

ft_truth
ft_profile_truth(const fatiao_profile *profile, size_t trait)
{
    if (profile->said[trait] != FT_UNKNOWN)
        return profile->said[trait];
    for (size_t i = 0; i < CONSEQUENCE_COUNT; i++)
        if (trait ==
                ft_trait_find(consequences[i].so_key, consequences[i].so) &&
            profile->said[ft_trait_find(consequences[i].key,
                                        consequences[i].name)] == FT_TRUE)
            return consequences[i].truth;
    return profile->is_closed[ft_traits[trait].key] ? FT_FALSE : FT_UNKNOWN;
}

const char *
ft_profile_value(const fatiao_profile *profile, fatiao_profile_key key)
{
    if (key == FATIAO_PROFILE_PLACE)
        return profile->place;
    for (size_t i = 0; i < ft_trait_count; i++)
        if (ft_traits[i].key == key && profile->said[i] == FT_TRUE)
            return ft_traits[i].name;
    return NULL;
}
