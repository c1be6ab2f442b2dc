/* Where the index and the shipped statutes lie, and how a path is shown. */
#ifndef CLI_PLACES_H
#define CLI_PLACES_H

#include <stdbool.h>

/* The index folder: `given` unless NULL, else $FATIAO_INDEX, else that of the
 * user's data folder. `*is_default` unless NULL tells that nobody named it on
 * the command line. NULL, with a message printed, if there is no home. Freed
 * with free(). */
char *places_index(const char *given, bool *is_default);

/* The folder of the shipped statutes: $FATIAO_CORPUS, else the installed one,
 * else that of the source tree. NULL if there is none. Freed with free(). */
char *places_corpus(void);

/* Makes the folders above `path` that are missing. False, with a message
 * printed, if that cannot be done. */
bool places_make_parents(const char *path);

/* `path` as seen from the current folder, if it lies below it; else as it is.
 * Borrowed from `path`. */
const char *places_shown(const char *path);

#endif
