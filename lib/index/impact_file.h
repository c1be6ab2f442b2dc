/* What the list of a term and the file it lies in know of each other. */
#ifndef FT_INDEX_IMPACT_FILE_H
#define FT_INDEX_IMPACT_FILE_H

#include "index/impact.h"

/* Appends the blocks of a term, as the file has them, for the documents of the
 * database from id `first` on. */
fatiao_status ft_impact_encode_term(ft_engine *engine, double average_length,
                                    const char *term, size_t byte_count,
                                    uint32_t first, ft_strbuf *out,
                                    fatiao_error *error);

/* Pushes the blocks that lie in `bytes`, up to the first that makes no sense;
 * they point into it. */
fatiao_status ft_impact_list_decode(ft_impact_list *list, const void *bytes,
                                    size_t byte_count, fatiao_error *error);

/* Pushes the blocks of a term; none if the file does not have it. */
fatiao_status ft_impact_file_find(const ft_impact_file *file, const char *term,
                                  size_t byte_count, ft_impact_list *list,
                                  fatiao_error *error);

#endif
