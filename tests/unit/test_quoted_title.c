/* Titles in 《》 and what is said beside them. */
#include "unit.h"

#include <string.h>

#include "base/strbuf.h"
#include "statute/quoted_title.h"

/* Writes the alias, then 'L' for a law and 'R' for one that is repealed. */
static void
assert_title(const char *text, const char *expected)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_quoted_title title;
    ft_strbuf out = {0};
    assert_int_equal(ft_fold(text, strlen(text), &chars, NULL), FATIAO_OK);
    const ft_char *all = chars.items;
    if (!ft_quoted_title_read(all, chars.count, 0, &title)) {
        ft_strbuf_text(&out, "none");
    } else {
        for (size_t i = title.alias_start; i < title.alias_end; i++)
            ft_strbuf_char(&out, all[i].code);
        ft_strbuf_text(&out, title.is_law ? " L" : "");
        ft_strbuf_text(&out, title.is_repealed ? " R" : "");
    }
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_array_finish(&chars);
}

static void
test_quoted_title__tells_laws(void **state)
{
    (void)state;
    assert_title("《劳动法》", " L");
    assert_title("《收费办法（试行）》", " L");
    assert_title("《营业执照》", "");
    assert_title("《》", "none");
    assert_title("《劳动法", "none");
}

static void
test_quoted_title__reads_the_alias(void **state)
{
    (void)state;
    assert_title("《公司登记管理条例》（以下简称《条例》）", "条例 L");
    assert_title("《中华人民共和国劳动法》(以下简称“劳动法”)", "劳动法 L");
    /* No part of the title: it is for something else. */
    assert_title("《公司法》（以下简称两法）", " L");
    assert_title("《公司法》（以下简称）", " L");
    assert_title("《公司法》（2018年修正）", " L");
}

static void
test_quoted_title__tells_what_is_repealed(void **state)
{
    (void)state;
    assert_title("《甲条例》、《乙办法》同时废止。", " L R");
    assert_title("《甲条例》有效。《乙办法》同时废止。", " L");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quoted_title__tells_laws),
        cmocka_unit_test(test_quoted_title__reads_the_alias),
        cmocka_unit_test(test_quoted_title__tells_what_is_repealed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
