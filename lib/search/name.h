/* Which statutes a name means. A law is named in many ways:
 *
 *     whole     中华人民共和国刑法            中华人民共和国刑法
 *     short     刑法                          中华人民共和国刑法
 *     stem      青岛市中小企业发展促进条例    …（征求意见稿）
 *     end       促进法                        中华人民共和国中小企业促进法
 *     part      上市公司                      上市公司监督管理条例
 *
 * Titles are compared folded and without punctuation. */
#ifndef FT_SEARCH_NAME_H
#define FT_SEARCH_NAME_H

#include "search/searcher.h"

typedef enum ft_name_fit {
    FT_FIT_WHOLE,
    FT_FIT_SHORT,
    FT_FIT_STEM,
    FT_FIT_END,
    FT_FIT_PART,
    FT_FIT_NONE
} ft_name_fit;

/* A statute whose title fits. */
typedef struct ft_named_statute {
    ft_statute_record record;
    const char *key; /* the title as it is compared */
    ft_name_fit fit;
    uint32_t document;
    double score; /* of affinity.h, else 0 */
} ft_named_statute;

/* How a name fits a title, told with the title as it is compared, which lives
 * in `arena`. `name` is folded and without punctuation. */
fatiao_status ft_name_fit_title(const char *name, const char *title,
                                ft_arena *arena, ft_named_statute *out,
                                fatiao_error *error);

/* Pushes the statutes (ft_named_statute) that `title` fits, the closest fit
 * first; those of one title together, the newest first. Strings live in
 * `arena`. For use inside a reading. */
fatiao_status ft_name_statutes(fatiao_searcher *searcher, const char *title,
                               ft_arena *arena, ft_array *named,
                               fatiao_error *error);

/* Sorts statutes by score, then title, shorter ones first without regard to
 * 中华人民共和国; those of one title together, the newest first. */
void ft_name_sort(ft_array *statutes);

/* The same for a name as people write it, in 《》 or not, and only those that
 * fit closest: the whole name, with or without what is around it; else its end;
 * else a part of it. */
fatiao_status ft_name_closest(fatiao_searcher *searcher, const char *name,
                              ft_arena *arena, ft_array *named,
                              fatiao_error *error);

#endif
