/* What the program says to people on standard error, one line each, and the
 * codes it ends with. */
#ifndef CLI_MESSAGE_H
#define CLI_MESSAGE_H

#include <fatiao/fatiao.h>

/* As grep has them. */
enum { EXIT_CODE_FOUND = 0, EXIT_CODE_NOTHING = 1, EXIT_CODE_ERROR = 2 };

/* "fatiao: …" and a line feed. Controls in the text are made visible. */
void message_error(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* An error of the library: "fatiao: file:line:column: message". */
void message_library_error(const fatiao_error *error);

/* The same for a file that the caller names, with words before the message. */
void message_file_error(const char *path, const char *words,
                        const fatiao_error *error);

#endif
