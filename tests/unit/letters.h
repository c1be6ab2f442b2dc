/* What the tests of the engine share: a folder for each, and documents of
 * one-letter terms. */
#ifndef FT_TESTS_LETTERS_H
#define FT_TESTS_LETTERS_H

#include "unit.h"

#include <string.h>

#include "engine/engine.h"
#include "folder.h"

static inline int
set_up(void **state)
{
    *state = folder_make();
    return 0;
}

static inline int
tear_down(void **state)
{
    folder_finish(*state);
    return 0;
}

static inline ft_engine *
open_writer(const char *path)
{
    ft_engine *engine;
    assert_int_equal(ft_engine_open_write(path, &engine, NULL), FATIAO_OK);
    return engine;
}

static inline ft_engine *
open_reader(const char *path)
{
    ft_engine *engine;
    assert_int_equal(ft_engine_open_read(path, &engine, NULL), FATIAO_OK);
    return engine;
}

static inline void
commit(ft_engine *engine)
{
    assert_int_equal(ft_engine_commit(engine, NULL), FATIAO_OK);
}

/* Adds a document with these one-letter terms, which is also its data, and a
 * filter. */
static inline void
add(ft_engine *engine, const char *terms, const char *filter)
{
    ft_document *document;
    assert_int_equal(ft_document_new(&document, NULL), FATIAO_OK);
    for (const char *term = terms; *term != '\0'; term++)
        assert_int_equal(ft_document_term(document, term, 1, 1, NULL),
                         FATIAO_OK);
    assert_int_equal(ft_document_filter(document, filter, strlen(filter), NULL),
                     FATIAO_OK);
    assert_int_equal(ft_document_data(document, terms, strlen(terms), NULL),
                     FATIAO_OK);
    assert_int_equal(ft_engine_add(engine, document, NULL), FATIAO_OK);
    ft_document_free(document);
}

static inline uint32_t
count(ft_engine *engine)
{
    uint32_t found;
    assert_int_equal(ft_engine_document_count(engine, &found, NULL), FATIAO_OK);
    return found;
}

#endif
