/* Reading and writing models. */
#include "model_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "input.h"
#include "memory.h"
#include "message.h"

bool
model_file_read(const char *path, fatiao_model **out)
{
    *out = NULL;
    char *bytes = NULL;
    size_t byte_count = 0;
    if (!input_load(path, &bytes, &byte_count))
        return false;
    fatiao_error error;
    const fatiao_status status =
        fatiao_model_parse(bytes, byte_count, out, &error);
    if (status != FATIAO_OK)
        message_file_error(path, "", &error);
    free(bytes);
    return status == FATIAO_OK;
}

static bool
write_bytes(const char *path, const void *bytes, size_t byte_count)
{
    FILE *file = fopen(path, "wbe");
    if (file == NULL)
        return false;
    bool is_good = fwrite(bytes, 1, byte_count, file) == byte_count;
    is_good = fflush(file) == 0 && is_good;
    is_good = fsync(fileno(file)) == 0 && is_good;
    const int failure = errno;
    is_good = fclose(file) == 0 && is_good;
    if (!is_good)
        errno = failure;
    return is_good;
}

bool
model_file_write(const char *path, const fatiao_model *model)
{
    size_t byte_count;
    const void *bytes = fatiao_model_bytes(model, &byte_count);
    char *temporary = memory_format("%s.new", path);
    const bool is_good = write_bytes(temporary, bytes, byte_count) &&
                         rename(temporary, path) == 0;
    if (!is_good) {
        message_error("%s: %s", path, strerror(errno));
        unlink(temporary);
    }
    free(temporary);
    return is_good;
}
