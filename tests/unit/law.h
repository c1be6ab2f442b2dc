/* Small statutes for the tests of the index, built by hand. */
#ifndef FT_TESTS_LAW_H
#define FT_TESTS_LAW_H

#include <stdlib.h>
#include <string.h>

#include "statute/statute.h"

static inline fatiao_node *
law_add(fatiao_statute *statute, const fatiao_node *parent,
        fatiao_node_kind kind, const char *label, const char *text)
{
    fatiao_node *node = ft_statute_add(statute, parent, kind, label,
                                       strlen(label), text, strlen(text));
    if (node == NULL)
        abort();
    return node;
}

/* An article with one paragraph. */
static inline fatiao_node *
law_add_article(fatiao_statute *statute, const fatiao_node *parent,
                uint32_t number, const char *label, const char *text)
{
    fatiao_node *article =
        law_add(statute, parent, FATIAO_NODE_ARTICLE, label, "");
    article->number = number;
    law_add(statute, article, FATIAO_NODE_PARAGRAPH, "", text)->number = 1;
    return article;
}

static inline fatiao_statute *
law_new(const char *title)
{
    fatiao_statute *statute = ft_statute_new();
    if (statute == NULL)
        abort();
    statute->title = ft_arena_text(&statute->arena, title, strlen(title));
    return statute;
}

/* 第一章 市场开拓 with `article_count` articles, the text of each `text`. */
static inline fatiao_statute *
law_make(const char *title, uint32_t article_count, const char *text)
{
    fatiao_statute *statute = law_new(title);
    const fatiao_node *chapter = law_add(
        statute, statute->root, FATIAO_NODE_CHAPTER, "第一章", "市场开拓");
    for (uint32_t i = 1; i <= article_count; i++)
        law_add_article(statute, chapter, i, "第某条", text);
    return statute;
}

#endif
