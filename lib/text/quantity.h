/* Quantities in a text: a number with what it counts, however it is written.
 *
 *     30%  ３０％  百分之三十  三成           30%
 *     千分之五  5‰                           0.5%
 *     三分之二  2/3                          2/3
 *     一千万元  1000万元  10,000,000元       10000000元
 *     十五日  15天                           15日
 *     两年  2年  二十四个月                  24个月
 *     二〇二三年  2023年                     2023年
 *     第二十九条  第29条  29条               29条
 *     第三季度  第3季度                      第3季度
 *     一百零三  103                          103
 *
 * What says no certain number is none (几十, 若干, 三五天, 十余人), nor is a
 * numeral inside a word (统一, 十分, 千方百计, 第三人). */
#ifndef FT_TEXT_QUANTITY_H
#define FT_TEXT_QUANTITY_H

#include "base/strbuf.h"
#include "text/decimal.h"
#include "text/fold.h"

typedef struct ft_quantity {
    size_t char_start; /* in the folded text */
    size_t char_count;
    bool is_ordinal; /* 第…, unless of a level of statutes */
    ft_decimal value;
    uint32_t divisor; /* 3 in 2/3, else 0 */
    const char *unit; /* "日", "" if none follows; static */
} ft_quantity;

/* The quantity that begins at character `at` of a folded text; also the 第三 of
 * 第三人. */
bool ft_quantity_read(const ft_char *chars, size_t char_count, size_t at,
                      ft_quantity *out);

/* The first quantity at `*at` or behind; `*at` moves past it. False, with `*at`
 * at the end, if there is none. */
bool ft_quantity_next(const ft_char *chars, size_t char_count, size_t *at,
                      ft_quantity *out);

/* Writes the one spelling that all spellings of a quantity share, at most
 * FT_QUANTITY_BYTES_MAX bytes. */
enum { FT_QUANTITY_BYTES_MAX = 40 };
void ft_quantity_write(ft_strbuf *out, const ft_quantity *quantity);

#endif
