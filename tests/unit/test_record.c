/* Statutes and articles as bytes. */
#include "unit.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/record.h"
#include "statute/place.h"

static fatiao_node *
add(fatiao_statute *statute, const fatiao_node *parent, fatiao_node_kind kind,
    const char *label, const char *text)
{
    fatiao_node *node = ft_statute_add(statute, parent, kind, label,
                                       strlen(label), text, strlen(text));
    assert_non_null(node);
    return node;
}

/* An article with one paragraph. */
static fatiao_node *
add_article(fatiao_statute *statute, const fatiao_node *parent,
            const char *label, uint32_t number, const char *text)
{
    fatiao_node *article = add(statute, parent, FATIAO_NODE_ARTICLE, label, "");
    article->number = number;
    add(statute, article, FATIAO_NODE_PARAGRAPH, "", text)->number = 1;
    return article;
}

/* A statute with an article of two paragraphs and items, and an annex that
 * goes on after an article of its own. */
static fatiao_statute *
make_statute(void)
{
    fatiao_statute *statute = ft_statute_new();
    assert_non_null(statute);
    statute->title = "某条例（草案）";
    statute->is_draft = true;
    fatiao_event *event = ft_array_push(&statute->events);
    *event = (fatiao_event){"通过", "2017年9月1日某会通过", 2017, 9, 1};
    add(statute, statute->root, FATIAO_NODE_TITLE, "", "某条例（草案）");
    fatiao_node *chapter =
        add(statute, statute->root, FATIAO_NODE_CHAPTER, "第一章", "总则");
    chapter->number = 1;
    fatiao_node *first =
        add(statute, chapter, FATIAO_NODE_ARTICLE, "第一百二十条之三", "");
    first->number = 120;
    first->suffix = 3;
    first->line = 7;
    first->byte_start = 300;
    first->byte_count = 5000000000;
    fatiao_node *paragraph =
        add(statute, first, FATIAO_NODE_PARAGRAPH, "", "有下列情形之一的：");
    paragraph->number = 1;
    fatiao_node *item =
        add(statute, paragraph, FATIAO_NODE_ITEM, "（一）", "甲；");
    item->number = 1;
    add(statute, item, FATIAO_NODE_SUBITEM, "1.", "乙")->number = 1;
    fatiao_node *tail =
        add(statute, first, FATIAO_NODE_PARAGRAPH, "", "处以罚款。");
    tail->number = 2;
    tail->is_ambiguous_tail = true;
    add_article(statute, chapter, "第二条", 2, "本条例自公布之日起施行。");
    fatiao_node *annex =
        add(statute, statute->root, FATIAO_NODE_ANNEX, "附件", "某办法");
    add(statute, annex, FATIAO_NODE_PARAGRAPH, "", "说明。");
    add_article(statute, annex, "第一条", 1, "附件的第一条。");
    add(statute, annex, FATIAO_NODE_PARAGRAPH, "", "附件的结尾。");
    add(statute, statute->root, FATIAO_NODE_SIGNATURE, "", "某局");
    return statute;
}

static const ft_statute_record description = {
    .id = "地方/某条例",
    .title = "某条例（草案）",
    .source = "laws/某条例.md",
    .date = "2017-09-01",
    .digest = {{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 255}},
    .is_draft = true,
    .article_count = 3,
    .clause_count = 7};

static void
write_statute(ft_strbuf *out, const fatiao_statute *statute)
{
    ft_record_write_statute(out, &description, statute);
    assert_false(ft_strbuf_failed(out));
}

/* The records of all articles, an array of ft_strbuf. */
static ft_array
write_articles(const fatiao_statute *statute)
{
    ft_array records = {.item_size = sizeof(ft_strbuf)};
    for (const fatiao_node *node = statute->root; node != NULL;
         node = fatiao_node_following(node)) {
        if (!ft_node_is_article(node))
            continue;
        const ft_article_record record = {.statute_id = description.id,
                                          .fragment = "120-3",
                                          .heading = "第一章 总则",
                                          .line = 7,
                                          .article = node};
        ft_record_write_article(ft_array_push(&records), &record);
    }
    return records;
}

static void
finish_records(ft_array *records)
{
    for (size_t i = 0; i < records->count; i++)
        ft_strbuf_finish(ft_array_at(records, i));
    ft_array_finish(records);
}

static void
assert_same_node(const fatiao_node *node, const fatiao_node *other)
{
    assert_int_equal(node->kind, other->kind);
    assert_int_equal(node->number, other->number);
    assert_int_equal(node->suffix, other->suffix);
    assert_string_equal(node->label, other->label);
    assert_string_equal(node->text, other->text);
    assert_int_equal(node->text_byte_count, other->text_byte_count);
    assert_int_equal(node->byte_start, other->byte_start);
    assert_int_equal(node->byte_count, other->byte_count);
    assert_int_equal(node->line, other->line);
    assert_int_equal(node->is_ambiguous_tail, other->is_ambiguous_tail);
    assert_int_equal(node->parent == NULL, other->parent == NULL);
    assert_int_equal(node->child == NULL, other->child == NULL);
    assert_int_equal(node->next == NULL, other->next == NULL);
}

static void
test_record__restores_a_statute_as_it_was(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    ft_strbuf bytes = {0};
    write_statute(&bytes, statute);
    ft_array records = write_articles(statute);
    assert_int_equal(records.count, 4);
    fatiao_statute *restored;
    assert_int_equal(ft_record_restore(bytes.bytes, bytes.byte_count, &records,
                                       &restored, NULL),
                     FATIAO_OK);
    finish_records(&records);
    ft_strbuf_finish(&bytes);
    assert_string_equal(fatiao_statute_title(restored), "某条例（草案）");
    assert_true(fatiao_statute_is_draft(restored));
    assert_int_equal(fatiao_statute_event_count(restored), 1);
    const fatiao_event *event = fatiao_statute_event_at(restored, 0);
    assert_string_equal(event->name, "通过");
    assert_string_equal(event->text, "2017年9月1日某会通过");
    assert_int_equal(event->year, 2017);
    assert_int_equal(event->month, 9);
    assert_int_equal(event->day, 1);
    const fatiao_node *other = fatiao_statute_root(restored);
    for (const fatiao_node *node = statute->root; node != NULL;
         node = fatiao_node_following(node)) {
        assert_non_null(other);
        assert_same_node(node, other);
        other = fatiao_node_following(other);
    }
    assert_null(other);
    fatiao_statute_free(statute);
    fatiao_statute_free(restored);
}

static void
test_record__reads_the_head_of_a_statute(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    ft_strbuf bytes = {0};
    write_statute(&bytes, statute);
    ft_arena arena = {0};
    ft_statute_record record;
    assert_int_equal(ft_record_read_statute(bytes.bytes, bytes.byte_count,
                                            &arena, &record, NULL),
                     FATIAO_OK);
    ft_strbuf_finish(&bytes);
    assert_string_equal(record.id, "地方/某条例");
    assert_string_equal(record.title, "某条例（草案）");
    assert_string_equal(record.source, "laws/某条例.md");
    assert_string_equal(record.date, "2017-09-01");
    assert_memory_equal(&record.digest, &description.digest,
                        sizeof(record.digest));
    assert_true(record.is_draft);
    assert_int_equal(record.article_count, 3);
    assert_int_equal(record.clause_count, 7);
    ft_arena_finish(&arena);
    fatiao_statute_free(statute);
}

static void
test_record__reads_an_article_without_those_inside(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    ft_array records = write_articles(statute);
    ft_arena arena = {0};
    ft_article_record record;
    const ft_strbuf *annex = ft_array_at(&records, 2);
    assert_int_equal(ft_record_read_article(annex->bytes, annex->byte_count,
                                            &arena, &record, NULL),
                     FATIAO_OK);
    assert_string_equal(record.statute_id, "地方/某条例");
    assert_string_equal(record.fragment, "120-3");
    assert_string_equal(record.heading, "第一章 总则");
    assert_int_equal(record.line, 7);
    assert_int_equal(record.article->kind, FATIAO_NODE_ANNEX);
    assert_string_equal(record.article->text, "某办法");
    assert_null(record.article->parent);
    const fatiao_node *child = record.article->child;
    assert_string_equal(child->text, "说明。");
    assert_string_equal(child->next->text, "附件的结尾。");
    assert_null(child->next->next);
    ft_arena_finish(&arena);
    finish_records(&records);
    fatiao_statute_free(statute);
}

static fatiao_status
read_any(const char *bytes, size_t byte_count, bool is_statute)
{
    ft_arena arena = {0};
    ft_statute_record statute;
    ft_article_record article;
    const fatiao_status status =
        is_statute
            ? ft_record_read_statute(bytes, byte_count, &arena, &statute, NULL)
            : ft_record_read_article(bytes, byte_count, &arena, &article, NULL);
    ft_arena_finish(&arena);
    return status;
}

/* Every single bit turned over, every length cut to: each on a copy of its own
 * size, so that the sanitizer sees a read past the end. */
static void
assert_damage_is_seen(const ft_strbuf *record, bool is_statute)
{
    assert_int_equal(read_any(record->bytes, record->byte_count, is_statute),
                     FATIAO_OK);
    for (size_t bit = 0; bit < record->byte_count * 8; bit++) {
        char *copy = malloc(record->byte_count);
        memcpy(copy, record->bytes, record->byte_count);
        copy[bit / 8] = (char)(copy[bit / 8] ^ 1 << bit % 8);
        assert_int_equal(read_any(copy, record->byte_count, is_statute),
                         FATIAO_ERR_CORRUPT);
        free(copy);
    }
    for (size_t length = 0; length < record->byte_count; length++) {
        char *copy = malloc(length + 1);
        memcpy(copy, record->bytes, length);
        assert_int_equal(read_any(copy, length, is_statute),
                         FATIAO_ERR_CORRUPT);
        free(copy);
    }
}

static void
test_record__sees_every_turned_bit_and_every_cut(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    ft_strbuf bytes = {0};
    write_statute(&bytes, statute);
    assert_damage_is_seen(&bytes, true);
    ft_array records = write_articles(statute);
    assert_damage_is_seen(ft_array_at(&records, 0), false);
    finish_records(&records);
    ft_strbuf_finish(&bytes);
    fatiao_statute_free(statute);
}

static void
test_record__refuses_articles_missing_left_over_or_of_no_kind(void **state)
{
    (void)state;
    fatiao_statute *statute = make_statute();
    ft_strbuf bytes = {0};
    write_statute(&bytes, statute);
    ft_array records = write_articles(statute);
    fatiao_statute *restored;
    records.count--;
    assert_int_equal(ft_record_restore(bytes.bytes, bytes.byte_count, &records,
                                       &restored, NULL),
                     FATIAO_ERR_CORRUPT);
    assert_null(restored);
    records.count++;
    ft_strbuf *more = ft_array_push(&records);
    const ft_strbuf *first = ft_array_at(&records, 0);
    ft_strbuf_bytes(more, first->bytes, first->byte_count);
    assert_int_equal(ft_record_restore(bytes.bytes, bytes.byte_count, &records,
                                       &restored, NULL),
                     FATIAO_ERR_CORRUPT);
    finish_records(&records);
    /* An article's bytes are no statute. */
    ft_array none = {.item_size = sizeof(ft_strbuf)};
    ft_array again = write_articles(statute);
    first = ft_array_at(&again, 0);
    assert_int_equal(ft_record_restore(first->bytes, first->byte_count, &none,
                                       &restored, NULL),
                     FATIAO_ERR_CORRUPT);
    finish_records(&again);
    ft_strbuf_finish(&bytes);
    fatiao_statute_free(statute);
}

int
main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_record__restores_a_statute_as_it_was),
        cmocka_unit_test(test_record__reads_the_head_of_a_statute),
        cmocka_unit_test(test_record__reads_an_article_without_those_inside),
        cmocka_unit_test(test_record__sees_every_turned_bit_and_every_cut),
        cmocka_unit_test(
            test_record__refuses_articles_missing_left_over_or_of_no_kind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
