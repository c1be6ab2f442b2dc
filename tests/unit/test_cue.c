/* Files of cues: what is a rule, what is none, and which words hide others. */
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "facet/spot.h"
#include "statute/statute.h"

static ft_cues *
parse(const char *text)
{
    const ft_cue_source source = {"own.txt", text, strlen(text)};
    ft_cues *cues;
    assert_int_equal(ft_cues_parse(&source, 1, &cues, NULL), FATIAO_OK);
    return cues;
}

/* "value value " for the cues of measures found in a text. */
static const char *
spotted(const char *rules, const char *text)
{
    static char names[512];
    ft_cues *cues = parse(rules);
    const fatiao_node node = {.kind = FATIAO_NODE_PARAGRAPH,
                              .text = text,
                              .text_byte_count = strlen(text)};
    ft_prose prose;
    ft_spots spots;
    ft_prose_init(&prose);
    ft_spots_init(&spots);
    assert_int_equal(ft_prose_read(&prose, &node, NULL), FATIAO_OK);
    assert_int_equal(ft_spots_find(&spots, cues, &prose, NULL), FATIAO_OK);
    ft_strbuf out = {0};
    for (size_t i = 0; i < spots.of[FT_CUES_MEASURE].count; i++) {
        const ft_spot *spot = ft_array_at(&spots.of[FT_CUES_MEASURE], i);
        ft_strbuf_format(&out, "%s ", cues->values[spot->value].name);
    }
    snprintf(names, sizeof(names), "%s", ft_strbuf_string(&out));
    ft_strbuf_finish(&out);
    ft_spots_finish(&spots);
    ft_prose_finish(&prose);
    ft_cues_free(cues);
    return names;
}

static void
assert_refused(const char *text, uint32_t line)
{
    const ft_cue_source source = {"own.txt", text, strlen(text)};
    ft_cues *cues;
    fatiao_error error;
    assert_int_equal(ft_cues_parse(&source, 1, &cues, &error),
                     FATIAO_ERR_SYNTAX);
    assert_null(cues);
    assert_int_equal(error.line, line);
    assert_string_equal(error.file, "own.txt");
}

static void
test_cue__finds_words_and_parts_in_order(void **state)
{
    (void)state;
    const char *rules = "facet measure\n便利 = 简化~手续 # near\n远 = 甲~~乙\n";
    assert_string_equal(spotted(rules, "简化登记手续。"), "便利 ");
    assert_string_equal(spotted(rules, "手续简化。"), "");
    assert_string_equal(spotted(rules, "简化登记，办理手续。"), "");
    assert_string_equal(spotted(rules, "甲，乙。"), "远 ");
    assert_string_equal(spotted(rules, "甲。乙。"), "");
}

static void
test_cue__stands_for_any_word_of_a_list(void **state)
{
    (void)state;
    const char *rules = "facet measure\n<少> = 减征 免征\n优惠 = <少>~税\n";
    assert_string_equal(spotted(rules, "减征税款"), "优惠 ");
    assert_string_equal(spotted(rules, "免征增值税"), "优惠 ");
    assert_string_equal(spotted(rules, "征税"), "");
}

static void
test_cue__is_hidden_by_a_longer_word(void **state)
{
    (void)state;
    const char *rules = "facet measure\n保险 = 保险 责任保险\n- = 社会保险费\n"
                        "产品 = 保险产品\n缴 = 缴~保险\n";
    assert_string_equal(spotted(rules, "保险"), "保险 ");
    assert_string_equal(spotted(rules, "缴社会保险费"), "- ");
    assert_string_equal(spotted(rules, "缴保险产品"), "产品 缴 ");
}

static void
test_cue__makes_no_difference_of_writing(void **state)
{
    (void)state;
    assert_string_equal(spotted("facet measure\n贴息 = 贴息\n", "貼 息"),
                        "贴息 ");
}

static void
test_cue__refuses_what_is_no_rule(void **state)
{
    (void)state;
    assert_refused("贴息 = 贴息\n", 1);
    assert_refused("facet nothing\n", 1);
    assert_refused("facet measure\n\n贴息 贴息\n", 3);
    assert_refused("facet measure\n贴息 = 贴~~\n", 2);
    assert_refused("facet measure\n贴息 = <无>\n", 2);
    assert_refused("facet measure\n<少> = 减\n<少> = 免\n", 3);
    assert_refused("facet measure\n贴息 = 一~二~三~四~五\n", 2);
    assert_refused("facet measure\n贴息 = \xFF\n", 2);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cue__finds_words_and_parts_in_order),
        cmocka_unit_test(test_cue__stands_for_any_word_of_a_list),
        cmocka_unit_test(test_cue__is_hidden_by_a_longer_word),
        cmocka_unit_test(test_cue__makes_no_difference_of_writing),
        cmocka_unit_test(test_cue__refuses_what_is_no_rule),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
