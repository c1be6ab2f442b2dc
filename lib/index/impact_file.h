/* What the list of a term and the file it lies in know of each other. */
#ifndef FT_INDEX_IMPACT_FILE_H
#define FT_INDEX_IMPACT_FILE_H

#include "index/impact.h"

/* What a term is worth in a document, as the file keeps it: 1 to 255. */
uint8_t ft_impact_of(const ft_engine_posting *posting, double average_length);

/* Pushes the blocks of a term; none if the file does not have it.
 * FATIAO_ERR_MEMORY alone: blocks that make no sense are left out. */
fatiao_status ft_impact_file_find(const ft_impact_file *file, const char *term,
                                  size_t byte_count, ft_impact_list *list,
                                  fatiao_error *error);

#endif
