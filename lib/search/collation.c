/* Comparing by the least edits that turn the words quoted into some stretch of
 * the text:
 *
 *     quoted   应当给付报酬           free start and end in the text
 *     text     …单位应当支付劳动报酬…
 *     edits    应当[-给-]{+支+}付{+劳动+}报酬
 */
#include "search/collation.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "text/fold.h"

enum {
    EQUAL_SHOWN = 8,   /* characters on each side of a difference */
    COST_TEXT = 1,     /* of words of the text left out: the least */
    COST_OTHER = 3,    /* of words changed or put in */
    SHARE_ABSENT = 40, /* with more words changed than this share, in percent,
                          nothing like them stands there */
    DOTS = 3           /* …, folded */
};

/* A side: characters and the bytes they came from. */
typedef struct side {
    const char *text;
    ft_array all;
    const ft_char *chars; /* without signs at either end, for what is quoted */
    size_t count;
} side;

static fatiao_status
side_init(side *s, const char *text, size_t byte_count, fatiao_error *error)
{
    *s = (side){.text = text, .all.item_size = sizeof(ft_char)};
    const fatiao_status status = ft_fold(text, byte_count, &s->all, error);
    s->chars = s->all.items;
    s->count = s->all.count;
    return status;
}

static void
trim_signs(side *s)
{
    while (s->count > 0 && !ft_char_is_pairing(s->chars[0].code)) {
        s->chars++;
        s->count--;
    }
    while (s->count > 0 && !ft_char_is_pairing(s->chars[s->count - 1].code))
        s->count--;
}

static bool
is_equal(const ft_char *a, const ft_char *b, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (a[i].code != b[i].code)
            return false;
    return true;
}

/* Where a run of characters stands in the text from `from` on, behind it; 0 if
 * it does not. */
static size_t
find_run(const side *text, size_t from, const ft_char *run, size_t count)
{
    for (size_t i = from; i + count <= text->count; i++)
        if (text->chars[i].code == run[0].code &&
            is_equal(text->chars + i, run, count))
            return i + count;
    return 0;
}

/* How long the run of dots at `at` is, 0 if it is too short to be …. */
static size_t
count_dots(const side *s, size_t at)
{
    size_t count = 0;
    while (at + count < s->count && s->chars[at + count].code == '.')
        count++;
    return count < DOTS ? 0 : count;
}

/* Whether all pieces between …… stand in the text, in their order. */
static bool
is_exact(const side *quoted, const side *text)
{
    size_t from = 0;
    for (size_t start = 0; start < quoted->count;) {
        size_t end = start;
        while (end < quoted->count && count_dots(quoted, end) == 0)
            end++;
        if (end > start) {
            from = find_run(text, from, quoted->chars + start, end - start);
            if (from == 0)
                return false;
        }
        start = end + (end < quoted->count ? count_dots(quoted, end) : 0);
    }
    return true;
}

/* --------------------------------------------------------------------- edits
 */

/* One step of the way from the words to the text. */
typedef enum edit { EDIT_SAME, EDIT_CHANGED, EDIT_QUOTED, EDIT_TEXT } edit;

/* The steps that lead to each pair of places, a row for each character quoted,
 * and the costs of the last row. */
typedef struct table {
    uint8_t *steps;
    uint32_t *costs;
    size_t width;
} table;

/* Fills in the table. Row 0 costs nothing: the words may begin anywhere. */
static void
fill(const side *quoted, const side *text, table *t)
{
    for (size_t j = 0; j <= text->count; j++)
        t->costs[j] = 0;
    for (size_t i = 1; i <= quoted->count; i++) {
        uint8_t *row = t->steps + i * t->width;
        uint32_t diagonal = t->costs[0];
        t->costs[0] = (uint32_t)(i * COST_OTHER);
        row[0] = EDIT_QUOTED;
        for (size_t j = 1; j <= text->count; j++) {
            const bool is_same =
                quoted->chars[i - 1].code == text->chars[j - 1].code;
            uint32_t best = diagonal + (is_same ? 0 : COST_OTHER);
            row[j] = is_same ? EDIT_SAME : EDIT_CHANGED;
            if (t->costs[j] + COST_OTHER < best) {
                best = t->costs[j] + COST_OTHER;
                row[j] = EDIT_QUOTED;
            }
            if (t->costs[j - 1] + COST_TEXT < best) {
                best = t->costs[j - 1] + COST_TEXT;
                row[j] = EDIT_TEXT;
            }
            diagonal = t->costs[j];
            t->costs[j] = best;
        }
    }
}

/* Writes the steps in their order; returns how many. */
static size_t
trace(const side *quoted, const table *t, size_t end, uint8_t *steps,
      size_t *start)
{
    size_t count = 0;
    size_t j = end;
    for (size_t i = quoted->count; i > 0;) {
        const uint8_t step = t->steps[i * t->width + j];
        steps[count++] = step;
        i -= step != EDIT_TEXT;
        j -= step != EDIT_QUOTED;
    }
    for (size_t a = 0, b = count; a + 1 < b; a++) {
        const uint8_t step = steps[a];
        steps[a] = steps[--b];
        steps[b] = step;
    }
    *start = j;
    return count;
}

static void
write_chars(ft_strbuf *out, const side *s, size_t start, size_t end)
{
    if (start < end)
        ft_strbuf_bytes(out, s->text + s->chars[start].byte_start,
                        s->chars[end - 1].byte_end -
                            s->chars[start].byte_start);
}

/* Characters that are the same, of which only those near a difference are
 * shown. */
static void
write_same(ft_strbuf *out, const side *s, size_t start, size_t end,
           bool is_first, bool is_last)
{
    const size_t before = is_first ? 0 : EQUAL_SHOWN;
    const size_t after = is_last ? 0 : EQUAL_SHOWN;
    if (end - start <= before + after + 1) {
        write_chars(out, s, start, end);
        return;
    }
    write_chars(out, s, start, start + before);
    ft_strbuf_text(out, "…");
    write_chars(out, s, end - after, end);
}

static void
write_edits(ft_strbuf *out, const side *quoted, const side *text,
            const uint8_t *steps, size_t count, size_t at)
{
    size_t from = 0; /* in what is quoted */
    for (size_t i = 0; i < count;) {
        const bool is_same = steps[i] == EDIT_SAME;
        const size_t quoted_start = from;
        const size_t text_start = at;
        size_t end = i;
        for (; end < count && (steps[end] == EDIT_SAME) == is_same; end++) {
            from += steps[end] != EDIT_TEXT;
            at += steps[end] != EDIT_QUOTED;
        }
        if (is_same) {
            write_same(out, text, text_start, at, i == 0, end == count);
        } else {
            if (from > quoted_start) {
                ft_strbuf_text(out, "[-");
                write_chars(out, quoted, quoted_start, from);
                ft_strbuf_text(out, "-]");
            }
            if (at > text_start) {
                ft_strbuf_text(out, "{+");
                write_chars(out, text, text_start, at);
                ft_strbuf_text(out, "+}");
            }
        }
        i = end;
    }
}

/* Looks for the least edits, and appends them unless they are too many. */
static fatiao_status
compare_edits(const side *quoted, const side *text, fatiao_quote_state *state,
              ft_strbuf *difference, fatiao_error *error)
{
    table t = {.width = text->count + 1};
    t.steps = malloc((quoted->count + 1) * t.width);
    t.costs = malloc(t.width * sizeof(*t.costs));
    uint8_t *steps = malloc(quoted->count + text->count + 1);
    fatiao_status status = FATIAO_OK;
    if (t.steps == NULL || t.costs == NULL || steps == NULL) {
        status = ft_error_memory(error);
        goto done;
    }
    fill(quoted, text, &t);
    size_t best = 0;
    for (size_t j = 1; j <= text->count; j++)
        if (t.costs[j] < t.costs[best])
            best = j;
    *state = FATIAO_QUOTE_ABSENT;
    if (t.costs[best] * 100 <= quoted->count * COST_OTHER * SHARE_ABSENT) {
        size_t start;
        const size_t count = trace(quoted, &t, best, steps, &start);
        *state = FATIAO_QUOTE_DIFFERS;
        write_edits(difference, quoted, text, steps, count, start);
    }
done:
    free(t.steps);
    free(t.costs);
    free(steps);
    return status;
}

fatiao_status
ft_collation_compare(const char *quoted, size_t quoted_count, const char *text,
                     size_t text_count, size_t *budget,
                     fatiao_quote_state *state, ft_strbuf *difference,
                     fatiao_error *error)
{
    side words;
    side law;
    *state = FATIAO_QUOTE_DIFFERS;
    fatiao_status status = side_init(&words, quoted, quoted_count, error);
    const fatiao_status law_status = side_init(&law, text, text_count, error);
    if (status == FATIAO_OK)
        status = law_status;
    trim_signs(&words);
    if (status != FATIAO_OK)
        goto done;
    if (is_exact(&words, &law)) {
        *state = FATIAO_QUOTE_EXACT;
        goto done;
    }
    const size_t cells = (words.count + 1) * (law.count + 1);
    if (cells > *budget)
        goto done;
    *budget -= cells;
    status = compare_edits(&words, &law, state, difference, error);
    if (status == FATIAO_OK && ft_strbuf_failed(difference))
        status = ft_error_memory(error);
done:
    ft_array_finish(&words.all);
    ft_array_finish(&law.all);
    return status;
}
