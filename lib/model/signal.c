/* The names of the signals that are no features. */
#include "model/signal.h"

static const char *const names[FT_SIGNAL_COUNT] = {
    [FT_SIGNAL_FIRST] = "first score",
    [FT_SIGNAL_FIRST_RANK] = "first rank",
    [FT_SIGNAL_UNTRAINED] = "untrained score",
    [FT_SIGNAL_UNTRAINED_RANK] = "untrained rank",
    [FT_SIGNAL_BEST] = "best score",
    [FT_SIGNAL_VOTES] = "votes",
    [FT_SIGNAL_VOTE_SHARE] = "vote share",
    [FT_SIGNAL_DIVISION_VOTES] = "division votes",
    [FT_SIGNAL_DIVISION_SHARE] = "division share",
    [FT_SIGNAL_STATUTE_VOTES] = "statute votes",
    [FT_SIGNAL_STATUTE_SHARE] = "statute share",
    [FT_SIGNAL_NEIGHBOUR_VOTES] = "neighbour votes",
    [FT_SIGNAL_NEAREST] = "nearest question",
    [FT_SIGNAL_WORDS] = "question words",
    [FT_SIGNAL_DIVISION_WORDS] = "division question words",
    [FT_SIGNAL_STATUTE_WORDS] = "statute question words",
    [FT_SIGNAL_WORD_SCORE] = "question word score",
    [FT_SIGNAL_ADVISED] = "advised score",
    [FT_SIGNAL_ADVISED_RANK] = "advised rank",
    [FT_SIGNAL_PLACE] = "place in statute",
    [FT_SIGNAL_STATUTE_SIZE] = "statute size",
};

const char *
ft_signal_name(ft_signal signal)
{
    return (int)signal < (int)FT_FEATURE_COUNT
               ? ft_feature_name((ft_feature)signal)
               : names[signal];
}
