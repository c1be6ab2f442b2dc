/* What the files of this folder share: the objects behind the handles, and the
 * guard that every function of engine.h has around its whole body, so that no
 * exception leaves the folder. */
#ifndef FT_ENGINE_GUARD_H
#define FT_ENGINE_GUARD_H

#include <string>

#include <xapian.h>

#include "engine/engine.h"

extern "C" {
#include "base/error.h"
}

struct ft_document {
    Xapian::Document document;
};

/* A writer's changes since its last commit are one transaction, which is open
 * all the time: without it the database would commit by itself now and then. */
struct ft_engine {
    std::string path;
    Xapian::Database database; /* of a writer: the same one as `writer` */
    Xapian::WritableDatabase writer;
    bool is_writer = false;
    /* What the first failed change came to: the writer answers nothing else
     * from then on. */
    fatiao_status failure = FATIAO_OK;
    /* Terms added and not yet merged into the posting lists. */
    size_t pending_terms = 0;
};

/* Turns the exception being handled into a status. `engine` may be null. */
fatiao_status ft_engine_failure(ft_engine *engine, fatiao_error *error);

/* Says again that the writer failed before. */
fatiao_status ft_engine_failed_before(const ft_engine *engine,
                                      fatiao_error *error);

/* Drops all changes since the last commit, for good. */
void ft_engine_drop(ft_engine *engine);

template <typename body_type>
fatiao_status
ft_engine_guard(ft_engine *engine, fatiao_error *error, body_type body)
{
    try {
        if (engine != nullptr && engine->failure != FATIAO_OK)
            return ft_engine_failed_before(engine, error);
        return body();
    } catch (...) {
        return ft_engine_failure(engine, error);
    }
}

/* The same for what changes the database: a failure is final. */
template <typename body_type>
fatiao_status
ft_engine_guard_change(ft_engine *engine, fatiao_error *error, body_type body)
{
    const fatiao_status status = ft_engine_guard(engine, error, body);
    if (status != FATIAO_OK && engine->failure == FATIAO_OK) {
        engine->failure = status;
        ft_engine_drop(engine);
    }
    return status;
}

#endif
