/* Building the arcs of a question. */
#include "search/lattice.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/slips.h"
#include "text/pinyin.h"
#include "text/shape.h"
#include "text/utf8.h"

uint32_t
ft_lattice_node(size_t typed_index)
{
    return (uint32_t)(3 * typed_index);
}

static uint32_t
swap_node(size_t typed_index)
{
    return ft_lattice_node(typed_index) + 1;
}

static uint32_t
insert_node(size_t typed_index)
{
    return ft_lattice_node(typed_index) + 2;
}

/* -------------------------------------------------------------- choices */

/* Words of grammar, of which nobody looks for one. */
static const char grammar[] = "的吗呢吧啊么你我他她它这那哪啥";

/* Notes that a char may be meant, at the lowest cost it is noted with. */
static void
note(ft_lattice *l, uint16_t place, float cost)
{
    if (place < l->spelling->char_count && cost < l->costs[place])
        l->costs[place] = cost;
}

static void
note_syllable(ft_lattice *l, uint16_t syllable, float cost)
{
    const uint32_t *starts = l->spelling->reader_starts;
    for (uint32_t i = starts[syllable]; i < starts[syllable + 1]; i++) {
        const uint16_t place = l->spelling->readers[i];
        const uint16_t *readings;
        ft_pinyin_readings(l->spelling->codes[place], &readings);
        note(l, place,
             cost + (readings[0] == syllable ? 0 : (float)FT_SPELLING_RARE));
    }
}

/* A syllable, and those that sound nearly so. */
static void
note_sound(ft_lattice *l, uint16_t syllable, float cost, float near_cost)
{
    const uint16_t sound = ft_syllable_sound(syllable);
    for (size_t other = 0; other < ft_syllable_count(); other++)
        if (other != syllable && ft_syllable_sound((uint16_t)other) == sound)
            note_syllable(l, (uint16_t)other, near_cost);
    note_syllable(l, syllable, cost);
}

static void
note_alike(ft_lattice *l, uint32_t code)
{
    const uint16_t *readings;
    const size_t count = ft_pinyin_readings(code, &readings);
    for (size_t i = 0; i < count; i++)
        note_sound(l, readings[i], FT_SPELLING_HOMOPHONE, FT_SPELLING_NEAR);
    uint32_t alike[FT_SHAPE_ALIKE_MAX];
    const size_t alike_count = ft_shape_alike(code, alike);
    for (size_t i = 0; i < alike_count; i++)
        note(l, ft_spelling_find(l->spelling, alike[i]), FT_SPELLING_SHAPE);
}

static void
forget_grammar(ft_lattice *l)
{
    for (size_t i = 0; i < strlen(grammar);) {
        const uint32_t code = ft_utf8_next(grammar, strlen(grammar), &i);
        const uint16_t place = ft_spelling_find(l->spelling, code);
        if (place != FT_SPELLING_NONE)
            l->costs[place] = INFINITY;
    }
}

/* Makes an arc. Its choices are pushed behind it. */
static ft_arc *
add_arc(ft_lattice *l, ft_arc_kind kind, uint32_t from, uint32_t to,
        size_t typed_start, size_t typed_end, double cost)
{
    ft_arc *arc = ft_array_push(&l->arcs);
    if (arc != NULL)
        *arc = (ft_arc){kind,
                        from,
                        to,
                        (uint32_t)typed_start,
                        (uint32_t)typed_end,
                        l->choices.count,
                        0,
                        (float)cost};
    return arc;
}

static bool
add_choice(ft_lattice *l, ft_arc *arc, uint16_t place, float cost)
{
    ft_choice *choice = ft_array_push(&l->choices);
    if (choice == NULL)
        return false;
    *choice = (ft_choice){place, cost};
    arc->choice_count++;
    return true;
}

/* Moves the notes, but for one on `except`, to the choices of an arc. */
static bool
take_notes(ft_lattice *l, ft_arc *arc, uint16_t except)
{
    bool done = arc != NULL;
    for (uint32_t i = 0; i < l->spelling->char_count; i++) {
        if (isinf(l->costs[i]))
            continue;
        if (done && i != except)
            done = add_choice(l, arc, (uint16_t)i, l->costs[i]);
        l->costs[i] = INFINITY;
    }
    return done;
}

/* ------------------------------------------------------ Chinese characters */

/* An arc for one typed character as it is. */
static bool
add_typed(ft_lattice *l, ft_arc_kind kind, uint32_t from, uint32_t to,
          size_t at, double cost)
{
    const ft_typed *one = ft_array_at(l->typed, at);
    ft_arc *arc = add_arc(l, kind, from, to, at, at + 1, cost);
    return arc != NULL && (one->place == FT_SPELLING_NONE ||
                           add_choice(l, arc, one->place, 0));
}

static double
word_cost(const ft_typed *one)
{
    return one->is_word ? FT_SPELLING_WORD : 0;
}

static bool
add_change(ft_lattice *l, size_t at)
{
    const ft_typed *one = ft_array_at(l->typed, at);
    note_alike(l, one->code);
    forget_grammar(l);
    ft_arc *arc = add_arc(l, FT_ARC_CHANGE, ft_lattice_node(at),
                          ft_lattice_node(at + 1), at, at + 1, word_cost(one));
    return take_notes(l, arc, one->place);
}

/* One character for two equal ones. */
static bool
add_double(ft_lattice *l, size_t at)
{
    const ft_typed *all = l->typed->items;
    if (l->typed->count > FT_SPELLING_SHORT ||
        (all[at].is_word && all[at].word_end > at + 1))
        return true;
    ft_arc *arc =
        add_arc(l, FT_ARC_DOUBLE, ft_lattice_node(at), ft_lattice_node(at + 2),
                at, at + 2, FT_SPELLING_DOUBLE);
    return arc != NULL && add_choice(l, arc, all[at].place, 0);
}

/* What may have become of a character and the next one. */
static bool
add_pair_slips(ft_lattice *l, size_t at)
{
    const ft_typed *all = l->typed->items;
    if (at + 1 >= l->typed->count || all[at + 1].is_apart ||
        all[at].place == FT_SPELLING_NONE ||
        all[at + 1].place == FT_SPELLING_NONE)
        return true;
    if (all[at].code == all[at + 1].code)
        return add_double(l, at);
    if (!all[at].is_open || !all[at + 1].is_open)
        return true;
    const double cost = word_cost(&all[at]) + word_cost(&all[at + 1]);
    return add_typed(l, FT_ARC_SWAP, ft_lattice_node(at), swap_node(at), at + 1,
                     cost + FT_SPELLING_SWAP) &&
           add_typed(l, FT_ARC_SWAPPED, swap_node(at), ft_lattice_node(at + 2),
                     at, 0);
}

/* A character may be missing between two that make no usual pair. */
static bool
add_insert(ft_lattice *l, size_t at)
{
    const ft_typed *all = l->typed->items;
    if (at == 0 || l->typed->count > FT_SPELLING_SHORT || all[at].is_apart ||
        !all[at - 1].is_han || !all[at].is_han ||
        ft_typing_is_everyday(all[at - 1].code) ||
        ft_typing_is_everyday(all[at].code) ||
        all[at - 1].place == FT_SPELLING_NONE ||
        all[at].place == FT_SPELLING_NONE ||
        (all[at].is_known && all[at].word_start < at) ||
        (!all[at - 1].is_open && !all[at].is_open &&
         ft_typing_is_usual(l->spelling, all[at - 1].place, all[at].place)))
        return true;
    const bool parts_word = all[at].is_word && all[at].word_start < at;
    return add_arc(l, FT_ARC_INSERT, ft_lattice_node(at), insert_node(at), at,
                   at,
                   FT_SPELLING_INSERT + (parts_word ? FT_SPELLING_WORD : 0)) !=
               NULL &&
           add_typed(l, FT_ARC_KEEP, insert_node(at), ft_lattice_node(at + 1),
                     at, 0);
}

static bool
add_han(ft_lattice *l, size_t at)
{
    const ft_typed *one = ft_array_at(l->typed, at);
    const uint32_t from = ft_lattice_node(at);
    return add_typed(l, FT_ARC_KEEP, from, ft_lattice_node(at + 1), at, 0) &&
           (!one->is_open || add_change(l, at)) && add_pair_slips(l, at) &&
           add_insert(l, at);
}

/* ----------------------------------------------------------------- letters */

/* Whether letters begin a syllable in a way that people leave it at: dkuan,
 * zxqy, or anything where the typing ends. */
static bool
is_initial(const char *letters, size_t count, bool is_last)
{
    return count == 1 || (count == 2 && letters[1] == 'h') || is_last;
}

static bool
add_syllables(ft_lattice *l, size_t at, size_t count, const char *letters,
              bool is_last)
{
    uint16_t first;
    uint16_t end;
    const bool is_whole = ft_syllable_range(letters, count, &first, &end);
    const uint32_t from = ft_lattice_node(at);
    const uint32_t to = ft_lattice_node(at + count);
    bool done = true;
    if (is_whole && count > 1) {
        note_sound(l, first, 0, FT_SPELLING_NEAR);
        done = take_notes(
            l, add_arc(l, FT_ARC_PINYIN, from, to, at, at + count, 0),
            FT_SPELLING_NONE);
    }
    if (!done || first == end || l->is_whole ||
        l->letter_count > FT_SPELLING_LETTERS ||
        !is_initial(letters, count, is_last))
        return done;
    for (uint16_t i = first; i < end; i++)
        if (!is_whole || count == 1 || i != first)
            note_syllable(l, i, 0);
    forget_grammar(l);
    return take_notes(l,
                      add_arc(l, FT_ARC_PARTIAL, from, to, at, at + count,
                              FT_SPELLING_PARTIAL),
                      FT_SPELLING_NONE);
}

bool
ft_lattice_is_whole(const ft_lattice *l, size_t at, size_t end)
{
    bool is_cut[FT_TYPING_CHARS_MAX + 1] = {[0] = true};
    char letters[FT_TYPING_CHARS_MAX];
    const size_t length = end - at;
    for (size_t i = 0; i < length; i++)
        letters[i] =
            (char)((const ft_typed *)ft_array_at(l->typed, at + i))->code;
    for (size_t i = 0; i < length; i++) {
        for (size_t count = 2; is_cut[i] && count <= FT_SYLLABLE_LETTERS_MAX &&
                               i + count <= length;
             count++) {
            uint16_t first;
            uint16_t last;
            is_cut[i + count] |=
                ft_syllable_range(letters + i, count, &first, &last);
        }
    }
    return is_cut[length];
}

/* Adds the cuts that begin at one letter of a row of letters, and at the first
 * the row as it is. */
static bool
add_letters(ft_lattice *l, size_t at)
{
    const ft_typed *all = l->typed->items;
    size_t end = at;
    char letters[FT_SYLLABLE_LETTERS_MAX];
    size_t count = 0;
    for (; end < l->typed->count && all[end].is_letter; end++)
        if (count < FT_SYLLABLE_LETTERS_MAX)
            letters[count++] = (char)all[end].code;
    if (at == 0 || !all[at - 1].is_letter) {
        l->is_whole = ft_lattice_is_whole(l, at, end);
        const double cost =
            FT_SPELLING_LATIN + FT_SPELLING_LATIN_LETTER * (double)(end - at);
        if (add_arc(l, FT_ARC_LITERAL, ft_lattice_node(at),
                    ft_lattice_node(end), at, end, cost) == NULL)
            return false;
    }
    for (; count > 0; count--)
        if (!add_syllables(l, at, count, letters, at + count == end))
            return false;
    return true;
}

/* A blank between letters, one of which at least is pinyin. */
static bool
is_pinyin_blank(const ft_lattice *l, size_t at)
{
    const ft_typed *all = l->typed->items;
    return all[at].code == ' ' && at > 0 && at + 1 < l->typed->count &&
           (all[at - 1].is_letter || all[at + 1].is_letter);
}

static bool
is_apostrophe(const ft_lattice *l, size_t at)
{
    const ft_typed *all = l->typed->items;
    return all[at].code == '\'' && at > 0 && at + 1 < l->typed->count &&
           all[at - 1].is_letter && all[at + 1].is_letter;
}

static bool
add_arcs(ft_lattice *l, size_t at)
{
    const ft_typed *one = ft_array_at(l->typed, at);
    const uint32_t from = ft_lattice_node(at);
    const uint32_t to = ft_lattice_node(at + 1);
    if (one->is_han)
        return add_han(l, at);
    if (one->is_letter)
        return add_letters(l, at);
    if (is_pinyin_blank(l, at) || is_apostrophe(l, at))
        return add_arc(l, FT_ARC_BLANK, from, to, at, at + 1, 0) != NULL;
    return add_arc(l, FT_ARC_LITERAL, from, to, at, at + 1, 0) != NULL;
}

static int
compare_arcs(const void *left, const void *right)
{
    const ft_arc *a = left;
    const ft_arc *b = right;
    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    if (a->to != b->to)
        return a->to < b->to ? -1 : 1;
    return (int)a->kind - (int)b->kind;
}

fatiao_status
ft_lattice_build(ft_lattice *lattice, const ft_spelling *spelling,
                 const ft_array *typed, fatiao_error *error)
{
    *lattice = (ft_lattice){.spelling = spelling,
                            .typed = typed,
                            .arcs.item_size = sizeof(ft_arc),
                            .choices.item_size = sizeof(ft_choice)};
    lattice->costs = malloc((spelling->char_count + 1) * sizeof(float));
    if (lattice->costs == NULL)
        return ft_error_memory(error);
    for (uint32_t i = 0; i < spelling->char_count; i++)
        lattice->costs[i] = INFINITY;
    const ft_typed *all = typed->items;
    for (size_t i = 0; i < typed->count; i++)
        lattice->letter_count += all[i].is_letter;
    for (size_t i = 0; i < typed->count; i++)
        if (!add_arcs(lattice, i))
            return ft_error_memory(error);
    if (lattice->arcs.count > 1)
        qsort(lattice->arcs.items, lattice->arcs.count, sizeof(ft_arc),
              compare_arcs);
    return FATIAO_OK;
}

void
ft_lattice_finish(ft_lattice *lattice)
{
    ft_array_finish(&lattice->arcs);
    ft_array_finish(&lattice->choices);
    free(lattice->costs);
    *lattice = (ft_lattice){0};
}
