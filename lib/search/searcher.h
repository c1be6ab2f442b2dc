/* An index opened for reading, and the loop that carries a reader over the
 * commits of writers. */
#ifndef FT_SEARCH_SEARCHER_H
#define FT_SEARCH_SEARCHER_H

#include "engine/engine.h"
#include "index/impact.h"
#include "index/record.h"
#include "query/ranking.h"

struct fatiao_searcher {
    ft_engine *engine;
    ft_strbuf path;
    ft_impact_file impacts;
    const ft_ranking *ranking; /* borrowed; ft_ranking_default unless set */
    ft_array
        scores; /* of float, for each document: scratch of the first step */
};

/* Something read from the index in one go. It may be called again from the
 * start, so it first drops what an earlier call left in `context`. */
typedef fatiao_status ft_reading(fatiao_searcher *searcher, void *context,
                                 fatiao_error *error);

/* Calls `reading`; while it answers FATIAO_ERR_CHANGED, goes to the newest
 * state of the index and calls it again, a few times. */
fatiao_status ft_searcher_read(fatiao_searcher *searcher, ft_reading *reading,
                               void *context, fatiao_error *error);

/* Reads the record of a statute's document. */
fatiao_status ft_searcher_record(fatiao_searcher *searcher, uint32_t document,
                                 ft_arena *arena, ft_statute_record *out,
                                 fatiao_error *error);

/* Reads a statute back, whole, for use inside a reading. */
fatiao_status ft_searcher_statute(fatiao_searcher *searcher, const char *id,
                                  fatiao_statute **out, fatiao_error *error);

#endif
