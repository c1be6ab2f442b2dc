/* How two statutes differ: as a list for people, as a table parted by tabs, in
 * Markdown or as JSON. */
#ifndef CLI_OUTPUT_COMPARISON_H
#define CLI_OUTPUT_COMPARISON_H

#include "comparison.h"
#include "law_reader.h"
#include "options.h"
#include "terminal.h"

/* `laws` are the two. False if they do not differ. */
bool output_comparison(const comparison *both, const law laws[2],
                       output_format format, const text_style *style);

#endif
