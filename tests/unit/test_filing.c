/* Which filters documents get. */
#include "unit.h"

#include <string.h>

#include "index/filing.h"
#include "law.h"
#include "statute/event.h"

/* The terms of a bag, each with a blank behind, but for those of versions. */
static const char *
terms_of(const ft_bag *bag)
{
    static char text[512];
    text[0] = '\0';
    for (size_t i = 0; i < bag->count; i++) {
        const ft_bag_term term = ft_bag_at(bag, i);
        if (term.bytes[0] == 'V')
            continue;
        strncat(text, term.bytes, term.byte_count);
        strcat(text, " ");
    }
    return text;
}

/* The filters of a statute of this title, head line and date. */
static void
assert_statute(const char *title, const char *event, const char *date,
               const char *expected)
{
    fatiao_statute *statute = law_new(title);
    ft_bag bag = {0};
    const ft_statute_record record = {.title = title,
                                      .date = date,
                                      .is_draft =
                                          strstr(title, "草案") != NULL};
    assert_true(ft_event_read(statute, event, strlen(event)));
    assert_int_equal(ft_filing_add_statute(&bag, &record, statute, NULL),
                     FATIAO_OK);
    assert_string_equal(terms_of(&bag), expected);
    ft_bag_finish(&bag);
    fatiao_statute_free(statute);
}

static void
test_filing__statutes_have_date_number_and_status(void **state)
{
    (void)state;
    assert_statute("某条例", "2006年7月24日 中华人民共和国国务院令第472号公布",
                   "2006-07-24", "D2006-07-24 F国务院令472号 ");
    assert_statute("某条例（草案）", "", "", "Kdraft ");
    assert_statute("某办法", "2020年1月1日 某局废止", "", "Krepealed ");
}

static void
test_filing__versions_share_a_term(void **state)
{
    (void)state;
    char first[FT_VERSION_TERM_BYTES + 1];
    char second[FT_VERSION_TERM_BYTES + 1];
    assert_int_equal(ft_filing_version_term("某条例（修订）", first, NULL),
                     FATIAO_OK);
    assert_int_equal(ft_filing_version_term("某條例 (修訂)", second, NULL),
                     FATIAO_OK);
    assert_string_equal(first, second);
    assert_int_equal(strlen(first), FT_VERSION_TERM_BYTES);
    assert_int_equal(ft_filing_version_term("某办法", second, NULL), FATIAO_OK);
    assert_string_not_equal(first, second);
}

static void
test_filing__articles_and_chapters_have_numbers(void **state)
{
    (void)state;
    fatiao_statute *statute = law_new("法");
    fatiao_node *chapter =
        law_add(statute, statute->root, FATIAO_NODE_CHAPTER, "第三章", "总则");
    chapter->number = 3;
    fatiao_node *section =
        law_add(statute, chapter, FATIAO_NODE_SECTION, "第一节", "一般");
    section->number = 1;
    ft_placed_article placed = {
        .article = law_add_article(statute, section, 120, "第某条", "甲")};
    ((fatiao_node *)(uintptr_t)placed.article)->suffix = 3;
    ft_bag bag = {0};
    assert_int_equal(ft_filing_add_article(&bag, &placed, NULL), FATIAO_OK);
    assert_int_equal(ft_filing_add_division(&bag, placed.article, NULL),
                     FATIAO_OK);
    assert_string_equal(terms_of(&bag), "A120-3 Kdivision B3 ");
    ft_bag_clear(&bag);
    placed.article = law_add_article(statute, statute->root, 0, "", "乙");
    assert_int_equal(ft_filing_add_article(&bag, &placed, NULL), FATIAO_OK);
    assert_string_equal(terms_of(&bag), "");
    ft_bag_finish(&bag);
    fatiao_statute_free(statute);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_filing__statutes_have_date_number_and_status),
        cmocka_unit_test(test_filing__versions_share_a_term),
        cmocka_unit_test(test_filing__articles_and_chapters_have_numbers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
