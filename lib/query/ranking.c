/* The weights of the second step. */
#include "query/ranking.h"

const double ft_ranking_weights[FT_FEATURE_COUNT] = {
    [FT_FEATURE_WORDS] = 1,         [FT_FEATURE_PAIRS] = 1,
    [FT_FEATURE_CHARS] = 1,         [FT_FEATURE_NUMBERS] = 1,
    [FT_FEATURE_HEADING_WORDS] = 1, [FT_FEATURE_HEADING_PAIRS] = 1,
    [FT_FEATURE_SYNONYMS] = 1,      [FT_FEATURE_CLAUSE] = 0.2,
    [FT_FEATURE_DIVISION] = 0.1,    [FT_FEATURE_STATUTE] = 0.3,
};
