/* Wordings: folding the texts of a paragraph, finding sentences and clauses. */
#include "facet/wording.h"

#include <string.h>

#include "base/error.h"
#include "text/utf8.h"

void
ft_wording_init(ft_wording *wording)
{
    *wording = (ft_wording){.chars.item_size = sizeof(ft_char),
                            .pieces.item_size = sizeof(ft_piece),
                            .clauses.item_size = sizeof(ft_stretch),
                            .clause_of.item_size = sizeof(uint32_t)};
}

void
ft_wording_finish(ft_wording *wording)
{
    ft_array_finish(&wording->chars);
    ft_array_finish(&wording->pieces);
    ft_array_finish(&wording->clauses);
    ft_array_finish(&wording->clause_of);
}

static bool
add_end(ft_wording *wording, size_t byte_index)
{
    ft_char *end = ft_array_push(&wording->chars);
    if (end == NULL)
        return false;
    *end = (ft_char){'\n', (uint32_t)byte_index, (uint32_t)byte_index};
    return true;
}

/* Adds the text of one node, an end after each of its lines. */
static fatiao_status
add_node(ft_wording *wording, const fatiao_node *node, fatiao_error *error)
{
    ft_piece *piece = ft_array_push(&wording->pieces);
    if (piece == NULL)
        return ft_error_memory(error);
    *piece = (ft_piece){node, (uint32_t)wording->chars.count};
    for (size_t at = 0; at < node->text_byte_count;) {
        const char *line = node->text + at;
        const char *feed = memchr(line, '\n', node->text_byte_count - at);
        const size_t length =
            feed == NULL ? node->text_byte_count - at : (size_t)(feed - line);
        const size_t first = wording->chars.count;
        const fatiao_status status =
            ft_fold(line, length, &wording->chars, error);
        if (status != FATIAO_OK)
            return status;
        for (size_t i = first; i < wording->chars.count; i++) {
            ft_char *c = ft_array_at(&wording->chars, i);
            c->byte_start += (uint32_t)at;
            c->byte_end += (uint32_t)at;
        }
        at += length + 1;
        if (!add_end(wording, at - 1))
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
close_clause(ft_wording *wording, uint32_t start, uint32_t end)
{
    if (start == end)
        return true;
    ft_stretch *clause = ft_array_push(&wording->clauses);
    if (clause == NULL)
        return false;
    *clause = (ft_stretch){start, end, wording->sentence_count};
    return true;
}

static fatiao_status
cut(ft_wording *wording, fatiao_error *error)
{
    const size_t count = wording->chars.count;
    if (!ft_array_resize(&wording->clause_of, count))
        return ft_error_memory(error);
    uint32_t *clause_of = wording->clause_of.items;
    uint32_t start = 0;
    int depth = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t code = ft_wording_code(wording, i);
        depth += ft_char_is_one_of(code, "(《〔");
        depth -= depth > 0 && ft_char_is_one_of(code, ")》〕");
        const stop found = stop_at(code, depth > 0);
        clause_of[i] = (uint32_t)wording->clauses.count;
        if (found == STOP_NONE)
            continue;
        const size_t before = wording->clauses.count;
        if (!close_clause(wording, start, i))
            return ft_error_memory(error);
        start = i + 1;
        if (wording->clauses.count == before && before > 0)
            clause_of[i] = (uint32_t)before - 1;
        if (found == STOP_SENTENCE) {
            wording->sentence_count++;
            depth = 0;
        }
    }
    return FATIAO_OK;
}

fatiao_status
ft_wording_read(ft_wording *wording, const fatiao_node *node,
                fatiao_error *error)
{
    ft_array_clear(&wording->chars);
    ft_array_clear(&wording->pieces);
    ft_array_clear(&wording->clauses);
    wording->sentence_count = 0;
    fatiao_status status = add_node(wording, node, error);
    const fatiao_node *below = node->child;
    while (below != NULL && status == FATIAO_OK) {
        status = add_node(wording, below, error);
        if (below->child != NULL) {
            below = below->child;
            continue;
        }
        while (below != node && below->next == NULL)
            below = below->parent;
        below = below == node ? NULL : below->next;
    }
    return status == FATIAO_OK ? cut(wording, error) : status;
}

size_t
ft_wording_length(const ft_wording *wording)
{
    return wording->chars.count;
}

uint32_t
ft_wording_code(const ft_wording *wording, size_t char_index)
{
    const ft_char *chars = wording->chars.items;
    return char_index < wording->chars.count ? chars[char_index].code : 0;
}

const ft_stretch *
ft_wording_clause(const ft_wording *wording, size_t char_index)
{
    const uint32_t *clause_of = wording->clause_of.items;
    return ft_array_at(&wording->clauses, clause_of[char_index]);
}

bool
ft_wording_has(const ft_wording *wording, size_t char_index, const char *text)
{
    const size_t byte_count = strlen(text);
    for (size_t at = 0; at < byte_count; char_index++)
        if (ft_wording_code(wording, char_index) !=
            ft_utf8_next(text, byte_count, &at))
            return false;
    return true;
}

const fatiao_node *
ft_wording_source(const ft_wording *wording, size_t start, size_t end,
                  size_t *byte_start, size_t *byte_count)
{
    const ft_piece *pieces = wording->pieces.items;
    size_t piece = 0;
    while (piece + 1 < wording->pieces.count &&
           pieces[piece + 1].char_first <= start)
        piece++;
    if (piece + 1 < wording->pieces.count && pieces[piece + 1].char_first < end)
        end = pieces[piece + 1].char_first;
    const ft_char *chars = wording->chars.items;
    *byte_start = chars[start].byte_start;
    *byte_count = chars[end - 1].byte_end - chars[start].byte_start;
    return pieces[piece].node;
}
