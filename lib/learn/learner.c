/* Gathering answered questions, and making a model of them. */
#include "learn/learner.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "learn/lesson.h"
#include "learn/recollection.h"
#include "model/model.h"

enum { QUESTIONS_MAX = 1000000 };

fatiao_status
fatiao_learner_open(fatiao_searcher *searcher, fatiao_learner **out,
                    fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL)
        return ft_error_argument(error, "searcher is NULL");
    fatiao_learner *learner = calloc(1, sizeof(*learner));
    if (learner == NULL)
        return ft_error_memory(error);
    learner->searcher = searcher;
    learner->statutes.item_size = sizeof(ft_learner_statute *);
    learner->questions.item_size = sizeof(ft_learner_question);
    learner->answers.item_size = sizeof(ft_learner_answer);
    learner->terms.item_size = sizeof(ft_learner_term);
    *out = learner;
    return FATIAO_OK;
}

static void
statute_finish(ft_learner_statute *statute)
{
    ft_array_finish(&statute->fragments);
    ft_array_finish(&statute->divisions);
}

void
fatiao_learner_close(fatiao_learner *learner)
{
    if (learner == NULL)
        return;
    ft_learner_statute **statutes = learner->statutes.items;
    for (size_t i = 0; i < learner->statutes.count; i++)
        statute_finish(statutes[i]);
    ft_array_finish(&learner->statutes);
    ft_array_finish(&learner->questions);
    ft_array_finish(&learner->answers);
    ft_array_finish(&learner->terms);
    ft_arena_finish(&learner->arena);
    free(learner);
}

/* ---------------------------------------------------------------- statutes */

/* A statute being read from the index. */
typedef struct statute_reading {
    const char *id;
    ft_arena *arena;
    ft_learner_statute statute;
} statute_reading;

/* Adds an article: its fragment, and its division, which it shares with the one
 * before if it has the same `heading` above it. */
static fatiao_status
add_article(statute_reading *r, uint32_t document, fatiao_searcher *searcher,
            ft_strbuf *heading, fatiao_error *error)
{
    ft_arena arena = {0};
    ft_article_record record;
    ft_learner_statute *s = &r->statute;
    const uint32_t place = (uint32_t)s->fragments.count;
    fatiao_status status = ft_entry_read_article(searcher->engine, document,
                                                 &arena, &record, error);
    if (status != FATIAO_OK)
        goto done;
    const char **fragment = ft_array_push(&s->fragments);
    uint32_t *division = ft_array_push(&s->divisions);
    if (fragment != NULL)
        *fragment =
            ft_arena_text(r->arena, record.fragment, strlen(record.fragment));
    if (fragment == NULL || *fragment == NULL || division == NULL) {
        status = ft_error_memory(error);
        goto done;
    }
    const bool is_same =
        place > 0 && strcmp(ft_strbuf_string(heading), record.heading) == 0;
    *division = is_same ? division[-1] : place;
    ft_strbuf_clear(heading);
    ft_strbuf_text(heading, record.heading);
    if (ft_strbuf_failed(heading))
        status = ft_error_memory(error);
done:
    ft_arena_finish(&arena);
    return status;
}

/* `context` is a statute_reading. */
static fatiao_status
read_statute(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    statute_reading *r = context;
    statute_finish(&r->statute);
    r->statute = (ft_learner_statute){.fragments.item_size = sizeof(char *),
                                      .divisions.item_size = sizeof(uint32_t)};
    ft_statute_record record;
    fatiao_status status = ft_entry_find_statute(searcher->engine, r->id,
                                                 r->arena, &record, error);
    if (status != FATIAO_OK)
        return status;
    r->statute.id = record.id;
    r->statute.digest = record.digest;
    ft_array documents = {.item_size = sizeof(uint32_t)};
    ft_strbuf heading = {0};
    status =
        ft_entry_list_documents(searcher->engine, r->id, &documents, error);
    const uint32_t *all = documents.items;
    for (size_t i = 1; status == FATIAO_OK && i < documents.count; i++)
        status = add_article(r, all[i], searcher, &heading, error);
    ft_array_finish(&documents);
    ft_strbuf_finish(&heading);
    return status;
}

/* Where a statute is among those read, or should be. */
static size_t
statute_index(const fatiao_learner *learner, const char *id)
{
    ft_learner_statute *const *all = learner->statutes.items;
    size_t low = 0;
    size_t high = learner->statutes.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (strcmp(all[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static fatiao_status
keep_statute(fatiao_learner *learner, size_t at,
             const ft_learner_statute *statute, fatiao_error *error)
{
    ft_learner_statute *kept = ft_arena_alloc(&learner->arena, sizeof(*kept));
    if (kept == NULL || ft_array_push(&learner->statutes) == NULL)
        return ft_error_memory(error);
    *kept = *statute;
    ft_learner_statute **all = learner->statutes.items;
    memmove(all + at + 1, all + at,
            (learner->statutes.count - 1 - at) * sizeof(*all));
    all[at] = kept;
    return FATIAO_OK;
}

/* The statute with an id; NULL if the index has none. */
static fatiao_status
find_statute(fatiao_learner *learner, const char *id,
             const ft_learner_statute **out, fatiao_error *error)
{
    *out = NULL;
    const size_t at = statute_index(learner, id);
    ft_learner_statute *const *all = learner->statutes.items;
    if (at < learner->statutes.count && strcmp(all[at]->id, id) == 0) {
        *out = all[at];
        return FATIAO_OK;
    }
    statute_reading r = {.id = id, .arena = &learner->arena};
    fatiao_status status =
        ft_searcher_read(learner->searcher, read_statute, &r, error);
    if (status == FATIAO_OK)
        status = keep_statute(learner, at, &r.statute, error);
    if (status == FATIAO_OK) {
        *out = ((ft_learner_statute **)learner->statutes.items)[at];
        return FATIAO_OK;
    }
    statute_finish(&r.statute);
    if (status != FATIAO_ERR_NOT_FOUND)
        return status;
    ft_error_clear(error);
    return FATIAO_OK;
}

/* ----------------------------------------------------------------- answers */

/* The place of the article that `fragment` names, or a clause of which it
 * names; UINT32_MAX if there is none. */
static uint32_t
find_place(const ft_learner_statute *statute, const char *fragment)
{
    const char *const *all = statute->fragments.items;
    for (size_t length = strlen(fragment); length > 0; length--) {
        if (fragment[length] != '\0' && fragment[length] != '.')
            continue;
        for (size_t i = 0; i < statute->fragments.count; i++)
            if (strncmp(all[i], fragment, length) == 0 &&
                all[i][length] == '\0')
                return (uint32_t)i;
    }
    return UINT32_MAX;
}

/* Whether the last question has this answer already. */
static bool
has_answer(const fatiao_learner *learner, const ft_learner_question *question,
           const ft_learner_answer *answer)
{
    const ft_learner_answer *all = learner->answers.items;
    for (size_t i = question->answer_first; i < learner->answers.count; i++)
        if (all[i].statute == answer->statute && all[i].place == answer->place)
            return true;
    return false;
}

/* Adds an answer of the question, if the index has it. */
static fatiao_status
add_answer(fatiao_learner *learner, ft_learner_question *question,
           const char *id, fatiao_error *error)
{
    const char *mark = strrchr(id, '#');
    if (mark == NULL)
        return FATIAO_OK;
    char *statute_id = strndup(id, (size_t)(mark - id));
    if (statute_id == NULL)
        return ft_error_memory(error);
    ft_learner_answer answer = {NULL, UINT32_MAX};
    const fatiao_status status =
        find_statute(learner, statute_id, &answer.statute, error);
    free(statute_id);
    if (status == FATIAO_OK && answer.statute != NULL)
        answer.place = find_place(answer.statute, mark + 1);
    if (answer.place == UINT32_MAX || has_answer(learner, question, &answer))
        return status;
    ft_learner_answer *added = ft_array_push(&learner->answers);
    if (added == NULL)
        return ft_error_memory(error);
    *added = answer;
    question->answer_count++;
    return FATIAO_OK;
}

/* --------------------------------------------------------------- questions */

/* Adds the terms of a question, which is number `number`. */
static fatiao_status
add_terms(fatiao_learner *learner, ft_learner_question *question,
          const fatiao_query *query, uint32_t number, fatiao_error *error)
{
    const ft_query_term *all = query->terms.items;
    for (size_t i = 0; i < query->terms.count; i++) {
        const uint64_t hash = ft_recall_hash(&all[i]);
        if (hash == 0)
            continue;
        ft_learner_term *term = ft_array_push(&learner->terms);
        if (term == NULL)
            return ft_error_memory(error);
        *term = (ft_learner_term){hash, number, all[i].frequency};
        question->length += all[i].frequency;
    }
    return FATIAO_OK;
}

static fatiao_status
add_question(fatiao_learner *learner, const char *text,
             const fatiao_query *query, const char *const *answer_ids,
             size_t answer_count, fatiao_error *error)
{
    ft_learner_question question = {
        .text = ft_arena_text(&learner->arena, text, strlen(text)),
        .answer_first = (uint32_t)learner->answers.count};
    fatiao_status status =
        question.text == NULL ? ft_error_memory(error) : FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < answer_count; i++)
        status = add_answer(learner, &question, answer_ids[i], error);
    if (status == FATIAO_OK && question.answer_count == 0)
        return ft_error_set(error, FATIAO_ERR_NOT_FOUND,
                            "the index has none of the question's answers");
    if (status == FATIAO_OK)
        status = add_terms(learner, &question, query,
                           (uint32_t)learner->questions.count, error);
    if (status != FATIAO_OK)
        return status;
    ft_learner_question *added = ft_array_push(&learner->questions);
    if (added == NULL)
        return ft_error_memory(error);
    *added = question;
    return FATIAO_OK;
}

fatiao_status
fatiao_learner_put(fatiao_learner *learner, const char *question,
                   const char *const *answer_ids, size_t answer_count,
                   fatiao_error *error)
{
    ft_error_clear(error);
    if (learner == NULL || question == NULL ||
        (answer_ids == NULL && answer_count > 0))
        return ft_error_argument(error, "learner, question or ids are NULL");
    if (learner->questions.count >= QUESTIONS_MAX)
        return ft_error_set(error, FATIAO_ERR_LIMIT,
                            "there are more than %d questions", QUESTIONS_MAX);
    const size_t answers_before = learner->answers.count;
    const size_t terms_before = learner->terms.count;
    fatiao_query *query = NULL;
    fatiao_status status = fatiao_query_parse(question, NULL, &query, error);
    if (status == FATIAO_OK)
        status = add_question(learner, question, query, answer_ids,
                              answer_count, error);
    fatiao_query_free(query);
    if (status != FATIAO_OK) {
        learner->answers.count = answers_before;
        learner->terms.count = terms_before;
    }
    return status;
}

fatiao_status
fatiao_learner_train(fatiao_learner *learner, fatiao_model **out,
                     fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (learner == NULL)
        return ft_error_argument(error, "learner is NULL");
    if (learner->questions.count == 0)
        return ft_error_set(error, FATIAO_ERR_NOT_FOUND,
                            "there are no questions to learn from");
    fatiao_model *model = ft_model_new();
    if (model == NULL)
        return ft_error_memory(error);
    fatiao_status status = ft_recollection_make(learner, &model->memory, error);
    if (status == FATIAO_OK)
        status = ft_lesson_learn(learner, model, error);
    if (status == FATIAO_OK)
        status = ft_model_seal(model, error);
    if (status == FATIAO_OK)
        *out = model;
    else
        fatiao_model_free(model);
    return status;
}
