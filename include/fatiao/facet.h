/* What a clause gives: measures, for whom, by whom, with what force, under what
 * condition. Read from the words of the statute by the rules in facets/, each
 * value with the words that justify it. What the text does not say has no
 * value. Included by fatiao.h, which has the rules that hold for every
 * function. */
#ifndef FATIAO_FACET_H
#define FATIAO_FACET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fatiao/status.h>
#include <fatiao/tree.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What is asked of a clause, and what the name of a value is. */
typedef enum fatiao_facet {
    FATIAO_FACET_MEASURE = 0,     /* 贴息: of a closed list */
    FATIAO_FACET_BENEFICIARY = 1, /* 高等学校毕业生: of a closed list */
    FATIAO_FACET_DUTY_BEARER = 2, /* 市、区人民政府: as the text has it */
    FATIAO_FACET_DEPARTMENT = 3, /* 税务部门: a duty-bearer, of a closed list */
    FATIAO_FACET_FORCE = 4,      /* 应当: of a closed list */
    FATIAO_FACET_CERTAINTY = 5, /* 硬, 条件 or 软: how sure an owner can be */
    FATIAO_FACET_CONDITION = 6, /* 符合条件的…: as the text has it */
    FATIAO_FACET_NUMBER = 7,    /* 百分之三十以上: as the text has it */
    FATIAO_FACET_CITATION = 8,  /* 《…法》: as the text has it */
    FATIAO_FACET_GROUND = 9     /* 国家规定: what decides the content */
} fatiao_facet;
#define FATIAO_FACET_COUNT ((size_t)10)

/* A value, and the words for it: bytes of the text of `node`, which is the
 * clause or one of its items (for an item, also what stands above it). */
typedef struct fatiao_facet_value {
    fatiao_facet facet;
    const char *name;
    const fatiao_node *node;
    size_t byte_start;
    size_t byte_count;
    /* A duty-bearer named behind 会同. */
    bool is_joined;
    /* A number: 百分之三十以上 is comparator ">=", amount "0.3". The amount is
     * a decimal or a fraction, a span of time as in ISO 8601 ("P18M"), or a
     * date ("2018-01-01", with ?? for what is left open). Else "". */
    const char *comparator;
    const char *amount;
    const char *unit;  /* "元", "人"; "" for shares, spans and dates */
    const char *basis; /* what it is a number of, as the text has it, or "" */
    /* A citation: 第二条第一款 behind the title, or "". */
    const char *place;
} fatiao_facet_value;

/* What was read from one clause. Immutable; may be shared across threads; the
 * statute must outlive it. Freed with fatiao_facets_free. */
typedef struct fatiao_facets fatiao_facets;

/* The most values that are read from one clause; further ones are left out. */
#define FATIAO_FACETS_MAX ((size_t)1000)

/* Reads a clause: a PARAGRAPH with its items, an ITEM with what stands above
 * it, or another node that holds text. `node` must be of `statute`.
 *
 *     for (; node != NULL; node = fatiao_node_following(node)) {
 *         if (node->kind != FATIAO_NODE_PARAGRAPH)
 *             continue;
 *         fatiao_facets_read(statute, node, &facets, NULL);
 *         for (size_t i = 0; i < fatiao_facets_count(facets); i++)
 *             puts(fatiao_facets_at(facets, i)->name);
 *         fatiao_facets_free(facets);
 *     }
 */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_facets_read(const fatiao_statute *statute, const fatiao_node *node,
                   fatiao_facets **out, fatiao_error *error);
FATIAO_API void fatiao_facets_free(fatiao_facets *facets);

/* The values, facet by facet, each once, in the order of the text. */
FATIAO_API size_t fatiao_facets_count(const fatiao_facets *facets);
FATIAO_API const fatiao_facet_value *
fatiao_facets_at(const fatiao_facets *facets, size_t index);

/* Whether the clause leaves what it gives to other rules (按照有关规定), which
 * must be looked up. */
FATIAO_API bool fatiao_facets_only_defers(const fatiao_facets *facets);

/* Whether there is a rule at all: not where a clause tells purpose, scope,
 * definitions or dates. A rule without a duty-bearer leaves unsaid who acts. */
FATIAO_API bool fatiao_facets_is_rule(const fatiao_facets *facets);

/* "measure", "duty-bearer" …: the name of a facet. Static; "" beyond the last.
 */
FATIAO_API const char *fatiao_facet_name(fatiao_facet facet);

/* The closed list of a facet, in its order: name number `index`, NULL beyond
 * the last, and at once where a facet has no closed list. Static. */
FATIAO_API const char *fatiao_facet_value_name(fatiao_facet facet,
                                               size_t index);

#ifdef __cplusplus
}
#endif

#endif
