/* Cutting a row of Han characters into words as ICU does, only faster: of all
 * ways to make it of words of the dictionary the cheapest, where a character
 * that is no word costs 255, and of ways that cost the same the one that comes
 * first.
 *
 *     民 营 经 济 发 展      民营 80 + 经济 61 + 发展 60  <  民 72 + 营 80 + …
 *
 * Words of the lexicon take part in the same contest, at a price at which they
 * are not cut apart. */
#ifndef FT_TEXT_CUTTER_H
#define FT_TEXT_CUTTER_H

#include "base/array.h"
#include "text/dictionary.h"
#include "text/fold.h"

typedef struct ft_cutter {
    const ft_dictionary *dictionary;
    bool has_lexicon; /* whether the lexicon's words take part */
    ft_array steps;   /* of step: for each place the best way to it */
} ft_cutter;

void ft_cutter_init(ft_cutter *cutter, const ft_dictionary *dictionary,
                    bool has_lexicon);
void ft_cutter_finish(ft_cutter *cutter);

/* Cuts the characters [start, end), all of them Han, and pushes the words
 * (ft_token). False: no memory. */
bool ft_cutter_run(ft_cutter *cutter, const ft_char *chars, uint32_t start,
                   uint32_t end, ft_array *tokens);

#endif
