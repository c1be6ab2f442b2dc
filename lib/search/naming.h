/* Which statutes a question means when it cites one in the middle of a
 * sentence, where nobody says at which character the name begins:
 *
 *     根据劳动法第50条        the longest end that is a name: 劳动法
 *     北京条例第12条          or an end and pieces before it, in their order:
 *                             北京市促进中小企业发展条例
 */
#ifndef FT_SEARCH_NAMING_H
#define FT_SEARCH_NAMING_H

#include "search/name.h"
#include "text/fold.h"

typedef struct ft_naming {
    ft_array statutes; /* of ft_named_statute, the closest fit first */
    size_t start;      /* the character where the name begins */
    bool is_general;   /* it is the end of too many titles to tell: 条例 */
} ft_naming;

ft_naming ft_naming_new(void);
void ft_naming_finish(ft_naming *naming);

/* Finds the statutes that the end of `chars` names; none if it names none.
 * Strings live in `arena`. For use inside a reading. */
fatiao_status ft_naming_find(ft_naming *naming, fatiao_searcher *searcher,
                             const ft_char *chars, size_t char_count,
                             ft_arena *arena, fatiao_error *error);

/* The same where only one statute can be meant. */
fatiao_status ft_naming_find_one(ft_naming *naming,
                                 const ft_statute_record *record,
                                 const ft_char *chars, size_t char_count,
                                 ft_arena *arena, fatiao_error *error);

#endif
