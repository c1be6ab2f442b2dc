/* Files made out of the database. */
#include "index/side_file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

static fatiao_status
fail_io(fatiao_error *error, const char *path, const char *action, int reason)
{
    char text[128];
    ft_error_set(error, FATIAO_ERR_IO, "cannot %s the file: %s", action,
                 strerror_r(reason, text, sizeof(text)));
    ft_error_place(error, path, 0, 0);
    return FATIAO_ERR_IO;
}

/* ----------------------------------------------------------------- reading */

/* Maps an open file: errno, or 0. */
static int
map_file(ft_side_file *file, int descriptor)
{
    struct stat info;
    if (fstat(descriptor, &info) != 0)
        return errno;
    if (!S_ISREG(info.st_mode))
        return EINVAL;
    if (info.st_size == 0)
        return 0;
    void *bytes =
        mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (bytes == MAP_FAILED)
        return errno;
    file->bytes = bytes;
    file->byte_count = (size_t)info.st_size;
    return 0;
}

fatiao_status
ft_side_file_open(ft_side_file *file, const char *path, fatiao_error *error)
{
    *file = (ft_side_file){0};
    const int descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (descriptor < 0 && errno == ENOENT)
        return ft_error_set(error, FATIAO_ERR_NOT_FOUND, "there is no %s",
                            path);
    if (descriptor < 0)
        return fail_io(error, path, "read", errno);
    const int reason = map_file(file, descriptor);
    close(descriptor);
    return reason == 0 ? FATIAO_OK : fail_io(error, path, "read", reason);
}

void
ft_side_file_close(ft_side_file *file)
{
    if (file->bytes != NULL)
        munmap((void *)(uintptr_t)file->bytes, file->byte_count);
    *file = (ft_side_file){0};
}

/* ----------------------------------------------------------------- writing */

static void
finish(ft_side_writer *writer)
{
    if (writer->file != NULL)
        fclose(writer->file);
    ft_strbuf_finish(&writer->path);
    ft_strbuf_finish(&writer->temporary);
    *writer = (ft_side_writer){0};
}

fatiao_status
ft_side_writer_open(ft_side_writer *writer, const char *path,
                    fatiao_error *error)
{
    *writer = (ft_side_writer){0};
    ft_strbuf_text(&writer->path, path);
    ft_strbuf_format(&writer->temporary, "%s.new", path);
    if (ft_strbuf_failed(&writer->path) ||
        ft_strbuf_failed(&writer->temporary)) {
        finish(writer);
        return ft_error_memory(error);
    }
    writer->file = fopen(writer->temporary.bytes, "we");
    if (writer->file == NULL) {
        const int reason = errno;
        finish(writer);
        return fail_io(error, path, "write", reason);
    }
    return FATIAO_OK;
}

void
ft_side_writer_put(ft_side_writer *writer, const void *bytes, size_t byte_count)
{
    if (writer->failure == 0 && byte_count > 0 &&
        fwrite(bytes, 1, byte_count, writer->file) != byte_count)
        writer->failure = errno;
    writer->byte_count += byte_count;
}

void
ft_side_writer_put_start(ft_side_writer *writer, const void *bytes,
                         size_t byte_count)
{
    const uint64_t end = writer->byte_count;
    if (writer->failure == 0 && fseek(writer->file, 0, SEEK_SET) != 0)
        writer->failure = errno;
    ft_side_writer_put(writer, bytes, byte_count);
    writer->byte_count = end;
}

/* Makes a rename in the folder of `path` last, where the system can. */
static void
sync_folder(const char *path)
{
    ft_strbuf folder = {0};
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        ft_strbuf_text(&folder, ".");
    else
        ft_strbuf_bytes(&folder, path, (size_t)(slash - path) + 1);
    const int descriptor =
        ft_strbuf_failed(&folder)
            ? -1
            : open(folder.bytes, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    ft_strbuf_finish(&folder);
    if (descriptor < 0)
        return;
    fsync(descriptor);
    close(descriptor);
}

fatiao_status
ft_side_writer_commit(ft_side_writer *writer, fatiao_error *error)
{
    int reason = writer->failure;
    if (reason == 0 &&
        (fflush(writer->file) != 0 || fsync(fileno(writer->file)) != 0))
        reason = errno;
    if (fclose(writer->file) != 0 && reason == 0)
        reason = errno;
    writer->file = NULL;
    if (reason == 0 && rename(writer->temporary.bytes, writer->path.bytes) != 0)
        reason = errno;
    fatiao_status status = FATIAO_OK;
    if (reason == 0) {
        sync_folder(writer->path.bytes);
    } else {
        status = fail_io(error, writer->path.bytes, "write", reason);
        unlink(writer->temporary.bytes);
    }
    finish(writer);
    return status;
}

void
ft_side_writer_abandon(ft_side_writer *writer)
{
    if (writer->file != NULL)
        unlink(writer->temporary.bytes);
    finish(writer);
}
