/* Searching the engine. */
#include "letters.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>

/* The ids of a search as a string, "3 1 ". */
static const char *
found(ft_engine *engine, const ft_engine_request *request)
{
    static char text[256];
    ft_array matches = {.item_size = sizeof(ft_engine_match)};
    assert_int_equal(ft_engine_search(engine, request, &matches, NULL),
                     FATIAO_OK);
    text[0] = '\0';
    for (size_t i = 0; i < matches.count; i++) {
        const ft_engine_match *match = ft_array_at(&matches, i);
        snprintf(text + strlen(text), sizeof(text) - strlen(text), "%u ",
                 match->id);
    }
    ft_array_finish(&matches);
    return text;
}

static const ft_engine_term term_a = {"a", 1, 1};
static const ft_engine_term term_b = {"b", 1, 1};

/* Documents 1 "ab", 2 "b", 3 "a", 4 "abc", all of filter F or G. */
static ft_engine *
open_four(const char *path)
{
    ft_engine *engine = open_writer(path);
    add(engine, "ab", "F");
    add(engine, "b", "F");
    add(engine, "a", "G");
    add(engine, "abc", "G");
    commit(engine);
    ft_engine_close(engine);
    return open_reader(path);
}

static void
test_match__scores_any_and_requires_all(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_four(path);
    const ft_engine_term both[] = {term_a, term_b};
    const ft_engine_term one_filter = {"G", 1, 1};
    const ft_engine_term filters[] = {{"F", 1, 1}, {"G", 1, 1}};
    ft_engine_request request = {
        .bm25_k1 = 1.6, .bm25_b = 0.75, .limit = SIZE_MAX};
    assert_string_equal(found(engine, &request), "1 2 3 4 ");
    request.required = both;
    request.required_count = 2;
    assert_string_equal(found(engine, &request), "1 4 ");
    request.filters = &one_filter;
    request.filter_count = 1;
    assert_string_equal(found(engine, &request), "4 ");
    request.required_count = 0;
    assert_string_equal(found(engine, &request), "3 4 ");
    request.filters = filters;
    request.filter_count = 2;
    request.scored = both;
    request.scored_count = 2;
    /* Two terms beat one, a shorter document a longer one, and equal scores
     * come by id. */
    assert_string_equal(found(engine, &request), "1 4 2 3 ");
    request.limit = 2;
    assert_string_equal(found(engine, &request), "1 4 ");
    request.limit = 0;
    assert_string_equal(found(engine, &request), "");
    request.limit = SIZE_MAX;
    request.required = &term_b;
    request.required_count = 1;
    request.scored_count = 1;
    assert_string_equal(found(engine, &request), "1 4 ");
    ft_engine_close(engine);
    free(path);
}

/* Scores by hand: 4 documents, "c" in one of them, of length 3 where the mean
 * is 7/4; weight 2. */
static void
test_match__scores_with_bm25_times_the_weight(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_four(path);
    const ft_engine_term scored = {"c", 1, 2};
    const ft_engine_request request = {.scored = &scored,
                                       .scored_count = 1,
                                       .bm25_k1 = 1.6,
                                       .bm25_b = 0.75,
                                       .limit = 10};
    ft_array matches = {.item_size = sizeof(ft_engine_match)};
    assert_int_equal(ft_engine_search(engine, &request, &matches, NULL),
                     FATIAO_OK);
    assert_int_equal(matches.count, 1);
    const ft_engine_match *match = ft_array_at(&matches, 0);
    assert_int_equal(match->id, 4);
    const double rarity = log((4 - 1 + 0.5) / (1 + 0.5));
    const double length = 1.6 * (0.25 + 0.75 * 3 / (7.0 / 4));
    const double expected = 2 * rarity * (1.6 + 1) * 1 / (1 + length);
    assert_true(fabs(match->score - expected) < 1e-6);
    ft_array_finish(&matches);
    ft_engine_close(engine);
    free(path);
}

static bool
accept_short(void *context, const char *data, size_t byte_count)
{
    (void)data;
    ++*(size_t *)context;
    return byte_count < 3;
}

static void
test_match__asks_the_caller_what_to_accept(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_four(path);
    size_t asked = 0;
    const ft_engine_request request = {.scored = &term_b,
                                       .scored_count = 1,
                                       .bm25_k1 = 1.6,
                                       .bm25_b = 0.75,
                                       .limit = SIZE_MAX,
                                       .accept = accept_short,
                                       .context = &asked};
    assert_string_equal(found(engine, &request), "2 1 ");
    assert_int_equal(asked, 3);
    ft_engine_close(engine);
    free(path);
}

static void
test_match__takes_thousands_of_terms(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_four(path);
    enum { TERMS = 5000 };
    char(*names)[16] = calloc(TERMS, sizeof(*names));
    ft_engine_term *terms = calloc(TERMS, sizeof(*terms));
    for (int i = 0; i < TERMS; i++) {
        snprintf(names[i], sizeof(names[i]), "%d", i);
        terms[i] = (ft_engine_term){names[i], strlen(names[i]), 1 + i % 3};
    }
    terms[TERMS / 2] = term_a;
    ft_engine_request request = {.scored = terms,
                                 .scored_count = TERMS,
                                 .bm25_k1 = 1.6,
                                 .bm25_b = 0.75,
                                 .limit = SIZE_MAX};
    assert_string_equal(found(engine, &request), "3 1 4 ");
    request.scored_count = 0;
    request.filters = terms;
    request.filter_count = TERMS;
    assert_string_equal(found(engine, &request), "1 3 4 ");
    request.filter_count = 0;
    request.required = terms;
    request.required_count = TERMS;
    assert_string_equal(found(engine, &request), "");
    free(terms);
    free(names);
    ft_engine_close(engine);
    free(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_match__scores_any_and_requires_all,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_match__scores_with_bm25_times_the_weight, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_match__asks_the_caller_what_to_accept, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_match__takes_thousands_of_terms,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
