/* Citations inside a question, wherever they stand in it:
 *
 *     劳动法第50条是不是说不能拖欠工资
 *     ~~~~~~~~~~~~
 *     name   劳动法        as far as the question tells: what precedes may
 *                          belong to it or not, which only titles can decide
 *     places 第50条        one, or several (第5、7条), or ranges (第三十条至
 *                          第三十二条); a chapter or section too
 *
 * A number alone (40, 2023) is none. */
#ifndef FT_QUERY_MENTION_H
#define FT_QUERY_MENTION_H

#include "base/arena.h"
#include "statute/place_list.h"
#include "text/fold.h"

/* Bytes are those of the question's text. */
typedef struct ft_mention {
    size_t
        byte_start; /* of the places, with what refers to no other law: 本法 */
    size_t byte_end;
    const ft_char *name; /* folded: what stands in 《》, or what stands before
                            the places and may end in a law's name */
    size_t name_count;
    size_t title_start; /* where 《 stands, if it does */
    bool is_title;      /* `name` stands in 《》 */
    bool is_law;        /* `name` ends as the titles of laws do */
    bool is_shared;     /* it is that of the mention before */
    bool is_bare;       /* a number behind a law's name, without 条 */
    const ft_listed_place *places;
    size_t place_count;
} ft_mention;

/* The most places that are taken out of one question. */
enum { FT_MENTION_PLACES_MAX = 32 };

/* Pushes the mentions (ft_mention) of a piece of a question, `text`, that
 * begins at byte `offset` of it. */
fatiao_status ft_mentions_find(const char *text, size_t byte_count,
                               size_t offset, ft_arena *arena,
                               ft_array *mentions, fatiao_error *error);

#endif
