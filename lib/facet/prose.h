/* A prose: a paragraph and its items as one run of folded characters, cut
 * into sentences and these into clauses.
 *
 *     市财政部门应当安排资金，用于下列事项：    sentence 0, clauses 0 and 1
 *     （一）贷款贴息；                          sentence 1, clause 2
 *     （二）人员培训。                          sentence 2, clause 3
 *
 * Sentences end at 。 ； ！ ？ and at the ends of lines and items, clauses also
 * at ， and ： outside brackets. */
#ifndef FT_FACET_PROSE_H
#define FT_FACET_PROSE_H

#include "base/array.h"
#include "text/fold.h"

/* A stretch of the prose that comes from one node. */
typedef struct ft_piece {
    const fatiao_node *node;
    uint32_t char_first;
} ft_piece;

/* Characters [start, end) without the mark that ends them. */
typedef struct ft_stretch {
    uint32_t start;
    uint32_t end;
    uint32_t sentence;
} ft_stretch;

typedef struct ft_prose {
    ft_array chars;     /* of ft_char; '\n' between pieces and lines */
    ft_array pieces;    /* of ft_piece */
    ft_array clauses;   /* of ft_stretch */
    ft_array clause_of; /* of uint32_t: for each character */
    uint32_t sentence_count;
} ft_prose;

void ft_prose_init(ft_prose *prose);
/* Reads a PARAGRAPH or whatever else holds text, with the items below it. */
fatiao_status ft_prose_read(ft_prose *prose, const fatiao_node *node,
                            fatiao_error *error);
void ft_prose_finish(ft_prose *prose);

size_t ft_prose_length(const ft_prose *prose);
uint32_t ft_prose_code(const ft_prose *prose, size_t char_index);
const ft_stretch *ft_prose_clause(const ft_prose *prose, size_t char_index);

/* Whether the characters from `char_index` on are `text`, ASCII or of the BMP
 * and already folded. */
bool ft_prose_has(const ft_prose *prose, size_t char_index, const char *text);

/* The node and the bytes of its text that characters [start, end) come from;
 * cut where the node's text ends. */
const fatiao_node *ft_prose_source(const ft_prose *prose, size_t start,
                                   size_t end, size_t *byte_start,
                                   size_t *byte_count);

#endif
