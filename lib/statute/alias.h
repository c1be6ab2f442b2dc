/* What a statute calls other laws from some place on:
 *
 *     《中华人民共和国公司登记管理条例》（以下简称《条例》）
 *     name 条例, title 公司登记管理条例, as title_key.h has them */
#ifndef FT_STATUTE_ALIAS_H
#define FT_STATUTE_ALIAS_H

#include "statute/link.h"
#include "statute/statute.h"

typedef struct ft_alias {
    const char *name;
    const char *title;
} ft_alias;

/* Pushes the aliases (ft_alias) that the text below `root` gives. Strings live
 * in `arena`. */
fatiao_status ft_alias_find_all(const fatiao_node *root, ft_link_reader *reader,
                                ft_arena *arena, ft_array *aliases,
                                fatiao_error *error);

/* Pushes the aliases that links, from `first` on, give. */
fatiao_status ft_alias_gather(const ft_array *links, size_t first,
                              ft_arena *arena, ft_array *aliases,
                              fatiao_error *error);

/* The title that a name stands for; NULL if it is no alias. */
const char *ft_alias_title(const ft_array *aliases, const char *name);

#endif
