/* What a statute gives, clause by clause: measure, who gets it, who must act,
 * with what force, under what condition. As a list for people, as a table
 * parted by tabs, in Markdown or as JSON. Views of the same: what must not be
 * done, and what each department must do. */
#ifndef CLI_OUTPUT_MEASURES_H
#define CLI_OUTPUT_MEASURES_H

#include <fatiao/fatiao.h>

#include "options.h"
#include "terminal.h"

/* `id` is what the table calls the statute. False, with a message printed, on
 * failure. */
bool output_measures(const fatiao_statute *statute, const char *id,
                     statute_view view, output_format format,
                     const text_style *style);

#endif
