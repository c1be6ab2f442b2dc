/* Walking back from where a link stands.
 *
 *     第三条 公民有下列情形的：    paragraph 1   <- 前款 said in paragraph 3
 *       （一）…；                                   leads to both
 *     由主管部门处罚。             paragraph 2   the tail of 1: its list ends
 *                                                with no full stop
 *     有前款情形的，…              paragraph 3
 */
#include "search/backward.h"

#include <string.h>

/* ---------------------------------------------------------------- paragraphs
 */

static bool
ends_sentence(const fatiao_node *node)
{
    static const char stop[] = "。";
    const size_t width = sizeof(stop) - 1;
    size_t end = node->text_byte_count;
    return end >= width && memcmp(node->text + end - width, stop, width) == 0;
}

static const fatiao_node *
last_child(const fatiao_node *node)
{
    const fatiao_node *last = node->child;
    while (last != NULL && last->next != NULL)
        last = last->next;
    return last;
}

static const fatiao_node *
paragraph_before(const fatiao_node *paragraph)
{
    const fatiao_node *before = NULL;
    for (const fatiao_node *node = paragraph->parent->child; node != paragraph;
         node = node->next)
        if (node->kind == FATIAO_NODE_PARAGRAPH)
            before = node;
    return before;
}

/* Whether a paragraph is the rest of the sentence that the list before it
 * interrupts. */
static bool
is_tail(const fatiao_node *paragraph)
{
    if (!paragraph->is_ambiguous_tail)
        return false;
    const fatiao_node *before = paragraph_before(paragraph);
    const fatiao_node *item = before == NULL ? NULL : last_child(before);
    return item != NULL && !ends_sentence(item);
}

/* The paragraph that a lawyer would count before this one: without its tails.
 */
static const fatiao_node *
counted_before(const fatiao_node *paragraph)
{
    while (paragraph != NULL && is_tail(paragraph))
        paragraph = paragraph_before(paragraph);
    return paragraph == NULL ? NULL : paragraph_before(paragraph);
}

static const fatiao_node *
head_of(const fatiao_node *paragraph)
{
    while (is_tail(paragraph) && paragraph_before(paragraph) != NULL)
        paragraph = paragraph_before(paragraph);
    return paragraph;
}

static const fatiao_node *
around(const fatiao_node *node, fatiao_node_kind kind)
{
    while (node != NULL && node->kind != kind)
        node = node->parent;
    return node;
}

/* -------------------------------------------------------------------- doubts
 */

static bool
has_item(const fatiao_node *paragraph, const ft_step *step)
{
    for (const fatiao_node *node = paragraph->child; node != NULL;
         node = node->next)
        if (node->kind == FATIAO_NODE_ITEM && node->number == step->number)
            return true;
    return false;
}

bool
ft_backward_is_doubtful(const fatiao_node *article, const ft_place *place)
{
    size_t i = 0;
    while (i < place->count && place->steps[i].kind != FATIAO_NODE_PARAGRAPH &&
           place->steps[i].kind != FATIAO_NODE_ITEM)
        i++;
    if (article == NULL || i == place->count)
        return false;
    size_t lists = 0;
    const ft_step *step = &place->steps[i];
    for (const fatiao_node *node = article->child; node != NULL;
         node = node->next) {
        if (node->kind != FATIAO_NODE_PARAGRAPH)
            continue;
        lists += has_item(node, step);
        if (step->kind == FATIAO_NODE_PARAGRAPH &&
            node->number <= step->number && is_tail(node))
            return true;
    }
    return step->kind == FATIAO_NODE_ITEM && lists > 1;
}

/* --------------------------------------------------------------------- walks
 */

/* One walk, from the site of a link. */
typedef struct walk {
    const ft_link_site *site;
    const ft_link *link;
    ft_linked *out;
    fatiao_error *error;
} walk;

static fatiao_status
add(walk *w, const fatiao_node *first, const fatiao_node *last)
{
    if (first == NULL)
        return FATIAO_OK;
    w->out->state = FATIAO_LINK_FOUND;
    return ft_linked_add(w->out, w->site->record, first,
                         first == last ? NULL : last, w->error);
}

/* Adds the places of the link below `base`; `base` itself, or all up to `last`,
 * if it has none. */
static fatiao_status
add_below(walk *w, const fatiao_node *base, const fatiao_node *last)
{
    const ft_link *link = w->link;
    if (base == NULL)
        return FATIAO_OK;
    if (link->place_count == 0)
        return add(w, base, last);
    bool is_missing = false;
    bool is_doubtful = false;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < link->place_count; i++) {
        const ft_listed_place *place = &link->places[i];
        const bool is_range = place->last.count > 0;
        const fatiao_node *from = ft_place_find(base, &place->first);
        const fatiao_node *to =
            is_range ? ft_place_find(base, &place->last) : from;
        is_missing |= from == NULL || to == NULL;
        if (ft_node_is_article(base))
            is_doubtful |= ft_backward_is_doubtful(base, &place->first);
        if (from != NULL && to != NULL)
            status = add(w, from, to);
    }
    w->out->state = is_missing    ? FATIAO_LINK_NO_PLACE
                    : is_doubtful ? FATIAO_LINK_AMBIGUOUS
                                  : FATIAO_LINK_FOUND;
    return status;
}

/* 前两款, 前各款, 前款第一项. */
static fatiao_status
walk_paragraphs(walk *w, const fatiao_node *here)
{
    const fatiao_node *last = counted_before(here);
    const fatiao_node *first = last == NULL ? NULL : head_of(last);
    for (uint32_t i = 1;
         first != NULL && (w->link->is_every || i < w->link->back); i++) {
        const fatiao_node *before = counted_before(first);
        if (before == NULL && w->link->is_every)
            break;
        first = before == NULL ? NULL : head_of(before);
    }
    /* Items are those of the paragraph before its tail. */
    if (w->link->place_count > 0)
        last = first;
    return add_below(w, first, last);
}

static uint32_t
count_items(const fatiao_node *paragraph)
{
    uint32_t count = 0;
    for (const fatiao_node *node = paragraph->child; node != NULL;
         node = node->next)
        count += node->kind == FATIAO_NODE_ITEM;
    return count;
}

static const fatiao_node *
nth_item(const fatiao_node *paragraph, uint32_t index)
{
    const fatiao_node *node = paragraph->child;
    for (; node != NULL; node = node->next)
        if (node->kind == FATIAO_NODE_ITEM && index-- == 0)
            return node;
    return NULL;
}

/* 前项, 前三项, 前各项: of the list that it stands in, or of the one before the
 * paragraph, where they are all of it. */
static fatiao_status
walk_items(walk *w, const fatiao_node *paragraph, const fatiao_node *item)
{
    uint32_t count = 0;
    if (item != NULL) {
        const fatiao_node *node = paragraph->child;
        for (; node != NULL && node != item; node = node->next)
            count += node->kind == FATIAO_NODE_ITEM;
    } else {
        paragraph = paragraph_before(paragraph);
        count = paragraph == NULL ? 0 : count_items(paragraph);
        if (!w->link->is_every && count != w->link->back)
            return FATIAO_OK;
    }
    const uint32_t back = w->link->is_every ? count : w->link->back;
    if (back == 0 || back > count)
        return FATIAO_OK;
    return add_below(w, nth_item(paragraph, count - back),
                     nth_item(paragraph, count - 1));
}

/* The article, or division, `back` before `here` in the order of the statute.
 */
static const fatiao_node *
sibling_before(const fatiao_node *here, uint32_t back)
{
    const fatiao_node *top = here;
    while (top->parent != NULL && top->kind != FATIAO_NODE_ANNEX)
        top = top->parent;
    const fatiao_node *ring[16] = {NULL};
    const uint32_t size = sizeof(ring) / sizeof(ring[0]);
    uint32_t count = 0;
    if (back >= size || top == here)
        return NULL;
    const fatiao_node *node = top;
    for (; node != NULL && node != here;
         node = ft_node_next_in_scope(top, node))
        if (node->kind == here->kind)
            ring[count++ % size] = node;
    return node == NULL || count < back ? NULL : ring[(count - back) % size];
}

/* 本条, 前条, 前两条. */
static fatiao_status
walk_articles(walk *w, const fatiao_node *article)
{
    if (w->link->back == 0)
        return add_below(w, article, article);
    if (article->kind != FATIAO_NODE_ARTICLE)
        return FATIAO_OK;
    const fatiao_node *last = sibling_before(article, 1);
    const fatiao_node *first = sibling_before(article, w->link->back);
    return add_below(w, first, w->link->place_count > 0 ? first : last);
}

/* The chapter, or the like, at a place below a part. */
static const fatiao_node *
find_division(const fatiao_node *top, const ft_place *place)
{
    const fatiao_node *found = top;
    for (size_t i = 0; i < place->count && found != NULL; i++) {
        const ft_step *step = &place->steps[i];
        found = found->child;
        while (found != NULL &&
               (found->kind != step->kind || found->number != step->number))
            found = found->next;
    }
    return found;
}

/* 本章, 本编第二章. */
static fatiao_status
walk_divisions(walk *w)
{
    const fatiao_node *node = around(w->site->node, w->link->unit);
    if (node == NULL)
        return FATIAO_OK;
    if (w->link->back > 0)
        node = sibling_before(node, w->link->back);
    if (w->link->place_count == 0 || node == NULL)
        return add(w, node, node);
    fatiao_status status = FATIAO_OK;
    w->out->state = FATIAO_LINK_FOUND;
    for (size_t i = 0; status == FATIAO_OK && i < w->link->place_count; i++) {
        const ft_listed_place *place = &w->link->places[i];
        const fatiao_node *first = find_division(node, &place->first);
        const fatiao_node *last =
            place->last.count > 0 ? find_division(node, &place->last) : first;
        if (first == NULL || last == NULL) {
            w->out->state = FATIAO_LINK_NO_PLACE;
            break;
        }
        status = add(w, first, last);
    }
    return status;
}

/* Whether a text names an article: 违反本条例第二十条规定. */
static bool
names_article(const fatiao_node *node)
{
    static const char di[] = "第";
    ft_cursor c = {node->text, node->text_byte_count, 0};
    while (c.at < c.byte_count) {
        const char *found =
            memmem(c.text + c.at, c.byte_count - c.at, di, sizeof(di) - 1);
        if (found == NULL)
            return false;
        c.at = (size_t)(found - c.text);
        ft_place place = {.count = 0};
        if (ft_locator_article(&c, &place))
            return true;
        c.at += sizeof(di) - 1;
    }
    return false;
}

/* Whether the words that a list completes name another article, of which 第三项
 * in an item then is. */
static bool
is_of_other_article(const walk *w, const fatiao_node *paragraph)
{
    return w->link->is_below ||
           (paragraph != NULL && paragraph != w->site->node &&
            names_article(paragraph));
}

/* 第二款, 第（三）项 with no 本条 before them. */
static fatiao_status
walk_alone(walk *w, const fatiao_node *article, const fatiao_node *paragraph)
{
    const ft_link *link = w->link;
    const bool is_own_list = link->unit == FATIAO_NODE_ITEM &&
                             paragraph != NULL && link->place_count > 0 &&
                             has_item(paragraph, link->places[0].first.steps);
    if (is_of_other_article(w, paragraph))
        return FATIAO_OK;
    return add_below(w, is_own_list ? paragraph : article, NULL);
}

fatiao_status
ft_backward_find(const ft_link_site *site, const ft_link *link, ft_linked *out,
                 fatiao_error *error)
{
    walk w = {site, link, out, error};
    const fatiao_node *article = ft_node_article(site->node);
    const fatiao_node *paragraph = around(site->node, FATIAO_NODE_PARAGRAPH);
    const fatiao_node *item = around(site->node, FATIAO_NODE_ITEM);
    out->state = FATIAO_LINK_UNSAID;
    if (article == NULL)
        return FATIAO_OK;
    if (link->is_alone)
        return walk_alone(&w, article, paragraph);
    switch (link->unit) {
    case FATIAO_NODE_ARTICLE:
        return walk_articles(&w, article);
    case FATIAO_NODE_PARAGRAPH:
        if (paragraph == NULL)
            return FATIAO_OK;
        return link->back > 0 ? walk_paragraphs(&w, paragraph)
                              : add_below(&w, head_of(paragraph), paragraph);
    case FATIAO_NODE_ITEM:
        if (link->back == 0)
            return add_below(&w, item, item);
        return paragraph == NULL ? FATIAO_OK : walk_items(&w, paragraph, item);
    case FATIAO_NODE_PART:
    case FATIAO_NODE_CHAPTER:
    case FATIAO_NODE_SECTION:
        return walk_divisions(&w);
    default:
        return FATIAO_OK;
    }
}
