/* How the library fills in a fatiao_error. Set it where the failure is known;
 * callers return the status unchanged and add nothing. */
#ifndef FT_BASE_ERROR_H
#define FT_BASE_ERROR_H

#include <fatiao/fatiao.h>

/* Forgets an earlier failure; `error` may be NULL. */
void ft_error_clear(fatiao_error *error);

/* Sets status and message and returns `status`, so that a failure is one line:
 *
 *     return ft_error_set(error, FATIAO_ERR_IO, "%s: %s", path, reason);
 *
 * The message is cut at a character boundary if it is too long, and control
 * characters in it become '?'. */
fatiao_status ft_error_set(fatiao_error *error, fatiao_status status,
                           const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds the place to an error that was just set and returns its status. `file`
 * may be NULL; `line` and `column` 0 mean unknown. */
void ft_error_place(fatiao_error *error, const char *file, uint32_t line,
                    uint32_t column);

/* The one way to report a failed allocation. */
fatiao_status ft_error_memory(fatiao_error *error);

/* The one way to report a NULL or senseless argument: `what` names it. */
fatiao_status ft_error_argument(fatiao_error *error, const char *what);

#endif
