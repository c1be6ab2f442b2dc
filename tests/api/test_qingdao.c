/* The whole way with the corpus's own law, through the public header: put,
 * found, cited, read back. And each way to call wrongly. */
#include "library.h"

#include <sys/stat.h>

#define TITLE "《青岛市中小企业发展促进条例（征求意见稿）》"

/* Ends in 促进法, as the regulation does not. */
#define OTHER_LAW                                                                      \
    "# 中华人民共和国中小企业促进法\n\n"                                 \
    "第一条 甲。\n\n第二条 乙。\n\n第三条 丙。\n\n第四条 丁。\n\n" \
    "第五条 戊。\n"

static const char *corpus_path;
static char *folder;
static char *index_path;
static char *corpus;
static fatiao_searcher *searcher;

static void
put(const char *id, const char *text)
{
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(index_path, &writer, NULL), FATIAO_OK);
    library_put(writer, id, text);
    library_commit(writer);
    fatiao_writer_close(writer);
}

static int
set_up(void **state)
{
    (void)state;
    folder = folder_make();
    index_path = folder_path(folder, "index");
    corpus = library_read(corpus_path);
    put("qingdao", corpus);
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
    free(corpus);
    return 0;
}

/* ----------------------------------------------------------------- searching
 */

static void
test_qingdao__a_phrase_is_marked_where_it_stands(void **state)
{
    (void)state;
    fatiao_hits *hits =
        library_search(searcher, "“预算总额的30%”", FATIAO_SEARCH_ALL, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    const fatiao_hit *hit = fatiao_hits_at(hits, 0);
    assert_string_equal(hit->id, "qingdao#40");
    assert_string_equal(hit->citation, TITLE "第四十条第二款");
    assert_string_equal(hit->heading, "第五章 市场开拓");
    assert_int_equal(hit->clause_count, 1);
    const fatiao_clause *clause = hit->clauses;
    assert_int_equal(clause->line, 163);
    assert_int_equal(clause->mark_count, 1);
    assert_int_equal(clause->marks->byte_start, 78);
    assert_int_equal(clause->marks->byte_count, 18);
    assert_int_equal(clause->marks->char_start, 26);
    assert_int_equal(clause->marks->char_count, 8);
    fatiao_hits_free(hits);
}

static void
assert_first_two(const char *question, const char *first, const char *second)
{
    fatiao_hits *hits = library_search(searcher, question, 1, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    const fatiao_hit *hit = fatiao_hits_at(hits, 0);
    assert_string_equal(hit->id, "qingdao#40");
    assert_int_equal(hit->clause_count, 2);
    assert_string_equal(hit->clauses[0].id, first);
    assert_string_equal(hit->clauses[1].id, second);
    assert_true(hit->clauses[0].score >= hit->clauses[1].score);
    assert_string_equal(hit->citation, hit->clauses[0].citation);
    assert_string_equal(hit->opening->id, "qingdao#40.1");
    fatiao_hits_free(hits);
}

static void
test_qingdao__the_best_clause_comes_first(void **state)
{
    (void)state;
    assert_first_two("差别待遇 歧视待遇 采购", "qingdao#40.1", "qingdao#40.2");
    assert_first_two("采购份额 预算总额 指导", "qingdao#40.2", "qingdao#40.1");
}

/* ---------------------------------------------------------------- looking up
 */

static void
assert_resolves(const char *citation, const char *statute_id,
                const char *expected)
{
    fatiao_references *references =
        library_resolve(searcher, citation, statute_id);
    const size_t count = fatiao_references_count(references);
    if (count != (expected != NULL))
        fail_msg("%s: %zu places", citation, count);
    if (expected != NULL)
        assert_string_equal(fatiao_references_at(references, 0)->id, expected);
    fatiao_references_free(references);
}

static void
test_qingdao__an_only_law_need_not_be_named(void **state)
{
    (void)state;
    assert_resolves("第四十条", NULL, "qingdao#40");
    assert_resolves("第40条第2款", NULL, "qingdao#40.2");
    assert_resolves("本条例第四十条", NULL, "qingdao#40");
    assert_resolves("40", NULL, "qingdao#40");
    assert_resolves("《青岛市中小企业发展促进条例》第二十九条", NULL,
                    "qingdao#29");
    assert_resolves(TITLE "第四十条第二款", NULL, "qingdao#40.2");
    assert_resolves("第七十四条", NULL, NULL);
    assert_resolves("第四十条第三款", NULL, NULL);
    assert_resolves("第四十条第一款第一项", NULL, NULL);
    assert_resolves("qingdao#40.3", NULL, NULL);
}

/* Puts a second law, so it comes after those with one. */
static void
test_qingdao__of_two_laws_one_must_be_named(void **state)
{
    (void)state;
    put("sme", OTHER_LAW);
    fatiao_searcher_close(searcher);
    searcher = library_open(index_path);
    fatiao_references *references;
    fatiao_error error;
    assert_int_equal(fatiao_searcher_resolve(searcher, "第四十条", NULL,
                                             &references, &error),
                     FATIAO_ERR_SYNTAX);
    assert_null(references);
    assert_string_equal(error.message, "name the law: the index holds 2");
    assert_resolves("第四十条", "qingdao", "qingdao#40");
    assert_resolves("第四十条", "sme", NULL);
    assert_resolves("促进法第五条", NULL, "sme#5");
    assert_resolves("促进法第五条", "qingdao", "sme#5");
}

static void
test_qingdao__is_listed_as_a_draft_without_a_date(void **state)
{
    (void)state;
    fatiao_catalog *catalog;
    assert_int_equal(fatiao_searcher_list(searcher, &catalog, NULL), FATIAO_OK);
    assert_int_equal(fatiao_catalog_count(catalog), 1);
    const fatiao_statute_info *info = fatiao_catalog_at(catalog, 0);
    assert_true(info->is_draft);
    assert_string_equal(info->date, "");
    assert_int_equal(info->article_count, 73);
    assert_int_equal(info->clause_count, 123);
    fatiao_catalog_free(catalog);
}

/* ------------------------------------------------------------- reading back */

static void
assert_same_node(const fatiao_node *a, const fatiao_node *b)
{
    assert_int_equal(a->kind, b->kind);
    assert_int_equal(a->number, b->number);
    assert_int_equal(a->suffix, b->suffix);
    assert_string_equal(a->label, b->label);
    assert_string_equal(a->text, b->text);
    assert_int_equal(a->text_byte_count, b->text_byte_count);
    assert_int_equal(a->byte_start, b->byte_start);
    assert_int_equal(a->byte_count, b->byte_count);
    assert_int_equal(a->line, b->line);
    assert_int_equal(a->is_ambiguous_tail, b->is_ambiguous_tail);
    assert_int_equal(a->child == NULL, b->child == NULL);
    assert_int_equal(a->next == NULL, b->next == NULL);
}

/* What the regulation has not: parts, suffixes, subitems, a doubtful tail, a
 * quotation, an annex, a table. */
static const char motley[] =
    "# 关于修改《某法》的决定\n\n2015年3月1日 常委会通过\n\n## 第一编 总则\n\n"
    "### 第一章 通则\n\n#### 第一节 一般\n\n第一条 有下列情形的：\n\n"
    "（一）甲：\n\n1．子；\n\n2．丑。\n\n（二）乙。\n\n应当处理。\n\n"
    "第一条之一 修改为：\n\n“第九条 新的第九条。”\n\n第三条 末条。\n\n"
    "附件1：名录\n\n一、甲\n\n<!-- TABLE -->\n| 甲 | 乙 |\n|---|---|\n"
    "| 1 | 2 |\n<!-- TABLE END -->\n";

static void
assert_comes_back(const char *id, const char *text)
{
    const fatiao_parse_options options = {sizeof(options), "law.md",
                                          FATIAO_FORMAT_MARKDOWN};
    fatiao_statute *parsed;
    fatiao_statute *read;
    assert_int_equal(
        fatiao_statute_parse(text, strlen(text), &options, &parsed, NULL),
        FATIAO_OK);
    assert_int_equal(fatiao_searcher_statute(searcher, id, &read, NULL),
                     FATIAO_OK);
    assert_string_equal(fatiao_statute_title(parsed),
                        fatiao_statute_title(read));
    assert_int_equal(fatiao_statute_is_draft(parsed),
                     fatiao_statute_is_draft(read));
    const size_t event_count = fatiao_statute_event_count(parsed);
    assert_int_equal(fatiao_statute_event_count(read), event_count);
    for (size_t i = 0; i < event_count; i++) {
        const fatiao_event *a = fatiao_statute_event_at(parsed, i);
        const fatiao_event *b = fatiao_statute_event_at(read, i);
        assert_string_equal(a->name, b->name);
        assert_string_equal(a->text, b->text);
        assert_int_equal(a->year * 10000 + a->month * 100 + a->day,
                         b->year * 10000 + b->month * 100 + b->day);
    }
    assert_int_equal(fatiao_statute_note_count(read), 0);
    const fatiao_node *a = fatiao_statute_root(parsed);
    const fatiao_node *b = fatiao_statute_root(read);
    for (; a != NULL && b != NULL;
         a = fatiao_node_following(a), b = fatiao_node_following(b))
        assert_same_node(a, b);
    assert_null(a);
    assert_null(b);
    fatiao_statute_free(parsed);
    fatiao_statute_free(read);
}

static void
test_qingdao__comes_back_node_by_node(void **state)
{
    (void)state;
    assert_comes_back("qingdao", corpus);
    put("motley", motley);
    fatiao_searcher_close(searcher);
    searcher = library_open(index_path);
    assert_comes_back("motley", motley);
}

/* ---------------------------------------------------------------- bad calls */

/* An error as a caller may leave it. */
static fatiao_error
stale_error(void)
{
    fatiao_error error;
    memset(&error, 'Z', sizeof(error));
    return error;
}

static void
assert_argument(fatiao_status status, const void *out,
                const fatiao_error *error)
{
    assert_int_equal(status, FATIAO_ERR_ARGUMENT);
    assert_null(out);
    assert_int_equal(error->status, FATIAO_ERR_ARGUMENT);
    assert_int_equal(error->line, 0);
    assert_int_equal(error->column, 0);
    assert_string_equal(error->file, "");
    assert_true(error->message[0] != '\0');
    assert_non_null(memchr(error->message, '\0', sizeof(error->message)));
}

static void
test_qingdao__a_null_is_answered_and_out_is_null(void **state)
{
    (void)state;
    char here;
    fatiao_status status;
    fatiao_error error = stale_error();
    fatiao_searcher *opened = (void *)&here;
    status = fatiao_searcher_open(NULL, &opened, &error);
    assert_argument(status, opened, &error);
    error = stale_error();
    fatiao_query *query = (void *)&here;
    status = fatiao_query_parse(NULL, NULL, &query, &error);
    assert_argument(status, query, &error);
    error = stale_error();
    fatiao_catalog *catalog = (void *)&here;
    status = fatiao_searcher_list(NULL, &catalog, &error);
    assert_argument(status, catalog, &error);
    error = stale_error();
    fatiao_statute *statute = (void *)&here;
    status = fatiao_searcher_statute(NULL, "qingdao", &statute, &error);
    assert_argument(status, statute, &error);
    error = stale_error();
    statute = (void *)&here;
    status = fatiao_searcher_statute(searcher, NULL, &statute, &error);
    assert_argument(status, statute, &error);
    error = stale_error();
    fatiao_references *references = (void *)&here;
    status = fatiao_searcher_resolve(NULL, "第一条", NULL, &references, &error);
    assert_argument(status, references, &error);
    error = stale_error();
    references = (void *)&here;
    status = fatiao_searcher_resolve(searcher, NULL, NULL, &references, &error);
    assert_argument(status, references, &error);
}

static void
test_qingdao__a_missing_out_is_answered(void **state)
{
    (void)state;
    fatiao_error error = stale_error();
    assert_argument(fatiao_searcher_open(index_path, NULL, &error), NULL,
                    &error);
    error = stale_error();
    assert_argument(fatiao_query_parse("贷款", NULL, NULL, &error), NULL,
                    &error);
    error = stale_error();
    assert_argument(fatiao_searcher_list(searcher, NULL, &error), NULL, &error);
    error = stale_error();
    assert_argument(fatiao_searcher_statute(searcher, "qingdao", NULL, &error),
                    NULL, &error);
    error = stale_error();
    assert_argument(
        fatiao_searcher_resolve(searcher, "第一条", NULL, NULL, &error), NULL,
        &error);
    assert_int_equal(fatiao_catalog_count(NULL), 0);
    assert_null(fatiao_catalog_at(NULL, 0));
    assert_int_equal(fatiao_references_count(NULL), 0);
    assert_null(fatiao_references_at(NULL, 0));
    assert_null(fatiao_hits_at(NULL, 0));
    assert_false(fatiao_hits_is_relaxed(NULL));
    fatiao_catalog_free(NULL);
    fatiao_references_free(NULL);
}

static void
test_qingdao__success_clears_an_old_error(void **state)
{
    (void)state;
    fatiao_error error = stale_error();
    fatiao_catalog *catalog;
    assert_int_equal(fatiao_searcher_list(searcher, &catalog, &error),
                     FATIAO_OK);
    assert_int_equal(error.status, FATIAO_OK);
    assert_int_equal(error.line, 0);
    assert_string_equal(error.message, "");
    assert_string_equal(error.file, "");
    fatiao_catalog_free(catalog);
}

static void
assert_does_not_open(const char *path, fatiao_status expected)
{
    fatiao_error error = stale_error();
    fatiao_searcher *opened = searcher;
    assert_int_equal(fatiao_searcher_open(path, &opened, &error), expected);
    assert_null(opened);
    assert_int_equal(error.status, expected);
    assert_string_equal(error.file, path);
    assert_true(error.message[0] != '\0');
}

static void
test_qingdao__what_is_no_index_does_not_open(void **state)
{
    (void)state;
    char *missing = folder_path(folder, "missing");
    assert_does_not_open(missing, FATIAO_ERR_NOT_FOUND);
    char *empty = folder_path(folder, "empty");
    assert_int_equal(mkdir(empty, 0777), 0);
    assert_does_not_open(empty, FATIAO_ERR_NOT_FOUND);
    assert_does_not_open(corpus_path, FATIAO_ERR_NOT_FOUND);
    assert_does_not_open("", FATIAO_ERR_NOT_FOUND);
    free(missing);
    free(empty);
}

int
main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    corpus_path = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_qingdao__a_phrase_is_marked_where_it_stands),
        cmocka_unit_test(test_qingdao__the_best_clause_comes_first),
        cmocka_unit_test(test_qingdao__an_only_law_need_not_be_named),
        cmocka_unit_test(test_qingdao__is_listed_as_a_draft_without_a_date),
        cmocka_unit_test(test_qingdao__a_null_is_answered_and_out_is_null),
        cmocka_unit_test(test_qingdao__a_missing_out_is_answered),
        cmocka_unit_test(test_qingdao__success_clears_an_old_error),
        cmocka_unit_test(test_qingdao__what_is_no_index_does_not_open),
        cmocka_unit_test(test_qingdao__of_two_laws_one_must_be_named),
        cmocka_unit_test(test_qingdao__comes_back_node_by_node),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
