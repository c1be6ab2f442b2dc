/* The folder that is an index. */
#include "index/format.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "index/schema.h"
#include "text/analyzer.h"

static const char magic[] = "fatiao index ";

static fatiao_status
fail(fatiao_error *error, fatiao_status status, const char *path,
     const char *message)
{
    ft_error_set(error, status, "%s", message);
    ft_error_place(error, path, 0, 0);
    return status;
}

/* The operating system's reason. */
static fatiao_status
fail_io(fatiao_error *error, const char *path, const char *action)
{
    char reason[128];
    ft_error_set(error, FATIAO_ERR_IO, "%s: %s", action,
                 strerror_r(errno, reason, sizeof(reason)));
    ft_error_place(error, path, 0, 0);
    return FATIAO_ERR_IO;
}

void
ft_format_postings(ft_strbuf *out, const char *path)
{
    ft_strbuf_format(out, "%s/postings", path);
}

/* Reads the start of a regular file as a string: -1 and errno on failure, else
 * its length. Never waits, as a named pipe would make it. */
static ssize_t
read_start(const char *path, char *text, size_t capacity)
{
    const int file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return -1;
    struct stat info;
    ssize_t length = fstat(file, &info);
    if (length == 0 && S_ISREG(info.st_mode))
        length = read(file, text, capacity - 1);
    const int reason = errno;
    close(file);
    errno = reason;
    if (length >= 0)
        text[length] = '\0';
    return length;
}

/* What a `format` file says. `is_there` becomes false where it is missing or
 * none of ours, which is no error here. */
static fatiao_status
read_format(const char *path, bool *is_there, fatiao_error *error)
{
    *is_there = false;
    ft_strbuf name = {0};
    ft_strbuf_format(&name, "%s/format", path);
    if (ft_strbuf_failed(&name))
        return ft_error_memory(error);
    char text[64];
    fatiao_status status = FATIAO_OK;
    if (read_start(name.bytes, text, sizeof(text)) < 0) {
        if (errno != ENOENT && errno != ENOTDIR)
            status = fail_io(error, name.bytes, "cannot read the index");
    } else if (strncmp(text, magic, strlen(magic)) == 0) {
        *is_there = true;
        char *end;
        const unsigned long version = strtoul(text + strlen(magic), &end, 10);
        if (version != FT_FORMAT_VERSION || *end != '\n')
            status = fail(error, FATIAO_ERR_FORMAT, path,
                          "the index is of another version; make it anew");
    }
    ft_strbuf_finish(&name);
    return status;
}

fatiao_status
ft_format_check(const char *path, fatiao_error *error)
{
    bool is_there;
    const fatiao_status status = read_format(path, &is_there, error);
    if (status == FATIAO_OK && !is_there)
        return fail(error, FATIAO_ERR_NOT_FOUND, path,
                    "there is no index here");
    return status;
}

fatiao_status
ft_format_check_words(const char *path, ft_engine *engine, fatiao_error *error)
{
    char now[FT_ANALYZER_VERSION_BYTES];
    ft_analyzer_version(now);
    ft_strbuf then = {0};
    fatiao_status status =
        ft_engine_metadata_get(engine, "analyzer", &then, error);
    /* An index that nothing was put into yet does not say. */
    if (status == FATIAO_OK && then.byte_count > 0 &&
        strcmp(ft_strbuf_string(&then), now) != 0)
        status = fail(error, FATIAO_ERR_FORMAT, path,
                      "the index has the words of another version; make it "
                      "anew");
    ft_strbuf_finish(&then);
    return status;
}

static fatiao_status
make_folder(const char *path, fatiao_error *error)
{
    struct stat info;
    if (stat(path, &info) == 0) {
        if (S_ISDIR(info.st_mode))
            return FATIAO_OK;
        return fail(error, FATIAO_ERR_ARGUMENT, path, "this is no folder");
    }
    if (errno == ENOENT && mkdir(path, 0777) == 0)
        return FATIAO_OK;
    return fail_io(error, path, "cannot make the folder of the index");
}

/* A folder that may become an index holds nothing, or what a process that was
 * killed while it made one can have left. */
static fatiao_status
check_empty(const char *path, fatiao_error *error)
{
    DIR *folder = opendir(path);
    if (folder == NULL)
        return fail_io(error, path, "cannot read the folder");
    fatiao_status status = FATIAO_OK;
    const struct dirent *entry;
    while (status == FATIAO_OK && (entry = readdir(folder)) != NULL) {
        if (strcmp(entry->d_name, ".") == 0 ||
            strcmp(entry->d_name, "..") == 0 ||
            strncmp(entry->d_name, "format.", strlen("format.")) == 0)
            continue;
        status = fail(error, FATIAO_ERR_ARGUMENT, path,
                      "this folder is no index and has other things in it");
    }
    closedir(folder);
    return status;
}

static bool
write_file(const char *path, const char *text)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        return false;
    const size_t length = strlen(text);
    const bool is_written =
        write(file, text, length) == (ssize_t)length && fsync(file) == 0;
    const int reason = errno;
    close(file);
    errno = reason;
    return is_written;
}

/* Makes a new name in a folder last. */
static bool
sync_folder(const char *path)
{
    const int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return false;
    const bool is_synced = fsync(folder) == 0 || errno == EINVAL;
    const int reason = errno;
    close(folder);
    errno = reason;
    return is_synced;
}

static fatiao_status
write_format(const char *path, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    ft_strbuf text = {0};
    ft_strbuf name = {0};
    ft_strbuf draft = {0};
    ft_strbuf parent = {0};
    ft_strbuf_format(&text, "%s%d\n", magic, FT_FORMAT_VERSION);
    ft_strbuf_format(&name, "%s/format", path);
    ft_strbuf_format(&draft, "%s/format.%ld", path, (long)getpid());
    ft_strbuf_format(&parent, "%s/..", path);
    if (ft_strbuf_failed(&text) || ft_strbuf_failed(&name) ||
        ft_strbuf_failed(&draft) || ft_strbuf_failed(&parent))
        status = ft_error_memory(error);
    else if (!write_file(draft.bytes, text.bytes) ||
             rename(draft.bytes, name.bytes) != 0 || !sync_folder(path) ||
             !sync_folder(parent.bytes))
        status = fail_io(error, path, "cannot make the index");
    ft_strbuf_finish(&text);
    ft_strbuf_finish(&name);
    ft_strbuf_finish(&draft);
    ft_strbuf_finish(&parent);
    return status;
}

fatiao_status
ft_format_prepare(const char *path, fatiao_error *error)
{
    bool is_there = false;
    fatiao_status status = make_folder(path, error);
    if (status == FATIAO_OK)
        status = read_format(path, &is_there, error);
    if (status == FATIAO_OK && !is_there)
        status = check_empty(path, error);
    if (status == FATIAO_OK && !is_there)
        status = write_format(path, error);
    return status;
}
