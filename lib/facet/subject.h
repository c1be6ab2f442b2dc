/* Subjects: who acts in a clause, and who waits for a verb.
 *
 *     大型企业拖欠款项的，| 应当 支付逾期利息      waits, then acts
 *     付款期限 | 应当 自验收合格之日起算            a thing: nobody acts
 *     省财政部门 | 会同 有关部门 | 制定办法         one acts, one joins */
#ifndef FT_FACET_SUBJECT_H
#define FT_FACET_SUBJECT_H

#include "facet/rule.h"

/* A sentence while its clauses are read. */
typedef struct ft_rule_reader {
    ft_rules *rules;
    const ft_grammar *grammar;
    const ft_prose *prose;
    fatiao_error *error;
    ft_sentence *sentence;
    const ft_sentence *lead; /* of the words above an item */
    ft_actor waiting; /* a subject whose duty is still to come: that of 有…的，,
                         one alone before a comma, or of a plain verb */
    enum {
        FT_WAITS_NOT,
        FT_WAITS_CONDITION,
        FT_WAITS_ALONE,
        FT_WAITS_PLAIN
    } waits;
    size_t plain;      /* the force of a plain verb, NONE */
    bool is_private;   /* … of firms or persons */
    bool is_adverbial; /* … of which no verb has been seen: X根据政策， */
    bool is_governed;  /* a word of force has been read */
    bool is_in_charge; /* 负责 */
    bool has_subject;  /* the clause has one, or goes on with one */
    bool has_soft;     /* 鼓励, 支持 or 引导 */
    bool has_given;
} ft_rule_reader;

/* Notes that a noun phrase names those who act. */
fatiao_status ft_subject_name(const ft_rule_reader *r, const ft_actor *phrase);

/* Reads the subject of the clause [at, end), or gives it the one that waits.
 * `*predicate` is where what is said of it begins. */
fatiao_status ft_subject_read(ft_rule_reader *r, uint32_t at, uint32_t end,
                              bool is_condition, uint32_t *predicate);

/* At the end of a sentence: an organisation that waited acts in a plain way. */
fatiao_status ft_subject_end(ft_rule_reader *r);

#endif
