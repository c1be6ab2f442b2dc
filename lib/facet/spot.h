/* Spotting: which values' cues stand in a prose, and where. One walk of the
 * trie from each character finds the words of all files; of two words of one
 * file the longer one hides the shorter that lies inside it, so that 社会保险费
 * is no 保险. */
#ifndef FT_FACET_SPOT_H
#define FT_FACET_SPOT_H

#include "facet/cue.h"
#include "facet/prose.h"

/* A value whose cue stands in characters [start, end). */
typedef struct ft_spot {
    uint32_t value;
    uint32_t start;
    uint32_t end;
} ft_spot;

/* All of a prose, by table, in the order of their ends. */
typedef struct ft_spots {
    ft_array of[FT_CUES_COUNT]; /* of ft_spot */
    ft_array words;             /* scratch */
    ft_array states;            /* scratch */
} ft_spots;

void ft_spots_init(ft_spots *spots);
fatiao_status ft_spots_find(ft_spots *spots, const ft_cues *cues,
                            const ft_prose *prose, fatiao_error *error);
void ft_spots_finish(ft_spots *spots);

#endif
