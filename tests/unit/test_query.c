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
    assert_int_equal(query->phrases.count, 0);
    fatiao_query_free(query);
}

static void
test_query__quotation_marks_make_phrases(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "没有\"抵押 物\"贷款", "没有“抵押物”贷款", "没有「抵押物」贷款",
        "没有『抵押物』贷款", "没有”抵押物“贷款"};
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        fatiao_query *query = parse(texts[i]);
        assert_int_equal(query->phrases.count, 1);
        const ft_query_phrase *phrase = query->phrases.items;
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
    assert_int_equal(query->phrases.count, 0);
    assert_non_null(find_term(query, FT_TOKEN_PAIR, "贷款"));
    fatiao_query_free(query);
    query = parse("\"\"贷款");
    assert_int_equal(query->phrases.count, 0);
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
    assert_int_equal(query->phrases.count, 2);
    fatiao_query_free(query);
    char text[1024] = "";
    for (int i = 0; i < 33; i++)
        sprintf(text + strlen(text), "“%d款”", i);
    assert_refused(text, FATIAO_ERR_LIMIT);
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
        cmocka_unit_test(test_query__refuses_what_is_no_question),
        cmocka_unit_test(test_query__keeps_each_phrase_once_and_few_of_them),
        cmocka_unit_test(test_query__says_where_the_encoding_breaks),
        cmocka_unit_test(test_query__a_number_in_quotation_marks_is_literal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
