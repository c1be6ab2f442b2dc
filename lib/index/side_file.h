/* A file beside the database that is made out of it: written under another
 * name that is then changed, so that it is whole or not there, and mapped into
 * memory to be read.
 *
 *     ft_side_writer writer;
 *     status = ft_side_writer_open(&writer, "DIR/impacts", error);
 *     ft_side_writer_put(&writer, bytes, byte_count);     // freely
 *     status = ft_side_writer_commit(&writer, error);     // once
 */
#ifndef FT_INDEX_SIDE_FILE_H
#define FT_INDEX_SIDE_FILE_H

#include <fatiao/fatiao.h>

#include <stdint.h>
#include <stdio.h>

#include "base/strbuf.h"

/* A file in memory. All zeros is none. */
typedef struct ft_side_file {
    const uint8_t *bytes;
    size_t byte_count;
} ft_side_file;

/* FATIAO_ERR_NOT_FOUND: there is no such file. FATIAO_ERR_IO: it cannot be
 * read. What it holds is for the caller to check. */
fatiao_status ft_side_file_open(ft_side_file *file, const char *path,
                                fatiao_error *error);
void ft_side_file_close(ft_side_file *file);

typedef struct ft_side_writer {
    FILE *file;
    ft_strbuf path;
    ft_strbuf temporary;
    uint64_t byte_count; /* written so far */
    int failure;         /* errno of the first failure, or 0 */
} ft_side_writer;

fatiao_status ft_side_writer_open(ft_side_writer *writer, const char *path,
                                  fatiao_error *error);
/* Appends; a failure is remembered until the commit. */
void ft_side_writer_put(ft_side_writer *writer, const void *bytes,
                        size_t byte_count);
/* Writes over the start of the file, whose length does not change. */
void ft_side_writer_put_start(ft_side_writer *writer, const void *bytes,
                              size_t byte_count);
/* Makes the file last and gives it its name. FATIAO_ERR_IO: it could not be
 * written; nothing is left of it. Finishes the writer in either case. */
fatiao_status ft_side_writer_commit(ft_side_writer *writer,
                                    fatiao_error *error);
/* Leaves nothing of the file. */
void ft_side_writer_abandon(ft_side_writer *writer);

#endif
