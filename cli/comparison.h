/* Two statutes side by side, measure by measure: what each gives, to whom, how
 * firmly, in which clauses.
 *
 *     measure  贴息
 *     left     小型微型企业 中小企业   应当   第九条第一款 第十四条
 *     right    小企业                  可以   第十条
 */
#ifndef CLI_COMPARISON_H
#define CLI_COMPARISON_H

#include "clause_list.h"

/* Names, each once, in the order they came. */
typedef struct name_set {
    const char **names; /* borrowed from the facets */
    size_t count;
} name_set;

/* What one statute has of a measure. */
typedef struct comparison_side {
    const clause_row **rows;
    size_t count;
    name_set beneficiaries;
    name_set forces;       /* in the order of their list */
    name_set numbers;      /* as the text has them */
    const char *certainty; /* the hardest: "硬" …, or "" */
} comparison_side;

typedef struct comparison_entry {
    const char *measure;
    comparison_side sides[2];
    /* What differs, where both have the measure. */
    bool differs_in_force; /* in the strongest, or in how sure it is */
    bool differs_in_beneficiaries;
    bool differs_in_numbers;
} comparison_entry;

/* The measures that either has, in the order of their list. */
typedef struct comparison {
    clause_list lists[2];
    comparison_entry *entries;
    size_t count;
} comparison;

/* The statutes must outlive the comparison, which is ended with
 * comparison_finish unless this fails. */
fatiao_status comparison_make(const fatiao_statute *left,
                              const fatiao_statute *right, comparison *out,
                              fatiao_error *error);
void comparison_finish(comparison *both);

/* Where an entry belongs: 0 or 1 where only that side has it, 2 where both do
 * and it differs, 3 where they are alike. */
int comparison_kind(const comparison_entry *entry);

bool name_set_has(const name_set *set, const char *name);

#endif
