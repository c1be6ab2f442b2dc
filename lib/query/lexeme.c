/* Cutting a question into signs. */
#include "query/lexeme.h"

#include <string.h>

#include "query/quotation.h"
#include "text/fold.h"
#include "text/utf8.h"

/* A longer word with a question mark inside is two sentences. */
enum { PATTERN_CHARS_MAX = 12 };

/* ------------------------------------------------------------------- words */

/* Where the cutting stands. */
typedef struct cutter {
    const char *text;
    size_t byte_count;
    size_t at;
    ft_quotation quotation; /* the next one; its `open` is the end if none */
    ft_array *lexemes;
} cutter;

static bool
is_open(uint32_t code)
{
    return code == '(' || code == 0xFF08; /* （ */
}

static bool
is_close(uint32_t code)
{
    return code == ')' || code == 0xFF09; /* ） */
}

static bool
equals(const char *text, size_t byte_count, const char *word)
{
    return byte_count == strlen(word) && memcmp(text, word, byte_count) == 0;
}

static bool
begins(const char *text, size_t byte_count, const char *word)
{
    const size_t length = strlen(word);
    return byte_count >= length && memcmp(text, word, length) == 0;
}

/* What a whole word is; sets what is inside NEAR/n. */
static void
classify(const char *text, ft_lexeme *word)
{
    static const struct {
        const char *name;
        ft_lexeme_kind kind;
    } operators[] = {
        {"AND", FT_LEXEME_AND},       {"与", FT_LEXEME_AND},
        {"OR", FT_LEXEME_OR},         {"或", FT_LEXEME_OR},
        {"NOT", FT_LEXEME_NOT},       {"非", FT_LEXEME_NOT},
        {"NEAR", FT_LEXEME_NEAR},     {"SENTENCE", FT_LEXEME_SENTENCE},
        {"邻近", FT_LEXEME_NEAR},     {"同句", FT_LEXEME_SENTENCE},
        {"CLAUSE", FT_LEXEME_CLAUSE}, {"同款", FT_LEXEME_CLAUSE},
    };
    const char *start = text + word->start;
    const size_t byte_count = word->end - word->start;
    word->kind = FT_LEXEME_WORD;
    word->inner_start = word->start;
    word->inner_end = word->end;
    for (size_t i = 0; i < sizeof(operators) / sizeof(operators[0]); i++)
        if (equals(start, byte_count, operators[i].name))
            word->kind = operators[i].kind;
    static const char *const nears[] = {"NEAR/", "邻近/"};
    for (size_t i = 0; i < 2; i++) {
        if (!begins(start, byte_count, nears[i]))
            continue;
        word->kind = FT_LEXEME_NEAR;
        word->inner_start = word->start + strlen(nears[i]);
    }
}

/* Moves behind a word: up to a blank, a quotation, or a bracket that is none of
 * its own. 第（一）项 is one word, NOT( is two signs. */
static void
skip_word(cutter *c, size_t start)
{
    size_t depth = 0;
    while (c->at < c->quotation.open) {
        size_t after = c->at;
        const uint32_t code = ft_utf8_next(c->text, c->byte_count, &after);
        ft_lexeme so_far = {.start = start, .end = c->at};
        if (ft_char_is_blank(code) || (is_close(code) && depth == 0))
            return;
        if (is_open(code)) {
            classify(c->text, &so_far);
            if (so_far.kind != FT_LEXEME_WORD)
                return;
            depth++;
        }
        depth -= is_close(code);
        c->at = after;
    }
}

/* Moves behind the quotation that begins here. */
static void
skip_quotation(cutter *c)
{
    c->at = c->quotation.close;
    if (!ft_quotation_find(c->text, c->byte_count, c->at, &c->quotation))
        c->quotation.open = c->byte_count;
}

static void
cut_quotation(cutter *c, ft_lexeme *out)
{
    out->inner_start = c->quotation.start;
    out->inner_end = c->quotation.end;
    skip_quotation(c);
}

/* Reads the value of a field, in quotation marks or up to a blank. */
static void
cut_value(cutter *c, ft_lexeme *out)
{
    const size_t start = c->at;
    if (start == c->quotation.open && start < c->byte_count) {
        cut_quotation(c, out);
        return;
    }
    skip_word(c, start);
    out->inner_start = start;
    out->inner_end = c->at;
}

/* Reads the sign that begins here. */
static void
cut_one(cutter *c, ft_lexeme *out)
{
    size_t after = c->at;
    const uint32_t code = ft_utf8_next(c->text, c->byte_count, &after);
    size_t used;
    out->start = c->at;
    if (c->at == c->quotation.open) {
        out->kind = FT_LEXEME_PHRASE;
        cut_quotation(c, out);
    } else if (is_open(code) || is_close(code)) {
        out->kind = is_open(code) ? FT_LEXEME_OPEN : FT_LEXEME_CLOSE;
        c->at = after;
    } else if (ft_field_read_name(c->text + c->at, c->byte_count - c->at,
                                  &out->field, &used)) {
        out->kind = FT_LEXEME_FIELD;
        c->at += used;
        cut_value(c, out);
    } else {
        skip_word(c, out->start);
        out->end = c->at;
        classify(c->text, out);
    }
    out->end = c->at;
}

bool
ft_lexeme_cut(const char *text, size_t byte_count, ft_array *lexemes)
{
    cutter c = {.text = text, .byte_count = byte_count, .lexemes = lexemes};
    if (!ft_quotation_find(text, byte_count, 0, &c.quotation))
        c.quotation.open = byte_count;
    while (c.at < byte_count) {
        size_t after = c.at;
        if (ft_char_is_blank(ft_utf8_next(text, byte_count, &after))) {
            c.at = after;
            continue;
        }
        ft_lexeme *lexeme = ft_array_push(lexemes);
        if (lexeme == NULL)
            return false;
        cut_one(&c, lexeme);
    }
    return true;
}

/* ---------------------------------------------------------------- patterns */

bool
ft_lexeme_is_star(uint32_t code)
{
    return code == '*' || code == 0xFF0A; /* ＊ */
}

bool
ft_lexeme_is_mark(uint32_t code)
{
    return code == '?';
}

bool
ft_lexeme_is_pattern(const char *text, const ft_lexeme *word)
{
    size_t chars = 0;
    size_t letters = 0;
    bool has_star = false;
    bool has_inner_mark = false;
    bool was_mark = false;
    for (size_t i = word->start; i < word->end;) {
        const uint32_t code = ft_utf8_next(text, word->end, &i);
        const bool is_mark = ft_lexeme_is_mark(code);
        const bool is_star = ft_lexeme_is_star(code);
        has_inner_mark |= was_mark && !is_mark;
        has_star |= is_star;
        was_mark = is_mark;
        letters += !is_mark && !is_star && ft_char_is_pairing(code);
        chars++;
    }
    return letters > 0 &&
           (has_star || (has_inner_mark && chars <= PATTERN_CHARS_MAX));
}
