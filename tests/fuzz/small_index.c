/* A small index for the fuzzers that ask questions. */
#include "small_index.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char text[] = "# 中小企业示范条例\n\n## 第一章 总则\n\n"
                           "第一条 为了支持中小企业发展，制定本条例。\n\n"
                           "第二条 本条例所称中小企业，包括：\n\n"
                           "（一）小型企业；\n\n（二）微型企业。\n\n"
                           "## 第二章 融资\n\n"
                           "第三条 银行应当向没有抵押物的企业发放信用贷款。\n\n"
                           "对首次贷款的企业，给予不超过百分之二的贴息。\n\n"
                           "第三条之一 A股上市的企业，按照ABC标准给予奖励。\n";

static char folder[] = "/tmp/fatiao-fuzz-XXXXXX";
static fatiao_searcher *searcher;

static int
remove_one(const char *path, const struct stat *about, int kind,
           struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

static void
take_away(void)
{
    fatiao_searcher_close(searcher);
    nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

static fatiao_status
make(fatiao_error *error)
{
    fatiao_statute *statute = NULL;
    fatiao_writer *writer = NULL;
    const fatiao_parse_options options = {sizeof(options), "example.md",
                                          FATIAO_FORMAT_MARKDOWN};
    fatiao_status status =
        fatiao_statute_parse(text, strlen(text), &options, &statute, error);
    if (status != FATIAO_OK)
        goto done;
    status = fatiao_writer_open(folder, &writer, error);
    if (status != FATIAO_OK)
        goto done;
    status = fatiao_writer_put(writer, "示范", statute, NULL, NULL, error);
    if (status != FATIAO_OK)
        goto done;
    status = fatiao_writer_commit(writer, error);
    if (status != FATIAO_OK)
        goto done;
    status = fatiao_writer_optimize(writer, error);
    if (status != FATIAO_OK)
        goto done;
    status = fatiao_searcher_open(folder, &searcher, error);
done:
    fatiao_writer_close(writer);
    fatiao_statute_free(statute);
    return status;
}

fatiao_searcher *
small_index_searcher(void)
{
    if (searcher != NULL)
        return searcher;
    fatiao_error error = {0};
    if (mkdtemp(folder) == NULL || make(&error) != FATIAO_OK) {
        fprintf(stderr, "no index for the fuzzer: %s\n", error.message);
        exit(2);
    }
    atexit(take_away);
    return searcher;
}
