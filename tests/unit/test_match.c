/* Filtering documents by their terms. */
#include "letters.h"

#include <stdio.h>

/* The ids that pass a filter as a string, "1 4 ". */
static const char *
found(ft_engine *engine, const ft_engine_filter *filter)
{
    static char text[256];
    ft_array ids = {.item_size = sizeof(uint32_t)};
    assert_int_equal(ft_engine_find(engine, filter, &ids, NULL), FATIAO_OK);
    text[0] = '\0';
    for (size_t i = 0; i < ids.count; i++)
        snprintf(text + strlen(text), sizeof(text) - strlen(text), "%u ",
                 *(uint32_t *)ft_array_at(&ids, i));
    ft_array_finish(&ids);
    return text;
}

static const ft_engine_term term_a = {"a", 1};
static const ft_engine_term term_b = {"b", 1};

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
test_match__requires_all_and_one_of_any(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_four(path);
    const ft_engine_term both[] = {term_a, term_b};
    const ft_engine_term filters[] = {{"F", 1}, {"G", 1}};
    ft_engine_filter filter = {0};
    assert_string_equal(found(engine, &filter), "1 2 3 4 ");
    filter.required = both;
    filter.required_count = 2;
    assert_string_equal(found(engine, &filter), "1 4 ");
    filter.any = &filters[1];
    filter.any_count = 1;
    assert_string_equal(found(engine, &filter), "4 ");
    filter.required_count = 0;
    assert_string_equal(found(engine, &filter), "3 4 ");
    filter.any = filters;
    filter.any_count = 2;
    assert_string_equal(found(engine, &filter), "1 2 3 4 ");
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
        terms[i] = (ft_engine_term){names[i], strlen(names[i])};
    }
    terms[TERMS / 2] = term_a;
    ft_engine_filter filter = {.any = terms, .any_count = TERMS};
    assert_string_equal(found(engine, &filter), "1 3 4 ");
    filter = (ft_engine_filter){.required = terms, .required_count = TERMS};
    assert_string_equal(found(engine, &filter), "");
    free(terms);
    free(names);
    ft_engine_close(engine);
    free(path);
}

/* By the hands of documents: "a" stands in 1, 3 and 4. */
static void
test_match__reads_postings_from_a_document_on(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_four(path);
    ft_array postings = {.item_size = sizeof(ft_engine_posting)};
    assert_int_equal(
        ft_engine_read_postings(engine, "a", 1, 2, &postings, NULL), FATIAO_OK);
    assert_int_equal(postings.count, 2);
    const ft_engine_posting *all = postings.items;
    assert_int_equal(all[0].id, 3);
    assert_int_equal(all[0].length, 1);
    assert_int_equal(all[1].id, 4);
    assert_int_equal(all[1].frequency, 1);
    assert_int_equal(all[1].length, 3);
    ft_array_finish(&postings);
    ft_engine_close(engine);
    free(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_match__requires_all_and_one_of_any,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_match__takes_thousands_of_terms,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_match__reads_postings_from_a_document_on, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
