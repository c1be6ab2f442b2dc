/* What the index says for and against a way to read a question. */
#ifndef FT_SEARCH_EVIDENCE_H
#define FT_SEARCH_EVIDENCE_H

#include "search/guess.h"

typedef struct ft_evidence {
    fatiao_searcher *searcher;
    const ft_spelling *spelling;
    const ft_array *typed; /* of ft_typed */
} ft_evidence;

/* Whether the spelling bears out what a step puts in: as good as a word with a
 * neighbour that was typed so; for pinyin, usual beside one neighbour at least,
 * and beside both where little of it was typed. */
bool ft_evidence_bears_out(const ft_evidence *c, const ft_guess_path *path,
                           size_t at);

/* Whether a step is so plain that nobody need be asked. */
bool ft_evidence_is_plain(const ft_evidence *c, const ft_guess_path *path,
                          size_t at);

/* Whether all pairs that the path puts in stand in the index itself, for the
 * spelling may be older. */
fatiao_status ft_evidence_check_pairs(const ft_evidence *c,
                                      const ft_guess_path *path, bool *out,
                                      fatiao_error *error);

/* How well the index bears out a correction. A pair is not enough: 合楼 stands
 * in it only as a part of 综合楼. What is put in must make a word with its
 * neighbours, and tear none apart that was typed. */
typedef enum ft_evidence_level {
    FT_EVIDENCE_NONE,
    FT_EVIDENCE_WORD, /* what was put in makes a word that the index has */
    FT_EVIDENCE_TEXT  /* it stands there word for word beside its neighbours */
} ft_evidence_level;

/* The level of a path's weakest change; `text` is the corrected question. */
fatiao_status ft_evidence_weigh_changes(const ft_evidence *c,
                                        const ft_guess_path *path,
                                        const char *text,
                                        ft_evidence_level *out,
                                        fatiao_error *error);

/* Beginnings of syllables say so little that chance makes many words of them.
 * What is read from a row of them is weighed anew, by how many of the index's
 * `documents` have it word for word; the cost is infinite if none has. */
fatiao_status ft_evidence_weigh_partial(const ft_evidence *c,
                                        ft_guess_path *path, uint32_t documents,
                                        fatiao_error *error);

#endif
