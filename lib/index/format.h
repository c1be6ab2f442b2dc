/* The folder that is an index: what tells it from any other, and its version.
 *
 *     DIR/format       the line "fatiao index 6"
 *     DIR/postings/    the database
 *
 * `format` is written first, under another name ("format.1234") that is then
 * changed, so it is whole or not there, and a folder that a killed process left
 * half made is taken up again. */
#ifndef FT_INDEX_FORMAT_H
#define FT_INDEX_FORMAT_H

#include <fatiao/fatiao.h>

#include "base/strbuf.h"
#include "engine/engine.h"

/* Checks that `path` is an index of this version, for reading.
 * FATIAO_ERR_NOT_FOUND: there is none. FATIAO_ERR_FORMAT: of another version.
 * FATIAO_ERR_IO: cannot be read. */
fatiao_status ft_format_check(const char *path, fatiao_error *error);

/* The same for writing: makes the folder, whose parent must exist, and the
 * file if need be. FATIAO_ERR_ARGUMENT: `path` is no folder, or one with other
 * things in it, which is left alone. */
fatiao_status ft_format_prepare(const char *path, fatiao_error *error);

/* Checks that the words of the index, whose database is `engine`, were cut as
 * they are now: by this ICU, folding and lexicon. FATIAO_ERR_FORMAT: they were
 * not, and a question's words would miss them. */
fatiao_status ft_format_check_words(const char *path, ft_engine *engine,
                                    fatiao_error *error);

/* Appends the path of the database. */
void ft_format_postings(ft_strbuf *out, const char *path);

#endif
