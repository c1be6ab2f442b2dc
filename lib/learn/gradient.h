/* In which direction, and how far, each row's score should move: the first and
 * second order of what the trees are grown for. */
#ifndef FT_LEARN_GRADIENT_H
#define FT_LEARN_GRADIENT_H

#include "learn/boost.h"

/* For each pair of an answer and another row of one group: the chance that the
 * scores put them the wrong way round, times what swapping the two would change
 * in nDCG. */
fatiao_status ft_gradient_fill(const ft_boost_rows *rows, const double *scores,
                               double *slopes, double *curves,
                               fatiao_error *error);

#endif
