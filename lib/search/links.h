/* Links as plain values, to hand out. */
#ifndef FT_SEARCH_LINKS_H
#define FT_SEARCH_LINKS_H

#include "search/linker.h"

struct fatiao_links {
    ft_arena arena;
    ft_array links; /* of fatiao_link */
};

fatiao_links *ft_links_new(void);

/* Fills in what a link leads to and its words, `text` being that which it
 * stands in. Strings live in `arena`; those of the clause are left "", and the
 * character where the words begin 0. */
fatiao_status ft_links_describe(const ft_linked *linked, const ft_link *link,
                                const char *text, ft_arena *arena,
                                fatiao_link *out, fatiao_error *error);

#endif
