/* From exceptions to statuses. */
#include "engine/guard.h"

#include <new>
#include <stdexcept>

/* Sets the error and its place, the folder of the database. */
static fatiao_status
fail(const ft_engine *engine, fatiao_error *error, fatiao_status status,
     const char *message)
{
    ft_error_set(error, status, "%s", message);
    if (engine != nullptr)
        ft_error_place(error, engine->path.c_str(), 0, 0);
    return status;
}

/* Whether a writer has moved the database on since this reader opened it. A
 * reader that is two commits behind meets blocks used anew and may fail in any
 * way; only reopening tells that from damage. */
static bool
has_moved_on(ft_engine *engine)
{
    if (engine == nullptr || engine->is_writer)
        return false;
    try {
        return engine->database.reopen();
    } catch (const Xapian::DatabaseModifiedError &) {
        return true;
    } catch (...) {
        return false;
    }
}

static fatiao_status
fail_changed(const ft_engine *engine, fatiao_error *error)
{
    return fail(engine, error, FATIAO_ERR_CHANGED,
                "the index was changed while it was read; try again");
}

static fatiao_status
fail_corrupt(ft_engine *engine, fatiao_error *error)
{
    if (has_moved_on(engine))
        return fail_changed(engine, error);
    return fail(engine, error, FATIAO_ERR_CORRUPT,
                "the index is damaged; make it anew");
}

static fatiao_status
fail_io(const ft_engine *engine, fatiao_error *error, const char *reason)
{
    const bool is_writer = engine != nullptr && engine->is_writer;
    ft_error_set(error, FATIAO_ERR_IO, "cannot %s the index: %s%s",
                 is_writer ? "write" : "read", reason,
                 is_writer ? "; see to space and permissions on that disk and "
                             "try again, what was committed is safe"
                           : "");
    if (engine != nullptr)
        ft_error_place(error, engine->path.c_str(), 0, 0);
    return FATIAO_ERR_IO;
}

/* The operating system's words, where it was the system that failed; else the
 * bytes made no sense. */
static fatiao_status
fail_database(ft_engine *engine, fatiao_error *error, const Xapian::Error &e)
{
    const char *reason = e.get_error_string();
    if (reason != nullptr && !has_moved_on(engine))
        return fail_io(engine, error, reason);
    if (reason != nullptr)
        return fail_changed(engine, error);
    return fail_corrupt(engine, error);
}

/* The lock fails in the same way for a second writer and for a folder that
 * cannot be written; only the message differs: "…DIR: already locked",
 * "…DIR: Permission denied". */
static fatiao_status
fail_lock(const ft_engine *engine, fatiao_error *error,
          const std::string &message)
{
    if (message.find("already locked") != std::string::npos)
        return fail(engine, error, FATIAO_ERR_LOCKED,
                    "another process is writing to this index");
    const size_t colon = message.rfind(": ");
    return fail_io(engine, error,
                   colon == std::string::npos ? "it cannot be locked"
                                              : message.c_str() + colon + 2);
}

fatiao_status
ft_engine_failure(ft_engine *engine, fatiao_error *error)
{
    try {
        throw;
    } catch (const Xapian::DatabaseModifiedError &) {
        return fail_changed(engine, error);
    } catch (const Xapian::DatabaseLockError &e) {
        return fail_lock(engine, error, e.get_msg());
    } catch (const Xapian::DatabaseNotFoundError &) {
        return fail(engine, error, FATIAO_ERR_NOT_FOUND,
                    "there is no index here");
    } catch (const Xapian::DatabaseVersionError &) {
        return fail(engine, error, FATIAO_ERR_FORMAT,
                    "the index is of another version; make it anew");
    } catch (const Xapian::DatabaseCorruptError &) {
        return fail_corrupt(engine, error);
    } catch (const Xapian::DatabaseError &e) {
        return fail_database(engine, error, e);
    } catch (const Xapian::DocNotFoundError &) {
        return fail(engine, error, FATIAO_ERR_NOT_FOUND,
                    "the index has no such document");
    } catch (const Xapian::RangeError &) {
        return fail_corrupt(engine, error);
    } catch (const Xapian::SerialisationError &) {
        return fail_corrupt(engine, error);
    } catch (const Xapian::Error &) {
        return fail(engine, error, FATIAO_ERR_INTERNAL,
                    "the index was used in a wrong way");
    } catch (const std::bad_alloc &) {
        return ft_error_memory(error);
    } catch (const std::length_error &) {
        return fail_corrupt(engine, error);
    } catch (...) {
        return fail(engine, error, FATIAO_ERR_INTERNAL,
                    "an unforeseen fault in the index");
    }
}

fatiao_status
ft_engine_failed_before(const ft_engine *engine, fatiao_error *error)
{
    return fail(engine, error, engine->failure,
                "writing failed before; the index can only be closed now");
}

void
ft_engine_drop(ft_engine *engine)
{
    /* Where the commit itself failed no transaction is open. Without one the
     * database would commit what is left when it is closed. */
    try {
        engine->writer.begin_transaction(false);
    } catch (...) {
    }
    try {
        engine->writer.cancel_transaction();
    } catch (...) {
    }
}
