/* A statute and its articles as bytes, for the data of the index's documents.
 *
 * Numbers are LEB128 varints, strings a varint byte count and the bytes.
 *
 *     statute record   version, digest[16], id, title, source, flags (1 draft),
 *                      date, article count, clause count,
 *                      events (count; name, text, year, month, day),
 *                      nodes: the tree without what is below its articles
 *     article record   version, statute id, fragment, heading, line,
 *                      nodes: the article's own tree
 *     nodes            count; for each in the order of the document:
 *                      depth, kind, flags (1 ambiguous tail), number, suffix,
 *                      line, byte start, byte count, label, text
 *
 * Each record ends with the low 32 bits of the XXH3 hash of what precedes,
 * little-endian: the database has no checksums of its own, and wrong text must
 * never be shown. */
#ifndef FT_INDEX_RECORD_H
#define FT_INDEX_RECORD_H

#include "base/strbuf.h"
#include "statute/statute.h"

/* A statute record's fixed part. Strings are borrowed from where it was read.
 */
typedef struct ft_statute_record {
    const char *id;
    const char *title;
    const char *source;
    const char *date;
    fatiao_digest digest;
    bool is_draft;
    uint32_t article_count;
    uint32_t clause_count;
} ft_statute_record;

typedef struct ft_article_record {
    const char *statute_id;
    const char *fragment; /* "40" */
    const char *heading;  /* "第五章 市场开拓", levels joined by " / " */
    uint32_t line;
    const fatiao_node *article; /* its tree */
} ft_article_record;

/* Whether this node has a document of its own: ARTICLE, PREAMBLE, ANNEX. */
bool ft_record_is_article(const fatiao_node *node);

/* Writing. */
void ft_record_write_statute(ft_strbuf *out, const ft_statute_record *record,
                             const fatiao_statute *statute);
void ft_record_write_article(ft_strbuf *out, const ft_article_record *record);

/* Reading. Strings and nodes go into `arena`. FATIAO_ERR_CORRUPT: the bytes
 * are no record or do not match their hash. */
fatiao_status ft_record_read_statute(const char *bytes, size_t byte_count,
                                     ft_arena *arena, ft_statute_record *out,
                                     fatiao_error *error);
fatiao_status ft_record_read_article(const char *bytes, size_t byte_count,
                                     ft_arena *arena, ft_article_record *out,
                                     fatiao_error *error);

/* The statute as it was, out of its own record and those of its articles in
 * their order (an array of ft_strbuf). */
fatiao_status ft_record_restore(const char *bytes, size_t byte_count,
                                const ft_array *articles, fatiao_statute **out,
                                fatiao_error *error);

#endif
