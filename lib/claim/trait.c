/* Looking into the tables. */
#include "claim/trait.h"

#include <string.h>

const char *
ft_word_next(const char *list, size_t *byte_count)
{
    list += strspn(list, " ");
    *byte_count = strcspn(list, " ");
    return *byte_count == 0 ? NULL : list;
}

bool
ft_word_is_in(const char *list, const char *word)
{
    size_t length = 0;
    const char *at = ft_word_next(list, &length);
    for (; at != NULL; at = ft_word_next(at + length, &length))
        if (length == strlen(word) && memcmp(at, word, length) == 0)
            return true;
    return false;
}

ft_measure_kind
ft_measure_kind_of(const char *measure)
{
    if (ft_word_is_in("风险补偿 表彰宣传 统计评估 法律责任 组织领导", measure))
        return FT_MEASURE_OFFICE;
    if (ft_word_is_in("购买服务 平台服务 咨询服务 法律服务 政策直达", measure))
        return FT_MEASURE_SERVICE;
    return FT_MEASURE_GRANT;
}

size_t
ft_trait_find(fatiao_profile_key key, const char *name)
{
    size_t i = 0;
    while (i < ft_trait_count &&
           (ft_traits[i].key != key || strcmp(ft_traits[i].name, name) != 0))
        i++;
    return i;
}

const ft_group *
ft_group_find(const char *name)
{
    for (size_t i = 0; i < ft_group_count; i++)
        if (strcmp(ft_groups[i].name, name) == 0)
            return &ft_groups[i];
    return NULL;
}
