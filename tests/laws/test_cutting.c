/* Without the lexicon the library cuts words as ICU does, in every line of
 * every law.
 *
 *     test_cutting LAWS_FOLDER
 *
 * Prints what is cut otherwise, and how many words were compared. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/analyzer.h"

enum { FAULTS_SHOWN = 20 };

static ft_analyzer *icu;
static ft_analyzer *own;
static ft_array icu_chars = {.item_size = sizeof(ft_char)};
static ft_array icu_tokens = {.item_size = sizeof(ft_token)};
static ft_array own_chars = {.item_size = sizeof(ft_char)};
static ft_array own_tokens = {.item_size = sizeof(ft_token)};
static size_t word_count;
static size_t fault_count;

static void
cut(ft_analyzer *analyzer, const char *line, size_t byte_count, ft_array *chars,
    ft_array *tokens)
{
    fatiao_error error;
    if (ft_analyzer_run(analyzer, line, byte_count, chars, tokens, &error) ==
        FATIAO_OK)
        return;
    fprintf(stderr, "test_cutting: %s\n", error.message);
    exit(1);
}

static size_t
count_words(const ft_array *tokens)
{
    const ft_token *all = tokens->items;
    size_t count = 0;
    while (count < tokens->count && all[count].kind == FT_TOKEN_WORD)
        count++;
    return count;
}

static void
show(const char *name, const ft_array *chars, const ft_array *tokens)
{
    ft_strbuf words = {0};
    for (size_t i = 0; i < count_words(tokens); i++) {
        ft_token_term(ft_array_at(tokens, i), chars, &words);
        ft_strbuf_text(&words, "|");
    }
    printf("%s %s\n", name, ft_strbuf_string(&words));
    ft_strbuf_finish(&words);
}

static void
compare(const char *line, size_t byte_count)
{
    cut(icu, line, byte_count, &icu_chars, &icu_tokens);
    cut(own, line, byte_count, &own_chars, &own_tokens);
    const size_t count = count_words(&icu_tokens);
    word_count += count;
    const ft_token *left = icu_tokens.items;
    const ft_token *right = own_tokens.items;
    bool is_same = count == count_words(&own_tokens);
    for (size_t i = 0; is_same && i < count; i++)
        is_same = left[i].char_start == right[i].char_start &&
                  left[i].char_count == right[i].char_count;
    if (is_same || ++fault_count > FAULTS_SHOWN)
        return;
    show("ICU", &icu_chars, &icu_tokens);
    show("own", &own_chars, &own_tokens);
}

static int
compare_file(const char *path, const struct stat *info, int kind,
             struct FTW *walk)
{
    (void)info;
    (void)walk;
    FILE *file = kind == FTW_F ? fopen(path, "r") : NULL;
    if (file == NULL)
        return 0;
    char *line = NULL;
    size_t capacity = 0;
    ssize_t byte_count;
    while ((byte_count = getline(&line, &capacity, file)) > 0)
        compare(line, (size_t)byte_count);
    free(line);
    fclose(file);
    return 0;
}

int
main(int argument_count, char **arguments)
{
    if (argument_count != 2) {
        fputs("usage: test_cutting LAWS_FOLDER\n", stderr);
        return 2;
    }
    if (ft_cutting_usual() == FT_CUTTING_ICU) {
        puts("the dictionary was made from another ICU");
        return 1;
    }
    if (ft_analyzer_new_with(FT_CUTTING_ICU, &icu, NULL) != FATIAO_OK ||
        ft_analyzer_new_with(FT_CUTTING_PLAIN, &own, NULL) != FATIAO_OK)
        return 1;
    nftw(arguments[1], compare_file, 16, FTW_PHYS);
    printf("%zu words, %zu lines cut otherwise\n", word_count, fault_count);
    ft_analyzer_free(icu);
    ft_analyzer_free(own);
    ft_array_finish(&icu_chars);
    ft_array_finish(&icu_tokens);
    ft_array_finish(&own_chars);
    ft_array_finish(&own_tokens);
    return fault_count > 0 || word_count == 0;
}
