/* Prints, while the library is built, its dictionary as tables: the words that
 * ICU knows, and those of the lexicon's files:
 *
 *     make_dictionary lexicon/loans.txt lexicon/tax.txt …
 *
 * ICU's words that folding changes are left out, for the text that is cut is
 * folded; so are words with other signs than Han characters, for ICU itself
 * cuts those. Words of the lexicon are folded. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uversion.h>
#include <xxhash.h>

#include "base/array.h"
#include "base/strbuf.h"
#include "text/cjdict.h"
#include "text/dictionary.h"
#include "text/fold.h"
#include "text/packing.h"
#include "text/utf8.h"

/* ------------------------------------------------------------------- words */

/* Folds `text` to a word. False if it holds other signs or has not 1 to 20. */
static bool
fold_word(const char *text, size_t byte_count, ft_packing_word *word)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    bool is_word = ft_fold(text, byte_count, &chars, NULL) == FATIAO_OK &&
                   chars.count > 0 && chars.count <= FT_WORD_CHARS_MAX;
    const ft_char *all = chars.items;
    for (size_t i = 0; is_word && i < chars.count; i++) {
        is_word = ft_char_is_han(all[i].code);
        word->codes[i] = (uint16_t)all[i].code;
    }
    word->char_count = (uint16_t)chars.count;
    ft_array_finish(&chars);
    return is_word;
}

/* A word of ICU's; `context` is the list. */
static bool
add_icu_word(void *context, const uint16_t *units, size_t unit_count,
             uint32_t cost)
{
    ft_strbuf text = {0};
    for (size_t i = 0; i < unit_count; i++)
        ft_strbuf_char(&text, units[i]);
    ft_packing_word word = {.value = (uint16_t)cost};
    const bool is_kept =
        fold_word(ft_strbuf_string(&text), text.byte_count, &word) &&
        word.char_count == unit_count &&
        memcmp(word.codes, units, unit_count * sizeof(*units)) == 0;
    ft_strbuf_finish(&text);
    if (cost == 0 || cost > FT_NODE_COST)
        return false;
    if (!is_kept)
        return true;
    ft_packing_word *kept = ft_array_push(context);
    if (kept != NULL)
        *kept = word;
    return kept != NULL;
}

/* The words of a line, up to #. */
static bool
add_line(ft_array *words, char *line)
{
    line[strcspn(line, "#\n")] = '\0';
    char *rest;
    for (char *text = strtok_r(line, " ", &rest); text != NULL;
         text = strtok_r(NULL, " ", &rest)) {
        ft_packing_word word = {0};
        if (!fold_word(text, strlen(text), &word) || word.char_count < 2) {
            fprintf(stderr, "%s is no word of 2 to 20 Han characters\n", text);
            return false;
        }
        word.value = FT_NODE_LEXICON;
        ft_packing_word *added = ft_array_push(words);
        if (added == NULL)
            return false;
        *added = word;
    }
    return true;
}

static bool
add_file(ft_array *words, const char *path)
{
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        perror(path);
        return false;
    }
    char *line = NULL;
    size_t capacity = 0;
    bool is_good = true;
    for (size_t number = 1; is_good && getline(&line, &capacity, file) > 0;
         number++) {
        is_good = add_line(words, line);
        if (!is_good)
            fprintf(stderr, "%s:%zu: not understood\n", path, number);
    }
    is_good = is_good && !ferror(file);
    free(line);
    fclose(file);
    return is_good;
}

/* ------------------------------------------------------------------ tables */

/* A digest of the lexicon, whose words come in order. */
static uint64_t
digest_lexicon(const ft_array *words)
{
    XXH64_hash_t digest = 0;
    const ft_packing_word *all = words->items;
    for (size_t i = 0; i < words->count; i++)
        if ((all[i].value & FT_NODE_LEXICON) != 0)
            digest = XXH3_64bits_withSeed(
                all[i].codes, all[i].char_count * sizeof(*all[i].codes),
                digest);
    return digest;
}

static void
print_short(const char *name, const uint16_t *numbers, size_t count)
{
    printf("static const uint16_t %s[] = {", name);
    for (size_t i = 0; i < count; i++)
        printf("%s%" PRIu16 ",", i % 12 == 0 ? "\n" : " ", numbers[i]);
    printf("\n};\n");
}

static void
print_dictionary(const ft_packing *packing, uint64_t digest)
{
    UVersionInfo numbers;
    char version[U_MAX_VERSION_STRING_LENGTH];
    u_getVersion(numbers);
    u_versionToString(numbers, version);
    printf("/* Made by make_dictionary.c. */\n"
           "#include \"text/dictionary.h\"\n");
    print_short("classes", packing->classes, FT_HAN_COUNT);
    print_short("labels", packing->labels.items, packing->labels.count);
    printf("static const uint32_t nodes[] = {");
    const uint32_t *nodes = packing->nodes.items;
    for (size_t i = 0; i < packing->nodes.count; i++)
        printf("%s%" PRIu32 ",", i % 8 == 0 ? "\n" : " ", nodes[i]);
    printf("\n};\n"
           "const ft_dictionary ft_dictionary_default = {\n"
           "    .classes = classes, .nodes = nodes, .labels = labels,\n"
           "    .icu_version = \"%s\", .lexicon_digest = \"%016" PRIx64
           "\"};\n",
           version, digest);
}

int
main(int count, char **paths)
{
    ft_array words = {.item_size = sizeof(ft_packing_word)};
    ft_packing packing = {0};
    bool is_good = ft_cjdict_read(add_icu_word, &words);
    if (!is_good)
        fputs("make_dictionary: cannot read ICU's words\n", stderr);
    for (int i = 1; is_good && i < count; i++)
        is_good = add_file(&words, paths[i]);
    if (is_good && !ft_packing_make(&packing, &words)) {
        fputs("make_dictionary: no memory, or too many words\n", stderr);
        is_good = false;
    }
    if (is_good)
        print_dictionary(&packing, digest_lexicon(&words));
    ft_packing_finish(&packing);
    ft_array_finish(&words);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
