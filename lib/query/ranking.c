/* The ranking in use unless another is set. */
#include "query/ranking.h"

const ft_ranking ft_ranking_default = {
    .factors =
        {
            [FT_FEATURE_WORDS] = 1,
            [FT_FEATURE_PAIRS] = 1,
            [FT_FEATURE_CHARS] = 0.8,
            [FT_FEATURE_NUMBERS] = 1,
            [FT_FEATURE_HEADING_WORDS] = 0.8,
            [FT_FEATURE_HEADING_PAIRS] = 0.3,
            [FT_FEATURE_SYNONYMS] = 0.5,
        },
    .weights =
        {
            [FT_FEATURE_WORDS] = 1,
            [FT_FEATURE_PAIRS] = 1,
            [FT_FEATURE_CHARS] = 1,
            [FT_FEATURE_NUMBERS] = 1,
            [FT_FEATURE_HEADING_WORDS] = 1,
            [FT_FEATURE_HEADING_PAIRS] = 1,
            [FT_FEATURE_SYNONYMS] = 1,
            [FT_FEATURE_CLAUSE] = 0.2,
            [FT_FEATURE_DIVISION] = 0.1,
            [FT_FEATURE_STATUTE] = 0.3,
            [FT_FEATURE_LAW] = 0.15,
        },
    .lead = 0.3,
    .candidates = 400,
    .texts = 60,
};
