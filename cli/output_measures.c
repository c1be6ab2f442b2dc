/* The table of what a statute gives. */
#include "output_measures.h"

#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "escape.h"
#include "message.h"
#include "output_json.h"

/* A clause with what was read from it. */
typedef struct row {
    const fatiao_statute *statute;
    const fatiao_node *node;
    const fatiao_facets *facets;
    const char *id;
    const char *fragment;
    const char *citation;
} row;

/* The columns, as tables and JSON name them. */
static const struct {
    fatiao_facet facet;
    const char *name;
    const char *heading;
} columns[] = {
    {FATIAO_FACET_MEASURE, "measures", "措施"},
    {FATIAO_FACET_BENEFICIARY, "beneficiaries", "受益人"},
    {FATIAO_FACET_DUTY_BEARER, "duty_bearers", "责任主体"},
    {FATIAO_FACET_DEPARTMENT, "departments", "部门"},
    {FATIAO_FACET_FORCE, "modality", "力度"},
    {FATIAO_FACET_CERTAINTY, "certainty", "确定性"},
    {FATIAO_FACET_CONDITION, "conditions", "条件"},
    {FATIAO_FACET_NUMBER, "numbers", "数字"},
    {FATIAO_FACET_CITATION, "laws_cited", "引用"},
    {FATIAO_FACET_GROUND, "defers_to", "依据"},
};
enum { COLUMN_COUNT = sizeof(columns) / sizeof(columns[0]) };

/* What stands where the text does not say. */
static const char unsaid[] = "未写明";

static bool
has_facet(const fatiao_facets *facets, fatiao_facet facet)
{
    for (size_t i = 0; i < fatiao_facets_count(facets); i++)
        if (fatiao_facets_at(facets, i)->facet == facet)
            return true;
    return false;
}

/* ------------------------------------------------------------------- tables */

static void
print_value(const fatiao_facet_value *value)
{
    if (value->is_joined)
        putchar('+');
    escape_text(stdout, value->name);
    if (value->facet == FATIAO_FACET_NUMBER) {
        const bool is_date = strcmp(value->unit, "日期") == 0;
        printf("|%s%s%s", is_date ? "date:" : "", value->comparator,
               value->amount);
        putchar('|');
        escape_text(stdout, value->basis);
    }
}

/* The values of a facet between semicolons, `none` if there are none. */
static void
print_cell(const row *r, fatiao_facet facet, const char *none)
{
    bool is_first = true;
    for (size_t i = 0; i < fatiao_facets_count(r->facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(r->facets, i);
        if (value->facet != facet)
            continue;
        fputs(is_first ? "" : ";", stdout);
        print_value(value);
        is_first = false;
    }
    if (is_first)
        fputs(none, stdout);
}

static void
print_tsv_head(void)
{
    fputs("statute\tarticle\tpara", stdout);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        printf("\t%s", columns[i].name);
    putchar('\n');
}

/* "∅" for a rule whose text names nobody who must act. */
static const char *
none_in(const row *r, fatiao_facet facet)
{
    return facet == FATIAO_FACET_DUTY_BEARER && fatiao_facets_is_rule(r->facets)
               ? "∅"
               : "-";
}

static void
print_tsv_row(const row *r)
{
    const char *point = strrchr(r->fragment, '.');
    const size_t length =
        point == NULL ? strlen(r->fragment) : (size_t)(point - r->fragment);
    escape_text(stdout, r->id);
    printf("\t%.*s\t%s", (int)length, r->fragment,
           point == NULL ? "" : point + 1);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        putchar('\t');
        print_cell(r, columns[i].facet, none_in(r, columns[i].facet));
    }
    putchar('\n');
}

static void
print_markdown_head(void)
{
    fputs("| 引注 |", stdout);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        printf(" %s |", columns[i].heading);
    fputs("\n|---|", stdout);
    for (size_t i = 0; i < COLUMN_COUNT; i++)
        fputs("---|", stdout);
    putchar('\n');
}

static void
print_markdown_row(const row *r)
{
    fputs("| ", stdout);
    escape_text(stdout, r->citation);
    fputs(" |", stdout);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        putchar(' ');
        print_cell(r, columns[i].facet, unsaid);
        fputs(" |", stdout);
    }
    putchar('\n');
}

/* --------------------------------------------------------------------- text */

static void
print_text_row(const row *r, const text_style *style)
{
    fputs(style->citation, stdout);
    escape_text(stdout, r->citation);
    printf("%s\n", style->end);
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        const bool is_there = has_facet(r->facets, columns[i].facet);
        if (!is_there && columns[i].facet != FATIAO_FACET_BENEFICIARY &&
            columns[i].facet != FATIAO_FACET_DUTY_BEARER)
            continue;
        printf("    %s%s%s  ", style->dim, columns[i].heading, style->end);
        print_cell(r, columns[i].facet, unsaid);
        putchar('\n');
    }
    if (fatiao_facets_only_defers(r->facets))
        puts("    需查配套政策");
    putchar('\n');
}

/* --------------------------------------------------------------------- JSON */

/* The fragment of the node that holds the words. */
static json_t *
place_to_json(const fatiao_statute *statute, const fatiao_node *node)
{
    char *fragment = NULL;
    if (fatiao_statute_fragment(statute, node, &fragment, NULL) != FATIAO_OK)
        return json_null();
    json_t *text = json_string(fragment);
    fatiao_text_free(fragment);
    return text;
}

static json_t *
value_to_json(const fatiao_statute *statute, const fatiao_facet_value *value)
{
    json_t *object = json_pack(
        "{s:s, s:s%, s:i, s:i}", "name", value->name, "text",
        value->node->text + value->byte_start, value->byte_count, "byte_start",
        (int)value->byte_start, "byte_count", (int)value->byte_count);
    json_object_set_new(object, "node", place_to_json(statute, value->node));
    if (value->facet == FATIAO_FACET_DUTY_BEARER)
        json_object_set_new(object, "joined", json_boolean(value->is_joined));
    if (value->facet == FATIAO_FACET_NUMBER) {
        json_object_set_new(object, "comparator",
                            json_string(value->comparator));
        json_object_set_new(object, "amount", json_string(value->amount));
        json_object_set_new(object, "unit", json_string(value->unit));
        json_object_set_new(object, "basis", json_string(value->basis));
    }
    if (value->facet == FATIAO_FACET_CITATION)
        json_object_set_new(object, "place", json_string(value->place));
    return object;
}

static json_t *
row_to_json(const row *r)
{
    json_t *object =
        json_pack("{s:s, s:s, s:b, s:b}", "fragment", r->fragment, "citation",
                  r->citation, "rule", fatiao_facets_is_rule(r->facets),
                  "only_defers", fatiao_facets_only_defers(r->facets));
    for (size_t i = 0; i < COLUMN_COUNT; i++) {
        json_t *values = json_array();
        for (size_t j = 0; j < fatiao_facets_count(r->facets); j++) {
            const fatiao_facet_value *value = fatiao_facets_at(r->facets, j);
            if (value->facet == columns[i].facet)
                json_array_append_new(values, value_to_json(r->statute, value));
        }
        json_object_set_new(object, columns[i].name, values);
    }
    return object;
}

/* ---------------------------------------------------------------- statutes */

static void
print_row(const row *r, output_format format, const text_style *style,
          json_t *clauses)
{
    if (format == OUTPUT_JSON)
        json_array_append_new(clauses, row_to_json(r));
    else if (format == OUTPUT_TSV)
        print_tsv_row(r);
    else if (!has_facet(r->facets, FATIAO_FACET_MEASURE))
        return;
    else if (format == OUTPUT_MARKDOWN)
        print_markdown_row(r);
    else
        print_text_row(r, style);
}

static fatiao_status
output_node(const fatiao_statute *statute, const fatiao_node *node,
            const char *id, output_format format, const text_style *style,
            json_t *clauses, fatiao_error *error)
{
    char *fragment = NULL;
    char *citation = NULL;
    fatiao_facets *facets = NULL;
    fatiao_status status =
        fatiao_statute_fragment(statute, node, &fragment, error);
    if (status == FATIAO_OK)
        status = fatiao_statute_cite(statute, node, &citation, error);
    if (status == FATIAO_OK)
        status = fatiao_facets_read(statute, node, &facets, error);
    if (status == FATIAO_OK) {
        const row r = {statute, node, facets, id, fragment, citation};
        print_row(&r, format, style, clauses);
    }
    fatiao_facets_free(facets);
    fatiao_text_free(citation);
    fatiao_text_free(fragment);
    return status;
}

bool
output_measures(const fatiao_statute *statute, const char *id,
                output_format format, const text_style *style)
{
    fatiao_error error;
    json_t *clauses = format == OUTPUT_JSON ? json_array() : NULL;
    if (format == OUTPUT_TSV)
        print_tsv_head();
    if (format == OUTPUT_MARKDOWN)
        print_markdown_head();
    const fatiao_node *node = fatiao_statute_root(statute);
    for (; node != NULL; node = fatiao_node_following(node)) {
        if (node->kind != FATIAO_NODE_PARAGRAPH)
            continue;
        if (output_node(statute, node, id, format, style, clauses, &error) !=
            FATIAO_OK) {
            message_library_error(&error);
            json_decref(clauses);
            return false;
        }
    }
    if (format == OUTPUT_JSON) {
        json_t *all = output_json_begin();
        json_object_set_new(all, "id", json_string(id));
        json_object_set_new(all, "title",
                            json_string(fatiao_statute_title(statute)));
        json_object_set_new(all, "clauses", clauses);
        output_json_end(all);
    }
    return true;
}
