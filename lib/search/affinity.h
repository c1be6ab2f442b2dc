/* Which statutes a question that names none is about, by its words that stand
 * in their titles: 工伤 第14条 is about the 工伤保险条例. */
#ifndef FT_SEARCH_AFFINITY_H
#define FT_SEARCH_AFFINITY_H

#include "query/query.h"
#include "search/name.h"

/* Pushes the statutes (ft_named_statute) whose titles share rare words with
 * the question, the most first; a few of them, for the rest are guesses.
 * Strings live in `arena`. For use inside a reading. */
fatiao_status ft_affinity_find(fatiao_searcher *searcher,
                               const fatiao_query *query, ft_arena *arena,
                               ft_array *statutes, fatiao_error *error);

#endif
