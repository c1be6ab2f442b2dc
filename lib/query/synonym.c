/* Finding the words of a thesaurus in a question. */
#include "query/synonym.h"

#include <stdlib.h>

#include "base/error.h"
#include "text/analyzer.h"

/* A string of the thesaurus where it stands in the question. */
typedef struct occurrence {
    uint32_t string;
    uint32_t start;
    uint32_t end;
} occurrence;

typedef struct look_up {
    const fatiao_thesaurus *thesaurus;
    const ft_array *chars;
    const ft_array *tokens;
    ft_array found; /* of occurrence, by string */
} look_up;

/* Whether the segmenter cuts the one character at `at` as a word of its own. */
static bool
is_word(const look_up *l, size_t at)
{
    const ft_token *all = l->tokens->items;
    for (size_t i = 0; i < l->tokens->count; i++)
        if (all[i].kind == FT_TOKEN_WORD && all[i].char_start == at)
            return all[i].char_count == 1;
    return false;
}

static uint32_t
code_at(const look_up *l, uint32_t string, uint32_t place)
{
    const ft_thesaurus_string *s = &l->thesaurus->strings[string];
    return l->thesaurus->codes[s->codes_at + place];
}

/* Of the strings [low, high), which agree in their first `place` characters,
 * the first whose next one is not below `code`. */
static uint32_t
first_not_below(const look_up *l, uint32_t low, uint32_t high, uint32_t place,
                uint32_t code)
{
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        const bool is_short = l->thesaurus->strings[middle].char_count <= place;
        if (is_short || code_at(l, middle, place) < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Pushes the strings that begin at character `at`. */
static bool
find_at(look_up *l, size_t at)
{
    const ft_char *chars = l->chars->items;
    uint32_t low = 0;
    uint32_t high = l->thesaurus->string_count;
    for (uint32_t place = 0; at + place < l->chars->count && low < high;
         place++) {
        const uint32_t code = chars[at + place].code;
        low = first_not_below(l, low, high, place, code);
        high = first_not_below(l, low, high, place, code + 1);
        if (low == high || l->thesaurus->strings[low].char_count != place + 1)
            continue;
        if (place == 0 && !is_word(l, at))
            continue;
        occurrence *found = ft_array_push(&l->found);
        if (found == NULL)
            return false;
        *found = (occurrence){low, (uint32_t)at, (uint32_t)at + place + 1};
    }
    return true;
}

uint32_t
ft_thesaurus_longest(const fatiao_thesaurus *thesaurus, const ft_array *chars,
                     size_t at)
{
    const look_up l = {.thesaurus = thesaurus};
    const ft_char *all = chars->items;
    uint32_t longest = 0;
    uint32_t low = 0;
    uint32_t high = thesaurus->string_count;
    for (uint32_t place = 0; at + place < chars->count && low < high; place++) {
        const uint32_t code = all[at + place].code;
        low = first_not_below(&l, low, high, place, code);
        high = first_not_below(&l, low, high, place, code + 1);
        if (low < high && place > 0 &&
            thesaurus->strings[low].char_count == place + 1)
            longest = place + 1;
    }
    return longest;
}

static int
compare_occurrences(const void *left, const void *right)
{
    const occurrence *a = left;
    const occurrence *b = right;
    if (a->string != b->string)
        return a->string < b->string ? -1 : 1;
    return a->start < b->start ? -1 : a->start > b->start;
}

static bool
has_string(const look_up *l, uint32_t string)
{
    const occurrence *all = l->found.items;
    for (size_t i = 0; i < l->found.count; i++)
        if (all[i].string == string)
            return true;
    return false;
}

/* Whether all parts of a word stand in the question. */
static bool
stands(const look_up *l, const ft_thesaurus_word *word)
{
    for (uint32_t i = 0; i < word->part_count; i++)
        if (!has_string(l, l->thesaurus->parts[word->part_first + i]))
            return false;
    return true;
}

/* Whether a string is a word by itself. */
static bool
is_whole_word(const look_up *l, uint32_t string)
{
    const ft_thesaurus_string *s = &l->thesaurus->strings[string];
    for (uint32_t i = 0; i < s->use_count; i++)
        if (l->thesaurus->words[l->thesaurus->uses[s->use_first + i]]
                .part_count == 1)
            return true;
    return false;
}

/* Whether each place of a string lies within a longer word. */
static bool
is_hidden(const look_up *l, uint32_t string)
{
    const occurrence *all = l->found.items;
    for (size_t i = 0; i < l->found.count; i++) {
        if (all[i].string != string)
            continue;
        bool is_inside = false;
        for (size_t k = 0; k < l->found.count && !is_inside; k++)
            is_inside = all[k].start <= all[i].start &&
                        all[k].end >= all[i].end &&
                        all[k].end - all[k].start > all[i].end - all[i].start &&
                        is_whole_word(l, all[k].string);
        if (!is_inside)
            return false;
    }
    return true;
}

/* Adds another word, or raises its weight if it is there. */
static bool
add_synonym(ft_array *synonyms, const ft_synonym *added)
{
    ft_synonym *all = synonyms->items;
    for (size_t i = 0; i < synonyms->count; i++) {
        if (all[i].codes != added->codes)
            continue;
        if (all[i].weight < added->weight)
            all[i] = *added;
        return true;
    }
    ft_synonym *synonym = ft_array_push(synonyms);
    if (synonym == NULL)
        return false;
    *synonym = *added;
    return true;
}

/* Adds what the word means. */
static bool
add_group(const look_up *l, uint32_t word, ft_array *synonyms)
{
    const fatiao_thesaurus *t = l->thesaurus;
    const ft_thesaurus_group *group = &t->groups[t->words[word].group];
    const uint32_t first =
        group->relation == FT_RELATION_SAME ? 0 : group->left_count;
    for (uint32_t i = first; i < group->word_count; i++) {
        const ft_thesaurus_word *other = &t->words[group->word_first + i];
        const ft_thesaurus_string *string =
            &t->strings[t->parts[other->part_first]];
        if (other->part_count != 1 || group->word_first + i == word ||
            string->char_count < 2)
            continue;
        const ft_synonym synonym = {.thesaurus = t,
                                    .codes = t->codes + string->codes_at,
                                    .char_count = string->char_count,
                                    .word = word,
                                    .weight = group->weight};
        if (!add_synonym(synonyms, &synonym))
            return false;
    }
    return true;
}

/* Adds what the words mean that a string is the first part of. */
static bool
add_uses(const look_up *l, uint32_t string, ft_array *synonyms)
{
    const fatiao_thesaurus *t = l->thesaurus;
    const ft_thesaurus_string *s = &t->strings[string];
    const bool hidden = is_hidden(l, string);
    for (uint32_t i = 0; i < s->use_count; i++) {
        const uint32_t word = t->uses[s->use_first + i];
        if (t->words[word].part_count == 1 ? hidden
                                           : !stands(l, &t->words[word]))
            continue;
        if (!add_group(l, word, synonyms))
            return false;
    }
    return true;
}

fatiao_status
ft_thesaurus_look_up(const fatiao_thesaurus *thesaurus, const ft_array *chars,
                     const ft_array *tokens, ft_array *synonyms,
                     fatiao_error *error)
{
    look_up l = {.thesaurus = thesaurus,
                 .chars = chars,
                 .tokens = tokens,
                 .found.item_size = sizeof(occurrence)};
    bool is_done = true;
    for (size_t i = 0; is_done && i < chars->count; i++)
        is_done = find_at(&l, i);
    if (l.found.count > 1)
        qsort(l.found.items, l.found.count, sizeof(occurrence),
              compare_occurrences);
    const occurrence *all = l.found.items;
    for (size_t i = 0; is_done && i < l.found.count; i++)
        if (i == 0 || all[i].string != all[i - 1].string)
            is_done = add_uses(&l, all[i].string, synonyms);
    ft_array_finish(&l.found);
    return is_done ? FATIAO_OK : ft_error_memory(error);
}

void
ft_synonym_write_cause(const ft_synonym *synonym, ft_strbuf *out)
{
    const fatiao_thesaurus *t = synonym->thesaurus;
    const ft_thesaurus_word *word = &t->words[synonym->word];
    for (uint32_t i = 0; i < word->part_count; i++) {
        const ft_thesaurus_string *string =
            &t->strings[t->parts[word->part_first + i]];
        if (i > 0)
            ft_strbuf_text(out, "+");
        for (uint32_t k = 0; k < string->char_count; k++)
            ft_strbuf_char(out, t->codes[string->codes_at + k]);
    }
}
