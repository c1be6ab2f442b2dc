/* The rank of a statute by its title. */
#include "unit.h"

#include <string.h>

#include "statute/rank.h"

static bool
is_law(const char *title)
{
    return ft_rank_is_law(title, strlen(title));
}

static void
test_rank__knows_laws_by_the_end_of_their_title(void **state)
{
    (void)state;
    assert_true(is_law("中华人民共和国民法典"));
    assert_true(is_law("中华人民共和国宪法"));
    assert_true(is_law("中华人民共和国中小企业促进法"));
    assert_true(is_law("反分裂国家法"));
}

static void
test_rank__takes_lower_rules_for_none(void **state)
{
    (void)state;
    assert_false(is_law("保障中小企业款项支付条例"));
    assert_false(is_law("中华人民共和国著作权法实施条例"));
    assert_false(is_law("商标代理监督管理办法"));
    assert_false(is_law("河南省实施《中华人民共和国中小企业促进法》办法"));
    assert_false(is_law(
        "最高人民法院关于适用《中华人民共和国民法典》有关担保制度的解释"));
    assert_false(is_law("青岛市中小企业发展促进条例（征求意见稿）"));
    assert_false(is_law("关于规范行政执法"));
}

static void
test_rank__takes_a_draft_for_none(void **state)
{
    (void)state;
    assert_false(is_law("中华人民共和国民营经济促进法（草案）"));
    assert_false(is_law(""));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rank__knows_laws_by_the_end_of_their_title),
        cmocka_unit_test(test_rank__takes_lower_rules_for_none),
        cmocka_unit_test(test_rank__takes_a_draft_for_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
