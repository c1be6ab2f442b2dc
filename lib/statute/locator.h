/* Reading where in a law a citation points, out of folded text (fold.h):
 *
 *     第二十二条第一款 · 22条1款 · 第120条之3 · 第十二条第（三）项 · 附件1
 *     第四章第二节
 *
 * Each function reads what begins at the cursor, moves it behind, and leaves it
 * where it was if that is not what stands there. */
#ifndef FT_STATUTE_LOCATOR_H
#define FT_STATUTE_LOCATOR_H

#include "statute/place.h"

/* Where the reading stands. */
typedef struct ft_cursor {
    const char *text;
    size_t byte_count;
    size_t at;
} ft_cursor;

bool ft_cursor_skip(ft_cursor *cursor, const char *word);
/* Skips the first of `words`, which end with NULL, that stands there. */
bool ft_cursor_skip_any(ft_cursor *cursor, const char *const *words);
bool ft_cursor_number(ft_cursor *cursor, uint32_t *number);

/* 条, 款, 段, 项, 目: the level that a unit tells. */
bool ft_locator_unit(ft_cursor *cursor, fatiao_node_kind *kind);

/* 第一百二十条之三, 120条之3, 第120-3条. Adds a step to the place. */
bool ft_locator_article(ft_cursor *cursor, ft_place *place);
/* 第二款第三项第一目, or any part of it; adds a step for each. */
bool ft_locator_below(ft_cursor *cursor, ft_place *place);
/* 附件, 附件1, 附件一. */
bool ft_locator_annex(ft_cursor *cursor, ft_place *place);
/* 第三编第四章第二节, or any part of it; adds a step for each. */
bool ft_locator_division(ft_cursor *cursor, ft_place *place);

#endif
