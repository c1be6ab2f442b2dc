/* What is known of a firm. */
#ifndef FT_CLAIM_PROFILE_H
#define FT_CLAIM_PROFILE_H

#include "base/arena.h"
#include "base/array.h"
#include "claim/region.h"
#include "claim/trait.h"

/* Whether something holds. */
typedef enum ft_truth { FT_UNKNOWN, FT_TRUE, FT_FALSE } ft_truth;

/* Something needed: the measures that meet it. */
typedef struct ft_wanted {
    const char *name;     /* 融资 */
    const char *measures; /* parted by blanks */
} ft_wanted;

struct fatiao_profile {
    ft_arena arena;
    ft_truth said[FT_TRAITS_MAX];
    bool is_closed[FATIAO_PROFILE_KEY_COUNT]; /* the rest is not so */
    const char *place;                        /* as it was put, or NULL */
    ft_region region;
    ft_array wanted; /* of ft_wanted */
};

/* Whether the firm has a trait, as far as the profile tells. */
ft_truth ft_profile_truth(const fatiao_profile *profile, size_t trait);

/* The trait of a key that the firm has, the first if it has several; NULL if
 * none is known. */
const char *ft_profile_value(const fatiao_profile *profile,
                             fatiao_profile_key key);

#endif
