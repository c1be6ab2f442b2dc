/* A model and its bytes. */
#include "small_model.h"

#include <string.h>

static void
test_model__is_read_back_as_it_was(void **state)
{
    (void)state;
    fatiao_model *model = small_model_make();
    size_t byte_count;
    const void *bytes = fatiao_model_bytes(model, &byte_count);
    fatiao_model *read;
    assert_int_equal(fatiao_model_parse(bytes, byte_count, &read, NULL),
                     FATIAO_OK);
    const ft_recall_statute *statute = ft_array_at(&read->memory.statutes, 0);
    assert_string_equal(statute->id, "labour");
    assert_int_equal(statute->digest.bytes[0], 7);
    const ft_recall_article *article = ft_array_at(&read->memory.articles, 2);
    assert_int_equal(article->division, 1);
    assert_int_equal(article->place, 20);
    assert_int_equal(read->memory.questions.count, 3);
    const ft_tree *tree = ft_array_at(&read->trees, 0);
    assert_int_equal(tree->splits[3].feature, 2);
    assert_float_equal(tree->splits[3].limit, 0.5, 1e-9);
    assert_float_equal(tree->leaves[5], -1.25, 1e-9);
    assert_int_equal(read->hash, model->hash);
    ft_recall_votes votes =
        small_model_ask(&read->memory, "辞退", FT_RECALL_SKIP_NONE);
    assert_float_equal(small_model_value(&votes.articles.votes, 2), 1, 1e-6);
    ft_recall_votes_finish(&votes);
    size_t again_count;
    const void *again = fatiao_model_bytes(read, &again_count);
    assert_int_equal(again_count, byte_count);
    assert_memory_equal(again, bytes, byte_count);
    fatiao_model_free(read);
    fatiao_model_free(model);
}

static void
assert_refused(const char *bytes, size_t byte_count)
{
    fatiao_model *read;
    fatiao_error error;
    const fatiao_status status =
        fatiao_model_parse(bytes, byte_count, &read, &error);
    assert_true(status == FATIAO_ERR_FORMAT || status == FATIAO_ERR_CORRUPT);
    assert_null(read);
    assert_true(error.message[0] != '\0');
}

static void
test_model__is_refused_with_any_byte_changed_or_cut_off(void **state)
{
    (void)state;
    fatiao_model *model = small_model_make();
    size_t byte_count;
    const void *whole = fatiao_model_bytes(model, &byte_count);
    char *bytes = malloc(byte_count + 1);
    assert_non_null(bytes);
    memcpy(bytes, whole, byte_count);
    bytes[byte_count] = 0;
    for (size_t i = 0; i < byte_count; i++) {
        bytes[i] ^= 0x10;
        assert_refused(bytes, byte_count);
        bytes[i] ^= 0x10;
        assert_refused(bytes, i);
    }
    assert_refused(bytes, byte_count + 1);
    free(bytes);
    fatiao_model_free(model);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_model__is_read_back_as_it_was),
        cmocka_unit_test(
            test_model__is_refused_with_any_byte_changed_or_cut_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
