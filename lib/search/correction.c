/* Judging the ways to read a question, and writing it anew. */
#include "search/correction.h"

#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "query/slips.h"
#include "search/abbreviation.h"
#include "search/wording.h"

/* A question being corrected. */
typedef struct correcting {
    fatiao_searcher *searcher;
    const char *text;
    const ft_spelling *spelling;
    ft_array typed;
    ft_lattice lattice;
    ft_arena arena;
    ft_array paths; /* of ft_guess_path */
    ft_evidence evidence;
    ft_array rows; /* of ft_evidence_row */
} correcting;

static int
compare_costs(const void *left, const void *right)
{
    const double a = ((const ft_guess_path *)left)->cost;
    const double b = ((const ft_guess_path *)right)->cost;
    return a < b ? -1 : a > b;
}

/* ----------------------------------------------------------------- writing */

static bool
drops_gap(const correcting *c, const ft_guess_path *path, size_t at)
{
    bool has_blank;
    const ft_guess_step *step = &path->steps[at];
    const ft_guess_step *other = ft_guess_neighbour(path, at, -1, &has_blank);
    return other != NULL &&
           (ft_guess_is_pinyin(step) || ft_guess_is_pinyin(other)) &&
           ft_spelling_pair(c->spelling, other->place, step->place) > 0;
}

/* Writes the question as a path reads it: what is kept as it was typed. */
static void
write_text(const correcting *c, const ft_guess_path *path, ft_strbuf *out)
{
    const ft_typed *all = c->typed.items;
    size_t done = 0; /* bytes of the question */
    for (size_t i = 0; i < path->step_count; i++) {
        const ft_guess_step *step = &path->steps[i];
        const ft_arc *arc = step->arc;
        if (arc->kind == FT_ARC_BLANK)
            continue;
        if (arc->kind == FT_ARC_INSERT) {
            ft_strbuf_char(out, c->spelling->codes[step->place]);
            continue;
        }
        const size_t start = all[arc->typed_start].byte_start;
        const size_t end = all[arc->typed_end - 1].byte_end;
        if (start > done && !drops_gap(c, path, i) &&
            arc->kind != FT_ARC_SWAP && arc->kind != FT_ARC_SWAPPED)
            ft_strbuf_bytes(out, c->text + done, start - done);
        if (ft_guess_is_change(step) && arc->kind != FT_ARC_DOUBLE)
            ft_strbuf_char(out, c->spelling->codes[step->place]);
        else if (arc->kind == FT_ARC_DOUBLE)
            ft_strbuf_bytes(out, c->text + start,
                            all[arc->typed_start].byte_end - start);
        else if (end > done)
            ft_strbuf_bytes(out, c->text + (start > done ? start : done),
                            end - (start > done ? start : done));
        done = end > done ? end : done;
    }
    ft_strbuf_text(out, c->text + done);
}

/* ----------------------------------------------------------------- choosing */

/* Counts what a path changes; false if that is too much to be believed. */
static bool
count_changes(const ft_guess_path *path, size_t *chars, size_t *changes)
{
    size_t inserts = 0;
    size_t slips = 0;
    *chars = 0;
    *changes = 0;
    for (size_t i = 0; i < path->step_count; i++) {
        const ft_arc_kind arc = path->steps[i].arc->kind;
        *chars += path->steps[i].place != FT_SPELLING_NONE;
        *changes += ft_guess_is_change(&path->steps[i]);
        inserts += arc == FT_ARC_INSERT;
        slips += arc >= FT_ARC_CHANGE && arc <= FT_ARC_INSERT &&
                 arc != FT_ARC_SWAPPED;
    }
    const size_t most =
        *chars > FT_SPELLING_SHORT
            ? 1
            : (*chars + FT_SPELLING_APART - 1) / FT_SPELLING_APART;
    return *changes > 0 && !(inserts > 0 && slips > 1) && slips <= most;
}

/* Whether a path takes for a slip what is a word. */
static bool
changes_words(const correcting *c, const ft_guess_path *path)
{
    const ft_typed *typed = c->typed.items;
    for (size_t i = 0; i < path->step_count; i++)
        if (path->steps[i].arc->kind == FT_ARC_CHANGE &&
            typed[path->steps[i].arc->typed_start].is_word)
            return true;
    return false;
}

/* What a path comes to. */
typedef struct verdict {
    char *text; /* NULL: it is not taken */
    ft_evidence_level level;
    double cost;
    bool is_sure;
} verdict;

/* Judges a path by what the index says of it. */
static fatiao_status
judge(const correcting *c, const ft_guess_path *path, double typed_cost,
      verdict *out, fatiao_error *error)
{
    *out = (verdict){.cost = path->cost};
    size_t chars;
    size_t changes;
    bool is_good = path->cost + FT_SPELLING_OFFER <= typed_cost &&
                   count_changes(path, &chars, &changes);
    const bool is_long = is_good && chars > changes * FT_SPELLING_CHARS;
    if (is_long)
        is_good = path->cost + FT_SPELLING_LONG <= typed_cost &&
                  !changes_words(c, path);
    bool is_plain = true;
    for (size_t i = 0; is_good && i < path->step_count; i++) {
        is_good = ft_evidence_bears_out(&c->evidence, path, i);
        is_plain &= ft_evidence_is_plain(&c->evidence, path, i);
    }
    if (!is_good)
        return FATIAO_OK;
    fatiao_status status =
        ft_evidence_check_pairs(&c->evidence, path, &is_good, error);
    if (status != FATIAO_OK || !is_good)
        return status;
    ft_strbuf text = {0};
    write_text(c, path, &text);
    if (ft_strbuf_failed(&text))
        status = ft_error_memory(error);
    ft_wording wording = {FT_EVIDENCE_NONE, false};
    if (status == FATIAO_OK)
        status =
            ft_wording_weigh(&c->evidence, path, text.bytes, &wording, error);
    out->level = wording.level;
    out->is_sure = !is_long && (is_plain || wording.is_plain) &&
                   path->cost + FT_SPELLING_SURE <= typed_cost &&
                   out->level == FT_EVIDENCE_TEXT;
    if (status == FATIAO_OK && out->level > FT_EVIDENCE_NONE)
        out->text = ft_strbuf_take(&text);
    ft_strbuf_finish(&text);
    return status;
}

/* Whether `next`, which is less likely, is to be taken all the same. */
static bool
is_better(const verdict *next, const verdict *now)
{
    return next->text != NULL &&
           (now->text == NULL ||
            (next->level > now->level &&
             next->cost <= now->cost + FT_SPELLING_WORDING));
}

static bool
is_as_typed(const ft_guess_path *path)
{
    for (size_t i = 0; i < path->step_count; i++)
        if (ft_guess_is_change(&path->steps[i]))
            return false;
    return true;
}

static fatiao_status
choose(correcting *c, ft_correction *out, fatiao_error *error)
{
    fatiao_status status =
        ft_lattice_build(&c->lattice, c->spelling, &c->typed, error);
    if (status == FATIAO_OK)
        status = ft_guess_find(&c->lattice, FT_SPELLING_READINGS, &c->arena,
                               &c->paths, error);
    const ft_guess_path *likeliest = c->paths.items;
    const double far =
        c->paths.count == 0 ? 0 : likeliest->cost + FT_SPELLING_FAR;
    while (c->paths.count > 0 && likeliest[c->paths.count - 1].cost > far)
        c->paths.count--;
    if (status == FATIAO_OK)
        status = ft_abbreviation_find(&c->lattice, &c->arena, &c->paths, error);
    const double typed_cost = ft_guess_typed_cost(&c->lattice);
    for (size_t i = 0; status == FATIAO_OK && i < c->paths.count; i++)
        status = ft_evidence_weigh(&c->evidence, ft_array_at(&c->paths, i),
                                   typed_cost, error);
    if (status != FATIAO_OK)
        return status;
    if (c->paths.count > 1)
        qsort(c->paths.items, c->paths.count, sizeof(ft_guess_path),
              compare_costs);
    verdict best = {0};
    for (size_t i = 0; status == FATIAO_OK && i < c->paths.count; i++) {
        const ft_guess_path *path = ft_array_at(&c->paths, i);
        verdict next;
        if (is_as_typed(path) || best.level == FT_EVIDENCE_TEXT)
            break;
        status = judge(c, path, typed_cost, &next, error);
        if (!is_better(&next, &best)) {
            free(next.text);
            continue;
        }
        free(best.text);
        best = next;
    }
    if (status != FATIAO_OK) {
        free(best.text);
        return status;
    }
    *out = (ft_correction){best.text, best.is_sure && best.text != NULL};
    return FATIAO_OK;
}

fatiao_status
ft_correction_find(fatiao_searcher *searcher, const fatiao_query *query,
                   ft_correction *out, fatiao_error *error)
{
    *out = (ft_correction){0};
    const ft_spelling *spelling = ft_searcher_spelling(searcher);
    if (spelling == NULL)
        return FATIAO_OK;
    correcting c = {.searcher = searcher,
                    .text = query->text,
                    .spelling = spelling,
                    .typed.item_size = sizeof(ft_typed),
                    .paths.item_size = sizeof(ft_guess_path),
                    .rows.item_size = sizeof(ft_evidence_row)};
    c.evidence = (ft_evidence){searcher, spelling, &c.typed, &c.rows};
    fatiao_status status =
        ft_typing_read(searcher, query, spelling, &c.typed, error);
    bool is_sound = false;
    if (status == FATIAO_OK && c.typed.count > 0)
        status = ft_searcher_check_spelling(searcher, &is_sound, error);
    if (status == FATIAO_OK && is_sound)
        status = choose(&c, out, error);
    ft_lattice_finish(&c.lattice);
    ft_array_finish(&c.typed);
    ft_array_finish(&c.paths);
    ft_array_finish(&c.rows);
    ft_arena_finish(&c.arena);
    return status;
}
