/* Impacts, out of the file and out of the database. */
#include "letters.h"

#include <stdio.h>

#include "index/impact.h"

/* Four documents; only terms with a prefix of the schema go into the file. */
static void
add_documents(ft_engine *engine)
{
    static const char *const terms[][3] = {{"W\1", "P\1", NULL},
                                           {"P\1", NULL},
                                           {"W\1", NULL},
                                           {"W\1", "P\1", "C\1"}};
    for (size_t i = 0; i < 4; i++) {
        ft_document *document;
        assert_int_equal(ft_document_new(&document, NULL), FATIAO_OK);
        for (size_t k = 0; k < 3 && terms[i][k] != NULL; k++)
            assert_int_equal(
                ft_document_term(document, terms[i][k], 2, 1, NULL), FATIAO_OK);
        assert_int_equal(ft_engine_add(engine, document, NULL), FATIAO_OK);
        ft_document_free(document);
    }
    commit(engine);
}

/* "id:impact " for each document of a term. */
static const char *
listed(const ft_impact_list *list)
{
    static char text[512];
    text[0] = '\0';
    const ft_impact_block *blocks = list->blocks.items;
    for (size_t i = 0; i < list->blocks.count; i++)
        for (uint32_t k = 0; k < blocks[i].count; k++)
            snprintf(text + strlen(text), sizeof(text) - strlen(text), "%u:%u ",
                     blocks[i].base + blocks[i].low[k], blocks[i].impacts[k]);
    return text;
}

static char *
read_term(const ft_impact_file *file, ft_engine *engine, const char *term)
{
    ft_engine_stamp stamp;
    assert_int_equal(ft_engine_read_stamp(engine, &stamp, NULL), FATIAO_OK);
    ft_impact_list list = ft_impact_list_new();
    assert_int_equal(
        ft_impact_list_read(&list, file, engine, stamp.last_id, term, 2, NULL),
        FATIAO_OK);
    char *text = strdup(listed(&list));
    ft_impact_list_finish(&list);
    return text;
}

static char *
impacts_path(void *state)
{
    return folder_path(state, "impacts");
}

/* Mean length (2+1+1+3)/4. A term that stands once in a document of length l is
 * worth 2.6 / (1 + 1.6 (0.25 + 0.75 l / 1.75)), 255 standing for 2.6: for l = 1
 * 122, for l = 2 92, for l = 3 74. */
static void
test_impact__is_bm25_in_a_byte(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    add_documents(engine);
    ft_impact_file none = {.average_length = 1.75};
    char *words = read_term(&none, engine, "W\1");
    assert_string_equal(words, "1:92 3:122 4:74 ");
    free(words);
    ft_engine_close(engine);
    free(path);
}

static void
test_impact__is_the_same_from_file_and_database(void **state)
{
    char *path = folder_path(*state, "db");
    char *file_path = impacts_path(*state);
    ft_engine *engine = open_writer(path);
    add_documents(engine);
    ft_impact_file none = {.average_length = 1.75};
    ft_impact_file file;
    assert_true(ft_impact_file_is_old(*state, engine));
    assert_int_equal(ft_impact_file_write(*state, engine, NULL), FATIAO_OK);
    assert_false(ft_impact_file_is_old(*state, engine));
    ft_impact_file_open(&file, *state, engine);
    assert_int_equal(file.last_id, 4);
    static const char *const terms[] = {"W\1", "P\1", "C\1", "X\1"};
    for (size_t i = 0; i < 4; i++) {
        char *there = read_term(&file, engine, terms[i]);
        char *here = read_term(&none, engine, terms[i]);
        assert_string_equal(there, here);
        free(there);
        free(here);
    }
    ft_impact_file_close(&file);
    ft_engine_close(engine);
    free(file_path);
    free(path);
}

/* What is added after the file was made is found beside it. */
static void
test_impact__adds_later_documents_to_the_file(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    add_documents(engine);
    assert_int_equal(ft_impact_file_write(*state, engine, NULL), FATIAO_OK);
    add_documents(engine);
    assert_true(ft_impact_file_is_old(*state, engine));
    ft_impact_file file;
    ft_impact_file_open(&file, *state, engine);
    char *words = read_term(&file, engine, "W\1");
    assert_string_equal(words, "1:92 3:122 4:74 5:92 7:122 8:74 ");
    free(words);
    ft_impact_file_close(&file);
    ft_engine_close(engine);
    free(path);
}

/* The file's last block and the first of what came later have one base. */
static void
test_impact__looks_up_and_intersects_later_documents_too(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    add_documents(engine);
    assert_int_equal(ft_impact_file_write(*state, engine, NULL), FATIAO_OK);
    add_documents(engine);
    ft_impact_file file;
    ft_impact_file_open(&file, *state, engine);
    ft_impact_list words = ft_impact_list_new();
    ft_impact_list pairs = ft_impact_list_new();
    assert_int_equal(
        ft_impact_list_read(&words, &file, engine, 8, "W\1", 2, NULL),
        FATIAO_OK);
    assert_int_equal(
        ft_impact_list_read(&pairs, &file, engine, 8, "P\1", 2, NULL),
        FATIAO_OK);
    static const uint32_t ids[] = {3, 4, 6, 7};
    uint8_t impacts[4];
    ft_impact_list_look_up(&words, ids, 4, impacts);
    assert_int_equal(impacts[0], 122);
    assert_int_equal(impacts[1], 74);
    assert_int_equal(impacts[2], 0);
    assert_int_equal(impacts[3], 122);
    assert_int_equal(ft_impact_list_intersect(&words, &pairs, NULL), FATIAO_OK);
    assert_string_equal(listed(&words), "1:92 4:74 5:92 8:74 ");
    ft_impact_list_finish(&words);
    ft_impact_list_finish(&pairs);
    ft_impact_file_close(&file);
    ft_engine_close(engine);
    free(path);
}

/* Another database's file, and any damaged one, may only be left out or read
 * as far as it makes sense. */
static void
test_impact__survives_damage(void **state)
{
    char *path = folder_path(*state, "db");
    char *file_path = impacts_path(*state);
    ft_engine *engine = open_writer(path);
    add_documents(engine);
    assert_int_equal(ft_impact_file_write(*state, engine, NULL), FATIAO_OK);
    FILE *in = fopen(file_path, "rb");
    char bytes[4096];
    const size_t count = fread(bytes, 1, sizeof(bytes), in);
    fclose(in);
    assert_true(count > 120 && count < sizeof(bytes));
    for (size_t i = 0; i < 2 * count; i++) {
        char damaged[4096];
        memcpy(damaged, bytes, count);
        damaged[i % count] ^= 0x5A;
        FILE *out = fopen(file_path, "wb");
        fwrite(damaged, 1, i < count ? count : i - count, out);
        fclose(out);
        ft_impact_file file;
        ft_impact_file_open(&file, *state, engine);
        free(read_term(&file, engine, "W\1"));
        free(read_term(&file, engine, "X\1"));
        ft_impact_file_close(&file);
    }
    ft_engine_close(engine);
    free(file_path);
    free(path);
}

static void
test_impact__intersects_and_looks_up(void **state)
{
    char *path = folder_path(*state, "db");
    ft_engine *engine = open_writer(path);
    add_documents(engine);
    ft_impact_file none = {.average_length = 1.75};
    ft_impact_list words = ft_impact_list_new();
    ft_impact_list pairs = ft_impact_list_new();
    assert_int_equal(
        ft_impact_list_read(&words, &none, engine, 4, "W\1", 2, NULL),
        FATIAO_OK);
    assert_int_equal(
        ft_impact_list_read(&pairs, &none, engine, 4, "P\1", 2, NULL),
        FATIAO_OK);
    static const uint32_t ids[] = {1, 2, 4};
    uint8_t impacts[3];
    ft_impact_list_look_up(&words, ids, 3, impacts);
    assert_int_equal(impacts[0], 92);
    assert_int_equal(impacts[1], 0);
    assert_int_equal(impacts[2], 74);
    assert_int_equal(ft_impact_list_intersect(&words, &pairs, NULL), FATIAO_OK);
    assert_string_equal(listed(&words), "1:92 4:74 ");
    assert_int_equal(words.document_count, 2);
    ft_impact_list_finish(&words);
    ft_impact_list_finish(&pairs);
    ft_engine_close(engine);
    free(path);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_impact__is_bm25_in_a_byte, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            test_impact__is_the_same_from_file_and_database, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_impact__adds_later_documents_to_the_file, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            test_impact__looks_up_and_intersects_later_documents_too, set_up,
            tear_down),
        cmocka_unit_test_setup_teardown(test_impact__survives_damage, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(test_impact__intersects_and_looks_up,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
