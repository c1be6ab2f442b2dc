/* How two statutes differ. */
#include "output_comparison.h"

#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "escape.h"
#include "facet_column.h"
#include "json_value.h"
#include "output_json.h"

enum { ONLY_LEFT, ONLY_RIGHT, DIFFERENT, ALIKE, KIND_COUNT };

/* As tables and JSON call the kinds. */
static const char *const kind_names[KIND_COUNT] = {"left", "right", "both",
                                                   "alike"};

static void
print_names(const name_set *set, const char *none)
{
    for (size_t i = 0; i < set->count; i++) {
        fputs(i == 0 ? "" : ";", stdout);
        escape_text(stdout, set->names[i]);
    }
    if (set->count == 0)
        fputs(none, stdout);
}

/* The place of a clause without the title of its statute. */
static const char *
place_of(const clause_row *row)
{
    static const char bracket[] = "》";
    const char *place = NULL;
    for (const char *at = row->citation; at != NULL;) {
        at = strstr(at, bracket);
        if (at != NULL)
            place = at += strlen(bracket);
    }
    return place == NULL || *place == '\0' ? row->citation : place;
}

static void
print_places(const comparison_side *side, const char *none)
{
    for (size_t i = 0; i < side->count; i++) {
        fputs(i == 0 ? "" : "、", stdout);
        escape_text(stdout, place_of(side->rows[i]));
    }
    if (side->count == 0)
        fputs(none, stdout);
}

/* --------------------------------------------------------------------- text */

static void
print_only(const comparison_entry *entry, const comparison_side *side,
           const text_style *style)
{
    printf("%s%s%s\n", style->citation, entry->measure, style->end);
    for (size_t i = 0; i < side->count; i++) {
        const fatiao_facets *facets = side->rows[i]->facets;
        fputs("    ", stdout);
        escape_text(stdout, place_of(side->rows[i]));
        fputs("  ", stdout);
        facet_column_print(facets, FATIAO_FACET_BENEFICIARY, facet_unsaid);
        fputs("  ", stdout);
        facet_column_print(facets, FATIAO_FACET_FORCE, facet_unsaid);
        if (facet_column_first(facets, FATIAO_FACET_NUMBER) != NULL) {
            fputs("  ", stdout);
            facet_column_print(facets, FATIAO_FACET_NUMBER, "");
        }
        putchar('\n');
    }
    putchar('\n');
}

static void
print_pair(const char *heading, const name_set *left, const name_set *right,
           const text_style *style)
{
    printf("    %s%s%s  ", style->dim, heading, style->end);
    print_names(left, facet_unsaid);
    fputs(" | ", stdout);
    print_names(right, facet_unsaid);
    putchar('\n');
}

static void
print_difference(const comparison_entry *entry, const text_style *style)
{
    const comparison_side *left = &entry->sides[0];
    const comparison_side *right = &entry->sides[1];
    printf("%s%s%s\n", style->citation, entry->measure, style->end);
    if (entry->differs_in_force)
        print_pair("力度", &left->forces, &right->forces, style);
    if (entry->differs_in_beneficiaries)
        print_pair("受益人", &left->beneficiaries, &right->beneficiaries,
                   style);
    if (entry->differs_in_numbers)
        print_pair("数字", &left->numbers, &right->numbers, style);
    printf("    %s引注%s  ", style->dim, style->end);
    print_places(left, "");
    fputs(" | ", stdout);
    print_places(right, "");
    fputs("\n\n", stdout);
}

static void
print_heading(int kind, const law laws[2], const text_style *style)
{
    fputs(style->mark, stdout);
    if (kind == DIFFERENT) {
        escape_text(stdout, fatiao_statute_title(laws[0].statute));
        fputs(" | ", stdout);
        escape_text(stdout, fatiao_statute_title(laws[1].statute));
        fputs("：都有，不同", stdout);
    } else {
        fputs("只有 ", stdout);
        escape_text(stdout, fatiao_statute_title(laws[kind].statute));
    }
    printf("%s\n\n", style->mark_end);
}

/* ------------------------------------------------------------------- tables */

static void
print_table_row(const comparison_entry *entry, int kind, const char *first,
                const char *between, const char *last, const char *none)
{
    printf("%s%s%s%s", first, kind_names[kind], between, entry->measure);
    for (size_t i = 0; i < 2; i++) {
        const comparison_side *side = &entry->sides[i];
        fputs(between, stdout);
        print_names(&side->beneficiaries, none);
        fputs(between, stdout);
        print_names(&side->forces, none);
        fputs(between, stdout);
        print_names(&side->numbers, none);
        fputs(between, stdout);
        print_places(side, none);
    }
    printf("%s\n", last);
}

static void
print_table_head(const law laws[2], output_format format)
{
    static const char *const columns[] = {"受益人", "力度", "数字", "引注"};
    if (format == OUTPUT_TSV) {
        puts("kind\tmeasure\tleft_beneficiaries\tleft_modality\tleft_numbers\t"
             "left_places\tright_beneficiaries\tright_modality\t"
             "right_numbers\tright_places");
        return;
    }
    for (size_t i = 0; i < 2; i++) {
        printf("%s：", kind_names[i]);
        escape_text(stdout, fatiao_statute_title(laws[i].statute));
        puts("\n");
    }
    fputs("| | 措施 |", stdout);
    for (size_t i = 0; i < 2; i++)
        for (size_t j = 0; j < 4; j++)
            printf(" %s %s |", kind_names[i], columns[j]);
    puts("\n|---|---|---|---|---|---|---|---|---|---|");
}

/* --------------------------------------------------------------------- JSON */

static json_t *
names_to_json(const name_set *set)
{
    json_t *array = value_check(json_array());
    for (size_t i = 0; i < set->count; i++)
        value_append(array, json_string(set->names[i]));
    return array;
}

static json_t *
side_to_json(const comparison_side *side)
{
    json_t *object = value_check(json_object());
    json_t *clauses = value_check(json_array());
    for (size_t i = 0; i < side->count; i++) {
        const clause_row *row = side->rows[i];
        json_t *clause = value_check(json_object());
        value_set_text(clause, "fragment", row->fragment);
        value_set_text(clause, "citation", row->citation);
        facet_column_set_all(clause, row->statute, row->facets);
        value_append(clauses, clause);
    }
    value_set_known(object, "certainty", side->certainty);
    value_set(object, "modality", names_to_json(&side->forces));
    value_set(object, "beneficiaries", names_to_json(&side->beneficiaries));
    value_set(object, "numbers", names_to_json(&side->numbers));
    value_set(object, "clauses", clauses);
    return object;
}

static json_t *
entry_to_json(const comparison_entry *entry)
{
    json_t *object = value_check(json_object());
    json_t *differs = value_check(json_array());
    value_set_text(object, "measure", entry->measure);
    value_set_text(object, "kind", kind_names[comparison_kind(entry)]);
    if (comparison_kind(entry) == DIFFERENT) {
        if (entry->differs_in_force)
            value_append(differs, json_string("modality"));
        if (entry->differs_in_beneficiaries)
            value_append(differs, json_string("beneficiaries"));
        if (entry->differs_in_numbers)
            value_append(differs, json_string("numbers"));
    }
    value_set(object, "differs_in", differs);
    for (size_t i = 0; i < 2; i++)
        value_set(object, kind_names[i],
                  entry->sides[i].count == 0 ? json_null()
                                             : side_to_json(&entry->sides[i]));
    return object;
}

static void
print_json(const comparison *both, const law laws[2])
{
    json_t *object = output_json_begin();
    json_t *entries = value_check(json_array());
    for (size_t i = 0; i < 2; i++) {
        json_t *statute = value_check(json_object());
        value_set_text(statute, "id", laws[i].id);
        value_set_text(statute, "title", fatiao_statute_title(laws[i].statute));
        value_set(object, kind_names[i], statute);
    }
    for (size_t i = 0; i < both->count; i++)
        if (comparison_kind(&both->entries[i]) != ALIKE)
            value_append(entries, entry_to_json(&both->entries[i]));
    value_set(object, "measures", entries);
    output_json_end(object);
}

/* --------------------------------------------------------------- comparison */

static void
print_entry(const comparison_entry *entry, int kind, output_format format,
            const text_style *style)
{
    if (format == OUTPUT_TSV)
        print_table_row(entry, kind, "", "\t", "", "-");
    else if (format == OUTPUT_MARKDOWN)
        print_table_row(entry, kind, "| ", " | ", " |", "—");
    else if (kind == DIFFERENT)
        print_difference(entry, style);
    else
        print_only(entry, &entry->sides[kind], style);
}

bool
output_comparison(const comparison *both, const law laws[2],
                  output_format format, const text_style *style)
{
    bool differs = false;
    if (format == OUTPUT_TSV || format == OUTPUT_MARKDOWN)
        print_table_head(laws, format);
    for (int kind = ONLY_LEFT; kind <= DIFFERENT; kind++) {
        bool is_first = true;
        for (size_t i = 0; i < both->count; i++) {
            const comparison_entry *entry = &both->entries[i];
            if (comparison_kind(entry) != kind)
                continue;
            differs = true;
            if (format == OUTPUT_JSON)
                continue;
            if (is_first && format == OUTPUT_TEXT)
                print_heading(kind, laws, style);
            is_first = false;
            print_entry(entry, kind, format, style);
        }
    }
    if (format == OUTPUT_JSON)
        print_json(both, laws);
    return differs;
}
