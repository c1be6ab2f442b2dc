/* Whether a clause, or a statute, is for a firm. */
#ifndef FT_CLAIM_FIT_H
#define FT_CLAIM_FIT_H

#include "claim/profile.h"

/* What was found out, with reasons and gaps. */
typedef struct ft_fit {
    ft_truth truth;   /* FT_UNKNOWN: if what the gaps ask for holds */
    ft_array reasons; /* of fatiao_claim_reason */
    ft_array gaps;    /* of fatiao_claim_gap */
    ft_arena *arena;  /* for their strings */
} ft_fit;

ft_fit ft_fit_new(ft_arena *arena);
void ft_fit_finish(ft_fit *fit);

/* Adds a reason; one whose words are those of a value. */
fatiao_status ft_fit_add(ft_fit *fit, const fatiao_claim_reason *reason,
                         fatiao_error *error);
fatiao_status ft_fit_add_value(ft_fit *fit, fatiao_profile_key key,
                               const char *value,
                               const fatiao_facet_value *words,
                               fatiao_error *error);

/* Adds a gap, each once. */
fatiao_status ft_fit_ask(ft_fit *fit, fatiao_profile_key key, const char *value,
                         bool is_alternative, fatiao_error *error);

/* By the territory that the title tells, and the industry. */
fatiao_status ft_fit_statute(const fatiao_profile *profile, const char *title,
                             ft_fit *fit, fatiao_error *error);

/* By the groups that get what the clause gives. Adds to the reasons and gaps
 * that there are. */
fatiao_status ft_fit_clause(const fatiao_profile *profile,
                            const fatiao_facets *facets, ft_fit *fit,
                            fatiao_error *error);

#endif
