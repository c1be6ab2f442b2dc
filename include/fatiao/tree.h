/* A statute as a tree: read from text, walked, searched for a place, cited.
 * Included by fatiao.h, which has the rules that hold for every function. */
#ifndef FATIAO_TREE_H
#define FATIAO_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fatiao/status.h>

#ifdef __cplusplus
extern "C" {
#endif

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

#ifdef __cplusplus
}
#endif

#endif
