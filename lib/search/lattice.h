/* What a typed question may mean: arcs from place to place in it, each with the
 * characters that may be meant there and what believing so costs.
 *
 *     贷     kuan       贴    西
 *     0 --贷-- 1 ---款宽--- 5 --贴-- 6 --西昔稀 息…-- 7
 *              `-(k) 可开…  2 …           硒
 *
 * Costs are natural logarithms of odds: 2.3 is one in ten. */
#ifndef FT_SEARCH_LATTICE_H
#define FT_SEARCH_LATTICE_H

#include "search/typing.h"

typedef enum ft_arc_kind {
    FT_ARC_KEEP,    /* the character as typed */
    FT_ARC_LITERAL, /* typed signs that are no Chinese character */
    FT_ARC_BLANK,   /* a blank between letters: nothing */
    FT_ARC_CHANGE,  /* another character that sounds or looks alike */
    FT_ARC_DOUBLE,  /* one character for two equal ones */
    FT_ARC_SWAP,    /* the second character first */
    FT_ARC_SWAPPED, /* then the first */
    FT_ARC_INSERT,  /* a character that was not typed */
    FT_ARC_PINYIN,  /* a character for a whole syllable */
    FT_ARC_PARTIAL  /* a character for the beginning of its syllable */
} ft_arc_kind;

/* A character that may be meant. */
typedef struct ft_choice {
    uint16_t place; /* in the spelling */
    float cost;
} ft_choice;

/* Between nodes: three for each typed character, its beginning, a swap in the
 * middle, and behind a character put in before it. */
typedef struct ft_arc {
    ft_arc_kind kind;
    uint32_t from;
    uint32_t to;
    uint32_t typed_start; /* the typed characters [start, end) it stands for */
    uint32_t typed_end;
    size_t first_choice; /* none for LITERAL, BLANK and INSERT, and for a
                               character that the spelling does not know */
    size_t choice_count;
    float cost; /* on top of the choice's */
} ft_arc;

typedef struct ft_lattice {
    const ft_spelling *spelling;
    const ft_array *typed; /* of ft_typed */
    ft_array arcs;         /* of ft_arc, by `from` */
    ft_array choices;      /* of ft_choice */
    size_t letter_count;   /* letters to be read as pinyin */
    bool is_whole;         /* the row of letters at hand has whole syllables */
    float *costs;          /* scratch, for each char of the spelling */
} ft_lattice;

/* The node at the beginning of a typed character, or at the end. */
uint32_t ft_lattice_node(size_t typed_index);

/* Whether typed letters [start, end) can be cut into whole syllables. */
bool ft_lattice_is_whole(const ft_lattice *lattice, size_t start, size_t end);

fatiao_status ft_lattice_build(ft_lattice *lattice, const ft_spelling *spelling,
                               const ft_array *typed, fatiao_error *error);
void ft_lattice_finish(ft_lattice *lattice);

#endif
