/* Links that are seen from where they stand: 前款, 本条第二款, 本章, 第二款. */
#ifndef FT_SEARCH_BACKWARD_H
#define FT_SEARCH_BACKWARD_H

#include "search/linker.h"

/* Finds what a RELATIVE link leads to; sets state and goals. */
fatiao_status ft_backward_find(const ft_link_site *site, const ft_link *link,
                               ft_linked *out, fatiao_error *error);

/* Whether a place below an article may be told in two ways: 第（一）项 of an
 * article with two lists, or a 款 behind a tail that may be none. */
bool ft_backward_is_doubtful(const fatiao_node *article, const ft_place *place);

#endif
