/* What a clause gives, through the public header. Single rules are tested by
 * the clauses in tests/facets. */
#include "../unit/unit.h"

#include <string.h>

#include <fatiao/fatiao.h>

static const char text[] =
    "# 某市中小企业促进条例\n\n"
    "第一条 市财政部门应当采取下列措施：\n\n（一）对中小企业给予贴息；\n\n"
    "（二）按照规定减免房租。\n\n第二条\n";

static fatiao_statute *statute;

static int
set_up(void **state)
{
    (void)state;
    fatiao_parse_options options = FATIAO_PARSE_OPTIONS;
    options.format = FATIAO_FORMAT_MARKDOWN;
    return fatiao_statute_parse(text, strlen(text), &options, &statute, NULL) ==
                   FATIAO_OK
               ? 0
               : -1;
}

static int
tear_down(void **state)
{
    (void)state;
    fatiao_statute_free(statute);
    return 0;
}

static fatiao_facets *
read_node(const char *fragment)
{
    fatiao_facets *facets;
    assert_int_equal(fatiao_facets_read(statute,
                                        fatiao_statute_find(statute, fragment),
                                        &facets, NULL),
                     FATIAO_OK);
    return facets;
}

static const fatiao_facet_value *
find(const fatiao_facets *facets, fatiao_facet facet, const char *name)
{
    for (size_t i = 0; i < fatiao_facets_count(facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(facets, i);
        if (value->facet == facet && strcmp(value->name, name) == 0)
            return value;
    }
    return NULL;
}

static void
test_facets__have_the_words_that_justify_them(void **state)
{
    (void)state;
    fatiao_facets *facets = read_node("1.1");
    const fatiao_facet_value *value =
        find(facets, FATIAO_FACET_MEASURE, "贴息");
    assert_non_null(value);
    assert_ptr_equal(value->node, fatiao_statute_find(statute, "1.1.1"));
    assert_int_equal(value->byte_count, strlen("贴息"));
    assert_memory_equal(value->node->text + value->byte_start, "贴息",
                        strlen("贴息"));
    fatiao_facets_free(facets);
}

static void
test_facets__of_an_item_are_its_own_and_those_above(void **state)
{
    (void)state;
    fatiao_facets *facets = read_node("1.1.1");
    assert_non_null(find(facets, FATIAO_FACET_MEASURE, "贴息"));
    assert_null(find(facets, FATIAO_FACET_MEASURE, "费用减免"));
    assert_non_null(find(facets, FATIAO_FACET_FORCE, "应当"));
    assert_non_null(find(facets, FATIAO_FACET_DUTY_BEARER, "市财政部门"));
    assert_false(fatiao_facets_only_defers(facets));
    fatiao_facets_free(facets);
    facets = read_node("1.1.2");
    assert_non_null(find(facets, FATIAO_FACET_MEASURE, "费用减免"));
    assert_non_null(find(facets, FATIAO_FACET_CERTAINTY, "条件"));
    assert_true(fatiao_facets_only_defers(facets));
    fatiao_facets_free(facets);
}

static void
test_facets__of_no_text_are_none(void **state)
{
    (void)state;
    fatiao_facets *facets = read_node("2");
    assert_int_equal(fatiao_facets_count(facets), 0);
    assert_null(fatiao_facets_at(facets, 0));
    assert_false(fatiao_facets_is_rule(facets));
    fatiao_facets_free(facets);
    assert_int_equal(fatiao_facets_count(NULL), 0);
    fatiao_facets_free(NULL);
    assert_int_equal(fatiao_facets_read(NULL, NULL, &facets, NULL),
                     FATIAO_ERR_ARGUMENT);
    assert_null(facets);
}

static void
test_facets__have_closed_lists(void **state)
{
    (void)state;
    size_t count = 0;
    while (fatiao_facet_value_name(FATIAO_FACET_MEASURE, count) != NULL)
        count++;
    assert_int_equal(count, 44);
    assert_string_equal(fatiao_facet_value_name(FATIAO_FACET_MEASURE, 0),
                        "专项资金");
    assert_string_equal(fatiao_facet_value_name(FATIAO_FACET_MEASURE, 43),
                        "组织领导");
    assert_string_equal(fatiao_facet_value_name(FATIAO_FACET_FORCE, 9), "陈述");
    assert_null(fatiao_facet_value_name(FATIAO_FACET_FORCE, 10));
    assert_null(fatiao_facet_value_name(FATIAO_FACET_NUMBER, 0));
    assert_string_equal(fatiao_facet_name(FATIAO_FACET_DUTY_BEARER),
                        "duty-bearer");
    assert_string_equal(fatiao_facet_name((fatiao_facet)99), "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_facets__have_the_words_that_justify_them),
        cmocka_unit_test(test_facets__of_an_item_are_its_own_and_those_above),
        cmocka_unit_test(test_facets__of_no_text_are_none),
        cmocka_unit_test(test_facets__have_closed_lists),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
