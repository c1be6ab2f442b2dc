/* What the trees of a model see of a candidate: a row of numbers. The features
 * of query/ranking.h come first, as parts of the best first score of the
 * question; then what the memory says, and places and ranks. */
#ifndef FT_MODEL_SIGNAL_H
#define FT_MODEL_SIGNAL_H

#include "query/ranking.h"

typedef enum ft_signal {
    FT_SIGNAL_FIRST = FT_FEATURE_COUNT, /* the score of the first step */
    FT_SIGNAL_FIRST_RANK,
    FT_SIGNAL_UNTRAINED, /* what the candidate is worth without a model */
    FT_SIGNAL_UNTRAINED_RANK,
    FT_SIGNAL_BEST,           /* the best first score itself */
    FT_SIGNAL_VOTES,          /* for the article, the best 1 */
    FT_SIGNAL_VOTE_SHARE,     /* of all votes for articles */
    FT_SIGNAL_DIVISION_VOTES, /* for its division */
    FT_SIGNAL_DIVISION_SHARE,
    FT_SIGNAL_STATUTE_VOTES, /* for its statute */
    FT_SIGNAL_STATUTE_SHARE,
    FT_SIGNAL_NEIGHBOUR_VOTES, /* for articles beside it */
    FT_SIGNAL_NEAREST,         /* how near the nearest earlier question is */
    FT_SIGNAL_WORDS, /* how well the question fits those the article, … */
    FT_SIGNAL_DIVISION_WORDS, /* … its division, … */
    FT_SIGNAL_STATUTE_WORDS,  /* … and its statute answered */
    FT_SIGNAL_WORD_SCORE,     /* BM25 of the first of these three */
    FT_SIGNAL_ADVISED,        /* first score and votes together */
    FT_SIGNAL_ADVISED_RANK,
    FT_SIGNAL_PLACE,        /* where in its statute, from 0 to 1 */
    FT_SIGNAL_STATUTE_SIZE, /* how many articles its statute has */
    FT_SIGNAL_COUNT
} ft_signal;

/* A short name, "division votes". Static. */
const char *ft_signal_name(ft_signal signal);

#endif
