/* What the tests of failing machines share: statutes put under known ids, and
 * a look at what the index holds of them. */
#ifndef FT_TESTS_SHELF_H
#define FT_TESTS_SHELF_H

#include "../unit/unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "../unit/folder.h"

#define SHELF_SENTENCE                                                                              \
    "县级以上人民政府应当加强对本行政区域内中小企业发展工作的领导，" \
    "制定扶持政策，建立协调机制。"

static inline fatiao_statute *
shelf_make(size_t article_count)
{
    static const char title[] = "# 某条例\n\n";
    const size_t capacity = sizeof(title) + article_count * 256;
    char *text = malloc(capacity);
    size_t length = (size_t)snprintf(text, capacity, "%s", title);
    for (size_t i = 1; i <= article_count; i++)
        length += (size_t)snprintf(text + length, capacity - length,
                                   "第%zu条 " SHELF_SENTENCE "\n\n", i);
    const fatiao_parse_options options = {sizeof(options), "law.md",
                                          FATIAO_FORMAT_MARKDOWN};
    fatiao_statute *statute;
    if (fatiao_statute_parse(text, length, &options, &statute, NULL) !=
        FATIAO_OK)
        abort();
    free(text);
    return statute;
}

/* Puts a statute with this many articles under "law-N". */
static inline fatiao_status
shelf_put(fatiao_writer *writer, unsigned number, size_t article_count,
          fatiao_error *error)
{
    char id[32];
    snprintf(id, sizeof(id), "law-%u", number);
    fatiao_statute *statute = shelf_make(article_count);
    const fatiao_status status =
        fatiao_writer_put(writer, id, statute, "law.md", NULL, error);
    fatiao_statute_free(statute);
    return status;
}

static inline fatiao_searcher *
shelf_open(const char *folder)
{
    fatiao_searcher *searcher;
    fatiao_error error;
    if (fatiao_searcher_open(folder, &searcher, &error) != FATIAO_OK)
        print_message("%s: %s\n", error.file, error.message);
    return searcher;
}

/* How many articles "law-N" has, all of them read back; 0 where there is no
 * such statute. */
static inline size_t
shelf_article_count(fatiao_searcher *searcher, unsigned number)
{
    char id[32];
    snprintf(id, sizeof(id), "law-%u", number);
    fatiao_statute *statute;
    const fatiao_status status =
        fatiao_searcher_statute(searcher, id, &statute, NULL);
    if (status == FATIAO_ERR_NOT_FOUND)
        return 0;
    assert_int_equal(status, FATIAO_OK);
    size_t count = 0;
    const fatiao_node *node = fatiao_statute_root(statute);
    for (; node != NULL; node = fatiao_node_following(node)) {
        if (node->kind != FATIAO_NODE_ARTICLE)
            continue;
        count++;
        assert_non_null(node->child);
        assert_string_equal(node->child->text, SHELF_SENTENCE);
    }
    fatiao_statute_free(statute);
    return count;
}

/* The statutes of the index and, by what they say of themselves, articles. */
static inline void
shelf_totals(fatiao_searcher *searcher, size_t *statutes, size_t *articles)
{
    fatiao_catalog *catalog;
    assert_int_equal(fatiao_searcher_list(searcher, &catalog, NULL), FATIAO_OK);
    *statutes = fatiao_catalog_count(catalog);
    *articles = 0;
    for (size_t i = 0; i < *statutes; i++)
        *articles += fatiao_catalog_at(catalog, i)->article_count;
    fatiao_catalog_free(catalog);
}

#endif
