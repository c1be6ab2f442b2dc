/* The words that point from where they stand:
 *
 *     前款 前两款 前各项 上一条    some units back
 *     本条 本款 本章              the one around
 *     本法 本条例                 this law
 *     该法 该条                   the one spoken of */
#ifndef FT_STATUTE_RELATIVE_H
#define FT_STATUTE_RELATIVE_H

#include "statute/locator.h"

typedef struct ft_relative {
    bool is_law;           /* 本法, 该条例 */
    bool is_that;          /* 该 */
    fatiao_node_kind unit; /* where it is no law */
    uint32_t back;         /* 前两款: 2; 本款: 0 */
    bool is_every;         /* 前各款 */
} ft_relative;

/* Whether such a word can begin with the character. */
bool ft_relative_can_begin(uint32_t code);

/* Reads the word at the cursor, which moves behind it. `before` is the
 * character before it, 0 if there is none: 基本条件 and 目前款项 are none. */
bool ft_relative_read(ft_cursor *cursor, uint32_t before, ft_relative *out);

#endif
