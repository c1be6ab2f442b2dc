/* Standard output from the first byte to the last. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "pager.h"

void
output_prepare(void)
{
    for (int i = STDIN_FILENO; i <= STDERR_FILENO; i++) {
        if (fcntl(i, F_GETFD) != -1)
            continue;
        /* Opened the wrong way round: using a stream that was closed shall
         * fail, as it would have. */
        const int mode = i == STDIN_FILENO ? O_WRONLY : O_RDONLY;
        if (open("/dev/null", mode) != i)
            abort();
    }
}

int
output_finish(int exit_code)
{
    const int failed_before = ferror(stdout);
    errno = 0;
    const int failed = fflush(stdout) != 0 || failed_before;
    const int reason = errno;
    if (pager_finish())
        return exit_code;
    if (!failed)
        return exit_code;
    message_error("cannot write the output: %s",
                  reason == 0 ? "writing failed" : strerror(reason));
    return EXIT_CODE_ERROR;
}
