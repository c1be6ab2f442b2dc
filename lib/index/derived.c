/* Writing and mapping of derived files. */
#include "index/derived.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <xxhash.h>

#include "base/error.h"

static const char magic[16] = "fatiao derived\n";
static const uint32_t byte_order = 0x01020304;

typedef struct header {
    char magic[16];
    char kind[16];
    uint32_t version;
    uint32_t byte_order;
    uint64_t body_byte_count;
    uint8_t stamp[16];
    uint64_t hash;
} header;

static header
make_header(const ft_derived_kind *kind)
{
    header made = {.version = kind->version, .byte_order = byte_order};
    memcpy(made.magic, magic, sizeof(made.magic));
    snprintf(made.kind, sizeof(made.kind), "%s", kind->name);
    return made;
}

/* The hash of the body and of the header before it. */
static uint64_t
hash_of(const header *head, const void *body)
{
    const uint64_t seed = XXH3_64bits(head, offsetof(header, hash));
    return XXH3_64bits_withSeed(body, head->body_byte_count, seed);
}

static fatiao_status
read_stamp(ft_engine *engine, uint8_t stamp[16], fatiao_error *error)
{
    ft_strbuf text = {0};
    fatiao_status status = ft_engine_stamp(engine, &text, error);
    if (status == FATIAO_OK && ft_strbuf_failed(&text))
        status = ft_error_memory(error);
    fatiao_digest digest;
    fatiao_digest_compute(ft_strbuf_string(&text), text.byte_count, &digest);
    memcpy(stamp, digest.bytes, sizeof(digest.bytes));
    ft_strbuf_finish(&text);
    return status;
}

/* ----------------------------------------------------------------- writing */

static bool
write_all(int file, const void *bytes, size_t byte_count)
{
    const char *from = bytes;
    while (byte_count > 0) {
        const ssize_t written = write(file, from, byte_count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        from += written;
        byte_count -= (size_t)written;
    }
    return true;
}

/* A crash may take the file away again, which does no harm; only a half file
 * under its name would cost the time to see it. */
static bool
write_file(const char *path, const header *head, const ft_strbuf *body)
{
    const int file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    if (file < 0)
        return false;
    const bool is_written =
        write_all(file, head, sizeof(*head)) &&
        write_all(file, ft_strbuf_string(body), body->byte_count) &&
        fsync(file) == 0;
    const int reason = errno;
    close(file);
    errno = reason;
    return is_written;
}

fatiao_status
ft_derived_write(const char *path, const ft_derived_kind *kind,
                 ft_engine *engine, const ft_strbuf *body, fatiao_error *error)
{
    ft_strbuf name = {0};
    ft_strbuf draft = {0};
    ft_strbuf_format(&name, "%s/%s", path, kind->name);
    ft_strbuf_format(&draft, "%s/%s.new", path, kind->name);
    header head = make_header(kind);
    head.body_byte_count = body->byte_count;
    fatiao_status status = read_stamp(engine, head.stamp, error);
    if (status != FATIAO_OK)
        goto done;
    if (ft_strbuf_failed(body) || ft_strbuf_failed(&name) ||
        ft_strbuf_failed(&draft)) {
        status = ft_error_memory(error);
        goto done;
    }
    head.hash = hash_of(&head, ft_strbuf_string(body));
    if (!write_file(draft.bytes, &head, body) ||
        rename(draft.bytes, name.bytes) != 0) {
        char reason[128];
        ft_error_set(error, FATIAO_ERR_IO, "cannot write the file: %s",
                     strerror_r(errno, reason, sizeof(reason)));
        ft_error_place(error, name.bytes, 0, 0);
        status = FATIAO_ERR_IO;
        unlink(draft.bytes);
    }
done:
    ft_strbuf_finish(&name);
    ft_strbuf_finish(&draft);
    return status;
}

/* ----------------------------------------------------------------- reading */

static int
open_file(const char *path, const ft_derived_kind *kind)
{
    ft_strbuf name = {0};
    ft_strbuf_format(&name, "%s/%s", path, kind->name);
    const int file = ft_strbuf_failed(&name)
                         ? -1
                         : open(name.bytes, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    ft_strbuf_finish(&name);
    return file;
}

/* Whether an open file is of this kind and version, and whole as far as its
 * size tells. */
static bool
read_header(int file, const ft_derived_kind *kind, header *head,
            size_t *byte_count)
{
    struct stat info;
    if (fstat(file, &info) != 0 || !S_ISREG(info.st_mode) ||
        pread(file, head, sizeof(*head), 0) != (ssize_t)sizeof(*head))
        return false;
    *byte_count = (size_t)info.st_size;
    const header wanted = make_header(kind);
    return memcmp(head, &wanted, offsetof(header, body_byte_count)) == 0 &&
           head->body_byte_count == *byte_count - sizeof(*head);
}

fatiao_status
ft_derived_is_current(const char *path, const ft_derived_kind *kind,
                      ft_engine *engine, bool *out, fatiao_error *error)
{
    *out = false;
    const int file = open_file(path, kind);
    if (file < 0)
        return FATIAO_OK;
    header head;
    size_t byte_count;
    const bool is_there = read_header(file, kind, &head, &byte_count);
    close(file);
    if (!is_there)
        return FATIAO_OK;
    uint8_t stamp[16];
    const fatiao_status status = read_stamp(engine, stamp, error);
    *out = status == FATIAO_OK && memcmp(stamp, head.stamp, 16) == 0;
    return status;
}

void
ft_derived_map(ft_derived *out, const char *path, const ft_derived_kind *kind)
{
    *out = (ft_derived){0};
    const int file = open_file(path, kind);
    if (file < 0)
        return;
    header head;
    size_t byte_count;
    if (read_header(file, kind, &head, &byte_count)) {
        void *bytes = mmap(NULL, byte_count, PROT_READ, MAP_PRIVATE, file, 0);
        if (bytes != MAP_FAILED)
            *out = (ft_derived){bytes, byte_count, (char *)bytes + sizeof(head),
                                byte_count - sizeof(head)};
    }
    close(file);
}

bool
ft_derived_is_sound(const ft_derived *file)
{
    if (file->bytes == NULL)
        return false;
    const header *head = file->bytes;
    return head->body_byte_count == file->body_byte_count &&
           hash_of(head, file->body) == head->hash;
}

void
ft_derived_unmap(ft_derived *file)
{
    if (file->bytes != NULL)
        munmap(file->bytes, file->byte_count);
    *file = (ft_derived){0};
}
