/* A statute that the command line names: one of the index, or a file. */
#ifndef CLI_LAW_READER_H
#define CLI_LAW_READER_H

#include <fatiao/fatiao.h>

/* Freed with law_finish. */
typedef struct law {
    fatiao_statute *statute;
    char *id; /* in the index, or the path of the file */
} law;

/* Reads the file `name`, "-" for standard input, or, where there is no such
 * file, the statute of that id, title or part of a title, in the index that
 * `index` names or in the user's own. False, with a message printed, if there
 * is none; `*exit_code` is then the code to end with. */
bool law_read(const char *name, const char *index, law *out, int *exit_code);
void law_finish(law *finished);

#endif
