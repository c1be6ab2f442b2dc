/* Places, and the territories that titles tell. */
#include "unit.h"

#include "claim/region.h"

/* Whether a statute of that title holds at that place; 2: it may. */
static int
holds(const char *title, const char *place)
{
    ft_region territory;
    ft_region where = {0};
    size_t byte_start = 0;
    size_t byte_count = 0;
    bool is_sure = false;
    if (place[0] != '\0')
        assert_true(ft_region_read(place, &where));
    ft_region_of_title(title, &territory, &byte_start, &byte_count);
    const bool does = ft_region_holds(&territory, &where, &is_sure);
    return does && !is_sure ? 2 : does;
}

static void
test_region__of_a_city_holds_there_and_nowhere_else(void **state)
{
    (void)state;
    const char *title = "青岛市中小企业发展促进条例（征求意见稿）";
    assert_int_equal(holds(title, "青岛"), 1);
    assert_int_equal(holds(title, "山东省青岛市崂山区"), 1);
    assert_int_equal(holds(title, "济南"), 0);
    assert_int_equal(holds(title, "北京"), 0);
    assert_int_equal(holds(title, "山东"), 2);
    assert_int_equal(holds(title, ""), 2);
}

static void
test_region__of_a_province_holds_in_its_cities(void **state)
{
    (void)state;
    assert_int_equal(holds("山东省民营经济发展促进条例", "青岛"), 1);
    assert_int_equal(holds("吉林省农业条例", "长春"), 1);
    assert_int_equal(holds("吉林市城市条例", "长春"), 0);
    assert_int_equal(holds("中国（山东）自由贸易试验区条例", "青岛"), 1);
    assert_int_equal(holds("北京市促进中小企业发展条例", "青岛"), 0);
    assert_int_equal(holds("中关村国家自主创新示范区条例", "青岛"), 0);
}

static void
test_region__of_the_country_holds_everywhere(void **state)
{
    (void)state;
    assert_int_equal(holds("中华人民共和国中小企业促进法", "青岛"), 1);
    assert_int_equal(holds("保障中小企业款项支付条例", ""), 1);
    assert_int_equal(holds("城市房地产管理法", "喀什"), 1);
    assert_int_equal(holds("台湾同胞投资保护法实施细则", "青岛"), 1);
}

static void
test_region__of_a_county_or_new_area_needs_it_said(void **state)
{
    (void)state;
    const char *title = "青岛西海岸新区条例";
    assert_int_equal(holds(title, "青岛西海岸新区"), 1);
    assert_int_equal(holds(title, "青岛市崂山区"), 0);
    assert_int_equal(holds(title, "青岛"), 2);
    assert_int_equal(holds("景宁畲族自治县旅游条例", "青岛"), 0);
    assert_int_equal(holds("景宁畲族自治县旅游条例", "浙江丽水景宁畲族自治县"),
                     1);
    assert_int_equal(holds("景宁畲族自治县旅游条例", ""), 0);
    assert_int_equal(
        holds("上海市推进浦东新区实施建筑师负责制若干规定", "上海"), 1);
}

static void
test_region__is_none_where_no_place_is_known(void **state)
{
    (void)state;
    ft_region region;
    assert_false(ft_region_read("昆山", &region));
    assert_false(ft_region_read("", &region));
    assert_true(ft_region_read("苏州昆山", &region));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_region__of_a_city_holds_there_and_nowhere_else),
        cmocka_unit_test(test_region__of_a_province_holds_in_its_cities),
        cmocka_unit_test(test_region__of_the_country_holds_everywhere),
        cmocka_unit_test(test_region__of_a_county_or_new_area_needs_it_said),
        cmocka_unit_test(test_region__is_none_where_no_place_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
