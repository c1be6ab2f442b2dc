/* What the tests of failing machines share: statutes put under known ids, and
 * a look at what the index holds of them. */
#ifndef FT_TESTS_SHELF_H
#define FT_TESTS_SHELF_H

#include "unit/unit.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/engine.h"
#include "index/entry.h"
#include "index/record.h"
#include "unit/folder.h"
#include "unit/law.h"

/* Puts a statute with this many articles under "law-N". */
static inline fatiao_status
shelf_put(fatiao_writer *writer, unsigned number, uint32_t article_count,
          fatiao_error *error)
{
    char id[32];
    snprintf(id, sizeof(id), "law-%u", number);
    fatiao_statute *statute =
        law_make("某条例", article_count,
                 "县级以上人民政府应当加强对本行政区域内中小企业发展工作的"
                 "领导，制定扶持政策，建立协调机制。");
    const fatiao_status status =
        fatiao_writer_put(writer, id, statute, "law.md", NULL, error);
    fatiao_statute_free(statute);
    return status;
}

static inline ft_engine *
shelf_open(const char *folder)
{
    char *path = folder_path(folder, "postings");
    ft_engine *engine;
    fatiao_error error = {0};
    if (ft_engine_open_read(path, &engine, &error) != FATIAO_OK)
        print_message("%s: %s\n", error.file, error.message);
    free(path);
    return engine;
}

/* How many articles "law-N" has, all of them read back and put together again;
 * 0 where there is no such statute. */
static inline size_t
shelf_article_count(ft_engine *engine, unsigned number)
{
    char id[32];
    char term[FT_STATUTE_TERM_BYTES + 1];
    snprintf(id, sizeof(id), "law-%u", number);
    ft_entry_statute_term(id, term);
    ft_array ids = {.item_size = sizeof(uint32_t)};
    assert_int_equal(
        ft_engine_postings(engine, term, FT_STATUTE_TERM_BYTES, &ids, NULL),
        FATIAO_OK);
    if (ids.count == 0)
        return 0;
    const size_t count = ids.count - 1;
    ft_array records = {.item_size = sizeof(ft_strbuf)};
    for (size_t i = 0; i <= count; i++)
        assert_int_equal(ft_engine_data(engine,
                                        *(uint32_t *)ft_array_at(&ids, i),
                                        ft_array_push(&records), NULL),
                         FATIAO_OK);
    ft_strbuf *all = records.items;
    const ft_array articles = {all + 1, count, count, sizeof(ft_strbuf)};
    fatiao_statute *statute;
    assert_int_equal(ft_record_restore(all[0].bytes, all[0].byte_count,
                                       &articles, &statute, NULL),
                     FATIAO_OK);
    fatiao_statute_free(statute);
    for (size_t i = 0; i <= count; i++)
        ft_strbuf_finish(&all[i]);
    ft_array_finish(&records);
    ft_array_finish(&ids);
    return count;
}

/* A total of the index. */
static inline size_t
shelf_total(ft_engine *engine, const char *key)
{
    ft_strbuf value = {0};
    assert_int_equal(ft_engine_metadata_get(engine, key, &value, NULL),
                     FATIAO_OK);
    const size_t total = strtoul(ft_strbuf_string(&value), NULL, 10);
    ft_strbuf_finish(&value);
    return total;
}

#endif
