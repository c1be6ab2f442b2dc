/* Looking for words. All are of whole characters, so bytes are compared. */
#include "claim/phrase.h"

#include <string.h>

bool
ft_phrase_begins(ft_phrase phrase, const char *word)
{
    const size_t byte_count = strlen(word);
    return (size_t)(phrase.end - phrase.start) >= byte_count &&
           memcmp(phrase.start, word, byte_count) == 0;
}

const char *
ft_phrase_find(ft_phrase phrase, const char *const *words, size_t count,
               const char **word)
{
    for (; phrase.start < phrase.end; phrase.start++)
        for (size_t i = 0; i < count; i++)
            if (ft_phrase_begins(phrase, words[i])) {
                if (word != NULL)
                    *word = words[i];
                return phrase.start;
            }
    return NULL;
}

bool
ft_phrase_next(ft_phrase *rest, const char *const *marks, size_t count,
               ft_phrase *out)
{
    if (rest->start >= rest->end)
        return false;
    const char *mark = NULL;
    const char *end = ft_phrase_find(*rest, marks, count, &mark);
    *out = (ft_phrase){rest->start, end == NULL ? rest->end : end};
    rest->start = end == NULL ? rest->end : end + strlen(mark);
    return true;
}

ft_phrase
ft_phrase_cut(ft_phrase phrase, size_t byte_count)
{
    if ((size_t)(phrase.end - phrase.start) > byte_count)
        phrase.end = phrase.start + byte_count;
    return phrase;
}
