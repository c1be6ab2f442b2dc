/* Asking each question of a model's memory, and growing trees from the rows. */
#include "learn/lesson.h"

#include "base/error.h"
#include "learn/boost.h"
#include "model/signal.h"
#include "search/ordering.h"

/* Fewer groups of rows than this teach nothing; of more questions than the
 * most, as many are taken, evenly. */
enum { GROUPS_LEAST = 100, GROUPS_MOST = 5000 };

/* Of a question's candidates the first are all taken, and of the others one in
 * some: there are many, and they teach little. */
enum { ROWS_ALL = 60, ROWS_STEP = 4 };

static const ft_boost_options options = {.tree_count = 200,
                                         .rate = 0.07,
                                         .penalty = 4,
                                         .leaf_rows = 25,
                                         .share = 0.3,
                                         .seed = 1};

/* What is being learned from. */
typedef struct lesson {
    const fatiao_learner *learner;
    const fatiao_model *model;
    uint32_t question;   /* the one being asked */
    fatiao_query *query; /* its terms */
    ft_array rows;       /* of float, FT_SIGNAL_COUNT for each row */
    ft_array grades;     /* of uint8_t, for each row */
    ft_array group_ends; /* of uint32_t */
} lesson;

/* Whether a document is an answer of the question. */
static bool
is_answer(const lesson *l, const ft_advice *advice, uint32_t document)
{
    const uint32_t article =
        ft_bound_place_find(&advice->binding->articles, document);
    const ft_recall *memory = &l->model->memory;
    const ft_recall_question *question =
        ft_array_at(&memory->questions, l->question);
    const uint32_t *answers = memory->answers.items;
    for (uint32_t i = 0; i < question->answer_count; i++)
        if (answers[question->answer_first + i] == article)
            return true;
    return false;
}

/* Takes over the rows of a question, `rows` in the order of `candidates`. */
static fatiao_status
take_rows(lesson *l, const ft_advice *advice, const ft_array *candidates,
          const ft_array *rows, fatiao_error *error)
{
    const ft_candidate *all = candidates->items;
    const float *from = rows->items;
    for (size_t i = 0; i < candidates->count; i++) {
        if (i >= ROWS_ALL && i % ROWS_STEP != 0)
            continue;
        uint8_t *grade = ft_array_push(&l->grades);
        if (grade == NULL)
            return ft_error_memory(error);
        *grade = is_answer(l, advice, all[i].id);
        for (size_t k = 0; k < FT_SIGNAL_COUNT; k++) {
            float *value = ft_array_push(&l->rows);
            if (value == NULL)
                return ft_error_memory(error);
            *value = from[i * FT_SIGNAL_COUNT + k];
        }
    }
    uint32_t *end = ft_array_push(&l->group_ends);
    if (end == NULL)
        return ft_error_memory(error);
    *end = (uint32_t)l->grades.count;
    return FATIAO_OK;
}

/* What one question is asked with. */
typedef struct trial {
    ft_plan plan;
    ft_matcher matcher;
    ft_array candidates;
    ft_array rows;
} trial;

static void
trial_finish(trial *t)
{
    ft_plan_finish(&t->plan);
    ft_matcher_finish(&t->matcher);
    ft_array_finish(&t->candidates);
    ft_array_finish(&t->rows);
}

static fatiao_status
ask_with(fatiao_searcher *searcher, lesson *l, const ft_advice *advice,
         fatiao_error *error)
{
    trial t = {.candidates.item_size = sizeof(ft_candidate),
               .rows.item_size = sizeof(float)};
    const ft_ordering ordering = {searcher, &t.plan, &t.matcher, advice,
                                  &t.candidates};
    fatiao_status status = ft_plan_make(&t.plan, searcher, l->query, error);
    if (status == FATIAO_OK)
        status = ft_matcher_init(&t.matcher, l->query, error);
    if (status == FATIAO_OK)
        status = ft_candidates_find(searcher, &t.plan, NULL, advice,
                                    searcher->ranking->candidates,
                                    &t.candidates, error);
    if (status == FATIAO_OK)
        status = ft_ordering_rows(&ordering, &t.rows, error);
    if (status == FATIAO_OK)
        status = take_rows(l, advice, &t.candidates, &t.rows, error);
    trial_finish(&t);
    return status;
}

/* Asks the question at hand. `context` is a lesson. */
static fatiao_status
ask(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    lesson *l = context;
    ft_advice advice;
    fatiao_status status = ft_advice_ask(&advice, searcher, l->model, l->query,
                                         l->question, error);
    if (status == FATIAO_OK && !advice.is_silent)
        status = ask_with(searcher, l, &advice, error);
    ft_advice_finish(&advice);
    return status;
}

static fatiao_status
ask_all(lesson *l, fatiao_error *error)
{
    const ft_learner_question *questions = l->learner->questions.items;
    const size_t count = l->learner->questions.count;
    const size_t step = (count + GROUPS_MOST - 1) / GROUPS_MOST;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < count; i += step) {
        l->question = (uint32_t)i;
        status = fatiao_query_parse(questions[i].text, NULL, &l->query, error);
        if (status == FATIAO_OK)
            status = ft_searcher_read(l->learner->searcher, ask, l, error);
        fatiao_query_free(l->query);
        l->query = NULL;
    }
    return status;
}

static fatiao_status
grow(const lesson *l, ft_array *trees, fatiao_error *error)
{
    const ft_boost_rows rows = {.features = l->rows.items,
                                .feature_count = FT_SIGNAL_COUNT,
                                .count = l->grades.count,
                                .grades = l->grades.items,
                                .group_ends = l->group_ends.items,
                                .group_count = l->group_ends.count};
    return ft_boost_grow(&rows, &options, trees, error);
}

fatiao_status
ft_lesson_learn(fatiao_learner *learner, fatiao_model *model,
                fatiao_error *error)
{
    lesson l = {.learner = learner,
                .model = model,
                .rows.item_size = sizeof(float),
                .grades.item_size = sizeof(uint8_t),
                .group_ends.item_size = sizeof(uint32_t)};
    /* A hash that no other model has is not known before it is whole. */
    ft_binding_finish(&learner->searcher->binding);
    fatiao_status status = ask_all(&l, error);
    ft_binding_finish(&learner->searcher->binding);
    if (status == FATIAO_OK && l.group_ends.count >= GROUPS_LEAST)
        status = grow(&l, &model->trees, error);
    ft_array_finish(&l.rows);
    ft_array_finish(&l.grades);
    ft_array_finish(&l.group_ends);
    return status;
}
