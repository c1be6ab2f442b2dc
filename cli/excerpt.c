/* A passage short enough to read at a glance.
 *
 * The text is cut into pieces at its punctuation, and a piece that grows too
 * long where it stands, though never inside a mark. Pieces with the most marked
 * characters are kept first; what room is left goes to their neighbours. */
#include "excerpt.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "codepoint.h"
#include "escape.h"
#include "memory.h"

/* The most characters of a piece. */
enum { PIECE_CHARS_MAX = 60 };

typedef struct excerpt_piece {
    size_t byte_start;
    size_t byte_end;
    size_t char_count;
    size_t marked_chars;
    bool is_kept;
} excerpt_piece;

typedef struct excerpt_pieces {
    excerpt_piece *items;
    size_t count;
    size_t kept_chars;
} excerpt_pieces;

/* Whether a text may be cut behind this character. */
static bool
is_break(uint32_t code)
{
    switch (code) {
    case '\n':
    case ',':
    case ';':
    case 0x3002: /* 。 */
    case 0xFF01: /* ！ */
    case 0xFF0C: /* ， */
    case 0xFF1A: /* ： */
    case 0xFF1B: /* ； */
    case 0xFF1F: /* ？ */
        return true;
    default:
        return false;
    }
}

static void
end_piece(excerpt_pieces *pieces, excerpt_piece *current, size_t byte_end)
{
    if (current->char_count == 0)
        return;
    current->byte_end = byte_end;
    pieces->items =
        memory_grow(pieces->items, pieces->count, sizeof(pieces->items[0]));
    pieces->items[pieces->count++] = *current;
    *current = (excerpt_piece){.byte_start = byte_end};
}

static excerpt_pieces
cut(const char *text, const fatiao_span *marks, size_t mark_count)
{
    excerpt_pieces all = {0};
    excerpt_piece current = {0};
    const size_t byte_count = strlen(text);
    size_t mark = 0;
    for (size_t i = 0; i < byte_count;) {
        const size_t start = i;
        const uint32_t code = codepoint_next(text, byte_count, &i);
        while (mark < mark_count &&
               marks[mark].byte_start + marks[mark].byte_count <= start)
            mark++;
        const bool is_marked =
            mark < mark_count && marks[mark].byte_start <= start;
        const bool mark_goes_on =
            is_marked && i < marks[mark].byte_start + marks[mark].byte_count;
        current.char_count++;
        current.marked_chars += is_marked;
        if (!mark_goes_on &&
            (is_break(code) || current.char_count >= PIECE_CHARS_MAX))
            end_piece(&all, &current, i);
    }
    end_piece(&all, &current, byte_count);
    return all;
}

static int
by_marks_then_order(const void *a, const void *b)
{
    const excerpt_piece *left = *(excerpt_piece *const *)a;
    const excerpt_piece *right = *(excerpt_piece *const *)b;
    if (left->marked_chars != right->marked_chars)
        return left->marked_chars > right->marked_chars ? -1 : 1;
    return left < right ? -1 : left > right;
}

/* Keeps a piece if there is room for it, or nothing was kept yet. */
static bool
keep(excerpt_pieces *pieces, excerpt_piece *piece, size_t chars_max)
{
    if (piece->is_kept || (pieces->kept_chars > 0 &&
                           pieces->kept_chars + piece->char_count > chars_max))
        return false;
    piece->is_kept = true;
    pieces->kept_chars += piece->char_count;
    return true;
}

static void
keep_marked(excerpt_pieces *pieces, size_t chars_max)
{
    excerpt_piece **sorted = memory_new(pieces->count, sizeof(sorted[0]));
    for (size_t i = 0; i < pieces->count; i++)
        sorted[i] = &pieces->items[i];
    qsort(sorted, pieces->count, sizeof(sorted[0]), by_marks_then_order);
    for (size_t i = 0; i < pieces->count; i++) {
        if (i > 0 && sorted[i]->marked_chars == 0)
            break;
        keep(pieces, sorted[i], chars_max);
    }
    free(sorted);
}

/* Lets what is kept grow by one piece to either side, as long as it can. Each
 * round but the last keeps at least one character more. */
static void
keep_neighbours(excerpt_pieces *pieces, size_t chars_max)
{
    bool grew = true;
    while (grew) {
        grew = false;
        bool was_kept = false; /* the piece before, as the round began */
        for (size_t i = 0; i < pieces->count; i++) {
            excerpt_piece *piece = &pieces->items[i];
            const bool is_kept = piece->is_kept;
            const bool next_kept =
                i + 1 < pieces->count && pieces->items[i + 1].is_kept;
            if (was_kept || next_kept)
                grew = keep(pieces, piece, chars_max) || grew;
            was_kept = is_kept;
        }
    }
}

/* Writes the bytes from `start` to `end` with the marks that begin in them. */
static void
write_marked(FILE *out, const text_style *style, const char *text, size_t start,
             size_t end, const fatiao_span *marks, size_t mark_count)
{
    size_t written = start;
    for (size_t i = 0; i < mark_count; i++) {
        const size_t mark_start = marks[i].byte_start;
        const size_t mark_end = mark_start + marks[i].byte_count;
        if (mark_start < written || mark_end > end)
            continue;
        escape_bytes(out, text + written, mark_start - written);
        fputs(style->mark, out);
        escape_bytes(out, text + mark_start, mark_end - mark_start);
        fputs(style->mark_end, out);
        written = mark_end;
    }
    escape_bytes(out, text + written, end - written);
}

void
excerpt_write(FILE *out, const text_style *style, const char *text,
              const fatiao_span *marks, size_t mark_count, size_t chars_max)
{
    if (codepoint_text_count(text) <= chars_max) {
        write_marked(out, style, text, 0, strlen(text), marks, mark_count);
        return;
    }
    excerpt_pieces all = cut(text, marks, mark_count);
    keep_marked(&all, chars_max);
    keep_neighbours(&all, chars_max);
    for (size_t i = 0; i < all.count;) {
        if (!all.items[i].is_kept) {
            fputs("…", out);
            while (i < all.count && !all.items[i].is_kept)
                i++;
            continue;
        }
        const size_t start = all.items[i].byte_start;
        while (i + 1 < all.count && all.items[i + 1].is_kept)
            i++;
        write_marked(out, style, text, start, all.items[i].byte_end, marks,
                     mark_count);
        i++;
    }
    free(all.items);
}
