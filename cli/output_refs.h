/* Links and checked citations as people read them. */
#ifndef CLI_OUTPUT_REFS_H
#define CLI_OUTPUT_REFS_H

#include <fatiao/fatiao.h>

#include "terminal.h"

/* What a place refers to, and what refers to it. */
void output_refs_links(const char *citation, const fatiao_links *links,
                       const fatiao_links *backlinks, const text_style *style);

/* The citations of one text; `path` names it. */
void output_refs_checks(const char *path, const fatiao_checks *checks,
                        const text_style *style);

#endif
