/* What the query language finds, on the corpus's own law and on small ones.
 * Which articles answer was read off the texts. */
#include "library.h"

static const char *corpus_path;
static char *folder;
static char *index_path;
static fatiao_searcher *searcher;

#define NUMBERED                                                                                    \
    "# 水量调度条例\n\n2006年7月24日 中华人民共和国国务院令第472号公布\n\n" \
    "# 第一章 总则\n\n第一条 甲方申请。乙方登记。\n\n"                            \
    "第二条 甲方申请，乙方登记。\n\n丙方担保。\n\n"                               \
    "第二条之一 甲方担保。\n\n# 附件 表格说明\n\n甲方填写。\n"

static int
set_up(void **state)
{
    (void)state;
    folder = folder_make();
    index_path = folder_path(folder, "index");
    library_make(index_path);
    char *corpus = library_read(corpus_path);
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(index_path, &writer, NULL), FATIAO_OK);
    library_put(writer, "qingdao", corpus);
    library_put(writer, "water", NUMBERED);
    library_commit(writer);
    fatiao_writer_close(writer);
    free(corpus);
    searcher = library_open(index_path);
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    fatiao_searcher_close(searcher);
    folder_finish(folder);
    free(index_path);
    return 0;
}

static int
compare_ids(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* That just these articles are found, by their ids in the order of bytes. */
static void
assert_found(const char *question, const char *expected)
{
    fatiao_hits *hits =
        library_search(searcher, question, FATIAO_SEARCH_ALL, NULL);
    const char *ids[128];
    const size_t count = fatiao_hits_count(hits);
    assert_true(count < 128);
    for (size_t i = 0; i < count; i++)
        ids[i] = fatiao_hits_at(hits, i)->id;
    qsort(ids, count, sizeof(*ids), compare_ids);
    char found[4096] = "";
    for (size_t i = 0; i < count; i++)
        snprintf(found + strlen(found), sizeof(found) - strlen(found), "%s%s",
                 i == 0 ? "" : " ", ids[i]);
    if (strcmp(found, expected) != 0)
        fail_msg("%s: %s, not %s", question, found, expected);
    assert_false(fatiao_hits_is_relaxed(hits));
    fatiao_hits_free(hits);
}

static void
test_selection__operators_join_what_articles_have(void **state)
{
    (void)state;
    assert_found("融资 AND 保险 law:qingdao", "qingdao#24 qingdao#25");
    assert_found("（融资 或 信贷） 与 保险", "qingdao#24 qingdao#25");
    assert_found("首贷 OR 瞪羚", "qingdao#16 qingdao#29");
    assert_found("融资担保 AND 保险", "");
    assert_found("融资担保 AND NOT 保险", "qingdao#22");
    assert_found("NOT 企业 law:qingdao", "qingdao#72 qingdao#73");
    assert_found("law:water AND (登记 OR NOT 担保)",
                 "water#1 water#2 water#annex");
    assert_found("law:water AND NOT NOT 担保", "water#2 water#2-1");
    /* In the article, though not in one clause. */
    assert_found("登记 AND 丙方", "water#2");
}

static void
test_selection__places_are_within_one_clause(void **state)
{
    (void)state;
    assert_found("风险补偿 SENTENCE 贴息", "qingdao#14 qingdao#9");
    assert_found("申请 SENTENCE 登记 law:water", "water#2");
    assert_found("申请 同款 登记 law:water", "water#1 water#2");
    assert_found("登记 CLAUSE 丙方", "");
    assert_found("担保 NEAR/2 融资",
                 "qingdao#18 qingdao#19 qingdao#22 qingdao#25");
    assert_found("担保 NEAR/0 融资", "qingdao#18 qingdao#19 qingdao#22");
    assert_found("申请 CLAUSE 登记 NOT (申请 SENTENCE 登记)", "water#1");
}

static void
test_selection__patterns_and_phrases_stand_just_so(void **state)
{
    (void)state;
    assert_found("贷款*补偿", "qingdao#23");
    assert_found("贷款??补偿", "qingdao#23");
    assert_found("贷款?补偿 OR “贷款贴息”", "qingdao#9 法/促进法(2017)#2");
    assert_found("“預留 份額”", "draft#2");
}

static void
test_selection__laws_go_by_id_name_and_version(void **state)
{
    (void)state;
    /* The whole name, of whichever version; else its end; else a part. */
    assert_found("law:示范促进法 article:2",
                 "法/促进法(2002)#2 法/促进法(2017)#2");
    assert_found("法：《中华人民共和国示范促进法》 条：第一条",
                 "法/促进法(2002)#1 法/促进法(2017)#1");
    assert_found("law:法/促进法(2002) article:2..3",
                 "法/促进法(2002)#2 法/促进法(2002)#3");
    assert_found("law:示范 article:3", "法/促进法(2002)#3");
    assert_found("law:刑法 article:1", "");
    assert_found("law:示范促进法 status:current article:1",
                 "法/促进法(2017)#1");
    assert_found("法:示范促进法 时效:已修改 条:1", "法/促进法(2002)#1");
    assert_found("status:draft article:1", "draft#1 qingdao#1");
    assert_found("status:repealed", "");
}

static void
test_selection__dates_and_numbers_go_by_statute(void **state)
{
    (void)state;
    assert_found("date:2017 article:1", "法/促进法(2017)#1");
    assert_found("date:>=2006-07-24 article:1..2",
                 "water#1 water#2 法/促进法(2017)#1 法/促进法(2017)#2");
    assert_found("date:2002..2006-06 article:1", "法/促进法(2002)#1");
    assert_found("NOT date:..2099 article:1 NOT law:qingdao", "draft#1");
    assert_found("文号:国务院令第472号",
                 "water#1 water#2 water#2-1 water#annex");
    assert_found("number:国务院令第47号", "");
    assert_found("article:2-1", "water#2-1");
}

static void
test_selection__chapters_go_by_number_and_heading(void **state)
{
    (void)state;
    assert_found("chapter:九 law:qingdao", "qingdao#73");
    assert_found("章:第九章 法:qingdao", "qingdao#73");
    assert_found("chapter:三 NOT 融资", "qingdao#21");
    assert_found("chapter:附则", "qingdao#73");
    assert_found("chapter:融资促进 “首贷”", "qingdao#16");
    assert_found("chapter:促进融资", "");
    /* An annex is a heading of its own. */
    assert_found("chapter:总则 law:water", "water#1 water#2 water#2-1");
    assert_found("chapter:表格", "water#annex");
}

static void
test_selection__words_by_themselves_rank_and_show(void **state)
{
    (void)state;
    assert_found("瞪羚 law:示范促进法", "");
    fatiao_hits *hits =
        library_search(searcher, "信用保险 chapter:三", 0, NULL);
    assert_string_equal(fatiao_hits_at(hits, 0)->id, "qingdao#21");
    fatiao_hits_free(hits);
}

static void
test_selection__fields_alone_list_in_the_order_of_the_law(void **state)
{
    (void)state;
    fatiao_hits *hits =
        library_search(searcher, "law:qingdao chapter:二", 0, NULL);
    static const char *const ids[] = {"qingdao#9", "qingdao#10", "qingdao#11",
                                      "qingdao#12", "qingdao#13"};
    assert_int_equal(fatiao_hits_count(hits), 5);
    for (size_t i = 0; i < 5; i++) {
        const fatiao_hit *hit = fatiao_hits_at(hits, i);
        assert_string_equal(hit->id, ids[i]);
        assert_int_equal(hit->clause_count, 0);
        assert_non_null(hit->opening);
        /* 第二章 */
        assert_int_equal(hit->heading_mark_count, 1);
        assert_int_equal(hit->heading_marks[0].char_count, 3);
    }
    fatiao_hits_free(hits);
    hits = library_search(searcher, "law:qingdao", 3, NULL);
    assert_int_equal(fatiao_hits_count(hits), 3);
    assert_string_equal(fatiao_hits_at(hits, 2)->id, "qingdao#3");
    fatiao_hits_free(hits);
}

static void
test_selection__marks_show_what_holds(void **state)
{
    (void)state;
    fatiao_hits *hits =
        library_search(searcher, "申请 SENTENCE 登记 law:water", 0, NULL);
    const fatiao_clause *clause = fatiao_hits_at(hits, 0)->clauses;
    assert_string_equal(clause->text, "甲方申请，乙方登记。");
    assert_int_equal(clause->mark_count, 2);
    assert_int_equal(clause->marks[0].char_start, 2);
    assert_int_equal(clause->marks[0].char_count, 2);
    assert_int_equal(clause->marks[1].char_start, 7);
    fatiao_hits_free(hits);
    hits = library_search(searcher, "担保 AND NOT 登记 law:water", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_int_equal(fatiao_hits_at(hits, 0)->clauses[0].mark_count, 1);
    fatiao_hits_free(hits);
}

static void
test_selection__what_is_loose_is_passed_over_for_words(void **state)
{
    (void)state;
    fatiao_hits *hits =
        library_search(searcher, "“份额预留” 以上 law:draft", 0, NULL);
    assert_true(fatiao_hits_is_relaxed(hits));
    assert_string_equal(fatiao_hits_at(hits, 0)->id, "draft#2");
    fatiao_hits_free(hits);
    /* Two sentences are no pattern. */
    hits = library_search(searcher, "有首贷吗?怎么办", 0, NULL);
    assert_true(fatiao_hits_is_relaxed(hits));
    assert_string_equal(fatiao_hits_at(hits, 0)->id, "qingdao#16");
    fatiao_hits_free(hits);
    hits = library_search(searcher, "“份额预留” AND 以上", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 0);
    fatiao_hits_free(hits);
}

static void
test_selection__options_name_a_law_too(void **state)
{
    (void)state;
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.law = "示范促进法";
    fatiao_query *query;
    fatiao_hits *hits;
    fatiao_error error;
    assert_int_equal(fatiao_query_parse("条文 OR 发展", NULL, &query, NULL),
                     FATIAO_OK);
    assert_int_equal(
        fatiao_searcher_search(searcher, query, &options, &hits, &error),
        FATIAO_OK);
    assert_int_equal(fatiao_hits_count(hits), 2);
    fatiao_hits_free(hits);
    options.law = "刑法";
    assert_int_equal(
        fatiao_searcher_search(searcher, query, &options, &hits, &error),
        FATIAO_ERR_NOT_FOUND);
    assert_string_equal(error.message, "刑法: not in the index");
    assert_null(hits);
    fatiao_query_free(query);
}

/* The same without the file of impacts and with it, before and after changes:
 * what is gone is in no set. */
static void
test_selection__follows_changes(void **state)
{
    (void)state;
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(index_path, &writer, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_optimize(writer, NULL), FATIAO_OK);
    fatiao_searcher_close(searcher);
    searcher = library_open(index_path);
    assert_found("NOT 企业 law:qingdao", "qingdao#72 qingdao#73");
    assert_found("law:示范 article:3", "法/促进法(2002)#3");
    assert_int_equal(fatiao_writer_remove(writer, "法/促进法(2002)", NULL),
                     FATIAO_OK);
    library_put(writer, "later", "# 后来的规定\n\n第七条 甲方担保。\n");
    library_commit(writer);
    fatiao_searcher_close(searcher);
    searcher = library_open(index_path);
    assert_found("law:示范促进法 article:1", "法/促进法(2017)#1");
    assert_found("article:7 NOT law:qingdao", "later#7");
    assert_found("status:superseded", "");
    assert_found("甲方担保 OR “丙方担保”", "later#7 water#2 water#2-1");
    library_put(writer, "法/促进法(2002)", LIBRARY_OLD);
    assert_int_equal(fatiao_writer_remove(writer, "later", NULL), FATIAO_OK);
    library_commit(writer);
    fatiao_writer_close(writer);
    fatiao_searcher_close(searcher);
    searcher = library_open(index_path);
    assert_found("law:示范 article:3", "法/促进法(2002)#3");
}

int
main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_selection__operators_join_what_articles_have),
        cmocka_unit_test(test_selection__places_are_within_one_clause),
        cmocka_unit_test(test_selection__patterns_and_phrases_stand_just_so),
        cmocka_unit_test(test_selection__laws_go_by_id_name_and_version),
        cmocka_unit_test(test_selection__dates_and_numbers_go_by_statute),
        cmocka_unit_test(test_selection__chapters_go_by_number_and_heading),
        cmocka_unit_test(test_selection__words_by_themselves_rank_and_show),
        cmocka_unit_test(
            test_selection__fields_alone_list_in_the_order_of_the_law),
        cmocka_unit_test(test_selection__marks_show_what_holds),
        cmocka_unit_test(
            test_selection__what_is_loose_is_passed_over_for_words),
        cmocka_unit_test(test_selection__options_name_a_law_too),
        cmocka_unit_test(test_selection__follows_changes),
    };
    if (argc < 2)
        return 1;
    corpus_path = argv[1];
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
