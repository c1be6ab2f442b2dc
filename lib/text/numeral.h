/* Chinese and Arabic numbers as statutes write them: 二十, 一百零一, 一百二十,
 * 十, ○ 〇 零, 两, １２; and the amounts that people write besides: 1.5亿,
 * 10,000, 1千万, 三点五. */
#ifndef FT_TEXT_NUMERAL_H
#define FT_TEXT_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "text/decimal.h"

/* Reads the number that begins `text`, all of one kind (Chinese, ASCII digits
 * or full-width digits), as far as it goes. False if there is none or it is
 * above 999,999. `*byte_used` may be NULL. A row of digits without units is
 * read by place: 一八四○ is 1840. */
bool ft_numeral_read(const char *text, size_t byte_count, uint32_t *value,
                     size_t *byte_used);

/* Reads the amount that begins a run of folded characters (fold.h) and returns
 * how many of them belong to it, 0 if there is none. Beyond ft_numeral_read:
 * 亿; points (1.5, 三点五); digits by threes (10,000); digits before units
 * (1000万, 1千万, 1亿2000万); a last digit said without its unit (一万五). A
 * row of two digits, which says "about" (三五天), is none unless one is a zero.
 */
size_t ft_numeral_read_amount(const uint32_t *codes, size_t count,
                              ft_decimal *value);

/* Whether a folded character is a digit, of either kind, or a unit (十 to 亿).
 */
bool ft_numeral_has(uint32_t code);

/* Writes 1 to 999,999 in Chinese, 0 as 零: 10 十, 14 十四, 101 一百零一,
 * 110 一百一十, 1259 一千二百五十九. */
void ft_numeral_write(ft_strbuf *out, uint32_t value);

#endif
