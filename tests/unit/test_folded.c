/* Folded texts by characters and by bytes. */
#include "unit.h"

#include <string.h>

#include "text/folded.h"

static void
test_folded__counts_both_ways(void **state)
{
    (void)state;
    ft_folded folded = ft_folded_new();
    static const char text[] = "第 ４ 條a";
    assert_int_equal(ft_folded_set(&folded, text, strlen(text), NULL),
                     FATIAO_OK);
    assert_string_equal(ft_strbuf_string(&folded.text), "第4条a");
    assert_int_equal(folded.chars.count, 4);
    assert_int_equal(ft_folded_code(&folded, 1), '4');
    assert_int_equal(ft_folded_code(&folded, 4), 0);
    assert_int_equal(ft_folded_byte(&folded, 2), 4);
    assert_int_equal(ft_folded_byte(&folded, 4), 8);
    assert_int_equal(ft_folded_char(&folded, 4), 2);
    assert_int_equal(ft_folded_char(&folded, 8), 4);
    /* A second text takes the place of the first. */
    assert_int_equal(ft_folded_set(&folded, "", 0, NULL), FATIAO_OK);
    assert_int_equal(folded.chars.count, 0);
    assert_int_equal(ft_folded_byte(&folded, 0), 0);
    ft_folded_finish(&folded);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_folded__counts_both_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
