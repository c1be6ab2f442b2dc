/* Searching through the public header. */
#include "library.h"

#include <pthread.h>

static void
assert_mark(const fatiao_clause *clause, size_t index, const char *word)
{
    assert_true(index < clause->mark_count);
    const fatiao_span *mark = &clause->marks[index];
    assert_int_equal(mark->byte_count, strlen(word));
    assert_memory_equal(clause->text + mark->byte_start, word, strlen(word));
}

static void
test_search__names_the_clause_that_answers(void **state)
{
    library *s = *state;
    fatiao_hits *hits = library_search(s->searcher, "贷款贴息", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    const fatiao_hit *hit = fatiao_hits_at(hits, 0);
    assert_string_equal(hit->id, "法/促进法(2017)#2");
    assert_string_equal(hit->statute_id, "法/促进法(2017)");
    assert_string_equal(hit->title, "中华人民共和国示范促进法");
    assert_string_equal(hit->source, "/laws/law.md");
    assert_string_equal(hit->heading, "第一章 总则");
    assert_string_equal(hit->citation,
                        "《中华人民共和国示范促进法》第二条第一款");
    assert_int_equal(hit->clause_count, 1);
    const fatiao_clause *clause = hit->clauses;
    assert_string_equal(clause->id, "法/促进法(2017)#2.1");
    assert_int_equal(clause->kind, FATIAO_NODE_PARAGRAPH);
    assert_string_equal(clause->text, "国家实行贷款贴息。");
    assert_string_equal(clause->lead, "");
    assert_int_equal(clause->line, 11);
    assert_int_equal(clause->mark_count, 1);
    assert_mark(clause, 0, "贷款贴息");
    assert_int_equal(clause->marks[0].char_start, 4);
    assert_int_equal(clause->marks[0].char_count, 4);
    fatiao_hits_free(hits);
}

static void
test_search__an_item_comes_with_its_lead(void **state)
{
    library *s = *state;
    fatiao_hits *hits = library_search(s->searcher, "退役军人", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    const fatiao_clause *clause = fatiao_hits_at(hits, 0)->clauses;
    assert_string_equal(clause->id, "法/促进法(2017)#2.2.2");
    assert_string_equal(clause->citation,
                        "《中华人民共和国示范促进法》第二条第二款第二项");
    assert_int_equal(clause->kind, FATIAO_NODE_ITEM);
    assert_string_equal(clause->label, "（二）");
    assert_string_equal(clause->lead, "有下列情形之一的，给予奖励：");
    assert_mark(clause, 0, "退役军人");
    fatiao_hits_free(hits);
}

static void
test_search__finds_what_is_written_otherwise(void **state)
{
    library *s = *state;
    fatiao_hits *hits = library_search(s->searcher, "应收账款", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_mark(fatiao_hits_at(hits, 0)->clauses, 0, "應收賬款");
    fatiao_hits_free(hits);
    hits = library_search(s->searcher, "30%", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_mark(fatiao_hits_at(hits, 0)->clauses, 0, "３０％");
    fatiao_hits_free(hits);
}

static void
test_search__phrases_stand_just_so(void **state)
{
    library *s = *state;
    fatiao_hits *hits = library_search(s->searcher, "“预留份额”", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_false(fatiao_hits_is_relaxed(hits));
    fatiao_hits_free(hits);
    hits = library_search(s->searcher, "“份额预留”", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 0);
    fatiao_hits_free(hits);
    hits = library_search(s->searcher, "“份额预留”以上", 0, NULL);
    assert_true(fatiao_hits_is_relaxed(hits));
    assert_string_equal(fatiao_hits_at(hits, 0)->id, "draft#2");
    fatiao_hits_free(hits);
}

static void
test_search__keeps_to_one_statute_and_to_the_limit(void **state)
{
    library *s = *state;
    fatiao_hits *hits = library_search(s->searcher, "条文 发展 质押 奖励",
                                       FATIAO_SEARCH_ALL, NULL);
    assert_int_equal(fatiao_hits_count(hits), 4);
    for (size_t i = 1; i < 4; i++)
        assert_true(fatiao_hits_at(hits, i - 1)->score >=
                    fatiao_hits_at(hits, i)->score);
    assert_null(fatiao_hits_at(hits, 4));
    fatiao_hits_free(hits);
    hits = library_search(s->searcher, "条文 发展 质押 奖励", 2, NULL);
    assert_int_equal(fatiao_hits_count(hits), 2);
    fatiao_hits_free(hits);
    hits = library_search(s->searcher, "条文 发展 质押 奖励", 0, "draft");
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_string_equal(fatiao_hits_at(hits, 0)->statute_id, "draft");
    fatiao_hits_free(hits);
}

static void
test_search__known_words_count_among_many_unknown(void **state)
{
    library *s = *state;
    /* 300 characters that no law has, which sort before the others. */
    char question[1024] = "";
    for (unsigned i = 0; i < 300; i++) {
        const unsigned code = 0x3400 + i * 3;
        const char bytes[] = {(char)(0xE0 | code >> 12),
                              (char)(0x80 | (code >> 6 & 0x3F)),
                              (char)(0x80 | (code & 0x3F)), 0};
        strcat(question, bytes);
    }
    strcat(question, "退役军人");
    fatiao_hits *hits = library_search(s->searcher, question, 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_string_equal(fatiao_hits_at(hits, 0)->id, "法/促进法(2017)#2");
    fatiao_hits_free(hits);
}

static void
test_search__an_abbreviation_is_found_by_its_characters(void **state)
{
    library *s = *state;
    fatiao_hits *hits = library_search(s->searcher, "预额", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 1);
    const fatiao_clause *clause = fatiao_hits_at(hits, 0)->clauses;
    assert_string_equal(clause->id, "draft#2.1");
    assert_int_equal(clause->mark_count, 2);
    assert_mark(clause, 0, "预");
    assert_mark(clause, 1, "额");
    fatiao_hits_free(hits);
    /* 质 of 质押 is too little of this. */
    hits = library_search(s->searcher, "质量管理学", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 0);
    fatiao_hits_free(hits);
}

static void
test_search__a_title_is_a_reason_too(void **state)
{
    library *s = *state;
    fatiao_hits *hits = library_search(s->searcher, "征求意见稿", 0, NULL);
    assert_int_equal(fatiao_hits_count(hits), 2);
    const fatiao_hit *hit = fatiao_hits_at(hits, 0);
    assert_int_equal(hit->clause_count, 0);
    assert_int_equal(hit->title_mark_count, 1);
    assert_non_null(hit->opening);
    fatiao_hits_free(hits);
}

static void
test_search__nothing_found_is_no_failure(void **state)
{
    library *s = *state;
    fatiao_hits *hits = library_search(s->searcher, "量子纠缠", 0, NULL);
    assert_non_null(hits);
    assert_int_equal(fatiao_hits_count(hits), 0);
    assert_null(fatiao_hits_at(hits, 0));
    fatiao_hits_free(hits);
}

static void
test_search__bad_calls_are_answered(void **state)
{
    library *s = *state;
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse("贷款", NULL, &query, NULL), FATIAO_OK);
    fatiao_hits *hits = (fatiao_hits *)s;
    fatiao_error error;
    assert_int_equal(fatiao_searcher_search(NULL, query, NULL, &hits, &error),
                     FATIAO_ERR_ARGUMENT);
    assert_null(hits);
    assert_int_equal(error.status, FATIAO_ERR_ARGUMENT);
    assert_int_equal(
        fatiao_searcher_search(s->searcher, NULL, NULL, &hits, NULL),
        FATIAO_ERR_ARGUMENT);
    assert_int_equal(
        fatiao_searcher_search(s->searcher, query, NULL, NULL, NULL),
        FATIAO_ERR_ARGUMENT);
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.size = 0;
    assert_int_equal(
        fatiao_searcher_search(s->searcher, query, &options, &hits, NULL),
        FATIAO_ERR_ARGUMENT);
    options = (fatiao_search_options)FATIAO_SEARCH_OPTIONS;
    options.statute_id = "nowhere";
    assert_int_equal(
        fatiao_searcher_search(s->searcher, query, &options, &hits, &error),
        FATIAO_ERR_NOT_FOUND);
    assert_int_equal(
        fatiao_searcher_search(s->searcher, query, NULL, &hits, &error),
        FATIAO_OK);
    assert_int_equal(error.status, FATIAO_OK);
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    fatiao_query_free(NULL);
    fatiao_hits_free(NULL);
    fatiao_searcher_close(NULL);
    assert_int_equal(fatiao_hits_count(NULL), 0);
}

static void
test_search__says_why_an_index_does_not_open(void **state)
{
    library *s = *state;
    fatiao_searcher *searcher;
    fatiao_error error;
    char *missing = folder_path(s->folder, "missing");
    assert_int_equal(fatiao_searcher_open(missing, &searcher, &error),
                     FATIAO_ERR_NOT_FOUND);
    assert_null(searcher);
    assert_true(error.message[0] != '\0');
    free(missing);
    assert_int_equal(fatiao_searcher_open(NULL, &searcher, NULL),
                     FATIAO_ERR_ARGUMENT);
    char *format = folder_path(s->index, "format");
    FILE *file = fopen(format, "w");
    fputs("fatiao index 999\n", file);
    fclose(file);
    assert_int_equal(fatiao_searcher_open(s->index, &searcher, &error),
                     FATIAO_ERR_FORMAT);
    assert_true(error.message[0] != '\0');
    free(format);
}

/* Puts laws of so many articles that a reader does not have them all at hand,
 * each article with the number of the turn. */
static void
put_shelves(fatiao_writer *writer, int turn)
{
    enum { LAWS = 20, ARTICLES = 100, ARTICLE_BYTES = 128 };
    static char text[64 + ARTICLES * ARTICLE_BYTES];
    size_t length = (size_t)snprintf(text, sizeof(text), "# 新法\n\n");
    for (int i = 1; i <= ARTICLES; i++)
        length += (size_t)snprintf(text + length, sizeof(text) - length,
                                   "第%d条 瞪羚企业第%d次。\n\n", i, turn);
    for (int i = 0; i < LAWS; i++) {
        char id[16];
        snprintf(id, sizeof(id), "new-%d", i);
        library_put(writer, id, text);
    }
}

/* Xapian lets a reader outlive one commit, and more while all it reads is at
 * hand; three commits over large laws take what it stands on away. */
static void
test_search__follows_writers(void **state)
{
    library *s = *state;
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(s->index, &writer, NULL), FATIAO_OK);
    put_shelves(writer, 0);
    library_commit(writer);
    fatiao_searcher *old = library_open(s->index);
    for (int turn = 1; turn <= 12; turn++) {
        put_shelves(writer, turn);
        library_commit(writer);
        if (turn % 3 != 0)
            continue;
        fatiao_hits *hits = library_search(old, "瞪羚", 0, NULL);
        char expected[64];
        snprintf(expected, sizeof(expected), "瞪羚企业第%d次。", turn);
        assert_int_equal(fatiao_hits_count(hits), FATIAO_SEARCH_LIMIT);
        assert_string_equal(fatiao_hits_at(hits, 0)->clauses[0].text, expected);
        fatiao_hits_free(hits);
    }
    fatiao_writer_close(writer);
    fatiao_searcher_close(old);
}

/* What searches fast is made once; statutes that go and come later are as
 * absent and as present as any. 风险补偿 stands in the old law alone. */
static void
test_search__an_optimized_index_follows_changes(void **state)
{
    library *s = *state;
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(s->index, &writer, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_optimize(writer, NULL), FATIAO_OK);
    assert_int_equal(fatiao_writer_remove(writer, "法/促进法(2002)", NULL),
                     FATIAO_OK);
    library_put(writer, "later", "# 后来的规定\n\n第一条 国家实行贷款贴息。\n");
    library_commit(writer);
    fatiao_writer_close(writer);
    fatiao_searcher *searcher = library_open(s->index);
    fatiao_hits *hits =
        library_search(searcher, "旧法里的风险补偿", FATIAO_SEARCH_ALL, NULL);
    for (size_t i = 0; i < fatiao_hits_count(hits); i++)
        assert_string_not_equal(fatiao_hits_at(hits, i)->statute_id,
                                "法/促进法(2002)");
    fatiao_hits_free(hits);
    hits =
        library_search(searcher, "国家实行贷款贴息", FATIAO_SEARCH_ALL, NULL);
    assert_true(fatiao_hits_count(hits) >= 2);
    assert_string_equal(fatiao_hits_at(hits, 0)->id, "later#1");
    fatiao_hits_free(hits);
    fatiao_searcher_close(searcher);
}

static void
test_search__a_result_outlives_its_searcher(void **state)
{
    library *s = *state;
    fatiao_searcher *searcher = library_open(s->index);
    fatiao_hits *hits = library_search(searcher, "贷款贴息", 0, NULL);
    fatiao_searcher_close(searcher);
    assert_int_equal(fatiao_hits_count(hits), 1);
    assert_string_equal(fatiao_hits_at(hits, 0)->clauses[0].text,
                        "国家实行贷款贴息。");
    fatiao_hits_free(hits);
}

/* What the threads share: one question, one result. */
typedef struct shared {
    const char *index;
    const fatiao_query *query;
    const fatiao_hits *hits;
    int faults;
} shared;

static void *
search_in_thread(void *context)
{
    shared *all = context;
    fatiao_searcher *searcher = library_open(all->index);
    int faults = 0;
    for (int i = 0; i < 50; i++) {
        fatiao_hits *hits;
        if (fatiao_searcher_search(searcher, all->query, NULL, &hits, NULL)) {
            faults++;
            continue;
        }
        const fatiao_hit *mine = fatiao_hits_at(hits, 0);
        const fatiao_hit *theirs = fatiao_hits_at(all->hits, 0);
        faults += strcmp(mine->citation, theirs->citation) != 0;
        fatiao_hits_free(hits);
    }
    fatiao_searcher_close(searcher);
    return faults == 0 ? NULL : context;
}

static void
test_search__threads_share_questions_and_results(void **state)
{
    library *s = *state;
    fatiao_query *query;
    fatiao_hits *hits;
    assert_int_equal(fatiao_query_parse("贴息 奖励", NULL, &query, NULL),
                     FATIAO_OK);
    assert_int_equal(
        fatiao_searcher_search(s->searcher, query, NULL, &hits, NULL),
        FATIAO_OK);
    shared all = {s->index, query, hits, 0};
    pthread_t threads[4];
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(
            pthread_create(&threads[i], NULL, search_in_thread, &all), 0);
    for (size_t i = 0; i < 4; i++) {
        void *fault;
        assert_int_equal(pthread_join(threads[i], &fault), 0);
        assert_null(fault);
    }
    fatiao_hits_free(hits);
    fatiao_query_free(query);
}

#define SEARCH_TEST(name)                                                      \
    cmocka_unit_test_setup_teardown(test_search__##name, library_set_up,       \
                                    library_tear_down)

int
main(void)
{
    const struct CMUnitTest tests[] = {
        SEARCH_TEST(names_the_clause_that_answers),
        SEARCH_TEST(an_item_comes_with_its_lead),
        SEARCH_TEST(finds_what_is_written_otherwise),
        SEARCH_TEST(phrases_stand_just_so),
        SEARCH_TEST(keeps_to_one_statute_and_to_the_limit),
        SEARCH_TEST(known_words_count_among_many_unknown),
        SEARCH_TEST(an_abbreviation_is_found_by_its_characters),
        SEARCH_TEST(a_title_is_a_reason_too),
        SEARCH_TEST(nothing_found_is_no_failure),
        SEARCH_TEST(bad_calls_are_answered),
        SEARCH_TEST(says_why_an_index_does_not_open),
        SEARCH_TEST(follows_writers),
        SEARCH_TEST(an_optimized_index_follows_changes),
        SEARCH_TEST(a_result_outlives_its_searcher),
        SEARCH_TEST(threads_share_questions_and_results),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
