/* Other words for what a question says, by a thesaurus. */
#ifndef FT_QUERY_SYNONYM_H
#define FT_QUERY_SYNONYM_H

#include "base/array.h"
#include "base/strbuf.h"
#include "query/thesaurus.h"

/* Another word for what the question says. */
typedef struct ft_synonym {
    const fatiao_thesaurus *thesaurus;
    const uint32_t *codes; /* in the thesaurus */
    uint32_t char_count;
    uint32_t word; /* of the thesaurus: the one that stands in the question */
    float weight;
} ft_synonym;

/* Pushes ft_synonym items, none twice: other words for what the folded
 * characters say (of ft_char; `tokens`, of ft_token, are cut from them). A word
 * inside a longer one that is known too means nothing by itself. */
fatiao_status ft_thesaurus_look_up(const fatiao_thesaurus *thesaurus,
                                   const ft_array *chars,
                                   const ft_array *tokens, ft_array *synonyms,
                                   fatiao_error *error);

/* The length of the longest string of a thesaurus that begins at a character;
 * 0 if none does. Single characters do not count. */
uint32_t ft_thesaurus_longest(const fatiao_thesaurus *thesaurus,
                              const ft_array *chars, size_t at);

/* Appends the word that stands in the question, as a file has it: 拖欠+工资. */
void ft_synonym_write_cause(const ft_synonym *synonym, ft_strbuf *out);

#endif
