/* Which articles of other statutes may refer to a law, or to a place in it. */
#ifndef FT_SEARCH_CITING_H
#define FT_SEARCH_CITING_H

#include "search/searcher.h"

/* Pushes the documents (uint32_t) of the articles that name the law with this
 * title; of those that name the article that `node` is in, unless it is NULL.
 * For use inside a reading. */
fatiao_status ft_citing_find(fatiao_searcher *searcher, const char *title,
                             const fatiao_node *node, ft_array *ids,
                             fatiao_error *error);

#endif
