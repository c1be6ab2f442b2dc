/* The features have names, for explanations name them all. */
#include "unit.h"

#include <string.h>

#include "query/ranking.h"

static void
test_ranking__every_feature_has_a_name_of_its_own(void **state)
{
    (void)state;
    for (size_t i = 0; i < FT_FEATURE_COUNT; i++) {
        const char *name = ft_feature_name((ft_feature)i);
        assert_non_null(name);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(name, ft_feature_name((ft_feature)k));
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ranking__every_feature_has_a_name_of_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
