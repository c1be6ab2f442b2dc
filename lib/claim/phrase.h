/* Looking for words in runs of a clause's text. */
#ifndef FT_CLAIM_PHRASE_H
#define FT_CLAIM_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes [start, end) of a text. */
typedef struct ft_phrase {
    const char *start;
    const char *end;
} ft_phrase;

bool ft_phrase_begins(ft_phrase phrase, const char *word);

/* Where one of `count` words first stands; NULL if none does. `*word`, unless
 * NULL, is the one. */
const char *ft_phrase_find(ft_phrase phrase, const char *const *words,
                           size_t count, const char **word);

/* The first part of `*rest` that ends at one of the marks, without the mark;
 * `*rest` moves behind it. False at the end. */
bool ft_phrase_next(ft_phrase *rest, const char *const *marks, size_t count,
                    ft_phrase *out);

/* At most so many bytes of it. */
ft_phrase ft_phrase_cut(ft_phrase phrase, size_t byte_count);

#endif
