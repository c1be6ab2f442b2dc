/* Looking a statute's record up by its id. */
#include "search/known_statute.h"

#include <string.h>

#include "base/error.h"
#include "index/entry.h"

/* Where a statute's record stands, or should, in the ordered list. */
static size_t
statute_index(const ft_array *statutes, const char *id)
{
    const ft_statute_record *all = statutes->items;
    size_t low = 0;
    size_t high = statutes->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(all[middle].id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

fatiao_status
ft_known_statute_find(ft_array *known, fatiao_searcher *searcher,
                      const char *id, ft_arena *arena, ft_statute_record *out,
                      fatiao_error *error)
{
    const size_t at = statute_index(known, id);
    const ft_statute_record *all = known->items;
    if (at < known->count && strcmp(all[at].id, id) == 0) {
        *out = all[at];
        return FATIAO_OK;
    }
    const fatiao_status status =
        ft_entry_find_statute(searcher->engine, id, arena, out, error);
    if (status != FATIAO_OK)
        return status;
    if (ft_array_push(known) == NULL)
        return ft_error_memory(error);
    ft_statute_record *moved = known->items;
    memmove(moved + at + 1, moved + at,
            (known->count - 1 - at) * sizeof(*moved));
    moved[at] = *out;
    return FATIAO_OK;
}
