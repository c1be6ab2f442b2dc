/* A place in a statute, as steps from the outside in, and the two ways to write
 * it that do not depend on the law's own wording:
 *
 *     第四十条第二款第一项   ARTICLE 40, PARAGRAPH 2, ITEM 1    "40.2.1"
 *     第一百二十条之三       ARTICLE 120 suffix 3               "120-3"
 *     附件一第三条           ANNEX 1, ARTICLE 3                 "annex-1/3"
 *     序言第二段             PREAMBLE, PARAGRAPH 2              "preamble.2"
 *     text without numbers   ARTICLE 0                          "text"
 *
 * A number that stands twice among its like is told by its occurrence: the
 * second Article 40 is "40~2". */
#ifndef FT_STATUTE_PLACE_H
#define FT_STATUTE_PLACE_H

#include "base/strbuf.h"
#include "statute/statute.h"

typedef struct ft_step {
    fatiao_node_kind kind;
    uint32_t number;
    uint32_t suffix;
    uint32_t occurrence; /* from 1 */
} ft_step;

/* ANNEX, ARTICLE, PARAGRAPH, ITEM, SUBITEM, and one to spare. */
enum { FT_PLACE_STEPS_MAX = 6 };

typedef struct ft_place {
    ft_step steps[FT_PLACE_STEPS_MAX];
    size_t count; /* 0: the whole statute */
} ft_place;

/* Whether a node holds clauses and has a place of its own in the law: ARTICLE,
 * PREAMBLE or ANNEX. */
bool ft_node_is_article(const fatiao_node *node);

/* The nearest of them around a node, which may be it itself; NULL if none
 * is. */
const fatiao_node *ft_node_article(const fatiao_node *node);

/* The node after `node` in the order of the document inside `scope`, an annex,
 * an article or the root; what is below other articles is left out. */
const fatiao_node *ft_node_next_in_scope(const fatiao_node *scope,
                                         const fatiao_node *node);

/* Adds a step if there is room. */
void ft_place_add(ft_place *place, fatiao_node_kind kind, uint32_t number,
                  uint32_t suffix, uint32_t occurrence);

/* The place of a node in its whole statute. A node that is no article or
 * clause gets that of the nearest one around it; a chapter or title has none.
 * Takes time in proportion to the statute's articles. */
void ft_place_of(const fatiao_node *node, ft_place *out);

/* The node at a place below `root`, NULL if there is none. An ITEM step right
 * below an article means the first such item in any of its paragraphs. */
const fatiao_node *ft_place_find(const fatiao_node *root,
                                 const ft_place *place);

/* Fragments. Reading is strict: false unless all of `text` is one. */
void ft_fragment_write(ft_strbuf *out, const ft_place *place);
bool ft_fragment_read(const char *text, ft_place *out);

/* Every article of a statute with its place, in the order of the document, in
 * time n log n. */
typedef struct ft_placed_article {
    const fatiao_node *article;
    ft_place place;
} ft_placed_article;

/* Pushes ft_placed_article items. */
fatiao_status ft_place_list(const fatiao_statute *statute, ft_array *articles,
                            fatiao_error *error);

#endif
