/* Taking lines of questions apart. */
#include "question_line.h"

#include <string.h>

#include "codepoint.h"

const char *
question_line_split(char *line, size_t byte_count, char **query_id, char **text)
{
    if (memchr(line, '\0', byte_count) != NULL)
        return "has a NUL in it";
    line[strcspn(line, "\r\n")] = '\0';
    if (!codepoint_text_is_valid(line))
        return "is not UTF-8";
    char *rest = line;
    *query_id = strsep(&rest, "\t");
    *text = strsep(&rest, "\t");
    if (*text == NULL || (*query_id)[0] == '\0')
        return "is not a query id, a tab and a query";
    if (strpbrk(*query_id, " \v\f") != NULL)
        return "has a blank in its query id";
    return NULL;
}
