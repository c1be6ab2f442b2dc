/* Explaining through the public header. */
#include "library.h"

#include <math.h>

static fatiao_explanation *
explain(fatiao_searcher *searcher, const char *question, const char *statute_id,
        const char *id)
{
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.statute_id = statute_id;
    fatiao_query *query;
    fatiao_explanation *explanation = NULL;
    fatiao_error error;
    if (fatiao_query_parse(question, NULL, &query, &error) ||
        fatiao_searcher_explain(searcher, query, &options, id, &explanation,
                                &error))
        fail_msg("%s: %s", question, error.message);
    fatiao_query_free(query);
    return explanation;
}

static const fatiao_feature *
find_feature(const fatiao_explanation *explanation, const char *name)
{
    for (size_t i = 0; i < explanation->feature_count; i++)
        if (strcmp(explanation->features[i].name, name) == 0)
            return &explanation->features[i];
    fail_msg("no feature %s", name);
    return NULL;
}

static const fatiao_term *
find_term(const fatiao_explanation *explanation, const char *text,
          const char *feature)
{
    for (size_t i = 0; i < explanation->term_count; i++)
        if (strcmp(explanation->terms[i].text, text) == 0 &&
            strcmp(explanation->terms[i].feature, feature) == 0)
            return &explanation->terms[i];
    return NULL;
}

/* The shares of all features make the score, and those of the terms in a field
 * its feature. */
static void
assert_adds_up(const fatiao_explanation *explanation)
{
    double score = 0;
    for (size_t i = 0; i < explanation->feature_count; i++) {
        const fatiao_feature *feature = &explanation->features[i];
        assert_true(fabs(feature->share - feature->value * feature->weight) <
                    1e-9);
        score += feature->share;
        double terms = 0;
        size_t count = 0;
        for (size_t k = 0; k < explanation->term_count; k++) {
            const fatiao_term *term = &explanation->terms[k];
            if (strcmp(term->feature, feature->name) != 0)
                continue;
            terms += term->share;
            count++;
        }
        if (count > 0)
            assert_true(fabs(terms - feature->share) < 1e-4);
    }
    assert_true(fabs(score - explanation->hit->score) < 1e-9);
}

static void
test_explain__shares_make_the_score_of_each_hit(void **state)
{
    library *s = *state;
    static const char *const questions[] = {
        "贷款贴息",     "条文 发展 质押 奖励",  "请问应收账款可以质押吗",
        "总则",         "老板拖着工资不发",     "示范促进法第二条的奖励",
        "质押 OR 贴息", "law:某市示范促进条例", "“预留份额”以上"};
    size_t explained = 0;
    for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
        fatiao_hits *hits =
            library_search(s->searcher, questions[i], FATIAO_SEARCH_ALL, NULL);
        for (size_t k = 0; k < fatiao_hits_count(hits); k++) {
            const fatiao_hit *hit = fatiao_hits_at(hits, k);
            fatiao_explanation *e =
                explain(s->searcher, questions[i], NULL, hit->id);
            assert_int_equal(e->absence, FATIAO_ABSENCE_NONE);
            assert_int_equal(e->place, k + 1);
            assert_string_equal(e->hit->id, hit->id);
            assert_string_equal(e->hit->citation, hit->citation);
            assert_true(e->hit->score == hit->score);
            assert_adds_up(e);
            fatiao_explanation_free(e);
            explained++;
        }
        fatiao_hits_free(hits);
    }
    assert_true(explained >= 8);
}

static void
test_explain__tells_which_words_count_and_which_are_lacking(void **state)
{
    library *s = *state;
    fatiao_explanation *e = explain(s->searcher, "律师您好，退役军人怎么创业",
                                    NULL, "法/促进法(2017)#2");
    const fatiao_term *soldier = find_term(e, "军人", "pairs");
    assert_non_null(soldier);
    assert_true(soldier->share > 0 && soldier->weight > 0);
    assert_int_equal(soldier->article_count, 1);
    assert_string_equal(soldier->cause, "");
    const fatiao_term *lacking = find_term(e, "创业", "words");
    assert_non_null(lacking);
    assert_true(lacking->share == 0);
    assert_int_equal(lacking->article_count, 0);
    assert_null(find_term(e, "怎么", "words"));
    assert_int_equal(e->filler_count, 2);
    assert_string_equal(e->fillers[0], "律师您好");
    assert_string_equal(e->fillers[1], "怎么");
    for (size_t i = 1; i < e->term_count; i++)
        assert_true(e->terms[i - 1].share >= e->terms[i].share);
    fatiao_explanation_free(e);
}

static void
test_explain__tells_what_another_word_stands_for(void **state)
{
    library *s = *state;
    static const char words[] = "没钱周转找谁 => 贷款贴息 @0.9\n";
    fatiao_thesaurus *thesaurus;
    assert_int_equal(
        fatiao_thesaurus_parse(words, strlen(words), NULL, &thesaurus, NULL),
        FATIAO_OK);
    fatiao_query_options options = FATIAO_QUERY_OPTIONS;
    options.thesaurus = thesaurus;
    fatiao_query *query;
    fatiao_explanation *e;
    assert_int_equal(fatiao_query_parse("没钱周转找谁", &options, &query, NULL),
                     FATIAO_OK);
    assert_int_equal(fatiao_searcher_explain(s->searcher, query, NULL,
                                             "法/促进法(2017)#2", &e, NULL),
                     FATIAO_OK);
    /* The explanation outlives both. */
    fatiao_query_free(query);
    fatiao_thesaurus_free(thesaurus);
    const fatiao_term *term = find_term(e, "贷款贴息", "synonyms");
    assert_non_null(term);
    assert_string_equal(term->cause, "没钱周转找谁");
    assert_true(term->share > 0);
    const fatiao_clause *clause = e->hit->clauses;
    assert_int_equal(clause->mark_count, 1);
    assert_string_equal(clause->marks[0].cause, "没钱周转找谁");
    assert_adds_up(e);
    fatiao_explanation_free(e);
    e = explain(s->searcher, "贷款贴息", NULL, "法/促进法(2017)#2");
    assert_string_equal(e->hit->clauses[0].marks[0].cause, "");
    fatiao_explanation_free(e);
}

static void
test_explain__tells_what_a_citation_adds(void **state)
{
    library *s = *state;
    fatiao_explanation *e = explain(s->searcher, "示范促进法第一条怎么质押",
                                    NULL, "法/促进法(2017)#1");
    assert_int_equal(e->place, 1);
    assert_true(e->hit->is_cited);
    assert_true(find_feature(e, "citation")->share > 0);
    assert_adds_up(e);
    assert_int_equal(e->filler_count, 1);
    fatiao_explanation_free(e);
    e = explain(s->searcher, "示范促进法第一条怎么质押", NULL, "draft#1");
    assert_int_equal(e->place, 2);
    assert_true(find_feature(e, "citation")->share == 0);
    fatiao_explanation_free(e);
}

static void
test_explain__tells_which_numbers_count(void **state)
{
    library *s = *state;
    fatiao_explanation *e = explain(s->searcher, "预留三成", NULL, "draft#2");
    assert_true(find_feature(e, "numbers")->share > 0);
    assert_adds_up(e);
    fatiao_explanation_free(e);
    e = explain(s->searcher, "预留四成", NULL, "draft#2");
    size_t lacking = 0;
    for (size_t i = 0; i < e->term_count; i++)
        lacking += strcmp(e->terms[i].feature, "numbers") == 0 &&
                   e->terms[i].share == 0;
    assert_int_equal(lacking, 1);
    fatiao_explanation_free(e);
}

static void
test_explain__names_what_stands_around(void **state)
{
    library *s = *state;
    fatiao_explanation *e =
        explain(s->searcher, "应收账款和预留份额", NULL, "draft#1");
    const fatiao_feature *clause = find_feature(e, "clause");
    assert_string_equal(clause->source, "draft#1.1");
    assert_true(clause->value > 0);
    const fatiao_feature *division = find_feature(e, "division");
    assert_string_equal(division->source, "draft#2");
    assert_string_equal(division->citation,
                        "《某市示范促进条例（征求意见稿）》第二条");
    assert_string_equal(find_feature(e, "statute")->source, "draft#2");
    assert_string_equal(find_feature(e, "words")->source, "");
    fatiao_explanation_free(e);
}

static void
assert_absence(fatiao_searcher *searcher, const char *question,
               const char *statute_id, fatiao_absence absence)
{
    fatiao_explanation *e = explain(searcher, question, statute_id, "draft#1");
    assert_int_equal(e->absence, absence);
    assert_int_equal(e->place, 0);
    assert_string_equal(e->hit->citation,
                        "《某市示范促进条例（征求意见稿）》第一条");
    assert_adds_up(e);
    fatiao_explanation_free(e);
}

static void
test_explain__tells_why_an_article_is_not_found(void **state)
{
    library *s = *state;
    assert_absence(s->searcher, "退役军人", NULL, FATIAO_ABSENCE_NOTHING);
    assert_absence(s->searcher, "“预留份额”", NULL, FATIAO_ABSENCE_UNMET);
    assert_absence(s->searcher, "“款应收”", NULL, FATIAO_ABSENCE_UNMET);
    assert_absence(s->searcher, "质押 AND 奖励", NULL, FATIAO_ABSENCE_UNMET);
    assert_absence(s->searcher, "退役 law:某市示范促进条例", NULL,
                   FATIAO_ABSENCE_NOTHING);
    assert_absence(s->searcher, "奖励退役军人的可敬之处", NULL,
                   FATIAO_ABSENCE_SCRAPS);
    fatiao_explanation *e =
        explain(s->searcher, "应收账款", "法/促进法(2017)", "draft#1");
    assert_int_equal(e->absence, FATIAO_ABSENCE_STATUTE);
    fatiao_explanation_free(e);
}

static void
test_explain__tells_the_place_of_one_that_is_far_behind(void **state)
{
    library *s = *state;
    enum { ARTICLES = 450 };
    char *text = calloc(ARTICLES + 1, 64);
    strcpy(text, "# 许可条例\n\n");
    for (unsigned i = 1; i <= ARTICLES; i++)
        sprintf(text + strlen(text), "第%u条 行政许可。\n\n", i);
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(s->index, &writer, NULL), FATIAO_OK);
    library_put(writer, "permits", text);
    library_commit(writer);
    fatiao_writer_close(writer);
    free(text);
    /* All are alike, so that they come in the order of the statute. */
    fatiao_searcher *searcher = library_open(s->index);
    fatiao_explanation *e = explain(searcher, "行政许可", NULL, "permits#400");
    assert_int_equal(e->absence, FATIAO_ABSENCE_NONE);
    assert_int_equal(e->place, 400);
    fatiao_explanation_free(e);
    e = explain(searcher, "行政许可", NULL, "permits#430");
    assert_int_equal(e->absence, FATIAO_ABSENCE_BEHIND);
    assert_int_equal(e->place, 430);
    assert_adds_up(e);
    fatiao_explanation_free(e);
    fatiao_searcher_close(searcher);
}

static void
test_explain__takes_the_id_of_a_clause_for_its_article(void **state)
{
    library *s = *state;
    fatiao_explanation *e =
        explain(s->searcher, "退役军人", NULL, "法/促进法(2017)#2.2.1");
    assert_string_equal(e->hit->id, "法/促进法(2017)#2");
    fatiao_explanation_free(e);
}

static void
test_explain__refuses_what_is_no_article(void **state)
{
    library *s = *state;
    static const char *const ids[] = {"draft",  "draft#9", "none#1",
                                      "draft#", "",        "draft#1/2"};
    fatiao_query *query;
    fatiao_explanation *e;
    fatiao_error error;
    assert_int_equal(fatiao_query_parse("质押", NULL, &query, NULL), FATIAO_OK);
    for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
        assert_int_equal(fatiao_searcher_explain(s->searcher, query, NULL,
                                                 ids[i], &e, &error),
                         FATIAO_ERR_NOT_FOUND);
        assert_null(e);
        assert_true(error.message[0] != '\0');
    }
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.statute_id = "none";
    assert_int_equal(fatiao_searcher_explain(s->searcher, query, &options,
                                             "draft#1", &e, NULL),
                     FATIAO_ERR_NOT_FOUND);
    assert_int_equal(
        fatiao_searcher_explain(s->searcher, query, NULL, NULL, &e, NULL),
        FATIAO_ERR_ARGUMENT);
    assert_int_equal(
        fatiao_searcher_explain(NULL, query, NULL, "draft#1", &e, NULL),
        FATIAO_ERR_ARGUMENT);
    fatiao_explanation_free(NULL);
    fatiao_query_free(query);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_explain__shares_make_the_score_of_each_hit),
        cmocka_unit_test(
            test_explain__tells_which_words_count_and_which_are_lacking),
        cmocka_unit_test(test_explain__tells_what_another_word_stands_for),
        cmocka_unit_test(test_explain__tells_what_a_citation_adds),
        cmocka_unit_test(test_explain__tells_which_numbers_count),
        cmocka_unit_test(test_explain__names_what_stands_around),
        cmocka_unit_test(test_explain__tells_why_an_article_is_not_found),
        cmocka_unit_test(
            test_explain__tells_the_place_of_one_that_is_far_behind),
        cmocka_unit_test(
            test_explain__takes_the_id_of_a_clause_for_its_article),
        cmocka_unit_test(test_explain__refuses_what_is_no_article),
    };
    return cmocka_run_group_tests(tests, library_set_up, library_tear_down);
}
