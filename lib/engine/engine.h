/* Terms in, documents out: the whole of Xapian as the library sees it. The
 * engine knows terms and bytes; it knows nothing of statutes, fields or words.
 * One engine belongs to one thread at a time. */
#ifndef FT_ENGINE_ENGINE_H
#define FT_ENGINE_ENGINE_H

#include <fatiao/fatiao.h>

#ifdef __cplusplus
extern "C" {
#endif

#include "base/array.h"
#include "base/strbuf.h"

/* The most bytes a term may have (Xapian's glass back end). */
enum { FT_TERM_BYTES_MAX = 245 };

/* An open database. */
typedef struct ft_engine ft_engine;

/* Opens the database in folder `path`. Reading: FATIAO_ERR_NOT_FOUND if there
 * is none. Writing: makes it if there is none (its parent folder must exist);
 * FATIAO_ERR_LOCKED if another process or engine writes to it. */
fatiao_status ft_engine_open_read(const char *path, ft_engine **out,
                                  fatiao_error *error);
fatiao_status ft_engine_open_write(const char *path, ft_engine **out,
                                   fatiao_error *error);
/* Drops what was not committed. */
void ft_engine_close(ft_engine *engine);

/* ----------------------------------------------------------------- writing */

/* A document being made: terms, filters and data. */
typedef struct ft_document ft_document;

fatiao_status ft_document_new(ft_document **out, fatiao_error *error);
void ft_document_free(ft_document *document);
/* Counts a term `frequency` more times in this document. */
fatiao_status ft_document_term(ft_document *document, const char *term,
                               size_t byte_count, uint32_t frequency,
                               fatiao_error *error);
/* Adds a term that filters and never scores. */
fatiao_status ft_document_filter(ft_document *document, const char *term,
                                 size_t byte_count, fatiao_error *error);
fatiao_status ft_document_data(ft_document *document, const void *bytes,
                               size_t byte_count, fatiao_error *error);

/* The changes below take effect together with the next commit, and are dropped
 * if there is none. After one has failed, all since the last commit are
 * dropped and the engine answers every call with the status of the failure: it
 * can only be closed. So several calls that belong together go in all or not
 * at all, if the caller gives up at the first failure. */

/* Removes all documents that hold a filter. */
fatiao_status ft_engine_remove(ft_engine *engine, const char *filter,
                               size_t byte_count, fatiao_error *error);
/* Adds a document; its id is greater than all before. */
fatiao_status ft_engine_add(ft_engine *engine, const ft_document *document,
                            fatiao_error *error);
fatiao_status ft_engine_metadata_put(ft_engine *engine, const char *key,
                                     const char *value, size_t byte_count,
                                     fatiao_error *error);

fatiao_status ft_engine_commit(ft_engine *engine, fatiao_error *error);
/* Drops the changes since the last commit and lets no more be made, as after a
 * failure: for a caller whose own part of a change has failed. */
void ft_engine_abandon(ft_engine *engine, fatiao_status failure);

/* ----------------------------------------------------------------- reading */

/* These work on a writer too, which sees its own changes. On an engine opened
 * for reading each answers FATIAO_ERR_CHANGED when writers have moved the
 * database on; ft_engine_reopen then goes to its newest state and the caller
 * starts over. */
fatiao_status ft_engine_reopen(ft_engine *engine, fatiao_error *error);

/* Appends the value to `out`, whose failure is one of this call; nothing if the
 * key is not there. */
fatiao_status ft_engine_metadata_get(ft_engine *engine, const char *key,
                                     ft_strbuf *out, fatiao_error *error);

fatiao_status ft_engine_document_count(ft_engine *engine, uint32_t *out,
                                       fatiao_error *error);
/* The mean over all documents of the sum of their term frequencies. */
fatiao_status ft_engine_average_length(ft_engine *engine, double *out,
                                       fatiao_error *error);
/* In how many documents a term stands. */
fatiao_status ft_engine_term_documents(ft_engine *engine, const char *term,
                                       size_t byte_count, uint32_t *out,
                                       fatiao_error *error);

/* Pushes the ids (uint32_t) of all documents with a term, ascending. */
fatiao_status ft_engine_postings(ft_engine *engine, const char *term,
                                 size_t byte_count, ft_array *ids,
                                 fatiao_error *error);
/* A document that holds a term. */
typedef struct ft_engine_posting {
    uint32_t id;
    uint32_t frequency; /* of the term in the document */
    uint32_t length;    /* the sum of the document's frequencies */
} ft_engine_posting;

/* Pushes ft_engine_posting items, by ascending id, of the documents from id
 * `first` on. */
fatiao_status ft_engine_read_postings(ft_engine *engine, const char *term,
                                      size_t byte_count, uint32_t first,
                                      ft_array *postings, fatiao_error *error);

/* Told of a term while the terms are listed; anything but FATIAO_OK ends it. */
typedef fatiao_status ft_engine_visit(void *context, const char *term,
                                      size_t byte_count, uint32_t documents,
                                      fatiao_error *error);
/* Calls `visit` for each term that begins with `prefix`, in byte order. */
fatiao_status ft_engine_list_terms(ft_engine *engine, const char *prefix,
                                   ft_engine_visit *visit, void *context,
                                   fatiao_error *error);

/* The greatest id that a document has had, and what tells this database from
 * all others: ids are never used again. */
typedef struct ft_engine_stamp {
    char uuid[40];
    uint32_t last_id;
} ft_engine_stamp;
fatiao_status ft_engine_read_stamp(ft_engine *engine, ft_engine_stamp *out,
                                   fatiao_error *error);

/* Appends a document's data to `out`, whose failure is one of this call.
 * FATIAO_ERR_NOT_FOUND: no such id. */
fatiao_status ft_engine_data(ft_engine *engine, uint32_t id, ft_strbuf *out,
                             fatiao_error *error);

typedef struct ft_engine_term {
    const char *bytes;
    size_t byte_count;
} ft_engine_term;

/* What to find: documents with all of `required` and at least one of `any`,
 * where there are any of each. */
typedef struct ft_engine_filter {
    const ft_engine_term *required;
    size_t required_count;
    const ft_engine_term *any;
    size_t any_count;
} ft_engine_filter;

/* Pushes the ids (uint32_t) of the documents that pass, ascending. */
fatiao_status ft_engine_find(ft_engine *engine, const ft_engine_filter *filter,
                             ft_array *ids, fatiao_error *error);

#ifdef __cplusplus
}
#endif

#endif
