/* How characters are read, without tones: 行 is xing, hang and heng. Syllables
 * are numbers, in the order of the alphabet; ü is written v.
 *
 *     const uint16_t *readings;
 *     const size_t count = ft_pinyin_readings(0x884C, &readings);   // 行
 *     for (size_t i = 0; i < count; i++)
 *         puts(ft_syllable_name(readings[i]));
 */
#ifndef FT_TEXT_PINYIN_H
#define FT_TEXT_PINYIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The most letters a syllable has: zhuang. */
enum { FT_SYLLABLE_LETTERS_MAX = 6 };

/* How many readings the character has; 0 for what has no pinyin. The readings
 * are static. */
size_t ft_pinyin_readings(uint32_t code, const uint16_t **readings);

/* How many syllables there are; all numbers below are one. */
size_t ft_syllable_count(void);
const char *ft_syllable_name(uint16_t syllable);

/* Equal for syllables that many speakers do not tell apart: z and zh, c and ch,
 * s and sh, n and l, f and h, an and ang, en and eng, in and ing, u and ü. */
uint16_t ft_syllable_sound(uint16_t syllable);

/* The syllables that begin with these letters are [*first, *end). True if the
 * letters are a syllable by themselves, which is then *first. nue and lue are
 * written for nve and lve. */
bool ft_syllable_range(const char *letters, size_t letter_count,
                       uint16_t *first, uint16_t *end);

#endif
