/* The words of lexicon/, whose files are named by the arguments: each stays
 * whole, ICU would cut each apart, none is made of shorter words, and what is
 * found with them and without is the same. */
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/analyzer.h"
#include "text/dictionary.h"

enum { SKIPPED = 77, WORDS_LEAST = 1500 };

static char **paths;
static int path_count;

/* How a word is cut. */
typedef struct cut {
    ft_analyzer *analyzer;
    ft_array chars;
    ft_array tokens;
    size_t word_count;
} cut;

static void
cut_init(cut *c, ft_cutting cutting)
{
    *c = (cut){.chars.item_size = sizeof(ft_char),
               .tokens.item_size = sizeof(ft_token)};
    assert_int_equal(ft_analyzer_new_with(cutting, &c->analyzer, NULL),
                     FATIAO_OK);
}

static void
cut_finish(cut *c)
{
    ft_analyzer_free(c->analyzer);
    ft_array_finish(&c->chars);
    ft_array_finish(&c->tokens);
}

static void
cut_run(cut *c, const char *word)
{
    assert_int_equal(ft_analyzer_run(c->analyzer, word, strlen(word), &c->chars,
                                     &c->tokens, NULL),
                     FATIAO_OK);
    const ft_token *all = c->tokens.items;
    c->word_count = 0;
    while (all[c->word_count].kind == FT_TOKEN_WORD)
        c->word_count++;
}

/* Whether the characters are a word of the dictionary. */
static bool
is_known(const ft_char *chars, size_t count)
{
    const ft_dictionary *d = &ft_dictionary_default;
    uint32_t node = 0;
    for (size_t i = 0; i < count; i++) {
        const uint32_t base = node >> FT_NODE_BASE_SHIFT;
        const uint32_t class = d->classes[chars[i].code - FT_HAN_FIRST];
        if (class == 0 || (i > 0 && base == 0) ||
            d->labels[base + class] != class)
            return false;
        node = d->nodes[base + class];
    }
    return (node & (FT_NODE_COST | FT_NODE_LEXICON)) != 0;
}

/* Whether a word can be made of others, each of two characters or more. */
static bool
is_made_of_others(const ft_char *chars, size_t count)
{
    bool is_reached[FT_WORD_CHARS_MAX + 1] = {true};
    for (size_t from = 0; from < count; from++)
        for (size_t to = from + 2; is_reached[from] && to <= count; to++)
            if (to - from < count && is_known(chars + from, to - from))
                is_reached[to] = true;
    return is_reached[count];
}

static void
check_word(cut *with, cut *without, const char *word)
{
    cut_run(with, word);
    cut_run(without, word);
    if (with->word_count != 1)
        fail_msg("%s is cut apart", word);
    if (without->word_count == 1)
        fail_msg("%s stays whole without the lexicon", word);
    if (is_made_of_others(with->chars.items, with->chars.count))
        fail_msg("%s is made of shorter words", word);
    /* Pairs and single characters, which find, follow the words. */
    const size_t count = with->tokens.count - 1;
    assert_int_equal(count, without->tokens.count - without->word_count);
    assert_memory_equal((ft_token *)with->tokens.items + 1,
                        (ft_token *)without->tokens.items + without->word_count,
                        count * sizeof(ft_token));
}

static void
test_lexicon__has_only_words_that_belong(void **state)
{
    (void)state;
    cut with;
    cut without;
    cut_init(&with, FT_CUTTING_LEXICON);
    cut_init(&without, FT_CUTTING_ICU);
    size_t count = 0;
    for (int i = 0; i < path_count; i++) {
        FILE *file = fopen(paths[i], "r");
        assert_non_null(file);
        char line[4096];
        while (fgets(line, sizeof(line), file) != NULL) {
            line[strcspn(line, "#\n")] = '\0';
            for (char *word = strtok(line, " "); word != NULL;
                 word = strtok(NULL, " ")) {
                check_word(&with, &without, word);
                count++;
            }
        }
        fclose(file);
    }
    assert_true(count >= WORDS_LEAST);
    cut_finish(&with);
    cut_finish(&without);
}

int
main(int argument_count, char **arguments)
{
    if (ft_cutting_usual() == FT_CUTTING_ICU) {
        fputs("this is not the ICU that the lexicon was made with\n", stderr);
        return SKIPPED;
    }
    paths = arguments + 1;
    path_count = argument_count - 1;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lexicon__has_only_words_that_belong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
