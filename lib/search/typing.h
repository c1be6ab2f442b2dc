/* A question as a row of typed characters, each with what makes it look like a
 * slip of the pen or not.
 *
 *     贷款贴西   西 is odd: 贴西 stands nowhere, and no word holds it
 *     dai款      d, a and i are to be read as pinyin
 *     怎么       stands nowhere either, but is a word
 */
#ifndef FT_SEARCH_TYPING_H
#define FT_SEARCH_TYPING_H

#include "index/spelling.h"
#include "query/query.h"
#include "search/searcher.h"

/* Longer questions are pasted, not typed, and stay as they are. */
enum { FT_TYPING_CHARS_MAX = 128 };

typedef struct ft_typed {
    uint32_t code; /* folded */
    uint32_t byte_start;
    uint32_t byte_end;
    uint16_t place;  /* in the spelling, or FT_SPELLING_NONE */
    bool is_han;     /* may be corrected */
    bool is_letter;  /* to be read as pinyin */
    bool is_capital; /* was typed as a capital letter */
    bool is_word;    /* in a word of several characters that ICU or the
                        thesaurus knows, [word_start, word_end) */
    uint32_t word_start;
    uint32_t word_end;
    bool is_known; /* in one of three or more that the thesaurus knows */
    bool is_apart; /* a blank was typed before it */
    bool is_odd;   /* makes an unusual pair */
    bool is_open;  /* may be meant otherwise */
} ft_typed;

/* Characters that are words by themselves in everyday speech. Statutes hardly
 * have them, so that the index cannot tell; they are no slips. */
bool ft_typing_is_everyday(uint32_t code);

/* Pushes the characters (ft_typed) of a question onto `typed`. Pushes none
 * where nothing is odd and nothing is pinyin, which takes microseconds to see
 * and is the rule. What stands in quotation
 * marks, in an expression or in a place that the question cites is as it is. */
fatiao_status ft_typing_read(fatiao_searcher *searcher,
                             const fatiao_query *query,
                             const ft_spelling *spelling, ft_array *typed,
                             fatiao_error *error);

/* How closely two characters belong together: the share of the articles with
 * the rarer one that have the pair. Places; FT_SPELLING_NONE has no pairs. */
double ft_typing_bond(const ft_spelling *spelling, uint16_t first,
                      uint16_t second);

/* Whether the bond is such that the pair does not look like a slip. */
bool ft_typing_is_usual(const ft_spelling *spelling, uint16_t first,
                        uint16_t second);

#endif
