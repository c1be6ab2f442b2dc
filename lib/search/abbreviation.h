/* Words of the thesaurus that a row of letters may be short for: zjtx is
 * 专精特新. A search by pairs of characters does not come to it in a large
 * index, where other pairs that begin so are a thousand times as frequent. */
#ifndef FT_SEARCH_ABBREVIATION_H
#define FT_SEARCH_ABBREVIATION_H

#include "search/guess.h"

/* Pushes a path (ft_guess_path) for each such word in place of a row of letters
 * that are no whole syllables; the rest of the question is as typed. */
fatiao_status ft_abbreviation_find(const ft_lattice *lattice, ft_arena *arena,
                                   ft_array *paths, fatiao_error *error);

#endif
