/* A statute, or a part of it, as people read it. Paragraphs begin with two
 * full-width blanks, as they are printed. */
#include "output_statute.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "escape.h"
#include "node.h"
#include "places.h"

#define INDENT "\xE3\x80\x80\xE3\x80\x80" /* two ideographic spaces */

/* Label and text; each line of the text on one of its own. */
static void
print_lines(const char *indent, const char *label, const char *text)
{
    fputs(indent, stdout);
    escape_text(stdout, label);
    for (const char *end = strchr(text, '\n'); end != NULL;
         end = strchr(text, '\n')) {
        escape_bytes(stdout, text, (size_t)(end - text));
        printf("\n%s", indent);
        text = end + 1;
    }
    escape_text(stdout, text);
    putchar('\n');
}

static void
print_styled(const char *on, const fatiao_node *node, const text_style *style)
{
    if (node->label[0] == '\0' && node->text[0] == '\0')
        return;
    fputs(on, stdout);
    if (node->label[0] != '\0' && node->text[0] != '\0') {
        escape_text(stdout, node->label);
        print_lines(" ", "", node->text);
    } else {
        print_lines("", node->label, node->text);
    }
    fputs(style->end, stdout);
}

/* An article begins with its label, and its first paragraph follows on the
 * same line. Tells whether the line is still open. */
static bool
print_article(const fatiao_node *article, const text_style *style)
{
    if (article->label[0] == '\0') {
        if (article->text[0] != '\0')
            print_lines(INDENT, "", article->text);
        return false;
    }
    fputs(style->citation, stdout);
    escape_text(stdout, article->label);
    fputs(style->end, stdout);
    if (article->text[0] != '\0') {
        print_lines("\xE3\x80\x80", "", article->text);
        return false;
    }
    const bool stays_open =
        article->child != NULL && article->child->kind == FATIAO_NODE_PARAGRAPH;
    fputs(stays_open ? "\xE3\x80\x80" : "\n", stdout);
    return stays_open;
}

/* Prints one node without its children. `is_open` tells that an article's
 * label already stands on the line. */
static bool
print_one(const fatiao_node *node, bool is_open, const text_style *style)
{
    switch (node->kind) {
    case FATIAO_NODE_STATUTE:
        break;
    case FATIAO_NODE_TITLE:
        print_styled(style->citation, node, style);
        break;
    case FATIAO_NODE_EVENT:
    case FATIAO_NODE_CONTENTS:
        print_styled(style->dim, node, style);
        break;
    case FATIAO_NODE_PREAMBLE:
    case FATIAO_NODE_PART:
    case FATIAO_NODE_SUBPART:
    case FATIAO_NODE_CHAPTER:
    case FATIAO_NODE_SECTION:
    case FATIAO_NODE_ANNEX:
    case FATIAO_NODE_HEADING:
        putchar('\n');
        print_styled(style->citation, node, style);
        break;
    case FATIAO_NODE_ARTICLE:
        return print_article(node, style);
    case FATIAO_NODE_TABLE:
        print_lines("", node->label, node->text);
        break;
    default:
        print_lines(is_open ? "" : INDENT, node->label, node->text);
        break;
    }
    return false;
}

/* The words that an item completes: the own text of what is above it. */
static void
print_lead(const fatiao_node *node, const text_style *style)
{
    if (node->kind != FATIAO_NODE_ITEM && node->kind != FATIAO_NODE_SUBITEM)
        return;
    const fatiao_node *above = node->parent;
    if (above == NULL)
        return;
    print_lead(above, style);
    if (above->text[0] == '\0')
        return;
    fputs(style->dim, stdout);
    print_lines(INDENT, above->label, above->text);
    fputs(style->end, stdout);
}

void
output_statute_node(const fatiao_node *node, const char *citation,
                    const char *source, const text_style *style)
{
    fputs(style->citation, stdout);
    escape_text(stdout, citation);
    printf("%s\n%s", style->end, style->place);
    escape_text(stdout, source[0] == '\0' ? "-" : places_shown(source));
    if (node->line > 0)
        printf(":%u", node->line);
    printf("%s\n\n", style->end);
    print_lead(node, style);
    bool is_open = false;
    const fatiao_node *end = node_after(node);
    for (; node != end; node = fatiao_node_following(node))
        is_open = print_one(node, is_open, style);
}

static void
print_outline_line(const fatiao_node *node, const text_style *style)
{
    const node_range range = node_articles(node);
    escape_text(stdout, node->label);
    if (node->label[0] != '\0' && node->text[0] != '\0')
        putchar(' ');
    escape_text(stdout, node->text);
    if (range.first != NULL && range.first->label[0] != '\0') {
        printf("  %s", style->dim);
        escape_text(stdout, range.first->label);
        if (range.last != range.first) {
            fputs("至", stdout);
            escape_text(stdout, range.last->label);
        }
        fputs(style->end, stdout);
    }
    putchar('\n');
}

void
output_statute_outline(const fatiao_statute *statute, const text_style *style)
{
    const fatiao_node *node = fatiao_statute_root(statute);
    fputs(style->citation, stdout);
    escape_text(stdout, fatiao_statute_title(statute));
    fputs(style->end, stdout);
    print_outline_line(node, style);
    for (; node != NULL; node = fatiao_node_following(node)) {
        if (!node_is_heading(node))
            continue;
        for (const fatiao_node *above = node->parent; above != NULL;
             above = above->parent)
            fputs(node_is_heading(above) ? "  " : "", stdout);
        print_outline_line(node, style);
    }
}
