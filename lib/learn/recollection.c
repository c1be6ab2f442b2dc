/* Numbering statutes, divisions and articles, each in the order of ids and
 * places, so that the same questions make the same memory in any index. */
#include "learn/recollection.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* An answer, and where in the learner it stands. */
typedef struct sorted_answer {
    const ft_learner_statute *statute;
    uint32_t place;
    uint32_t at;
} sorted_answer;

static int
compare_answers(const void *left, const void *right)
{
    const sorted_answer *a = left;
    const sorted_answer *b = right;
    const int order = strcmp(a->statute->id, b->statute->id);
    if (order != 0)
        return order;
    if (a->place != b->place)
        return a->place < b->place ? -1 : 1;
    return a->at < b->at ? -1 : a->at > b->at;
}

static fatiao_status
add_statute(const ft_learner_statute *statute, ft_recall *memory,
            fatiao_error *error)
{
    ft_recall_statute *added = ft_array_push(&memory->statutes);
    if (added == NULL)
        return ft_error_memory(error);
    added->digest = statute->digest;
    added->id = ft_arena_text(&memory->arena, statute->id, strlen(statute->id));
    return added->id == NULL ? ft_error_memory(error) : FATIAO_OK;
}

/* The place of the first article below the heading of an answer. */
static uint32_t
division_first(const sorted_answer *answer)
{
    const uint32_t *all = answer->statute->divisions.items;
    return all[answer->place];
}

/* Numbers the article of an answer, `before` being the answer before it. */
static fatiao_status
add_article(const sorted_answer *answer, const sorted_answer *before,
            ft_recall *memory, fatiao_error *error)
{
    const bool is_new_statute =
        before == NULL || before->statute != answer->statute;
    if (!is_new_statute && before->place == answer->place)
        return FATIAO_OK;
    if (is_new_statute) {
        const fatiao_status status =
            add_statute(answer->statute, memory, error);
        if (status != FATIAO_OK)
            return status;
    }
    if (is_new_statute || division_first(before) != division_first(answer)) {
        uint32_t *division = ft_array_push(&memory->divisions);
        if (division == NULL)
            return ft_error_memory(error);
        *division = (uint32_t)memory->statutes.count - 1;
    }
    ft_recall_article *article = ft_array_push(&memory->articles);
    if (article == NULL)
        return ft_error_memory(error);
    article->division = (uint32_t)memory->divisions.count - 1;
    article->place = answer->place;
    return FATIAO_OK;
}

static fatiao_status
add_articles(const fatiao_learner *learner, ft_recall *memory,
             fatiao_error *error)
{
    const size_t count = learner->answers.count;
    const ft_learner_answer *answers = learner->answers.items;
    sorted_answer *sorted = malloc((count + 1) * sizeof(*sorted));
    if (sorted == NULL || !ft_array_resize(&memory->answers, count)) {
        free(sorted);
        return ft_error_memory(error);
    }
    for (size_t i = 0; i < count; i++)
        sorted[i] =
            (sorted_answer){answers[i].statute, answers[i].place, (uint32_t)i};
    qsort(sorted, count, sizeof(*sorted), compare_answers);
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < count; i++) {
        status = add_article(&sorted[i], i == 0 ? NULL : &sorted[i - 1], memory,
                             error);
        ((uint32_t *)memory->answers.items)[sorted[i].at] =
            (uint32_t)memory->articles.count - 1;
    }
    free(sorted);
    return status;
}

static int
compare_terms(const void *left, const void *right)
{
    const ft_learner_term *a = left;
    const ft_learner_term *b = right;
    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return a->question < b->question ? -1 : a->question > b->question;
}

static fatiao_status
add_terms(fatiao_learner *learner, ft_recall *memory, fatiao_error *error)
{
    ft_learner_term *all = learner->terms.items;
    const size_t count = learner->terms.count;
    if (count > 1)
        qsort(all, count, sizeof(*all), compare_terms);
    ft_recall_term *term = NULL;
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || all[i].hash != all[i - 1].hash) {
            term = ft_array_push(&memory->terms);
            if (term == NULL)
                return ft_error_memory(error);
            term->hash = all[i].hash;
            term->posting_first = (uint32_t)memory->postings.count;
        }
        if (i > 0 && compare_terms(&all[i - 1], &all[i]) == 0)
            continue; /* two terms of a question with one hash */
        ft_recall_posting *posting = ft_array_push(&memory->postings);
        if (posting == NULL)
            return ft_error_memory(error);
        *posting = (ft_recall_posting){all[i].question, all[i].frequency};
        term->posting_count++;
    }
    return FATIAO_OK;
}

fatiao_status
ft_recollection_make(fatiao_learner *learner, ft_recall *memory,
                     fatiao_error *error)
{
    const ft_learner_question *questions = learner->questions.items;
    fatiao_status status = add_articles(learner, memory, error);
    for (size_t i = 0; status == FATIAO_OK && i < learner->questions.count;
         i++) {
        ft_recall_question *question = ft_array_push(&memory->questions);
        if (question == NULL)
            return ft_error_memory(error);
        question->length = questions[i].length;
        question->answer_first = questions[i].answer_first;
        question->answer_count = questions[i].answer_count;
    }
    return status == FATIAO_OK ? add_terms(learner, memory, error) : status;
}
