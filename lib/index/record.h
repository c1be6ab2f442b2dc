/* A statute and its articles as bytes, for the data of the index's documents.
 *
 * Numbers and strings are those of wire.h.
 *
 *     statute record   version, digest[16], id, title, source, flags (1 draft),
 *                      date, article count, clause count,
 *                      events (count; for each name, text, year, month, day),
 *                      nodes of the statute
 *     article record   version, statute id, fragment, heading, line,
 *                      nodes of the article
 *     nodes            count; for each in the order of the document:
 *                      depth, kind, flags (1 ambiguous tail), number, suffix,
 *                      line, byte start, byte count, label, text
 *                      or, for a node with a record of its own:
 *                      depth, 31
 *
 * Each record ends with the low 32 bits of the XXH3 hash of what precedes,
 * little-endian: the database has no checksums of its own, and wrong text must
 * never be shown.
 *
 * ARTICLE, PREAMBLE and ANNEX (ft_node_is_article) each have a record. In the
 * record around it only a place is kept for such a node, which the next
 * article record in the order of the document fills. An annex with articles
 * of its own shows that this nests:
 *
 *     STATUTE                       statute  0 STATUTE
 *       CHAPTER 一                           1 CHAPTER 一
 *         ARTICLE 1                          2 (next record)
 *           PARAGRAPH                        1 (next record)
 *       ANNEX                       1        0 ARTICLE 1, 1 PARAGRAPH
 *         PARAGRAPH                 annex    0 ANNEX, 1 PARAGRAPH,
 *         ARTICLE 1                          1 (next record)
 *           PARAGRAPH               annex/1  0 ARTICLE 1, 1 PARAGRAPH
 *
 * Reading one article's record gives its tree without the articles inside. */
#ifndef FT_INDEX_RECORD_H
#define FT_INDEX_RECORD_H

#include "base/strbuf.h"
#include "statute/statute.h"

/* A statute record's fixed part. Read strings live in the arena. */
typedef struct ft_statute_record {
    const char *id;
    const char *title;
    const char *source; /* "" if unknown */
    const char *date;   /* "2017-09-01" or "" */
    fatiao_digest digest;
    bool is_draft;
    uint32_t article_count; /* 条: ARTICLE nodes, wherever they stand */
    uint32_t clause_count;  /* 款 and 项: ft_node_is_clause */
} ft_statute_record;

typedef struct ft_article_record {
    const char *statute_id;
    const char *fragment; /* "40" */
    const char *heading;  /* "第五章 市场开拓", levels joined by " / " */
    uint32_t line;
    const fatiao_node *article; /* its tree, without the articles inside */
} ft_article_record;

/* Writing. */
void ft_record_write_statute(ft_strbuf *out, const ft_statute_record *record,
                             const fatiao_statute *statute);
void ft_record_write_article(ft_strbuf *out, const ft_article_record *record);
/* Ends a record that begins at `start` with its hash. */
void ft_record_seal(ft_strbuf *out, size_t start);

/* Reading. Strings and nodes go into `arena`, which takes at most some twenty
 * times the bytes of the record. FATIAO_ERR_CORRUPT: the bytes are no record
 * or do not match their hash. */
fatiao_status ft_record_read_statute(const char *bytes, size_t byte_count,
                                     ft_arena *arena, ft_statute_record *out,
                                     fatiao_error *error);
fatiao_status ft_record_read_article(const char *bytes, size_t byte_count,
                                     ft_arena *arena, ft_article_record *out,
                                     fatiao_error *error);

/* The statute as it was, out of its own record and those of its articles in
 * the order of the document (an array of ft_strbuf). It has no notes. */
fatiao_status ft_record_restore(const char *bytes, size_t byte_count,
                                const ft_array *articles, fatiao_statute **out,
                                fatiao_error *error);

#endif
