/* Which statutes of an index are old: another of the same title has a later
 * date. */
#ifndef FT_SEARCH_VERSION_H
#define FT_SEARCH_VERSION_H

#include "search/bitset.h"
#include "search/searcher.h"

/* Adds the documents of the old statutes. */
fatiao_status ft_version_add_old(fatiao_searcher *searcher, ft_bitset *out,
                                 fatiao_error *error);

#endif
