/* The statutes that one search has met: the record of each is read once. */
#ifndef FT_SEARCH_KNOWN_STATUTE_H
#define FT_SEARCH_KNOWN_STATUTE_H

#include "search/searcher.h"

/* Gives the record of a statute out of `known` (of ft_statute_record, ordered
 * by id), or reads it into `arena` and puts it there. FATIAO_ERR_NOT_FOUND: no
 * statute has the id. */
fatiao_status ft_known_statute_find(ft_array *known, fatiao_searcher *searcher,
                                    const char *id, ft_arena *arena,
                                    ft_statute_record *out,
                                    fatiao_error *error);

#endif
