/* Looking into the tables. */
#include "claim/trait.h"

#include <string.h>

bool
ft_word_is_in(const char *list, const char *word)
{
    const size_t byte_count = strlen(word);
    while (*list != '\0') {
        const size_t length = strcspn(list, " ");
        if (length == byte_count && memcmp(list, word, length) == 0)
            return length > 0;
        list += length;
        list += strspn(list, " ");
    }
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
