/* Characters that look alike: 未 and 末, 己, 已 and 巳, 贷 and 货. */
#ifndef FT_TEXT_SHAPE_H
#define FT_TEXT_SHAPE_H

#include <stddef.h>
#include <stdint.h>

/* The most characters that look like one. */
enum { FT_SHAPE_ALIKE_MAX = 24 };

/* Writes the characters that look like `code` and returns how many they are,
 * at most FT_SHAPE_ALIKE_MAX. */
size_t ft_shape_alike(uint32_t code, uint32_t out[FT_SHAPE_ALIKE_MAX]);

#endif
