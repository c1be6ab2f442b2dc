/* Matching the words of the thesaurus with letters. */
#include "search/abbreviation.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "query/slips.h"
#include "query/thesaurus.h"

/* Looking for words from one node to another. */
typedef struct matching {
    const ft_lattice *lattice;
    uint32_t from;
    uint32_t to;
    ft_guess_step steps[FT_SPELLING_LETTERS]; /* of the word so far */
    size_t count;
    ft_arena *arena;
    ft_array *paths;
} matching;

/* The first arc that leaves a node, or the one behind those that do. */
static size_t
first_arc(const ft_lattice *l, uint32_t node)
{
    const ft_arc *all = l->arcs.items;
    size_t low = 0;
    size_t high = l->arcs.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (all[middle].from < node)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The choice of an arc that is this character, or NULL. They are ordered. */
static const ft_choice *
find_choice(const ft_lattice *l, const ft_arc *arc, uint16_t place)
{
    const ft_choice *all = l->choices.items;
    size_t low = arc->first_choice;
    size_t high = low + arc->choice_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (all[middle].place < place)
            low = middle + 1;
        else
            high = middle;
    }
    const bool is_found =
        low < arc->first_choice + arc->choice_count && all[low].place == place;
    return is_found ? &all[low] : NULL;
}

/* The arc that leaves `node` as it was typed. */
static const ft_arc *
typed_arc(const ft_lattice *l, uint32_t node)
{
    const ft_arc *all = l->arcs.items;
    for (size_t i = first_arc(l, node);
         i < l->arcs.count && all[i].from == node; i++)
        if (all[i].kind <= FT_ARC_BLANK)
            return &all[i];
    return NULL;
}

/* Appends the steps from one node to another as typed; false where there is no
 * such way. */
static bool
add_typed(const ft_lattice *l, uint32_t node, uint32_t to, ft_guess_step *steps,
          size_t *count)
{
    while (node < to) {
        const ft_arc *arc = typed_arc(l, node);
        if (arc == NULL || arc->to > to)
            return false;
        const ft_typed *one = ft_array_at(l->typed, arc->typed_start);
        steps[(*count)++] = (ft_guess_step){
            .arc = arc,
            .place = arc->kind == FT_ARC_KEEP ? one->place : FT_SPELLING_NONE,
            .slip = (double)arc->cost};
        node = arc->to;
    }
    return true;
}

static bool
add_path(matching *m)
{
    const ft_lattice *l = m->lattice;
    const uint32_t end = ft_lattice_node(l->typed->count);
    ft_guess_step *steps =
        ft_arena_alloc(m->arena, (l->typed->count + m->count) * sizeof(*steps));
    if (steps == NULL)
        return false;
    size_t count = 0;
    if (!add_typed(l, 0, m->from, steps, &count))
        return true;
    memcpy(steps + count, m->steps, m->count * sizeof(*steps));
    count += m->count;
    if (!add_typed(l, m->to, end, steps, &count))
        return true;
    ft_guess_path *path = ft_array_push(m->paths);
    if (path == NULL)
        return false;
    path->steps = steps;
    path->step_count = count;
    path->cost = ft_guess_weigh(l, steps, count);
    return true;
}

/* Tries characters [at, …) of a string of the thesaurus from a node on. */
static bool
match(matching *m, const ft_thesaurus_string *string, uint32_t at,
      uint32_t node)
{
    const ft_lattice *l = m->lattice;
    if (at == string->char_count)
        return node != m->to || add_path(m);
    const uint32_t code = ft_thesaurus_default.codes[string->codes_at + at];
    const uint16_t place = ft_spelling_find(l->spelling, code);
    const ft_arc *all = l->arcs.items;
    bool is_done = true;
    for (size_t i = first_arc(l, node);
         is_done && place != FT_SPELLING_NONE && i < l->arcs.count &&
         all[i].from == node && m->count < FT_SPELLING_LETTERS;
         i++) {
        const ft_choice *choice = all[i].kind >= FT_ARC_PINYIN
                                      ? find_choice(l, &all[i], place)
                                      : NULL;
        if (choice == NULL || all[i].to > m->to)
            continue;
        m->steps[m->count++] =
            (ft_guess_step){.arc = &all[i],
                            .place = place,
                            .slip = (double)(all[i].cost + choice->cost)};
        is_done = match(m, string, at + 1, all[i].to);
        m->count--;
    }
    return is_done;
}

/* Tries all words for typed letters [start, end). */
static bool
match_row(const ft_lattice *lattice, size_t start, size_t end, ft_arena *arena,
          ft_array *paths)
{
    const fatiao_thesaurus *t = &ft_thesaurus_default;
    matching m = {.lattice = lattice,
                  .from = ft_lattice_node(start),
                  .to = ft_lattice_node(end),
                  .arena = arena,
                  .paths = paths};
    bool is_done = true;
    for (uint32_t i = 0; is_done && i < t->string_count; i++) {
        const ft_thesaurus_string *string = &t->strings[i];
        if (string->char_count > 1 && string->char_count <= end - start)
            is_done = match(&m, string, 0, m.from);
    }
    return is_done;
}

fatiao_status
ft_abbreviation_find(const ft_lattice *lattice, ft_arena *arena,
                     ft_array *paths, fatiao_error *error)
{
    const ft_typed *all = lattice->typed->items;
    const size_t count = lattice->typed->count;
    if (lattice->letter_count > FT_SPELLING_LETTERS)
        return FATIAO_OK;
    for (size_t start = 0; start < count;) {
        size_t end = start;
        while (end < count && all[end].is_letter)
            end++;
        if (end > start && !ft_lattice_is_whole(lattice, start, end) &&
            !match_row(lattice, start, end, arena, paths))
            return ft_error_memory(error);
        start = end + 1;
    }
    return FATIAO_OK;
}
