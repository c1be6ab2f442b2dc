/* A line of a file of questions: qid TAB question; columns behind these are of
 * no concern. */
#ifndef CLI_QUESTION_LINE_H
#define CLI_QUESTION_LINE_H

#include <stddef.h>

/* Takes a line apart, in place. Returns what is wrong with it, or NULL. */
const char *question_line_split(char *line, size_t byte_count, char **query_id,
                                char **text);

#endif
