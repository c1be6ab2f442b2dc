/* Learning from answered questions through the public header. */
#include "library.h"

#include <math.h>

/* Twelve articles about twelve things, each asked about in words that it does
 * not have but for 规定, which all have. */
enum { THINGS = 12, ASKED = 10 };
static const char *const written[THINGS] = {
    "甲种抵押物", "乙类保证金", "丙级许可证", "丁号登记簿",
    "戊年检测费", "己方违约金", "庚字营生簿", "辛区管理局",
    "壬日公告栏", "癸组评审会", "子项补偿款", "丑时值班室"};
static const char *const asked[THINGS] = {
    "阿猫想拿老屋子去换一笔钱周转", "搬走时房东扣着那笔钱不给我",
    "巷口卖煎饼是不是得先办张纸",   "外公那套院子想写到我名下来",
    "小面包每到冬天都要开去看一遍", "对门答应好的货拖了又拖不送",
    "一个月赚八千块要交多少给国家", "楼下天天打桩到底找谁去吵架",
    "街口那张大白纸多久才撕下来",   "请来的老先生怎么给方案打分",
    "推倒我家祖屋以后能拿几套房子", "半夜三更打过去有没有活人接"};
static const char *const endings[ASKED] = {
    "有规定吗",     "怎么规定的",   "规定是什么", "规定在哪里", "请问规定",
    "想问一下规定", "有没有新规定", "规定多久",   "规定谁定的", "按什么规定"};

typedef struct school {
    char *folder;
    char *index;
    fatiao_searcher *searcher;
} school;

static void
make_index(const char *folder, const char *id)
{
    char text[4096] = "# 示范条例\n\n";
    for (int i = 0; i < THINGS; i++) {
        char line[256];
        snprintf(line, sizeof(line), "第%d条 %s的规定由人民政府制定。\n\n",
                 i + 1, written[i]);
        strcat(text, line);
    }
    fatiao_writer *writer;
    fatiao_error error;
    if (fatiao_writer_open(folder, &writer, &error))
        fail_msg("%s", error.message);
    library_put(writer, id, text);
    library_commit(writer);
    fatiao_writer_close(writer);
}

static int
set_up(void **state)
{
    school *s = calloc(1, sizeof(*s));
    s->folder = folder_make();
    s->index = folder_path(s->folder, "index");
    make_index(s->index, "law");
    s->searcher = library_open(s->index);
    *state = s;
    return 0;
}

static int
tear_down(void **state)
{
    school *s = *state;
    fatiao_searcher_close(s->searcher);
    free(s->index);
    folder_finish(s->folder);
    free(s);
    return 0;
}

/* A model of all questions but each thing's last. */
static fatiao_model *
learn(fatiao_searcher *searcher)
{
    fatiao_learner *learner;
    fatiao_model *model;
    fatiao_error error;
    assert_int_equal(fatiao_learner_open(searcher, &learner, &error),
                     FATIAO_OK);
    for (int k = 0; k < ASKED - 1; k++)
        for (int i = 0; i < THINGS; i++) {
            char question[256];
            char id[32];
            snprintf(question, sizeof(question), "%s%s", asked[i], endings[k]);
            snprintf(id, sizeof(id), "law#%d", i + 1);
            const char *const ids[] = {"nowhere#1", id};
            if (fatiao_learner_put(learner, question, ids, 2, &error))
                fail_msg("%s: %s", question, error.message);
        }
    if (fatiao_learner_train(learner, &model, &error))
        fail_msg("%s", error.message);
    fatiao_learner_close(learner);
    return model;
}

static fatiao_hits *
search(fatiao_searcher *searcher, const char *question,
       const fatiao_model *model)
{
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.model = model;
    fatiao_query *query;
    fatiao_hits *hits = NULL;
    fatiao_error error;
    if (fatiao_query_parse(question, NULL, &query, &error) ||
        fatiao_searcher_search(searcher, query, &options, &hits, &error))
        fail_msg("%s: %s", question, error.message);
    fatiao_query_free(query);
    return hits;
}

/* How many of the things' last questions have their article first. */
static int
count_right(fatiao_searcher *searcher, const fatiao_model *model)
{
    int right = 0;
    for (int i = 0; i < THINGS; i++) {
        char question[256];
        char id[32];
        snprintf(question, sizeof(question), "%s%s", asked[i],
                 endings[ASKED - 1]);
        snprintf(id, sizeof(id), "law#%d", i + 1);
        fatiao_hits *hits = search(searcher, question, model);
        assert_true(fatiao_hits_count(hits) > 0);
        right += strcmp(fatiao_hits_at(hits, 0)->id, id) == 0;
        fatiao_hits_free(hits);
    }
    return right;
}

static void
test_learn__answers_as_like_questions_were_answered(void **state)
{
    school *s = *state;
    fatiao_model *model = learn(s->searcher);
    assert_true(count_right(s->searcher, NULL) <= 2);
    assert_true(count_right(s->searcher, model) >= 10);
    fatiao_model_free(model);
}

static void
test_learn__makes_the_same_bytes_again_and_reads_them(void **state)
{
    school *s = *state;
    fatiao_model *model = learn(s->searcher);
    fatiao_model *again = learn(s->searcher);
    size_t count;
    size_t again_count;
    const void *bytes = fatiao_model_bytes(model, &count);
    assert_memory_equal(bytes, fatiao_model_bytes(again, &again_count), count);
    assert_int_equal(count, again_count);
    fatiao_model_free(again);
    assert_int_equal(fatiao_model_parse(bytes, count, &again, NULL), FATIAO_OK);
    assert_true(count_right(s->searcher, again) >= 10);
    fatiao_model_free(again);
    fatiao_model_free(model);
}

static void
assert_same_hits(fatiao_searcher *searcher, const char *question,
                 const fatiao_model *model)
{
    fatiao_hits *without = search(searcher, question, NULL);
    fatiao_hits *with = search(searcher, question, model);
    const size_t count = fatiao_hits_count(without);
    assert_int_equal(fatiao_hits_count(with), count);
    for (size_t i = 0; i < count; i++) {
        const fatiao_hit *a = fatiao_hits_at(without, i);
        const fatiao_hit *b = fatiao_hits_at(with, i);
        assert_string_equal(a->id, b->id);
        assert_true(a->score == b->score);
    }
    fatiao_hits_free(without);
    fatiao_hits_free(with);
}

/* What an explanation says of a model; asserts that its shares make the
 * score. */
static double
explain_model(fatiao_searcher *searcher, const char *question, const char *id,
              const fatiao_model *model)
{
    fatiao_search_options options = FATIAO_SEARCH_OPTIONS;
    options.model = model;
    fatiao_query *query;
    fatiao_explanation *e = NULL;
    fatiao_error error;
    if (fatiao_query_parse(question, NULL, &query, &error) ||
        fatiao_searcher_explain(searcher, query, &options, id, &e, &error))
        fail_msg("%s: %s", question, error.message);
    double sum = 0;
    double advised = 0;
    for (size_t i = 0; i < e->feature_count; i++) {
        sum += e->features[i].share;
        if (strcmp(e->features[i].name, "model") == 0)
            advised = e->features[i].share;
    }
    assert_true(fabs(sum - e->hit->score) < 1e-6);
    fatiao_explanation_free(e);
    fatiao_query_free(query);
    return advised;
}

static void
test_learn__is_explained(void **state)
{
    school *s = *state;
    fatiao_model *model = learn(s->searcher);
    char question[256];
    snprintf(question, sizeof(question), "%s%s", asked[0], endings[0]);
    assert_true(explain_model(s->searcher, question, "law#1", model) >
                explain_model(s->searcher, question, "law#2", model));
    assert_true(explain_model(s->searcher, question, "law#1", NULL) == 0);
    assert_true(explain_model(s->searcher, "人民政府制定", "law#1", model) ==
                0);
    fatiao_model_free(model);
}

/* An article that answered a question is found by the like of it, even if it
 * has none of its words. */
static void
test_learn__finds_what_shares_no_word(void **state)
{
    school *s = *state;
    fatiao_model *model = learn(s->searcher);
    fatiao_hits *without = search(s->searcher, asked[0], NULL);
    fatiao_hits *with = search(s->searcher, asked[0], model);
    assert_int_equal(fatiao_hits_count(without), 0);
    bool is_found = false;
    for (size_t i = 0; i < fatiao_hits_count(with); i++) {
        const fatiao_hit *hit = fatiao_hits_at(with, i);
        assert_true(hit->is_advised);
        assert_int_equal(hit->clause_count, 0);
        is_found |= strcmp(hit->id, "law#1") == 0;
    }
    assert_true(is_found);
    fatiao_hits_free(without);
    fatiao_hits_free(with);
    fatiao_model_free(model);
}

/* In an index that has the words but not the statute, or not its wording, and
 * for a question that is like none before. */
static void
test_learn__is_silent_where_it_knows_nothing(void **state)
{
    school *s = *state;
    fatiao_model *model = learn(s->searcher);
    assert_same_hits(s->searcher, "人民政府制定", model);
    char *path = folder_path(s->folder, "other");
    make_index(path, "other-law");
    fatiao_searcher *other = library_open(path);
    for (int i = 0; i < THINGS; i++) {
        char question[256];
        snprintf(question, sizeof(question), "%s%s", asked[i], endings[0]);
        assert_same_hits(other, question, model);
    }
    fatiao_searcher_close(other);
    free(path);
    fatiao_model_free(model);
}

static void
test_learn__refuses_what_teaches_nothing(void **state)
{
    school *s = *state;
    fatiao_learner *learner;
    fatiao_model *model;
    fatiao_error error;
    const char *const ids[] = {"law#99", "law", "#1", "law#1.1"};
    assert_int_equal(fatiao_learner_open(s->searcher, &learner, &error),
                     FATIAO_OK);
    assert_int_equal(fatiao_learner_put(learner, "问", ids, 3, &error),
                     FATIAO_ERR_NOT_FOUND);
    assert_int_equal(fatiao_learner_train(learner, &model, &error),
                     FATIAO_ERR_NOT_FOUND);
    assert_null(model);
    assert_int_equal(fatiao_learner_put(learner, "", ids, 4, &error),
                     FATIAO_ERR_SYNTAX);
    assert_int_equal(fatiao_learner_put(learner, NULL, ids, 4, &error),
                     FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_learner_put(learner, "问", NULL, 1, &error),
                     FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_learner_put(learner, "问", ids, 4, &error),
                     FATIAO_OK);
    assert_int_equal(fatiao_learner_train(learner, &model, &error), FATIAO_OK);
    fatiao_model_free(model);
    fatiao_learner_close(learner);
    fatiao_learner_close(NULL);
    fatiao_model_free(NULL);
    assert_int_equal(fatiao_learner_open(NULL, &learner, &error),
                     FATIAO_ERR_ARGUMENT);
    assert_int_equal(fatiao_model_parse("fatiao", 6, &model, &error),
                     FATIAO_ERR_FORMAT);
    assert_int_equal(fatiao_model_parse(NULL, 0, &model, &error),
                     FATIAO_ERR_ARGUMENT);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            test_learn__answers_as_like_questions_were_answered, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(
            test_learn__makes_the_same_bytes_again_and_reads_them, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(test_learn__is_explained, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_learn__finds_what_shares_no_word,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_learn__is_silent_where_it_knows_nothing, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_learn__refuses_what_teaches_nothing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
