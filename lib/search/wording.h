/* Whether what a correction puts in makes words.
 *
 *     贷款贴西  贷款|贴|息      息 stands with 贴 as words of their own
 *     张假大学  张|加大|学      加大 tears 大学, which was typed
 */
#ifndef FT_SEARCH_WORDING_H
#define FT_SEARCH_WORDING_H

#include "search/evidence.h"

/* How well the index bears out a correction. A pair is not enough: 合楼 stands
 * in it only as a part of 综合楼. What is put in must make a word with its
 * neighbours; where it takes the place of a word that was typed, or tears one
 * apart, it must stand in the texts. */
typedef enum ft_evidence_level {
    FT_EVIDENCE_NONE,
    FT_EVIDENCE_WORD, /* what was put in makes a word that the index has */
    FT_EVIDENCE_TEXT  /* it stands there word for word beside its neighbours */
} ft_evidence_level;

/* What the words of a path come to: the level of its weakest change. */
typedef struct ft_wording {
    ft_evidence_level level;
    bool is_plain; /* each change makes a word where what was typed stands
                      nowhere with its neighbours */
} ft_wording;

/* `text` is the corrected question. */
fatiao_status ft_wording_weigh(const ft_evidence *c, const ft_guess_path *path,
                               const char *text, ft_wording *out,
                               fatiao_error *error);

#endif
