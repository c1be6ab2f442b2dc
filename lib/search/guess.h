/* The likeliest ways to read a question: paths through its lattice, weighed by
 * what its arcs cost and by how often their characters stand side by side in
 * the index. Beam search: of the paths to each node the best few go on. */
#ifndef FT_SEARCH_GUESS_H
#define FT_SEARCH_GUESS_H

#include "search/lattice.h"

/* One arc of a path and the character chosen, FT_SPELLING_NONE where the arc
 * has none. */
typedef struct ft_guess_step {
    const ft_arc *arc;
    uint16_t place;
    double cost; /* of the path so far, with this step */
    double slip; /* the part of it that believing the arc costs */
} ft_guess_step;

/* A path from the beginning to the end. */
typedef struct ft_guess_path {
    double cost;
    const ft_guess_step *steps; /* in the arena */
    size_t step_count;
} ft_guess_path;

/* Pushes up to `limit` paths (ft_guess_path), the likeliest first. */
fatiao_status ft_guess_find(const ft_lattice *lattice, size_t limit,
                            ft_arena *arena, ft_array *paths,
                            fatiao_error *error);

/* What a path costs whose steps have all but their costs; fills these in. */
double ft_guess_weigh(const ft_lattice *lattice, ft_guess_step *steps,
                      size_t count);

/* What the question as typed costs. */
double ft_guess_typed_cost(const ft_lattice *lattice);

/* Whether a step is anything but what was typed, and whether it is read from
 * letters. */
bool ft_guess_is_change(const ft_guess_step *step);
bool ft_guess_is_pinyin(const ft_guess_step *step);

/* The nearest step before (`direction` -1) or behind (1) that is no blank; NULL
 * if it is no Chinese character. `has_blank` tells whether one lies between. */
const ft_guess_step *ft_guess_neighbour(const ft_guess_path *path, size_t at,
                                        int direction, bool *has_blank);

#endif
