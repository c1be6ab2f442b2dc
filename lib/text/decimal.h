/* Exact decimals, as amounts of money, shares and spans of time need them. */
#ifndef FT_TEXT_DECIMAL_H
#define FT_TEXT_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

/* `digits` / 10^`places`, with no needless zero at its end: 1.5 is 15, 1. */
typedef struct ft_decimal {
    uint64_t digits;
    uint32_t places;
} ft_decimal;

/* No decimal has more digits than this has. */
#define FT_DECIMAL_MAX UINT64_C(1000000000000000)

/* These are false, and leave the value as it was, where it would have too many
 * digits. */
bool ft_decimal_add(ft_decimal *value, ft_decimal more);
bool ft_decimal_multiply(ft_decimal *value, uint64_t times);
/* Puts one more digit at the end: 1.5 and 2 are 152, 1. */
bool ft_decimal_append(ft_decimal *value, uint32_t digit);

/* Moves the point to the left. */
void ft_decimal_shift(ft_decimal *value, uint32_t places);

/* "1.5". */
void ft_decimal_write(ft_strbuf *out, ft_decimal value);

#endif
