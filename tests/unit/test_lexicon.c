/* The words of lexicon/, whose files are named by the arguments: each stays
 * whole, ICU would cut each apart, and what is found with them and without is
 * the same. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/analyzer.h"

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

static void
check_word(cut *with, cut *without, const char *word)
{
    cut_run(with, word);
    cut_run(without, word);
    if (with->word_count != 1)
        fail_msg("%s is cut apart", word);
    if (without->word_count == 1)
        fail_msg("%s stays whole without the lexicon", word);
    /* Pairs and single characters, which find, follow the words. */
    const size_t count = with->tokens.count - 1;
    assert_int_equal(count, without->tokens.count - without->word_count);
    assert_memory_equal((ft_token *)with->tokens.items + 1,
                        (ft_token *)without->tokens.items + without->word_count,
                        count * sizeof(ft_token));
}

static void
test_lexicon__has_words_that_icu_cuts_apart(void **state)
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
        cmocka_unit_test(test_lexicon__has_words_that_icu_cuts_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
