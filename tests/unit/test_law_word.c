/* Ends of names. */
#include "unit.h"

#include <string.h>

#include "statute/law_word.h"

static ft_array
fold(const char *text)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    assert_int_equal(ft_fold(text, strlen(text), &chars, NULL), FATIAO_OK);
    return chars;
}

static bool
ends(const char *text)
{
    ft_array chars = fold(text);
    const bool does = ft_law_word_ends(chars.items, chars.count);
    ft_array_finish(&chars);
    return does;
}

static size_t
self(const char *text)
{
    ft_array chars = fold(text);
    const size_t count = ft_law_word_self(chars.items, chars.count);
    ft_array_finish(&chars);
    return count;
}

static void
test_law_word__names_end_so(void **state)
{
    (void)state;
    assert_true(ends("劳动法"));
    assert_true(ends("民法典"));
    assert_true(ends("支付條例"));
    assert_true(ends("办法"));
    assert_false(ends("工资"));
    assert_false(ends(""));
}

static void
test_law_word__other_words_end_so_too(void **state)
{
    (void)state;
    assert_false(ends("是不是违法"));
    assert_false(ends("依法"));
    assert_false(ends("有什么办法"));
}

static void
test_law_word__tells_the_law_that_is_meant_anyway(void **state)
{
    (void)state;
    assert_int_equal(self("违反本法"), 2);
    assert_int_equal(self("本条例"), 3);
    assert_int_equal(self("该办法"), 3);
    assert_int_equal(self("劳动法"), 0);
    assert_int_equal(self("法"), 0);
    assert_int_equal(self(""), 0);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_law_word__names_end_so),
        cmocka_unit_test(test_law_word__other_words_end_so_too),
        cmocka_unit_test(test_law_word__tells_the_law_that_is_meant_anyway),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
