/* The bytes of a file. */
#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fatiao/fatiao.h>

#include "memory.h"
#include "message.h"

/* Reads to the end, and one byte beyond the limit to see whether there is
 * more. */
static const char *
read_all(int descriptor, char **bytes, size_t *byte_count)
{
    const size_t most = FATIAO_STATUTE_BYTES_MAX + 1;
    size_t capacity = (size_t)64 << 10;
    char *buffer = memory_new(capacity, 1);
    size_t count = 0;
    const char *problem = NULL;
    while (count < most) {
        if (count == capacity)
            buffer = memory_grow(buffer, capacity, 1), capacity *= 2;
        const ssize_t got = read(descriptor, buffer + count, capacity - count);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            problem = strerrordesc_np(errno);
        if (got <= 0)
            break;
        count += (size_t)got;
    }
    if (problem == NULL && count >= most)
        problem = "is larger than 64 MiB";
    if (problem != NULL) {
        free(buffer);
        return problem;
    }
    *bytes = buffer;
    *byte_count = count;
    return NULL;
}

const char *
input_read(const char *path, char **bytes, size_t *byte_count)
{
    *bytes = NULL;
    *byte_count = 0;
    if (strcmp(path, "-") == 0)
        return read_all(STDIN_FILENO, bytes, byte_count);
    /* Without O_NONBLOCK, opening a FIFO would wait for a writer. */
    const int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0)
        return strerrordesc_np(errno);
    struct stat info;
    const char *problem = NULL;
    if (fstat(descriptor, &info) != 0)
        problem = strerrordesc_np(errno);
    else if (!S_ISREG(info.st_mode))
        problem = S_ISDIR(info.st_mode) ? "is a folder" : "is not a file";
    else
        problem = read_all(descriptor, bytes, byte_count);
    close(descriptor);
    return problem;
}

bool
input_load(const char *path, char **bytes, size_t *byte_count)
{
    const char *problem = input_read(path, bytes, byte_count);
    if (problem != NULL)
        message_error("%s: %s", path, problem);
    return problem == NULL;
}
