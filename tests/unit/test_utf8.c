/* Walking UTF-8. */
#include "unit.h"

#include <string.h>

#include "text/utf8.h"

static void
test_utf8__reads_characters_of_every_length(void **state)
{
    (void)state;
    static const char text[] = "aé条𠮷";
    static const uint32_t codes[] = {'a', 0xE9, 0x6761, 0x20BB7};
    static const size_t ends[] = {1, 3, 6, 10};
    size_t at = 0;
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(ft_utf8_next(text, 10, &at), codes[i]);
        assert_int_equal(at, ends[i]);
    }
    assert_int_equal(ft_utf8_char_count(text, 10), 4);
}

static void
test_utf8__refuses_what_is_not_well_formed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t bad;
    } cases[] = {
        {"\x80", 0},
        {"a\xC0\x80", 1},
        {"\xE0\x80\x80", 0},
        {"\xED\xA0\x80", 0},
        {"条\xE6\x9D", 3},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t bad = 99;
        assert_false(
            ft_utf8_is_valid(cases[i].text, strlen(cases[i].text), &bad));
        assert_int_equal(bad, cases[i].bad);
    }
    assert_true(ft_utf8_is_valid("条\xEF\xBF\xBD", 6, NULL));
}

static void
test_utf8__gives_one_replacement_for_each_maximal_part(void **state)
{
    (void)state;
    /* A sequence cut short is one; a byte that begins nothing is one. */
    static const char text[] = "\xE6\x9D\x80\x80 a";
    size_t at = 0;
    assert_int_equal(ft_utf8_next(text, 2, &at), 0xFFFD);
    assert_int_equal(at, 2);
    at = 0;
    assert_int_equal(ft_utf8_next(text, 6, &at), 0x6740);
    assert_int_equal(ft_utf8_next(text, 6, &at), 0xFFFD);
    assert_int_equal(ft_utf8_next(text, 6, &at), ' ');
}

static void
test_utf8__knows_the_blanks_of_statutes(void **state)
{
    (void)state;
    static const uint32_t blanks[] = {' ',    '\t',   '\r',   0xA0,
                                      0x2002, 0x200B, 0x3000, 0xFEFF};
    for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
        assert_true(ft_char_is_blank(blanks[i]));
    assert_false(ft_char_is_blank(0));
    assert_false(ft_char_is_blank('a'));
    assert_false(ft_char_is_blank(0x3001));
}

static void
test_utf8__knows_private_use(void **state)
{
    (void)state;
    assert_true(ft_char_is_private_use(0xE000));
    assert_true(ft_char_is_private_use(0xF8FF));
    assert_true(ft_char_is_private_use(0x100000));
    assert_false(ft_char_is_private_use(0xF900));
    assert_false(ft_char_is_private_use(0x6761));
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_utf8__reads_characters_of_every_length),
        cmocka_unit_test(test_utf8__refuses_what_is_not_well_formed),
        cmocka_unit_test(
            test_utf8__gives_one_replacement_for_each_maximal_part),
        cmocka_unit_test(test_utf8__knows_the_blanks_of_statutes),
        cmocka_unit_test(test_utf8__knows_private_use),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
