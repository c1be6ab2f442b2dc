/* What an owner can say of a firm, and what each of the groups that statutes
 * name (facets/beneficiaries.txt) asks of it:
 *
 *     trait    size 小型 · stage 初创期 · qualification 高新技术企业 …
 *     group    小型微型企业      a firm of size 小型 or 微型
 *              初创期中小企业    … of size 中型, 小型 or 微型 and stage 初创期
 *              退役军人          a person who is one
 *              金融机构          an institution: none of these firms
 *     need     融资              the measures 信贷支持, 担保, 贴息 … */
#ifndef FT_CLAIM_TRAIT_H
#define FT_CLAIM_TRAIT_H

#include <fatiao/fatiao.h>

typedef struct ft_trait {
    fatiao_profile_key key;
    const char *name;
    const char *others; /* other names for it, parted by blanks, or "" */
    /* Words of titles whose statutes are for such firms or people only, or "".
     */
    const char *titles;
} ft_trait;

extern const ft_trait ft_traits[];
extern const size_t ft_trait_count;
enum { FT_TRAITS_MAX = 64 };

typedef enum ft_group_kind {
    FT_GROUP_FIRM,
    FT_GROUP_PERSON,
    FT_GROUP_OWNER,      /* any owner is one: 企业家, 出资人 */
    FT_GROUP_INSTITUTION /* 金融机构: gets help so that firms do */
} ft_group_kind;

typedef struct ft_group {
    const char *name; /* as facets have it */
    ft_group_kind kind;
    const char *sizes; /* any of these, parted by blanks; "" for any size */
    const char *trait; /* besides this one, or "" */
} ft_group;

extern const ft_group ft_groups[];
extern const size_t ft_group_count;

typedef struct ft_need {
    const char *name;
    const char *others;
    const char *measures; /* parted by blanks */
} ft_need;

extern const ft_need ft_needs[];
extern const size_t ft_need_count;

/* What kind of thing a measure is to an owner. */
typedef enum ft_measure_kind {
    FT_MEASURE_GRANT,   /* something one gets, or is spared */
    FT_MEASURE_SERVICE, /* help and advice that is there for all */
    FT_MEASURE_OFFICE   /* what offices do among themselves, or banks get */
} ft_measure_kind;

ft_measure_kind ft_measure_kind_of(const char *measure);

/* The next word of a list parted by blanks; NULL at its end. The one after
 * begins to be looked for behind it. */
const char *ft_word_next(const char *list, size_t *byte_count);

/* Whether `word` is one of such a list. */
bool ft_word_is_in(const char *list, const char *word);

/* The number of a trait of that key and name; ft_trait_count if there is none.
 */
size_t ft_trait_find(fatiao_profile_key key, const char *name);
/* The group of that name, NULL if none is known. */
const ft_group *ft_group_find(const char *name);

#endif
