/* The statutes of an index as people read them: in columns for a terminal,
 * else parted by tabs without a head, for other programs of the shell.
 *
 *     id       date        articles  clauses  title
 *     qingdao                    73      137  青岛市中小企业发展促进条例…
 */
#ifndef CLI_OUTPUT_CATALOG_H
#define CLI_OUTPUT_CATALOG_H

#include <stdbool.h>

#include <fatiao/fatiao.h>

#include "terminal.h"

void output_catalog(const fatiao_catalog *catalog, bool is_aligned,
                    const text_style *style);

#endif
