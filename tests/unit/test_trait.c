/* The tables of traits, groups and needs agree with those of the facets. */
#include "unit.h"

#include <string.h>

#include "claim/trait.h"

static bool
is_measure(const char *name, size_t byte_count)
{
    const char *value = NULL;
    for (size_t i = 0;
         (value = fatiao_facet_value_name(FATIAO_FACET_MEASURE, i)) != NULL;
         i++)
        if (strlen(value) == byte_count && memcmp(value, name, byte_count) == 0)
            return true;
    return false;
}

static void
test_trait__every_beneficiary_is_a_group(void **state)
{
    (void)state;
    const char *name = NULL;
    for (size_t i = 0;
         (name = fatiao_facet_value_name(FATIAO_FACET_BENEFICIARY, i)) != NULL;
         i++)
        if (ft_group_find(name) == NULL)
            fail_msg("%s is no group", name);
}

static void
test_trait__groups_ask_for_traits_that_there_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < ft_group_count; i++) {
        bool is_known = ft_groups[i].trait[0] == '\0';
        for (size_t j = 0; j < ft_trait_count; j++)
            is_known |= strcmp(ft_traits[j].name, ft_groups[i].trait) == 0;
        if (!is_known)
            fail_msg("%s is no trait", ft_groups[i].trait);
    }
    assert_true(ft_trait_count <= FT_TRAITS_MAX);
}

static void
test_trait__needs_are_met_by_measures_that_there_are(void **state)
{
    (void)state;
    for (size_t i = 0; i < ft_need_count; i++)
        for (const char *at = ft_needs[i].measures; *at != '\0';) {
            const size_t byte_count = strcspn(at, " ");
            if (!is_measure(at, byte_count))
                fail_msg("%s: %.*s is no measure", ft_needs[i].name,
                         (int)byte_count, at);
            at += byte_count;
            at += strspn(at, " ");
        }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_trait__every_beneficiary_is_a_group),
        cmocka_unit_test(test_trait__groups_ask_for_traits_that_there_are),
        cmocka_unit_test(test_trait__needs_are_met_by_measures_that_there_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
