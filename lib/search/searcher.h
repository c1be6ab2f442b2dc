/* An index opened for reading, and the loop that carries a reader over the
 * commits of writers. */
#ifndef FT_SEARCH_SEARCHER_H
#define FT_SEARCH_SEARCHER_H

#include "engine/engine.h"
#include "index/impact.h"
#include "index/record.h"
#include "index/spelling.h"
#include "query/ranking.h"
#include "text/analyzer.h"

struct fatiao_searcher {
    ft_engine *engine;
    ft_strbuf path;
    ft_impact_file impacts;
    const ft_ranking *ranking; /* borrowed; ft_ranking_default unless set */
    ft_array
        scores; /* of float, for each document: scratch of the first step */
    ft_spelling spelling;
    bool has_looked; /* whether `spelling` was opened, or is not there */
    bool is_sound;   /* whether its hash was looked at and is right */
    ft_analyzer *analyzer;
};

/* What tells slips of the pen from words, or NULL where the index has no such
 * file. Opened when first asked for. Before acting on it, ask whether it is
 * sound, which reads it whole the first time; if not, it is never seen again.
 */
const ft_spelling *ft_searcher_spelling(fatiao_searcher *searcher);
fatiao_status ft_searcher_check_spelling(fatiao_searcher *searcher,
                                         bool *is_sound, fatiao_error *error);
/* What cuts words as ICU does, none of the lexicon, made when first asked for.
 */
fatiao_status ft_searcher_analyzer(fatiao_searcher *searcher, ft_analyzer **out,
                                   fatiao_error *error);

/* Something read from the index in one go. It may be called again from the
 * start, so it first drops what an earlier call left in `context`. */
typedef fatiao_status ft_reading(fatiao_searcher *searcher, void *context,
                                 fatiao_error *error);

/* Calls `reading`; while it answers FATIAO_ERR_CHANGED, goes to the newest
 * state of the index and calls it again, a few times. */
fatiao_status ft_searcher_read(fatiao_searcher *searcher, ft_reading *reading,
                               void *context, fatiao_error *error);

/* Reads a statute back, whole, for use inside a reading. */
fatiao_status ft_searcher_statute(fatiao_searcher *searcher, const char *id,
                                  fatiao_statute **out, fatiao_error *error);

#endif
