/* The ranking in use unless another is set, and what its features are called.
 */
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
            [FT_FEATURE_COVER] = 0.4,
            [FT_FEATURE_CLAUSE] = 0.2,
            [FT_FEATURE_DIVISION] = 0.1,
            [FT_FEATURE_STATUTE] = 0.3,
            [FT_FEATURE_LAW] = 0.15,
        },
    .filler = 0,
    .lead = 0.3,
    .candidates = 400,
    .texts = 60,
};

const char *
ft_feature_name(ft_feature feature)
{
    static const char *const names[FT_FEATURE_COUNT] = {
        [FT_FEATURE_WORDS] = "words",
        [FT_FEATURE_PAIRS] = "pairs",
        [FT_FEATURE_CHARS] = "characters",
        [FT_FEATURE_NUMBERS] = "numbers",
        [FT_FEATURE_HEADING_WORDS] = "heading-words",
        [FT_FEATURE_HEADING_PAIRS] = "heading-pairs",
        [FT_FEATURE_SYNONYMS] = "synonyms",
        [FT_FEATURE_COVER] = "cover",
        [FT_FEATURE_CLAUSE] = "clause",
        [FT_FEATURE_DIVISION] = "division",
        [FT_FEATURE_STATUTE] = "statute",
        [FT_FEATURE_LAW] = "law",
    };
    return names[feature];
}
