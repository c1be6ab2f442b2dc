/* What a firm can claim, hardest duty first: as a list for people, as a table
 * parted by tabs, in Markdown or as JSON. */
#ifndef CLI_OUTPUT_CLAIMS_H
#define CLI_OUTPUT_CLAIMS_H

#include <fatiao/fatiao.h>

#include "options.h"
#include "terminal.h"

void output_claims(const fatiao_claims *claims, output_format format,
                   const text_style *style);

#endif
