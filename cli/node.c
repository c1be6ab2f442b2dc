/* Questions that several outputs ask of a node. */
#include "node.h"

#include <stddef.h>

bool
node_is_heading(const fatiao_node *node)
{
    switch (node->kind) {
    case FATIAO_NODE_PREAMBLE:
    case FATIAO_NODE_PART:
    case FATIAO_NODE_SUBPART:
    case FATIAO_NODE_CHAPTER:
    case FATIAO_NODE_SECTION:
    case FATIAO_NODE_ANNEX:
    case FATIAO_NODE_HEADING:
        return true;
    default:
        return false;
    }
}

const fatiao_node *
node_after(const fatiao_node *node)
{
    while (node != NULL && node->next == NULL)
        node = node->parent;
    return node == NULL ? NULL : node->next;
}

node_range
node_articles(const fatiao_node *node)
{
    node_range range = {NULL, NULL};
    const fatiao_node *end = node_after(node);
    for (; node != end; node = fatiao_node_following(node)) {
        if (node->kind != FATIAO_NODE_ARTICLE)
            continue;
        if (range.first == NULL)
            range.first = node;
        range.last = node;
    }
    return range;
}

const char *
node_kind_name(fatiao_node_kind kind)
{
    static const char *const names[] = {
        "statute", "title",   "event",   "contents", "preamble",  "part",
        "subpart", "chapter", "section", "article",  "paragraph", "item",
        "subitem", "annex",   "quote",   "table",    "signature", "heading",
    };
    const size_t index = (size_t)kind;
    return index < sizeof(names) / sizeof(names[0]) ? names[index] : "other";
}

const char *
node_note_name(fatiao_note_kind kind)
{
    static const char *const names[] = {
        "note", "repair", "gap", "duplicate", "ambiguous-tail", "private-use",
    };
    const size_t index = (size_t)kind;
    return index < sizeof(names) / sizeof(names[0]) ? names[index] : "note";
}
