/* What clauses refer to, what refers to them, and whether the citations in a
 * text hold. Included by fatiao.h, which has the rules that hold for every
 * function. */
#ifndef FATIAO_REFS_H
#define FATIAO_REFS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <fatiao/status.h>

#ifdef __cplusplus
extern "C" {
#endif

/* How the words of a link say what they refer to. */
typedef enum fatiao_link_kind {
    FATIAO_LINK_SELF = 1, /* 本法, 本条例 */
    FATIAO_LINK_SELF_PLACE = 2, /* 本条例第三条; 第三条 of the same statute */
    FATIAO_LINK_RELATIVE = 3,   /* 前款, 前两款, 本条第二款, 本章 */
    FATIAO_LINK_LAW = 4,        /* 《…》 */
    FATIAO_LINK_LAW_PLACE = 5,  /* 《…》第三条 */
    FATIAO_LINK_NAME_PLACE = 6, /* 刑法第三条 */
    FATIAO_LINK_ALIAS = 7 /* 《条例》第三条, after 以下简称《条例》 */
} fatiao_link_kind;

/* What became of a link. */
typedef enum fatiao_link_state {
    FATIAO_LINK_FOUND = 1,
    FATIAO_LINK_NO_LAW = 2,     /* the index has no statute of this name */
    FATIAO_LINK_NO_PLACE = 3,   /* the statute has no such place */
    FATIAO_LINK_AMBIGUOUS = 4,  /* several places fit: `targets` has them */
    FATIAO_LINK_RENUMBERED = 5, /* numbers of another wording than those in the
                                   index: `targets` has what bears them now */
    FATIAO_LINK_UNSAID = 6      /* the text does not say which law or clause */
} fatiao_link_state;

/* What a link leads to: a statute, a place in it, or a range of places. */
typedef struct fatiao_target {
    const char *id;       /* "qingdao#30", or "qingdao" for the whole */
    const char *last_id;  /* of a range or a chapter, its last; else "" */
    const char *citation; /* 《…》第三十条至第三十二条 */
    const char *statute_id;
    const char *title;
    const char *date;
    const char *source; /* path of the file, "" if unknown */
} fatiao_target;

/* Words that refer. */
typedef struct fatiao_link {
    fatiao_link_kind kind;
    fatiao_link_state state;
    const char *id;       /* of the clause that they stand in, "qingdao#40.2" */
    const char *citation; /* of that clause */
    const char *title;    /* of its statute */
    const char *words;    /* 前款, 《…》第三条 */
    size_t byte_start;    /* where they stand in the clause's own text … */
    size_t byte_count;
    size_t char_start; /* … and in its characters (code points) */
    size_t char_count;
    const fatiao_target *targets;
    size_t target_count;
} fatiao_link;

/* Links, in the order of the text. Immutable; may be shared across threads, and
 * outlive their searcher. Freed with fatiao_links_free. */
typedef struct fatiao_links fatiao_links;

FATIAO_API size_t fatiao_links_count(const fatiao_links *links);
FATIAO_API const fatiao_link *fatiao_links_at(const fatiao_links *links,
                                              size_t index);
FATIAO_API void fatiao_links_free(fatiao_links *links);

/* Whether the words that a text quotes beside a citation stand there. */
typedef enum fatiao_quote_state {
    FATIAO_QUOTE_NONE = 0,    /* nothing is quoted */
    FATIAO_QUOTE_EXACT = 1,   /* they do, blanks and character widths aside */
    FATIAO_QUOTE_DIFFERS = 2, /* nearly: `difference` shows how */
    FATIAO_QUOTE_ABSENT = 3   /* nothing like them does */
} fatiao_quote_state;

/* One citation in a text that is checked. */
typedef struct fatiao_check {
    fatiao_link link; /* its id, citation and title are ""; it stands in the
                         whole text */
    uint32_t line;    /* from 1 */
    uint32_t column;  /* in characters, from 1 */
    const char *text; /* of the first target: as it reads now, a clause a line;
                         "" for a whole statute or none */
    fatiao_quote_state quote;
    const char *quoted; /* the words quoted; "" for none */
    const char
        *difference; /* 应当[-给付-]{+支付+}报酬, what the law has in {+ +};
                        "" unless DIFFERS */
} fatiao_check;

/* The citations of a text, in its order. Immutable, as links are. Freed with
 * fatiao_checks_free. */
typedef struct fatiao_checks fatiao_checks;

FATIAO_API size_t fatiao_checks_count(const fatiao_checks *checks);
FATIAO_API const fatiao_check *fatiao_checks_at(const fatiao_checks *checks,
                                                size_t index);

/* Whether a citation holds: it is found, and what is quoted is exact. */
FATIAO_API bool fatiao_check_holds(const fatiao_check *check);
FATIAO_API void fatiao_checks_free(fatiao_checks *checks);

#ifdef __cplusplus
}
#endif

#endif
