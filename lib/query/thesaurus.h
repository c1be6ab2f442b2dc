/* Other words for what a question says. A group is a line of a thesaurus file:
 *
 *     拖欠+工资 欠薪 讨薪 => 拖欠劳动报酬 足额支付 @0.6
 *
 *     words of the left   拖欠+工资 (two parts), 欠薪, 讨薪
 *     words of the right  拖欠劳动报酬, 足额支付
 *
 * In memory all strings stand once, ordered, so that those that begin at a
 * character of the question are found by narrowing a range:
 *
 *     strings   … 工资 … 拖欠 … 欠薪 …   each with the words it is part of
 *     words     … (拖欠 工资) (欠薪) …    each with its group
 *     groups    … (relation, weight, its words) …
 *
 * The tables hold places, not pointers, so that those of the library itself are
 * made while it is built (make_thesaurus.c). */
#ifndef FT_QUERY_THESAURUS_H
#define FT_QUERY_THESAURUS_H

#include <fatiao/fatiao.h>

#include <stdint.h>

/* How the sides of a group are related; the sign that says so in a file. */
typedef enum ft_relation {
    FT_RELATION_SAME,     /* =   each of its words also means the others */
    FT_RELATION_NARROWER, /* >   the left also means the right, its kinds */
    FT_RELATION_LEGAL     /* =>  the left, as people say it, means the right */
} ft_relation;

typedef struct ft_thesaurus_string {
    uint32_t codes_at;
    uint32_t char_count;
    uint32_t use_first; /* in `uses`: the words that ask for it */
    uint32_t use_count;
} ft_thesaurus_string;

typedef struct ft_thesaurus_word {
    uint32_t part_first; /* in `parts`: its strings */
    uint32_t part_count;
    uint32_t group;
} ft_thesaurus_word;

typedef struct ft_thesaurus_group {
    ft_relation relation;
    float weight;
    uint32_t word_first; /* the left words, then the right */
    uint32_t left_count;
    uint32_t word_count;
} ft_thesaurus_group;

struct fatiao_thesaurus {
    const uint32_t *codes;
    const ft_thesaurus_string *strings;
    const uint32_t *uses;
    const ft_thesaurus_word *words;
    const uint32_t *parts;
    const ft_thesaurus_group *groups;
    uint32_t code_count;
    uint32_t string_count;
    uint32_t use_count;
    uint32_t word_count;
    uint32_t part_count;
    uint32_t group_count;
};

/* The library's own; made from the files in thesaurus/. */
extern const fatiao_thesaurus ft_thesaurus_default;

#endif
