/* Readings out of tables made while the library is built (make_pinyin.c). */
#include "text/pinyin.h"

#include <assert.h>
#include <string.h>

enum { HAN_FIRST = 0x4E00, HAN_LAST = 0x9FFF };

#include "pinyin_table.inc"

size_t
ft_pinyin_readings(uint32_t code, const uint16_t **out)
{
    if (code < HAN_FIRST || code > HAN_LAST)
        return 0;
    const size_t start = reading_starts[code - HAN_FIRST];
    *out = readings + start;
    return reading_starts[code - HAN_FIRST + 1] - start;
}

size_t
ft_syllable_count(void)
{
    return SYLLABLE_COUNT;
}

const char *
ft_syllable_name(uint16_t syllable)
{
    assert(syllable < SYLLABLE_COUNT);
    return syllable_names[syllable];
}

uint16_t
ft_syllable_sound(uint16_t syllable)
{
    assert(syllable < SYLLABLE_COUNT);
    return sound_classes[syllable];
}

/* The first syllable that is not before the letters, or, with `is_after`, that
 * is behind all which begin with them. */
static uint16_t
bound(const char *letters, size_t count, bool is_after)
{
    uint16_t low = 0;
    uint16_t high = SYLLABLE_COUNT;
    while (low < high) {
        const uint16_t middle = (uint16_t)(low + (high - low) / 2);
        const int order = strncmp(syllable_names[middle], letters, count);
        if (order < 0 || (is_after && order == 0))
            low = (uint16_t)(middle + 1);
        else
            high = middle;
    }
    return low;
}

bool
ft_syllable_range(const char *letters, size_t letter_count, uint16_t *first,
                  uint16_t *end)
{
    if (letter_count == 3 &&
        (memcmp(letters, "nue", 3) == 0 || memcmp(letters, "lue", 3) == 0))
        letters = letters[0] == 'n' ? "nve" : "lve";
    *first = *end = 0;
    if (letter_count == 0 || letter_count > FT_SYLLABLE_LETTERS_MAX)
        return false;
    *first = bound(letters, letter_count, false);
    *end = bound(letters, letter_count, true);
    return *first < *end && syllable_names[*first][letter_count] == '\0';
}
