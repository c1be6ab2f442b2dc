/* Cutting any text into words with ICU itself: for what the cutter does not
 * know, kana, other scripts, and as its oracle in tests. ICU's word breaker is
 * opened at the first use, which takes milliseconds. */
#ifndef FT_TEXT_BREAKER_H
#define FT_TEXT_BREAKER_H

#include <fatiao/fatiao.h>

#include "base/array.h"
#include "text/fold.h"

struct UBreakIterator;

typedef struct ft_breaker {
    struct UBreakIterator *iterator;
    ft_array units;   /* of UChar: the characters in UTF-16 */
    ft_array indexes; /* of uint32_t: the character each unit belongs to */
} ft_breaker;

void ft_breaker_init(ft_breaker *breaker);
void ft_breaker_finish(ft_breaker *breaker);

/* Pushes the words (ft_token) of the characters [start, end), as if nothing
 * stood before and behind. */
fatiao_status ft_breaker_run(ft_breaker *breaker, const ft_char *chars,
                             uint32_t start, uint32_t end, ft_array *tokens,
                             fatiao_error *error);

#endif
