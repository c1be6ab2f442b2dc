/* Reading a title and what is said beside it. */
#include "statute/quoted_title.h"

#include <string.h>

#include "statute/law_word.h"
#include "text/utf8.h"

enum {
    TITLE_CHARS_MAX = 120,  /* no title is longer */
    NOTE_CHARS_MAX = 80,    /* nor a note in brackets behind it */
    REPEAL_CHARS_MAX = 300, /* between a title and 同时废止 */
    OPEN_TITLE = 0x300A,    /* 《 */
    CLOSE_TITLE = 0x300B,   /* 》 */
    FULL_STOP = 0x3002      /* 。 */
};

/* The folded text. */
typedef struct run {
    const ft_char *chars;
    size_t count;
} run;

/* How many characters of the word stand at `at`: all of them, or 0. */
static size_t
match(const run *r, size_t at, const char *word)
{
    size_t used = 0;
    for (size_t i = 0; i < strlen(word); used++)
        if (at + used >= r->count ||
            r->chars[at + used].code != ft_utf8_next(word, strlen(word), &i))
            return 0;
    return used;
}

/* Behind the sign that closes the one at `at`, `at` if none does within `most`
 * characters. */
static size_t
close_sign(const run *r, size_t at, uint32_t open, uint32_t close, size_t most)
{
    size_t depth = 0;
    for (size_t i = at; i < r->count && i - at <= most; i++) {
        depth += r->chars[i].code == open;
        if (r->chars[i].code == close && --depth == 0)
            return i + 1;
    }
    return at;
}

/* Whether each character of an alias stands in the title, in their order: the
 * 办法 of a title is; 两法, of two laws, is not. */
static bool
is_part_of(const run *r, const ft_quoted_title *title, size_t start)
{
    size_t at = title->alias_start;
    for (size_t i = start; i < title->end && at < title->alias_end; i++)
        at += r->chars[i].code == r->chars[at].code;
    return at == title->alias_end;
}

/* Fills in the alias that the note gives. */
static void
read_alias(const run *r, size_t start, ft_quoted_title *out)
{
    static const char *const words[] = {"以下简称", "下称", "简称"};
    static const char signs[] = "《》\"'「」:为";
    size_t used = 0;
    size_t at = out->end;
    for (; at < out->note_end && used == 0; at += used == 0)
        for (size_t i = 0; used == 0 && i < sizeof(words) / sizeof(*words); i++)
            used = match(r, at, words[i]);
    if (used == 0)
        return;
    size_t first = at + used;
    size_t last = out->note_end - 1;
    while (first < last && ft_char_is_one_of(r->chars[first].code, signs))
        first++;
    while (first < last && ft_char_is_one_of(r->chars[last - 1].code, signs))
        last--;
    out->alias_start = first;
    out->alias_end = last;
    if (last < first + 2 || !is_part_of(r, out, start))
        out->alias_end = first;
}

/* Whether what stands in 《》 ends as the titles of laws do, round brackets
 * left out. */
static bool
is_law(const ft_char *title, size_t count)
{
    if (count > 0 && title[count - 1].code == ')')
        while (count > 0 && title[--count].code != '(')
            ;
    return ft_law_word_ends(title, count);
}

static bool
is_repealed(const run *r, size_t at)
{
    for (size_t i = at; i < r->count && i - at < REPEAL_CHARS_MAX; i++) {
        if (r->chars[i].code == FULL_STOP)
            return false;
        if (match(r, i, "废止") > 0)
            return true;
    }
    return false;
}

bool
ft_quoted_title_read(const ft_char *chars, size_t count, size_t at,
                     ft_quoted_title *out)
{
    const run r = {chars, count};
    *out = (ft_quoted_title){0};
    out->end = close_sign(&r, at, OPEN_TITLE, CLOSE_TITLE, TITLE_CHARS_MAX);
    if (out->end < at + 3)
        return false;
    out->note_end = out->end;
    if (out->end < count && chars[out->end].code == '(')
        out->note_end = close_sign(&r, out->end, '(', ')', NOTE_CHARS_MAX);
    if (out->note_end > out->end)
        read_alias(&r, at + 1, out);
    out->is_law = is_law(chars + at + 1, out->end - at - 2);
    out->is_repealed = is_repealed(&r, out->note_end);
    return true;
}
