/* From an id to the document that has it. */
#ifndef FT_SEARCH_ARTICLE_H
#define FT_SEARCH_ARTICLE_H

#include "search/searcher.h"

/* The document of the article that `id` names, "qingdao#40", or in which the
 * clause stands that it names, "qingdao#40.2"; and its statute, whose strings
 * live in `arena`. FATIAO_ERR_NOT_FOUND: there is none. For use inside a
 * reading. */
fatiao_status ft_article_find(fatiao_searcher *searcher, const char *id,
                              ft_arena *arena, ft_statute_record *statute,
                              uint32_t *document, fatiao_error *error);

#endif
