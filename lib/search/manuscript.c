/* Paragraphs and quotations. */
#include "search/manuscript.h"

#include <string.h>

#include "text/utf8.h"

enum {
    BEHIND_CHARS_MAX = 24, /* between a citation and what it is said to say */
    BEFORE_CHARS_MAX = 8, /* between a quotation and （《…》第五条） */
    QUOTE_CHARS_MAX = 4000
};

/* --------------------------------------------------------------- paragraphs */

static size_t
line_end(const char *text, size_t byte_count, size_t at)
{
    const char *found = memchr(text + at, '\n', byte_count - at);
    return found == NULL ? byte_count : (size_t)(found - text);
}

/* The last character of a line that is no blank; 0 for an empty line. */
static uint32_t
last_code(const char *text, size_t start, size_t end)
{
    uint32_t last = 0;
    /* A character has no more than four bytes, and blanks are few. */
    size_t from = end - start > 64 ? end - 64 : start;
    while (from < end && ((unsigned char)text[from] & 0xC0u) == 0x80)
        from++;
    for (size_t at = from; at < end;) {
        const uint32_t code = ft_utf8_next(text, end, &at);
        if (!ft_char_is_blank(code))
            last = code;
    }
    return last;
}

/* Whether a line goes on with the one before: nothing ends there, and nothing
 * begins here. */
static bool
goes_on(const char *text, size_t start, size_t end, size_t next,
        size_t byte_count)
{
    if (next >= byte_count ||
        ft_char_is_one_of(last_code(text, start, end), "。！？：；!?:;|"))
        return false;
    size_t at = next;
    const uint32_t first = ft_utf8_next(text, byte_count, &at);
    return last_code(text, start, end) != 0 && !ft_char_is_blank(first) &&
           !ft_char_is_one_of(first,
                              "第（(#*-+>|•·0123456789一二三四五六七八九十");
}

bool
ft_manuscript_next(const char *text, size_t byte_count,
                   ft_manuscript_run *paragraph)
{
    size_t start = paragraph->end;
    while (start < byte_count && text[start] == '\n')
        start++;
    if (start >= byte_count)
        return false;
    size_t line = start;
    size_t end = line_end(text, byte_count, start);
    while (end < byte_count && goes_on(text, line, end, end + 1, byte_count)) {
        line = end + 1;
        end = line_end(text, byte_count, line);
    }
    *paragraph = (ft_manuscript_run){start, end};
    return true;
}

/* --------------------------------------------------------------- quotations */

/* The sign that closes a quotation, 0 if `code` opens none. */
static uint32_t
closing(uint32_t code)
{
    switch (code) {
    case 0x201C: /* “ */
        return 0x201D;
    case 0x300C: /* 「 */
        return 0x300D;
    case 0x300E: /* 『 */
        return 0x300F;
    case '"':
    case 0xFF02: /* ＂ */
        return code;
    default:
        return 0;
    }
}

/* The quotation whose sign ends at `start`, up to its closing sign. */
static ft_manuscript_run
read_quotation(const char *text, size_t start, uint32_t close, size_t end)
{
    size_t count = 0;
    for (size_t at = start; at < end && count < QUOTE_CHARS_MAX; count++) {
        const size_t before = at;
        if (ft_utf8_next(text, end, &at) == close)
            return (ft_manuscript_run){start, before};
    }
    return (ft_manuscript_run){start, start};
}

/* The quotation that begins close behind `from`. */
static ft_manuscript_run
quotation_behind(const char *text, size_t byte_count, size_t from, size_t limit)
{
    static const char alias[] = "简称";
    const ft_manuscript_run none = {from, from};
    size_t count = 0;
    for (size_t at = from; at < limit && count < BEHIND_CHARS_MAX; count++) {
        const uint32_t code = ft_utf8_next(text, limit, &at);
        if (ft_char_is_one_of(code, "。；;"))
            return none;
        const uint32_t close = closing(code);
        if (close == 0)
            continue;
        if (memmem(text + from, at - from, alias, strlen(alias)) != NULL)
            return none;
        /* What is quoted may cite, and so go on beyond the limit. */
        return read_quotation(text, at, close, byte_count);
    }
    return none;
}

ft_manuscript_run
ft_manuscript_quotation(const char *text, size_t byte_count, size_t from,
                        const ft_manuscript_run *words, size_t limit)
{
    const ft_manuscript_run behind =
        quotation_behind(text, byte_count, words->end, limit);
    if (behind.end > behind.start)
        return behind;
    ft_manuscript_run last = {words->end, words->end};
    size_t closed = 0; /* behind the sign that closes it */
    for (size_t at = from; at < words->start;) {
        const uint32_t close = closing(ft_utf8_next(text, words->start, &at));
        if (close == 0)
            continue;
        const ft_manuscript_run run =
            read_quotation(text, at, close, words->start);
        if (run.end == run.start)
            continue;
        last = run;
        at = run.end;
        ft_utf8_next(text, words->start, &at);
        closed = at;
    }
    const size_t gap =
        closed == 0 ? SIZE_MAX
                    : ft_utf8_char_count(text + closed, words->start - closed);
    const bool is_beside = gap <= BEFORE_CHARS_MAX && gap > 0 &&
                           memmem(text + closed, words->start - closed, "。",
                                  strlen("。")) == NULL;
    return is_beside ? last : (ft_manuscript_run){words->end, words->end};
}

/* ------------------------------------------------------------------- places */

ft_manuscript_place
ft_manuscript_begin(void)
{
    return (ft_manuscript_place){0, 0, 1, 1};
}

void
ft_manuscript_go_to(ft_manuscript_place *place, const char *text,
                    size_t byte_index)
{
    while (place->byte_index < byte_index) {
        const uint32_t code =
            ft_utf8_next(text, byte_index, &place->byte_index);
        place->char_index++;
        place->column++;
        if (code == '\n') {
            place->line++;
            place->column = 1;
        }
    }
}
