/* Reading questions. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "query/query.h"

static fatiao_query *
parse(const char *text)
{
    fatiao_query *query;
    fatiao_error error;
    if (fatiao_query_parse(text, NULL, &query, &error) != FATIAO_OK)
        fail_msg("%s: %s", text, error.message);
    return query;
}

static const ft_query_term *
find_term(const fatiao_query *query, ft_token_kind kind, const char *bytes)
{
    for (size_t i = 0; i < query->terms.count; i++) {
        const ft_query_term *term = ft_array_at(&query->terms, i);
        if (term->kind == kind && strcmp(term->bytes, bytes) == 0)
            return term;
    }
    return NULL;
}

/* How many quotations, or others, must hold. */
static size_t
count_parts(const fatiao_query *query)
{
    size_t count = 0;
    const ft_expression *part =
        query->tree.root == NULL ? NULL : query->tree.root->child;
    for (; part != NULL; part = part->next)
        count++;
    return count;
}

static void
test_query__has_words_pairs_and_characters(void **state)
{
    (void)state;
    fatiao_query *query = parse("贷款怎么贷款");
    const ft_query_term *word = find_term(query, FT_TOKEN_WORD, "贷款");
    assert_non_null(word);
    assert_int_equal(word->frequency, 2);
    assert_non_null(find_term(query, FT_TOKEN_PAIR, "款怎"));
    assert_int_equal(find_term(query, FT_TOKEN_CHAR, "款")->frequency, 2);
    assert_int_equal(count_parts(query), 0);
    fatiao_query_free(query);
}

static void
test_query__quotation_marks_make_phrases(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "没有\"抵押 物\"贷款", "没有“抵押物”贷款", "没有「抵押物」贷款",
        "没有『抵押物』贷款",  "没有”抵押物“贷款", "没有＂抵押物＂贷款"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        fatiao_query *query = parse(texts[i]);
        assert_int_equal(count_parts(query), 1);
        const ft_expression *phrase = query->tree.root->child;
        assert_true(phrase->is_loose);
        assert_int_equal(phrase->char_count, 3);
        assert_int_equal(phrase->codes[2], 0x7269);
        assert_true(find_term(query, FT_TOKEN_PAIR, "抵押")->is_quoted);
        assert_false(find_term(query, FT_TOKEN_PAIR, "贷款")->is_quoted);
        assert_null(find_term(query, FT_TOKEN_PAIR, "物贷"));
        assert_null(find_term(query, FT_TOKEN_CHAR, "\""));
        fatiao_query_free(query);
    }
}

static void
test_query__an_open_quotation_is_none(void **state)
{
    (void)state;
    fatiao_query *query = parse("“贷款");
    assert_int_equal(count_parts(query), 0);
    assert_non_null(find_term(query, FT_TOKEN_PAIR, "贷款"));
    fatiao_query_free(query);
    query = parse("\"\"贷款");
    assert_int_equal(count_parts(query), 0);
    fatiao_query_free(query);
}

static void
test_query__punctuation_counts_only_alone(void **state)
{
    (void)state;
    fatiao_query *query = parse("贷款？");
    assert_null(find_term(query, FT_TOKEN_CHAR, "?"));
    fatiao_query_free(query);
    query = parse("；");
    assert_non_null(find_term(query, FT_TOKEN_CHAR, ";"));
    fatiao_query_free(query);
}

static void
test_query__words_that_only_ask_are_told_apart(void **state)
{
    (void)state;
    fatiao_query *query = parse("怎么贷款，贷款怎么");
    assert_true(find_term(query, FT_TOKEN_WORD, "怎么")->is_filler);
    assert_true(find_term(query, FT_TOKEN_PAIR, "么贷")->is_filler);
    assert_true(find_term(query, FT_TOKEN_PAIR, "款怎")->is_filler);
    assert_true(find_term(query, FT_TOKEN_CHAR, "怎")->is_filler);
    assert_false(find_term(query, FT_TOKEN_WORD, "贷款")->is_filler);
    assert_false(find_term(query, FT_TOKEN_CHAR, "款")->is_filler);
    fatiao_query_free(query);
    query = parse("怎么贷");
    assert_false(find_term(query, FT_TOKEN_CHAR, "贷")->is_paired);
    assert_false(query->has_pairs);
    fatiao_query_free(query);
}

static void
test_query__words_that_only_ask_count_in_quotations(void **state)
{
    (void)state;
    fatiao_query *query = parse("“怎么”贷款");
    assert_false(find_term(query, FT_TOKEN_WORD, "怎么")->is_filler);
    assert_true(query->has_unquoted);
    fatiao_query_free(query);
    query = parse("请问“贷款”？");
    assert_true(find_term(query, FT_TOKEN_WORD, "请问")->is_filler);
    assert_false(query->has_unquoted);
    fatiao_query_free(query);
}

static void
test_query__words_that_only_ask_count_alone(void **state)
{
    (void)state;
    fatiao_query *query = parse("请问？");
    const ft_query_term *word = find_term(query, FT_TOKEN_WORD, "请问");
    assert_false(word->is_filler);
    assert_int_equal(word->frequency, 1);
    assert_true(query->has_unquoted);
    assert_true(query->has_pairs);
    assert_int_equal(query->char_count, 3);
    fatiao_query_free(query);
}

static void
assert_refused(const char *text, fatiao_status expected)
{
    fatiao_query *query;
    fatiao_error error;
    assert_int_equal(fatiao_query_parse(text, NULL, &query, &error), expected);
    assert_int_equal(error.status, expected);
    assert_true(error.message[0] != '\0');
    assert_null(query);
}

static void
test_query__refuses_what_is_no_question(void **state)
{
    (void)state;
    assert_refused("", FATIAO_ERR_SYNTAX);
    assert_refused(" 　\t", FATIAO_ERR_SYNTAX);
    assert_refused("贷\xE6\xAC", FATIAO_ERR_ENCODING);
    assert_refused(NULL, FATIAO_ERR_ARGUMENT);
    char *text = malloc(FATIAO_QUERY_BYTES_MAX + 2);
    memset(text, 'a', FATIAO_QUERY_BYTES_MAX + 1);
    text[FATIAO_QUERY_BYTES_MAX + 1] = '\0';
    assert_refused(text, FATIAO_ERR_LIMIT);
    free(text);
}

static void
test_query__keeps_each_phrase_once_and_few_of_them(void **state)
{
    (void)state;
    fatiao_query *query = parse("“贷款”“贴息”“贷款”“貸款”");
    assert_int_equal(count_parts(query), 2);
    fatiao_query_free(query);
    char text[1024] = "";
    for (int i = 0; i < 33; i++)
        sprintf(text + strlen(text), "“%d款”", i);
    query = parse(text);
    assert_int_equal(count_parts(query), 32);
    assert_string_equal(fatiao_query_problem(query)->message,
                        "there are more than 32 words, phrases and fields");
    assert_non_null(find_term(query, FT_TOKEN_WORD, "32"));
    fatiao_query_free(query);
}

static void
test_query__what_must_hold_gives_quoted_terms(void **state)
{
    (void)state;
    fatiao_query *query = parse("贷款 (担保 OR 质押) NOT 保险 law:民法典");
    assert_false(find_term(query, FT_TOKEN_PAIR, "贷款")->is_quoted);
    assert_true(find_term(query, FT_TOKEN_PAIR, "担保")->is_quoted);
    assert_true(find_term(query, FT_TOKEN_PAIR, "质押")->is_quoted);
    assert_null(find_term(query, FT_TOKEN_PAIR, "保险"));
    assert_null(find_term(query, FT_TOKEN_PAIR, "民法"));
    assert_null(find_term(query, FT_TOKEN_WORD, "or"));
    fatiao_query_free(query);
}

static void
test_query__of_fields_alone_is_a_question(void **state)
{
    (void)state;
    fatiao_query *query = parse("law:民法典 chapter:三");
    assert_int_equal(query->terms.count, 0);
    assert_int_equal(count_parts(query), 2);
    assert_null(fatiao_query_problem(query));
    assert_null(fatiao_query_problem(NULL));
    fatiao_query_free(query);
}

static void
test_query__a_wrong_expression_leaves_its_words(void **state)
{
    (void)state;
    fatiao_query *query = parse("贷款 AND (date:昨天 OR “贴息”");
    assert_non_null(fatiao_query_problem(query));
    assert_false(find_term(query, FT_TOKEN_PAIR, "贷款")->is_quoted);
    assert_non_null(find_term(query, FT_TOKEN_PAIR, "昨天"));
    assert_true(find_term(query, FT_TOKEN_PAIR, "贴息")->is_quoted);
    assert_null(find_term(query, FT_TOKEN_WORD, "and"));
    assert_null(find_term(query, FT_TOKEN_WORD, "date"));
    fatiao_query_free(query);
}

static void
test_query__says_where_the_encoding_breaks(void **state)
{
    (void)state;
    fatiao_query *query;
    fatiao_error error;
    assert_int_equal(fatiao_query_parse("贷款\xFF", NULL, &query, &error),
                     FATIAO_ERR_ENCODING);
    assert_int_equal(error.column, 3);
}

static void
test_query__a_number_in_quotation_marks_is_literal(void **state)
{
    (void)state;
    fatiao_query *query = parse("预留三成，“15天”内");
    assert_non_null(find_term(query, FT_TOKEN_NUMBER, "30%"));
    assert_null(find_term(query, FT_TOKEN_NUMBER, "15日"));
    assert_true(query->has_numbers);
    fatiao_query_free(query);
    query = parse("“三成”");
    assert_false(query->has_numbers);
    fatiao_query_free(query);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_query__has_words_pairs_and_characters),
        cmocka_unit_test(test_query__quotation_marks_make_phrases),
        cmocka_unit_test(test_query__an_open_quotation_is_none),
        cmocka_unit_test(test_query__punctuation_counts_only_alone),
        cmocka_unit_test(test_query__words_that_only_ask_are_told_apart),
        cmocka_unit_test(test_query__words_that_only_ask_count_in_quotations),
        cmocka_unit_test(test_query__words_that_only_ask_count_alone),
        cmocka_unit_test(test_query__refuses_what_is_no_question),
        cmocka_unit_test(test_query__keeps_each_phrase_once_and_few_of_them),
        cmocka_unit_test(test_query__what_must_hold_gives_quoted_terms),
        cmocka_unit_test(test_query__of_fields_alone_is_a_question),
        cmocka_unit_test(test_query__a_wrong_expression_leaves_its_words),
        cmocka_unit_test(test_query__says_where_the_encoding_breaks),
        cmocka_unit_test(test_query__a_number_in_quotation_marks_is_literal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
