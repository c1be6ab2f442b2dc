/* Where expressions stand in a text. */
#include "unit.h"

#include <string.h>

#include "base/strbuf.h"
#include "search/passage.h"

/* Marks in `text` the passages of `question`, which is one part, with [ ]. */
static void
assert_passages(const char *question, const char *text, const char *expected)
{
    ft_arena arena = {0};
    ft_expression_tree tree;
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_array passages = {.item_size = sizeof(ft_passage)};
    ft_strbuf out = {0};
    assert_int_equal(
        ft_expression_read(&tree, &arena, question, strlen(question), NULL),
        FATIAO_OK);
    assert_int_equal(ft_fold(text, strlen(text), &chars, NULL), FATIAO_OK);
    assert_non_null(tree.root);
    assert_int_equal(ft_passage_find(tree.root->child, &chars, &passages, NULL),
                     FATIAO_OK);
    for (size_t i = 0; i < passages.count; i++) {
        const ft_passage *passage = ft_array_at(&passages, i);
        ft_strbuf_text(&out, "[");
        for (size_t k = passage->start; k < passage->end; k++)
            ft_strbuf_char(&out,
                           ((const ft_char *)ft_array_at(&chars, k))->code);
        ft_strbuf_text(&out, "]");
    }
    assert_string_equal(ft_strbuf_string(&out), expected);
    ft_strbuf_finish(&out);
    ft_array_finish(&passages);
    ft_array_finish(&chars);
    ft_expression_tree_finish(&tree);
    ft_arena_finish(&arena);
}

static void
test_passage__words_stand_wherever_they_do(void **state)
{
    (void)state;
    assert_passages("“贷款”", "貸款与贷 款", "[贷款][贷款]");
    assert_passages("“贷款”", "贷、款", "");
    assert_passages("贷 OR 款", "款贷款", "[款][贷][款]");
}

static void
test_passage__signs_stand_for_characters(void **state)
{
    (void)state;
    assert_passages("融*保", "融保，融资担保，融、保", "[融保][融资担保]");
    assert_passages("融?保", "融保，融资保，融资担保，融、保", "[融资保]");
    assert_passages("*担保*", "再担保", "[担保]");
    assert_passages("?担保", "担保，再担保", "[再担保]");
    assert_passages("担保? OR x", "担保，担保法", "[担保法]");
    assert_passages("a*?b", "ab acb addb", "[acb][addb]");
}

static void
test_passage__near_counts_characters_between(void **state)
{
    (void)state;
    assert_passages("甲 NEAR/2 乙", "甲一二乙", "[甲一二乙]");
    assert_passages("甲 NEAR/2 乙", "甲一二三乙", "");
    assert_passages("甲 NEAR/2 乙", "乙一二甲", "[乙一二甲]");
    assert_passages("甲 NEAR/0 乙", "甲，乙，甲乙", "[甲乙]");
    assert_passages("甲 NEAR/1 乙 NEAR/1 丙", "丙甲一乙，二三丙", "[丙甲一乙]");
    assert_passages("(甲 OR 乙) NEAR/1 丙", "甲丙，，乙一丙", "[甲丙][乙一丙]");
}

static void
test_passage__sentences_end_with_a_full_stop(void **state)
{
    (void)state;
    assert_passages("甲 SENTENCE 乙", "甲一。乙二。", "");
    assert_passages("甲 SENTENCE 乙", "乙，三；甲一。乙二！甲", "[乙,三;甲]");
    assert_passages("甲 SENTENCE 乙", "乙。丙。甲。丁甲，乙乙。甲乙",
                    "[甲,乙乙][甲乙]");
    assert_passages("甲 CLAUSE 乙", "乙一。丙。甲，乙。丁",
                    "[乙一。丙。甲,乙]");
    assert_passages("甲 CLAUSE 乙", "甲", "");
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_passage__words_stand_wherever_they_do),
        cmocka_unit_test(test_passage__signs_stand_for_characters),
        cmocka_unit_test(test_passage__near_counts_characters_between),
        cmocka_unit_test(test_passage__sentences_end_with_a_full_stop),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
