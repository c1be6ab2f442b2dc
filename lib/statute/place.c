/* Places in a statute: found, told, listed, and written as fragments. */
#include "statute/place.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

bool
ft_node_is_article(const fatiao_node *node)
{
    return node->kind == FATIAO_NODE_ARTICLE ||
           node->kind == FATIAO_NODE_PREAMBLE ||
           node->kind == FATIAO_NODE_ANNEX;
}

const fatiao_node *
ft_node_article(const fatiao_node *node)
{
    while (node != NULL && !ft_node_is_article(node))
        node = node->parent;
    return node;
}

static bool
is_step(const fatiao_node *node)
{
    return ft_node_is_article(node) || ft_node_is_clause(node) ||
           node->kind == FATIAO_NODE_SUBITEM;
}

void
ft_place_add(ft_place *place, fatiao_node_kind kind, uint32_t number,
             uint32_t suffix, uint32_t occurrence)
{
    if (place->count < FT_PLACE_STEPS_MAX)
        place->steps[place->count++] =
            (ft_step){kind, number, suffix, occurrence};
}

static bool
is_like(const fatiao_node *node, const fatiao_node *other)
{
    return node->kind == other->kind && node->number == other->number &&
           node->suffix == other->suffix;
}

/* The annex that a node is in, or the root: what article numbers run through.
 */
static const fatiao_node *
scope_of(const fatiao_node *node)
{
    const fatiao_node *scope = node->parent;
    while (scope != NULL && scope->parent != NULL &&
           scope->kind != FATIAO_NODE_ANNEX)
        scope = scope->parent;
    return scope;
}

const fatiao_node *
ft_node_next_in_scope(const fatiao_node *scope, const fatiao_node *node)
{
    const bool is_closed = node != scope && ft_node_is_article(node);
    if (node->child != NULL && !is_closed)
        return node->child;
    while (node != scope && node->next == NULL)
        node = node->parent;
    return node == scope ? NULL : node->next;
}

static uint32_t
article_occurrence(const fatiao_node *article)
{
    const fatiao_node *scope = scope_of(article);
    uint32_t occurrence = 1;
    for (const fatiao_node *node = scope; node != NULL && node != article;
         node = ft_node_next_in_scope(scope, node))
        if (is_like(node, article))
            occurrence++;
    return occurrence;
}

/* A paragraph's number is its place, which no other has. */
static uint32_t
sibling_occurrence(const fatiao_node *node)
{
    if (node->kind == FATIAO_NODE_PARAGRAPH)
        return 1;
    uint32_t occurrence = 1;
    for (const fatiao_node *sibling = node->parent->child; sibling != node;
         sibling = sibling->next)
        if (is_like(sibling, node))
            occurrence++;
    return occurrence;
}

/* Adds the steps from `article` (not included) down to `node`. */
static void
add_below(ft_place *place, const fatiao_node *article, const fatiao_node *node)
{
    const fatiao_node *chain[FT_PLACE_STEPS_MAX];
    size_t depth = 0;
    for (; node != NULL && node != article; node = node->parent)
        if (is_step(node) && depth < FT_PLACE_STEPS_MAX)
            chain[depth++] = node;
    while (depth > 0) {
        const fatiao_node *step = chain[--depth];
        ft_place_add(place, step->kind, step->number, step->suffix,
                     sibling_occurrence(step));
    }
}

void
ft_place_of(const fatiao_node *node, ft_place *out)
{
    out->count = 0;
    const fatiao_node *article = ft_node_article(node);
    if (article == NULL)
        return;
    const fatiao_node *scope = scope_of(article);
    if (scope != NULL && scope->kind == FATIAO_NODE_ANNEX)
        ft_place_add(out, scope->kind, scope->number, scope->suffix,
                     article_occurrence(scope));
    ft_place_add(out, article->kind, article->number, article->suffix,
                 article_occurrence(article));
    add_below(out, article, node);
}

static bool
fits(const fatiao_node *node, const ft_step *step)
{
    return node->kind == step->kind && node->number == step->number &&
           node->suffix == step->suffix;
}

static const fatiao_node *
find_article(const fatiao_node *scope, const ft_step *step)
{
    uint32_t occurrence = 0;
    for (const fatiao_node *node = ft_node_next_in_scope(scope, scope);
         node != NULL; node = ft_node_next_in_scope(scope, node))
        if (fits(node, step) && ++occurrence == step->occurrence)
            return node;
    return NULL;
}

static const fatiao_node *
find_child(const fatiao_node *parent, const ft_step *step)
{
    uint32_t occurrence = 0;
    for (const fatiao_node *node = parent->child; node != NULL;
         node = node->next)
        if (fits(node, step) && ++occurrence == step->occurrence)
            return node;
    return NULL;
}

static const fatiao_node *
find_step(const fatiao_node *from, const ft_step *step)
{
    const bool is_article = step->kind == FATIAO_NODE_ARTICLE ||
                            step->kind == FATIAO_NODE_PREAMBLE ||
                            step->kind == FATIAO_NODE_ANNEX;
    if (is_article)
        return find_article(from, step);
    if (step->kind != FATIAO_NODE_ITEM || !ft_node_is_article(from))
        return find_child(from, step);
    for (const fatiao_node *paragraph = from->child; paragraph != NULL;
         paragraph = paragraph->next) {
        const fatiao_node *item = find_child(paragraph, step);
        if (item != NULL)
            return item;
    }
    return NULL;
}

const fatiao_node *
ft_place_find(const fatiao_node *root, const ft_place *place)
{
    const fatiao_node *node = root;
    for (size_t i = 0; i < place->count && node != NULL; i++)
        node = find_step(node, &place->steps[i]);
    return node;
}

static void
write_step(ft_strbuf *out, const ft_step *step)
{
    const bool is_named =
        step->kind == FATIAO_NODE_PREAMBLE || step->kind == FATIAO_NODE_ANNEX;
    if (step->kind == FATIAO_NODE_PREAMBLE)
        ft_strbuf_text(out, "preamble");
    else if (step->kind == FATIAO_NODE_ANNEX)
        ft_strbuf_text(out, "annex");
    else if (step->kind == FATIAO_NODE_ARTICLE && step->number == 0)
        ft_strbuf_text(out, "text");
    else
        ft_strbuf_format(out, "%u", (unsigned)step->number);
    if (is_named && step->number > 0)
        ft_strbuf_format(out, "-%u", (unsigned)step->number);
    if (step->suffix > 0)
        ft_strbuf_format(out, "-%u", (unsigned)step->suffix);
    if (step->occurrence > 1)
        ft_strbuf_format(out, "~%u", (unsigned)step->occurrence);
}

void
ft_fragment_write(ft_strbuf *out, const ft_place *place)
{
    for (size_t i = 0; i < place->count; i++) {
        if (i > 0) {
            const bool is_article = place->steps[i].kind == FATIAO_NODE_ARTICLE;
            ft_strbuf_text(out, is_article ? "/" : ".");
        }
        write_step(out, &place->steps[i]);
    }
}

static bool
read_number(const char **text, uint32_t *out)
{
    if (**text < '1' || **text > '9')
        return false;
    uint32_t value = 0;
    for (; **text >= '0' && **text <= '9'; ++*text) {
        if (value > 99999999)
            return false;
        value = value * 10 + (uint32_t)(**text - '0');
    }
    *out = value;
    return true;
}

static bool
skip_word(const char **text, const char *word)
{
    const size_t length = strlen(word);
    if (strncmp(*text, word, length) != 0)
        return false;
    *text += length;
    return true;
}

/* What a step is called and, behind it, "-N" and "~N". */
static bool
read_step(const char **text, fatiao_node_kind kind, ft_step *step)
{
    *step = (ft_step){kind, 0, 0, 1};
    uint32_t *dashed = &step->suffix;
    if (kind == FATIAO_NODE_ARTICLE && skip_word(text, "text")) {
        dashed = NULL;
    } else if (kind == FATIAO_NODE_ARTICLE && skip_word(text, "preamble")) {
        step->kind = FATIAO_NODE_PREAMBLE;
        dashed = &step->number;
    } else if (kind == FATIAO_NODE_ARTICLE && skip_word(text, "annex")) {
        step->kind = FATIAO_NODE_ANNEX;
        dashed = &step->number;
    } else if (!read_number(text, &step->number)) {
        return false;
    }
    if (dashed != NULL && skip_word(text, "-") && !read_number(text, dashed))
        return false;
    return !skip_word(text, "~") || read_number(text, &step->occurrence);
}

bool
ft_fragment_read(const char *text, ft_place *out)
{
    static const fatiao_node_kind below[] = {
        FATIAO_NODE_PARAGRAPH, FATIAO_NODE_ITEM, FATIAO_NODE_SUBITEM};
    out->count = 0;
    ft_step step;
    if (!read_step(&text, FATIAO_NODE_ARTICLE, &step))
        return false;
    out->steps[out->count++] = step;
    if (step.kind == FATIAO_NODE_ANNEX && skip_word(&text, "/")) {
        if (!read_step(&text, FATIAO_NODE_ARTICLE, &step))
            return false;
        out->steps[out->count++] = step;
    }
    for (size_t i = 0; i < sizeof(below) / sizeof(below[0]); i++) {
        if (!skip_word(&text, "."))
            break;
        if (!read_step(&text, below[i], &step))
            return false;
        out->steps[out->count++] = step;
    }
    return *text == '\0';
}

static int
compare_numbers(uint64_t left, uint64_t right)
{
    return left < right ? -1 : left > right;
}

/* Sorts by scope, kind, number and suffix; like ones by their order. */
static int
compare_articles(const void *left, const void *right)
{
    const ft_placed_article *a = *(const ft_placed_article *const *)left;
    const ft_placed_article *b = *(const ft_placed_article *const *)right;
    int order = compare_numbers((uintptr_t)scope_of(a->article),
                                (uintptr_t)scope_of(b->article));
    if (order == 0)
        order = compare_numbers(a->article->kind, b->article->kind);
    if (order == 0)
        order = compare_numbers(a->article->number, b->article->number);
    if (order == 0)
        order = compare_numbers(a->article->suffix, b->article->suffix);
    return order == 0 ? compare_numbers((uintptr_t)a, (uintptr_t)b) : order;
}

/* Numbers the occurrences of like articles, each in its own scope. */
static fatiao_status
number_occurrences(ft_array *articles, fatiao_error *error)
{
    if (articles->count == 0)
        return FATIAO_OK;
    const ft_placed_article **sorted =
        malloc(articles->count * sizeof(*sorted));
    if (sorted == NULL)
        return ft_error_memory(error);
    ft_placed_article *all = articles->items;
    for (size_t i = 0; i < articles->count; i++)
        sorted[i] = &all[i];
    qsort(sorted, articles->count, sizeof(*sorted), compare_articles);
    uint32_t occurrence = 1;
    for (size_t i = 0; i < articles->count; i++) {
        const bool is_again =
            i > 0 && is_like(sorted[i]->article, sorted[i - 1]->article) &&
            scope_of(sorted[i]->article) == scope_of(sorted[i - 1]->article);
        occurrence = is_again ? occurrence + 1 : 1;
        all[sorted[i] - all].place.steps[0].occurrence = occurrence;
    }
    free(sorted);
    return FATIAO_OK;
}

/* Puts the annex in front of the places of the articles inside it. */
static void
add_scopes(ft_array *articles)
{
    ft_placed_article *all = articles->items;
    const ft_placed_article *annex = NULL;
    for (size_t i = 0; i < articles->count; i++) {
        ft_placed_article *article = &all[i];
        if (article->article->kind == FATIAO_NODE_ANNEX) {
            annex = article;
        } else if (annex != NULL &&
                   scope_of(article->article) == annex->article) {
            article->place.steps[1] = article->place.steps[0];
            article->place.steps[0] = annex->place.steps[0];
            article->place.count = 2;
        }
    }
}

fatiao_status
ft_place_list(const fatiao_statute *statute, ft_array *articles,
              fatiao_error *error)
{
    for (const fatiao_node *node = statute->root; node != NULL;
         node = fatiao_node_following(node)) {
        if (!ft_node_is_article(node))
            continue;
        ft_placed_article *placed = ft_array_push(articles);
        if (placed == NULL)
            return ft_error_memory(error);
        placed->article = node;
        ft_place_add(&placed->place, node->kind, node->number, node->suffix, 1);
    }
    fatiao_status status = number_occurrences(articles, error);
    if (status == FATIAO_OK)
        add_scopes(articles);
    return status;
}

const fatiao_node *
fatiao_statute_find(const fatiao_statute *statute, const char *fragment)
{
    ft_place place;
    if (statute == NULL || fragment == NULL ||
        !ft_fragment_read(fragment, &place))
        return NULL;
    return ft_place_find(statute->root, &place);
}

fatiao_status
fatiao_statute_fragment(const fatiao_statute *statute, const fatiao_node *node,
                        char **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (statute == NULL || node == NULL)
        return ft_error_argument(error, "statute or node is NULL");
    ft_place place;
    ft_place_of(node, &place);
    ft_strbuf text = {0};
    ft_fragment_write(&text, &place);
    *out = ft_strbuf_take(&text);
    return *out == NULL ? ft_error_memory(error) : FATIAO_OK;
}

void
fatiao_text_free(char *text)
{
    free(text);
}
