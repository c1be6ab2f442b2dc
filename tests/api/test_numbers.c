/* Numbers through the public header: each way to write one finds every other,
 * and is marked as the statute writes it. */
#include "library.h"

/* Five ways to write one number. */
static const char *const numbers[][5] = {
    {"30%", "３０％", "百分之三十", "三成", "3 成"},
    {"5‰", "千分之五", "千 分之五", "0.5%", "百分之零点五"},
    {"一千万元", "1000万元", "10,000,000元", "1千万元", "１０００万元"},
    {"十五日", "15日", "15天", "１５ 日", "十五天"},
    {"两年", "二年", "2年", "二十四个月", "兩年"},
    {"半年", "六个月", "6个月", "６个月", "六個月"},
    {"三分之二", "2/3", "２/３", "三 分之二", "六分之四"},
    {"二〇二三年", "2023年", "二○二三年", "２０２３年", "二零二三年"},
    {"一百零三", "103", "１０３", "一百〇三", "一百○三"},
    {"五倍", "5倍", "５倍", "五 倍", "５ 倍"}};
enum { WAYS = 5 };

/* Whether a byte of UTF-8 begins a character. */
static bool
begins_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

static size_t
count_characters(const char *text, size_t byte_count)
{
    size_t count = 0;
    for (size_t i = 0; i < byte_count; i++)
        count += begins_character(text[i]);
    return count;
}

/* A law whose articles write one number in each way. */
static void
write_text(char *out, size_t capacity, const char *written)
{
    snprintf(out, capacity, "总额占𠮷%s，以此为限。", written);
}

static fatiao_searcher *
open_law(const char *index, const char *const *ways)
{
    char law[1024] = "# 某条例\n";
    for (size_t i = 0; i < WAYS; i++) {
        char text[128];
        write_text(text, sizeof(text), ways[i]);
        const size_t length = strlen(law);
        snprintf(law + length, sizeof(law) - length, "\n第%zu条 %s\n", i + 1,
                 text);
    }
    fatiao_writer *writer;
    assert_int_equal(fatiao_writer_open(index, &writer, NULL), FATIAO_OK);
    library_put(writer, "law", law);
    library_commit(writer);
    fatiao_writer_close(writer);
    return library_open(index);
}

/* The text is that of the article, and the only mark is the number. */
static void
assert_marked(const fatiao_hit *hit, const char *const *ways)
{
    const size_t way = strtoul(hit->id + strlen("law#"), NULL, 10) - 1;
    char text[128];
    assert_true(way < WAYS);
    write_text(text, sizeof(text), ways[way]);
    assert_int_equal(hit->clause_count, 1);
    const fatiao_clause *clause = hit->clauses;
    assert_string_equal(clause->text, text);
    assert_int_equal(clause->mark_count, 1);
    const fatiao_span *mark = clause->marks;
    assert_int_equal(mark->byte_count, strlen(ways[way]));
    assert_memory_equal(clause->text + mark->byte_start, ways[way],
                        mark->byte_count);
    assert_true(begins_character(text[mark->byte_start]));
    assert_true(begins_character(text[mark->byte_start + mark->byte_count]));
    assert_int_equal(mark->char_start,
                     count_characters(text, mark->byte_start));
    assert_int_equal(mark->char_count, count_characters(text + mark->byte_start,
                                                        mark->byte_count));
}

static void
test_numbers__each_spelling_finds_and_marks_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        char *folder = folder_make();
        char *index = folder_path(folder, "index");
        fatiao_searcher *searcher = open_law(index, numbers[i]);
        for (size_t j = 0; j < WAYS; j++) {
            fatiao_hits *hits =
                library_search(searcher, numbers[i][j], 0, NULL);
            if (fatiao_hits_count(hits) != WAYS)
                fail_msg("%s finds %zu", numbers[i][j],
                         fatiao_hits_count(hits));
            for (size_t k = 0; k < WAYS; k++)
                assert_marked(fatiao_hits_at(hits, k), numbers[i]);
            fatiao_hits_free(hits);
        }
        fatiao_searcher_close(searcher);
        free(index);
        folder_finish(folder);
    }
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_numbers__each_spelling_finds_and_marks_all),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
