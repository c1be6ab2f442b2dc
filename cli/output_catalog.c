/* The statutes of an index as people read them. */
#include "output_catalog.h"

#include <stdio.h>

#include "codepoint.h"
#include "escape.h"

/* Wider ids push their line to the right instead of all lines. */
enum { ID_COLUMNS_MAX = 60 };

static void
print_tabbed(const fatiao_statute_info *info)
{
    escape_text(stdout, info->id);
    printf("\t%s\t%u\t%u\t", info->date, info->article_count,
           info->clause_count);
    escape_text(stdout, info->title);
    putchar('\n');
}

static void
print_padded(const char *text, size_t columns)
{
    escape_text(stdout, text);
    for (size_t i = codepoint_text_columns(text); i < columns; i++)
        putchar(' ');
}

static size_t
id_columns(const fatiao_catalog *catalog)
{
    size_t widest = 2;
    for (size_t i = 0; i < fatiao_catalog_count(catalog); i++) {
        const size_t columns =
            codepoint_text_columns(fatiao_catalog_at(catalog, i)->id);
        if (columns > widest && columns <= ID_COLUMNS_MAX)
            widest = columns;
    }
    return widest;
}

void
output_catalog(const fatiao_catalog *catalog, bool is_aligned,
               const text_style *style)
{
    const size_t count = fatiao_catalog_count(catalog);
    const size_t columns = is_aligned ? id_columns(catalog) : 0;
    if (is_aligned && count > 0) {
        fputs(style->dim, stdout);
        print_padded("id", columns);
        printf("  date        articles  clauses  title%s\n", style->end);
    }
    for (size_t i = 0; i < count; i++) {
        const fatiao_statute_info *info = fatiao_catalog_at(catalog, i);
        if (!is_aligned) {
            print_tabbed(info);
            continue;
        }
        print_padded(info->id, columns);
        printf("  %-10s  %8u  %7u  ", info->date, info->article_count,
               info->clause_count);
        escape_text(stdout, info->title);
        putchar('\n');
    }
}
