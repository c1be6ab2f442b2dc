/* Every number that orders results. All act when a question is asked, so that
 * tuning needs no new index. Measured with scripts/eval. */
#ifndef FT_QUERY_RANKING_H
#define FT_QUERY_RANKING_H

/* BM25 over articles. Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework: BM25 and Beyond", 2009. */
#define FT_RANKING_K1 1.6
#define FT_RANKING_B 0.75

/* Factors on a term's BM25 weight, by where it stands and what it is. */
#define FT_RANKING_WORD 1.0
#define FT_RANKING_PAIR 1.0
#define FT_RANKING_CHAR 0.8
#define FT_RANKING_NUMBER 1.0

/* Factor on a word, pair or character that stands inside a number of the
 * question, which is searched for as a whole: 20 of 2023年. */
#define FT_RANKING_IN_NUMBER 0.25
#define FT_RANKING_HEADING_WORD 0.8
#define FT_RANKING_HEADING_PAIR 0.3

/* Single characters that stand in pairs are searched for in questions of at
 * most so many characters; in longer ones they only order the candidates. */
#define FT_RANKING_SHORT_CHARS 6

/* Terms that a character of an article gives on average: itself, its pair, a
 * part of a word, its share of the heading. Tells the mean length of articles
 * in characters from that in terms, which the engine knows. */
#define FT_RANKING_TERMS_PER_CHAR 2.4

/* The most terms of a question that the engine is asked for, the rarest first:
 * a pasted page is searched for by what is peculiar to it, for a union of
 * thousands of terms takes seconds and the common ones decide nothing. */
#define FT_RANKING_TERMS_MAX 256

/* A clause that shows no word and no pair of the question but only scattered
 * characters, as 混合所有制改革 shows 混改, answers if they make up this share
 * of the weight of all its characters. */
#define FT_RANKING_CHARS_SHARE 0.2

/* How many articles of the first step the second step orders anew. */
#define FT_RANKING_CANDIDATES 200

/* Of the best clause's score, the part that is added to the article's. */
#define FT_RANKING_CLAUSE 0.2

/* Of a lead's score, the part that is added to each of its items. */
#define FT_RANKING_LEAD 0.3

#endif
