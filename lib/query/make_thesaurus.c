/* Prints, while the library is built, the tables of its own thesaurus, so that
 * nobody waits at run time for the files to be read:
 *
 *     make_thesaurus thesaurus/labour.txt thesaurus/tax.txt … */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/source_file.h"
#include "query/thesaurus.h"

/* Whether a file by itself is without fault, so that its lines are named. */
static int
check_file(const char *path)
{
    ft_strbuf text = {0};
    fatiao_thesaurus *thesaurus = NULL;
    fatiao_error error;
    const int is_read = ft_source_file_read(path, &text);
    if (!is_read)
        perror(path);
    const int is_good = is_read && fatiao_thesaurus_parse(
                                       ft_strbuf_string(&text), text.byte_count,
                                       path, &thesaurus, &error) == FATIAO_OK;
    if (is_read && !is_good)
        fprintf(stderr, "%s:%" PRIu32 ": %s\n", path, error.line,
                error.message);
    fatiao_thesaurus_free(thesaurus);
    ft_strbuf_finish(&text);
    return is_good;
}

static void
print_numbers(const char *name, const uint32_t *numbers, uint32_t count)
{
    printf("static const uint32_t %s[] = {", name);
    for (uint32_t i = 0; i < count; i++)
        printf("%s%" PRIu32 ",", i % 12 == 0 ? "\n" : " ", numbers[i]);
    printf("\n0};\n");
}

static void
print_tables(const fatiao_thesaurus *t)
{
    printf("/* Made from thesaurus/; see make_thesaurus.c. */\n"
           "#include \"query/thesaurus.h\"\n");
    print_numbers("codes", t->codes, t->code_count);
    print_numbers("uses", t->uses, t->use_count);
    print_numbers("parts", t->parts, t->part_count);
    printf("static const ft_thesaurus_string strings[] = {\n");
    for (uint32_t i = 0; i < t->string_count; i++)
        printf("{%" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 "},\n",
               t->strings[i].codes_at, t->strings[i].char_count,
               t->strings[i].use_first, t->strings[i].use_count);
    printf("{0, 0, 0, 0}};\nstatic const ft_thesaurus_word words[] = {\n");
    for (uint32_t i = 0; i < t->word_count; i++)
        printf("{%" PRIu32 ", %" PRIu32 ", %" PRIu32 "},\n",
               t->words[i].part_first, t->words[i].part_count,
               t->words[i].group);
    printf("{0, 0, 0}};\nstatic const ft_thesaurus_group groups[] = {\n");
    for (uint32_t i = 0; i < t->group_count; i++)
        printf("{%d, %.9gf, %" PRIu32 ", %" PRIu32 ", %" PRIu32 "},\n",
               (int)t->groups[i].relation, (double)t->groups[i].weight + 0.0,
               t->groups[i].word_first, t->groups[i].left_count,
               t->groups[i].word_count);
    printf("{0, 0, 0, 0, 0}};\n"
           "const fatiao_thesaurus ft_thesaurus_default = {\n"
           "codes, strings, uses, words, parts, groups,\n"
           "%" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32
           ", %" PRIu32 "};\n",
           t->code_count, t->string_count, t->use_count, t->word_count,
           t->part_count, t->group_count);
}

int
main(int count, char **paths)
{
    ft_strbuf text = {0};
    fatiao_thesaurus *thesaurus = NULL;
    int is_good = 1;
    for (int i = 1; i < count; i++) {
        is_good &= check_file(paths[i]) && ft_source_file_read(paths[i], &text);
        ft_strbuf_text(&text, "\n");
    }
    fatiao_error error;
    if (is_good &&
        fatiao_thesaurus_parse(ft_strbuf_string(&text), text.byte_count, NULL,
                               &thesaurus, &error) == FATIAO_OK)
        print_tables(thesaurus);
    else
        is_good = 0;
    fatiao_thesaurus_free(thesaurus);
    ft_strbuf_finish(&text);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
