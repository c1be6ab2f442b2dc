/* Characters that look alike. */
#include "unit.h"

#include <stdbool.h>

#include "text/shape.h"

static bool
is_alike(uint32_t left, uint32_t right)
{
    uint32_t alike[FT_SHAPE_ALIKE_MAX];
    const size_t count = ft_shape_alike(left, alike);
    assert_true(count <= FT_SHAPE_ALIKE_MAX);
    for (size_t i = 0; i < count; i++)
        if (alike[i] == right)
            return true;
    return false;
}

static void
test_shape__knows_the_pairs_that_law_confuses(void **state)
{
    (void)state;
    static const uint32_t pairs[][2] = {
        {0x672A, 0x672B}, /* 未末 */
        {0x5DF1, 0x5DF2}, /* 己已 */
        {0x8D37, 0x8D27}, /* 贷货 */
        {0x6CBB, 0x51B6}, /* 治冶 */
        {0x8D2D, 0x6C9F}, /* 购沟 */
        {0x5E10, 0x8D26}, /* 帐账 */
    };
    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        assert_true(is_alike(pairs[i][0], pairs[i][1]));
        assert_true(is_alike(pairs[i][1], pairs[i][0]));
    }
}

static void
test_shape__does_not_call_a_character_like_itself(void **state)
{
    (void)state;
    for (uint32_t code = 0x4E00; code <= 0x9FFF; code++)
        assert_false(is_alike(code, code));
}

static void
test_shape__knows_nothing_of_other_signs(void **state)
{
    (void)state;
    uint32_t alike[FT_SHAPE_ALIKE_MAX];
    assert_int_equal(ft_shape_alike('a', alike), 0);
    assert_int_equal(ft_shape_alike(0, alike), 0);
    assert_int_equal(ft_shape_alike(0x1672A, alike), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_shape__knows_the_pairs_that_law_confuses),
        cmocka_unit_test(test_shape__does_not_call_a_character_like_itself),
        cmocka_unit_test(test_shape__knows_nothing_of_other_signs),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
