/* How the names of laws end: 劳动法, 支付条例, 本办法. */
#ifndef FT_STATUTE_LAW_WORD_H
#define FT_STATUTE_LAW_WORD_H

#include "text/fold.h"

/* Whether folded characters end as a law's name does; 依法 and 做法 do not. */
bool ft_law_word_ends(const ft_char *chars, size_t count);

/* How many characters at their end say the law that is meant anyway: 本法,
 * 该条例. */
size_t ft_law_word_self(const ft_char *chars, size_t count);

#endif
