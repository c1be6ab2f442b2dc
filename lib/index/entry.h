/* From a statute and its articles to the documents of the index (schema.h):
 * which terms they get, and their records. */
#ifndef FT_INDEX_ENTRY_H
#define FT_INDEX_ENTRY_H

#include <fatiao/fatiao.h>

#include "base/array.h"
#include "base/strbuf.h"
#include "engine/engine.h"
#include "index/bag.h"
#include "index/record.h"
#include "statute/alias.h"
#include "statute/place.h"
#include "text/analyzer.h"

/* The filter of a statute's documents: 'S' and 32 hexadecimal digits. */
enum { FT_STATUTE_TERM_BYTES = 33 };
void ft_entry_statute_term(const char *id,
                           char term[FT_STATUTE_TERM_BYTES + 1]);

/* Pushes the documents (uint32_t) of a statute, its own first, then those of
 * its articles in their order; none if the index does not have it. */
fatiao_status ft_entry_list_documents(ft_engine *engine, const char *id,
                                      ft_array *documents, fatiao_error *error);

/* Pushes the documents (uint32_t) that are a statute's own. */
fatiao_status ft_entry_list_statutes(ft_engine *engine, ft_array *documents,
                                     fatiao_error *error);

/* Reads the record of a document, which must be of that kind. Strings and nodes
 * go into `arena`. */
fatiao_status ft_entry_read_statute(ft_engine *engine, uint32_t document,
                                    ft_arena *arena, ft_statute_record *out,
                                    fatiao_error *error);
fatiao_status ft_entry_read_article(ft_engine *engine, uint32_t document,
                                    ft_arena *arena, ft_article_record *out,
                                    fatiao_error *error);

/* Reads the record of a statute, whose document is the first of those with its
 * filter. Strings go into `arena`. FATIAO_ERR_NOT_FOUND: no statute has the
 * id. */
fatiao_status ft_entry_find_statute(ft_engine *engine, const char *id,
                                    ft_arena *arena, ft_statute_record *out,
                                    fatiao_error *error);

/* What is needed to make documents, one after another. */
typedef struct ft_entry_maker {
    ft_analyzer *analyzer;
    ft_array chars;
    ft_array tokens;
    ft_strbuf text; /* a term, a heading */
    ft_strbuf record;
    ft_bag bag;
    ft_link_reader links;
    ft_arena arena;
    ft_array aliases; /* of ft_alias: those of the statute, in the arena */
} ft_entry_maker;

fatiao_status ft_entry_maker_init(ft_entry_maker *maker, fatiao_error *error);
void ft_entry_maker_finish(ft_entry_maker *maker);

/* The statute's record but for id, source and digest; `date`, of at least 16
 * bytes, is where its date is kept. */
void ft_entry_describe(const fatiao_statute *statute, ft_statute_record *out,
                       char date[16]);

/* The document of the statute, which comes before those of its articles. Freed
 * with ft_document_free. */
fatiao_status ft_entry_statute(ft_entry_maker *maker,
                               const ft_statute_record *record,
                               const fatiao_statute *statute, ft_document **out,
                               fatiao_error *error);

/* The document of one of its articles; `is_first` of those below its
 * headings. */
fatiao_status ft_entry_article(ft_entry_maker *maker,
                               const ft_statute_record *record,
                               const ft_placed_article *article, bool is_first,
                               ft_document **out, fatiao_error *error);

#endif
