/* Opening a database for reading, and what is read from it one by one. */
#include "engine/guard.h"

#include <memory>

fatiao_status
ft_engine_open_read(const char *path, ft_engine **out, fatiao_error *error)
{
    *out = nullptr;
    return ft_engine_guard(nullptr, error, [&] {
        auto made = std::make_unique<ft_engine>();
        ft_engine *engine = made.get();
        engine->path = path;
        const fatiao_status status = ft_engine_guard(engine, error, [&] {
            engine->database =
                Xapian::Database(engine->path, Xapian::DB_BACKEND_GLASS);
            return FATIAO_OK;
        });
        if (status == FATIAO_OK)
            *out = made.release();
        return status;
    });
}

fatiao_status
ft_engine_reopen(ft_engine *engine, fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        engine->database.reopen();
        return FATIAO_OK;
    });
}

/* Appends to a buffer, whose failure becomes an exception like any other. */
static void
append(ft_strbuf *out, const std::string &bytes)
{
    ft_strbuf_bytes(out, bytes.data(), bytes.size());
    if (ft_strbuf_failed(out))
        throw std::bad_alloc();
}

fatiao_status
ft_engine_metadata_get(ft_engine *engine, const char *key, ft_strbuf *out,
                       fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        append(out, engine->database.get_metadata(key));
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_document_count(ft_engine *engine, uint32_t *out, fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        *out = engine->database.get_doccount();
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_average_length(ft_engine *engine, double *out, fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        *out = engine->database.get_avlength();
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_term_documents(ft_engine *engine, const char *term, size_t byte_count,
                         uint32_t *out, fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        *out = engine->database.get_termfreq(std::string(term, byte_count));
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_postings(ft_engine *engine, const char *term, size_t byte_count,
                   ft_array *ids, fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        const std::string name(term, byte_count);
        const auto end = engine->database.postlist_end(name);
        for (auto i = engine->database.postlist_begin(name); i != end; ++i) {
            auto *id = static_cast<uint32_t *>(ft_array_push(ids));
            if (id == nullptr)
                throw std::bad_alloc();
            *id = *i;
        }
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_read_postings(ft_engine *engine, const char *term, size_t byte_count,
                        uint32_t first, ft_array *postings, fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        const std::string name(term, byte_count);
        const auto end = engine->database.postlist_end(name);
        auto i = engine->database.postlist_begin(name);
        if (i != end && first > 1)
            i.skip_to(first);
        for (; i != end; ++i) {
            auto *posting =
                static_cast<ft_engine_posting *>(ft_array_push(postings));
            if (posting == nullptr)
                throw std::bad_alloc();
            *posting = {*i, i.get_wdf(), i.get_doclength()};
        }
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_list_terms(ft_engine *engine, const char *prefix,
                     ft_engine_visit *visit, void *context, fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        const auto end = engine->database.allterms_end(prefix);
        fatiao_status status = FATIAO_OK;
        for (auto i = engine->database.allterms_begin(prefix);
             i != end && status == FATIAO_OK; ++i) {
            const std::string term = *i;
            status = visit(context, term.data(), term.size(), i.get_termfreq(),
                           error);
        }
        return status;
    });
}

fatiao_status
ft_engine_read_stamp(ft_engine *engine, ft_engine_stamp *out,
                     fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        *out = ft_engine_stamp();
        const std::string uuid = engine->database.get_uuid();
        uuid.copy(out->uuid, sizeof(out->uuid) - 1);
        out->last_id = engine->database.get_lastdocid();
        return FATIAO_OK;
    });
}

fatiao_status
ft_engine_data(ft_engine *engine, uint32_t id, ft_strbuf *out,
               fatiao_error *error)
{
    return ft_engine_guard(engine, error, [&] {
        const Xapian::Document document =
            engine->database.get_document(id, Xapian::DOC_ASSUME_VALID);
        const std::string data = document.get_data();
        if (data.empty()) /* each document of ours has some */
            throw Xapian::DocNotFoundError("no such document");
        append(out, data);
        return FATIAO_OK;
    });
}
