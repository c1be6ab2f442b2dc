/* A stack of divisions, ranks rising. */
#include "statute/division.h"

/* The level of a line that Markdown does not mark as a heading. */
enum { LEVEL_NONE = 7 };

static unsigned
level_of(const ft_line *line)
{
    return line->heading_level > 0 ? line->heading_level : LEVEL_NONE;
}

const fatiao_node *
ft_divisions_innermost(const ft_divisions *divisions)
{
    return divisions->count == 0 ? divisions->root
                                 : divisions->items[divisions->count - 1].node;
}

/* Whether `above` stays open over a division of this rank and level. Depth
 * counts only for headings that have nothing else to tell their place. */
static bool
stays_open(const ft_division *above, unsigned rank, unsigned level)
{
    if (rank >= FT_RANK_UNLABELLED && level < LEVEL_NONE &&
        above->level >= level)
        return false;
    return above->rank < rank;
}

void
ft_divisions_add(ft_divisions *divisions, ft_builder *builder, unsigned rank,
                 const ft_line *line)
{
    const unsigned level = level_of(line);
    while (divisions->count > 0 &&
           !stays_open(&divisions->items[divisions->count - 1], rank, level))
        divisions->count--;
    const fatiao_node *node =
        ft_builder_add(builder, ft_divisions_innermost(divisions));
    if (node != NULL && divisions->count < FT_DIVISIONS_MAX)
        divisions->items[divisions->count++] = (ft_division){node, rank, level};
}

unsigned
ft_divisions_rank_of(const ft_line *line)
{
    return FT_RANK_UNLABELLED + level_of(line);
}

uint32_t
ft_divisions_chapter(const ft_divisions *divisions)
{
    for (size_t i = 0; i < divisions->count; i++)
        if (divisions->items[i].rank == FT_RANK_CHAPTER)
            return divisions->items[i].node->number;
    return 0;
}
