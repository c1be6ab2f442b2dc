/* Passages: folding the texts of a paragraph, finding sentences and clauses. */
#include "facet/passage.h"

#include <string.h>

#include "base/error.h"
#include "text/utf8.h"

void
ft_passage_init(ft_passage *passage)
{
    *passage = (ft_passage){.chars.item_size = sizeof(ft_char),
                            .pieces.item_size = sizeof(ft_piece),
                            .clauses.item_size = sizeof(ft_stretch),
                            .clause_of.item_size = sizeof(uint32_t)};
}

void
ft_passage_finish(ft_passage *passage)
{
    ft_array_finish(&passage->chars);
    ft_array_finish(&passage->pieces);
    ft_array_finish(&passage->clauses);
    ft_array_finish(&passage->clause_of);
}

static bool
add_end(ft_passage *passage, size_t byte_index)
{
    ft_char *end = ft_array_push(&passage->chars);
    if (end == NULL)
        return false;
    *end = (ft_char){'\n', (uint32_t)byte_index, (uint32_t)byte_index};
    return true;
}

/* Adds the text of one node, an end after each of its lines. */
static fatiao_status
add_node(ft_passage *passage, const fatiao_node *node, fatiao_error *error)
{
    ft_piece *piece = ft_array_push(&passage->pieces);
    if (piece == NULL)
        return ft_error_memory(error);
    *piece = (ft_piece){node, (uint32_t)passage->chars.count};
    for (size_t at = 0; at < node->text_byte_count;) {
        const char *line = node->text + at;
        const char *feed = memchr(line, '\n', node->text_byte_count - at);
        const size_t length =
            feed == NULL ? node->text_byte_count - at : (size_t)(feed - line);
        const size_t first = passage->chars.count;
        const fatiao_status status =
            ft_fold(line, length, &passage->chars, error);
        if (status != FATIAO_OK)
            return status;
        for (size_t i = first; i < passage->chars.count; i++) {
            ft_char *c = ft_array_at(&passage->chars, i);
            c->byte_start += (uint32_t)at;
            c->byte_end += (uint32_t)at;
        }
        at += length + 1;
        if (!add_end(passage, at - 1))
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
close_clause(ft_passage *passage, uint32_t start, uint32_t end)
{
    if (start == end)
        return true;
    ft_stretch *clause = ft_array_push(&passage->clauses);
    if (clause == NULL)
        return false;
    *clause = (ft_stretch){start, end, passage->sentence_count};
    return true;
}

static fatiao_status
cut(ft_passage *passage, fatiao_error *error)
{
    const size_t count = passage->chars.count;
    if (!ft_array_resize(&passage->clause_of, count))
        return ft_error_memory(error);
    uint32_t *clause_of = passage->clause_of.items;
    uint32_t start = 0;
    int depth = 0;
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t code = ft_passage_code(passage, i);
        depth += ft_char_is_one_of(code, "(《〔");
        depth -= depth > 0 && ft_char_is_one_of(code, ")》〕");
        const stop found = stop_at(code, depth > 0);
        clause_of[i] = (uint32_t)passage->clauses.count;
        if (found == STOP_NONE)
            continue;
        const size_t before = passage->clauses.count;
        if (!close_clause(passage, start, i))
            return ft_error_memory(error);
        start = i + 1;
        if (passage->clauses.count == before && before > 0)
            clause_of[i] = (uint32_t)before - 1;
        if (found == STOP_SENTENCE) {
            passage->sentence_count++;
            depth = 0;
        }
    }
    return FATIAO_OK;
}

fatiao_status
ft_passage_read(ft_passage *passage, const fatiao_node *node,
                fatiao_error *error)
{
    ft_array_clear(&passage->chars);
    ft_array_clear(&passage->pieces);
    ft_array_clear(&passage->clauses);
    passage->sentence_count = 0;
    fatiao_status status = add_node(passage, node, error);
    const fatiao_node *below = node->child;
    while (below != NULL && status == FATIAO_OK) {
        status = add_node(passage, below, error);
        if (below->child != NULL) {
            below = below->child;
            continue;
        }
        while (below != node && below->next == NULL)
            below = below->parent;
        below = below == node ? NULL : below->next;
    }
    return status == FATIAO_OK ? cut(passage, error) : status;
}

size_t
ft_passage_length(const ft_passage *passage)
{
    return passage->chars.count;
}

uint32_t
ft_passage_code(const ft_passage *passage, size_t char_index)
{
    const ft_char *chars = passage->chars.items;
    return char_index < passage->chars.count ? chars[char_index].code : 0;
}

const ft_stretch *
ft_passage_clause(const ft_passage *passage, size_t char_index)
{
    const uint32_t *clause_of = passage->clause_of.items;
    return ft_array_at(&passage->clauses, clause_of[char_index]);
}

bool
ft_passage_has(const ft_passage *passage, size_t char_index, const char *text)
{
    const size_t byte_count = strlen(text);
    for (size_t at = 0; at < byte_count; char_index++)
        if (ft_passage_code(passage, char_index) !=
            ft_utf8_next(text, byte_count, &at))
            return false;
    return true;
}

const fatiao_node *
ft_passage_source(const ft_passage *passage, size_t start, size_t end,
                  size_t *byte_start, size_t *byte_count)
{
    const ft_piece *pieces = passage->pieces.items;
    size_t piece = 0;
    while (piece + 1 < passage->pieces.count &&
           pieces[piece + 1].char_first <= start)
        piece++;
    if (piece + 1 < passage->pieces.count && pieces[piece + 1].char_first < end)
        end = pieces[piece + 1].char_first;
    const ft_char *chars = passage->chars.items;
    *byte_start = chars[start].byte_start;
    *byte_count = chars[end - 1].byte_end - chars[start].byte_start;
    return pieces[piece].node;
}
