/* Prints, while the library is built, the tables of pinyin: all syllables in
 * the order of the alphabet, to each the class of those that sound nearly the
 * same, and for U+4E00 to U+9FFF the readings of each character. They are ICU's
 * Han-Latin, which takes a tenth of a second to open and knows one reading of
 * each, and polyphone_table.h. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "polyphone_table.h"

enum {
    HAN_FIRST = 0x4E00,
    HAN_LAST = 0x9FFF,
    READINGS_MAX = 4,
    LETTERS_MAX = 6,
    SYLLABLES_MAX = 600
};

typedef char syllable[LETTERS_MAX + 1];

static syllable readings[HAN_LAST - HAN_FIRST + 1][READINGS_MAX];
static syllable syllables[SYLLABLES_MAX];
static size_t syllable_count;

static void
fail(const char *what)
{
    fprintf(stderr, "make_pinyin: %s\n", what);
    exit(EXIT_FAILURE);
}

static void
check(UErrorCode failure)
{
    if (U_FAILURE(failure))
        fail(u_errorName(failure));
}

/* "lǜ" to "lv"; false where it is no syllable of letters. */
static bool
plain(const UNormalizer2 *nfd, const UChar *text, int32_t length, syllable out)
{
    UChar apart[32];
    UErrorCode failure = U_ZERO_ERROR;
    const int32_t count =
        unorm2_normalize(nfd, text, length, apart, 32, &failure);
    size_t letters = 0;
    for (int32_t i = 0; U_SUCCESS(failure) && i < count; i++) {
        if (apart[i] == 0x0308 && letters > 0 && out[letters - 1] == 'u')
            out[letters - 1] = 'v';
        else if (apart[i] >= 'a' && apart[i] <= 'z' && letters < LETTERS_MAX)
            out[letters++] = (char)apart[i];
        else if (apart[i] < 0x0300 || apart[i] > 0x036F)
            return false;
    }
    out[letters] = '\0';
    return letters > 0 && strpbrk(out, "aeiouv") != NULL;
}

static void
read_icu(void)
{
    UErrorCode failure = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&failure);
    UTransliterator *latin =
        utrans_openU(u"Han-Latin", -1, UTRANS_FORWARD, NULL, 0, NULL, &failure);
    check(failure);
    for (int code = HAN_FIRST; code <= HAN_LAST; code++) {
        UChar text[16] = {(UChar)code};
        int32_t length = 1;
        int32_t limit = 1;
        failure = U_ZERO_ERROR;
        utrans_transUChars(latin, text, &length, 16, 0, &limit, &failure);
        check(failure);
        if (!plain(nfd, text, length, readings[code - HAN_FIRST][0]))
            readings[code - HAN_FIRST][0][0] = '\0';
    }
    utrans_close(latin);
}

static void
read_polyphones(void)
{
    for (size_t i = 0; i < sizeof(polyphones) / sizeof(polyphones[0]); i++) {
        UChar character[4];
        int32_t length;
        UErrorCode failure = U_ZERO_ERROR;
        u_strFromUTF8(character, 4, &length, polyphones[i].character, -1,
                      &failure);
        check(failure);
        if (length != 1 || character[0] < HAN_FIRST || character[0] > HAN_LAST)
            fail(polyphones[i].character);
        syllable *own = readings[character[0] - HAN_FIRST];
        const int count = sscanf(polyphones[i].readings, "%6s %6s %6s %6s",
                                 own[0], own[1], own[2], own[3]);
        if (count < 1)
            fail(polyphones[i].character);
    }
}

static int
compare(const void *left, const void *right)
{
    return strcmp(left, right);
}

static void
collect_syllables(void)
{
    for (int code = HAN_FIRST; code <= HAN_LAST; code++) {
        for (size_t i = 0; i < READINGS_MAX; i++) {
            const char *name = readings[code - HAN_FIRST][i];
            if (name[0] == '\0' || bsearch(name, syllables, syllable_count,
                                           sizeof(syllable), compare) != NULL)
                continue;
            if (syllable_count == SYLLABLES_MAX)
                fail("too many syllables");
            memcpy(syllables[syllable_count++], name, sizeof(syllable));
            qsort(syllables, syllable_count, sizeof(syllable), compare);
        }
    }
}

/* How a syllable sounds where zh is z, ch c, sh s, n l, f h, ü u, and where ng
 * at the end is n: what many speakers do not tell apart. */
static void
sound(const char *name, syllable out)
{
    size_t length = 0;
    for (size_t i = 0; name[i] != '\0'; i++) {
        char letter = name[i];
        if (i == 1 && letter == 'h' && strchr("zcs", name[0]) != NULL)
            continue;
        if (i == 0 && letter == 'n' && name[1] != '\0')
            letter = 'l';
        if (i == 0 && letter == 'f')
            letter = 'h';
        if (letter == 'v')
            letter = 'u';
        if (letter == 'g' && name[i + 1] == '\0' && i > 1 &&
            strchr("aei", name[i - 2]) != NULL)
            continue;
        out[length++] = letter;
    }
    out[length] = '\0';
}

/* The class is the place of the first syllable that sounds so. */
static size_t
sound_class(size_t index)
{
    syllable own;
    sound(syllables[index], own);
    for (size_t i = 0; i < index; i++) {
        syllable other;
        sound(syllables[i], other);
        if (strcmp(own, other) == 0)
            return i;
    }
    return index;
}

static void
print_syllables(void)
{
    printf("/* Made from ICU %s; see make_pinyin.c. */\n", U_ICU_VERSION);
    printf("enum { SYLLABLE_COUNT = %zu };\n", syllable_count);
    printf("static const char syllable_names[SYLLABLE_COUNT][%d] = {\n",
           LETTERS_MAX + 1);
    for (size_t i = 0; i < syllable_count; i++)
        printf("\"%s\",%c", syllables[i], i % 8 == 7 ? '\n' : ' ');
    printf("};\nstatic const uint16_t sound_classes[SYLLABLE_COUNT] = {\n");
    for (size_t i = 0; i < syllable_count; i++)
        printf("%zu,%c", sound_class(i), i % 8 == 7 ? '\n' : ' ');
    printf("};\n");
}

static void
print_readings(void)
{
    printf("static const uint16_t readings[] = {\n");
    unsigned starts[HAN_LAST - HAN_FIRST + 2] = {0};
    unsigned count = 0;
    for (int code = HAN_FIRST; code <= HAN_LAST; code++) {
        syllable *own = readings[code - HAN_FIRST];
        for (size_t i = 0; i < READINGS_MAX && own[i][0] != '\0'; i++) {
            const char *place = bsearch(own[i], syllables, syllable_count,
                                        sizeof(syllable), compare);
            printf("%zu,%c", (size_t)(place - syllables[0]) / sizeof(syllable),
                   ++count % 8 == 0 ? '\n' : ' ');
        }
        starts[code - HAN_FIRST + 1] = count;
    }
    printf("};\nstatic const uint16_t reading_starts[] = {\n");
    for (size_t i = 0; i <= HAN_LAST - HAN_FIRST + 1; i++)
        printf("%u,%c", starts[i], i % 8 == 7 ? '\n' : ' ');
    printf("};\n");
    if (count > UINT16_MAX)
        fail("too many readings");
}

int
main(void)
{
    read_icu();
    read_polyphones();
    collect_syllables();
    print_syllables();
    print_readings();
    return EXIT_SUCCESS;
}
