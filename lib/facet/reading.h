/* A clause being read: the prose, what was spotted in it, and the values
 * taken from that so far. Each file below takes the values of some facets:
 *
 *     benefit.c     measures and beneficiaries
 *     duty.c        duty-bearers, departments, force, certainty
 *     ground.c      citations, grounds, conditions
 */
#ifndef FT_FACET_READING_H
#define FT_FACET_READING_H

#include "base/arena.h"
#include "facet/rule.h"

struct fatiao_facets {
    ft_arena arena;
    ft_array values; /* of fatiao_facet_value */
    bool only_defers;
    bool is_rule;
};

typedef struct ft_reading {
    const fatiao_statute *statute;
    const ft_cues *cues;
    ft_prose prose;
    ft_spots spots;
    ft_grammar grammar;
    ft_rules rules;
    fatiao_facets *facets;
    fatiao_error *error;
} ft_reading;

/* The sentence that a character stands in. */
const ft_sentence *ft_reading_sentence(const ft_reading *reading,
                                       uint32_t char_index);

/* Adds a value for characters [start, end) unless the facet has one of that
 * name; `name` NULL is the text itself. The item may be filled in further; NULL
 * in `*out`, which may be NULL itself, if it was there. */
fatiao_status ft_reading_add(ft_reading *reading, fatiao_facet facet,
                             const char *name, uint32_t start, uint32_t end,
                             fatiao_facet_value **out);

/* A copy of the text of characters [start, end). NULL: no memory. */
const char *ft_reading_text(ft_reading *reading, uint32_t start, uint32_t end);

#endif
