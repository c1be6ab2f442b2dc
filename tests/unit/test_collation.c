/* Comparing quotations. */
#include "unit.h"

#include <string.h>

#include "search/collation.h"

static const char law[] =
    "用人单位自用工之日起满一个月不与劳动者订立书面劳动合同的，"
    "应当向劳动者每月支付二倍的工资。";

static void
assert_compared(const char *quoted, fatiao_quote_state expected,
                const char *expected_difference)
{
    size_t budget = 1 << 20;
    fatiao_quote_state state;
    ft_strbuf difference = {0};
    assert_int_equal(ft_collation_compare(quoted, strlen(quoted), law,
                                          strlen(law), &budget, &state,
                                          &difference, NULL),
                     FATIAO_OK);
    assert_int_equal(state, expected);
    assert_string_equal(ft_strbuf_string(&difference), expected_difference);
    ft_strbuf_finish(&difference);
}

static void
test_collation__knows_words_that_stand_there(void **state)
{
    (void)state;
    assert_compared("每月支付二倍的工资", FATIAO_QUOTE_EXACT, "");
    /* Signs at the ends, blanks, width and form make no difference. */
    assert_compared("应当向 勞動者每月支付二倍的工资；", FATIAO_QUOTE_EXACT,
                    "");
    assert_compared("用人单位……每月支付", FATIAO_QUOTE_EXACT, "");
    assert_compared("。", FATIAO_QUOTE_EXACT, "");
}

static void
test_collation__shows_how_words_differ(void **state)
{
    (void)state;
    assert_compared("每月支付三倍的工资", FATIAO_QUOTE_DIFFERS,
                    "每月支付[-三-]{+二+}倍的工资");
    assert_compared("应当每月支付二倍的工资", FATIAO_QUOTE_DIFFERS,
                    "应当{+向劳动者+}每月支付二倍的工资");
    assert_compared("每月都支付二倍的工资", FATIAO_QUOTE_DIFFERS,
                    "每月[-都-]支付二倍的工资");
    /* …… in the wrong order. */
    assert_compared("每月支付……用人单位", FATIAO_QUOTE_ABSENT, "");
}

static void
test_collation__knows_words_that_are_not_there(void **state)
{
    (void)state;
    assert_compared("试用期最长不得超过六个月", FATIAO_QUOTE_ABSENT, "");
}

static void
test_collation__keeps_to_its_budget(void **state)
{
    (void)state;
    size_t budget = 10;
    fatiao_quote_state found;
    ft_strbuf difference = {0};
    static const char quoted[] = "每月支付三倍的工资";
    assert_int_equal(ft_collation_compare(quoted, strlen(quoted), law,
                                          strlen(law), &budget, &found,
                                          &difference, NULL),
                     FATIAO_OK);
    assert_int_equal(found, FATIAO_QUOTE_DIFFERS);
    assert_string_equal(ft_strbuf_string(&difference), "");
    assert_int_equal(budget, 10);
    ft_strbuf_finish(&difference);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_collation__knows_words_that_stand_there),
        cmocka_unit_test(test_collation__shows_how_words_differ),
        cmocka_unit_test(test_collation__knows_words_that_are_not_there),
        cmocka_unit_test(test_collation__keeps_to_its_budget),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
