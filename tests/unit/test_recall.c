/* What earlier questions say to a new one. */
#include "small_model.h"

static void
test_recall__lets_near_questions_vote_on_each_level(void **state)
{
    (void)state;
    fatiao_model *model = small_model_make();
    ft_recall_votes votes =
        small_model_ask(&model->memory, "欠薪", FT_RECALL_SKIP_NONE);
    assert_true(votes.nearest > 0);
    assert_float_equal(small_model_value(&votes.articles.votes, 0), 1, 1e-6);
    assert_float_equal(small_model_value(&votes.articles.votes, 1), 1, 1e-6);
    assert_float_equal(small_model_value(&votes.articles.votes, 2), 0, 1e-6);
    assert_float_equal(votes.articles.vote_sum, 2, 1e-6);
    assert_float_equal(small_model_value(&votes.divisions.votes, 0), 1, 1e-6);
    assert_float_equal(small_model_value(&votes.divisions.votes, 1), 0, 1e-6);
    assert_float_equal(small_model_value(&votes.statutes.votes, 0), 1, 1e-6);
    assert_float_equal(small_model_value(&votes.articles.words, 0), 1, 1e-6);
    assert_float_equal(small_model_value(&votes.articles.words, 2), 0, 1e-6);
    ft_recall_votes_finish(&votes);
    fatiao_model_free(model);
}

/* A question that is passed over votes for nothing, and its words count for
 * nothing: 辞退 was asked by no other. */
static void
test_recall__passes_a_question_over(void **state)
{
    (void)state;
    fatiao_model *model = small_model_make();
    ft_recall_votes votes = small_model_ask(&model->memory, "欠薪", 0);
    assert_float_equal(small_model_value(&votes.articles.votes, 0), 0, 1e-6);
    assert_float_equal(small_model_value(&votes.articles.votes, 1), 1, 1e-6);
    assert_float_equal(small_model_value(&votes.articles.words, 0), 0, 1e-6);
    ft_recall_votes_finish(&votes);
    votes = small_model_ask(&model->memory, "辞退", 2);
    assert_float_equal(votes.nearest, 0, 1e-6);
    assert_float_equal(votes.articles.vote_sum, 0, 1e-6);
    ft_recall_votes_finish(&votes);
    fatiao_model_free(model);
}

/* What was never asked about, and a model without questions, give no votes. */
static void
test_recall__is_silent_about_what_it_does_not_know(void **state)
{
    (void)state;
    fatiao_model *model = small_model_make();
    ft_recall_votes votes =
        small_model_ask(&model->memory, "商标", FT_RECALL_SKIP_NONE);
    assert_float_equal(votes.nearest, 0, 1e-6);
    ft_recall_votes_finish(&votes);
    fatiao_model_free(model);
    model = ft_model_new();
    votes = small_model_ask(&model->memory, "欠薪", FT_RECALL_SKIP_NONE);
    assert_float_equal(votes.nearest, 0, 1e-6);
    ft_recall_votes_finish(&votes);
    fatiao_model_free(model);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_recall__lets_near_questions_vote_on_each_level),
        cmocka_unit_test(test_recall__passes_a_question_over),
        cmocka_unit_test(test_recall__is_silent_about_what_it_does_not_know),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
