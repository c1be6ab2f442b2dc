/* Reading the places of a citation, of which there may be many:
 *
 *     第5、7条 · 第五条和第九条第二款 · 第三十条至第三十二条 · 第三条第一、二项
 *     第四章 · 第三章至第五章
 *
 * A place that leaves out its upper levels has those of the one before. */
#ifndef FT_STATUTE_PLACE_LIST_H
#define FT_STATUTE_PLACE_LIST_H

#include "statute/locator.h"

/* A place, or all from `first` to `last`. */
typedef struct ft_listed_place {
    ft_place first;
    ft_place last; /* count 0: no range */
} ft_listed_place;

/* How a list of articles begins, which tells whether it is one. */
typedef struct ft_list_head {
    bool has_di;     /* with 第 */
    uint32_t number; /* the first */
    size_t count;    /* of numbers before the first 条 */
    size_t end;      /* where the cursor stood behind that 条 */
} ft_list_head;

/* Read what begins at the cursor, move it behind and push ft_listed_place
 * items, up to `limit` of them. False if no such thing stands there. */
bool ft_place_list_articles(ft_cursor *cursor, ft_array *places, size_t limit,
                            ft_list_head *head);
/* The same for what is below an article that is not said: 第二款第一项. */
bool ft_place_list_below(ft_cursor *cursor, ft_array *places, size_t limit);
bool ft_place_list_divisions(ft_cursor *cursor, ft_array *places, size_t limit);

#endif
