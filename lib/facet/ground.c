/* Citations, grounds and conditions. */
#include "facet/ground.h"

#include <string.h>

#include "base/error.h"
#include "text/utf8.h"

enum { DE = 0x7684 /* 的 */, TITLE_CHARS_MAX = 256, GROUND_CHARS_MAX = 128 };

/* ---------------------------------------------------------------- citations */

/* Behind the title that begins with 《 at `at`; 0 if it is not closed. */
static uint32_t
title_end(const ft_prose *prose, uint32_t at)
{
    int depth = 0;
    for (uint32_t i = at;
         i < ft_prose_length(prose) && i < at + TITLE_CHARS_MAX; i++) {
        const uint32_t code = ft_prose_code(prose, i);
        depth += code == 0x300A /* 《 */;
        depth -= code == 0x300B /* 》 */;
        if (code == '\n')
            return 0;
        if (depth == 0)
            return i + 1;
    }
    return 0;
}

/* Behind 第二条第一款、第三条 at `at`. */
static uint32_t
place_end(const ft_prose *prose, uint32_t at)
{
    uint32_t end = at;
    uint32_t i = at;
    while (ft_prose_code(prose, i) == 0x7B2C /* 第 */) {
        while (ft_char_is_one_of(ft_prose_code(prose, i),
                                 "第零一二三四五六七八九十百千0123456789()之"))
            i++;
        if (!ft_char_is_one_of(ft_prose_code(prose, i), "条款项章节目"))
            break;
        end = ++i;
        while (ft_char_is_one_of(ft_prose_code(prose, i),
                                 "之一二三四五六七八九十"))
            end = ++i;
        if (ft_char_is_one_of(ft_prose_code(prose, i), "、和至或") &&
            ft_prose_code(prose, i + 1) == 0x7B2C)
            i++;
    }
    return end;
}

/* Whether `title`, with its 《》, is that of the statute itself. */
static bool
is_own_title(const ft_reading *reading, const char *title)
{
    static const char country[] = "中华人民共和国";
    const char *own = fatiao_statute_title(reading->statute);
    const size_t bracket = strlen("《");
    title += bracket;
    size_t byte_count = strlen(title) - bracket;
    for (int i = 0; i < 2; i++) {
        if (strlen(own) == byte_count && memcmp(own, title, byte_count) == 0)
            return true;
        if (strncmp(own, country, sizeof(country) - 1) == 0)
            own += sizeof(country) - 1;
    }
    return false;
}

/* Whether the title that ends at `end` is of a certificate or the like. Titles
 * come in order, and so do the words; `*next` is where to go on. */
static bool
is_certificate(const ft_reading *reading, uint32_t end, size_t *next)
{
    const ft_array *found = &reading->spots.of[FT_CUES_GROUND];
    const ft_spot *spots = found->items;
    while (*next < found->count && spots[*next].end < end)
        ++*next;
    for (size_t i = *next; i < found->count && spots[i].end == end; i++)
        if (strcmp(reading->cues->values[spots[i].value].name, "证书") == 0)
            return true;
    return false;
}

fatiao_status
ft_citations_take(ft_reading *reading)
{
    const ft_prose *prose = &reading->prose;
    size_t next = 0;
    for (uint32_t i = 0; i < ft_prose_length(prose); i++) {
        if (ft_prose_code(prose, i) != 0x300A)
            continue;
        const uint32_t end = title_end(prose, i);
        if (end == 0)
            continue;
        const uint32_t behind = place_end(prose, end);
        const char *title = ft_reading_text(reading, i, end);
        const char *place =
            behind > end ? ft_reading_text(reading, end, behind) : "";
        if (title == NULL || place == NULL)
            return ft_error_memory(reading->error);
        fatiao_facet_value *value = NULL;
        if (!is_own_title(reading, title) &&
            !is_certificate(reading, end, &next)) {
            const fatiao_status status = ft_reading_add(
                reading, FATIAO_FACET_CITATION, title, i, behind, &value);
            if (status != FATIAO_OK)
                return status;
        }
        if (value != NULL)
            value->place = place;
        i = end - 1;
    }
    return FATIAO_OK;
}

/* ------------------------------------------------------------------ grounds */

static const char *
name_of(const ft_reading *reading, const ft_spot *spot)
{
    return reading->cues->values[spot->value].name;
}

/* The last end of a ground in the clause behind spot `first`, before another
 * begins: 按照 国家和省有关规定. */
static const ft_spot *
find_end(const ft_reading *reading, const ft_spot *spots, size_t count,
         size_t first)
{
    const ft_stretch *clause =
        ft_prose_clause(&reading->prose, spots[first].start);
    const ft_spot *end = NULL;
    for (size_t i = first + 1;
         i < count && spots[i].start < clause->end &&
         spots[i].start < spots[first].end + GROUND_CHARS_MAX;
         i++) {
        const char *name = name_of(reading, &spots[i]);
        if (strcmp(name, "证书") == 0)
            continue;
        if (name[0] == '-' || strcmp(name, "开头") == 0)
            return name[0] == '-' && end == NULL ? NULL : end;
        if (end != NULL && spots[i].start > end->end &&
            (ft_grammar_begins(&reading->grammar, end->end) & FT_ROLE_AND) == 0)
            return end;
        if (ft_grammar_next(&reading->grammar, FT_ROLE_PREPOSITION,
                            spots[first].end, spots[i].start) < spots[i].start)
            return end;
        end = &spots[i];
    }
    return end;
}

/* 按照规定: a ground of itself, with the word that begins it. */
static bool
is_whole(const ft_reading *reading, const ft_spot *start, const ft_spot *end)
{
    return (ft_prose_has(&reading->prose, start->start, "按") ||
            ft_prose_has(&reading->prose, start->start, "依")) &&
           ft_prose_has(&reading->prose, end->end - 2, "规定");
}

/* Behind 《…》等 at `at`: titles are citations, what follows is a ground. */
static uint32_t
skip_titles(const ft_prose *prose, uint32_t at, uint32_t end)
{
    while (ft_prose_code(prose, at) == 0x300A /* 《 */) {
        const uint32_t behind = title_end(prose, at);
        if (behind == 0 || behind + 1 >= end)
            break;
        at = behind + ft_char_is_one_of(ft_prose_code(prose, behind), "等、和");
    }
    return at;
}

/* 遵守《…法》的规定: nothing but the title. */
static bool
is_of_title(const ft_prose *prose, uint32_t start, const ft_spot *end)
{
    return ft_prose_code(prose, start) == DE && start + 1 == end->start;
}

fatiao_status
ft_grounds_take(ft_reading *reading)
{
    const ft_array *found = &reading->spots.of[FT_CUES_GROUND];
    const ft_spot *spots = found->items;
    uint32_t taken_to = 0;
    for (size_t i = 0; i < found->count; i++) {
        const char *name = name_of(reading, &spots[i]);
        const ft_spot *end = NULL;
        uint32_t start = spots[i].start;
        if (strcmp(name, "另定") == 0)
            end = &spots[i];
        if (strcmp(name, "开头") == 0) {
            end = find_end(reading, spots, found->count, i);
            if (end != NULL && end->start > spots[i].end)
                start = skip_titles(&reading->prose, spots[i].end, end->end);
            else if (end != NULL && !is_whole(reading, &spots[i], end))
                end = NULL;
        }
        if (end == NULL || spots[i].start < taken_to ||
            is_of_title(&reading->prose, start, end))
            continue;
        taken_to = end->end;
        const fatiao_status status = ft_reading_add(
            reading, FATIAO_FACET_GROUND, NULL, start, end->end, NULL);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}

/* --------------------------------------------------------------- conditions */

/* 符合条件的中小企业: from 符合 to the end of the clause's noun. */
fatiao_status
ft_conditions_take(ft_reading *reading)
{
    const ft_stretch *clauses = reading->prose.clauses.items;
    for (size_t i = 0; i < reading->prose.clauses.count; i++) {
        const ft_stretch *c = &clauses[i];
        const uint32_t last = ft_prose_code(&reading->prose, c->end - 1);
        const bool is_exception =
            c->end - c->start > 2 &&
            (ft_prose_has(&reading->prose, c->end - 2, "除外") ||
             (ft_prose_has(&reading->prose, c->start, "除") &&
              last == 0x5916 /* 外 */));
        const bool is_time = c->end - c->start > 3 && last == 0x65F6 /* 时 */;
        if (last != DE && !is_exception && !is_time)
            continue;
        const fatiao_status status = ft_reading_add(
            reading, FATIAO_FACET_CONDITION, NULL, c->start, c->end, NULL);
        if (status != FATIAO_OK)
            return status;
    }
    return FATIAO_OK;
}
