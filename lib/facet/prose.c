/* Proses: folding the texts of a paragraph, finding sentences and clauses. */
#include "facet/prose.h"

#include <string.h>

#include "base/error.h"
#include "text/utf8.h"

void
ft_prose_init(ft_prose *prose)
{
    *prose = (ft_prose){.chars.item_size = sizeof(ft_char),
                        .pieces.item_size = sizeof(ft_piece),
                        .clauses.item_size = sizeof(ft_stretch),
                        .clause_of.item_size = sizeof(uint32_t)};
}

void
ft_prose_finish(ft_prose *prose)
{
    ft_array_finish(&prose->chars);
    ft_array_finish(&prose->pieces);
    ft_array_finish(&prose->clauses);
    ft_array_finish(&prose->clause_of);
}

static bool
add_end(ft_prose *prose, size_t byte_index)
{
    ft_char *end = ft_array_push(&prose->chars);
    if (end == NULL)
        return false;
    *end = (ft_char){'\n', (uint32_t)byte_index, (uint32_t)byte_index};
    return true;
}

/* Adds the text of one node, an end after each of its lines. */
static fatiao_status
add_node(ft_prose *prose, const fatiao_node *node, fatiao_error *error)
{
    ft_piece *piece = ft_array_push(&prose->pieces);
    if (piece == NULL)
        return ft_error_memory(error);
    *piece = (ft_piece){node, (uint32_t)prose->chars.count};
    for (size_t at = 0; at < node->text_byte_count;) {
        const char *line = node->text + at;
        const char *feed = memchr(line, '\n', node->text_byte_count - at);
        const size_t length =
            feed == NULL ? node->text_byte_count - at : (size_t)(feed - line);
        const size_t first = prose->chars.count;
        const fatiao_status status =
            ft_fold(line, length, &prose->chars, error);
        if (status != FATIAO_OK)
            return status;
        for (size_t i = first; i < prose->chars.count; i++) {
            ft_char *c = ft_array_at(&prose->chars, i);
            c->byte_start += (uint32_t)at;
            c->byte_end += (uint32_t)at;
        }
        at += length + 1;
        if (!add_end(prose, at - 1))
            return ft_error_memory(error);
    }
    return FATIAO_OK;
}

typedef enum stop { STOP_NONE, STOP_CLAUSE, STOP_SENTENCE } stop;

static stop
stop_at(uint32_t code, bool is_inside)
{
    if (code == '\n')
        return STOP_SENTENCE;
    if (is_inside)
        return STOP_NONE;
    if (ft_char_is_one_of(code, "。;!?"))
        return STOP_SENTENCE;
    return ft_char_is_one_of(code, ",:") ? STOP_CLAUSE : STOP_NONE;
}

static bool
close_clause(ft_prose *prose, uint32_t start, uint32_t end)
{
    if (start == end)
        return true;
    ft_stretch *clause = ft_array_push(&prose->clauses);
    if (clause == NULL)
        return false;
    *clause = (ft_stretch){start, end, prose->sentence_count};
    return true;
}

static fatiao_status
cut(ft_prose *prose, fatiao_error *error)
{
    const size_t count = prose->chars.count;
    if (!ft_array_resize(&prose->clause_of, count))
        return ft_error_memory(error);
    uint32_t *clause_of = prose->clause_of.items;
    uint32_t start = 0;
    int depth = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t code = ft_prose_code(prose, i);
        depth += ft_char_is_one_of(code, "(《〔");
        depth -= depth > 0 && ft_char_is_one_of(code, ")》〕");
        const stop found = stop_at(code, depth > 0);
        clause_of[i] = (uint32_t)prose->clauses.count;
        if (found == STOP_NONE)
            continue;
        const size_t before = prose->clauses.count;
        if (!close_clause(prose, start, i))
            return ft_error_memory(error);
        start = i + 1;
        if (prose->clauses.count == before && before > 0)
            clause_of[i] = (uint32_t)before - 1;
        if (found == STOP_SENTENCE) {
            prose->sentence_count++;
            depth = 0;
        }
    }
    return FATIAO_OK;
}

fatiao_status
ft_prose_read(ft_prose *prose, const fatiao_node *node, fatiao_error *error)
{
    ft_array_clear(&prose->chars);
    ft_array_clear(&prose->pieces);
    ft_array_clear(&prose->clauses);
    prose->sentence_count = 0;
    fatiao_status status = add_node(prose, node, error);
    const fatiao_node *below = node->child;
    while (below != NULL && status == FATIAO_OK) {
        status = add_node(prose, below, error);
        if (below->child != NULL) {
            below = below->child;
            continue;
        }
        while (below != node && below->next == NULL)
            below = below->parent;
        below = below == node ? NULL : below->next;
    }
    return status == FATIAO_OK ? cut(prose, error) : status;
}

size_t
ft_prose_length(const ft_prose *prose)
{
    return prose->chars.count;
}

uint32_t
ft_prose_code(const ft_prose *prose, size_t char_index)
{
    const ft_char *chars = prose->chars.items;
    return char_index < prose->chars.count ? chars[char_index].code : 0;
}

const ft_stretch *
ft_prose_clause(const ft_prose *prose, size_t char_index)
{
    const uint32_t *clause_of = prose->clause_of.items;
    return ft_array_at(&prose->clauses, clause_of[char_index]);
}

bool
ft_prose_has(const ft_prose *prose, size_t char_index, const char *text)
{
    const size_t byte_count = strlen(text);
    for (size_t at = 0; at < byte_count; char_index++)
        if (ft_prose_code(prose, char_index) !=
            ft_utf8_next(text, byte_count, &at))
            return false;
    return true;
}

const fatiao_node *
ft_prose_source(const ft_prose *prose, size_t start, size_t end,
                size_t *byte_start, size_t *byte_count)
{
    const ft_piece *pieces = prose->pieces.items;
    size_t piece = 0;
    while (piece + 1 < prose->pieces.count &&
           pieces[piece + 1].char_first <= start)
        piece++;
    if (piece + 1 < prose->pieces.count && pieces[piece + 1].char_first < end)
        end = pieces[piece + 1].char_first;
    const ft_char *chars = prose->chars.items;
    *byte_start = chars[start].byte_start;
    *byte_count = chars[end - 1].byte_end - chars[start].byte_start;
    return pieces[piece].node;
}
