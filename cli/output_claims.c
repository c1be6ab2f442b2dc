/* The list of what a firm can claim. */
#include "output_claims.h"

#include <stdio.h>
#include <string.h>

#include <jansson.h>

#include "escape.h"
#include "facet_column.h"
#include "json_value.h"
#include "output_json.h"

/* What a certainty means, to stand above its claims. */
static const char *
certainty_words(const char *certainty)
{
    if (strcmp(certainty, "硬") == 0)
        return "硬：应当做到";
    if (strcmp(certainty, "条件") == 0)
        return "条件：按其他规定办";
    if (strcmp(certainty, "软") == 0)
        return "软：鼓励、支持、可以";
    return "未写明力度";
}

static void
print_measures(const fatiao_claim *claim)
{
    for (size_t i = 0; i < claim->measure_count; i++) {
        fputs(i == 0 ? "" : ";", stdout);
        escape_text(stdout, claim->measures[i]->name);
    }
}

/* Whether a reason before number `index` is of the same key and value. */
static bool
is_said(const fatiao_claim *claim, size_t index)
{
    const fatiao_claim_reason *reason = &claim->reasons[index];
    for (size_t i = 0; i < index; i++)
        if (claim->reasons[i].key == reason->key &&
            strcmp(claim->reasons[i].value, reason->value) == 0)
            return true;
    return false;
}

/* Whether a reason of [first, index) has the same words as number `index`. */
static bool
has_words(const fatiao_claim *claim, size_t first, size_t index)
{
    const fatiao_claim_reason *all = claim->reasons;
    for (size_t i = first; i < index; i++)
        if (all[i].byte_count == all[index].byte_count &&
            memcmp(all[i].text, all[index].text, all[i].byte_count) == 0)
            return true;
    return false;
}

/* 规模 小型“中小企业”“小型微型企业”;需要 融资“贴息” */
static void
print_reasons(const fatiao_claim *claim)
{
    for (size_t i = 0; i < claim->reason_count; i++) {
        const fatiao_claim_reason *reason = &claim->reasons[i];
        if (is_said(claim, i))
            continue;
        printf("%s%s ", i == 0 ? "" : ";",
               fatiao_profile_key_label(reason->key));
        escape_text(stdout, reason->value);
        for (size_t j = i; j < claim->reason_count; j++) {
            const fatiao_claim_reason *same = &claim->reasons[j];
            if (same->key != reason->key ||
                strcmp(same->value, reason->value) != 0 ||
                has_words(claim, i, j))
                continue;
            fputs("“", stdout);
            escape_bytes(stdout, same->text, same->byte_count);
            fputs("”", stdout);
        }
    }
}

/* 资质 高新技术企业;规模 小型 或 微型 */
static void
print_gaps(const fatiao_claim *claim, const char *none)
{
    for (size_t i = 0; i < claim->gap_count; i++) {
        const fatiao_claim_gap *gap = &claim->gaps[i];
        const bool is_same =
            i > 0 && gap->is_alternative && gap->key == claim->gaps[i - 1].key;
        if (i > 0)
            fputs(gap->is_alternative ? " 或 " : ";", stdout);
        if (!is_same)
            printf("%s ", fatiao_profile_key_label(gap->key));
        escape_text(stdout, gap->value);
    }
    if (claim->gap_count == 0)
        fputs(none, stdout);
}

/* ------------------------------------------------------------------- tables */

static void
print_tsv_head(void)
{
    puts("certainty\tid\tcitation\tmeasures\tduty_bearers\tdepartments\t"
         "modality\tconditions\tnumbers\treasons\tto_be_sure\tis_sure");
}

static void
print_tsv_row(const fatiao_claim *claim)
{
    static const fatiao_facet facets[] = {
        FATIAO_FACET_DUTY_BEARER, FATIAO_FACET_DEPARTMENT, FATIAO_FACET_FORCE,
        FATIAO_FACET_CONDITION, FATIAO_FACET_NUMBER};
    fputs(claim->certainty[0] == '\0' ? "-" : claim->certainty, stdout);
    putchar('\t');
    escape_text(stdout, claim->id);
    putchar('\t');
    escape_text(stdout, claim->citation);
    putchar('\t');
    print_measures(claim);
    for (size_t i = 0; i < sizeof(facets) / sizeof(facets[0]); i++) {
        putchar('\t');
        facet_column_print(claim->facets, facets[i],
                           facets[i] == FATIAO_FACET_DUTY_BEARER ? "∅" : "-");
    }
    putchar('\t');
    print_reasons(claim);
    putchar('\t');
    print_gaps(claim, "-");
    printf("\t%s\n", claim->is_sure ? "yes" : "no");
}

static void
print_markdown_head(void)
{
    puts("| 确定性 | 引注 | 措施 | 责任主体 | 部门 | 条件 | 因为 | 待核实 |");
    puts("|---|---|---|---|---|---|---|---|");
}

static void
print_markdown_row(const fatiao_claim *claim)
{
    static const fatiao_facet facets[] = {FATIAO_FACET_DUTY_BEARER,
                                          FATIAO_FACET_DEPARTMENT,
                                          FATIAO_FACET_CONDITION};
    printf("| %s | ",
           claim->certainty[0] == '\0' ? facet_unsaid : claim->certainty);
    escape_text(stdout, claim->citation);
    fputs(" | ", stdout);
    print_measures(claim);
    for (size_t i = 0; i < sizeof(facets) / sizeof(facets[0]); i++) {
        fputs(" | ", stdout);
        facet_column_print(claim->facets, facets[i], facet_unsaid);
    }
    fputs(" | ", stdout);
    print_reasons(claim);
    fputs(" | ", stdout);
    print_gaps(claim, "无");
    puts(" |");
}

/* --------------------------------------------------------------------- text */

static void
print_row_head(const char *heading, const text_style *style)
{
    printf("    %s%s%s  ", style->dim, heading, style->end);
}

static void
print_facet(const fatiao_claim *claim, fatiao_facet facet,
            const text_style *style)
{
    const char *heading = "";
    for (size_t i = 0; i < FACET_COLUMN_COUNT; i++)
        if (facet_columns[i].facet == facet)
            heading = facet_columns[i].heading;
    print_row_head(heading, style);
    facet_column_print(claim->facets, facet, facet_unsaid);
    putchar('\n');
}

static void
print_text(const fatiao_claim *claim, const text_style *style)
{
    static const fatiao_facet optional[] = {
        FATIAO_FACET_DEPARTMENT, FATIAO_FACET_CONDITION, FATIAO_FACET_NUMBER,
        FATIAO_FACET_GROUND};
    fputs(style->citation, stdout);
    escape_text(stdout, claim->citation);
    printf("%s\n", style->end);
    print_row_head("措施", style);
    print_measures(claim);
    putchar('\n');
    print_facet(claim, FATIAO_FACET_DUTY_BEARER, style);
    for (size_t i = 0; i < sizeof(optional) / sizeof(optional[0]); i++)
        if (facet_column_first(claim->facets, optional[i]) != NULL)
            print_facet(claim, optional[i], style);
    print_row_head("因为", style);
    print_reasons(claim);
    putchar('\n');
    if (claim->gap_count > 0) {
        print_row_head("待核实", style);
        print_gaps(claim, "");
        putchar('\n');
    }
    if (fatiao_facets_only_defers(claim->facets))
        puts("    需查配套政策");
    putchar('\n');
}

/* --------------------------------------------------------------------- JSON */

static json_t *
reason_to_json(const fatiao_claim *claim, const fatiao_claim_reason *reason)
{
    json_t *object = value_check(json_object());
    value_set_text(object, "key", fatiao_profile_key_name(reason->key));
    value_set_text(object, "value", reason->value);
    value_set(object, "text", json_stringn(reason->text, reason->byte_count));
    value_set(object, "node",
              reason->node == NULL
                  ? json_null()
                  : facet_column_place_to_json(claim->statute, reason->node));
    value_set_count(object, "byte_start", reason->byte_start);
    value_set_count(object, "byte_count", reason->byte_count);
    return object;
}

static json_t *
gap_to_json(const fatiao_claim_gap *gap)
{
    json_t *object = value_check(json_object());
    value_set_text(object, "key", fatiao_profile_key_name(gap->key));
    value_set_text(object, "value", gap->value);
    value_set(object, "is_alternative", json_boolean(gap->is_alternative));
    return object;
}

static json_t *
claim_to_json(const fatiao_claim *claim)
{
    json_t *object = value_check(json_object());
    json_t *claimed = value_check(json_array());
    json_t *reasons = value_check(json_array());
    json_t *gaps = value_check(json_array());
    value_set_text(object, "id", claim->id);
    value_set_text(object, "statute_id", claim->statute_id);
    value_set_text(object, "title", claim->title);
    value_set_text(object, "source", claim->source);
    value_set_text(object, "citation", claim->citation);
    value_set_text(object, "text", claim->node->text);
    value_set_count(object, "line", claim->node->line);
    value_set(object, "is_sure", json_boolean(claim->is_sure));
    value_set(object, "only_defers",
              json_boolean(fatiao_facets_only_defers(claim->facets)));
    for (size_t i = 0; i < claim->measure_count; i++)
        value_append(claimed, json_string(claim->measures[i]->name));
    value_set(object, "claimed", claimed);
    for (size_t i = 0; i < claim->reason_count; i++)
        value_append(reasons, reason_to_json(claim, &claim->reasons[i]));
    value_set(object, "reasons", reasons);
    for (size_t i = 0; i < claim->gap_count; i++)
        value_append(gaps, gap_to_json(&claim->gaps[i]));
    value_set(object, "to_be_sure", gaps);
    value_set_known(object, "certainty", claim->certainty);
    json_t *facets = value_check(json_object());
    facet_column_set_all(facets, claim->statute, claim->facets);
    value_set(object, "facets", facets);
    return object;
}

void
output_claims(const fatiao_claims *claims, output_format format,
              const text_style *style)
{
    const char *last = NULL;
    json_t *array = format == OUTPUT_JSON ? value_check(json_array()) : NULL;
    if (format == OUTPUT_TSV)
        print_tsv_head();
    if (format == OUTPUT_MARKDOWN)
        print_markdown_head();
    for (size_t i = 0; i < fatiao_claims_count(claims); i++) {
        const fatiao_claim *claim = fatiao_claims_at(claims, i);
        if (format == OUTPUT_JSON)
            value_append(array, claim_to_json(claim));
        else if (format == OUTPUT_TSV)
            print_tsv_row(claim);
        else if (format == OUTPUT_MARKDOWN)
            print_markdown_row(claim);
        else {
            if (last == NULL || strcmp(last, claim->certainty) != 0)
                printf("%s%s%s\n\n", style->mark,
                       certainty_words(claim->certainty), style->mark_end);
            last = claim->certainty;
            print_text(claim, style);
        }
    }
    if (format == OUTPUT_JSON) {
        json_t *object = output_json_begin();
        value_set(object, "claims", array);
        output_json_end(object);
    }
}
