/* The words that build a sentence, by the part they play in it; the words
 * themselves stand in facets/grammar.txt.
 *
 *     市财政部门 | 会同 | 有关部门 | 应当 | 对 | 中小企业 | 给予 | 补贴
 *     AUTHORITY   WITH   AUTHORITY   MUST  PREPOSITION  FIRM   GIVE */
#ifndef FT_FACET_GRAMMAR_H
#define FT_FACET_GRAMMAR_H

#include "facet/spot.h"

typedef enum ft_role {
    FT_ROLE_MUST = 1 << 0,          /* 应当 */
    FT_ROLE_MAY = 1 << 1,           /* 可以 */
    FT_ROLE_MUST_NOT = 1 << 2,      /* 不得 */
    FT_ROLE_BAN = 1 << 3,           /* 禁止 */
    FT_ROLE_ENCOURAGE = 1 << 4,     /* 鼓励 */
    FT_ROLE_SUPPORT = 1 << 5,       /* 支持 */
    FT_ROLE_GUIDE = 1 << 6,         /* 引导 */
    FT_ROLE_GIVE = 1 << 7,          /* 给予 with a benefit */
    FT_ROLE_STATE = 1 << 8,         /* 陈述: purpose, scope, date … */
    FT_ROLE_IN_CHARGE = 1 << 9,     /* 负责 */
    FT_ROLE_AUTHORITY = 1 << 10,    /* ends the name of an authority */
    FT_ROLE_BODY = 1 << 11,         /* … of another organisation */
    FT_ROLE_PERSON = 1 << 12,       /* … of persons */
    FT_ROLE_FIRM = 1 << 13,         /* … of firms */
    FT_ROLE_STATE_ITSELF = 1 << 14, /* 国家, 本市 */
    FT_ROLE_PREPOSITION = 1 << 15,
    FT_ROLE_ADVERB = 1 << 16,
    FT_ROLE_VERB = 1 << 17,
    FT_ROLE_OPENING = 1 << 18, /* 并, 其中, 必要时: before what is said */
    FT_ROLE_AND = 1 << 19,
    FT_ROLE_BY = 1 << 20,   /* 由 */
    FT_ROLE_WITH = 1 << 21, /* 会同 */
    FT_ROLE_ATTRIBUTE = 1 << 22, /* 负责…的部门: verbs that go on with a name */
    FT_ROLE_SANCTION = 1 << 23,
    FT_ROLE_TOPIC = 1 << 24, /* 等方面的信息: what stands before is a topic */
    FT_ROLE_QUOTE = 1 << 25, /* 认为, 约定: what follows is said of another */
    FT_ROLE_NAME = 1 << 26, /* verbs that are also names: 发展改革部门 */
    FT_ROLE_RULE = 1 << 27, /* a rule without a verb of the list */
    FT_ROLE_TAKES_OBJECT = 1 << 28 /* verbs whose object is no one who acts */
} ft_role;

enum {
    FT_ROLES_FORCE =
        FT_ROLE_MUST | FT_ROLE_MAY | FT_ROLE_MUST_NOT | FT_ROLE_BAN,
    FT_ROLES_SOFT = FT_ROLE_ENCOURAGE | FT_ROLE_SUPPORT | FT_ROLE_GUIDE,
    FT_ROLES_HEAD = FT_ROLE_AUTHORITY | FT_ROLE_BODY | FT_ROLE_PERSON |
                    FT_ROLE_FIRM | FT_ROLE_STATE_ITSELF
};

/* For each character the roles of the longest word that begins there, its
 * length, and the roles of the words that end before it. */
typedef struct ft_grammar {
    ft_array begins;  /* of uint32_t */
    ft_array lengths; /* of uint32_t */
    ft_array ends;    /* of uint32_t */
} ft_grammar;

void ft_grammar_init(ft_grammar *grammar);
/* Reads the grammatical words that were spotted. */
fatiao_status ft_grammar_read(ft_grammar *grammar, const ft_cues *cues,
                              const ft_spots *spots, size_t char_count,
                              fatiao_error *error);
void ft_grammar_finish(ft_grammar *grammar);

/* 0 beyond the end. */
uint32_t ft_grammar_begins(const ft_grammar *grammar, size_t char_index);
uint32_t ft_grammar_length(const ft_grammar *grammar, size_t char_index);
uint32_t ft_grammar_ends(const ft_grammar *grammar, size_t char_index);

/* The first character in [start, end) where a word of these roles begins; `end`
 * if there is none. */
uint32_t ft_grammar_next(const ft_grammar *grammar, uint32_t roles,
                         uint32_t start, uint32_t end);

#endif
