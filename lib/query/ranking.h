/* Every number that orders results. All act when a question is asked, so that
 * tuning needs no new index (k1 and b of BM25 are in index/impact.h). Measured
 * with scripts/eval; docs/ranking.md tells what each is worth. */
#ifndef FT_QUERY_RANKING_H
#define FT_QUERY_RANKING_H

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
    FT_FEATURE_CLAUSE,        /* the best clause by itself */
    FT_FEATURE_DIVISION,      /* the best others below the same heading */
    FT_FEATURE_STATUTE,       /* the best others of the same statute */
    FT_FEATURE_COUNT
} ft_feature;

/* Factors on the BM25 weight of a term in the first step. */
#define FT_RANKING_WORD 1.0
#define FT_RANKING_PAIR 1.0
#define FT_RANKING_CHAR 0.8
#define FT_RANKING_NUMBER 1.0

/* Factor on a word, pair or character that stands inside a number of the
 * question, which is searched for as a whole: 20 of 2023年. */
#define FT_RANKING_IN_NUMBER 0.25
#define FT_RANKING_HEADING_WORD 0.8
#define FT_RANKING_HEADING_PAIR 0.3

/* Other words for what the question says: the factor on the weight of a run of
 * characters, and what a run of n characters counts for: n - 1 pairs and half
 * as many words. */
#define FT_RANKING_SYNONYM 0.5
#define FT_RANKING_RUN_CHAR 1.5

/* The same for its words and pairs by themselves. */
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

/* How many articles of the first step the second step orders anew. */
#define FT_RANKING_CANDIDATES 400

/* The text of how many of these is read; the others stay behind. */
#define FT_RANKING_TEXTS 60

/* Of a lead's score, the part that is added to each of its items. */
#define FT_RANKING_LEAD 0.3

/* The weights of the features in the second step, by ft_feature. */
extern const double ft_ranking_weights[FT_FEATURE_COUNT];

#endif
