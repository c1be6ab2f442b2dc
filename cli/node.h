/* Questions that several outputs ask of a node. */
#ifndef CLI_NODE_H
#define CLI_NODE_H

#include <stdbool.h>

#include <fatiao/fatiao.h>

/* What stands in a table of contents: 编 to 节, other headings, the preamble
 * and the annexes. */
bool node_is_heading(const fatiao_node *node);

/* The first node behind `node` and all that is below it, or NULL. */
const fatiao_node *node_after(const fatiao_node *node);

/* The first and last article below a node; NULL where there is none. */
typedef struct node_range {
    const fatiao_node *first;
    const fatiao_node *last;
} node_range;

node_range node_articles(const fatiao_node *node);

/* "article", "paragraph" …: the English word for a kind. */
const char *node_kind_name(fatiao_node_kind kind);

/* "repair", "gap" …: the English word for a note. */
const char *node_note_name(fatiao_note_kind kind);

#endif
