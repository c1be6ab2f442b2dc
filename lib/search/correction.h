/* What a question was meant to say, if it was not written so: the likeliest way
 * to read it (guess.h), taken only where the index bears it out.
 *
 *     贷款贴西  ->  贷款贴息   sure: 贴西 stands nowhere, 贴息 does
 *     zjtx      ->  专精特新   sure
 *     公式条件  ->  公示条件   offered: 公式 is a word
 */
#ifndef FT_SEARCH_CORRECTION_H
#define FT_SEARCH_CORRECTION_H

#include "query/query.h"
#include "search/searcher.h"

typedef struct ft_correction {
    char *text;   /* NULL: the question stays as it is. Freed with free(). */
    bool is_sure; /* to be searched for without asking */
} ft_correction;

/* For use inside a reading. */
fatiao_status ft_correction_find(fatiao_searcher *searcher,
                                 const fatiao_query *query, ft_correction *out,
                                 fatiao_error *error);

#endif
