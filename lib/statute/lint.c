/* Notes on the finished tree. */
#include "statute/lint.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "text/numeral.h"
#include "text/utf8.h"

/* The statute being looked at, its text, and the place last counted to. */
typedef struct lint {
    fatiao_statute *statute;
    const char *source;
    size_t byte_count;
    size_t counted_byte;
    uint32_t counted_line;
    uint32_t counted_column;
} lint;

static bool
add_note(lint *l, fatiao_note_kind kind, uint32_t line, uint32_t column,
         const char *message)
{
    fatiao_note *note = ft_array_push(&l->statute->notes);
    if (note == NULL)
        return false;
    note->kind = kind;
    note->line = line;
    note->column = column;
    note->message = ft_arena_text(&l->statute->arena, message, strlen(message));
    return note->message != NULL;
}

/* The column, from 1, at which a node begins; counted on from the last one if
 * that was in the same line. */
static uint32_t
column_of(lint *l, const fatiao_node *node)
{
    size_t from = node->byte_start;
    uint32_t column = 1;
    if (l->counted_line == node->line && l->counted_byte <= from) {
        from = l->counted_byte;
        column = l->counted_column;
    } else {
        while (from > 0 && l->source[from - 1] != '\n' &&
               l->source[from - 1] != '\r')
            from--;
    }
    column +=
        (uint32_t)ft_utf8_char_count(l->source + from, node->byte_start - from);
    l->counted_line = node->line;
    l->counted_byte = node->byte_start;
    l->counted_column = column;
    return column;
}

/* ------------------------------------------------------- article numbers */

/* One article of a count: 第一百二十条之三 is 120, 3. */
typedef struct entry {
    const fatiao_node *node;
    size_t order;
} entry;

static int
compare_number(const void *a, const void *b)
{
    const entry *x = a;
    const entry *y = b;
    if (x->node->number != y->node->number)
        return x->node->number < y->node->number ? -1 : 1;
    if (x->node->suffix != y->node->suffix)
        return x->node->suffix < y->node->suffix ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

/* Whether an article is counted 第一条 and not 一、 or 1. */
static bool
is_ordinal(const fatiao_node *article)
{
    return strncmp(article->label, "第", strlen("第")) == 0;
}

/* The label that an article of the same count as `like` would have. */
static void
append_label(ft_strbuf *out, const fatiao_node *like, uint32_t number)
{
    if (is_ordinal(like)) {
        ft_strbuf_text(out, "第");
        ft_numeral_write(out, number);
        ft_strbuf_text(out, "条");
    } else if (like->label[0] >= '0' && like->label[0] <= '9') {
        ft_strbuf_format(out, "%u.", (unsigned)number);
    } else {
        ft_numeral_write(out, number);
        ft_strbuf_text(out, "、");
    }
}

/* Says that the numbers [first, last] are missing before `node`. */
static bool
note_gap(lint *l, const fatiao_node *node, uint32_t first, uint32_t last)
{
    ft_strbuf message = {0};
    append_label(&message, node, first);
    if (last > first) {
        ft_strbuf_text(&message, last == first + 1 ? " and " : " to ");
        append_label(&message, node, last);
    }
    ft_strbuf_format(&message, " %s missing before %s",
                     last > first ? "are" : "is", node->label);
    const bool is_added =
        !ft_strbuf_failed(&message) &&
        add_note(l, FATIAO_NOTE_GAP, node->line, column_of(l, node),
                 ft_strbuf_string(&message));
    ft_strbuf_finish(&message);
    return is_added;
}

static bool
note_gaps(lint *l, const ft_array *entries)
{
    uint32_t last = 0;
    for (size_t i = 0; i < entries->count; i++) {
        const entry *e = ft_array_at(entries, i);
        if (e->node->number > last + 1 &&
            !note_gap(l, e->node, last + 1, e->node->number - 1))
            return false;
        if (e->node->number > last)
            last = e->node->number;
    }
    return true;
}

static bool
note_duplicates(lint *l, ft_array *entries)
{
    if (entries->count < 2)
        return true;
    qsort(entries->items, entries->count, sizeof(entry), compare_number);
    for (size_t i = 1; i < entries->count; i++) {
        const fatiao_node *first =
            ((const entry *)ft_array_at(entries, i - 1))->node;
        const fatiao_node *node =
            ((const entry *)ft_array_at(entries, i))->node;
        if (first->number != node->number || first->suffix != node->suffix)
            continue;
        char message[256]; /* a label has less than 150 bytes */
        snprintf(message, sizeof(message), "%s stands twice, before in line %u",
                 node->label, (unsigned)first->line);
        if (!add_note(l, FATIAO_NOTE_DUPLICATE, node->line, column_of(l, node),
                      message))
            return false;
    }
    return true;
}

/* Looks at one count of articles, and begins a new one. */
static bool
finish_count(lint *l, ft_array *entries)
{
    const bool is_noted = note_gaps(l, entries) && note_duplicates(l, entries);
    ft_array_clear(entries);
    return is_noted;
}

/* A count of articles that is under way. */
typedef struct count {
    ft_array entries; /* of entry */
    bool is_ordinal;  /* 第一条 and not 一、 */
} count;

/* Adds an article to its count; 一、 is another count than 第一条. */
static bool
count_article(lint *l, count *of, const fatiao_node *node)
{
    const bool ordinal = is_ordinal(node);
    if (ordinal != of->is_ordinal && !finish_count(l, &of->entries))
        return false;
    of->is_ordinal = ordinal;
    entry *e = ft_array_push(&of->entries);
    if (e == NULL)
        return false;
    *e = (entry){node, of->entries.count};
    return true;
}

static bool
is_in_annex(const fatiao_node *node)
{
    while (node != NULL && node->kind != FATIAO_NODE_ANNEX)
        node = node->parent;
    return node != NULL;
}

/* Articles are counted through the document, anew where the title stands
 * again, and in each annex on its own. */
static bool
note_numbers(lint *l)
{
    count body = {.entries = {.item_size = sizeof(entry)}};
    count annex = {.entries = {.item_size = sizeof(entry)}};
    bool is_noted = true;
    const fatiao_node *node = l->statute->root;
    for (; node != NULL && is_noted; node = fatiao_node_following(node)) {
        if (node->kind == FATIAO_NODE_ANNEX)
            is_noted = finish_count(l, &annex.entries);
        else if (node->kind == FATIAO_NODE_TITLE)
            is_noted = finish_count(l, &body.entries);
        else if (node->kind == FATIAO_NODE_ARTICLE && node->number > 0)
            is_noted =
                count_article(l, is_in_annex(node) ? &annex : &body, node);
    }
    is_noted = is_noted && finish_count(l, &body.entries) &&
               finish_count(l, &annex.entries);
    ft_array_finish(&body.entries);
    ft_array_finish(&annex.entries);
    return is_noted;
}

/* ------------------------------------------------------ tails, characters */

static bool
note_tails(lint *l)
{
    const fatiao_node *node = l->statute->root;
    for (; node != NULL; node = fatiao_node_following(node)) {
        if (!node->is_ambiguous_tail)
            continue;
        char message[96];
        snprintf(message, sizeof(message),
                 "第%u款 follows a list of items and may belong to the one "
                 "before",
                 (unsigned)node->number);
        if (!add_note(l, FATIAO_NOTE_AMBIGUOUS_TAIL, node->line,
                      column_of(l, node), message))
            return false;
    }
    return true;
}

/* A document of which nothing can be cited is worth a look. */
static bool
note_emptiness(lint *l)
{
    for (const fatiao_node *node = l->statute->root; node != NULL;
         node = fatiao_node_following(node))
        if (ft_node_is_clause(node))
            return true;
    return add_note(l, FATIAO_NOTE_GAP, 1, 1,
                    "no article and no clause can be read");
}

/* One note for each run of private-use characters. */
static bool
note_private_use(lint *l)
{
    uint32_t line = 1;
    uint32_t column = 0;
    uint32_t before = 0;
    for (size_t at = 0; at < l->byte_count;) {
        const uint32_t code = ft_utf8_next(l->source, l->byte_count, &at);
        const bool is_crlf =
            code == '\r' && at < l->byte_count && l->source[at] == '\n';
        column++;
        if (ft_char_is_private_use(code) && !ft_char_is_private_use(before)) {
            char message[64];
            snprintf(message, sizeof(message), "private-use character U+%04X",
                     (unsigned)code);
            if (!add_note(l, FATIAO_NOTE_PRIVATE_USE, line, column, message))
                return false;
        }
        if (code == '\n' || (code == '\r' && !is_crlf)) {
            line++;
            column = 0;
        }
        before = code;
    }
    return true;
}

static int
compare_note(const void *a, const void *b)
{
    const fatiao_note *x = a;
    const fatiao_note *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    if (x->column != y->column)
        return x->column < y->column ? -1 : 1;
    return x->kind < y->kind ? -1 : x->kind > y->kind;
}

bool
ft_lint_statute(fatiao_statute *statute, const char *source, size_t byte_count)
{
    lint l = {.statute = statute, .source = source, .byte_count = byte_count};
    if (!note_numbers(&l) || !note_tails(&l) || !note_private_use(&l) ||
        !note_emptiness(&l))
        return false;
    if (statute->notes.count > 1)
        qsort(statute->notes.items, statute->notes.count, sizeof(fatiao_note),
              compare_note);
    return true;
}
