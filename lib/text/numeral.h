/* Chinese and Arabic whole numbers as statutes write them: 二十, 一百零一,
 * 一百二十, 十, ○ 〇 零, 两, １２. */
#ifndef FT_TEXT_NUMERAL_H
#define FT_TEXT_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Reads the number that begins `text`, all of one kind (Chinese, ASCII digits
 * or full-width digits), as far as it goes. False if there is none or it is
 * above 999,999. `*byte_used` may be NULL. A row of digits without units is
 * read by place: 一八四○ is 1840. */
bool ft_numeral_read(const char *text, size_t byte_count, uint32_t *value,
                     size_t *byte_used);

/* Writes 1 to 999,999 in Chinese, 0 as 零: 10 十, 14 十四, 101 一百零一,
 * 110 一百一十, 1259 一千二百五十九. */
void ft_numeral_write(ft_strbuf *out, uint32_t value);

#endif
