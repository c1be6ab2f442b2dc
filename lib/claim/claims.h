/* Claims as they are gathered, and read off a statute. */
#ifndef FT_CLAIM_CLAIMS_H
#define FT_CLAIM_CLAIMS_H

#include "claim/fit.h"

/* The statute that a claim stands in. */
typedef struct ft_claim_statute {
    const char *id;
    const char *title;
    const char *source;
} ft_claim_statute;

struct fatiao_claims {
    ft_arena arena;
    ft_array statutes; /* of fatiao_statute * */
    ft_array facets;   /* of fatiao_facets * */
    ft_array claims;   /* of fatiao_claim */
};

fatiao_claims *ft_claims_new(void);

/* Adds the claims that a statute has for a firm, given how the statute as a
 * whole fits. Takes the statute over, in any case; strings of `from` live as
 * long as the claims. */
fatiao_status ft_claims_take(fatiao_claims *claims,
                             const fatiao_profile *profile,
                             const ft_claim_statute *from,
                             fatiao_statute *statute, const ft_fit *whole,
                             fatiao_error *error);

/* Puts the hardest duty first. */
void ft_claims_sort(fatiao_claims *claims);

#endif
