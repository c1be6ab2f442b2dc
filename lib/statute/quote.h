/* Which lines are words that an amendment puts into another law. */
#ifndef FT_STATUTE_QUOTE_H
#define FT_STATUTE_QUOTE_H

#include "statute/mark.h"

/* Sets `is_quoted`; labels must be known. */
void ft_quote_mark(const ft_lines *lines, ft_mark *marks);

#endif
