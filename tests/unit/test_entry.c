/* Which terms, filters and records a statute's documents get. */
#include "unit.h"

#include <stdbool.h>
#include <stdio.h>

#include "folder.h"
#include "index/entry.h"
#include "index/schema.h"
#include "law.h"

/* An index with one statute: document 1 is the statute itself. */
typedef struct indexed {
    char *folder;
    ft_engine *engine;
    fatiao_statute *statute;
} indexed;

/* 融资条例: 第一章 贷款, 第一条 中小企业融资。, an annex with one article of
 * its own. */
static fatiao_statute *
make_statute(void)
{
    fatiao_statute *statute = law_new("融资条例");
    const fatiao_node *chapter =
        law_add(statute, statute->root, FATIAO_NODE_CHAPTER, "第一章", "贷款");
    const fatiao_node *article =
        law_add_article(statute, chapter, 1, "第一条", "中小企业融资。");
    law_add(statute, article->child, FATIAO_NODE_ITEM, "（一）", "融通三成");
    const fatiao_node *annex =
        law_add(statute, statute->root, FATIAO_NODE_ANNEX, "附件", "办法");
    law_add_article(statute, annex, 1, "第一条", "抵押");
    return statute;
}

static void
add_all(indexed *fixture, const ft_statute_record *record)
{
    ft_entry_maker maker;
    ft_document *document;
    ft_array articles = {.item_size = sizeof(ft_placed_article)};
    assert_int_equal(ft_entry_maker_init(&maker, NULL), FATIAO_OK);
    assert_int_equal(
        ft_entry_statute(&maker, record, fixture->statute, &document, NULL),
        FATIAO_OK);
    assert_int_equal(ft_engine_add(fixture->engine, document, NULL), FATIAO_OK);
    ft_document_free(document);
    assert_int_equal(ft_place_list(fixture->statute, &articles, NULL),
                     FATIAO_OK);
    for (size_t i = 0; i < articles.count; i++) {
        assert_int_equal(ft_entry_article(&maker, record,
                                          ft_array_at(&articles, i), i == 0,
                                          &document, NULL),
                         FATIAO_OK);
        assert_int_equal(ft_engine_add(fixture->engine, document, NULL),
                         FATIAO_OK);
        ft_document_free(document);
    }
    ft_array_finish(&articles);
    ft_entry_maker_finish(&maker);
}

static int
set_up(void **state)
{
    static indexed made;
    made.folder = folder_make();
    made.statute = make_statute();
    char *path = folder_path(made.folder, "db");
    assert_int_equal(ft_engine_open_write(path, &made.engine, NULL), FATIAO_OK);
    free(path);
    ft_statute_record record;
    char date[16];
    ft_entry_describe(made.statute, &record, date);
    record.id = "id";
    record.source = "";
    add_all(&made, &record);
    *state = &made;
    return 0;
}

static int
tear_down(void **state)
{
    indexed *made = *state;
    ft_engine_close(made->engine);
    fatiao_statute_free(made->statute);
    folder_finish(made->folder);
    return 0;
}

/* The documents of a term as a string, "2 3 ". */
static const char *
documents(const indexed *fixture, const char *term)
{
    static char text[64];
    ft_array ids = {.item_size = sizeof(uint32_t)};
    assert_int_equal(
        ft_engine_postings(fixture->engine, term, strlen(term), &ids, NULL),
        FATIAO_OK);
    text[0] = '\0';
    for (size_t i = 0; i < ids.count; i++)
        snprintf(text + strlen(text), sizeof(text) - strlen(text), "%u ",
                 *(uint32_t *)ft_array_at(&ids, i));
    ft_array_finish(&ids);
    return text;
}

/* Documents: 1 the statute, 2 article 1, 3 the annex, 4 its article. */
static void
test_entry__gives_body_terms_of_words_pairs_and_characters(void **state)
{
    const indexed *fixture = *state;
    const char *const there[] = {"W中小企业", "W融资", "P中小", "P小企",
                                 "P企业",     "P业融", "P融资", "C中",
                                 "C小",       "C企",   "C业",   "C融",
                                 "C资",       "P融通", "C通"};
    for (size_t i = 0; i < sizeof(there) / sizeof(there[0]); i++)
        assert_string_equal(documents(fixture, there[i]), "2 ");
    /* Neither across two clauses nor from labels or headings. */
    const char *const missing[] = {"P资融", "P第一", "C第",   "P一条",
                                   "W条例", "C贷",   "P贷款", "P（一"};
    for (size_t i = 0; i < sizeof(missing) / sizeof(missing[0]); i++)
        assert_string_equal(documents(fixture, missing[i]), "");
    assert_string_equal(documents(fixture, "P办法"), "");
    assert_string_equal(documents(fixture, "P抵押"), "4 ");
}

static void
test_entry__gives_numbers_of_the_body_alone(void **state)
{
    const indexed *fixture = *state;
    assert_string_equal(documents(fixture, "N30%"), "2 ");
    assert_string_equal(documents(fixture, "N1章"), "");
    assert_string_equal(documents(fixture, "N1条"), "");
}

static void
test_entry__gives_heading_terms_of_what_is_above(void **state)
{
    const indexed *fixture = *state;
    assert_string_equal(documents(fixture, "X条例"), "2 3 4 ");
    assert_string_equal(documents(fixture, "Y融资"), "2 3 4 ");
    assert_string_equal(documents(fixture, "X贷款"), "2 ");
    assert_string_equal(documents(fixture, "Y一章"), "2 ");
    /* The words of an annex are a heading over itself and what is in it. */
    assert_string_equal(documents(fixture, "Y附件"), "3 4 ");
    assert_string_equal(documents(fixture, "Y办法"), "3 4 ");
}

static void
test_entry__gives_the_statute_its_filters(void **state)
{
    const indexed *fixture = *state;
    assert_string_equal(documents(fixture, FT_TERM_KIND_STATUTE), "1 ");
    assert_string_equal(documents(fixture, "T融资"), "1 ");
    assert_string_equal(documents(fixture, "T例"), "1 ");
    char term[FT_STATUTE_TERM_BYTES + 1];
    ft_entry_statute_term("id", term);
    assert_int_equal(strlen(term), 33);
    assert_int_equal(term[0], 'S');
    assert_string_equal(documents(fixture, term), "1 2 3 4 ");
    double length;
    assert_int_equal(ft_engine_average_length(fixture->engine, &length, NULL),
                     FATIAO_OK);
    assert_true(length > 0);
}

static void
test_entry__writes_fragment_and_headings_into_the_record(void **state)
{
    const indexed *fixture = *state;
    const char *const fragments[] = {"1", "annex", "annex/1"};
    const char *const headings[] = {"第一章 贷款", "附件 办法", "附件 办法"};
    for (uint32_t i = 0; i < 3; i++) {
        ft_arena arena = {0};
        ft_strbuf data = {0};
        ft_article_record record;
        assert_int_equal(ft_engine_data(fixture->engine, i + 2, &data, NULL),
                         FATIAO_OK);
        assert_int_equal(ft_record_read_article(data.bytes, data.byte_count,
                                                &arena, &record, NULL),
                         FATIAO_OK);
        assert_string_equal(record.statute_id, "id");
        assert_string_equal(record.fragment, fragments[i]);
        assert_string_equal(record.heading, headings[i]);
        ft_strbuf_finish(&data);
        ft_arena_finish(&arena);
    }
}

static void
test_entry__joins_levels_of_headings(void **state)
{
    (void)state;
    fatiao_statute *statute = law_new("法");
    const fatiao_node *part =
        law_add(statute, statute->root, FATIAO_NODE_PART, "第一编", "总则");
    const fatiao_node *chapter =
        law_add(statute, part, FATIAO_NODE_CHAPTER, "", "附则");
    law_add_article(statute, chapter, 1, "第一条", "文");
    ft_statute_record record;
    char date[16];
    ft_entry_describe(statute, &record, date);
    record.id = "id";
    record.source = "";
    ft_array articles = {.item_size = sizeof(ft_placed_article)};
    assert_int_equal(ft_place_list(statute, &articles, NULL), FATIAO_OK);
    ft_entry_maker maker;
    ft_document *document;
    assert_int_equal(ft_entry_maker_init(&maker, NULL), FATIAO_OK);
    assert_int_equal(ft_entry_article(&maker, &record,
                                      ft_array_at(&articles, 0), true,
                                      &document, NULL),
                     FATIAO_OK);
    ft_arena arena = {0};
    ft_article_record article;
    assert_int_equal(ft_record_read_article(maker.record.bytes,
                                            maker.record.byte_count, &arena,
                                            &article, NULL),
                     FATIAO_OK);
    assert_string_equal(article.heading, "第一编 总则 / 附则");
    ft_arena_finish(&arena);
    ft_document_free(document);
    ft_entry_maker_finish(&maker);
    ft_array_finish(&articles);
    fatiao_statute_free(statute);
}

static const char *
date_of(const fatiao_event *events, size_t count)
{
    static char date[16];
    fatiao_statute *statute = law_make("法", 2, "文");
    for (size_t i = 0; i < count; i++)
        *(fatiao_event *)ft_array_push(&statute->events) = events[i];
    ft_statute_record record;
    ft_entry_describe(statute, &record, date);
    assert_int_equal(record.article_count, 2);
    assert_int_equal(record.clause_count, 2);
    fatiao_statute_free(statute);
    return date;
}

static void
test_entry__dates_a_statute_by_its_last_wording(void **state)
{
    (void)state;
    const fatiao_event events[] = {{"通过", "", 2002, 6, 29},
                                   {"修订", "", 2017, 9, 1},
                                   {"公布", "", 2017, 0, 0},
                                   {"施行", "", 2018, 1, 1}};
    assert_string_equal(date_of(events, 4), "2017-09-01");
    assert_string_equal(date_of(events, 1), "2002-06-29");
    assert_string_equal(date_of(events + 2, 2), "2017");
    assert_string_equal(date_of(events + 3, 1), "");
    assert_string_equal(date_of(events, 0), "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_entry__gives_numbers_of_the_body_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_entry__gives_body_terms_of_words_pairs_and_characters, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_entry__gives_heading_terms_of_what_is_above, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_entry__gives_the_statute_its_filters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_entry__writes_fragment_and_headings_into_the_record, set_up,
            tear_down),
        cmocka_unit_test(test_entry__joins_levels_of_headings),
        cmocka_unit_test(test_entry__dates_a_statute_by_its_last_wording),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
