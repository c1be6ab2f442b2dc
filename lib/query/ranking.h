/* Every number that orders results. All act when a question is asked, so that
 * tuning needs no new index (k1 and b of BM25 are in index/impact.h). Measured
 * with scripts/eval; docs/ranking.md tells what each is worth. */
#ifndef FT_QUERY_RANKING_H
#define FT_QUERY_RANKING_H

#include <stddef.h>

/* What an article is judged by. The first are sums over the question's terms
 * of BM25; each of them is at the same time a field of the index. */
typedef enum ft_feature {
    FT_FEATURE_WORDS,         /* words in the text */
    FT_FEATURE_PAIRS,         /* pairs of characters in the text */
    FT_FEATURE_CHARS,         /* single characters in the text */
    FT_FEATURE_NUMBERS,       /* numbers in the text, in any spelling */
    FT_FEATURE_HEADING_WORDS, /* words in headings and title */
    FT_FEATURE_HEADING_PAIRS, /* pairs in headings and title */
    FT_FEATURE_SYNONYMS,      /* other words for it, in the text */
    FT_FEATURE_COVER,         /* how much of the question is there at all */
    FT_FEATURE_CLAUSE,        /* the best clause by itself */
    FT_FEATURE_DIVISION,      /* the best others below the same heading */
    FT_FEATURE_STATUTE,       /* the best others of the same statute */
    FT_FEATURE_LAW,           /* the sums again, if the statute is a law */
    FT_FEATURE_COUNT
} ft_feature;

/* The name of a feature, as fatiao/explanation.h has it. Static. */
const char *ft_feature_name(ft_feature feature);

/* Of a word, pair or character that stands inside a number of the question,
 * which is searched for as a whole, the weight is multiplied by this: 20 of
 * 2023年. */
#define FT_RANKING_IN_NUMBER 0.25

/* Of a whole synonym, a run of n characters, the weight is multiplied by n - 1
 * pairs and half as many words. */
#define FT_RANKING_RUN_CHAR 1.5

/* Of a synonym's words and pairs by themselves, the weight is multiplied by
 * this. */
#define FT_RANKING_PART 0.4

/* Single characters that stand in pairs are searched for in questions of at
 * most so many characters; in longer ones they only order the candidates. */
#define FT_RANKING_SHORT_CHARS 6

/* Terms that a character of an article gives on average: itself, its pair, a
 * part of a word, its share of the heading. Tells the mean length of articles
 * in characters from that in terms, which the engine knows. */
#define FT_RANKING_TERMS_PER_CHAR 2.4

/* The most terms of a question that are searched for, the rarest first: a
 * pasted page is searched for by what is peculiar to it, and the common ones
 * decide nothing. */
#define FT_RANKING_TERMS_MAX 256

/* A clause that shows no word and no pair of the question but only scattered
 * characters, as 混合所有制改革 shows 混改, answers if they make up this share
 * of the weight of all its characters. */
#define FT_RANKING_CHARS_SHARE 0.2

/* The share of the question that stands in an article counts to this power: the
 * last word that is there adds more than the first. */
#define FT_RANKING_COVER_POWER 3.0

/* What may differ from one searcher to the next. */
typedef struct ft_ranking {
    double factors[FT_FEATURE_COUNT]; /* on the BM25 weight of a term; 0 for
                                         what is no sum over terms */
    double weights[FT_FEATURE_COUNT]; /* of the features, in the second step */
    double filler; /* on the weight of words that only ask: 怎么, 请问 */
    double lead;   /* of a lead's score, what each of its items gets */
    size_t candidates; /* how many articles the second step orders anew */
    size_t texts;      /* the text of how many of these is read; the others
                          stay behind */
} ft_ranking;

extern const ft_ranking ft_ranking_default;

#endif
