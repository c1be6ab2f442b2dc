/* Any bytes as text: without the lexicon the library must cut words as ICU
 * does; with it, words lie in order within the text and pairs and characters
 * stay what they are. */
#include "fuzz.h"

#include <string.h>

#include "text/analyzer.h"

typedef struct cut {
    ft_analyzer *analyzer;
    ft_array chars;
    ft_array tokens;
    size_t word_count;
} cut;

static void
cut_text(cut *c, ft_cutting cutting, const uint8_t *bytes, size_t byte_count)
{
    if (c->analyzer == NULL) {
        require(ft_analyzer_new_with(cutting, &c->analyzer, NULL) == FATIAO_OK);
        c->chars.item_size = sizeof(ft_char);
        c->tokens.item_size = sizeof(ft_token);
    }
    require(ft_analyzer_run(c->analyzer, (const char *)bytes, byte_count,
                            &c->chars, &c->tokens, NULL) == FATIAO_OK);
    const ft_token *all = c->tokens.items;
    c->word_count = 0;
    while (c->word_count < c->tokens.count &&
           all[c->word_count].kind == FT_TOKEN_WORD)
        c->word_count++;
}

/* Whether the tokens [first, …) of two cuts are the same. */
static bool
are_same(const cut *left, size_t left_first, const cut *right,
         size_t right_first, size_t count)
{
    const ft_token *a = left->tokens.items;
    const ft_token *b = right->tokens.items;
    for (size_t i = 0; i < count; i++)
        if (a[left_first + i].kind != b[right_first + i].kind ||
            a[left_first + i].char_start != b[right_first + i].char_start ||
            a[left_first + i].char_count != b[right_first + i].char_count)
            return false;
    return true;
}

static void
check_words(const cut *c)
{
    const ft_token *all = c->tokens.items;
    uint32_t end = 0;
    for (size_t i = 0; i < c->word_count; i++) {
        require(all[i].char_start >= end && all[i].char_count > 0);
        end = all[i].char_start + all[i].char_count;
        require(end <= c->chars.count);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    /* Made once: opening ICU's word breaker takes milliseconds. */
    static cut icu;
    static cut plain;
    static cut lexicon;
    cut_text(&icu, FT_CUTTING_ICU, bytes, byte_count);
    cut_text(&plain, FT_CUTTING_PLAIN, bytes, byte_count);
    cut_text(&lexicon, FT_CUTTING_LEXICON, bytes, byte_count);
    require(icu.tokens.count == plain.tokens.count);
    require(are_same(&icu, 0, &plain, 0, icu.tokens.count));
    check_words(&lexicon);
    const size_t rest = icu.tokens.count - icu.word_count;
    require(lexicon.tokens.count - lexicon.word_count == rest);
    require(are_same(&icu, icu.word_count, &lexicon, lexicon.word_count, rest));
    return 0;
}
