/* Which words of a text a question names: counted for scoring, marked for
 * showing.
 *
 *     question 贷款贴息      text  …通过奖励、补助、贷款贴息、风险补偿…
 *                                              ~~~~~~~~
 */
#ifndef FT_SEARCH_MATCHER_H
#define FT_SEARCH_MATCHER_H

#include "query/query.h"
#include "search/passage.h"

/* Reads texts for one question. Keeps its memory between texts. */
typedef struct ft_matcher {
    const fatiao_query *query;
    uint64_t starts[16]; /* the bits of the first characters of its terms, by
                            the lowest ten bits of their codes */
    ft_array chars;      /* of ft_char: the folded text */
    ft_array strengths;  /* of uint8_t: how each character is matched */
    ft_array causes;     /* of const char *: for which word of the question, as
                            in ft_query_term; NULL: for itself */
    ft_strbuf number;    /* the spelling of one, for comparing */
    uint32_t *counts;    /* how often each term stands in the text */
    ft_array passages;   /* of ft_passage: scratch */
    ft_array inner;      /* likewise */
    bool stands;         /* whether something of what must hold does */
    bool is_relaxed;     /* what is loose is passed over */
    bool is_title;   /* set before a title is read, or a heading: what the */
    bool is_heading; /* question says of it in a field is then marked */
} ft_matcher;

fatiao_status ft_matcher_init(ft_matcher *matcher, const fatiao_query *query,
                              fatiao_error *error);
void ft_matcher_finish(ft_matcher *matcher);

/* Reads a text: fills all that is above. */
fatiao_status ft_matcher_read(ft_matcher *matcher, const char *text,
                              size_t byte_count, fatiao_error *error);

/* How strongly a character, or a text, is matched: not at all, by a character
 * out of a longer word of the question, or by a word or pair of it; a character
 * that was asked for by itself is a word. */
typedef enum ft_strength {
    FT_STRENGTH_NONE = 0,
    FT_STRENGTH_CHAR = 1,
    FT_STRENGTH_TERM = 2
} ft_strength;

/* The strongest match in the text just read. */
ft_strength ft_matcher_strength(const ft_matcher *matcher);

/* Pushes the marks (fatiao_span) on the text just read, at least as strong as
 * `least`: in order, none overlapping or touching. Where there are others, none
 * cuts a number. */
fatiao_status ft_matcher_marks(const ft_matcher *matcher, const char *text,
                               ft_strength least, ft_array *marks,
                               fatiao_error *error);

#endif
