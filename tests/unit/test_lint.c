/* Notes. */
#include "unit.h"

#include <string.h>

#include <fatiao/fatiao.h>

static fatiao_statute *
parse(const char *text)
{
    fatiao_statute *statute = NULL;
    assert_int_equal(
        fatiao_statute_parse(text, strlen(text), NULL, &statute, NULL),
        FATIAO_OK);
    return statute;
}

static void
assert_note(const fatiao_statute *statute, size_t index, fatiao_note_kind kind,
            uint32_t line, uint32_t column, const char *message)
{
    const fatiao_note *note = fatiao_statute_note_at(statute, index);
    assert_non_null(note);
    assert_int_equal(note->kind, kind);
    assert_int_equal(note->line, line);
    assert_int_equal(note->column, column);
    assert_string_equal(note->message, message);
}

static void
test_lint__has_nothing_to_say_of_a_sound_statute(void **state)
{
    (void)state;
    fatiao_statute *statute =
        parse("条例\n第一条 甲。\n第二条 乙。\n第二条之一 丙。\n第三条 丁。\n"
              "附件1：戊\n第一条 己。\n附件2：庚\n第一条 辛。\n");
    assert_int_equal(fatiao_statute_note_count(statute), 0);
    fatiao_statute_free(statute);
}

static void
test_lint__says_when_nothing_can_be_cited(void **state)
{
    (void)state;
    fatiao_statute *statute = parse("条例\n");
    assert_int_equal(fatiao_statute_note_count(statute), 1);
    assert_note(statute, 0, FATIAO_NOTE_GAP, 1, 1,
                "no article and no clause can be read");
    fatiao_statute_free(statute);
}

static void
test_lint__names_gaps_and_duplicates(void **state)
{
    (void)state;
    fatiao_statute *statute = parse("条例\n第一条 甲。\n第三条 乙。\n"
                                    "第三条 丙。\n第七条 丁。\n第五条 戊。\n");
    assert_int_equal(fatiao_statute_note_count(statute), 3);
    assert_note(statute, 0, FATIAO_NOTE_GAP, 3, 1,
                "第二条 is missing before 第三条");
    assert_note(statute, 1, FATIAO_NOTE_DUPLICATE, 4, 1,
                "第三条 stands twice, before in line 3");
    assert_note(statute, 2, FATIAO_NOTE_GAP, 5, 1,
                "第四条 to 第六条 are missing before 第七条");
    fatiao_statute_free(statute);
}

static void
test_lint__counts_sections_of_decisions(void **state)
{
    (void)state;
    fatiao_statute *statute =
        parse("关于甲的决定\n一、乙。\n三、丙。\n三、丁。\n");
    assert_int_equal(fatiao_statute_note_count(statute), 2);
    assert_note(statute, 0, FATIAO_NOTE_GAP, 3, 1,
                "二、 is missing before 三、");
    assert_note(statute, 1, FATIAO_NOTE_DUPLICATE, 4, 1,
                "三、 stands twice, before in line 3");
    fatiao_statute_free(statute);
}

static void
test_lint__notes_stand_in_the_order_of_the_document(void **state)
{
    (void)state;
    fatiao_statute *statute =
        parse("条例\n第一条 甲\xEE\x80\x80\xEE\x80\x81：\n（一）乙。\n 丙。\n"
              "第 三条 丁。\n");
    assert_int_equal(fatiao_statute_note_count(statute), 4);
    assert_note(statute, 0, FATIAO_NOTE_PRIVATE_USE, 2, 6,
                "private-use character U+E000");
    assert_note(statute, 1, FATIAO_NOTE_AMBIGUOUS_TAIL, 4, 2,
                "第2款 follows a list of items and may belong to the one "
                "before");
    assert_note(statute, 2, FATIAO_NOTE_REPAIR, 5, 1,
                "label written 第 三条, read as 第三条");
    assert_note(statute, 3, FATIAO_NOTE_GAP, 5, 1,
                "第二条 is missing before 第三条");
    fatiao_statute_free(statute);
}

static void
test_lint__counts_columns_in_characters(void **state)
{
    (void)state;
    fatiao_statute *statute =
        parse("条例\r\n第一条 甲乙。第二条丙。\r第三条 𠮷\xEE\x80\x80。");
    assert_int_equal(fatiao_statute_note_count(statute), 2);
    assert_note(statute, 0, FATIAO_NOTE_REPAIR, 2, 8,
                "第二条 stands inside a line, read as an article of its own");
    assert_note(statute, 1, FATIAO_NOTE_PRIVATE_USE, 3, 6,
                "private-use character U+E000");
    fatiao_statute_free(statute);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lint__has_nothing_to_say_of_a_sound_statute),
        cmocka_unit_test(test_lint__says_when_nothing_can_be_cited),
        cmocka_unit_test(test_lint__names_gaps_and_duplicates),
        cmocka_unit_test(test_lint__counts_sections_of_decisions),
        cmocka_unit_test(test_lint__notes_stand_in_the_order_of_the_document),
        cmocka_unit_test(test_lint__counts_columns_in_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
