/* Cutting text out of a question. */
#include "unit.h"

#include <string.h>

#include "query/rest.h"

static bool
has_term(const fatiao_query *query, ft_token_kind kind, const char *bytes)
{
    for (size_t i = 0; i < query->terms.count; i++) {
        const ft_query_term *term = ft_array_at(&query->terms, i);
        if (term->kind == kind && strcmp(term->bytes, bytes) == 0)
            return true;
    }
    return false;
}

/* Makes the rest of a question without its first `text`. */
static fatiao_query
make_rest(const fatiao_query *query, const char *text)
{
    ft_array cuts = {.item_size = sizeof(ft_query_cut)};
    ft_query_cut *cut = ft_array_push(&cuts);
    cut->start = (size_t)(strstr(query->text, text) - query->text);
    cut->end = cut->start + strlen(text);
    fatiao_query rest;
    assert_int_equal(ft_query_rest_make(query, &cuts, &rest, NULL), FATIAO_OK);
    ft_array_finish(&cuts);
    return rest;
}

static void
test_rest__drops_terms_that_touch_the_cut(void **state)
{
    (void)state;
    fatiao_query *query;
    assert_int_equal(
        fatiao_query_parse("工资第五条工资占三成", NULL, &query, NULL),
        FATIAO_OK);
    fatiao_query rest = make_rest(query, "第五条");
    assert_true(has_term(query, FT_TOKEN_PAIR, "资第"));
    assert_false(has_term(&rest, FT_TOKEN_PAIR, "资第"));
    assert_false(has_term(&rest, FT_TOKEN_PAIR, "五条"));
    assert_false(has_term(&rest, FT_TOKEN_NUMBER, "5条"));
    assert_true(has_term(&rest, FT_TOKEN_NUMBER, "30%"));
    assert_true(has_term(&rest, FT_TOKEN_PAIR, "工资"));
    assert_true(rest.has_unquoted);
    assert_true(rest.has_pairs);
    ft_query_rest_finish(&rest);
    fatiao_query_free(query);
}

static void
test_rest__can_be_empty(void **state)
{
    (void)state;
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse("第五条？", NULL, &query, NULL),
                     FATIAO_OK);
    fatiao_query rest = make_rest(query, "第五条");
    assert_int_equal(rest.terms.count, 0);
    assert_false(rest.has_unquoted);
    ft_query_rest_finish(&rest);
    fatiao_query_free(query);
}

static void
test_rest__other_words_go_with_their_cause(void **state)
{
    (void)state;
    static const char lines[] = "甲乙法 => 丙丁\n戊己 => 庚辛\n";
    fatiao_thesaurus *thesaurus;
    assert_int_equal(
        fatiao_thesaurus_parse(lines, strlen(lines), NULL, &thesaurus, NULL),
        FATIAO_OK);
    fatiao_query_options options = FATIAO_QUERY_OPTIONS;
    options.thesaurus = thesaurus;
    fatiao_query *query;
    assert_int_equal(
        fatiao_query_parse("甲乙法第五条戊己", &options, &query, NULL),
        FATIAO_OK);
    fatiao_query rest = make_rest(query, "甲乙法第五条");
    assert_true(has_term(query, FT_TOKEN_RUN, "丙丁"));
    assert_false(has_term(&rest, FT_TOKEN_RUN, "丙丁"));
    assert_true(has_term(&rest, FT_TOKEN_RUN, "庚辛"));
    ft_query_rest_finish(&rest);
    fatiao_query_free(query);
    fatiao_thesaurus_free(thesaurus);
}

static void
test_rest__keeps_quotations(void **state)
{
    (void)state;
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse("第五条“贷款”", NULL, &query, NULL),
                     FATIAO_OK);
    fatiao_query rest = make_rest(query, "第五条");
    assert_non_null(rest.tree.root->child);
    assert_true(has_term(&rest, FT_TOKEN_PAIR, "贷款"));
    assert_false(rest.has_unquoted);
    ft_query_rest_finish(&rest);
    fatiao_query_free(query);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rest__drops_terms_that_touch_the_cut),
        cmocka_unit_test(test_rest__can_be_empty),
        cmocka_unit_test(test_rest__other_words_go_with_their_cause),
        cmocka_unit_test(test_rest__keeps_quotations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
