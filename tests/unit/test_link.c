/* Reading what a text refers to. */
#include "unit.h"

#include <string.h>

#include "statute/citation.h"
#include "statute/link.h"

/* The words that say whose place it is. */
static void
write_law(ft_strbuf *out, const ft_link *link)
{
    static const char *const names[] = {
        [FT_LINK_UNSAID] = "?",  [FT_LINK_SELF] = "self",
        [FT_LINK_THAT] = "that", [FT_LINK_TITLE] = "《",
        [FT_LINK_NAME] = "name", [FT_LINK_RELATIVE] = "from here"};
    ft_strbuf_text(out, names[link->law]);
    if (link->law == FT_LINK_TITLE || link->law == FT_LINK_NAME)
        for (size_t i = 0; i < link->name_count; i++)
            ft_strbuf_char(out, link->name[i].code);
    if (link->law == FT_LINK_RELATIVE)
        ft_strbuf_format(out, " %s%u", link->is_every ? "all " : "",
                         (unsigned)link->back);
}

/* Writes "law|place,place" for each link, parted by " + "; a 款 of no article
 * is written as 段. */
static void
assert_links(const char *text, const char *expected)
{
    ft_link_reader reader = ft_link_reader_new();
    ft_arena arena = {0};
    ft_array links = {.item_size = sizeof(ft_link)};
    assert_int_equal(
        ft_link_read(&reader, text, strlen(text), &arena, &links, NULL),
        FATIAO_OK);
    ft_strbuf out = {0};
    for (size_t i = 0; i < links.count; i++) {
        const ft_link *link = ft_array_at(&links, i);
        ft_strbuf_text(&out, i > 0 ? " + " : "");
        write_law(&out, link);
        for (size_t k = 0; k < link->place_count; k++) {
            ft_strbuf_text(&out, k == 0 ? "|" : ",");
            ft_citation_write_place(&out, &link->places[k].first, NULL);
            if (link->places[k].last.count > 0)
                ft_strbuf_text(&out, "至");
            ft_citation_write_place(&out, &link->places[k].last, NULL);
        }
        assert_true(link->byte_start < link->byte_end);
        assert_true(link->byte_end <= strlen(text));
    }
    if (strcmp(ft_strbuf_string(&out), expected) != 0)
        print_message("of %s\n", text);
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_array_finish(&links);
    ft_arena_finish(&arena);
    ft_link_reader_finish(&reader);
}

static void
test_link__reads_titles(void **state)
{
    (void)state;
    assert_links("依照《公司法》第五条的规定", "《公司法|第五条");
    assert_links("《公司法》第五条至第七条、第九条第二款",
                 "《公司法|第五条至第七条,第九条第二款");
    assert_links("根据《公司法》制定本条例", "《公司法 + self");
    assert_links("《〈公司法〉实施条例》第3条", "《〈公司法〉实施条例|第三条");
    assert_links("《公司法》（2018年修正）的第五条", "《公司法|第五条");
    assert_links("《民法典》第三编第二章", "《民法典|第三编第二章");
}

static void
test_link__passes_over_what_is_no_law(void **state)
{
    (void)state;
    assert_links("取得《营业执照》后", "");
    assert_links("《公司法", "");
    assert_links("《》第三条", "that|第三条");
    assert_links("第一项工作", "");
    assert_links("一百条措施", "");
}

static void
test_link__reads_names(void **state)
{
    (void)state;
    assert_links("依照刑法第三百条", "name依照刑法|第三百条");
    assert_links("民法典合同编第五百条", "name民法典|第五百条");
    /* A law that is not named. */
    assert_links("依法第三条", "that|第三条");
}

static void
test_link__reads_its_own_law(void **state)
{
    (void)state;
    assert_links("本法第五条、第六条", "self|第五条,第六条");
    assert_links("违反本条例规定", "self");
    assert_links("本实施细则第三条", "self|第三条");
    assert_links("本法规定的", "self");
    assert_links("本法院、本法规、资本法", "");
    assert_links("第七条规定的", "?|第七条");
}

static void
test_link__reads_from_where_it_stands(void **state)
{
    (void)state;
    assert_links("违反前款规定", "from here 1");
    assert_links("前两款、前二款", "from here 2 + from here 2");
    assert_links("前款第（一）项至第（三）项", "from here 1|第一项至第三项");
    assert_links("前各项", "from here all 1");
    assert_links("本条第二款、第三款", "from here 0|第二段,第三段");
    assert_links("依照第二款", "from here 0|第二段");
    assert_links("本章、本编第二章", "from here 0 + from here 0|第二章");
    assert_links("第（三）项", "from here 0|第三项");
}

static void
test_link__passes_over_words_that_look_so(void **state)
{
    (void)state;
    assert_links("目前款项已付", "");
    assert_links("基本条件、本条款、本项目、本章程", "self");
    assert_links("本节目、前条件、上线路", "");
}

static void
test_link__tells_whose_a_later_place_is(void **state)
{
    (void)state;
    assert_links("《公司法》第五条的规定和第七条",
                 "《公司法|第五条 + ?|第七条");
    ft_link_reader reader = ft_link_reader_new();
    ft_arena arena = {0};
    ft_array links = {.item_size = sizeof(ft_link)};
    static const char text[] = "《公司法》第五条的规定和第七条，依照第九条。"
                               "第十条“第十一条在此引文里，它很长很长很长”";
    assert_int_equal(
        ft_link_read(&reader, text, strlen(text), &arena, &links, NULL),
        FATIAO_OK);
    const ft_link *all = links.items;
    assert_int_equal(links.count, 5);
    assert_true(ft_link_shares_law(&all[1])); /* 和第七条 */
    assert_false(ft_link_shares_law(&all[2]));
    assert_true(all[2].is_after);  /* of the same sentence */
    assert_false(all[3].is_after); /* of the next */
    assert_false(all[3].is_quoted);
    assert_true(all[4].is_quoted);
    ft_array_finish(&links);
    ft_arena_finish(&arena);
    ft_link_reader_finish(&reader);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_link__reads_titles),
        cmocka_unit_test(test_link__passes_over_what_is_no_law),
        cmocka_unit_test(test_link__reads_names),
        cmocka_unit_test(test_link__reads_its_own_law),
        cmocka_unit_test(test_link__reads_from_where_it_stands),
        cmocka_unit_test(test_link__passes_over_words_that_look_so),
        cmocka_unit_test(test_link__tells_whose_a_later_place_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
