/* Memory that runs out: each allocation of the library in turn fails, and the
 * call must answer FATIAO_ERR_MEMORY, or get by without, and neither crash nor
 * leak. The linker puts the __wrap_ functions before those of the C library
 * (--wrap); what Xapian and ICU allocate for themselves is not touched. */
#include "unit.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

void *__real_malloc(size_t byte_count);
void *__real_calloc(size_t count, size_t byte_count);
void *__real_realloc(void *memory, size_t byte_count);
void *__wrap_malloc(size_t byte_count);
void *__wrap_calloc(size_t count, size_t byte_count);
void *__wrap_realloc(void *memory, size_t byte_count);

/* How many allocations until one fails; 0: none does. */
static size_t countdown;

static bool
runs_out(void)
{
    return countdown > 0 && --countdown == 0;
}

void *
__wrap_malloc(size_t byte_count)
{
    return runs_out() ? NULL : __real_malloc(byte_count);
}

void *
__wrap_calloc(size_t count, size_t byte_count)
{
    return runs_out() ? NULL : __real_calloc(count, byte_count);
}

void *
__wrap_realloc(void *memory, size_t byte_count)
{
    return runs_out() ? NULL : __real_realloc(memory, byte_count);
}

static const char text[] =
    "# 示范条例（草案）\n\n（2020年1月1日通过）\n\n## 第一章 总则\n\n"
    "第一条 为了支持中小企业发展，制定本条例。\n\n"
    "第二条 中小企业包括：\n\n（一）小型企业；\n\n（二）微型企业。\n\n"
    "第四条 银行应当向没有抵押物的企业发放信用贷款。\n\n"
    "对首次贷款的企业给予贴息。\n\n"
    "第五条 违反前条第二款、《示范条例》（以下简称《条例》）第四条和本章的，"
    "依照刑法第三条处罚。\n\n第六条 对小型微型企业给予贴息。\n";

static char index_path[] = "/tmp/fatiao-memory-XXXXXX";
static fatiao_statute *statute;

/* Runs `scenario` with the first allocation failing, then with the second …
 * until it makes fewer than that. */
static void
fail_each(fatiao_status (*scenario)(fatiao_error *error))
{
    for (size_t nth = 1;; nth++) {
        fatiao_error error = {0};
        countdown = nth;
        const fatiao_status status = scenario(&error);
        const bool all_were_made = countdown > 0;
        countdown = 0;
        if (all_were_made) {
            assert_int_equal(status, FATIAO_OK);
            assert_true(nth > 1);
            return;
        }
        if (status == FATIAO_OK)
            continue;
        assert_int_equal(status, FATIAO_ERR_MEMORY);
        assert_int_equal(error.status, FATIAO_ERR_MEMORY);
        assert_string_not_equal(error.message, "");
    }
}

static fatiao_status
parse(fatiao_format format, fatiao_error *error)
{
    const fatiao_parse_options options = {sizeof(options), "a.md", format};
    fatiao_statute *out;
    const fatiao_status status =
        fatiao_statute_parse(text, strlen(text), &options, &out, error);
    assert_true((status == FATIAO_OK) == (out != NULL));
    fatiao_statute_free(out);
    return status;
}

static fatiao_status
parse_markdown(fatiao_error *error)
{
    return parse(FATIAO_FORMAT_MARKDOWN, error);
}

static fatiao_status
parse_plain(fatiao_error *error)
{
    return parse(FATIAO_FORMAT_PLAIN, error);
}

static fatiao_status
cite(fatiao_error *error)
{
    const fatiao_node *node = fatiao_statute_find(statute, "4.2");
    char *citation = NULL;
    char *fragment = NULL;
    fatiao_status status = fatiao_statute_cite(statute, node, &citation, error);
    if (status == FATIAO_OK)
        status = fatiao_statute_fragment(statute, node, &fragment, error);
    fatiao_text_free(citation);
    fatiao_text_free(fragment);
    return status;
}

static fatiao_status
read_facets(fatiao_error *error)
{
    const fatiao_node *node = fatiao_statute_find(statute, "4.2");
    fatiao_facets *facets;
    const fatiao_status status =
        fatiao_facets_read(statute, node, &facets, error);
    assert_true((status == FATIAO_OK) == (facets != NULL));
    fatiao_facets_free(facets);
    return status;
}

static fatiao_status
write_index(fatiao_error *error)
{
    fatiao_writer *writer;
    fatiao_status status = fatiao_writer_open(index_path, &writer, error);
    if (status == FATIAO_OK)
        status =
            fatiao_writer_put(writer, "示范", statute, "a.md", NULL, error);
    if (status == FATIAO_OK)
        status = fatiao_writer_commit(writer, error);
    if (status == FATIAO_OK)
        status = fatiao_writer_optimize(writer, error);
    fatiao_writer_close(writer);
    return status;
}

static fatiao_status
search_for(const char *question, fatiao_error *error)
{
    fatiao_searcher *searcher = NULL;
    fatiao_query *query = NULL;
    fatiao_hits *hits = NULL;
    fatiao_status status = fatiao_searcher_open(index_path, &searcher, error);
    if (status == FATIAO_OK)
        status = fatiao_query_parse(question, NULL, &query, error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_search(searcher, query, NULL, &hits, error);
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    fatiao_searcher_close(searcher);
    return status;
}

static fatiao_status
search(fatiao_error *error)
{
    return search_for("条例第四条和第二条第一项，贷款三成 \"小型企业\"", error);
}

static fatiao_status
search_misspelt(fatiao_error *error)
{
    return search_for("给予贴西", error);
}

static fatiao_status
search_pinyin(fatiao_error *error)
{
    return search_for("zxqy", error);
}

static fatiao_status
select_articles(fatiao_error *error)
{
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    fatiao_searcher *searcher = NULL;
    fatiao_query *query = NULL;
    fatiao_hits *hits = NULL;
    options.law = "示范条例";
    fatiao_status status = fatiao_searcher_open(index_path, &searcher, error);
    if (status == FATIAO_OK)
        status = fatiao_query_parse(
            "(信用?款 OR 首次) AND NOT (小型 NEAR/3 微型) AND (贷款 SENTENCE "
            "企业) law:示范 chapter:总则 article:1..9 status:draft date:2020 "
            "NOT status:current NOT number:3",
            NULL, &query, error);
    if (status == FATIAO_OK)
        status =
            fatiao_searcher_search(searcher, query, &options, &hits, error);
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    fatiao_searcher_close(searcher);
    return status;
}

static fatiao_status
explain(fatiao_error *error)
{
    fatiao_searcher *searcher = NULL;
    fatiao_query *query = NULL;
    fatiao_explanation *explanation = NULL;
    fatiao_status status = fatiao_searcher_open(index_path, &searcher, error);
    if (status == FATIAO_OK)
        status =
            fatiao_query_parse("请问小型企业怎么贷款", NULL, &query, error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_explain(searcher, query, NULL, "示范#1",
                                         &explanation, error);
    fatiao_explanation_free(explanation);
    fatiao_query_free(query);
    fatiao_searcher_close(searcher);
    return status;
}

static fatiao_status
look_up(fatiao_error *error)
{
    fatiao_searcher *searcher = NULL;
    fatiao_references *places = NULL;
    fatiao_catalog *catalog = NULL;
    fatiao_statute *read = NULL;
    fatiao_status status = fatiao_searcher_open(index_path, &searcher, error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_resolve(searcher, "《示范条例》第四条第二款",
                                         NULL, &places, error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_list(searcher, &catalog, error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_statute(searcher, "示范", &read, error);
    fatiao_references_free(places);
    fatiao_catalog_free(catalog);
    fatiao_statute_free(read);
    fatiao_searcher_close(searcher);
    return status;
}

static fatiao_status
follow(fatiao_error *error)
{
    static const char brief[] = "《示范条例》第四条规定“对首贷的企业给予贴息”";
    fatiao_searcher *searcher = NULL;
    fatiao_links *links = NULL;
    fatiao_links *backlinks = NULL;
    fatiao_checks *checks = NULL;
    fatiao_status status = fatiao_searcher_open(index_path, &searcher, error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_links(searcher, "示范#5", &links, error);
    if (status == FATIAO_OK)
        status =
            fatiao_searcher_backlinks(searcher, "示范#4", &backlinks, error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_check(searcher, brief, strlen(brief), NULL,
                                       &checks, error);
    fatiao_links_free(links);
    fatiao_links_free(backlinks);
    fatiao_checks_free(checks);
    fatiao_searcher_close(searcher);
    return status;
}

static fatiao_status
claim(fatiao_error *error)
{
    fatiao_searcher *searcher = NULL;
    fatiao_profile *profile = NULL;
    fatiao_claims *claims = NULL;
    fatiao_profile_key key = FATIAO_PROFILE_PLACE;
    fatiao_status status = fatiao_searcher_open(index_path, &searcher, error);
    if (status == FATIAO_OK)
        status = fatiao_profile_new(&profile, error);
    if (status == FATIAO_OK)
        status = fatiao_profile_key_find("规模", &key, error);
    if (status == FATIAO_OK)
        status = fatiao_profile_put(profile, key, "小型", error);
    if (status == FATIAO_OK)
        status =
            fatiao_profile_put(profile, FATIAO_PROFILE_PLACE, "青岛", error);
    if (status == FATIAO_OK)
        status =
            fatiao_profile_put(profile, FATIAO_PROFILE_NEED, "融资", error);
    if (status == FATIAO_OK)
        status =
            fatiao_searcher_claims(searcher, profile, NULL, &claims, error);
    if (status == FATIAO_OK)
        assert_int_equal(fatiao_claims_count(claims), 1);
    fatiao_claims_free(claims);
    fatiao_profile_free(profile);
    fatiao_searcher_close(searcher);
    return status;
}

static void
test_memory__may_run_out_while_claiming(void **state)
{
    (void)state;
    fail_each(claim);
}

static void
test_memory__may_run_out_while_parsing(void **state)
{
    (void)state;
    fail_each(parse_markdown);
    fail_each(parse_plain);
    fail_each(cite);
}

static void
test_memory__may_run_out_while_reading_facets(void **state)
{
    (void)state;
    fail_each(read_facets);
}

static void
test_memory__may_run_out_while_writing(void **state)
{
    (void)state;
    fail_each(write_index);
}

static void
test_memory__may_run_out_while_searching(void **state)
{
    (void)state;
    fail_each(search);
    fail_each(search_misspelt);
    fail_each(search_pinyin);
    fail_each(select_articles);
    fail_each(explain);
    fail_each(look_up);
}

static void
test_memory__may_run_out_while_following(void **state)
{
    (void)state;
    fail_each(follow);
}

static int
remove_one(const char *path, const struct stat *about, int kind,
           struct FTW *place)
{
    (void)about;
    (void)kind;
    (void)place;
    return remove(path);
}

static int
set_up(void **state)
{
    (void)state;
    const fatiao_parse_options options = {sizeof(options), "a.md",
                                          FATIAO_FORMAT_MARKDOWN};
    if (mkdtemp(index_path) == NULL)
        return -1;
    return (int)fatiao_statute_parse(text, strlen(text), &options, &statute,
                                     NULL);
}

static int
tear_down(void **state)
{
    (void)state;
    fatiao_statute_free(statute);
    return nftw(index_path, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_memory__may_run_out_while_parsing),
        cmocka_unit_test(test_memory__may_run_out_while_reading_facets),
        cmocka_unit_test(test_memory__may_run_out_while_writing),
        cmocka_unit_test(test_memory__may_run_out_while_searching),
        cmocka_unit_test(test_memory__may_run_out_while_following),
        cmocka_unit_test(test_memory__may_run_out_while_claiming),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
