/* Which documents may answer a question, by what must hold of them. Terms tell
 * much, but not that characters stand in a row or near each other: so there are
 * two sets, and what lies between them is read (verdict.h).
 *
 *     融资担保 AND NOT 保险
 *                    融资担保               NOT 保险      both
 *       may hold     融资, 资担 and 担保    no 保险       融资, 资担, 担保, no
 * 保险 does hold    (none for sure)        no 保险       (none for sure)
 */
#ifndef FT_SEARCH_SELECTION_H
#define FT_SEARCH_SELECTION_H

#include "query/query.h"
#include "search/bitset.h"
#include "search/searcher.h"

/* What limits a search besides the question: see fatiao_search_options. */
typedef struct ft_limits {
    const char *statute_id;
    const char *law;
} ft_limits;

typedef struct ft_selection {
    const fatiao_query *query;
    bool is_relaxed;   /* what is loose is passed over */
    ft_bitset may;     /* articles in which all may hold */
    ft_bitset does;    /* those in which it does, of these */
    ft_bitset *fields; /* for each field of the question, what it means */
} ft_selection;

/* Whether a search needs a selection at all. */
bool ft_selection_is_needed(const fatiao_query *query, const ft_limits *limits);

/* Whether an article answers because what must hold does, and needs no word of
 * the question to show for it. */
bool ft_selection_is_reason(const fatiao_query *query, bool is_relaxed);

/* Makes the sets; `last_id` is the index's last document.
 * FATIAO_ERR_NOT_FOUND: `limits` name a law that is not there. */
fatiao_status ft_selection_make(ft_selection *selection,
                                fatiao_searcher *searcher,
                                const fatiao_query *query,
                                const ft_limits *limits, bool is_relaxed,
                                uint32_t last_id, fatiao_error *error);
void ft_selection_finish(ft_selection *selection);

#endif
