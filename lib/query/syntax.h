/* The reading of an expression: where it stands, what it has made so far, why
 * it failed; and the operands, which are nodes without others below them. */
#ifndef FT_QUERY_SYNTAX_H
#define FT_QUERY_SYNTAX_H

#include "query/expression.h"
#include "query/lexeme.h"

/* A NULL or false from one of its functions means that the reading has failed:
 * for want of memory, or by the problem of the tree. */
typedef struct ft_syntax {
    ft_expression_tree *tree;
    ft_arena *arena;
    const char *text;
    size_t byte_count;
    ft_array lexemes; /* of ft_lexeme */
    size_t at;
    size_t depth;
    size_t operand_count;
    bool is_negative; /* under an odd number of NOT */
    bool is_out_of_memory;
} ft_syntax;

/* Sets the problem of the tree, unless it has one, and the place. NULL. */
ft_expression *ft_syntax_fail(ft_syntax *s, size_t byte_index,
                              const char *message);

/* The sign that is next, or NULL; whether it is of a kind; where it begins, or
 * the question ends. */
const ft_lexeme *ft_syntax_peek(const ft_syntax *s);
bool ft_syntax_is_next(const ft_syntax *s, ft_lexeme_kind kind);
size_t ft_syntax_byte(const ft_syntax *s);

/* A node for bytes [start, end). */
ft_expression *ft_syntax_node(ft_syntax *s, ft_expression_kind kind,
                              size_t start, size_t end);
/* A node that joins `first` with what will follow it. */
ft_expression *ft_syntax_join(ft_syntax *s, ft_expression_kind kind,
                              ft_expression *first);
/* Adds a node behind the operands of `parent`. */
void ft_syntax_add_child(ft_expression *parent, ft_expression *child);

/* Adds a piece of the question to those that are cut into terms. */
bool ft_syntax_add_piece(ft_syntax *s, size_t start, size_t end,
                         bool is_wanted);

/* The nodes of a word or phrase, and of a field. */
ft_expression *ft_syntax_read_text(ft_syntax *s, const ft_lexeme *lexeme);
ft_expression *ft_syntax_read_field(ft_syntax *s, const ft_lexeme *lexeme);

#endif
