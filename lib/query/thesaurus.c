/* Reading thesaurus files. */
#include "query/thesaurus.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "text/fold.h"
#include "text/utf8.h"

/* What a relation counts for where the file says nothing. */
static const float usual_weights[] = {[FT_RELATION_SAME] = 0.6f,
                                      [FT_RELATION_NARROWER] = 0.4f,
                                      [FT_RELATION_LEGAL] = 0.6f};

/* The longest word, and the most of its parts. */
enum { CHARS_MAX = 64, PARTS_MAX = 4 };

/* The tables being filled. A string's place is that of its first appearance
 * until the end, when all are ordered. */
typedef struct maker {
    ft_array codes;   /* of uint32_t */
    ft_array strings; /* of ft_thesaurus_string */
    ft_array words;   /* of ft_thesaurus_word */
    ft_array parts;   /* of uint32_t: strings */
    ft_array groups;  /* of ft_thesaurus_group */
    ft_array chars;   /* of ft_char: scratch */
    const char *source;
    uint32_t line;
    fatiao_error *error;
} maker;

static fatiao_status
fail(const maker *m, const char *message)
{
    ft_error_set(m->error, FATIAO_ERR_SYNTAX, "%s", message);
    ft_error_place(m->error, m->source, m->line, 0);
    return FATIAO_ERR_SYNTAX;
}

/* ------------------------------------------------------------------- a line */

/* The end of the word or sign that begins at `at`. */
static size_t
word_end(const char *line, size_t byte_count, size_t at)
{
    while (at < byte_count && line[at] != ' ' && line[at] != '\t')
        at++;
    return at;
}

static size_t
skip_blanks(const char *line, size_t byte_count, size_t at)
{
    while (at < byte_count && (line[at] == ' ' || line[at] == '\t'))
        at++;
    return at;
}

/* Adds a part of a word: its folded characters as a new string. */
static fatiao_status
add_part(maker *m, const char *text, size_t byte_count)
{
    ft_array_clear(&m->chars);
    fatiao_status status = ft_fold(text, byte_count, &m->chars, m->error);
    if (status != FATIAO_OK)
        return status;
    if (m->chars.count == 0)
        return fail(m, "a word or a part of one is empty");
    if (m->chars.count > CHARS_MAX)
        return fail(m, "a word is longer than 64 characters");
    const ft_char *chars = m->chars.items;
    uint32_t *part = ft_array_push(&m->parts);
    ft_thesaurus_string *string = ft_array_push(&m->strings);
    if (part == NULL || string == NULL)
        return ft_error_memory(m->error);
    *part = (uint32_t)(m->strings.count - 1);
    string->codes_at = (uint32_t)m->codes.count;
    string->char_count = (uint32_t)m->chars.count;
    for (size_t i = 0; i < m->chars.count; i++) {
        uint32_t *code = ft_array_push(&m->codes);
        if (code == NULL)
            return ft_error_memory(m->error);
        *code = chars[i].code;
    }
    return FATIAO_OK;
}

static fatiao_status
add_word(maker *m, const char *text, size_t byte_count)
{
    ft_thesaurus_word *word = ft_array_push(&m->words);
    if (word == NULL)
        return ft_error_memory(m->error);
    word->part_first = (uint32_t)m->parts.count;
    word->group = (uint32_t)(m->groups.count - 1);
    uint32_t count = 0;
    for (size_t at = 0; at <= byte_count;) {
        const char *plus = memchr(text + at, '+', byte_count - at);
        const size_t end = plus == NULL ? byte_count : (size_t)(plus - text);
        if (++count > PARTS_MAX)
            return fail(m, "a word has more than four parts");
        const fatiao_status status = add_part(m, text + at, end - at);
        if (status != FATIAO_OK)
            return status;
        at = end + 1;
    }
    word = ft_array_at(&m->words, m->words.count - 1);
    word->part_count = count;
    return FATIAO_OK;
}

/* Reads "@0.8". */
static fatiao_status
set_weight(maker *m, ft_thesaurus_group *group, const char *text,
           size_t byte_count)
{
    char number[16];
    if (byte_count >= sizeof(number))
        return fail(m, "a weight is a number such as @0.8");
    memcpy(number, text, byte_count);
    number[byte_count] = '\0';
    char *end;
    const float weight = strtof(number, &end);
    if (end == number || *end != '\0' || !(weight > 0 && weight <= 1))
        return fail(m, "a weight is above 0 and at most 1, such as @0.8");
    group->weight = weight;
    return FATIAO_OK;
}

static bool
is_sign(const char *text, size_t byte_count, ft_relation *out)
{
    if (byte_count == 2 && memcmp(text, "=>", 2) == 0)
        *out = FT_RELATION_LEGAL;
    else if (byte_count == 1 && text[0] == '=')
        *out = FT_RELATION_SAME;
    else if (byte_count == 1 && text[0] == '>')
        *out = FT_RELATION_NARROWER;
    else
        return false;
    return true;
}

/* Reads the sign between the sides, a weight or a word. */
static fatiao_status
add_piece(maker *m, const char *text, size_t byte_count, bool *has_sign,
          bool *has_weight)
{
    ft_thesaurus_group *group = ft_array_at(&m->groups, m->groups.count - 1);
    const uint32_t words = (uint32_t)m->words.count - group->word_first;
    if (*has_weight)
        return fail(m, "something stands behind the weight");
    if (text[0] == '@') {
        *has_weight = true;
        return set_weight(m, group, text + 1, byte_count - 1);
    }
    ft_relation relation;
    if (!is_sign(text, byte_count, &relation))
        return add_word(m, text, byte_count);
    if (*has_sign)
        return fail(m, "a group has one sign: =, > or =>");
    if (words == 0)
        return fail(m, "nothing stands before the sign");
    *has_sign = true;
    group->relation = relation;
    group->weight = usual_weights[relation];
    group->left_count = words;
    return FATIAO_OK;
}

static fatiao_status
add_line(maker *m, const char *line, size_t byte_count)
{
    size_t at = skip_blanks(line, byte_count, 0);
    if (at == byte_count || line[at] == '#')
        return FATIAO_OK;
    if (!ft_utf8_is_valid(line, byte_count, NULL))
        return fail(m, "the line is not UTF-8");
    ft_thesaurus_group *group = ft_array_push(&m->groups);
    if (group == NULL)
        return ft_error_memory(m->error);
    group->word_first = (uint32_t)m->words.count;
    bool has_sign = false;
    bool has_weight = false;
    while (at < byte_count) {
        const size_t end = word_end(line, byte_count, at);
        const fatiao_status status =
            add_piece(m, line + at, end - at, &has_sign, &has_weight);
        if (status != FATIAO_OK)
            return status;
        at = skip_blanks(line, byte_count, end);
    }
    group = ft_array_at(&m->groups, m->groups.count - 1);
    group->word_count = (uint32_t)m->words.count - group->word_first;
    if (!has_sign)
        return fail(m, "a sign is missing: =, > or =>");
    if (group->word_count == group->left_count)
        return fail(m, "nothing stands behind the sign");
    return FATIAO_OK;
}

static fatiao_status
add_lines(maker *m, const char *text, size_t byte_count)
{
    for (size_t at = 0; at < byte_count;) {
        const char *feed = memchr(text + at, '\n', byte_count - at);
        const size_t end = feed == NULL ? byte_count : (size_t)(feed - text);
        size_t length = end - at;
        if (length > 0 && text[at + length - 1] == '\r')
            length--;
        m->line++;
        const fatiao_status status = add_line(m, text + at, length);
        if (status != FATIAO_OK)
            return status;
        at = end + 1;
    }
    return FATIAO_OK;
}

/* ----------------------------------------------------------------- ordering */

/* A string and where it stood when it was made. */
typedef struct placed {
    const uint32_t *codes;
    uint32_t char_count;
    uint32_t place;
} placed;

static int
compare_codes(const placed *a, const placed *b)
{
    for (uint32_t i = 0; i < a->char_count && i < b->char_count; i++)
        if (a->codes[i] != b->codes[i])
            return a->codes[i] < b->codes[i] ? -1 : 1;
    return a->char_count < b->char_count ? -1 : a->char_count > b->char_count;
}

static int
compare_placed(const void *left, const void *right)
{
    const placed *a = left;
    const placed *b = right;
    const int order = compare_codes(a, b);
    return order != 0 ? order : a->place < b->place ? -1 : 1;
}

/* Orders the strings, keeps each once, and tells the parts of words where
 * theirs is now. */
static fatiao_status
order_strings(maker *m)
{
    const size_t count = m->strings.count;
    placed *sorted = calloc(count + 1, sizeof(*sorted));
    uint32_t *moved = calloc(count + 1, sizeof(*moved));
    ft_thesaurus_string *strings = m->strings.items;
    if (sorted == NULL || moved == NULL) {
        free(sorted);
        free(moved);
        return ft_error_memory(m->error);
    }
    const uint32_t *codes = m->codes.items;
    for (uint32_t i = 0; i < count; i++)
        sorted[i] =
            (placed){codes + strings[i].codes_at, strings[i].char_count, i};
    qsort(sorted, count, sizeof(*sorted), compare_placed);
    ft_array ordered = {.item_size = sizeof(ft_thesaurus_string)};
    bool is_done = true;
    for (size_t i = 0; is_done && i < count; i++) {
        if (i == 0 || compare_codes(&sorted[i - 1], &sorted[i]) != 0) {
            ft_thesaurus_string *kept = ft_array_push(&ordered);
            is_done = kept != NULL;
            if (is_done)
                *kept = strings[sorted[i].place];
        }
        moved[sorted[i].place] = (uint32_t)(ordered.count - 1);
    }
    uint32_t *parts = m->parts.items;
    for (size_t i = 0; i < m->parts.count; i++)
        parts[i] = moved[parts[i]];
    ft_array_finish(&m->strings);
    m->strings = ordered;
    free(sorted);
    free(moved);
    return is_done ? FATIAO_OK : ft_error_memory(m->error);
}

/* Whether a question that has the word means the others. */
static bool
is_asked_for(const maker *m, uint32_t word)
{
    const ft_thesaurus_word *words = m->words.items;
    const ft_thesaurus_group *group =
        ft_array_at(&m->groups, words[word].group);
    return group->relation == FT_RELATION_SAME ||
           word < group->word_first + group->left_count;
}

/* Tells each string which words have it as their first part. The other parts
 * lead nowhere. */
static fatiao_status
link_words(maker *m, ft_array *uses)
{
    ft_thesaurus_string *strings = m->strings.items;
    const ft_thesaurus_word *words = m->words.items;
    const uint32_t *parts = m->parts.items;
    for (uint32_t i = 0; i < m->words.count; i++)
        if (is_asked_for(m, i))
            strings[parts[words[i].part_first]].use_count++;
    uint32_t next = 0;
    for (size_t i = 0; i < m->strings.count; i++) {
        strings[i].use_first = next;
        next += strings[i].use_count;
        strings[i].use_count = 0;
    }
    if (!ft_array_resize(uses, next))
        return ft_error_memory(m->error);
    uint32_t *all = uses->items;
    for (uint32_t i = 0; i < m->words.count; i++) {
        ft_thesaurus_string *string = &strings[parts[words[i].part_first]];
        if (is_asked_for(m, i))
            all[string->use_first + string->use_count++] = i;
    }
    return FATIAO_OK;
}

/* Hands the tables over. */
static fatiao_status
finish(maker *m, fatiao_thesaurus **out)
{
    ft_array uses = {.item_size = sizeof(uint32_t)};
    fatiao_status status = order_strings(m);
    if (status == FATIAO_OK)
        status = link_words(m, &uses);
    fatiao_thesaurus *made =
        status == FATIAO_OK ? calloc(1, sizeof(*made)) : NULL;
    if (made == NULL) {
        ft_array_finish(&uses);
        return status == FATIAO_OK ? ft_error_memory(m->error) : status;
    }
    *made = (fatiao_thesaurus){.codes = m->codes.items,
                               .strings = m->strings.items,
                               .uses = uses.items,
                               .words = m->words.items,
                               .parts = m->parts.items,
                               .groups = m->groups.items,
                               .code_count = (uint32_t)m->codes.count,
                               .string_count = (uint32_t)m->strings.count,
                               .use_count = (uint32_t)uses.count,
                               .word_count = (uint32_t)m->words.count,
                               .part_count = (uint32_t)m->parts.count,
                               .group_count = (uint32_t)m->groups.count};
    m->codes = m->strings = m->words = m->parts = m->groups = (ft_array){0};
    *out = made;
    return FATIAO_OK;
}

fatiao_status
fatiao_thesaurus_parse(const char *text, size_t byte_count, const char *source,
                       fatiao_thesaurus **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (text == NULL && byte_count > 0)
        return ft_error_argument(error, "text is NULL");
    maker m = {.codes.item_size = sizeof(uint32_t),
               .strings.item_size = sizeof(ft_thesaurus_string),
               .words.item_size = sizeof(ft_thesaurus_word),
               .parts.item_size = sizeof(uint32_t),
               .groups.item_size = sizeof(ft_thesaurus_group),
               .chars.item_size = sizeof(ft_char),
               .source = source,
               .error = error};
    fatiao_status status = add_lines(&m, text, byte_count);
    if (status == FATIAO_OK)
        status = finish(&m, out);
    ft_array_finish(&m.codes);
    ft_array_finish(&m.strings);
    ft_array_finish(&m.words);
    ft_array_finish(&m.parts);
    ft_array_finish(&m.groups);
    ft_array_finish(&m.chars);
    return status;
}

void
fatiao_thesaurus_free(fatiao_thesaurus *thesaurus)
{
    if (thesaurus == NULL)
        return;
    free((void *)(uintptr_t)thesaurus->codes);
    free((void *)(uintptr_t)thesaurus->strings);
    free((void *)(uintptr_t)thesaurus->uses);
    free((void *)(uintptr_t)thesaurus->words);
    free((void *)(uintptr_t)thesaurus->parts);
    free((void *)(uintptr_t)thesaurus->groups);
    free(thesaurus);
}
