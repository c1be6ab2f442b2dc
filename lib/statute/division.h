/* The divisions open above the line being read: 编, 分编, 章, 节 and headings
 * without such a label.
 *
 *     第三章 调查取证       rank of 章
 *       第一节 一般规定     rank of 节, below it
 *     附则                  rank of 章: closes both */
#ifndef FT_STATUTE_DIVISION_H
#define FT_STATUTE_DIVISION_H

#include "statute/builder.h"

/* How deep a division lies, the kinds of 编 to 节 first (0 to 3). Headings
 * without 第…章 come below: 一、, then （一）, then the others by the depth
 * that Markdown gives them (ft_divisions_rank_of). */
enum {
    FT_RANK_CHAPTER = 2,
    FT_RANK_COMMA = 4,
    FT_RANK_BRACKETS = 5,
    FT_RANK_UNLABELLED = 6
};

enum { FT_DIVISIONS_MAX = 16 };

typedef struct ft_division {
    const fatiao_node *node;
    unsigned rank;
    unsigned level; /* of the heading in Markdown */
} ft_division;

typedef struct ft_divisions {
    const fatiao_node *root; /* the document or the annex */
    ft_division items[FT_DIVISIONS_MAX];
    size_t count;
} ft_divisions;

/* The node that an article goes below. */
const fatiao_node *ft_divisions_innermost(const ft_divisions *divisions);

/* Adds the node that `builder` has begun for `line`, and closes those that it
 * ends. */
void ft_divisions_add(ft_divisions *divisions, ft_builder *builder,
                      unsigned rank, const ft_line *line);

/* The rank of a heading without a label. */
unsigned ft_divisions_rank_of(const ft_line *line);

/* The number of the chapter that is open, 0 if none is. */
uint32_t ft_divisions_chapter(const ft_divisions *divisions);

#endif
