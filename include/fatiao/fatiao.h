/* fatiao: full-text search in Chinese statutes.
 *
 * The whole library is in this header, in the order data flows:
 *
 *     bytes --parse--> statute --put--> index --search--> hits
 *
 * The shortest useful program, checks left out (examples/ has them in):
 *
 *     fatiao_statute *statute;
 *     fatiao_statute_parse(bytes, byte_count, NULL, &statute, NULL);
 *
 *     fatiao_writer *writer;
 *     fatiao_writer_open("index", &writer, NULL);
 *     fatiao_writer_put(writer, "qingdao", statute, "qingdao.md", NULL);
 *     fatiao_writer_commit(writer, NULL);
 *     fatiao_writer_optimize(writer, NULL);
 *     fatiao_writer_close(writer);
 *
 *     fatiao_searcher *searcher;
 *     fatiao_searcher_open("index", &searcher, NULL);
 *     fatiao_query *query;
 *     fatiao_query_parse("没有抵押物怎么贷款", &query, NULL);
 *     fatiao_hits *hits;
 *     fatiao_searcher_search(searcher, query, NULL, &hits, NULL);
 *     for (size_t i = 0; i < fatiao_hits_count(hits); i++)
 *         puts(fatiao_hits_at(hits, i)->citation);
 *
 * Rules that hold for every function:
 *
 * - Text is UTF-8. A `const char *` argument ends with NUL unless a
 *   `byte_count` stands beside it.
 * - What can fail returns a fatiao_status; on failure `*out` is NULL and
 *   `*error`, unless it is NULL, says what happened and where. A NULL where a
 *   value is needed is answered with FATIAO_ERR_ARGUMENT.
 * - `T **out` belongs to the caller, who frees it with the function named at
 *   its type. `const` pointers are borrowed and live as long as the object
 *   they were asked of. `close` and `free` accept NULL.
 * - The library prints nothing, reads no environment variable, keeps no
 *   global state and never ends the process.
 * - Structs that the library hands out by const pointer may grow at the end.
 *   Structs that the caller fills begin with their size and are made with
 *   their FATIAO_..._OPTIONS initialiser.
 */
#ifndef FATIAO_FATIAO_H
#define FATIAO_FATIAO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define FATIAO_API __attribute__((visibility("default")))
#define FATIAO_MUST_CHECK __attribute__((warn_unused_result))
#else
#define FATIAO_API
#define FATIAO_MUST_CHECK
#endif

/* ------------------------------------------------------------------ errors */

/* What a call came to. The numbers are fixed and never used again for
 * something else. */
typedef enum fatiao_status {
    FATIAO_OK = 0,
    FATIAO_ERR_ARGUMENT = 1,  /* the call itself is wrong: a caller's bug */
    FATIAO_ERR_MEMORY = 2,    /* no memory */
    FATIAO_ERR_ENCODING = 3,  /* the bytes are no text in a known encoding */
    FATIAO_ERR_SYNTAX = 4,    /* a citation that cannot be understood */
    FATIAO_ERR_NOT_FOUND = 5, /* no index there, or nothing under that id */
    FATIAO_ERR_LOCKED = 6,    /* another writer has the index open */
    FATIAO_ERR_IO = 7,        /* disk full, no permission, device failed */
    FATIAO_ERR_CORRUPT = 8,   /* the index is damaged */
    FATIAO_ERR_FORMAT = 9,    /* the index is of another format version */
    FATIAO_ERR_LIMIT = 10,    /* input beyond a documented limit */
    FATIAO_ERR_CHANGED = 11,  /* writers kept changing the index: try again */
    FATIAO_ERR_INTERNAL = 12  /* a fault of the library: please report it */
} fatiao_status;

/* Where and why a call failed. Lives in the caller's memory and owns nothing;
 * every public function that takes one clears it on entry. `line` and `column`
 * count from 1, columns in characters; 0 means that no place is known. `file`
 * is "" where no file is meant; a longer name keeps its end. `message` is one
 * line with no full stop. */
typedef struct fatiao_error {
    fatiao_status status;
    uint32_t line;
    uint32_t column;
    char file[256];
    char message[512];
} fatiao_error;

/* The name of a status in a few English words, "disk or permission" for
 * FATIAO_ERR_IO. Never NULL, static. */
FATIAO_API const char *fatiao_status_name(fatiao_status status);

/* The version of the library, "0.1.0". Static. */
FATIAO_API const char *fatiao_version(void);

/* ---------------------------------------------------------------- statutes */

/* A statute read from text: a tree of nodes in the order of the document.
 * Immutable; may be shared across threads. Freed with fatiao_statute_free. */
typedef struct fatiao_statute fatiao_statute;

/* What a node is. The levels of Chinese law from 编 to 目, and around them
 * what else stands in a document, so that no text is left without a place. */
typedef enum fatiao_node_kind {
    FATIAO_NODE_STATUTE = 0,  /* the root */
    FATIAO_NODE_TITLE = 1,    /* a line of the title */
    FATIAO_NODE_EVENT = 2,    /* 通过, 公布, 修订 …: how it was made */
    FATIAO_NODE_CONTENTS = 3, /* 目录, its lines joined by line feeds */
    FATIAO_NODE_PREAMBLE = 4, /* 序言 or text before the first article */
    FATIAO_NODE_PART = 5,     /* 编 */
    FATIAO_NODE_SUBPART = 6,  /* 分编 */
    FATIAO_NODE_CHAPTER = 7,  /* 章 */
    FATIAO_NODE_SECTION = 8,  /* 节 */
    FATIAO_NODE_ARTICLE = 9,  /* 条 */
    FATIAO_NODE_PARAGRAPH = 10, /* 款 */
    FATIAO_NODE_ITEM = 11,      /* 项 */
    FATIAO_NODE_SUBITEM = 12,   /* 目 */
    FATIAO_NODE_ANNEX = 13,     /* 附件 */
    FATIAO_NODE_QUOTE = 14,     /* words an amendment puts into another law */
    FATIAO_NODE_TABLE = 15,     /* rows joined by line feeds */
    FATIAO_NODE_SIGNATURE = 16, /* name and date below the text */
    FATIAO_NODE_HEADING = 17 /* a heading without 第…: 附则, 一、管辖 */
} fatiao_node_kind;

/* One node. Its own text comes before that of its children.
 *
 *     第四十条                   ARTICLE   label "第四十条", text ""
 *       政府采购部门应当…        PARAGRAPH label "",         text "政府…"
 *       有下列情形之一的：       PARAGRAPH
 *         （一）…                ITEM      label "（一）",   text "…"
 *
 * Every paragraph, item and quote of the document hangs below an ARTICLE, a
 * PREAMBLE or an ANNEX; text that stands elsewhere has an ARTICLE with number 0
 * and label "". A document without 第…条 has articles all the same: its 一、
 * sections, the numbers 1. that run through these, or, where it has no numbers
 * at all, one ARTICLE with number 0. The text of an item holds its further
 * paragraphs behind line feeds, where the list goes on after them. */
typedef struct fatiao_node fatiao_node;
struct fatiao_node {
    fatiao_node_kind kind;
    /* 第一百二十条之三 is number 120, suffix 3. A paragraph's place among its
     * siblings. 0 where there is no number. */
    uint32_t number;
    uint32_t suffix;
    const char *label; /* as printed, "第四十条"; "" for paragraphs */
    const char *text;  /* own text without label and markup; may be "" */
    size_t text_byte_count;
    /* Where label and text stand in the source: bytes of its UTF-8 form (of
     * the file itself unless it was GB18030 or UTF-16), and the line from 1. */
    size_t byte_start;
    size_t byte_count;
    uint32_t line;
    /* A paragraph that follows the items of the one before: counted as a new
     * 款, though it may be the tail of the same sentence. */
    bool is_ambiguous_tail;
    const fatiao_node *parent; /* NULL at the root */
    const fatiao_node *child;  /* the first, or NULL */
    const fatiao_node *next;   /* the next sibling, or NULL */
};

/* An event in the making of a statute. `year`, `month`, `day` are 0 where the
 * document does not say. */
typedef struct fatiao_event {
    const char *name; /* "通过", "公布", "批准", "修订", "修正", "施行" … */
    const char *text; /* the words of the document */
    uint16_t year;
    uint8_t month;
    uint8_t day;
} fatiao_event;

/* What the reader saw that a careful editor would look at. */
typedef enum fatiao_note_kind {
    FATIAO_NOTE_REPAIR = 1,         /* read otherwise than it is written */
    FATIAO_NOTE_GAP = 2,            /* article numbers are missing */
    FATIAO_NOTE_DUPLICATE = 3,      /* an article number stands twice */
    FATIAO_NOTE_AMBIGUOUS_TAIL = 4, /* doubtful 款 after a list of 项 */
    FATIAO_NOTE_PRIVATE_USE = 5     /* characters with no public meaning */
} fatiao_note_kind;

typedef struct fatiao_note {
    fatiao_note_kind kind;
    uint32_t line;   /* from 1 */
    uint32_t column; /* in characters, from 1 */
    const char *message;
} fatiao_note;

typedef enum fatiao_format {
    FATIAO_FORMAT_AUTO = 0, /* Markdown if `name` ends in .md or .markdown */
    FATIAO_FORMAT_MARKDOWN = 1,
    FATIAO_FORMAT_PLAIN = 2
} fatiao_format;

typedef struct fatiao_parse_options {
    size_t size;
    const char *name; /* file name for errors and the title of last resort */
    fatiao_format format;
} fatiao_parse_options;
#define FATIAO_PARSE_OPTIONS                                                   \
    {                                                                          \
        sizeof(fatiao_parse_options), NULL, FATIAO_FORMAT_AUTO                 \
    }

/* The most bytes a statute may have: 64 MiB. */
#define FATIAO_STATUTE_BYTES_MAX ((size_t)64 << 20)

/* Reads a statute. The text may be UTF-8 with or without a byte order mark,
 * UTF-16 with one, or GB18030; line ends may be LF or CRLF. `options` NULL is
 * all defaults. `bytes` may be freed afterwards.
 * FATIAO_ERR_ENCODING: no known encoding fits, or a NUL stands in the text.
 * FATIAO_ERR_LIMIT: more than FATIAO_STATUTE_BYTES_MAX bytes, or Markdown of so
 * many lines (a million) or nested so deeply (32 quotes and lists on one line)
 * that reading it would take no reasonable time.
 * An empty or oddly built text is no error: it gives what tree it gives. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_statute_parse(
    const char *bytes, size_t byte_count, const fatiao_parse_options *options,
    fatiao_statute **out, fatiao_error *error);

FATIAO_API void fatiao_statute_free(fatiao_statute *statute);

/* The title on one line, "青岛市中小企业发展促进条例（征求意见稿）". */
FATIAO_API const char *fatiao_statute_title(const fatiao_statute *statute);

/* Whether the title says that this is a draft (草案, 征求意见稿 …). */
FATIAO_API bool fatiao_statute_is_draft(const fatiao_statute *statute);

FATIAO_API size_t fatiao_statute_event_count(const fatiao_statute *statute);
FATIAO_API const fatiao_event *
fatiao_statute_event_at(const fatiao_statute *statute, size_t index);

/* The root of the tree. To visit every node in the order of the document:
 *
 *     const fatiao_node *node = fatiao_statute_root(statute);
 *     for (; node != NULL; node = fatiao_node_following(node))
 *         puts(node->text);
 */
FATIAO_API const fatiao_node *
fatiao_statute_root(const fatiao_statute *statute);

/* The node after this one in the order of the document: first child, else next
 * sibling, else that of the nearest ancestor that has one. NULL at the end. */
FATIAO_API const fatiao_node *fatiao_node_following(const fatiao_node *node);

/* The node under an id's fragment, "40", "40.2", "40.2.1", "120-3", "text",
 * "preamble", "annex-1.2". NULL if there is none. Where an article number
 * stands twice, the second one's fragment is "40~2". */
FATIAO_API const fatiao_node *fatiao_statute_find(const fatiao_statute *statute,
                                                  const char *fragment);

/* Notes of the reader, in the order of the document. A statute that came out
 * of an index has none. */
FATIAO_API size_t fatiao_statute_note_count(const fatiao_statute *statute);
FATIAO_API const fatiao_note *
fatiao_statute_note_at(const fatiao_statute *statute, size_t index);

/* Owned text that a function makes for the caller. Freed with
 * fatiao_text_free, never with free(). */
FATIAO_API void fatiao_text_free(char *text);

/* The citation of a node, as a lawyer writes it:
 * 《青岛市中小企业发展促进条例（征求意见稿）》第二十二条第二款. 第一款 is not
 * said where an article has one paragraph. `*out` is freed with
 * fatiao_text_free. `node` must be of this statute. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_statute_cite(const fatiao_statute *statute, const fatiao_node *node,
                    char **out, fatiao_error *error);

/* The fragment of a node's id, the inverse of fatiao_statute_find: "40.2".
 * "" for a node that has none (a chapter, a title). */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_statute_fragment(const fatiao_statute *statute, const fatiao_node *node,
                        char **out, fatiao_error *error);

/* ----------------------------------------------------------------- writing */

/* An index opened for writing: one at a time for each index, in one thread at
 * a time. Closed with fatiao_writer_close. */
typedef struct fatiao_writer fatiao_writer;

/* Hash of a file's bytes (XXH3, 128 bits), to tell what has changed. */
typedef struct fatiao_digest {
    uint8_t bytes[16];
} fatiao_digest;

FATIAO_API void fatiao_digest_compute(const void *bytes, size_t byte_count,
                                      fatiao_digest *out);

/* Opens the index in folder `path` for writing; makes the folder if need be.
 * FATIAO_ERR_LOCKED: another writer has it. FATIAO_ERR_FORMAT: written by an
 * incompatible version; make it anew. FATIAO_ERR_ARGUMENT: `path` is no
 * folder, or a folder with other things in it. FATIAO_ERR_IO: not writable. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_writer_open(const char *path, fatiao_writer **out, fatiao_error *error);

/* Puts a statute into the index under `id`, in place of the one that had the
 * id. `source` is the path to show to people, of any bytes, and may be NULL;
 * `digest` is that of the file's bytes, and may be NULL. The whole statute goes
 * in or nothing of it; it can be found after the next commit.
 * FATIAO_ERR_ARGUMENT: the id is empty, not UTF-8, has a '#', a control
 * character or more than 1,024 bytes. After any other failure the writer can
 * only be closed; the index stays as of the last commit. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_writer_put(
    fatiao_writer *writer, const char *id, const fatiao_statute *statute,
    const char *source, const fatiao_digest *digest, fatiao_error *error);

/* Removes a statute. FATIAO_ERR_NOT_FOUND: no statute has this id. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_writer_remove(
    fatiao_writer *writer, const char *id, fatiao_error *error);

/* The digest that a statute was put with, to skip what has not changed; sees
 * what this writer has put, committed or not. `*out` is all zeros if it was
 * put without one. FATIAO_ERR_NOT_FOUND: no statute has this id. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_writer_digest(fatiao_writer *writer, const char *id, fatiao_digest *out,
                     fatiao_error *error);

/* Makes all that was put and removed durable and visible to new searchers, at
 * once. On failure the index is as of the last commit. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_writer_commit(fatiao_writer *writer, fatiao_error *error);

/* Makes what lets searches be fast and forgiving, beside the index: call it
 * after the last commit. Does nothing if nothing has changed since. Without it,
 * or after a failure, the index answers all the same.
 * FATIAO_ERR_IO: not writable, or the disk is full. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_writer_optimize(fatiao_writer *writer, fatiao_error *error);

/* Closes the writer and drops what was not committed. */
FATIAO_API void fatiao_writer_close(fatiao_writer *writer);

/* --------------------------------------------------------------- searching */

/* An index opened for reading, by one thread at a time; open one for each
 * thread. It sees the index as of its opening, or later: when a writer has
 * committed, the searcher moves on by itself. Closed with
 * fatiao_searcher_close. */
typedef struct fatiao_searcher fatiao_searcher;

/* FATIAO_ERR_NOT_FOUND: no index in folder `path`. FATIAO_ERR_FORMAT: of an
 * incompatible version. FATIAO_ERR_IO: cannot be read. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_searcher_open(
    const char *path, fatiao_searcher **out, fatiao_error *error);

FATIAO_API void fatiao_searcher_close(fatiao_searcher *searcher);

/* A question, cut into terms. Immutable; may be shared across threads. Freed
 * with fatiao_query_free. */
typedef struct fatiao_query fatiao_query;

/* The most bytes a question may have. */
#define FATIAO_QUERY_BYTES_MAX ((size_t)4096)

/* Reads a question: words in any order, best clauses first; what stands in
 * quotation marks ("…", “…”, 「…」) must stand in the clause just so, unless
 * nothing has it and there are other words to go by. Blanks and the width and
 * kind of characters make no difference.
 * FATIAO_ERR_ENCODING: not UTF-8. FATIAO_ERR_LIMIT: too long, or more than 32
 * quotations. FATIAO_ERR_SYNTAX: nothing to look for. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_query_parse(const char *text, fatiao_query **out, fatiao_error *error);

FATIAO_API void fatiao_query_free(fatiao_query *query);

/* A run of text to mark, in bytes and in characters (code points). */
typedef struct fatiao_span {
    size_t byte_start;
    size_t byte_count;
    size_t char_start;
    size_t char_count;
} fatiao_span;

/* A clause (款 or 项) that answers. */
typedef struct fatiao_clause {
    const char *id;       /* "qingdao#40.2" */
    const char *citation; /* 《…》第四十条第二款 */
    fatiao_node_kind kind;
    const char *label; /* "（一）" for an item, "" for a paragraph */
    const char *text;  /* own text, without its items */
    const char *lead;  /* for an item, the words it completes; else "" */
    uint32_t line;     /* in the source file */
    double score;      /* relative to the other clauses of this article */
    const fatiao_span *marks; /* in `text`, in order, none overlapping */
    size_t mark_count;
} fatiao_clause;

/* An article that answers, with its clauses, best first. A hit always shows
 * why it was found: marks in a clause, in the heading or in the title. */
typedef struct fatiao_hit {
    const char *id;         /* "qingdao#40" */
    const char *statute_id; /* "qingdao" */
    const char *title;      /* of the statute */
    const char *source;     /* path of the file, "" if unknown */
    const char *citation;   /* of the best clause, or of the article */
    const char *heading; /* "第五章 市场开拓", levels joined by " / " */
    double score;        /* higher is better; comparable within a result */
    const fatiao_clause *clauses;
    size_t clause_count; /* 0 if only heading or title matched */
    const fatiao_span *title_marks;
    size_t title_mark_count;
    const fatiao_span *heading_marks;
    size_t heading_mark_count;
    /* The article's first clause, to show when none matched. */
    const fatiao_clause *opening;
} fatiao_hit;

/* A result: hits, best first. Immutable; may be shared across threads, and
 * outlives its searcher. Freed with fatiao_hits_free. */
typedef struct fatiao_hits fatiao_hits;

typedef struct fatiao_search_options {
    size_t size;
    size_t limit;           /* the most hits; 0 is FATIAO_SEARCH_LIMIT */
    const char *statute_id; /* search this statute only; NULL for all */
    bool no_correction;     /* the question as it is written, and no other */
} fatiao_search_options;
#define FATIAO_SEARCH_OPTIONS                                                  \
    {                                                                          \
        sizeof(fatiao_search_options), 0, NULL, false                          \
    }
#define FATIAO_SEARCH_LIMIT 10
#define FATIAO_SEARCH_ALL SIZE_MAX

/* Finds the articles that answer `query`; no hits is FATIAO_OK and an empty
 * result. FATIAO_ERR_NOT_FOUND: options name a statute that is not there. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_searcher_search(fatiao_searcher *searcher, const fatiao_query *query,
                       const fatiao_search_options *options, fatiao_hits **out,
                       fatiao_error *error);

/* Whether no article has all that stands in quotation marks, so that, the
 * question having other words too, the marks were passed over. */
FATIAO_API bool fatiao_hits_is_relaxed(const fatiao_hits *hits);

/* The question as the engine would rather read it: 专精特新 for 专精特薪, for
 * zjtx and for zhuanjing特新, out of the words of the index. NULL if it is well
 * written, or nothing better is known, or options forbid. Borrowed. */
FATIAO_API const char *fatiao_hits_suggestion(const fatiao_hits *hits);

/* Whether the hits are for the suggestion, because the question as written
 * finds nothing or has words that stand nowhere. Else the suggestion is to be
 * offered, 您是不是要找. */
FATIAO_API bool fatiao_hits_is_corrected(const fatiao_hits *hits);

FATIAO_API size_t fatiao_hits_count(const fatiao_hits *hits);
FATIAO_API const fatiao_hit *fatiao_hits_at(const fatiao_hits *hits,
                                            size_t index);
FATIAO_API void fatiao_hits_free(fatiao_hits *hits);

/* ----------------------------------------------------------- looking things up
 */

/* What the index knows of a statute without reading its text. */
typedef struct fatiao_statute_info {
    const char *id;
    const char *title;
    const char *source; /* path of the file, "" if unknown */
    const char *date; /* "2017-09-01": of its last 通过/修订/修正/公布, or "" */
    bool is_draft;
    uint32_t article_count;
    uint32_t clause_count;
} fatiao_statute_info;

/* The statutes of an index, ordered by id. Freed with fatiao_catalog_free. */
typedef struct fatiao_catalog fatiao_catalog;

FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_searcher_list(
    fatiao_searcher *searcher, fatiao_catalog **out, fatiao_error *error);
FATIAO_API size_t fatiao_catalog_count(const fatiao_catalog *catalog);
FATIAO_API const fatiao_statute_info *
fatiao_catalog_at(const fatiao_catalog *catalog, size_t index);
FATIAO_API void fatiao_catalog_free(fatiao_catalog *catalog);

/* Reads a whole statute back from the index, as it was put.
 * FATIAO_ERR_NOT_FOUND: no statute has this id. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_searcher_statute(fatiao_searcher *searcher, const char *id,
                        fatiao_statute **out, fatiao_error *error);

/* One place that a citation can mean. */
typedef struct fatiao_reference {
    const char *id; /* "qingdao#40.2", or "qingdao" for the whole */
    const char *statute_id;
    const char *fragment; /* "40.2", or "" for the whole statute */
    const char *title;
    const char *date;
    const char *source; /* path of the file, "" if unknown */
} fatiao_reference;

/* The places that a citation can mean, likeliest first: none, one, or several
 * where a name fits several statutes. Freed with fatiao_references_free. */
typedef struct fatiao_references fatiao_references;

/* Looks a citation up: 第四十条, 第40条第2款, 《…条例》第二十九条,
 * 促进法第五条, 民法典1259, a statute's title or part of it, or an id. Of
 * several versions of one statute the newest is meant; other statutes that fit
 * as well follow. A clause that does not exist gives no place. `statute_id`,
 * unless NULL, is the statute meant where the citation names none.
 * FATIAO_ERR_SYNTAX: this is no citation. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_searcher_resolve(
    fatiao_searcher *searcher, const char *citation, const char *statute_id,
    fatiao_references **out, fatiao_error *error);
FATIAO_API size_t fatiao_references_count(const fatiao_references *references);
FATIAO_API const fatiao_reference *
fatiao_references_at(const fatiao_references *references, size_t index);
FATIAO_API void fatiao_references_free(fatiao_references *references);

#ifdef __cplusplus
}
#endif

#endif
