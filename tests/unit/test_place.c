/* Places and their fragments. */
#include "unit.h"

#include <string.h>

#include "statute/place.h"

/* Adds a node with a number. */
static fatiao_node *
add(fatiao_statute *statute, const fatiao_node *parent, fatiao_node_kind kind,
    uint32_t number, const char *text)
{
    fatiao_node *node =
        ft_statute_add(statute, parent, kind, "", 0, text, strlen(text));
    assert_non_null(node);
    node->number = number;
    return node;
}

/* 序言 (2 paragraphs) · 第一章: 第一条 (2 款, the second with 3 项), 第二条 ·
 * 第一条 again · 附件一: 第一条. */
static fatiao_statute *
make_statute(void)
{
    fatiao_statute *statute = ft_statute_new();
    const fatiao_node *root = fatiao_statute_root(statute);
    fatiao_node *preamble = add(statute, root, FATIAO_NODE_PREAMBLE, 0, "");
    add(statute, preamble, FATIAO_NODE_PARAGRAPH, 1, "p1");
    add(statute, preamble, FATIAO_NODE_PARAGRAPH, 2, "p2");
    fatiao_node *chapter = add(statute, root, FATIAO_NODE_CHAPTER, 1, "总则");
    fatiao_node *first = add(statute, chapter, FATIAO_NODE_ARTICLE, 1, "");
    add(statute, first, FATIAO_NODE_PARAGRAPH, 1, "a1.1");
    fatiao_node *list = add(statute, first, FATIAO_NODE_PARAGRAPH, 2, "a1.2");
    for (uint32_t i = 1; i <= 3; i++)
        add(statute, list, FATIAO_NODE_ITEM, i, i == 3 ? "third" : "item");
    fatiao_node *second = add(statute, chapter, FATIAO_NODE_ARTICLE, 2, "");
    second->suffix = 3;
    add(statute, second, FATIAO_NODE_PARAGRAPH, 1, "a2-3.1");
    fatiao_node *again = add(statute, root, FATIAO_NODE_ARTICLE, 1, "");
    add(statute, again, FATIAO_NODE_PARAGRAPH, 1, "again");
    fatiao_node *annex = add(statute, root, FATIAO_NODE_ANNEX, 1, "");
    fatiao_node *inner = add(statute, annex, FATIAO_NODE_ARTICLE, 1, "");
    add(statute, inner, FATIAO_NODE_PARAGRAPH, 1, "inner");
    return statute;
}

static void
assert_there_and_back(const fatiao_statute *statute, const char *fragment,
                      const char *text)
{
    const fatiao_node *node = fatiao_statute_find(statute, fragment);
    assert_non_null(node);
    assert_string_equal(node->text, text);
    char *written;
    assert_int_equal(fatiao_statute_fragment(statute, node, &written, NULL),
                     FATIAO_OK);
    assert_string_equal(written, fragment);
    fatiao_text_free(written);
}

static void
test_place__fragments_lead_there_and_back(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    assert_there_and_back(statute, "preamble.2", "p2");
    assert_there_and_back(statute, "1.1", "a1.1");
    assert_there_and_back(statute, "1.2", "a1.2");
    assert_there_and_back(statute, "1.2.3", "third");
    assert_there_and_back(statute, "2-3.1", "a2-3.1");
    assert_there_and_back(statute, "1~2.1", "again");
    assert_there_and_back(statute, "annex-1/1.1", "inner");
    fatiao_statute_free(statute);
}

static void
test_place__nothing_is_found_where_nothing_is(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    static const char *const fragments[] = {
        "",   "3",  "1.3",     "1.2.4",     "2",     "1~3", "1.",
        ".1", "01", "1.2.3.1", "1.2.3.1.1", "annex", "1~0", "1-0",
        "1 ", "-1", "text",    "annex-1/2", "x",     "1..", "1.2.3x"};
    for (size_t i = 0; i < sizeof(fragments) / sizeof(fragments[0]); i++)
        assert_null(fatiao_statute_find(statute, fragments[i]));
    assert_null(fatiao_statute_find(statute, NULL));
    assert_null(fatiao_statute_find(NULL, "1"));
    fatiao_statute_free(statute);
}

static void
test_place__an_item_without_paragraph_is_found(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    ft_place place = {.count = 0};
    ft_place_add(&place, FATIAO_NODE_ARTICLE, 1, 0, 1);
    ft_place_add(&place, FATIAO_NODE_ITEM, 3, 0, 1);
    assert_string_equal(ft_place_find(statute->root, &place)->text, "third");
    fatiao_statute_free(statute);
}

static void
test_place__the_list_agrees_with_single_places(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    ft_array articles = {.item_size = sizeof(ft_placed_article)};
    assert_int_equal(ft_place_list(statute, &articles, NULL), FATIAO_OK);
    static const char *const expected[] = {"preamble", "1",       "2-3",
                                           "1~2",      "annex-1", "annex-1/1"};
    assert_int_equal(articles.count, 6);
    for (size_t i = 0; i < articles.count; i++) {
        const ft_placed_article *article = ft_array_at(&articles, i);
        ft_strbuf fragment = {0};
        ft_fragment_write(&fragment, &article->place);
        assert_string_equal(ft_strbuf_string(&fragment), expected[i]);
        ft_strbuf_finish(&fragment);
        ft_place single;
        ft_place_of(article->article, &single);
        assert_memory_equal(&single.steps, &article->place.steps,
                            single.count * sizeof(ft_step));
    }
    ft_array_finish(&articles);
    fatiao_statute_free(statute);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_place__fragments_lead_there_and_back),
        cmocka_unit_test(test_place__nothing_is_found_where_nothing_is),
        cmocka_unit_test(test_place__an_item_without_paragraph_is_found),
        cmocka_unit_test(test_place__the_list_agrees_with_single_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
