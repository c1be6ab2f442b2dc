/* The query language: what a question says must hold, as a tree.
 *
 *     query   = part { part } ;               all wanted
 *     part    = both { or both } ;
 *     both    = single { and single } ;
 *     single  = not single | near ;
 *     near    = operand { within operand } ;
 *     operand = word | phrase | field | "(" part { part } ")" ;
 *     and     = "AND" | "与" ;
 *     or      = "OR" | "或" ;
 *     not     = "NOT" | "非" ;
 *     within  = ( "NEAR" | "邻近" ) [ "/" number ]
 *             | "SENTENCE" | "同句" | "CLAUSE" | "同款" ;
 *     phrase  = '"' text '"' ;                and “ ”, 「 」, 『 』
 *     field   = name ":" ( word | phrase ) ;  names and values: field.h
 *     word    = characters up to a blank; * any of them, ? one of them
 *
 * Signs in letters stand alone between blanks or brackets. `NEAR` takes words,
 * phrases, and these joined by `or` or `within`.
 *
 *     贷款 law:促进法 （担保 或 “应收账款”）
 *
 *     AND                     what must hold:
 *       FIELD law 促进法        in this law
 *       OR
 *         TEXT 担保
 *         TEXT 应收账款
 *     words 贷款              what is wanted besides, as in a plain question
 *
 * Words that stand by themselves outside brackets are wanted; all else must
 * hold. What has no operator, field or pattern is a plain question: its
 * quotations alone must hold. So is what is wrongly put; the tree then tells
 * why and where. */
#ifndef FT_QUERY_EXPRESSION_H
#define FT_QUERY_EXPRESSION_H

#include <fatiao/fatiao.h>

#include "base/arena.h"
#include "base/array.h"
#include "query/field.h"

/* The most words, phrases and fields, each of which is looked for at every
 * character of a text; how deep brackets and NOT may nest; what NEAR may say,
 * and what it means without a number. */
enum {
    FT_EXPRESSION_OPERANDS_MAX = 32,
    FT_EXPRESSION_DEPTH_MAX = 32,
    FT_EXPRESSION_DISTANCE_MAX = 1000,
    FT_EXPRESSION_DISTANCE = 10
};

typedef enum ft_expression_kind {
    FT_EXPRESSION_AND,
    FT_EXPRESSION_OR,
    FT_EXPRESSION_NOT,
    FT_EXPRESSION_NEAR,     /* at most `distance` characters between */
    FT_EXPRESSION_SENTENCE, /* in the same sentence of a clause */
    FT_EXPRESSION_CLAUSE,   /* in the same clause */
    FT_EXPRESSION_TEXT,     /* stands in the article just so */
    FT_EXPRESSION_FIELD
} ft_expression_kind;

/* Stand among the codes of a TEXT for any number of characters, and for one,
 * none of them punctuation. */
enum { FT_EXPRESSION_STAR = 0x110000, FT_EXPRESSION_MARK = 0x110001 };

typedef struct ft_expression ft_expression;
struct ft_expression {
    ft_expression_kind kind;
    ft_expression *child; /* the first operand, or NULL */
    ft_expression *next;  /* the next one, or NULL */
    uint32_t distance;    /* of NEAR */
    /* Of TEXT and FIELD: the folded characters. */
    const uint32_t *codes;
    size_t char_count;
    ft_field field;
    size_t field_index; /* among the fields of the tree */
    /* A phrase or pattern that stands by itself: passed over where nothing has
     * it and there is more to go by. */
    bool is_loose;
    /* Bytes of the question: of a phrase or the value of a field, those
     * inside. */
    size_t byte_start;
    size_t byte_count;
};

/* A stretch of the question that is cut into terms. */
typedef struct ft_expression_piece {
    size_t byte_start;
    size_t byte_count;
    bool is_wanted; /* words by themselves; else of what must hold */
} ft_expression_piece;

typedef struct ft_expression_tree {
    ft_expression *root; /* an AND of what must hold; NULL: nothing must */
    ft_array pieces;     /* of ft_expression_piece, in their order; not what
                            stands under NOT or in fields */
    size_t field_count;
    bool is_expression; /* it is more than words and quotations */
    bool has_loose;
    bool has_pattern;     /* a loose one */
    fatiao_error problem; /* status FATIAO_OK: there is none */
} ft_expression_tree;

/* Reads a question, which is UTF-8. Nodes and strings go into `arena`. Fails
 * only for want of memory. */
fatiao_status ft_expression_read(ft_expression_tree *tree, ft_arena *arena,
                                 const char *text, size_t byte_count,
                                 fatiao_error *error);
void ft_expression_tree_finish(ft_expression_tree *tree);

#endif
