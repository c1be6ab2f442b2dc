/* Paragraphs of any text, and the quotations in them. */
#include "unit.h"

#include <string.h>

#include "search/manuscript.h"

/* Each paragraph, line feeds as '/', parted by '|'. */
static void
assert_paragraphs(const char *text, const char *expected)
{
    char out[256] = "";
    size_t length = 0;
    ft_manuscript_run run = {0, 0};
    while (ft_manuscript_next(text, strlen(text), &run)) {
        if (length > 0)
            out[length++] = '|';
        for (size_t i = run.start; i < run.end; i++)
            out[length++] = text[i];
    }
    out[length] = '\0';
    for (size_t i = 0; i < length; i++)
        if (out[i] == '\n')
            out[i] = '/';
    assert_string_equal(out, expected);
}

static void
test_manuscript__joins_wrapped_lines(void **state)
{
    (void)state;
    assert_paragraphs("依照《劳动\n法》的规定。\n第二段。\n",
                      "依照《劳动/法》的规定。|第二段。");
    assert_paragraphs("甲\n\n乙", "甲|乙");
    assert_paragraphs("\n\n甲\n", "甲");
    assert_paragraphs("\n", "");
    assert_paragraphs("标题\n第一条 甲", "标题|第一条 甲");
    assert_paragraphs("- 甲\n- 乙", "- 甲|- 乙");
    assert_paragraphs("", "");
}

/* What is quoted beside the words `citation` in a text. */
static void
assert_quotation(const char *text, const char *citation, const char *expected)
{
    const size_t start = (size_t)(strstr(text, citation) - text);
    const ft_manuscript_run words = {start, start + strlen(citation)};
    const ft_manuscript_run run =
        ft_manuscript_quotation(text, strlen(text), 0, &words, strlen(text));
    char out[256];
    memcpy(out, text + run.start, run.end - run.start);
    out[run.end - run.start] = '\0';
    assert_string_equal(out, expected);
}

static void
test_manuscript__finds_what_is_quoted_beside(void **state)
{
    (void)state;
    assert_quotation("劳动法第三条规定：“甲乙丙”。", "第三条", "甲乙丙");
    assert_quotation("劳动法第三条规定：「甲乙丙」。", "第三条", "甲乙丙");
    assert_quotation("“甲乙丙”（劳动法第三条）", "劳动法第三条", "甲乙丙");
    assert_quotation("依第三条。“甲乙丙”", "第三条", "");
    assert_quotation("第三条（以下简称“该条”）", "第三条", "");
    assert_quotation("“甲乙丙”是一句很长很长很长的话，见第三条", "第三条", "");
    assert_quotation("第三条规定：“甲乙丙", "第三条", "");
}

static void
test_manuscript__counts_lines_and_characters(void **state)
{
    (void)state;
    static const char text[] = "甲乙\n丙丁";
    ft_manuscript_place place = ft_manuscript_begin();
    ft_manuscript_go_to(&place, text, strlen("甲乙\n丙"));
    assert_int_equal(place.line, 2);
    assert_int_equal(place.column, 2);
    assert_int_equal(place.char_index, 4);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_manuscript__joins_wrapped_lines),
        cmocka_unit_test(test_manuscript__finds_what_is_quoted_beside),
        cmocka_unit_test(test_manuscript__counts_lines_and_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
