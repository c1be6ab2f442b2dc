/* The query language: trees, what stays a question, and where a problem is. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "base/strbuf.h"
#include "query/expression.h"

/* A question read, and its tree as text:
 *
 *     贷款 (a OR b) law:c     (AND (OR a b) law:c) + 贷款 */
typedef struct reading {
    ft_arena arena;
    ft_expression_tree tree;
    ft_strbuf text;
} reading;

static void
write_node(ft_strbuf *out, const char *question, const ft_expression *node)
{
    static const char *const names[] = {"AND",  "OR",       "NOT",
                                        "NEAR", "SENTENCE", "CLAUSE"};
    static const char *const fields[] = {"law",    "chapter", "article",
                                         "status", "date",    "number"};
    if (node->kind == FT_EXPRESSION_FIELD) {
        ft_strbuf_format(out, "%s:%s", fields[node->field.kind],
                         node->field.text);
        return;
    }
    if (node->kind == FT_EXPRESSION_TEXT) {
        ft_strbuf_bytes(out, question + node->byte_start, node->byte_count);
        return;
    }
    ft_strbuf_format(out, "(%s", names[node->kind]);
    if (node->kind == FT_EXPRESSION_NEAR)
        ft_strbuf_format(out, "/%u", (unsigned)node->distance);
    for (const ft_expression *one = node->child; one != NULL; one = one->next) {
        ft_strbuf_text(out, " ");
        write_node(out, question, one);
    }
    ft_strbuf_text(out, ")");
}

static void
read_question(reading *r, const char *question)
{
    *r = (reading){0};
    assert_int_equal(ft_expression_read(&r->tree, &r->arena, question,
                                        strlen(question), NULL),
                     FATIAO_OK);
    if (r->tree.root != NULL)
        write_node(&r->text, question, r->tree.root);
    const char *sign = " + ";
    for (size_t i = 0; i < r->tree.pieces.count; i++) {
        const ft_expression_piece *piece = ft_array_at(&r->tree.pieces, i);
        if (!piece->is_wanted || piece->byte_count == 0)
            continue;
        ft_strbuf_text(&r->text, sign);
        ft_strbuf_bytes(&r->text, question + piece->byte_start,
                        piece->byte_count);
        sign = " | ";
    }
}

static void
finish(reading *r)
{
    ft_expression_tree_finish(&r->tree);
    ft_arena_finish(&r->arena);
    ft_strbuf_finish(&r->text);
}

static void
assert_tree(const char *question, const char *expected)
{
    reading r;
    read_question(&r, question);
    if (r.tree.problem.status != FATIAO_OK)
        fail_msg("%s: %s", question, r.tree.problem.message);
    assert_string_equal(ft_strbuf_string(&r.text), expected);
    finish(&r);
}

/* That the question is plain words after all, for a reason at a place. */
static void
assert_problem(const char *question, unsigned column, const char *message)
{
    reading r;
    read_question(&r, question);
    assert_string_equal(r.tree.problem.message, message);
    assert_int_equal(r.tree.problem.status, FATIAO_ERR_SYNTAX);
    assert_int_equal(r.tree.problem.line, 1);
    assert_int_equal(r.tree.problem.column, column);
    finish(&r);
}

static void
test_expression__operators_bind_in_order(void **state)
{
    (void)state;
    assert_tree("a AND b", "(AND (AND a b))");
    assert_tree("a OR b AND c", "(AND (OR a (AND b c)))");
    assert_tree("(a OR b) AND c", "(AND (AND (OR a b) c))");
    assert_tree("a AND NOT b", "(AND (AND a (NOT b)))");
    assert_tree("NOT NOT a", "(AND (NOT (NOT a)))");
    assert_tree("a OR b OR c", "(AND (OR a b c))");
    assert_tree("a NEAR/5 b AND c", "(AND (AND (NEAR/5 a b) c))");
    assert_tree("a NEAR b SENTENCE c CLAUSE d",
                "(AND (CLAUSE (SENTENCE (NEAR/10 a b) c) d))");
    assert_tree("(a OR “b c”) NEAR/0 d*", "(AND (NEAR/0 (OR a b c) d*))");
}

static void
test_expression__has_chinese_names_and_signs(void **state)
{
    (void)state;
    assert_tree("贷款 与 （担保 或 非 质押）",
                "(AND (AND 贷款 (OR 担保 (NOT 质押))))");
    assert_tree("（融资）与（担保）", "(AND (AND 融资 担保))");
    assert_tree("贷款 邻近/3 贴息", "(AND (NEAR/3 贷款 贴息))");
    assert_tree("贷款 同句 贴息 同款 奖励",
                "(AND (CLAUSE (SENTENCE 贷款 贴息) 奖励))");
    assert_tree(
        "法：民法典 章:三 条:40 时效:现行 日期:2020 文号:法释〔2023〕3号",
        "(AND law:民法典 chapter:三 article:40 status:现行 date:2020 "
        "number:法释〔2023〕3号)");
}

static void
test_expression__words_by_themselves_are_wanted(void **state)
{
    (void)state;
    assert_tree("中小企业 贷款 law:促进法", "(AND law:促进法) + 中小企业 贷款");
    assert_tree("贷款 NOT 保险", "(AND (NOT 保险)) + 贷款");
    assert_tree("a b AND c d", "(AND (AND b c)) + a | d");
    /* In brackets all must hold. */
    assert_tree("(a b) OR c", "(AND (OR (AND a b) c))");
    assert_tree("law:x (a b)", "(AND law:x (AND a b))");
}

static void
test_expression__brackets_inside_words_are_of_them(void **state)
{
    (void)state;
    assert_tree("第（一）项 AND b", "(AND (AND 第（一）项 b))");
    assert_tree("law:条例（征求意见稿） NOT(a)",
                "(AND law:条例（征求意见稿） (NOT a))");
    assert_tree("(law:x) OR a", "(AND (OR law:x a))");
    assert_tree("law:“a b”", "(AND law:a b)");
}

static void
test_expression__patterns_must_hold(void **state)
{
    (void)state;
    assert_tree("融资* 贷款", "(AND 融资*) + 贷款");
    assert_tree("＊担保", "(AND ＊担保)");
    assert_tree("融?担保", "(AND 融?担保)");
    assert_tree("?资", "(AND ?资)");
    assert_tree("资? OR a", "(AND (OR 资? a))");
    reading r;
    read_question(&r, "融*?保 “*”");
    const ft_expression *pattern = r.tree.root->child;
    assert_int_equal(pattern->char_count, 4);
    assert_int_equal(pattern->codes[1], FT_EXPRESSION_STAR);
    assert_int_equal(pattern->codes[2], FT_EXPRESSION_MARK);
    assert_true(r.tree.has_pattern);
    /* In quotation marks they are characters. */
    assert_int_equal(pattern->next->codes[0], '*');
    finish(&r);
}

static void
test_expression__quotations_alone_hold_in_a_question(void **state)
{
    (void)state;
    assert_tree("没有“抵押物”怎么贷款", "(AND 抵押物) + 没有 | 怎么贷款");
    assert_tree("“a”“b”“a”", "(AND a b)");
    assert_tree("（征求意见稿）“贷款”", "(AND 贷款) + （征求意见稿）");
}

static void
test_expression__ordinary_questions_stay_questions(void **state)
{
    (void)state;
    static const char *const questions[] = {
        "没有抵押物怎么贷款？",
        "能贷款吗?",
        "同一块承包地被征收后，土地补偿费给谁?怎么办?",
        "与本法有关的或者非法的，是与否",
        "或",
        "AND",
        "（征求意见稿）第三条",
        "《条例》（2017年修订）",
        "a and b or not c",
        "10:30 开门 http://x",
        "问题：依据什么法",
        "“贷款",
        "* ?",
        ")",
        "同句",
        "",
    };
    for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
        reading r;
        read_question(&r, questions[i]);
        assert_int_equal(r.tree.problem.status, FATIAO_OK);
        assert_null(r.tree.root);
        finish(&r);
    }
}

static void
test_expression__tells_what_is_wrong_and_where(void **state)
{
    (void)state;
    assert_problem("AND 贷款", 1, "the operator has nothing before it");
    assert_problem("贷款 AND OR 贴息", 8, "the operator has nothing before it");
    assert_problem("贷款 与 ", 6, "the last operator has nothing behind it");
    assert_problem("贷款 NOT", 7, "the last operator has nothing behind it");
    assert_problem("（贷款 OR 贴息", 1, "the bracket is never closed");
    assert_problem("贷款 OR 贴息）", 9, "the bracket closes none");
    assert_problem("贷款 AND ()", 8, "nothing stands between the brackets");
    assert_problem("(贷款 AND ) 贴息", 9,
                   "the operator before the bracket has nothing behind it");
    assert_problem("贷款 AND “贴息", 8, "the quotation is never closed");
    assert_problem("贷款 AND “”", 8,
                   "nothing stands between the quotation marks");
    assert_problem("贷款 OR *", 7, "* and ? need a character beside them");
    assert_problem("a*b*c*d*e*f*g*h*i*j", 1, "the word has too many *");
    assert_problem("贷款 NEAR/x 贴息", 4, "NEAR/ takes a number up to 1000");
    assert_problem("贷款 邻近/1001 贴息", 4, "NEAR/ takes a number up to 1000");
    assert_problem("a (b AND c) NEAR d", 13,
                   "only words, phrases and these joined by OR can stand here "
                   "beside each other");
    assert_problem("law:a SENTENCE b", 7,
                   "only words, phrases and these joined by OR can stand here "
                   "beside each other");
}

static void
test_expression__tells_what_is_wrong_in_fields(void **state)
{
    (void)state;
    assert_problem("贷款 law:", 4, "the field has no value");
    assert_problem("law: 民法典", 1, "the field has no value");
    assert_problem("日期:昨天", 4,
                   "a date is 2019, 2019-05, 2019-05-01, or a range "
                   "2019..2021, >=2020");
    assert_problem("贷款 status:good", 11,
                   "a status is current, superseded, repealed or draft");
    assert_problem("条:多少", 3, "an article is 40, 120-3, or a range 40..45");
}

static void
test_expression__limits_depth_and_number(void **state)
{
    (void)state;
    char question[4096] = "a AND ";
    memset(question + 6, '(', 33);
    strcpy(question + 39, "b");
    assert_problem(question, 39, "brackets are nested too deeply");
    question[0] = '\0';
    for (int i = 0; i < 33; i++)
        strcat(question, "NOT ");
    strcat(question, "a");
    assert_problem(question, 129, "NOT is nested too deeply");
    strcpy(question, "a0");
    for (int i = 1; i < 33; i++)
        sprintf(question + strlen(question), " OR a%d", i);
    assert_problem(question, 215,
                   "there are more than 32 words, phrases and fields");
}

static void
test_expression__knows_places_in_bytes(void **state)
{
    (void)state;
    reading r;
    read_question(&r, "贷款 OR “贴 息”");
    const ft_expression *either = r.tree.root->child;
    assert_int_equal(either->child->byte_start, 0);
    assert_int_equal(either->child->byte_count, 6);
    assert_int_equal(either->child->next->byte_start, 13);
    assert_int_equal(either->child->next->byte_count, 7);
    assert_int_equal(either->child->next->char_count, 2);
    finish(&r);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_expression__operators_bind_in_order),
        cmocka_unit_test(test_expression__has_chinese_names_and_signs),
        cmocka_unit_test(test_expression__words_by_themselves_are_wanted),
        cmocka_unit_test(test_expression__brackets_inside_words_are_of_them),
        cmocka_unit_test(test_expression__patterns_must_hold),
        cmocka_unit_test(test_expression__quotations_alone_hold_in_a_question),
        cmocka_unit_test(test_expression__ordinary_questions_stay_questions),
        cmocka_unit_test(test_expression__tells_what_is_wrong_and_where),
        cmocka_unit_test(test_expression__tells_what_is_wrong_in_fields),
        cmocka_unit_test(test_expression__limits_depth_and_number),
        cmocka_unit_test(test_expression__knows_places_in_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
