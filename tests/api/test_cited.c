/* Citations in questions, through the public header. */
#include "library.h"

/* Checks that the hits that `question` cites are `expected`, their ids parted
 * by blanks, that they come first, and that scores never rise. */
static void
assert_cites(const library *s, const char *question, const char *statute_id,
             const char *expected)
{
    fatiao_hits *hits = library_search(s->searcher, question, 0, statute_id);
    char found[512] = "";
    bool is_past = false;
    for (size_t i = 0; i < fatiao_hits_count(hits); i++) {
        const fatiao_hit *hit = fatiao_hits_at(hits, i);
        if (i > 0)
            assert_true(hit->score <= fatiao_hits_at(hits, i - 1)->score);
        is_past |= !hit->is_cited;
        assert_true(hit->is_cited != is_past);
        if (hit->is_cited)
            snprintf(found + strlen(found), sizeof(found) - strlen(found),
                     "%s%s", i > 0 ? " " : "", hit->id);
    }
    if (strcmp(found, expected) != 0)
        print_message("of %s\n", question);
    assert_string_equal(found, expected);
    fatiao_hits_free(hits);
}

static void
test_cited__an_article_comes_whole(void **state)
{
    const library *s = *state;
    fatiao_hits *hits =
        library_search(s->searcher, "示范促进法第二条", 0, NULL);
    const fatiao_hit *hit = fatiao_hits_at(hits, 0);
    assert_true(hit->is_cited);
    assert_string_equal(hit->id, "法/促进法(2017)#2");
    assert_string_equal(hit->citation, "《中华人民共和国示范促进法》第二条");
    static const char *const ids[] = {
        "法/促进法(2017)#2.1", "法/促进法(2017)#2.2", "法/促进法(2017)#2.2.1",
        "法/促进法(2017)#2.2.2"};
    assert_int_equal(hit->clause_count, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(hit->clauses[i].id, ids[i]);
    assert_int_equal(fatiao_hits_missing_count(hits), 0);
    assert_null(fatiao_hits_missing_at(hits, 0));
    fatiao_hits_free(hits);
}

static void
test_cited__a_clause_comes_as_that_clause(void **state)
{
    const library *s = *state;
    fatiao_hits *hits =
        library_search(s->searcher, "促进法2条2款第（二）项 退役", 0, NULL);
    const fatiao_hit *hit = fatiao_hits_at(hits, 0);
    assert_true(hit->is_cited);
    assert_int_equal(hit->clause_count, 1);
    const fatiao_clause *clause = hit->clauses;
    assert_string_equal(clause->id, "法/促进法(2017)#2.2.2");
    assert_string_equal(clause->lead, "有下列情形之一的，给予奖励：");
    assert_string_equal(hit->citation,
                        "《中华人民共和国示范促进法》第二条第二款第二项");
    /* Other words of the question are marked in it. */
    assert_int_equal(clause->mark_count, 1);
    assert_memory_equal(clause->text + clause->marks[0].byte_start, "退役",
                        strlen("退役"));
    fatiao_hits_free(hits);
}

static void
test_cited__the_newest_version_that_has_the_place(void **state)
{
    const library *s = *state;
    assert_cites(s, "促进法第一条", NULL, "法/促进法(2017)#1");
    assert_cites(s, "促进法第三条", NULL, "法/促进法(2002)#3");
    assert_cites(s, "促进法第三条", "法/促进法(2002)", "法/促进法(2002)#3");
}

static void
test_cited__lists_ranges_and_chapters_come_in_order(void **state)
{
    const library *s = *state;
    assert_cites(s, "促进法第2、1条", NULL,
                 "法/促进法(2017)#2 法/促进法(2017)#1");
    assert_cites(s, "第一条至第三条怎么规定", "法/促进法(2002)",
                 "法/促进法(2002)#1 法/促进法(2002)#2 法/促进法(2002)#3");
    assert_cites(s, "促进法第一章", NULL,
                 "法/促进法(2017)#1 法/促进法(2017)#2");
    assert_cites(s, "示范促进条例第二条和促进法第一条", NULL,
                 "draft#2 法/促进法(2017)#1");
}

static void
test_cited__the_words_still_find(void **state)
{
    const library *s = *state;
    fatiao_hits *hits =
        library_search(s->searcher, "促进法第一条 贷款贴息", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 2);
    assert_string_equal(fatiao_hits_at(hits, 0)->id, "法/促进法(2017)#1");
    assert_true(fatiao_hits_at(hits, 0)->is_cited);
    assert_string_equal(fatiao_hits_at(hits, 1)->id, "法/促进法(2017)#2");
    assert_false(fatiao_hits_at(hits, 1)->is_cited);
    fatiao_hits_free(hits);
    /* Its own words find nothing more. */
    hits = library_search(s->searcher, "促进法第一条", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    fatiao_hits_free(hits);
    hits = library_search(s->searcher, "第一条、第二条", 1, "draft");
    assert_int_equal(fatiao_hits_count(hits), 1);
    fatiao_hits_free(hits);
}

static void
test_cited__without_a_name_the_words_tell_the_law(void **state)
{
    const library *s = *state;
    assert_cites(s, "某市 第二条", NULL, "draft#2");
    assert_cites(s, "第二条", NULL, "");
    assert_cites(s, "第二条", "draft", "draft#2");
    assert_cites(s, "本条例第二条", "draft", "draft#2");
    assert_cites(s, "某市的条例第二条", NULL, "draft#2");
}

static void
test_cited__what_is_not_there_is_told(void **state)
{
    const library *s = *state;
    static const struct {
        const char *question;
        const char *statute_id;
        const char *missing;
    } cases[] = {
        {"第900条 贴息", "法/促进法(2017)", "第九百条"},
        {"促进法第九百条贴息", NULL, "促进法第九百条"},
        {"《没有的法》第五条 贴息", NULL, "《没有的法》第五条"},
        {"没有的法第五条 贴息", NULL, "没有的法第五条"},
        {"促进条例第九章 贴息", NULL, "促进条例第九章"},
        {"促进法第二条 贴息", "draft", "促进法第二条"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        fatiao_hits *hits = library_search(s->searcher, cases[i].question, 0,
                                           cases[i].statute_id);
        if (fatiao_hits_missing_count(hits) != 1)
            fail_msg("%s", cases[i].question);
        assert_string_equal(fatiao_hits_missing_at(hits, 0), cases[i].missing);
        for (size_t k = 0; k < fatiao_hits_count(hits); k++)
            assert_false(fatiao_hits_at(hits, k)->is_cited);
        if (cases[i].statute_id == NULL)
            assert_true(fatiao_hits_count(hits) > 0);
        fatiao_hits_free(hits);
    }
    assert_int_equal(fatiao_hits_missing_count(NULL), 0);
    assert_null(fatiao_hits_missing_at(NULL, 0));
}

static void
test_cited__an_article_without_the_part_is_shown_whole(void **state)
{
    const library *s = *state;
    fatiao_hits *hits =
        library_search(s->searcher, "促进法第二条第五款", 0, NULL);
    assert_int_equal(fatiao_hits_missing_count(hits), 1);
    assert_string_equal(fatiao_hits_missing_at(hits, 0), "促进法第二条第五款");
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_true(fatiao_hits_at(hits, 0)->is_cited);
    assert_non_null(strstr(fatiao_hits_at(hits, 0)->citation, "》第二条"));
    assert_null(strstr(fatiao_hits_at(hits, 0)->citation, "款"));
    fatiao_hits_free(hits);
}

static void
test_cited__of_a_list_only_what_is_missing_is_told(void **state)
{
    const library *s = *state;
    fatiao_hits *hits =
        library_search(s->searcher, "促进法第一条和第九百条", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_true(fatiao_hits_at(hits, 0)->is_cited);
    assert_int_equal(fatiao_hits_missing_count(hits), 1);
    assert_string_equal(fatiao_hits_missing_at(hits, 0), "促进法第九百条");
    fatiao_hits_free(hits);
}

static void
test_cited__numbers_and_quotations_cite_nothing(void **state)
{
    const library *s = *state;
    assert_cites(s, "2", "draft", "");
    assert_cites(s, "30%", "draft", "");
    assert_cites(s, "2002年", "draft", "");
    assert_cites(s, "“第二条”", "draft", "");
}

/* Articles with many items of one number are no trouble, and the one that is
 * meant comes. */
static void
test_cited__items_of_like_number_are_told_apart(void **state)
{
    library *s = *state;
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(s->index, &writer, NULL), FATIAO_OK);
    library_put(writer, "twice",
                "# 重号办法\n\n第一条 包括：\n\n（一）甲；\n\n（一）乙；\n\n"
                "（二）丙。\n");
    library_commit(writer);
    fatiao_writer_close(writer);
    fatiao_searcher_close(s->searcher);
    s->searcher = library_open(s->index);
    fatiao_hits *hits = library_search(s->searcher, "重号办法第一条", 0, NULL);
    const fatiao_hit *hit = fatiao_hits_at(hits, 0);
    assert_int_equal(hit->clause_count, 4);
    assert_string_equal(hit->clauses[1].id, "twice#1.1.1");
    assert_string_equal(hit->clauses[2].id, "twice#1.1.1~2");
    assert_string_equal(hit->clauses[3].id, "twice#1.1.2");
    fatiao_hits_free(hits);
}

#define CITED_TEST(name)                                                       \
    cmocka_unit_test_setup_teardown(test_cited__##name, library_set_up,        \
                                    library_tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        CITED_TEST(an_article_comes_whole),
        CITED_TEST(a_clause_comes_as_that_clause),
        CITED_TEST(the_newest_version_that_has_the_place),
        CITED_TEST(lists_ranges_and_chapters_come_in_order),
        CITED_TEST(the_words_still_find),
        CITED_TEST(without_a_name_the_words_tell_the_law),
        CITED_TEST(what_is_not_there_is_told),
        CITED_TEST(an_article_without_the_part_is_shown_whole),
        CITED_TEST(of_a_list_only_what_is_missing_is_told),
        CITED_TEST(numbers_and_quotations_cite_nothing),
        CITED_TEST(items_of_like_number_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
