/* Opening a database for writing, and what changes it. */
#include "engine/guard.h"

#include <memory>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* How many terms may wait before they are merged into the posting lists: some
 * five hundred articles' worth. What waits lies in one big tree, so that many
 * small merges take less time than few large ones: measured on all laws, a
 * million takes twice as long. Merging far more often touches too few postings
 * of each block. */
static const size_t PENDING_TERMS_MAX = 150000;

namespace
{

/* An open folder. */
class folder
{
  public:
    explicit folder(const std::string &path)
        : number(open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC))
    {
        if (number < 0)
            throw Xapian::DatabaseError("cannot open folder", errno);
    }
    ~folder()
    {
        close(number);
    }
    folder(const folder &) = delete;
    folder &operator=(const folder &) = delete;

    /* Waits for others that make or open the same database; they are quick.
     * Where the file system knows no locks, nobody waits. */
    void lock() const
    {
        flock(number, LOCK_EX);
    }
    /* Makes the names in the folder last. */
    void sync() const
    {
        if (fsync(number) != 0 && errno != EINVAL)
            throw Xapian::DatabaseError("cannot sync folder", errno);
    }

  private:
    const int number;
};

} // namespace

/* Opens the database and makes it if need be. Making it takes several files,
 * of which "iamglass" comes last: a process killed before leaves a database
 * that says it is not there, and nothing in it. The lock keeps others from
 * making it at the same time. */
static Xapian::WritableDatabase
open_or_make(const std::string &path)
{
    if (mkdir(path.c_str(), 0777) != 0 && errno != EEXIST)
        throw Xapian::DatabaseError("cannot make folder", errno);
    const folder locked(path);
    locked.lock();
    try {
        return Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OPEN |
                                                  Xapian::DB_BACKEND_GLASS);
    } catch (const Xapian::DatabaseNotFoundError &) {
        return Xapian::WritableDatabase(path, Xapian::DB_CREATE_OR_OVERWRITE |
                                                  Xapian::DB_BACKEND_GLASS);
    }
}

fatiao_status
ft_engine_open_write(const char *path, ft_engine **out, fatiao_error *error)
{
    *out = nullptr;
    return ft_engine_guard(nullptr, error, [&] {
        auto made = std::make_unique<ft_engine>();
        ft_engine *engine = made.get();
        engine->path = path;
        engine->is_writer = true;
        const fatiao_status status = ft_engine_guard(engine, error, [&] {
            engine->writer = open_or_make(engine->path);
            engine->writer.begin_transaction(false);
            engine->database = engine->writer;
            return FATIAO_OK;
        });
        if (status == FATIAO_OK)
            *out = made.release();
        return status;
    });
}

void
ft_engine_close(ft_engine *engine)
{
    /* The open transaction, and so what was not committed, is dropped. */
    delete engine;
}

fatiao_status
ft_document_new(ft_document **out, fatiao_error *error)
{
    *out = nullptr;
    return ft_engine_guard(nullptr, error, [&] {
        *out = new ft_document;
        return FATIAO_OK;
    });
}

void
ft_document_free(ft_document *document)
{
    delete document;
}

fatiao_status
ft_document_term(ft_document *document, const char *term, size_t byte_count,
                 uint32_t frequency, fatiao_error *error)
{
    return ft_engine_guard(nullptr, error, [&] {
        document->document.add_term(std::string(term, byte_count), frequency);
        return FATIAO_OK;
    });
}

fatiao_status
ft_document_filter(ft_document *document, const char *term, size_t byte_count,
                   fatiao_error *error)
{
    return ft_engine_guard(nullptr, error, [&] {
        document->document.add_boolean_term(std::string(term, byte_count));
        return FATIAO_OK;
    });
}

fatiao_status
ft_document_data(ft_document *document, const void *bytes, size_t byte_count,
                 fatiao_error *error)
{
    return ft_engine_guard(nullptr, error, [&] {
        document->document.set_data(
            std::string(static_cast<const char *>(bytes), byte_count));
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_remove(ft_engine *engine, const char *filter, size_t byte_count,
                 fatiao_error *error)
{
    return ft_engine_guard_change(engine, error, [&] {
        engine->writer.delete_document(std::string(filter, byte_count));
        return FATIAO_OK;
    });
}

/* Merges what waits into the posting lists without committing it. There is no
 * call for it, but listing the terms of a writer has to do just this. */
static void
merge_pending(ft_engine *engine)
{
    engine->writer.allterms_begin();
    engine->pending_terms = 0;
}

fatiao_status
ft_engine_add(ft_engine *engine, const ft_document *document,
              fatiao_error *error)
{
    return ft_engine_guard_change(engine, error, [&] {
        engine->writer.add_document(document->document);
        engine->pending_terms += document->document.termlist_count();
        if (engine->pending_terms >= PENDING_TERMS_MAX)
            merge_pending(engine);
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_metadata_put(ft_engine *engine, const char *key, const char *value,
                       size_t byte_count, fatiao_error *error)
{
    return ft_engine_guard_change(engine, error, [&] {
        engine->writer.set_metadata(key, std::string(value, byte_count));
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_commit(ft_engine *engine, fatiao_error *error)
{
    return ft_engine_guard_change(engine, error, [&] {
        engine->writer.commit_transaction();
        engine->writer.commit();
        engine->pending_terms = 0;
        /* It ended with a rename, which lasts once the folder is synced. */
        folder(engine->path).sync();
        engine->writer.begin_transaction(false);
        return FATIAO_OK;
    });
}

void
ft_engine_abandon(ft_engine *engine, fatiao_status failure)
{
    if (engine->failure != FATIAO_OK)
        return;
    engine->failure = failure;
    ft_engine_drop(engine);
}
