/* What misspelt questions are taken for, over the shipped draft. */
#include "unit.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

#include <fatiao/fatiao.h>

#include "folder.h"
#include "search/correction.h"

static fatiao_searcher *searcher;
static const char *corpus;

static char *
read_corpus(size_t *byte_count)
{
    FILE *file = fopen(corpus, "rb");
    if (file == NULL)
        return NULL;
    char *bytes = malloc(1 << 20);
    *byte_count = fread(bytes, 1, 1 << 20, file);
    fclose(file);
    return bytes;
}

static int
set_up(void **state)
{
    size_t byte_count;
    fatiao_statute *statute;
    fatiao_writer *writer;
    char *bytes = read_corpus(&byte_count);
    const fatiao_parse_options options = {sizeof(options), "qingdao.md",
                                          FATIAO_FORMAT_MARKDOWN};
    *state = folder_make();
    const bool done =
        bytes != NULL &&
        fatiao_statute_parse(bytes, byte_count, &options, &statute, NULL) ==
            FATIAO_OK &&
        fatiao_writer_open(*state, &writer, NULL) == FATIAO_OK &&
        fatiao_writer_put(writer, "qingdao", statute, NULL, NULL, NULL) ==
            FATIAO_OK &&
        fatiao_writer_commit(writer, NULL) == FATIAO_OK &&
        fatiao_writer_optimize(writer, NULL) == FATIAO_OK &&
        fatiao_searcher_open(*state, &searcher, NULL) == FATIAO_OK;
    free(bytes);
    if (!done)
        return -1;
    fatiao_writer_close(writer);
    fatiao_statute_free(statute);
    return 0;
}

static int
tear_down(void **state)
{
    fatiao_searcher_close(searcher);
    folder_finish(*state);
    return 0;
}

static void
find(const char *question, ft_correction *out)
{
    fatiao_query *query;
    assert_int_equal(fatiao_query_parse(question, NULL, &query, NULL),
                     FATIAO_OK);
    assert_int_equal(ft_correction_find(searcher, query, out, NULL), FATIAO_OK);
    fatiao_query_free(query);
}

/* `expected` NULL: the question stays as it is. */
static void
assert_correction(const char *question, const char *expected, bool is_sure)
{
    ft_correction found;
    find(question, &found);
    if (expected == NULL) {
        assert_string_equal(found.text == NULL ? "" : found.text, "");
    } else {
        assert_non_null(found.text);
        assert_string_equal(found.text, expected);
    }
    assert_int_equal(found.is_sure, is_sure);
    free(found.text);
}

static void
test_correction__hears_homophones(void **state)
{
    (void)state;
    assert_correction("专精特薪", "专精特新", true);
    assert_correction("贴西", "贴息", true);
    assert_correction("政府采沟", "政府采购", true);
    assert_correction("孵化机地", "孵化基地", true);
}

static void
test_correction__hears_near_homophones(void **state)
{
    (void)state;
    assert_correction("融资祖赁", "融资租赁", true); /* zu */
    assert_correction("专进特新", "专精特新", true); /* jin, jing */
    assert_correction("生产经云", NULL, false);      /* yun is not ying */
    assert_correction("权益保付", "权益保护", true); /* fu, hu */
}

static void
test_correction__sees_shapes(void **state)
{
    (void)state;
    assert_correction("创业担保货款", "创业担保贷款", false); /* 货款 is one */
    assert_correction("自已知识产权", NULL, false);
    assert_correction("高新技木", "高新技术", true);
}

static void
test_correction__puts_right_what_is_twice_missing_or_swapped(void **state)
{
    (void)state;
    assert_correction("贷贷款", "贷款", true);
    assert_correction("款贷贴息", "贷款贴息", true);
    assert_correction("知识权", "知识产权", false);
}

static void
test_correction__reads_pinyin(void **state)
{
    (void)state;
    assert_correction("daikuan tiexi", "贷款贴息", true);
    assert_correction("daikuantiexi", "贷款贴息", true);
    assert_correction("dai kuan", "贷款", true);
    assert_correction("dkuan", "贷款", true);
    assert_correction("daik", "贷款", true);
    assert_correction("贷kuan", "贷款", true);
    assert_correction("专jing特新", "专精特新", true);
    assert_correction("dai'kuan", "贷款", true);
}

static void
test_correction__reads_initials(void **state)
{
    (void)state;
    assert_correction("zxqy", "中小企业", true);
    assert_correction("zjtx", "专精特新", true);
    /* 劳动合同 does not stand in the draft, nor anything else of the kind. */
    assert_correction("ldht", NULL, false);
}

static void
test_correction__knows_polyphones(void **state)
{
    (void)state;
    assert_correction("hangye", "行业", true);
    assert_correction("yinhang", "银行", true);
    assert_correction("changqi", "长期", true);
    assert_correction("kuaijishi", "会计师", true);
    assert_correction("tiaozheng", "调整", true);
    assert_correction("huanben", "还本", true);
    assert_correction("chufen", "处分", true);
}

static void
test_correction__leaves_alone_what_is_well_written(void **state)
{
    (void)state;
    assert_correction("没有抵押物怎么贷款", NULL, false);
    assert_correction("拖欠货款不给怎么办", NULL, false);
    assert_correction("免申即享", NULL, false);
    assert_correction("孵化器", NULL, false);
    assert_correction("混改", NULL, false);
    assert_correction("第29条第2款", NULL, false);
    assert_correction("贷款 贴息 奖励", NULL, false);
    assert_correction("的", NULL, false);
    assert_correction("，", NULL, false);
}

static void
test_correction__takes_quotation_marks_at_their_word(void **state)
{
    (void)state;
    assert_correction("“专精特薪”", NULL, false);
    assert_correction("\"zjtx\"", NULL, false);
    assert_correction("「贴西」", NULL, false);
}

static void
test_correction__leaves_expressions_and_citations_alone(void **state)
{
    (void)state;
    assert_correction("law:zjtx 贴息", NULL, false);
    assert_correction("贴西 AND 贷款", NULL, false);
    assert_correction("zjtx law:促进", "专精特新 law:促进", true);
    assert_correction("贴西 第29条", "贴息 第29条", true);
}

static void
test_correction__leaves_other_letters_alone(void **state)
{
    (void)state;
    assert_correction("VR设备", NULL, false);
    assert_correction("ISO9001", NULL, false);
    assert_correction("blockchain", NULL, false);
    assert_correction("k", NULL, false);
}

static void
test_correction__keeps_the_rest_as_it_was_typed(void **state)
{
    (void)state;
    assert_correction("創業擔保代款", "創業擔保贷款", true);
    assert_correction("daikuan，贴息", "贷款，贴息", true);
}

static double
milliseconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* The limit is asked for without sanitizers; these make it ten times slower. */
static void
test_correction__is_quick_on_any_row_of_letters(void **state)
{
    (void)state;
    static const char *const rows[] = {"z",   "zh",       "zjtx", "daikuan",
                                       "aeo", "贷款贴西", "贷k",  "g'"};
    static const size_t lengths[] = {24, 100, 127, 4096};
    char text[4097];
    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
        for (size_t n = 0; n < sizeof(lengths) / sizeof(lengths[0]); n++) {
            const size_t one = strlen(rows[i]);
            size_t length = 0;
            for (; length + one <= lengths[n]; length += one)
                memcpy(text + length, rows[i], one);
            text[length] = '\0';
            ft_correction found;
            const double start = milliseconds();
            find(text, &found);
            assert_true(milliseconds() - start < 1000);
            free(found.text);
        }
    }
}

int
main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_correction__hears_homophones),
        cmocka_unit_test(test_correction__hears_near_homophones),
        cmocka_unit_test(test_correction__sees_shapes),
        cmocka_unit_test(
            test_correction__puts_right_what_is_twice_missing_or_swapped),
        cmocka_unit_test(test_correction__reads_pinyin),
        cmocka_unit_test(test_correction__reads_initials),
        cmocka_unit_test(test_correction__knows_polyphones),
        cmocka_unit_test(test_correction__leaves_alone_what_is_well_written),
        cmocka_unit_test(test_correction__takes_quotation_marks_at_their_word),
        cmocka_unit_test(
            test_correction__leaves_expressions_and_citations_alone),
        cmocka_unit_test(test_correction__leaves_other_letters_alone),
        cmocka_unit_test(test_correction__keeps_the_rest_as_it_was_typed),
        cmocka_unit_test(test_correction__is_quick_on_any_row_of_letters),
    };
    if (count < 2)
        return 2;
    corpus = arguments[1];
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
