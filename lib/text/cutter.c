/* Viterbi's walk: for each place of the row, in order, all words that begin
 * there are tried as a step to the place where they end. */
#include "text/cutter.h"

#include <assert.h>

#include "text/token.h"

/* A place of the row: what the best way to it costs, where the last word on
 * that way begins, and the class of the character behind it. */
typedef struct step {
    uint32_t cost;
    uint32_t from;
    uint32_t class;
} step;

enum { UNKNOWN_COST = 255 };

void
ft_cutter_init(ft_cutter *cutter, const ft_dictionary *dictionary,
               bool has_lexicon)
{
    assert(dictionary != NULL);
    *cutter = (ft_cutter){.dictionary = dictionary,
                          .has_lexicon = has_lexicon,
                          .steps.item_size = sizeof(step)};
}

void
ft_cutter_finish(ft_cutter *cutter)
{
    ft_array_finish(&cutter->steps);
}

/* What a word of the lexicon costs: less than any row of ICU's words for it,
 * which costs 130 at the least, and not so little that it takes a character
 * from a word that stands beside it. */
static inline uint32_t
lexicon_cost(uint32_t char_count)
{
    return char_count < 6 ? 50 + 10 * char_count : 110;
}

static inline void
try_step(step *steps, uint32_t from, uint32_t to, uint32_t cost)
{
    const uint32_t sum = steps[from].cost + cost;
    if (sum < steps[to].cost) {
        steps[to].cost = sum;
        steps[to].from = from;
    }
}

/* Tries all words that begin at `from`; a character that is no word, too. */
static inline void
try_words(const ft_cutter *cutter, step *steps, uint32_t from, uint32_t count)
{
    const ft_dictionary *dictionary = cutter->dictionary;
    uint32_t base = 0;
    bool is_word = false;
    if (count - from > FT_WORD_CHARS_MAX)
        count = from + FT_WORD_CHARS_MAX;
    for (uint32_t at = from; at < count; at++) {
        const uint32_t class = steps[at].class;
        if (class == 0 || dictionary->labels[base + class] != class)
            break;
        const uint32_t node = dictionary->nodes[base + class];
        const uint32_t cost = node & FT_NODE_COST;
        if (cost != 0) {
            is_word = is_word || at == from;
            try_step(steps, from, at + 1, cost);
        }
        if ((node & FT_NODE_LEXICON) != 0 && cutter->has_lexicon)
            try_step(steps, from, at + 1, lexicon_cost(at + 1 - from));
        base = node >> FT_NODE_BASE_SHIFT;
        if (base == 0)
            break;
    }
    if (!is_word)
        try_step(steps, from, from + 1, UNKNOWN_COST);
}

/* Pushes the words on the best way to place `count`, found from their end. */
static bool
add_words(const step *steps, uint32_t count, uint32_t start, ft_array *tokens)
{
    for (uint32_t at = count; at > 0; at = steps[at].from)
        if (ft_array_push(tokens) == NULL)
            return false;
    ft_token *next = (ft_token *)tokens->items + tokens->count;
    for (uint32_t at = count; at > 0; at = steps[at].from)
        *--next = (ft_token){FT_TOKEN_WORD, start + steps[at].from,
                             at - steps[at].from};
    return true;
}

bool
ft_cutter_run(ft_cutter *cutter, const ft_char *chars, uint32_t start,
              uint32_t end, ft_array *tokens)
{
    const uint32_t count = end - start;
    if (count == 0)
        return true;
    if (!ft_array_resize(&cutter->steps, (size_t)count + 1))
        return false;
    step *steps = cutter->steps.items;
    for (uint32_t i = 0; i < count; i++) {
        steps[i].class =
            cutter->dictionary->classes[chars[start + i].code - FT_HAN_FIRST];
        steps[i + 1].cost = UINT32_MAX;
        steps[i + 1].from = i;
    }
    steps[0].cost = 0;
    for (uint32_t i = 0; i < count; i++)
        try_words(cutter, steps, i, count);
    return add_words(steps, count, start, tokens);
}
