/* Beam search through a lattice. */
#include "search/guess.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "query/slips.h"

/* Paths that go on from a node: few where most of the characters are known. */
enum { WIDTH = 16, WIDTH_OF_LETTERS = 256 };

/* A path to a node: its last step, and the path before. */
typedef struct trail {
    double cost;
    float slip;      /* what believing the last step costs */
    uint32_t before; /* NO_PATH at the beginning */
    uint32_t arc;
    uint16_t place; /* of the last character; NONE behind other signs */
} trail;

static const uint32_t NO_PATH = UINT32_MAX;

typedef struct beam {
    const ft_lattice *lattice;
    const ft_spelling *spelling;
    double chance;    /* FT_SPELLING_CHANCE or more */
    double total;     /* sum of the articles of all chars */
    trail *paths;     /* `width` for each node, a heap with the worst first */
    uint32_t *counts; /* for each node */
    uint32_t width;
    size_t node_count;
} beam;

/* ---------------------------------------------------------- probabilities */

/* How unlikely a character is with nothing before it. */
static double
alone_cost(const beam *b, uint16_t place)
{
    const double articles =
        place == FT_SPELLING_NONE ? 0.5 : b->spelling->articles[place];
    return log((b->total + 1) / (articles + 0.5));
}

static double
pair_cost(const beam *b, uint16_t first, uint16_t second, uint32_t articles)
{
    const double seen =
        articles / (b->spelling->row_totals[first] + FT_SPELLING_UNSEEN);
    const double alone = (b->spelling->articles[second] + 0.5) / (b->total + 1);
    return -log((1 - b->chance) * seen + b->chance * alone);
}

/* How unlikely a character is behind another, or behind none. */
static double
next_cost(const beam *b, const trail *before, uint16_t place)
{
    if (before->place == FT_SPELLING_NONE)
        return alone_cost(b, place);
    if (place == FT_SPELLING_NONE)
        return alone_cost(b, place) - log(b->chance);
    return pair_cost(b, before->place, place,
                     ft_spelling_pair(b->spelling, before->place, place));
}

/* -------------------------------------------------------------------- heap */

static bool
is_worse(const trail *left, const trail *right)
{
    return left->cost > right->cost;
}

static void
sift_down(trail *heap, uint32_t count, uint32_t at)
{
    for (;;) {
        uint32_t worst = at;
        for (uint32_t child = 2 * at + 1; child <= 2 * at + 2 && child < count;
             child++)
            if (is_worse(&heap[child], &heap[worst]))
                worst = child;
        if (worst == at)
            return;
        const trail moved = heap[at];
        heap[at] = heap[worst];
        heap[worst] = moved;
        at = worst;
    }
}

static void
sift_up(trail *heap, uint32_t at)
{
    while (at > 0 && is_worse(&heap[at], &heap[(at - 1) / 2])) {
        const trail moved = heap[at];
        heap[at] = heap[(at - 1) / 2];
        heap[(at - 1) / 2] = moved;
        at = (at - 1) / 2;
    }
}

/* Lets a path go on from a node if it is among the best. */
static void
offer(beam *b, uint32_t node, const trail *offered)
{
    trail *heap = b->paths + (size_t)node * b->width;
    if (b->counts[node] < b->width) {
        heap[b->counts[node]] = *offered;
        sift_up(heap, b->counts[node]++);
    } else if (is_worse(&heap[0], offered)) {
        heap[0] = *offered;
        sift_down(heap, b->width, 0);
    }
}

/* --------------------------------------------------------------- expansion */

static const ft_arc *
arc_at(const beam *b, uint32_t index)
{
    return ft_array_at(&b->lattice->arcs, index);
}

static void
step(beam *b, uint32_t from, uint32_t arc, uint16_t place, float slip,
     double chance)
{
    const trail made = {b->paths[from].cost + (double)slip + chance, slip, from,
                        arc, place};
    offer(b, arc_at(b, arc)->to, &made);
}

/* An arc that has no choices: signs, a blank, or an unknown character. */
static void
go_plain(beam *b, uint32_t from, uint32_t index)
{
    const ft_arc *arc = arc_at(b, index);
    trail made = {b->paths[from].cost + (double)arc->cost, arc->cost, from,
                  index, FT_SPELLING_NONE};
    if (arc->kind == FT_ARC_BLANK) {
        made.place = b->paths[from].place;
    } else if (arc->kind == FT_ARC_KEEP) {
        made.cost += next_cost(b, &b->paths[from], FT_SPELLING_NONE);
    }
    offer(b, arc->to, &made);
}

/* Puts each character in that the index has between the last one and the one
 * typed next. */
static void
go_insert(beam *b, uint32_t from, uint32_t index)
{
    const ft_arc *arc = arc_at(b, index);
    const ft_typed *next = ft_array_at(b->lattice->typed, arc->typed_start);
    const uint16_t last = b->paths[from].place;
    uint32_t start;
    uint32_t end;
    ft_spelling_row(b->spelling, last, &start, &end);
    for (uint32_t i = start; i < end; i++) {
        const uint16_t place = b->spelling->seconds[i];
        if (place < b->spelling->char_count &&
            ft_spelling_pair(b->spelling, place, next->place) > 0)
            step(b, from, index, place, arc->cost,
                 pair_cost(b, last, place, b->spelling->counts[i]));
    }
}

/* Tries an arc's choices behind a path. Those that make no pair with its
 * last character are tried behind the best path to the node only. */
static void
go_choices(beam *b, uint32_t from, uint32_t index, bool is_best)
{
    const ft_arc *arc = arc_at(b, index);
    const ft_choice *all = b->lattice->choices.items;
    const trail *before = &b->paths[from];
    for (size_t i = 0; i < arc->choice_count; i++) {
        const ft_choice *one = &all[arc->first_choice + i];
        const bool is_paired =
            before->place != FT_SPELLING_NONE &&
            ft_spelling_pair(b->spelling, before->place, one->place) > 0;
        if (is_paired || is_best || arc->choice_count == 1)
            step(b, from, index, one->place, arc->cost + one->cost,
                 next_cost(b, before, one->place));
    }
}

static void
go(beam *b, uint32_t from, uint32_t index, bool is_best)
{
    const ft_arc *arc = arc_at(b, index);
    if (arc->kind == FT_ARC_INSERT)
        go_insert(b, from, index);
    else if (arc->kind == FT_ARC_LITERAL || arc->kind == FT_ARC_BLANK ||
             (arc->kind == FT_ARC_KEEP && arc->choice_count == 0))
        go_plain(b, from, index);
    else
        go_choices(b, from, index, is_best);
}

/* Carries the paths to a node, which are complete, along its arcs
 * [first_arc, end_arc). */
static void
leave(beam *b, uint32_t node, uint32_t first_arc, uint32_t end_arc)
{
    const uint32_t count = b->counts[node];
    const uint32_t start = node * b->width;
    uint32_t best = start;
    for (uint32_t i = start; i < start + count; i++)
        if (is_worse(&b->paths[best], &b->paths[i]))
            best = i;
    for (uint32_t arc = first_arc; arc < end_arc; arc++)
        for (uint32_t i = start; i < start + count; i++)
            go(b, i, arc, i == best);
}

static void
search(beam *b)
{
    const trail beginning = {0, 0, NO_PATH, 0, FT_SPELLING_NONE};
    offer(b, 0, &beginning);
    const uint32_t arc_count = (uint32_t)b->lattice->arcs.count;
    for (uint32_t first = 0; first < arc_count;) {
        const uint32_t node = arc_at(b, first)->from;
        uint32_t end = first + 1;
        while (end < arc_count && arc_at(b, end)->from == node)
            end++;
        leave(b, node, first, end);
        first = end;
    }
}

/* ----------------------------------------------------------------- results */

static bool
add_path(const beam *b, uint32_t last, ft_arena *arena, ft_array *paths)
{
    size_t count = 0;
    for (uint32_t i = last; b->paths[i].before != NO_PATH;
         i = b->paths[i].before)
        count++;
    ft_guess_step *steps = ft_arena_alloc(arena, count * sizeof(*steps) + 1);
    ft_guess_path *made = ft_array_push(paths);
    if (steps == NULL || made == NULL)
        return false;
    *made = (ft_guess_path){b->paths[last].cost, steps, count};
    for (uint32_t i = last; b->paths[i].before != NO_PATH;
         i = b->paths[i].before)
        steps[--count] =
            (ft_guess_step){arc_at(b, b->paths[i].arc), b->paths[i].place,
                            b->paths[i].cost, (double)b->paths[i].slip};
    return true;
}

static int
compare_paths(const void *left, const void *right)
{
    const ft_guess_path *a = left;
    const ft_guess_path *b = right;
    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    /* Of equal paths the one whose characters come first, to be the same
     * everywhere. */
    for (size_t i = 0; i < a->step_count && i < b->step_count; i++)
        if (a->steps[i].place != b->steps[i].place)
            return a->steps[i].place < b->steps[i].place ? -1 : 1;
    return a->step_count < b->step_count ? -1 : a->step_count > b->step_count;
}

static beam
new_beam(const ft_lattice *lattice)
{
    const double once = lattice->spelling->once;
    return (beam){
        .lattice = lattice,
        .spelling = lattice->spelling,
        .chance = fmin(fmax(once, FT_SPELLING_CHANCE), FT_SPELLING_CHANCE_MAX),
        .total = lattice->spelling->total,
        .width = lattice->letter_count > 0 ? WIDTH_OF_LETTERS : WIDTH,
        .node_count = ft_lattice_node(lattice->typed->count) + 1,
    };
}

fatiao_status
ft_guess_find(const ft_lattice *lattice, size_t limit, ft_arena *arena,
              ft_array *paths, fatiao_error *error)
{
    beam b = new_beam(lattice);
    bool done = false;
    b.paths = malloc(b.node_count * b.width * sizeof(*b.paths));
    b.counts = calloc(b.node_count, sizeof(*b.counts));
    if (b.paths == NULL || b.counts == NULL)
        goto end;
    search(&b);
    done = true;
    const uint32_t last = (uint32_t)b.node_count - 1;
    for (uint32_t i = 0; done && i < b.counts[last]; i++)
        done = add_path(&b, last * b.width + i, arena, paths);
    if (done && paths->count > 1)
        qsort(paths->items, paths->count, sizeof(ft_guess_path), compare_paths);
    if (paths->count > limit)
        paths->count = limit;
end:
    free(b.paths);
    free(b.counts);
    return done ? FATIAO_OK : ft_error_memory(error);
}

double
ft_guess_weigh(const ft_lattice *lattice, ft_guess_step *steps, size_t count)
{
    const beam b = new_beam(lattice);
    trail now = {0, 0, NO_PATH, 0, FT_SPELLING_NONE};
    for (size_t i = 0; i < count; i++) {
        const ft_arc_kind kind = steps[i].arc->kind;
        now.cost += steps[i].slip;
        if (kind != FT_ARC_LITERAL && kind != FT_ARC_BLANK)
            now.cost += next_cost(&b, &now, steps[i].place);
        if (kind != FT_ARC_BLANK)
            now.place = steps[i].place;
        steps[i].cost = now.cost;
    }
    return now.cost;
}

double
ft_guess_typed_cost(const ft_lattice *lattice)
{
    const beam b = new_beam(lattice);
    const ft_arc *all = lattice->arcs.items;
    trail now = {0, 0, NO_PATH, 0, FT_SPELLING_NONE};
    uint32_t node = 0;
    for (size_t i = 0; i < lattice->arcs.count; i++) {
        if (all[i].from != node || all[i].kind > FT_ARC_BLANK)
            continue;
        if (all[i].kind != FT_ARC_BLANK) {
            const ft_typed *one =
                ft_array_at(lattice->typed, all[i].typed_start);
            const bool is_kept = all[i].kind == FT_ARC_KEEP;
            now.cost += all[i].cost;
            if (is_kept)
                now.cost += next_cost(&b, &now, one->place);
            now.place = is_kept ? one->place : FT_SPELLING_NONE;
        }
        node = all[i].to;
    }
    return now.cost;
}

/* -------------------------------------------------------------------- steps */

bool
ft_guess_is_change(const ft_guess_step *step)
{
    return step->arc->kind > FT_ARC_BLANK;
}

bool
ft_guess_is_pinyin(const ft_guess_step *step)
{
    return step->arc->kind >= FT_ARC_PINYIN;
}

const ft_guess_step *
ft_guess_neighbour(const ft_guess_path *path, size_t at, int direction,
                   bool *has_blank)
{
    *has_blank = false;
    for (size_t i = at + (size_t)direction; i < path->step_count;
         i += (size_t)direction) {
        const ft_guess_step *step = &path->steps[i];
        if (step->arc->kind != FT_ARC_BLANK)
            return step->place == FT_SPELLING_NONE ? NULL : step;
        *has_blank = true;
    }
    return NULL;
}
