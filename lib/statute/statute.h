/* How a statute lies in memory: nodes and strings in one arena, built in the
 * order of the document and then left alone. The reader (outline.c) and the
 * index (record.c) build statutes with these functions; everybody else walks
 * fatiao_node. */
#ifndef FT_STATUTE_STATUTE_H
#define FT_STATUTE_STATUTE_H

#include <fatiao/fatiao.h>

#include "base/arena.h"
#include "base/array.h"

struct fatiao_statute {
    ft_arena arena;
    const char *title;
    bool is_draft;
    ft_array events; /* of fatiao_event */
    ft_array notes;  /* of fatiao_note */
    fatiao_node *root;
};

/* An empty statute with its root and title "". NULL: no memory. */
fatiao_statute *ft_statute_new(void);

/* Adds a node behind the children that `parent`, made in the same way, has;
 * `parent` NULL makes a root. Label and text are copied into the arena. NULL:
 * no memory. The caller fills in the rest. */
fatiao_node *ft_node_add(ft_arena *arena, const fatiao_node *parent,
                         fatiao_node_kind kind, const char *label,
                         size_t label_byte_count, const char *text,
                         size_t text_byte_count);
/* The same in a statute's own arena. */
fatiao_node *ft_statute_add(fatiao_statute *statute, const fatiao_node *parent,
                            fatiao_node_kind kind, const char *label,
                            size_t label_byte_count, const char *text,
                            size_t text_byte_count);

/* Whether a node is what a search finds and a lawyer cites below the article:
 * PARAGRAPH or ITEM. */
bool ft_node_is_clause(const fatiao_node *node);

/* The node behind all that is below one, in the order of the document. NULL
 * behind the last. */
const fatiao_node *ft_node_after(const fatiao_node *node);

#endif
