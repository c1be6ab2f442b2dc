/* The measure words that follow a number, and what they come to: 15天 is 15日,
 * 两周 14日, 半小时 30分钟. */
#ifndef FT_TEXT_MEASURE_H
#define FT_TEXT_MEASURE_H

#include "text/fold.h"

typedef struct ft_measure {
    const char *name;
    const char *unit;       /* what it is counted in */
    uint32_t times;         /* how many of these it is */
    uint32_t extra_tenths;  /* and what is added: 一年半 is 12 + 6 months */
    const char *not_before; /* characters that make another word of it: 元旦 */
} ft_measure;

/* The longest measure word that begins at character `at`, NULL if there is
 * none. `*char_count` is its length. */
const ft_measure *ft_measure_find(const ft_char *chars, size_t char_count,
                                  size_t at, size_t *measure_chars);

/* Whether it only counts things (三个, 五人), so that one of them is often no
 * more than an article (一个). */
bool ft_measure_is_counter(const ft_measure *measure);

/* Whether it tells a place in a statute, 条, 款 …: the third is then written
 * 第三条 and, at times, 3条. */
bool ft_measure_is_level(const ft_measure *measure);

#endif
