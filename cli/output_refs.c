/* Links and checked citations, a few lines each. */
#include "output_refs.h"

#include <stdio.h>
#include <string.h>

#include "escape.h"
#include "link_words.h"

static void
print_styled(const char *on, const char *text, const text_style *style)
{
    fputs(on, stdout);
    escape_text(stdout, text);
    fputs(style->end, stdout);
}

static void
print_targets(const char *indent, const fatiao_link *link,
              const text_style *style)
{
    for (size_t i = 0; i < link->target_count; i++) {
        const fatiao_target *target = &link->targets[i];
        fputs(indent, stdout);
        escape_text(stdout, target->citation);
        fputs("  ", stdout);
        fputs(style->dim, stdout);
        escape_text(stdout, target->id);
        if (target->last_id[0] != '\0') {
            fputs(" … ", stdout);
            escape_text(stdout, target->last_id);
        }
        fputs(style->end, stdout);
        putchar('\n');
    }
}

/* The words, and why they lead nowhere, if so. */
static void
print_words(const fatiao_link *link, const text_style *style)
{
    print_styled(style->citation, link->words, style);
    if (link->state != FATIAO_LINK_FOUND)
        printf("  (%s)", link_state_words(link->state));
    putchar('\n');
}

void
output_refs_links(const char *citation, const fatiao_links *links,
                  const fatiao_links *backlinks, const text_style *style)
{
    const size_t count = fatiao_links_count(links);
    const size_t back_count = fatiao_links_count(backlinks);
    print_styled(style->citation, citation, style);
    printf("\n\nrefers to (%zu)\n", count);
    for (size_t i = 0; i < count; i++) {
        const fatiao_link *link = fatiao_links_at(links, i);
        fputs("  ", stdout);
        print_words(link, style);
        print_targets("    ", link, style);
    }
    printf("\nreferred to by (%zu)\n", back_count);
    for (size_t i = 0; i < back_count; i++) {
        const fatiao_link *link = fatiao_links_at(backlinks, i);
        fputs("  ", stdout);
        escape_text(stdout, link->citation);
        fputs("  ", stdout);
        print_styled(style->dim, link->id, style);
        fputs("\n    ", stdout);
        print_words(link, style);
    }
}

/* Text of several lines, each indented. */
static void
print_lines(const char *indent, const char *text)
{
    for (const char *end = strchr(text, '\n'); end != NULL;
         text = end + 1, end = strchr(text, '\n')) {
        fputs(indent, stdout);
        escape_bytes(stdout, text, (size_t)(end - text));
        putchar('\n');
    }
    fputs(indent, stdout);
    escape_text(stdout, text);
    putchar('\n');
}

static void
print_check(const char *path, const fatiao_check *check,
            const text_style *style)
{
    fputs(style->place, stdout);
    escape_text(stdout, path);
    printf(":%u:%u: ", check->line, check->column);
    fputs(style->end, stdout);
    fputs(fatiao_check_holds(check) ? "ok  " : "NO  ", stdout);
    print_words(&check->link, style);
    print_targets("    ", &check->link, style);
    if (check->text[0] != '\0')
        print_lines("      ", check->text);
    if (check->quote == FATIAO_QUOTE_EXACT)
        puts("    quoted exactly");
    if (check->quote == FATIAO_QUOTE_DIFFERS) {
        puts("    the quotation differs, {+ +} being the law:");
        print_lines("      ", check->difference);
    }
    if (check->quote == FATIAO_QUOTE_ABSENT) {
        puts("    the words quoted do not stand there:");
        print_lines("      ", check->quoted);
    }
}

void
output_refs_checks(const char *path, const fatiao_checks *checks,
                   const text_style *style)
{
    for (size_t i = 0; i < fatiao_checks_count(checks); i++)
        print_check(path, fatiao_checks_at(checks, i), style);
}
