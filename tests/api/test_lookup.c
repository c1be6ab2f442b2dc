/* Citations, lists and whole statutes through the public header. */
#include "library.h"

static char *folder;
static fatiao_searcher *searcher;

static int
set_up(void **state)
{
    (void)state;
    folder = folder_make();
    char *index = folder_path(folder, "index");
    library_make(index);
    searcher = library_open(index);
    free(index);
    return 0;
}

static int
tear_down(void **state)
{
    (void)state;
    fatiao_searcher_close(searcher);
    folder_finish(folder);
    return 0;
}

/* `expected`: the ids, each with a blank behind. */
static void
assert_resolves(const char *citation, const char *statute_id,
                const char *expected)
{
    fatiao_references *references =
        library_resolve(searcher, citation, statute_id);
    char found[512] = "";
    for (size_t i = 0; i < fatiao_references_count(references); i++) {
        strcat(found, fatiao_references_at(references, i)->id);
        strcat(found, " ");
    }
    assert_string_equal(found, expected);
    fatiao_references_free(references);
}

static void
test_lookup__knows_the_usual_forms(void **state)
{
    (void)state;
    assert_resolves("示范促进法第二条第二款", NULL, "法/促进法(2017)#2.2 ");
    assert_resolves("促进法第1条", NULL, "法/促进法(2017)#1 ");
    assert_resolves("《中华人民共和国示范促进法》第二条第二款第（二）项", NULL,
                    "法/促进法(2017)#2.2.2 ");
    assert_resolves("示范促进法第二条第二项", NULL, "法/促进法(2017)#2.2.2 ");
    assert_resolves("示范促进法2", NULL, "法/促进法(2017)#2 ");
    assert_resolves("《某市示范促进条例》第一条", NULL, "draft#1 ");
    assert_resolves("某市示範促進條例（徵求意見稿）", NULL, "draft ");
    assert_resolves("draft", NULL, "draft ");
    assert_resolves("draft#2.1", NULL, "draft#2.1 ");
    assert_resolves("法/促进法(2002)#3", NULL, "法/促进法(2002)#3 ");
    assert_resolves("第二条", "draft", "draft#2 ");
    assert_resolves("2条1款", "draft", "draft#2.1 ");
}

static void
test_lookup__means_the_newest_version_that_has_it(void **state)
{
    (void)state;
    assert_resolves("示范促进法", NULL, "法/促进法(2017) ");
    assert_resolves("示范促进法第一条", NULL, "法/促进法(2017)#1 ");
    assert_resolves("示范促进法第三条", NULL, "法/促进法(2002)#3 ");
}

static void
test_lookup__names_all_laws_that_fit(void **state)
{
    (void)state;
    assert_resolves("示范促进", NULL, "法/促进法(2017) draft ");
}

static void
test_lookup__finds_nothing_where_nothing_is(void **state)
{
    (void)state;
    assert_resolves("示范促进法第九条", NULL, "");
    assert_resolves("示范促进法第二条第三款", NULL, "");
    assert_resolves("刑法第一条", NULL, "");
    assert_resolves("draft#9", NULL, "");
}

static void
test_lookup__wants_the_law_named_where_there_are_several(void **state)
{
    (void)state;
    fatiao_references *references;
    fatiao_error error;
    assert_int_equal(
        fatiao_searcher_resolve(searcher, "第一条", NULL, &references, &error),
        FATIAO_ERR_SYNTAX);
    assert_null(references);
    assert_non_null(strstr(error.message, "3"));
    assert_int_equal(
        fatiao_searcher_resolve(searcher, "", NULL, &references, &error),
        FATIAO_ERR_SYNTAX);
    assert_int_equal(
        fatiao_searcher_resolve(searcher, "\xFF", NULL, &references, &error),
        FATIAO_ERR_ENCODING);
    assert_int_equal(
        fatiao_searcher_resolve(searcher, NULL, NULL, &references, &error),
        FATIAO_ERR_ARGUMENT);
    assert_int_equal(
        fatiao_searcher_resolve(searcher, "第一条", NULL, NULL, NULL),
        FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_searcher_resolve(searcher, "第一条", "nowhere",
                                             &references, &error),
                     FATIAO_ERR_NOT_FOUND);
}

static void
test_lookup__lists_by_id_with_dates_and_counts(void **state)
{
    (void)state;
    fatiao_catalog *catalog;
    assert_int_equal(fatiao_searcher_list(searcher, &catalog, NULL), FATIAO_OK);
    assert_int_equal(fatiao_catalog_count(catalog), 3);
    const fatiao_statute_info *draft = fatiao_catalog_at(catalog, 0);
    assert_string_equal(draft->id, "draft");
    assert_string_equal(draft->title, "某市示范促进条例（征求意见稿）");
    assert_true(draft->is_draft);
    assert_string_equal(draft->date, "");
    assert_int_equal(draft->article_count, 2);
    assert_int_equal(draft->clause_count, 2);
    const fatiao_statute_info *new = fatiao_catalog_at(catalog, 2);
    assert_string_equal(new->id, "法/促进法(2017)");
    assert_string_equal(new->date, "2017-09-01");
    assert_false(new->is_draft);
    assert_int_equal(new->article_count, 2);
    assert_int_equal(new->clause_count, 5);
    assert_null(fatiao_catalog_at(catalog, 3));
    fatiao_catalog_free(catalog);
}

static void
test_lookup__gives_a_statute_back_as_it_was_put(void **state)
{
    (void)state;
    const fatiao_parse_options options = {sizeof(options), "law.md",
                                          FATIAO_FORMAT_MARKDOWN};
    fatiao_statute *put;
    fatiao_statute *got;
    assert_int_equal(fatiao_statute_parse(LIBRARY_NEW, strlen(LIBRARY_NEW),
                                          &options, &put, NULL),
                     FATIAO_OK);
    assert_int_equal(
        fatiao_searcher_statute(searcher, "法/促进法(2017)", &got, NULL),
        FATIAO_OK);
    assert_string_equal(fatiao_statute_title(put), fatiao_statute_title(got));
    assert_int_equal(fatiao_statute_event_count(got), 2);
    const fatiao_node *a = fatiao_statute_root(put);
    const fatiao_node *b = fatiao_statute_root(got);
    for (; a != NULL && b != NULL;
         a = fatiao_node_following(a), b = fatiao_node_following(b)) {
        assert_int_equal(a->kind, b->kind);
        assert_int_equal(a->number, b->number);
        assert_int_equal(a->line, b->line);
        assert_int_equal(a->byte_start, b->byte_start);
        assert_int_equal(a->byte_count, b->byte_count);
        assert_string_equal(a->label, b->label);
        assert_string_equal(a->text, b->text);
    }
    assert_ptr_equal(a, b);
    fatiao_statute_free(put);
    fatiao_statute_free(got);
    fatiao_error error;
    assert_int_equal(fatiao_searcher_statute(searcher, "nowhere", &got, &error),
                     FATIAO_ERR_NOT_FOUND);
    assert_null(got);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lookup__knows_the_usual_forms),
        cmocka_unit_test(test_lookup__means_the_newest_version_that_has_it),
        cmocka_unit_test(test_lookup__names_all_laws_that_fit),
        cmocka_unit_test(test_lookup__finds_nothing_where_nothing_is),
        cmocka_unit_test(
            test_lookup__wants_the_law_named_where_there_are_several),
        cmocka_unit_test(test_lookup__lists_by_id_with_dates_and_counts),
        cmocka_unit_test(test_lookup__gives_a_statute_back_as_it_was_put),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
