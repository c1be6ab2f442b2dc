/* Cutting a corrected question into words and looking them up. */
#include "search/wording.h"

#include <string.h>

#include "base/error.h"
#include "index/schema.h"
#include "query/slips.h"
#include "query/synonym.h"
#include "text/analyzer.h"
#include "text/utf8.h"

/* Words of grammar: a slip that turns into one turns into no word. */
static const char grammar[] = "的吗呢吧啊么了及和与或而且则但并以于在为由从向对"
                              "把被将使让给其之所者等也都就又再才";

/* A corrected question as the analyzer cuts it. */
typedef struct cutting {
    ft_array chars;  /* of ft_char */
    ft_array tokens; /* of ft_token */
    ft_array steps;  /* of size_t: the step of each character */
} cutting;

/* A word of the corrected question, or a row of characters that are no part of
 * one: characters [from, end). */
typedef struct word {
    uint32_t from;
    uint32_t end;
} word;

/* The word that holds a character, as ICU cuts. */
static word
word_at(const cutting *cut, size_t at)
{
    for (size_t i = 0; i < cut->tokens.count; i++) {
        const ft_token *token = ft_array_at(&cut->tokens, i);
        if (token->kind == FT_TOKEN_WORD && token->char_start <= at &&
            token->char_start + token->char_count > at)
            return (word){token->char_start,
                          token->char_start + token->char_count};
    }
    return (word){(uint32_t)at, (uint32_t)at + 1};
}

/* The longest word of the thesaurus that holds a character; else `shortest`. */
static word
known_at(const cutting *cut, size_t at, word shortest)
{
    word found = shortest;
    for (size_t i = at > FT_SPELLING_SHORT ? at - FT_SPELLING_SHORT : 0;
         i <= at; i++) {
        const uint32_t length =
            ft_thesaurus_longest(&ft_thesaurus_default, &cut->chars, i);
        if (i + length > at && length > found.end - found.from)
            found = (word){(uint32_t)i, (uint32_t)i + length};
    }
    return found;
}

static bool
is_joined(const cutting *cut, size_t at)
{
    const ft_char *all = cut->chars.items;
    return all[at - 1].byte_end >= all[at].byte_start;
}

/* The row of single characters around one; a lone one with the word before it,
 * or behind. */
static word
row_at(const cutting *cut, size_t at)
{
    word row = {(uint32_t)at, (uint32_t)at + 1};
    while (row.from > 0 && is_joined(cut, row.from) &&
           word_at(cut, row.from - 1).from + 1 == row.from)
        row.from--;
    while (row.end < cut->chars.count && is_joined(cut, row.end) &&
           word_at(cut, row.end).end == row.end + 1)
        row.end++;
    if (row.end - row.from > 1)
        return row;
    if (row.from > 0 && is_joined(cut, row.from))
        row.from = word_at(cut, row.from - 1).from;
    else if (row.end < cut->chars.count && is_joined(cut, row.end))
        row.end = word_at(cut, row.end).end;
    return row;
}

/* In how many articles ICU has cut the word. */
static fatiao_status
count_word(const ft_evidence *c, const cutting *cut, const word *one,
           uint32_t *out, fatiao_error *error)
{
    const ft_token token = {FT_TOKEN_WORD, one->from, one->end - one->from};
    ft_strbuf term = {0};
    fatiao_status status = FATIAO_OK;
    ft_strbuf_char(&term, FT_PREFIX_WORD);
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

/* Looks characters [from, end) of the corrected question up in the texts. */
static fatiao_status
attest(const ft_evidence *c, const cutting *cut, const word *row,
       ft_attestation *out, fatiao_error *error)
{
    uint32_t codes[FT_TYPING_CHARS_MAX];
    size_t count = 0;
    for (uint32_t i = row->from; i < row->end && count < FT_TYPING_CHARS_MAX;
         i++)
        codes[count++] = ((const ft_char *)ft_array_at(&cut->chars, i))->code;
    return ft_evidence_attest(c, codes, count, out, error);
}

/* Whether a character put in belongs to a word that the index has, and which.
 * One that is no part of a word must stand in the texts with its neighbours, so
 * that words end where they do. */
static fatiao_status
find_word(const ft_evidence *c, const cutting *cut, size_t at, word *out,
          bool *is_word, fatiao_error *error)
{
    const ft_char *all = cut->chars.items;
    const word plain = word_at(cut, at);
    const word known = known_at(cut, at, plain);
    uint32_t articles = 0;
    ft_attestation found = {0};
    fatiao_status status = FATIAO_OK;
    *is_word = false;
    *out = known;
    if (known.end - known.from > plain.end - plain.from)
        status = attest(c, cut, &known, &found, error);
    if (status != FATIAO_OK || found.articles > 0) {
        *is_word = status == FATIAO_OK;
        return status;
    }
    *out = plain;
    if (plain.end - plain.from > 1) {
        status = count_word(c, cut, &plain, &articles, error);
        /* The index keeps 会计师事务所 whole; 会计 is a word nevertheless. */
        if (status == FATIAO_OK && articles == 0)
            status = attest(c, cut, &plain, &found, error);
        *is_word = articles > 0 || found.words > 0;
        return status;
    }
    const word row = row_at(cut, at);
    if (ft_char_is_one_of(all[at].code, grammar) || row.end - row.from == 1)
        return FATIAO_OK;
    status = attest(c, cut, &row, &found, error);
    *is_word = found.words > 0;
    return status;
}

/* Whether a word of the corrected question takes a part of a word away that was
 * typed: 加大 out of 张假|大学. */
static bool
tears(const ft_evidence *c, const ft_guess_path *path, const cutting *cut,
      size_t changed, const word *one)
{
    const ft_typed *typed = c->typed->items;
    const size_t *steps = cut->steps.items;
    const size_t slip = path->steps[steps[changed]].arc->typed_start;
    const size_t first = path->steps[steps[one->from]].arc->typed_start;
    const size_t last = path->steps[steps[one->end - 1]].arc->typed_end;
    for (uint32_t i = one->from; i < one->end; i++) {
        const ft_arc *arc = path->steps[steps[i]].arc;
        const ft_typed *kept = &typed[arc->typed_start];
        if (arc->kind == FT_ARC_KEEP && kept->is_word &&
            (slip < kept->word_start || slip >= kept->word_end) &&
            (kept->word_start < first || kept->word_end > last))
            return true;
    }
    return false;
}

/* A change in its surroundings. */
typedef struct context {
    bool is_text;  /* it stands in the texts with its neighbours */
    bool is_plain; /* and what was typed does not */
} context;

/* Whether three characters in a row, one of them that of a step, stand in the
 * index word for word; two, where no more stand together. A character put in
 * must stand so between its neighbours. */
static fatiao_status
check_context(const ft_evidence *c, const ft_guess_path *path, size_t at,
              context *out, fatiao_error *error)
{
    const ft_guess_step *steps = path->steps;
    const ft_arc *arc = steps[at].arc;
    const ft_typed *typed = c->typed->items;
    const size_t reach = arc->kind == FT_ARC_INSERT ? 1 : 2;
    size_t from = at;
    size_t end = at + 1;
    while (from > 0 && at - from < reach &&
           ft_evidence_is_joined(c, path, from))
        from--;
    while (end < path->step_count && end - at <= reach &&
           ft_evidence_is_joined(c, path, end))
        end++;
    const size_t length = end - from < 3 ? end - from : 3;
    fatiao_status status = FATIAO_OK;
    *out = (context){0};
    if (length < 2 || (length == 2 && arc->kind == FT_ARC_INSERT))
        return FATIAO_OK;
    for (; status == FATIAO_OK && !out->is_text && from + length <= end;
         from++) {
        uint32_t codes[3];
        ft_attestation found;
        for (size_t i = 0; i < length; i++)
            codes[i] = c->spelling->codes[steps[from + i].place];
        status = ft_evidence_attest(c, codes, length, &found, error);
        out->is_text = found.articles > 0;
        if (!out->is_text || arc->kind != FT_ARC_CHANGE)
            continue;
        codes[at - from] = typed[arc->typed_start].code;
        status = ft_evidence_attest(c, codes, length, &found, error);
        out->is_plain = found.articles <= 0;
    }
    return status;
}

/* Weighs one character of the corrected question that was put in. */
static fatiao_status
weigh_change(const ft_evidence *c, const ft_guess_path *path,
             const cutting *cut, size_t at, ft_wording *out,
             fatiao_error *error)
{
    const size_t step = ((const size_t *)cut->steps.items)[at];
    const ft_arc *arc = path->steps[step].arc;
    const ft_typed *typed = c->typed->items;
    word one;
    context around = {.is_text = ft_guess_is_pinyin(&path->steps[step])};
    bool is_word;
    *out = (ft_wording){FT_EVIDENCE_NONE, false};
    fatiao_status status = find_word(c, cut, at, &one, &is_word, error);
    const bool is_long = one.end - one.from > 1;
    if (status == FATIAO_OK && is_word && !around.is_text)
        status = check_context(c, path, step, &around, error);
    if (status != FATIAO_OK || !is_word)
        return status;
    const bool was_word =
        (arc->kind == FT_ARC_CHANGE && typed[arc->typed_start].is_word) ||
        tears(c, path, cut, at, &one);
    out->is_plain = around.is_plain && is_long && !was_word;
    if (around.is_text)
        out->level = FT_EVIDENCE_TEXT;
    else if (is_long && !was_word && arc->kind != FT_ARC_INSERT)
        out->level = FT_EVIDENCE_WORD;
    return FATIAO_OK;
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

static fatiao_status
weigh_changes(const ft_evidence *c, const ft_guess_path *path,
              const cutting *cut, ft_wording *out, fatiao_error *error)
{
    const size_t *steps = cut->steps.items;
    fatiao_status status = FATIAO_OK;
    for (size_t at = 0; status == FATIAO_OK && at < cut->steps.count &&
                        out->level > FT_EVIDENCE_NONE;
         at++) {
        ft_wording found;
        if (!ft_guess_is_change(&path->steps[steps[at]]))
            continue;
        status = weigh_change(c, path, cut, at, &found, error);
        out->is_plain &= found.is_plain;
        if (found.level < out->level)
            out->level = found.level;
    }
    return status;
}

fatiao_status
ft_wording_weigh(const ft_evidence *c, const ft_guess_path *path,
                 const char *text, ft_wording *out, fatiao_error *error)
{
    *out = (ft_wording){FT_EVIDENCE_TEXT, true};
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
    /* Where folding makes more or fewer characters of it, no step is known. */
    if (status == FATIAO_OK && cut.steps.count != cut.chars.count)
        *out = (ft_wording){FT_EVIDENCE_NONE, false};
    else if (status == FATIAO_OK)
        status = weigh_changes(c, path, &cut, out, error);
    ft_array_finish(&cut.steps);
    ft_array_finish(&cut.tokens);
    ft_array_finish(&cut.chars);
    return status;
}
