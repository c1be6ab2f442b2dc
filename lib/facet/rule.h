/* The bones of a prose: with what force it speaks, sentence by sentence, and
 * who must act. The outermost word of force counts: below 应当, 鼓励 says what
 * is to be done, not how strictly. */
#ifndef FT_FACET_RULE_H
#define FT_FACET_RULE_H

#include "facet/actor.h"

/* A force in characters [start, end). */
typedef struct ft_force {
    uint32_t role; /* one FT_ROLE_…, 0: a rule with a plain verb */
    uint32_t start;
    uint32_t end;
    bool is_dropped; /* another took its place */
} ft_force;

/* What is known of a sentence. */
typedef struct ft_sentence {
    uint32_t forbidden_from; /* what stands behind is what must not be done;
                                UINT32_MAX: nothing */
    uint32_t allowed_from;   /* … up to a duty or a power behind it */
    bool is_statement;       /* purpose, scope, definition, date */
    bool is_sanction;
    bool is_governed; /* by a word of force */
    bool is_private;  /* firms or persons must act */
    bool is_of_firms; /* firms must */
} ft_sentence;

typedef struct ft_rules {
    ft_array forces;    /* of ft_force */
    ft_array actors;    /* of ft_actor */
    ft_array sentences; /* of ft_sentence */
    ft_array is_name;   /* of bool, by character: in a name of one who acts */
} ft_rules;

void ft_rules_init(ft_rules *rules);
fatiao_status ft_rules_read(ft_rules *rules, const ft_grammar *grammar,
                            const ft_prose *prose, fatiao_error *error);
void ft_rules_finish(ft_rules *rules);

#endif
