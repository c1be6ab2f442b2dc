/* Which lines go on with the sentence of the line before. */
#ifndef FT_STATUTE_WRAP_H
#define FT_STATUTE_WRAP_H

#include "statute/mark.h"

/* Sets `is_joined`; labels and quotations must be known. */
void ft_wrap_mark(const ft_lines *lines, ft_mark *marks);

#endif
