/* From lines to the tree. */
#ifndef FT_STATUTE_OUTLINE_H
#define FT_STATUTE_OUTLINE_H

#include "statute/builder.h"
#include "statute/mark.h"

/* Builds the tree of the lines from `first` on, those behind the head.
 * `builder->failed` says whether memory ran out. */
void ft_outline_build(ft_builder *builder, const ft_mark *marks, size_t first);

#endif
