/* What the program says to people on standard error. A message goes out with
 * one write, so that those of several processes do not mix. */
#include "message.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "escape.h"
#include "progress.h"

static void
print_line(const char *text)
{
    char *line = NULL;
    size_t byte_count = 0;
    progress_clear();
    FILE *out = open_memstream(&line, &byte_count);
    if (out == NULL)
        return;
    fputs("fatiao: ", out);
    escape_text(out, text);
    fputc('\n', out);
    if (fclose(out) == 0)
        fwrite(line, 1, byte_count, stderr);
    free(line);
}

void
message_error(const char *format, ...)
{
    char *text = NULL;
    va_list arguments;
    va_start(arguments, format);
    const int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    print_line(length < 0 ? "no memory" : text);
    if (length >= 0)
        free(text);
}

void
message_file_error(const char *path, const char *words,
                   const fatiao_error *error)
{
    if (path[0] == '\0')
        message_error("%s%s", words, error->message);
    else if (error->line == 0)
        message_error("%s: %s%s", path, words, error->message);
    else if (error->column == 0)
        message_error("%s:%u: %s%s", path, error->line, words, error->message);
    else
        message_error("%s:%u:%u: %s%s", path, error->line, error->column, words,
                      error->message);
}

void
message_library_error(const fatiao_error *error)
{
    message_file_error(error->file, "", error);
}
