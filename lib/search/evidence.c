/* Asking the index about ways to read a question. */
#include "search/evidence.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "index/schema.h"
#include "query/slips.h"
#include "query/synonym.h"
#include "text/pinyin.h"

/* How many articles have the character of a step beside its neighbour on one
 * side: of `step` as chosen. */
static uint32_t
pair_articles(const ft_evidence *c, const ft_guess_step *step,
              const ft_guess_step *other, int direction)
{
    const uint16_t first = direction < 0 ? other->place : step->place;
    const uint16_t second = direction < 0 ? step->place : other->place;
    return ft_spelling_pair(c->spelling, first, second);
}

/* Of the pairs that a typed character makes with its neighbours, as typed, the
 * most articles. */
static uint32_t
typed_articles(const ft_evidence *c, size_t from, size_t to)
{
    const ft_typed *all = c->typed->items;
    uint32_t most = 0;
    for (size_t i = from > 0 ? from : 1; i <= to && i < c->typed->count; i++) {
        const uint32_t articles =
            all[i - 1].place == FT_SPELLING_NONE
                ? 0
                : ft_spelling_pair(c->spelling, all[i - 1].place, all[i].place);
        if (articles > most)
            most = articles;
    }
    return most;
}

/* What the index says of the character that a step puts in. */
typedef struct support {
    uint32_t most;   /* articles of its pairs */
    double bond;     /* the closest, with a character as it was typed */
    bool is_missing; /* one that should be there is not */
} support;

static support
support_of(const ft_evidence *c, const ft_guess_path *path, size_t at)
{
    const ft_guess_step *step = &path->steps[at];
    support found = {0};
    for (int direction = -1; direction <= 1; direction += 2) {
        bool has_blank;
        const ft_guess_step *other =
            ft_guess_neighbour(path, at, direction, &has_blank);
        if (other == NULL)
            continue;
        const uint32_t articles = pair_articles(c, step, other, direction);
        const uint16_t first = direction < 0 ? other->place : step->place;
        const uint16_t second = direction < 0 ? step->place : other->place;
        found.most = articles > found.most ? articles : found.most;
        const double bond = ft_typing_bond(c->spelling, first, second);
        if (other->arc->kind != FT_ARC_CHANGE && bond > found.bond)
            found.bond = bond;
        found.is_missing |= articles == 0 && !has_blank;
    }
    return found;
}

/* Whether two characters have a reading in common. */
static bool
sounds_same(uint32_t first, uint32_t second)
{
    const uint16_t *firsts;
    const uint16_t *seconds;
    const size_t first_count = ft_pinyin_readings(first, &firsts);
    const size_t second_count = ft_pinyin_readings(second, &seconds);
    for (size_t i = 0; i < first_count; i++)
        for (size_t k = 0; k < second_count; k++)
            if (firsts[i] == seconds[k])
                return true;
    return false;
}

/* Two slips side by side leave nothing to go by, unless both sound just as they
 * should: then the wrong word was picked from a list. */
static bool
is_lone_or_picked(const ft_evidence *c, const ft_guess_path *path, size_t at)
{
    const ft_guess_step *all = path->steps;
    const ft_typed *typed = c->typed->items;
    for (size_t i = at > 0 ? at - 1 : 0; i <= at + 1 && i < path->step_count;
         i++) {
        if (i == at || all[i].arc->kind != FT_ARC_CHANGE)
            continue;
        if (!sounds_same(typed[all[i].arc->typed_start].code,
                         c->spelling->codes[all[i].place]) ||
            !sounds_same(typed[all[at].arc->typed_start].code,
                         c->spelling->codes[all[at].place]))
            return false;
    }
    return true;
}

bool
ft_evidence_bears_out(const ft_evidence *c, const ft_guess_path *path,
                      size_t at)
{
    const ft_guess_step *step = &path->steps[at];
    if (!ft_guess_is_change(step))
        return true;
    if (step->arc->kind == FT_ARC_CHANGE && !is_lone_or_picked(c, path, at))
        return false;
    const support found = support_of(c, path, at);
    const bool needs_both =
        step->arc->kind == FT_ARC_PARTIAL || step->arc->kind == FT_ARC_INSERT;
    const bool has_neighbour =
        ft_guess_is_pinyin(step) || step->arc->kind == FT_ARC_CHANGE
            ? found.most > 0
            : found.bond >= FT_SPELLING_STRONG;
    return has_neighbour && !(needs_both && found.is_missing);
}

bool
ft_evidence_is_plain(const ft_evidence *c, const ft_guess_path *path, size_t at)
{
    const ft_guess_step *step = &path->steps[at];
    const ft_typed *all = c->typed->items;
    if (!ft_guess_is_change(step))
        return true;
    bool is_word = step->arc->kind == FT_ARC_CHANGE;
    for (size_t i = step->arc->typed_start; i < step->arc->typed_end; i++) {
        if (all[i].is_capital)
            return false;
        is_word &= all[i].is_word;
    }
    if (is_word)
        return false;
    if (ft_guess_is_pinyin(step))
        return true;
    /* What was not typed is a guess, and what was typed finds most of it. */
    if (step->arc->kind == FT_ARC_INSERT)
        return false;
    const support found = support_of(c, path, at);
    const bool is_double = step->arc->kind == FT_ARC_DOUBLE;
    const size_t start = step->arc->typed_start + is_double;
    const uint64_t typed =
        typed_articles(c, start, is_double ? start : step->arc->typed_end);
    return typed * FT_SPELLING_MORE <= found.most;
}

bool
ft_evidence_is_joined(const ft_evidence *c, const ft_guess_path *path,
                      size_t at)
{
    const ft_typed *all = c->typed->items;
    const ft_arc *arc = path->steps[at].arc;
    return path->steps[at].place != FT_SPELLING_NONE &&
           path->steps[at - 1].place != FT_SPELLING_NONE &&
           !(arc->typed_start < arc->typed_end &&
             all[arc->typed_start].is_apart);
}

/* --------------------------------------------------------------- the index */

/* In how many articles a pair stands, in the text or in a heading. */
static fatiao_status
count_pair(const ft_evidence *c, uint16_t first, uint16_t second, uint32_t *out,
           fatiao_error *error)
{
    static const char prefixes[] = {FT_PREFIX_PAIR, FT_PREFIX_HEADING_PAIR};
    fatiao_status status = FATIAO_OK;
    ft_strbuf term = {0};
    *out = 0;
    for (size_t i = 0; status == FATIAO_OK && i < 2 && *out == 0; i++) {
        ft_strbuf_clear(&term);
        ft_strbuf_char(&term, (uint32_t)prefixes[i]);
        ft_strbuf_char(&term, c->spelling->codes[first]);
        ft_strbuf_char(&term, c->spelling->codes[second]);
        status = ft_strbuf_failed(&term)
                     ? ft_error_memory(error)
                     : ft_engine_term_documents(c->searcher->engine, term.bytes,
                                                term.byte_count, out, error);
    }
    ft_strbuf_finish(&term);
    return status;
}

fatiao_status
ft_evidence_check_pairs(const ft_evidence *c, const ft_guess_path *path,
                        bool *out, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    *out = true;
    for (size_t i = 0; status == FATIAO_OK && *out && i + 1 < path->step_count;
         i++) {
        const ft_guess_step *first = &path->steps[i];
        const ft_guess_step *second = first + 1;
        uint32_t articles = 0;
        if (first->place == FT_SPELLING_NONE ||
            second->place == FT_SPELLING_NONE ||
            !(ft_guess_is_change(first) || ft_guess_is_change(second)) ||
            ft_spelling_pair(c->spelling, first->place, second->place) == 0)
            continue;
        status = count_pair(c, first->place, second->place, &articles, error);
        *out = articles > 0;
    }
    return status;
}

/* ------------------------------------------------------------ weighing anew */

fatiao_status
ft_evidence_attest(const ft_evidence *c, const uint32_t *codes, size_t count,
                   ft_attestation *out, fatiao_error *error)
{
    ft_evidence_row row = {.codes = {0}};
    if (count > FT_EVIDENCE_ROW_MAX)
        return ft_attest(c->searcher, codes, count, out, error);
    memcpy(row.codes, codes, count * sizeof(*codes));
    for (size_t i = 0; i < c->rows->count; i++) {
        const ft_evidence_row *known = ft_array_at(c->rows, i);
        if (memcmp(known->codes, row.codes, sizeof(row.codes)) == 0) {
            *out = known->found;
            return FATIAO_OK;
        }
    }
    const fatiao_status status =
        ft_attest(c->searcher, codes, count, &row.found, error);
    *out = row.found;
    if (status != FATIAO_OK)
        return status;
    ft_evidence_row *made = ft_array_push(c->rows);
    if (made == NULL)
        return ft_error_memory(error);
    *made = row;
    return FATIAO_OK;
}

/* Looks steps [from, end), all of them characters, up in the texts. */
static fatiao_status
attest_steps(const ft_evidence *c, const ft_guess_path *path, size_t from,
             size_t end, ft_attestation *out, fatiao_error *error)
{
    uint32_t codes[FT_TYPING_CHARS_MAX];
    size_t count = 0;
    for (size_t i = from; i < end && count < FT_TYPING_CHARS_MAX; i++)
        codes[count++] = c->spelling->codes[path->steps[i].place];
    return ft_evidence_attest(c, codes, count, out, error);
}

/* Steps [*from, *end) from `*from` on that are one row of pinyin with no blank
 * inside; false at the end of the path. */
static bool
next_row(const ft_guess_path *path, size_t *from, size_t *end)
{
    while (*from < path->step_count && !ft_guess_is_pinyin(&path->steps[*from]))
        ++*from;
    *end = *from;
    while (*end < path->step_count && ft_guess_is_pinyin(&path->steps[*end]))
        ++*end;
    return *from < *end;
}

/* Whether the thesaurus has a row of characters as a word. */
static bool
is_known(const ft_evidence *c, const ft_guess_step *steps, size_t count)
{
    ft_char codes[FT_EVIDENCE_ROW_MAX] = {{0}};
    if (count > FT_EVIDENCE_ROW_MAX)
        return false;
    for (size_t i = 0; i < count; i++)
        codes[i].code = c->spelling->codes[steps[i].place];
    const ft_array chars = {
        .items = codes, .count = count, .item_size = sizeof(*codes)};
    return ft_thesaurus_longest(&ft_thesaurus_default, &chars, 0) == count;
}

/* Weighs a row of pinyin by how many articles have it as words, and by how
 * firmly it holds together: 专精 stands in 专精特新 and nowhere else, 投向 not
 * in 资金投向 alone. A row that no article has keeps what it costs, if it was
 * typed in full; else it is no reading. */
static fatiao_status
weigh_row(const ft_evidence *c, ft_guess_path *path, size_t from, size_t end,
          fatiao_error *error)
{
    const ft_guess_step *steps = path->steps;
    const size_t count = end - from;
    size_t partial = 0;
    double slips = 0;
    for (size_t i = from; i < end; i++) {
        partial += steps[i].arc->kind == FT_ARC_PARTIAL;
        slips += steps[i].slip;
    }
    if (count < 2 || (partial == 0 && count > FT_SPELLING_ROW))
        return FATIAO_OK;
    ft_attestation found;
    const fatiao_status status =
        attest_steps(c, path, from, end, &found, error);
    if (status != FATIAO_OK)
        return status;
    const bool is_listed = is_known(c, steps + from, count);
    if (partial == count && count < FT_SPELLING_INITIALS && !is_listed)
        path->cost = INFINITY;
    if (found.words <= 0)
        path->cost += partial > 0 ? INFINITY : FT_SPELLING_NO_ROW;
    if (found.words <= 0 || isinf(path->cost))
        return FATIAO_OK;
    const double first =
        ft_spelling_pair(c->spelling, steps[from].place, steps[from + 1].place);
    const double last = ft_spelling_pair(c->spelling, steps[end - 2].place,
                                         steps[end - 1].place);
    path->cost -= steps[end - 1].cost - (from > 0 ? steps[from - 1].cost : 0);
    path->cost += slips + log((c->spelling->total + 1) / found.words) +
                  fmax(0, log(fmin(first, last) / found.articles));
    path->cost += found.is_part ? FT_SPELLING_PART : 0;
    path->cost -= is_listed ? FT_SPELLING_KNOWN : 0;
    return FATIAO_OK;
}

/* What a character put in is likelier to be than its pair says, for it stands
 * with the two before it, or the two behind: 新 behind 精特. */
static fatiao_status
weigh_slip(const ft_evidence *c, ft_guess_path *path, size_t at,
           fatiao_error *error)
{
    const ft_guess_step *steps = path->steps;
    const double alone =
        at == 0 ? steps[0].cost : steps[at].cost - steps[at - 1].cost;
    const double chance = exp(steps[at].slip - alone);
    double best = chance;
    for (int side = 0; side < 2; side++) {
        const size_t from = side == 0 ? at - 2 : at;
        if ((side == 0 && at < 2) || from + 3 > path->step_count ||
            !ft_evidence_is_joined(c, path, from + 1) ||
            !ft_evidence_is_joined(c, path, from + 2))
            continue;
        const size_t other = side == 0 ? from : from + 1;
        const double pair = ft_spelling_pair(c->spelling, steps[other].place,
                                             steps[other + 1].place);
        ft_attestation found;
        const fatiao_status status =
            attest_steps(c, path, from, from + 3, &found, error);
        if (status != FATIAO_OK)
            return status;
        if (pair > 0)
            best = fmax(best, fmin(1, found.articles / (pair + 1)));
    }
    path->cost -= log(best / chance);
    return FATIAO_OK;
}

fatiao_status
ft_evidence_weigh(const ft_evidence *c, ft_guess_path *path, double typed_cost,
                  fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    size_t from = 0;
    size_t end;
    size_t slip_count = 0;
    for (; status == FATIAO_OK && next_row(path, &from, &end); from = end)
        status = weigh_row(c, path, from, end, error);
    for (size_t i = 0; i < path->step_count; i++)
        slip_count += path->steps[i].arc->kind == FT_ARC_CHANGE;
    if (slip_count != 1 || c->typed->count > FT_SPELLING_CHARS ||
        path->cost > typed_cost + FT_SPELLING_NEARLY)
        return status;
    for (size_t i = 0; status == FATIAO_OK && i < path->step_count; i++)
        if (path->steps[i].arc->kind == FT_ARC_CHANGE)
            status = weigh_slip(c, path, i, error);
    return status;
}
