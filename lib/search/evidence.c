/* Asking the index about ways to read a question. */
#include "search/evidence.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/schema.h"
#include "query/slips.h"
#include "query/synonym.h"
#include "text/analyzer.h"
#include "text/pinyin.h"
#include "text/utf8.h"

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
    bool is_usual;   /* one of the pairs is */
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
        found.is_usual |= bond >= FT_SPELLING_USUAL;
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
    const bool has_neighbour = ft_guess_is_pinyin(step)
                                   ? found.is_usual
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

/* --------------------------------------------------------------- the index */

/* The characters of a path as pairs, for the engine: all, or those that a
 * change is part of. Asked of the index itself, for the spelling may be older.
 */
static fatiao_status
add_pairs(const ft_evidence *c, const ft_guess_path *path, char prefix,
          bool takes_all, ft_array *terms, fatiao_error *error)
{
    for (size_t i = 0; i + 1 < path->step_count; i++) {
        const ft_guess_step *first = &path->steps[i];
        const ft_guess_step *second = &path->steps[i + 1];
        if (first->place == FT_SPELLING_NONE ||
            second->place == FT_SPELLING_NONE ||
            !(takes_all || ft_guess_is_change(first) ||
              ft_guess_is_change(second)) ||
            ft_spelling_pair(c->spelling, first->place, second->place) == 0)
            continue;
        ft_strbuf text = {0};
        const char prefix_text[] = {prefix, '\0'};
        ft_strbuf_text(&text, prefix_text);
        ft_strbuf_char(&text, c->spelling->codes[first->place]);
        ft_strbuf_char(&text, c->spelling->codes[second->place]);
        ft_engine_term *term = ft_array_push(terms);
        const bool failed = ft_strbuf_failed(&text) || term == NULL;
        if (!failed)
            *term = (ft_engine_term){text.bytes, text.byte_count};
        else
            ft_strbuf_finish(&text);
        if (failed)
            return ft_error_memory(error);
    }
    return FATIAO_OK;
}

static void
finish_terms(ft_array *terms)
{
    for (size_t i = 0; i < terms->count; i++) {
        ft_engine_term *term = ft_array_at(terms, i);
        ft_strbuf text = {.bytes = (char *)(uintptr_t)term->bytes};
        ft_strbuf_finish(&text);
    }
    ft_array_finish(terms);
}

fatiao_status
ft_evidence_check_pairs(const ft_evidence *c, const ft_guess_path *path,
                        bool *out, fatiao_error *error)
{
    ft_array body = {.item_size = sizeof(ft_engine_term)};
    ft_array heading = {.item_size = sizeof(ft_engine_term)};
    *out = true;
    fatiao_status status =
        add_pairs(c, path, FT_PREFIX_PAIR, false, &body, error);
    if (status == FATIAO_OK)
        status =
            add_pairs(c, path, FT_PREFIX_HEADING_PAIR, false, &heading, error);
    for (size_t i = 0; status == FATIAO_OK && *out && i < body.count; i++) {
        const ft_engine_term *pair[] = {ft_array_at(&body, i),
                                        ft_array_at(&heading, i)};
        uint32_t articles = 0;
        for (size_t n = 0; status == FATIAO_OK && n < 2 && articles == 0; n++)
            status =
                ft_engine_term_documents(c->searcher->engine, pair[n]->bytes,
                                         pair[n]->byte_count, &articles, error);
        *out = articles > 0;
    }
    finish_terms(&body);
    finish_terms(&heading);
    return status;
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

/* How many articles have a row of characters word for word, going by the first
 * of those that have all its pairs. The text of an article stands in its data
 * as it is. */
static fatiao_status
count_row(const ft_evidence *c, const ft_guess_path *row, double *out,
          fatiao_error *error)
{
    ft_array terms = {.item_size = sizeof(ft_engine_term)};
    ft_array ids = {.item_size = sizeof(uint32_t)};
    ft_strbuf text = {0};
    ft_strbuf data = {0};
    for (size_t i = 0; i < row->step_count; i++)
        ft_strbuf_char(&text, c->spelling->codes[row->steps[i].place]);
    fatiao_status status =
        add_pairs(c, row, FT_PREFIX_PAIR, true, &terms, error);
    const ft_engine_filter filter = {.required = terms.items,
                                     .required_count = terms.count};
    if (status == FATIAO_OK && terms.count + 1 == row->step_count)
        status = ft_engine_find(c->searcher->engine, &filter, &ids, error);
    const uint32_t *all = ids.items;
    size_t looked = 0;
    size_t found = 0;
    for (; status == FATIAO_OK && looked < ids.count &&
           looked < FT_SPELLING_LOOKS;
         looked++) {
        ft_strbuf_clear(&data);
        status = ft_engine_data(c->searcher->engine, all[looked], &data, error);
        if (status == FATIAO_OK &&
            (ft_strbuf_failed(&data) || ft_strbuf_failed(&text)))
            status = ft_error_memory(error);
        if (status == FATIAO_OK)
            found += memmem(data.bytes, data.byte_count, text.bytes,
                            text.byte_count) != NULL;
    }
    *out = looked == 0 ? 0 : (double)ids.count * (double)found / (double)looked;
    finish_terms(&terms);
    ft_array_finish(&ids);
    ft_strbuf_finish(&text);
    ft_strbuf_finish(&data);
    return status;
}

fatiao_status
ft_evidence_weigh_partial(const ft_evidence *c, ft_guess_path *path,
                          uint32_t documents, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    size_t from = 0;
    size_t end;
    for (; status == FATIAO_OK && next_row(path, &from, &end); from = end) {
        const ft_guess_path row = {0, path->steps + from, end - from};
        size_t partial = 0;
        for (size_t i = from; i < end; i++)
            partial += path->steps[i].arc->kind == FT_ARC_PARTIAL;
        if (partial < 2)
            continue;
        double articles;
        status = count_row(c, &row, &articles, error);
        path->cost -= path->steps[end - 1].cost -
                      (from > 0 ? path->steps[from - 1].cost : 0);
        path->cost +=
            (double)partial * FT_SPELLING_PARTIAL +
            (articles > 0 ? log((documents + 1.0) / articles) : INFINITY);
    }
    return status;
}

/* ------------------------------------------------------------------- words */

/* Words of grammar: a slip that turns into one turns into no word. */
static const char grammar[] = "的吗呢吧啊么了及和与或而且则但并以于在为由从向对"
                              "把被将使让给其之所者等也都就又再才";

/* A corrected question as the analyzer cuts it. */
typedef struct cutting {
    ft_array chars;  /* of ft_char */
    ft_array tokens; /* of ft_token */
    ft_array steps;  /* of size_t: the step of each character */
} cutting;

/* The characters [*from, *end) of the word that holds a character: the longer
 * of what ICU and the thesaurus know. `is_known` tells if it is the latter. */
static void
find_word(const cutting *cut, size_t at, uint32_t *from, uint32_t *end,
          bool *is_known)
{
    *from = (uint32_t)at;
    *end = *from + 1;
    *is_known = false;
    for (size_t i = 0; i < cut->tokens.count; i++) {
        const ft_token *token = ft_array_at(&cut->tokens, i);
        if (token->kind != FT_TOKEN_WORD || token->char_start > at ||
            token->char_start + token->char_count <= at)
            continue;
        *from = token->char_start;
        *end = *from + token->char_count;
    }
    for (size_t i = at > 8 ? at - 8 : 0; i <= at; i++) {
        const uint32_t length =
            ft_thesaurus_longest(&ft_thesaurus_default, &cut->chars, i);
        if (i + length <= at || length < *end - *from)
            continue;
        *from = (uint32_t)i;
        *end = *from + length;
        *is_known = true;
    }
}

/* In how many articles characters [from, end) stand as a term of some kind. */
static fatiao_status
count_term(const ft_evidence *c, const cutting *cut, char prefix, size_t from,
           size_t end, uint32_t *out, fatiao_error *error)
{
    const ft_token token = {FT_TOKEN_WORD, (uint32_t)from,
                            (uint32_t)(end - from)};
    ft_strbuf term = {0};
    fatiao_status status = FATIAO_OK;
    ft_strbuf_char(&term, (uint32_t)prefix);
    ft_token_term(&token, &cut->chars, &term);
    *out = 0;
    if (ft_strbuf_failed(&term))
        status = ft_error_memory(error);
    else if (term.byte_count <= FT_TERM_BYTES_MAX)
        status = ft_engine_term_documents(c->searcher->engine, term.bytes,
                                          term.byte_count, out, error);
    ft_strbuf_finish(&term);
    return status;
}

/* Whether a character that is no part of a longer word is one by itself: 贷资
 * stands in 信贷资金, but neither character does alone. */
static fatiao_status
stands_alone(const ft_evidence *c, const cutting *cut, size_t at, bool *out,
             fatiao_error *error)
{
    uint32_t alone = 0;
    uint32_t paired = 0;
    const ft_char *all = cut->chars.items;
    *out = false;
    if (ft_char_is_one_of(all[at].code, grammar))
        return FATIAO_OK;
    fatiao_status status =
        count_term(c, cut, FT_PREFIX_WORD, at, at + 1, &alone, error);
    for (size_t i = at > 0 ? at - 1 : 0;
         status == FATIAO_OK && i <= at && i + 1 < cut->chars.count; i++) {
        uint32_t pair = 0;
        status = count_term(c, cut, FT_PREFIX_PAIR, i, i + 2, &pair, error);
        paired = pair > paired ? pair : paired;
    }
    *out = alone > 0 && alone * 2 >= paired;
    return status;
}

/* Whether a word of the corrected question takes a part of a word away that was
 * typed: 加大 out of 张假|大学. */
static bool
tears(const ft_evidence *c, const ft_guess_path *path, const cutting *cut,
      size_t changed, uint32_t from, uint32_t end)
{
    const ft_typed *typed = c->typed->items;
    const size_t *steps = cut->steps.items;
    const size_t slip = path->steps[steps[changed]].arc->typed_start;
    const size_t first = path->steps[steps[from]].arc->typed_start;
    const size_t last = path->steps[steps[end - 1]].arc->typed_end;
    for (uint32_t i = from; i < end; i++) {
        const ft_arc *arc = path->steps[steps[i]].arc;
        const ft_typed *one = &typed[arc->typed_start];
        if (arc->kind == FT_ARC_KEEP && one->is_word &&
            (slip < one->word_start || slip >= one->word_end) &&
            (one->word_start < first || one->word_end > last))
            return true;
    }
    return false;
}

/* Whether the step follows the one before with nothing between. */
static bool
is_joined(const ft_evidence *c, const ft_guess_path *path, size_t at)
{
    const ft_typed *all = c->typed->items;
    const ft_arc *arc = path->steps[at].arc;
    return path->steps[at].place != FT_SPELLING_NONE &&
           path->steps[at - 1].place != FT_SPELLING_NONE &&
           !(arc->typed_start < arc->typed_end &&
             all[arc->typed_start].is_apart);
}

/* Whether three characters in a row, one of them that of a step, stand in the
 * index word for word; two, where the question has no more. A character put in
 * must stand so between its neighbours. */
static fatiao_status
check_context(const ft_evidence *c, const ft_guess_path *path, size_t at,
              bool *out, fatiao_error *error)
{
    const size_t reach = path->steps[at].arc->kind == FT_ARC_INSERT ? 1 : 2;
    size_t from = at;
    size_t end = at + 1;
    while (from > 0 && at - from < reach && is_joined(c, path, from))
        from--;
    while (end < path->step_count && end - at <= reach &&
           is_joined(c, path, end))
        end++;
    const size_t length = end - from < 3 ? end - from : 3;
    fatiao_status status = FATIAO_OK;
    *out = false;
    const bool is_enough =
        length == 3 || (length == 2 && path->step_count == 2);
    for (; status == FATIAO_OK && !*out && is_enough && from + length <= end;
         from++) {
        const ft_guess_path row = {0, path->steps + from, length};
        double articles;
        status = count_row(c, &row, &articles, error);
        *out = articles > 0;
    }
    return status;
}

/* Weighs one character of the corrected question that was put in. */
static fatiao_status
weigh_change(const ft_evidence *c, const ft_guess_path *path,
             const cutting *cut, size_t at, ft_evidence_level *out,
             fatiao_error *error)
{
    const size_t step = ((const size_t *)cut->steps.items)[at];
    const ft_arc *arc = path->steps[step].arc;
    const ft_typed *typed = c->typed->items;
    uint32_t from;
    uint32_t end;
    uint32_t articles = 0;
    bool is_word;
    bool is_text = ft_guess_is_pinyin(&path->steps[step]);
    *out = FT_EVIDENCE_NONE;
    find_word(cut, at, &from, &end, &is_word);
    if (end - from > 1 && tears(c, path, cut, at, from, end))
        return FATIAO_OK;
    fatiao_status status = FATIAO_OK;
    if (end - from == 1)
        status = stands_alone(c, cut, at, &is_word, error);
    else if (!is_word)
        status =
            count_term(c, cut, FT_PREFIX_WORD, from, end, &articles, error);
    is_word |= articles > 0;
    if (status == FATIAO_OK && is_word && !is_text)
        status = check_context(c, path, step, &is_text, error);
    if (!is_word)
        return status;
    const bool was_word =
        arc->kind == FT_ARC_CHANGE && typed[arc->typed_start].is_word;
    if (is_text)
        *out = FT_EVIDENCE_TEXT;
    else if (end - from > 1 && !was_word && arc->kind != FT_ARC_INSERT)
        *out = FT_EVIDENCE_WORD;
    return status;
}

/* Notes for each character of the corrected question which step it is of. */
static fatiao_status
list_steps(const ft_guess_path *path, ft_array *steps, fatiao_error *error)
{
    for (size_t i = 0; i < path->step_count; i++) {
        const ft_arc *arc = path->steps[i].arc;
        size_t count = path->steps[i].place != FT_SPELLING_NONE
                           ? 1
                           : arc->typed_end - arc->typed_start;
        if (arc->kind == FT_ARC_BLANK)
            count = 0;
        for (; count > 0; count--) {
            size_t *step = ft_array_push(steps);
            if (step == NULL)
                return ft_error_memory(error);
            *step = i;
        }
    }
    return FATIAO_OK;
}

fatiao_status
ft_evidence_weigh_changes(const ft_evidence *c, const ft_guess_path *path,
                          const char *text, ft_evidence_level *out,
                          fatiao_error *error)
{
    *out = FT_EVIDENCE_TEXT;
    cutting cut = {.chars.item_size = sizeof(ft_char),
                   .tokens.item_size = sizeof(ft_token),
                   .steps.item_size = sizeof(size_t)};
    ft_analyzer *analyzer = NULL;
    fatiao_status status = ft_searcher_analyzer(c->searcher, &analyzer, error);
    if (status == FATIAO_OK)
        status = ft_analyzer_run(analyzer, text, strlen(text), &cut.chars,
                                 &cut.tokens, error);
    if (status == FATIAO_OK)
        status = list_steps(path, &cut.steps, error);
    const size_t *steps = cut.steps.items;
    for (size_t at = 0; status == FATIAO_OK && at < cut.steps.count &&
                        at<cut.chars.count && * out> FT_EVIDENCE_NONE;
         at++) {
        ft_evidence_level found = FT_EVIDENCE_TEXT;
        if (ft_guess_is_change(&path->steps[steps[at]]))
            status = weigh_change(c, path, &cut, at, &found, error);
        if (found < *out)
            *out = found;
    }
    ft_array_finish(&cut.steps);
    ft_array_finish(&cut.tokens);
    ft_array_finish(&cut.chars);
    return status;
}
