/* What the tests of searching share: a small index of known laws. */
#ifndef FT_TESTS_LIBRARY_H
#define FT_TESTS_LIBRARY_H

#include "../unit/unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "../unit/folder.h"

/* Two versions of one law, and a local draft. */
#define LIBRARY_OLD                                                                              \
    "# 中华人民共和国示范促进法\n\n2002年6月29日 全国人大常委会通过\n\n" \
    "第一条 旧的条文。\n\n第二条 只在旧法里的风险补偿。\n\n"               \
    "第三条 旧的第三条。\n"
#define LIBRARY_NEW                                                                              \
    "# 中华人民共和国示范促进法\n\n2002年6月29日 全国人大常委会通过\n\n" \
    "2017年9月1日 全国人大常委会修订\n\n## 第一章 总则\n\n"                     \
    "第一条 为了促进发展，制定本法。\n\n"                                         \
    "第二条 国家实行贷款贴息。\n\n有下列情形之一的，给予奖励：\n\n"    \
    "（一）招用毕业生的；\n\n（二）吸纳退役军人的。\n"
#define LIBRARY_DRAFT                                                            \
    "# 某市示范促进条例（征求意见稿）\n\n## 第一章 融资\n\n" \
    "第一条 應收賬款可以质押。\n\n第二条 预留份额占３０％以上。\n"

static inline char *
library_read(const char *path)
{
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail_msg("%s cannot be read", path);
    fseek(file, 0, SEEK_END);
    const size_t byte_count = (size_t)ftell(file);
    char *text = malloc(byte_count + 1);
    rewind(file);
    assert_int_equal(fread(text, 1, byte_count, file), byte_count);
    text[byte_count] = '\0';
    fclose(file);
    return text;
}

static inline void
library_put(fatiao_writer *writer, const char *id, const char *text)
{
    const fatiao_parse_options options = {sizeof(options), "law.md",
                                          FATIAO_FORMAT_MARKDOWN};
    fatiao_statute *statute;
    fatiao_error error;
    if (fatiao_statute_parse(text, strlen(text), &options, &statute, &error) ||
        fatiao_writer_put(writer, id, statute, "/laws/law.md", NULL, &error))
        fail_msg("%s: %s", id, error.message);
    fatiao_statute_free(statute);
}

static inline void
library_commit(fatiao_writer *writer)
{
    fatiao_error error;
    if (fatiao_writer_commit(writer, &error))
        fail_msg("%s", error.message);
}

static inline void
library_make(const char *folder)
{
    fatiao_writer *writer;
    fatiao_error error;
    if (fatiao_writer_open(folder, &writer, &error))
        fail_msg("%s", error.message);
    library_put(writer, "法/促进法(2002)", LIBRARY_OLD);
    library_put(writer, "法/促进法(2017)", LIBRARY_NEW);
    library_put(writer, "draft", LIBRARY_DRAFT);
    library_commit(writer);
    fatiao_writer_close(writer);
}

static inline fatiao_searcher *
library_open(const char *folder)
{
    fatiao_searcher *searcher;
    fatiao_error error;
    if (fatiao_searcher_open(folder, &searcher, &error))
        fail_msg("%s", error.message);
    return searcher;
}

/* What a test has: a folder with the index, and a searcher on it. */
typedef struct library {
    char *folder;
    char *index;
    fatiao_searcher *searcher;
} library;

static inline int
library_set_up(void **state)
{
    library *l = calloc(1, sizeof(*l));
    l->folder = folder_make();
    l->index = folder_path(l->folder, "index");
    library_make(l->index);
    l->searcher = library_open(l->index);
    *state = l;
    return 0;
}

static inline int
library_tear_down(void **state)
{
    library *l = *state;
    fatiao_searcher_close(l->searcher);
    free(l->index);
    folder_finish(l->folder);
    free(l);
    return 0;
}

static inline fatiao_references *
library_resolve(fatiao_searcher *searcher, const char *citation,
                const char *statute_id)
{
    fatiao_references *references;
    fatiao_error error;
    if (fatiao_searcher_resolve(searcher, citation, statute_id, &references,
                                &error))
        fail_msg("%s: %s", citation, error.message);
    return references;
}

static inline fatiao_hits *
library_search(fatiao_searcher *searcher, const char *question, size_t limit,
               const char *statute_id)
{
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.limit = limit;
    options.statute_id = statute_id;
    fatiao_query *query;
    fatiao_hits *hits = NULL;
    fatiao_error error;
    if (fatiao_query_parse(question, NULL, &query, &error) ||
        fatiao_searcher_search(searcher, query, &options, &hits, &error))
        fail_msg("%s: %s", question, error.message);
    fatiao_query_free(query);
    return hits;
}

#endif
