/* fatiao: full-text search in Chinese statutes.
 *
 * The whole library is in this header and those that it includes, status.h,
 * refs.h, tree.h, facet.h, claim.h and explanation.h, in the order data flows:
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
 *     fatiao_query_parse("没有抵押物怎么贷款", NULL, &query, NULL);
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

#include <fatiao/claim.h>
#include <fatiao/explanation.h>
#include <fatiao/facet.h>
#include <fatiao/refs.h>
#include <fatiao/status.h>
#include <fatiao/tree.h>

#ifdef __cplusplus
extern "C" {
#endif

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

/* Brings up to date what is made out of the index so that searches are fast and
 * forgive misspelling. Call it once after the last of many commits. Without it
 * searches find the same, but take longer the more has been put since the last
 * call, and correct questions by the words that stood in the index then; it
 * does nothing where that is little. FATIAO_ERR_IO: the disk is full, say; the
 * index is whole and as before. */
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

/* Other words for what people say: 欠薪 for 拖欠劳动报酬. The library has its
 * own; more are read from text, a group a line (thesaurus/README.md):
 *
 *     拖欠+工资 欠薪 => 拖欠劳动报酬 足额支付 @0.6
 *
 * Immutable; may be shared across threads. Freed with fatiao_thesaurus_free. */
typedef struct fatiao_thesaurus fatiao_thesaurus;

/* `source`, which may be NULL, names the text in messages. FATIAO_ERR_SYNTAX:
 * a line is no group; the error tells which and why. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_thesaurus_parse(const char *text, size_t byte_count, const char *source,
                       fatiao_thesaurus **out, fatiao_error *error);
FATIAO_API void fatiao_thesaurus_free(fatiao_thesaurus *thesaurus);

typedef struct fatiao_query_options {
    size_t size;
    const fatiao_thesaurus
        *thesaurus;  /* used beside the library's own; NULL
                        for none; lives as long as the query */
    bool is_literal; /* search for no other words than those typed, however
                        misspelt they may be */
} fatiao_query_options;
#define FATIAO_QUERY_OPTIONS                                                   \
    {                                                                          \
        sizeof(fatiao_query_options), NULL, false                              \
    }

/* The most bytes a question may have. */
#define FATIAO_QUERY_BYTES_MAX ((size_t)4096)

/* Reads a question. It is words in any order, best clauses first, and may say
 * what must hold (docs/query.md has the whole language):
 *
 *     "应收账款" 融资               just so in a clause; “…” 「…」 『…』 too
 *     贷款 AND (担保 OR 质押)       与 或 非 do as well; NOT excludes
 *     担保 NEAR/5 贷款              at most 5 characters between; 邻近/5
 *     担保 SENTENCE 贷款            in one sentence; in one CLAUSE; 同句 同款
 *     融资*担保 ?资                 * any characters, ? one
 *     law:民法典 chapter:三 article:40..45 status:current
 *     date:2019..2021 number:国务院令第472号
 *
 * What stands in quotation marks by itself is passed over where nothing has it
 * and there are other words to go by. Blanks and the width and kind of
 * characters make no difference. Words outside of what must hold are also
 * searched for in other words, which count for less. Numbers are the same in
 * every spelling (30%, 百分之三十, 三成). What a question without operators and
 * fields cites (劳动法第50条) comes first. What is no expression is
 * taken as words: nothing is refused for its form. `options` may be NULL.
 * FATIAO_ERR_ENCODING: not UTF-8. FATIAO_ERR_LIMIT: too long.
 * FATIAO_ERR_SYNTAX: nothing to look for. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_query_parse(const char *text, const fatiao_query_options *options,
                   fatiao_query **out, fatiao_error *error);

/* Why a question that was evidently meant as an expression was taken as plain
 * words, and where: `message`, and `column` in characters. NULL if it was read
 * as it was meant. Lives as long as the query. */
FATIAO_API const fatiao_error *fatiao_query_problem(const fatiao_query *query);

FATIAO_API void fatiao_query_free(fatiao_query *query);

/* A run of text to mark, in bytes and in characters (code points). */
typedef struct fatiao_span {
    size_t byte_start;
    size_t byte_count;
    size_t char_start;
    size_t char_count;
    const char *cause; /* what was typed that it is another word for, "欠薪" or
                          "拖欠+工资"; "" if some of it was typed itself */
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

/* An article that answers, with its clauses, best first. A hit shows why it was
 * found: marks in a clause, in the heading or in the title, unless the
 * question cites it, or what must hold are fields or words that must not be
 * there. */
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
    /* Whether the question cites it (第二十二条第一款). Such hits come first,
     * in the order of the question, with what is cited of them as clauses,
     * marks or not. */
    bool is_cited;
    /* Whether a model names it, for it answered questions like this one. Such
     * an article is found even where it shares no word with the question. */
    bool is_advised;
} fatiao_hit;

/* A result: hits, best first. Immutable; may be shared across threads, and
 * outlives its searcher. Freed with fatiao_hits_free. */
typedef struct fatiao_hits fatiao_hits;

/* What was learned from answered questions (fatiao_learner below): it knows
 * which articles answered questions like the one asked, and orders results
 * accordingly. It says nothing to a question unlike all of these, nor in an
 * index without the articles; results are then the same as without it.
 * Immutable; may be shared across threads. Freed with fatiao_model_free. */
typedef struct fatiao_model fatiao_model;

/* Reads a model from the bytes that fatiao_model_bytes gave. FATIAO_ERR_FORMAT:
 * they are none, or one of another version, to be made anew.
 * FATIAO_ERR_CORRUPT: they are damaged. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_model_parse(const void *bytes, size_t byte_count, fatiao_model **out,
                   fatiao_error *error);

/* The model as bytes, to be kept in a file; the same for the same model.
 * Borrowed; NULL and 0 for NULL. */
FATIAO_API const void *fatiao_model_bytes(const fatiao_model *model,
                                          size_t *byte_count);
FATIAO_API void fatiao_model_free(fatiao_model *model);

typedef struct fatiao_search_options {
    size_t size;
    size_t limit;           /* the most hits; 0 is FATIAO_SEARCH_LIMIT */
    const char *statute_id; /* search this statute only; NULL for all */
    const char *law; /* only statutes of this name, as law: in a question does;
                        NULL for all */
    bool no_correction;        /* the question as it is written, and no other */
    const fatiao_model *model; /* lives as long as the call; NULL for none */
} fatiao_search_options;
#define FATIAO_SEARCH_OPTIONS                                                  \
    {                                                                          \
        sizeof(fatiao_search_options), 0, NULL, NULL, false, NULL              \
    }
#define FATIAO_SEARCH_LIMIT 10
#define FATIAO_SEARCH_ALL SIZE_MAX

/* Finds the articles that answer `query`; no hits is FATIAO_OK and an empty
 * result. A question that has no words and only says what must hold has all
 * such articles for an answer, in the order of the index and of the statute.
 * FATIAO_ERR_NOT_FOUND: options name a statute that is not there. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_searcher_search(fatiao_searcher *searcher, const fatiao_query *query,
                       const fatiao_search_options *options, fatiao_hits **out,
                       fatiao_error *error);

/* Whether no article has all that stands in quotation marks, or in words with *
 * or ?, just so, and these were passed over for the other words. */
FATIAO_API bool fatiao_hits_is_relaxed(const fatiao_hits *hits);

/* The question as the engine would rather read it: 专精特新 for 专精特薪, for
 * zjtx and for zhuanjing特新, out of the words of the index. NULL if it is well
 * written, or nothing better is known, or options forbid. Borrowed. */
FATIAO_API const char *fatiao_hits_suggestion(const fatiao_hits *hits);

/* Whether the hits are for the suggestion, because the question as written
 * finds nothing or has words that stand nowhere. Else the suggestion is to be
 * offered, 您是不是要找. */
FATIAO_API bool fatiao_hits_is_corrected(const fatiao_hits *hits);

/* The citations of the question that lead nowhere, as 第九百条 of a law that
 * has ninety; other words, if there are any, were searched for. An article
 * that lacks the part cited is a hit, whole. */
FATIAO_API size_t fatiao_hits_missing_count(const fatiao_hits *hits);
FATIAO_API const char *fatiao_hits_missing_at(const fatiao_hits *hits,
                                              size_t index);

FATIAO_API size_t fatiao_hits_count(const fatiao_hits *hits);
FATIAO_API const fatiao_hit *fatiao_hits_at(const fatiao_hits *hits,
                                            size_t index);
FATIAO_API void fatiao_hits_free(fatiao_hits *hits);

/* Explains how one article does in fatiao_searcher_search with the same query
 * and options: what it is judged by, and what each word adds.
 *
 *     for (size_t i = 0; i < explanation->feature_count; i++)
 *         printf("%8.2f %s\n", explanation->features[i].share,
 *                explanation->features[i].name);
 *
 * `id` is that of an article, or of a clause, which stands for its article.
 * The query is taken as it is spelt: where the search took it for another
 * (fatiao_hits_is_corrected), give that one. Takes as long as a search for all
 * hits. FATIAO_ERR_NOT_FOUND: the index has no article of this id, or options
 * name a statute that is not there. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_searcher_explain(fatiao_searcher *searcher, const fatiao_query *query,
                        const fatiao_search_options *options, const char *id,
                        fatiao_explanation **out, fatiao_error *error);

/* ---------------------------------------------------------------- learning */

/* Answered questions being gathered, to learn from in one index:
 *
 *     fatiao_learner *learner;
 *     fatiao_learner_open(searcher, &learner, NULL);
 *     for (…)
 *         fatiao_learner_put(learner, question, ids, id_count, NULL);
 *     fatiao_model *model;
 *     fatiao_learner_train(learner, &model, NULL);
 *     fatiao_learner_close(learner);
 *
 * Belongs, like the searcher that it works with, to one thread at a time.
 * Closed with fatiao_learner_close. */
typedef struct fatiao_learner fatiao_learner;

/* The searcher must live as long as the learner. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_learner_open(
    fatiao_searcher *searcher, fatiao_learner **out, fatiao_error *error);

/* Adds a question, read as fatiao_query_parse does without options, and the ids
 * of the articles that answer it ("qingdao#40"; that of a clause stands for its
 * article). Ids that the index does not have are passed over.
 * FATIAO_ERR_NOT_FOUND: it has none of them, and nothing was added.
 * FATIAO_ERR_LIMIT: a million questions are enough. Else as
 * fatiao_query_parse. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_learner_put(
    fatiao_learner *learner, const char *question,
    const char *const *answer_ids, size_t answer_count, fatiao_error *error);

/* Makes a model of all questions that were put: the same questions in the same
 * order, in the same index, make the same model. Takes some ten seconds for a
 * thousand questions. FATIAO_ERR_NOT_FOUND: there are none. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_learner_train(
    fatiao_learner *learner, fatiao_model **out, fatiao_error *error);

FATIAO_API void fatiao_learner_close(fatiao_learner *learner);

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

/* What the clause, the article or the statute with this id refers to. A law is
 * meant in the wording that it had when the statute got its own, as far as the
 * index has it.
 * FATIAO_ERR_NOT_FOUND: nothing has the id. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_searcher_links(fatiao_searcher *searcher, const char *id,
                      fatiao_links **out, fatiao_error *error);

/* What refers to it, in all statutes of the index: to a clause or an article,
 * to what is in it or around it, whole chapters left out; to a statute as a
 * whole or to any place in it, its own text left out.
 * FATIAO_ERR_NOT_FOUND: nothing has the id. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_searcher_backlinks(fatiao_searcher *searcher, const char *id,
                          fatiao_links **out, fatiao_error *error);

/* Finds the citations in any text (a brief, a guide, a machine's answer) and
 * checks each: every clause cited must exist, and words in quotation marks
 * beside it must stand there. Of a law in several wordings the newest is
 * meant. `statute_id`, unless NULL, is the statute meant where none is named;
 * otherwise that is the one named before.
 * FATIAO_ERR_ENCODING: not UTF-8, or zero bytes. FATIAO_ERR_LIMIT: more than
 * FATIAO_STATUTE_BYTES_MAX bytes. FATIAO_ERR_NOT_FOUND: `statute_id` is not in
 * the index. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status fatiao_searcher_check(
    fatiao_searcher *searcher, const char *text, size_t byte_count,
    const char *statute_id, fatiao_checks **out, fatiao_error *error);

/* Finds the clauses that give the firm of `profile` something, in the statutes
 * that hold where it is, of several wordings of one in the newest (claim.h).
 * Those that are for others, going by what the profile says, are left out; so
 * is what offices owe each other. `options` may be NULL.
 * FATIAO_ERR_NOT_FOUND: options name a statute that is not there. */
FATIAO_API FATIAO_MUST_CHECK fatiao_status
fatiao_searcher_claims(fatiao_searcher *searcher, const fatiao_profile *profile,
                       const fatiao_claims_options *options,
                       fatiao_claims **out, fatiao_error *error);
FATIAO_API size_t fatiao_claims_count(const fatiao_claims *claims);
FATIAO_API const fatiao_claim *fatiao_claims_at(const fatiao_claims *claims,
                                                size_t index);
FATIAO_API void fatiao_claims_free(fatiao_claims *claims);

#ifdef __cplusplus
}
#endif

#endif
