/* The statutes that a title means: those of one title in their several
 * wordings, and in the several files of one. */
#ifndef FT_SEARCH_EDITION_H
#define FT_SEARCH_EDITION_H

#include "search/searcher.h"

typedef struct ft_edition {
    ft_statute_record record;
    const char *key; /* of the title, as title_key.h has it */
    bool is_whole;   /* the title is what was looked for, with nothing in
                        brackets behind it */
} ft_edition;

/* Pushes the statutes (ft_edition) of a title, given by its key, the newest
 * first. Those that have more in round brackets count only where no other
 * does; drafts likewise. Strings live in `arena`. For use inside a reading. */
fatiao_status ft_edition_find(fatiao_searcher *searcher, const char *key,
                              ft_arena *arena, ft_array *editions,
                              fatiao_error *error);

/* Gives a record without a date that which its id ends with, as
 * "刑法/…的解释(2016-04-06)" does. False: no memory. */
bool ft_edition_date(ft_statute_record *record, ft_arena *arena);

/* Whether they are of more than one title. */
bool ft_edition_differ(const ft_array *editions);

/* Up to which day the articles of a statute were numbered anew: that of its
 * last wording, those left out that an amendment by articles (修正案) gave it,
 * which renumbers nothing. `date` has 16 bytes. */
void ft_edition_numbering(const fatiao_statute *statute, char date[16]);

#endif
