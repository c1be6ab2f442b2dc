/* The hits of a search as people read them. */
#include "output_text.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "excerpt.h"
#include "places.h"

/* Clauses of an article that are shown whole; others only by their place. */
enum { CLAUSES_SHOWN = 3 };
/* The most characters of the words that an item completes. */
enum { LEAD_CHARS_MAX = 60 };

/* Where a clause stands in its article: 第二款第一项 of
 * 《…》第四十条第二款第一项; 第四十条 where it is the article's only paragraph.
 */
static const char *
place_in_article(const char *citation)
{
    const char *place = citation;
    for (const char *end = strstr(place, "》"); end != NULL;
         end = strstr(place, "》"))
        place = end + strlen("》");
    const char *level = strstr(place, "款");
    if (level == NULL)
        level = strstr(place, "项");
    const char *begin = NULL;
    for (const char *at = strstr(place, "第"); at != NULL && at < level;
         at = strstr(at + 1, "第"))
        begin = at;
    if (begin != NULL)
        return begin;
    return place[0] == '\0' ? citation : place;
}

/* A clause on one line, an item behind the words that it completes (`lead`).
 * `place` is where it stands in its article, "" if the citation above says so.
 */
static void
print_clause(const fatiao_clause *clause, const char *place, const char *lead,
             const text_style *style)
{
    fputs("    ", stdout);
    if (place[0] != '\0' || lead[0] != '\0') {
        fputs(style->dim, stdout);
        escape_text(stdout, place);
        fputs(place[0] == '\0' ? "" : "  ", stdout);
        excerpt_write(stdout, style, lead, NULL, 0, LEAD_CHARS_MAX);
        fputs(style->end, stdout);
    }
    escape_text(stdout, clause->label);
    excerpt_write(stdout, style, clause->text, clause->marks,
                  clause->mark_count, EXCERPT_CHARS_MAX);
    putchar('\n');
}

static void
print_clauses(const fatiao_hit *hit, const text_style *style)
{
    const char *last_lead = "";
    if (hit->clause_count == 0 && hit->opening != NULL)
        print_clause(hit->opening, "", hit->opening->lead, style);
    for (size_t i = 0; i < hit->clause_count && i < CLAUSES_SHOWN; i++) {
        const fatiao_clause *clause = &hit->clauses[i];
        /* The first one's citation is the hit's; items of one list need their
         * common words only once. */
        const char *place = i == 0 ? "" : place_in_article(clause->citation);
        const bool is_same = strcmp(clause->lead, last_lead) == 0;
        print_clause(clause, place, is_same ? "" : clause->lead, style);
        last_lead = clause->lead;
    }
    if (hit->clause_count <= CLAUSES_SHOWN)
        return;
    printf("    %salso ", style->dim);
    for (size_t i = CLAUSES_SHOWN; i < hit->clause_count; i++) {
        fputs(i == CLAUSES_SHOWN ? "" : "、", stdout);
        escape_text(stdout, place_in_article(hit->clauses[i].citation));
    }
    printf("%s\n", style->end);
}

static const fatiao_clause *
first_clause(const fatiao_hit *hit)
{
    return hit->clause_count > 0 ? &hit->clauses[0] : hit->opening;
}

static void
print_place(const char *source, uint32_t line, const text_style *style)
{
    fputs(style->place, stdout);
    escape_text(stdout, source[0] == '\0' ? "-" : places_shown(source));
    if (line > 0)
        printf(":%u", line);
    fputs(style->end, stdout);
}

/* Rank, place and headings. */
static void
print_head(const fatiao_hit *hit, size_t rank, const text_style *style)
{
    const fatiao_clause *first = first_clause(hit);
    printf("%s%zu%s  ", style->dim, rank, style->end);
    print_place(hit->source, first == NULL ? 0 : first->line, style);
    if (hit->heading[0] != '\0') {
        fputs("  ", stdout);
        excerpt_write(stdout, style, hit->heading, hit->heading_marks,
                      hit->heading_mark_count, EXCERPT_CHARS_MAX);
    }
    putchar('\n');
}

static void
print_hit(const fatiao_hit *hit, size_t rank, const text_style *style)
{
    print_head(hit, rank, style);
    fputs(style->citation, stdout);
    escape_text(stdout, hit->citation);
    printf("%s\n", style->end);
    /* Where nothing else is marked, the title is why the hit is here. */
    if (hit->clause_count == 0 && hit->heading_mark_count == 0) {
        fputs("    ", stdout);
        excerpt_write(stdout, style, hit->title, hit->title_marks,
                      hit->title_mark_count, EXCERPT_CHARS_MAX);
        putchar('\n');
    }
    print_clauses(hit, style);
}

void
output_text_hits(const fatiao_hits *hits, const text_style *style)
{
    const size_t count = fatiao_hits_count(hits);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            putchar('\n');
        print_hit(fatiao_hits_at(hits, i), i + 1, style);
    }
}
