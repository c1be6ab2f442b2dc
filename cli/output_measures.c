/* The table of what a statute gives. */
#include "output_measures.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "clause_list.h"
#include "escape.h"
#include "facet_column.h"
#include "message.h"
#include "output_json.h"

/* Where and how rows are printed. */
typedef struct table {
    statute_view view;
    output_format format;
    const text_style *style;
    const char *id;
    const char *group; /* the department whose rows these are, or NULL */
    json_t *clauses;
} table;

static const char group_column[] = "department";
static const char sentence_column[] = "sentences";

/* ------------------------------------------------------------- what is meant
 */

/* Whether a clause forbids what could be done to those whom the statute is
 * for: what firms themselves must not do has no measure and benefits nobody. */
static bool
is_forbidden(const fatiao_facets *facets)
{
    if (!facet_column_has(facets, FATIAO_FACET_FORCE, "不得") &&
        !facet_column_has(facets, FATIAO_FACET_FORCE, "禁止"))
        return false;
    for (size_t i = 0; i < fatiao_facets_count(facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(facets, i);
        if (value->facet == FATIAO_FACET_BENEFICIARY ||
            (value->facet == FATIAO_FACET_MEASURE &&
             strcmp(value->name, "法律责任") != 0))
            return true;
    }
    return false;
}

/* Whether a sentence says that something must not be done; what is done in
 * fields that 法律没有禁止 is free. */
static bool
is_ban(const char *text, size_t byte_count)
{
    static const char *const bans[] = {"不得", "禁止"};
    static const char *const frees[] = {"没有", "明确", "未", "法律"};
    enum { BAN_BYTES = 6 };
    for (size_t i = 0; i + BAN_BYTES <= byte_count; i++) {
        if (memcmp(text + i, bans[0], BAN_BYTES) == 0)
            return true;
        bool is_free = memcmp(text + i, bans[1], BAN_BYTES) != 0;
        for (size_t j = 0; j < sizeof(frees) / sizeof(frees[0]); j++) {
            const size_t length = strlen(frees[j]);
            is_free |=
                i >= length && memcmp(text + i - length, frees[j], length) == 0;
        }
        if (!is_free)
            return true;
    }
    return false;
}

/* How many bytes of a text its first sentence has, with the mark that ends it.
 */
static size_t
sentence_length(const char *text, size_t byte_count)
{
    static const char stop[] = "。";
    static const char pause[] = "；";
    enum { MARK_BYTES = 3 };
    for (size_t i = 0; i + MARK_BYTES <= byte_count; i++)
        if (memcmp(text + i, stop, MARK_BYTES) == 0 ||
            memcmp(text + i, pause, MARK_BYTES) == 0)
            return i + MARK_BYTES;
    return byte_count;
}

static bool
is_below(const fatiao_node *node, const fatiao_node *above)
{
    while (node != NULL && node != above)
        node = node->parent;
    return node != NULL;
}

/* Number `index` of the sentences of a clause and its items that forbid
 * something; false beyond the last. */
static bool
forbidden_sentence(const clause_row *row, size_t index, const char **text,
                   size_t *byte_count)
{
    const fatiao_node *node = row->node;
    for (; is_below(node, row->node); node = fatiao_node_following(node)) {
        const char *at = node->text;
        size_t left = node->text_byte_count;
        while (left > 0) {
            *text = at;
            *byte_count = sentence_length(at, left);
            if (is_ban(at, *byte_count) && index-- == 0)
                return true;
            at += *byte_count;
            left -= *byte_count;
        }
    }
    return false;
}

static void
print_sentences(const clause_row *row, const char *between)
{
    const char *text = NULL;
    size_t byte_count = 0;
    for (size_t i = 0; forbidden_sentence(row, i, &text, &byte_count); i++) {
        fputs(i == 0 ? "" : between, stdout);
        escape_bytes(stdout, text, byte_count);
    }
}

/* ------------------------------------------------------------------- tables */

static void
print_tsv_head(const table *t)
{
    if (t->view == VIEW_DEPARTMENTS)
        printf("%s\t", group_column);
    fputs("statute\tarticle\tpara", stdout);
    for (size_t i = 0; i < FACET_COLUMN_COUNT; i++)
        printf("\t%s", facet_columns[i].name);
    if (t->view == VIEW_FORBIDDEN)
        printf("\t%s", sentence_column);
    putchar('\n');
}

/* "∅" for a rule whose text names nobody who must act. */
static const char *
none_in(const fatiao_facets *facets, fatiao_facet facet)
{
    return facet == FATIAO_FACET_DUTY_BEARER && fatiao_facets_is_rule(facets)
               ? "∅"
               : "-";
}

static void
print_tsv_row(const table *t, const clause_row *row)
{
    const char *point = strrchr(row->fragment, '.');
    const size_t length =
        point == NULL ? strlen(row->fragment) : (size_t)(point - row->fragment);
    if (t->group != NULL)
        printf("%s\t", t->group);
    escape_text(stdout, t->id);
    printf("\t%.*s\t%s", (int)length, row->fragment,
           point == NULL ? "" : point + 1);
    for (size_t i = 0; i < FACET_COLUMN_COUNT; i++) {
        putchar('\t');
        facet_column_print(row->facets, facet_columns[i].facet,
                           none_in(row->facets, facet_columns[i].facet));
    }
    if (t->view == VIEW_FORBIDDEN) {
        putchar('\t');
        print_sentences(row, "");
    }
    putchar('\n');
}

static void
print_markdown_head(const table *t)
{
    const size_t more = t->view == VIEW_MEASURES ? 1 : 2;
    if (t->view == VIEW_DEPARTMENTS)
        fputs("| 归口 ", stdout);
    fputs("| 引注 |", stdout);
    for (size_t i = 0; i < FACET_COLUMN_COUNT; i++)
        printf(" %s |", facet_columns[i].heading);
    if (t->view == VIEW_FORBIDDEN)
        fputs(" 原文 |", stdout);
    fputs("\n|", stdout);
    for (size_t i = 0; i < FACET_COLUMN_COUNT + more; i++)
        fputs("---|", stdout);
    putchar('\n');
}

static void
print_markdown_row(const table *t, const clause_row *row)
{
    if (t->group != NULL)
        printf("| %s ", t->group);
    fputs("| ", stdout);
    escape_text(stdout, row->citation);
    fputs(" |", stdout);
    for (size_t i = 0; i < FACET_COLUMN_COUNT; i++) {
        putchar(' ');
        facet_column_print(row->facets, facet_columns[i].facet, facet_unsaid);
        fputs(" |", stdout);
    }
    if (t->view == VIEW_FORBIDDEN) {
        putchar(' ');
        print_sentences(row, "");
        fputs(" |", stdout);
    }
    putchar('\n');
}

static void
print_text_row(const table *t, const clause_row *row)
{
    const text_style *style = t->style;
    fputs(style->citation, stdout);
    escape_text(stdout, row->citation);
    printf("%s\n", style->end);
    if (t->view == VIEW_FORBIDDEN) {
        fputs("    ", stdout);
        print_sentences(row, "\n    ");
        putchar('\n');
    }
    for (size_t i = 0; i < FACET_COLUMN_COUNT; i++) {
        const fatiao_facet facet = facet_columns[i].facet;
        if (facet_column_first(row->facets, facet) == NULL &&
            facet != FATIAO_FACET_BENEFICIARY &&
            facet != FATIAO_FACET_DUTY_BEARER)
            continue;
        printf("    %s%s%s  ", style->dim, facet_columns[i].heading,
               style->end);
        facet_column_print(row->facets, facet, facet_unsaid);
        putchar('\n');
    }
    if (fatiao_facets_only_defers(row->facets))
        puts("    需查配套政策");
    putchar('\n');
}

static json_t *
row_to_json(const table *t, const clause_row *row)
{
    json_t *object =
        json_pack("{s:s, s:s, s:b, s:b}", "fragment", row->fragment, "citation",
                  row->citation, "rule", fatiao_facets_is_rule(row->facets),
                  "only_defers", fatiao_facets_only_defers(row->facets));
    facet_column_set_all(object, row->statute, row->facets);
    if (t->view == VIEW_FORBIDDEN) {
        json_t *sentences = json_array();
        const char *text = NULL;
        size_t byte_count = 0;
        for (size_t i = 0; forbidden_sentence(row, i, &text, &byte_count); i++)
            json_array_append_new(sentences, json_stringn(text, byte_count));
        json_object_set_new(object, sentence_column, sentences);
    }
    return object;
}

/* -------------------------------------------------------------------- views */

static void
print_row(const table *t, const clause_row *row)
{
    const bool has_measure =
        facet_column_first(row->facets, FATIAO_FACET_MEASURE) != NULL;
    if (t->format == OUTPUT_JSON)
        json_array_append_new(t->clauses, row_to_json(t, row));
    else if (t->format == OUTPUT_TSV)
        print_tsv_row(t, row);
    else if (t->view == VIEW_MEASURES && !has_measure)
        return;
    else if (t->format == OUTPUT_MARKDOWN)
        print_markdown_row(t, row);
    else
        print_text_row(t, row);
}

/* The groups of the view by department: the departments in their order, then
 * rules for others who are named, then those that name nobody. */
static const char others[] = "其他主体";

static const char *
group_name(size_t index, size_t department_count)
{
    if (index < department_count)
        return fatiao_facet_value_name(FATIAO_FACET_DEPARTMENT, index);
    return index == department_count ? others : facet_unsaid;
}

static bool
is_of_group(const fatiao_facets *facets, const char *group)
{
    const bool is_named =
        facet_column_first(facets, FATIAO_FACET_DUTY_BEARER) != NULL;
    if (group == facet_unsaid)
        return fatiao_facets_is_rule(facets) && !is_named;
    if (group == others)
        return is_named &&
               facet_column_first(facets, FATIAO_FACET_DEPARTMENT) == NULL;
    return facet_column_has(facets, FATIAO_FACET_DEPARTMENT, group);
}

/* Prints the rows of one group, if it has any. */
static void
print_group(const table *whole, const clause_list *list, const char *group,
            json_t *groups)
{
    table t = *whole;
    bool is_first = true;
    t.group = group;
    t.clauses = whole->format == OUTPUT_JSON ? json_array() : NULL;
    for (size_t i = 0; i < list->count; i++) {
        if (!is_of_group(list->rows[i].facets, group))
            continue;
        if (is_first && t.format == OUTPUT_TEXT)
            printf("%s%s%s\n\n", t.style->mark, group, t.style->mark_end);
        is_first = false;
        print_row(&t, &list->rows[i]);
    }
    if (t.format == OUTPUT_JSON && !is_first)
        json_array_append_new(groups, json_pack("{s:s, s:O}", "name", group,
                                                "clauses", t.clauses));
    json_decref(t.clauses);
}

static void
print_departments(const table *t, const clause_list *list, json_t *groups)
{
    size_t count = 0;
    while (fatiao_facet_value_name(FATIAO_FACET_DEPARTMENT, count) != NULL)
        count++;
    for (size_t i = 0; i < count + 2; i++)
        print_group(t, list, group_name(i, count), groups);
}

static void
print_rows(const table *t, const clause_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (t->view != VIEW_FORBIDDEN || is_forbidden(list->rows[i].facets))
            print_row(t, &list->rows[i]);
}

bool
output_measures(const fatiao_statute *statute, const char *id,
                statute_view view, output_format format,
                const text_style *style)
{
    clause_list list;
    fatiao_error error;
    if (clause_list_read(statute, &list, &error) != FATIAO_OK) {
        message_library_error(&error);
        return false;
    }
    json_t *all = format == OUTPUT_JSON ? json_array() : NULL;
    const table t = {view, format, style, id, NULL, all};
    if (format == OUTPUT_TSV)
        print_tsv_head(&t);
    if (format == OUTPUT_MARKDOWN)
        print_markdown_head(&t);
    if (view == VIEW_DEPARTMENTS)
        print_departments(&t, &list, all);
    else
        print_rows(&t, &list);
    if (format == OUTPUT_JSON) {
        json_t *object = output_json_begin();
        json_object_set_new(object, "id", json_string(id));
        json_object_set_new(object, "title",
                            json_string(fatiao_statute_title(statute)));
        json_object_set_new(
            object, view == VIEW_DEPARTMENTS ? "departments" : "clauses", all);
        output_json_end(object);
    }
    clause_list_finish(&list);
    return true;
}
