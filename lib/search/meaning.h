/* Which law the name in a link means: the statutes of a title, those looked up
 * before kept at hand. */
#ifndef FT_SEARCH_MEANING_H
#define FT_SEARCH_MEANING_H

#include "search/edition.h"
#include "statute/alias.h"

/* A title that was looked up. */
typedef struct ft_title {
    const char *key;
    ft_array editions; /* of ft_edition; empty: the index has none */
} ft_title;

/* All that were. */
typedef struct ft_titles {
    ft_arena *arena;
    ft_array all;   /* of ft_title *, in the arena */
    ft_array slots; /* of uint32_t: a hash table of places in `all` plus 1 */
} ft_titles;

ft_titles ft_titles_new(ft_arena *arena);
void ft_titles_finish(ft_titles *titles);

/* The editions of the title with a key (title_key.h), looked up the first time.
 */
fatiao_status ft_titles_take(ft_titles *titles, fatiao_searcher *searcher,
                             const char *key, const ft_title **out,
                             fatiao_error *error);

/* A title that means this one statute. */
fatiao_status ft_titles_put(ft_titles *titles, const ft_statute_record *record,
                            const ft_title **out, fatiao_error *error);

/* A law as a link names it. */
typedef struct ft_meaning {
    const ft_title *law; /* NULL: none that is known */
    size_t byte_start;   /* where its name begins */
    bool is_alias;
    bool is_other; /* the name says another wording: 1979年刑法 */
} ft_meaning;

/* The law of a TITLE link: as it is given, or without what stands in round
 * brackets. */
fatiao_status ft_meaning_of_title(ft_titles *titles, fatiao_searcher *searcher,
                                  const ft_array *aliases, const ft_link *link,
                                  ft_meaning *out, fatiao_error *error);

/* The law of a NAME link: the longest end of its characters that is a title or
 * an alias. */
fatiao_status ft_meaning_of_name(ft_titles *titles, fatiao_searcher *searcher,
                                 const ft_array *aliases, const ft_link *link,
                                 ft_meaning *out, fatiao_error *error);

#endif
