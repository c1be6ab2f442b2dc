/* Who acts: the noun phrase in front of a word of force or a verb.
 *
 *     市、区人民政府及其有关部门 | 应当 …        one name
 *     国家机关、事业单位和大型企业 | 不得 …      three names
 *     县级以上人民政府负责…的部门 | 会同 …       one name, and one joined to it
 */
#ifndef FT_FACET_ACTOR_H
#define FT_FACET_ACTOR_H

#include "facet/grammar.h"
#include "facet/prose.h"

/* A name in characters [start, end). */
typedef struct ft_actor {
    uint32_t start;
    uint32_t end;
    uint32_t roles;      /* of the word that ends it: FT_ROLES_HEAD */
    uint32_t clause_end; /* of the clause it stands in */
    bool is_joined;      /* by 会同 */
} ft_actor;

/* The noun phrase that begins at `at`, for certain if `is_named` (behind 由,
 * say), inside a clause that ends at `end`, if what follows shows it to be one
 * who acts. `out->end` is where it ends; `end` itself if it fills the rest of
 * the clause. */
bool ft_actor_find(const ft_grammar *grammar, const ft_prose *prose,
                   uint32_t at, uint32_t end, bool is_named, ft_actor *out);

/* Whether the word of force at `force_at` (`end`: there is none) makes one who
 * acts a duty-bearer. Those who may claim something are none, nor are those
 * whose deeds a sentence punishes. */
bool ft_actor_is_bearer(const ft_grammar *grammar, const ft_prose *prose,
                        const ft_actor *phrase, uint32_t force_at, uint32_t end,
                        bool is_sanction);

/* Pushes the names that a noun phrase consists of to `names` (of ft_actor). */
fatiao_status ft_actor_split(const ft_grammar *grammar, const ft_prose *prose,
                             const ft_actor *phrase, ft_array *names,
                             fatiao_error *error);

#endif
