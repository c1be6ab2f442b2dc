/* A small model made by hand, and questions to what it remembers. */
#ifndef FT_TESTS_SMALL_MODEL_H
#define FT_TESTS_SMALL_MODEL_H

#include "unit.h"

#include <stdlib.h>

#include "model/model.h"

static inline void
small_model_push_number(ft_array *array, uint32_t number)
{
    uint32_t *item = ft_array_push(array);
    assert_non_null(item);
    *item = number;
}

static inline void
small_model_push_question(ft_recall *memory, uint32_t length, uint32_t answer)
{
    ft_recall_question *question = ft_array_push(&memory->questions);
    assert_non_null(question);
    *question =
        (ft_recall_question){length, (uint32_t)memory->answers.count, 1};
    small_model_push_number(&memory->answers, answer);
}

static inline int
small_model_compare_terms(const void *left, const void *right)
{
    const ft_recall_term *a = left;
    const ft_recall_term *b = right;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

/* Lets the words and pairs of `text` stand once in each of `count` questions
 * from the first on. */
static inline void
small_model_push_terms(ft_recall *memory, const char *text, uint32_t first,
                       uint32_t count)
{
    fatiao_query *query;
    const fatiao_query_options options = {sizeof(options), NULL, true};
    assert_int_equal(fatiao_query_parse(text, &options, &query, NULL),
                     FATIAO_OK);
    const ft_query_term *all = query->terms.items;
    for (size_t i = 0; i < query->terms.count; i++) {
        ft_recall_term *term = ft_array_push(&memory->terms);
        assert_non_null(term);
        term->hash = ft_recall_hash(&all[i]);
        term->posting_first = (uint32_t)memory->postings.count;
        term->posting_count = count;
        for (uint32_t k = 0; k < count; k++) {
            ft_recall_posting *posting = ft_array_push(&memory->postings);
            assert_non_null(posting);
            *posting = (ft_recall_posting){first + k, 1};
        }
    }
    fatiao_query_free(query);
    qsort(memory->terms.items, memory->terms.count, sizeof(ft_recall_term),
          small_model_compare_terms);
}

/* One statute with two divisions and three articles, and three questions:
 *
 *     0  欠薪  answered by article 0, in division 0
 *     1  欠薪  answered by article 1, in division 0
 *     2  辞退  answered by article 2, in division 1 */
static inline fatiao_model *
small_model_make(void)
{
    fatiao_model *model = ft_model_new();
    assert_non_null(model);
    ft_recall *memory = &model->memory;
    ft_recall_statute *statute = ft_array_push(&memory->statutes);
    assert_non_null(statute);
    statute->id = "labour";
    statute->digest.bytes[0] = 7;
    small_model_push_number(&memory->divisions, 0);
    small_model_push_number(&memory->divisions, 0);
    for (uint32_t i = 0; i < 3; i++) {
        ft_recall_article *article = ft_array_push(&memory->articles);
        assert_non_null(article);
        *article = (ft_recall_article){i / 2, 10 * i};
        small_model_push_question(memory, 4, i);
    }
    small_model_push_terms(memory, "欠薪", 0, 2);
    small_model_push_terms(memory, "辞退", 2, 1);
    ft_tree *tree = ft_array_push(&model->trees);
    assert_non_null(tree);
    tree->splits[3] = (ft_split){2, 0.5F};
    tree->leaves[5] = -1.25F;
    assert_int_equal(ft_model_seal(model, NULL), FATIAO_OK);
    return model;
}

static inline ft_recall_votes
small_model_ask(const ft_recall *memory, const char *text, uint32_t skipped)
{
    fatiao_query *query;
    ft_recall_votes votes;
    assert_int_equal(fatiao_query_parse(text, NULL, &query, NULL), FATIAO_OK);
    assert_int_equal(ft_recall_ask(memory, query, skipped, &votes, NULL),
                     FATIAO_OK);
    fatiao_query_free(query);
    return votes;
}

static inline float
small_model_value(const ft_array *values, size_t index)
{
    return *(const float *)ft_array_at(values, index);
}

#endif
