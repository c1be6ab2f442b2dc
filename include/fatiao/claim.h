/* What a firm can claim: a profile tells what it is and needs, and each clause
 * that gives it something is a claim, with what makes it one and what would
 * have to be known to be sure. Included by fatiao.h, which has the rules that
 * hold for every function; docs/match.md tells how clauses are chosen. */
#ifndef FATIAO_CLAIM_H
#define FATIAO_CLAIM_H

#include <stdbool.h>
#include <stddef.h>

#include <fatiao/facet.h>
#include <fatiao/status.h>
#include <fatiao/tree.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What a profile can tell. */
typedef enum fatiao_profile_key {
    FATIAO_PROFILE_SIZE = 0,     /* 规模: 大型, 中型, 小型 or 微型 */
    FATIAO_PROFILE_STAGE = 1,    /* 阶段: 初创期 …, or its age, 3年 */
    FATIAO_PROFILE_INDUSTRY = 2, /* 行业: 制造业 … */
    FATIAO_PROFILE_PLACE = 3, /* 地点: 青岛, 山东省青岛市崂山区 */
    FATIAO_PROFILE_QUALIFICATION = 4, /* 资质: 高新技术企业 … */
    FATIAO_PROFILE_PERSON = 5, /* 身份, of the owner: 退役军人 … */
    FATIAO_PROFILE_NEED = 6    /* 需要: 融资 …, or a measure, 贴息 */
} fatiao_profile_key;
#define FATIAO_PROFILE_KEY_COUNT ((size_t)7)

/* What is known of a firm. What is not said is not known, and so neither
 * grants nor excludes anything. May be shared across threads once nothing more
 * is put. Freed with fatiao_profile_free.
 *
 *     fatiao_profile *profile;
 *     fatiao_profile_new(&profile, NULL);
 *     fatiao_profile_put(profile, FATIAO_PROFILE_SIZE, "小型", NULL);
 *     fatiao_profile_put(profile, FATIAO_PROFILE_PLACE, "青岛", NULL);
 *     fatiao_profile_put(profile, FATIAO_PROFILE_NEED, "融资", NULL);
 *     fatiao_claims *claims;
 *     fatiao_searcher_claims(searcher, profile, NULL, &claims, NULL);
 *     for (size_t i = 0; i < fatiao_claims_count(claims); i++)
 *         puts(fatiao_claims_at(claims, i)->citation);
 */
typedef struct fatiao_profile fatiao_profile;

FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_profile_new(fatiao_profile **out, fatiao_error *error);
FATIAO_API void fatiao_profile_free(fatiao_profile *profile);

/* Adds a value, by its name or another that is known (小巨人, 高校毕业生). Of a
 * stage, industry, qualification or person, 非 before it says that the firm is
 * not that, and 无 that it is none but those that are put. A size, a stage or a
 * place put later takes the place of the one before.
 * FATIAO_ERR_NOT_FOUND: no such value is known; the message names the nearest.
 */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_profile_put(fatiao_profile *profile, fatiao_profile_key key,
                   const char *value, fatiao_error *error);

/* The key of that name, "size" or "规模".
 * FATIAO_ERR_NOT_FOUND: there is none; the message names the nearest. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_profile_key_find(
    const char *name, fatiao_profile_key *out, fatiao_error *error);

/* "size" …, and "规模" …: the names of a key. Static; "" beyond the last. */
FATIAO_API const char *fatiao_profile_key_name(fatiao_profile_key key);
FATIAO_API const char *fatiao_profile_key_label(fatiao_profile_key key);

/* The values of a key, in the order of their list: number `index`, NULL beyond
 * the last; none for a place. Static. */
FATIAO_API const char *fatiao_profile_value_name(fatiao_profile_key key,
                                                 size_t index);

/* Words that make a clause a claim: bytes of the text of `node`, or, where that
 * is NULL, of the title of the statute. */
typedef struct fatiao_claim_reason {
    fatiao_profile_key key;
    const char *value; /* of the profile: "小型" */
    const fatiao_node *node;
    const char *text; /* the words, not ended with NUL: 小型微型企业 */
    size_t byte_count;
    size_t byte_start;
} fatiao_claim_reason;

/* What the profile would have to say for the claim to be sure. */
typedef struct fatiao_claim_gap {
    fatiao_profile_key key;
    const char *value;   /* "高新技术企业" */
    bool is_alternative; /* this or the one before is enough */
} fatiao_claim_gap;

/* A clause that gives the firm something. */
typedef struct fatiao_claim {
    const char *id; /* "qingdao#40.2" */
    const char *statute_id;
    const char *title;  /* of the statute */
    const char *source; /* path of the file, "" if unknown */
    const char *citation;
    const fatiao_statute *statute;
    const fatiao_node *node;     /* the paragraph */
    const fatiao_facets *facets; /* all that was read from it */
    /* "硬", "条件", "软", or "" where the text has no word of force. As the
     * facet has it, but "软" where an office is only to move others to help
     * (应当引导金融机构…), and "条件" where there is no word of force and other
     * rules decide. */
    const char *certainty;
    /* Of its measures those that can be claimed and, if the profile has needs,
     * are needed. */
    const fatiao_facet_value *const *measures;
    size_t measure_count;
    const fatiao_claim_reason *reasons;
    size_t reason_count;
    const fatiao_claim_gap *gaps;
    size_t gap_count;
    /* Whether the firm is one of those that the clause is for; else it is one
     * if what the gaps ask for holds. */
    bool is_sure;
} fatiao_claim;

/* Claims, hardest duty first: 硬 before 条件 before 软 before those without a
 * word of force; of these the sure ones first; then in the order of the index.
 * Immutable; may be shared across threads, and outlives the searcher. Freed
 * with fatiao_claims_free. */
typedef struct fatiao_claims fatiao_claims;

typedef struct fatiao_claims_options {
    size_t size;
    const char *statute_id; /* look into this statute only; NULL for all */
} fatiao_claims_options;
#define FATIAO_CLAIMS_OPTIONS                                                  \
    {                                                                          \
        sizeof(fatiao_claims_options), NULL                                    \
    }

#ifdef __cplusplus
}
#endif

#endif
