/* Finding the name at the end of a text: the pairs of titles in the index tell
 * how far back it can reach. */
#include "search/naming.h"

#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/schema.h"
#include "search/term_list.h"

enum { DE = 0x7684 }; /* 的 */

enum {
    CHARS_MAX = 64,      /* no title is longer */
    PIECES_MAX = 6,      /* of a name: 北京 中小企业 条例 */
    LAST_PIECES_MAX = 8, /* that are tried: 企业条例, 业条例, 条例 */
    TITLES_MAX = 64      /* with more, a name is too general */
};

/* The text that may end in a name, without punctuation, and which character of
 * it each was. */
typedef struct words {
    uint32_t codes[CHARS_MAX];
    size_t chars[CHARS_MAX];
    size_t count;
} words;

/* Characters [start, end) of it that stand together in a title. */
typedef struct piece {
    size_t start;
    size_t end;
} piece;

/* The pieces of a name, the last one first. */
typedef struct pieces {
    piece all[PIECES_MAX];
    size_t count;
} pieces;

ft_naming
ft_naming_new(void)
{
    return (ft_naming){.statutes.item_size = sizeof(ft_named_statute)};
}

void
ft_naming_finish(ft_naming *naming)
{
    ft_array_finish(&naming->statutes);
}

static void
set_words(words *w, const ft_char *chars, size_t char_count)
{
    size_t first = char_count;
    size_t kept = 0;
    while (first > 0 && kept < CHARS_MAX)
        kept += ft_char_is_pairing(chars[--first].code);
    w->count = 0;
    for (size_t i = first; i < char_count; i++) {
        if (!ft_char_is_pairing(chars[i].code))
            continue;
        w->codes[w->count] = chars[i].code;
        w->chars[w->count++] = i;
    }
}

/* --------------------------------------------------------------- in the index
 */

/* Finds the statutes whose titles hold the pairs of all pieces. */
static fatiao_status
find_pieces(fatiao_searcher *searcher, const words *w, const pieces *p,
            ft_array *ids, fatiao_error *error)
{
    ft_array_clear(ids);
    ft_term_list terms = ft_term_list_new();
    for (size_t i = 0; i < p->count; i++)
        ft_term_list_add_run(&terms, w->codes + p->all[i].start,
                             p->all[i].end - p->all[i].start, FT_PREFIX_TITLE,
                             FT_PREFIX_TITLE);
    const ft_engine_filter filter = {.required = ft_term_list_items(&terms),
                                     .required_count = terms.terms.count};
    const fatiao_status status =
        ft_term_list_failed(&terms)
            ? ft_error_memory(error)
            : ft_engine_find(searcher->engine, &filter, ids, error);
    ft_term_list_finish(&terms);
    return status;
}

/* Adds the longest piece that ends at `end` and that some title has together
 * with those before; none if there is none of two characters. */
static fatiao_status
add_piece(fatiao_searcher *searcher, const words *w, size_t end, pieces *p,
          fatiao_error *error)
{
    if (p->count == PIECES_MAX || end < 2)
        return FATIAO_OK;
    ft_array ids = {.item_size = sizeof(uint32_t)};
    piece *last = &p->all[p->count++];
    *last = (piece){end - 1, end};
    fatiao_status status = FATIAO_OK;
    while (status == FATIAO_OK && last->start > 0) {
        last->start--;
        status = find_pieces(searcher, w, p, &ids, error);
        if (status == FATIAO_OK && ids.count == 0) {
            last->start++;
            break;
        }
    }
    if (last->end - last->start < 2)
        p->count--;
    ft_array_finish(&ids);
    return status;
}

/* ------------------------------------------------------------------ in a title
 */

/* Whether `word` stands in the text before `end`; `*end` moves to where the
 * last such place begins. */
static bool
stands_before(const char *text, size_t *end, const char *word)
{
    const size_t length = strlen(word);
    for (size_t at = *end >= length ? *end - length + 1 : 0; at-- > 0;) {
        if (memcmp(text + at, word, length) != 0)
            continue;
        *end = at;
        return true;
    }
    return false;
}

static void
write_piece(ft_strbuf *out, const words *w, const piece *p)
{
    ft_strbuf_clear(out);
    for (size_t i = p->start; i < p->end; i++)
        ft_strbuf_char(out, w->codes[i]);
}

/* Whether a title has the pieces in their order and ends with the last. */
static fatiao_status
fit_pieces(const words *w, const pieces *p, const char *title, ft_arena *arena,
           ft_named_statute *out, fatiao_error *error)
{
    ft_strbuf text = {0};
    write_piece(&text, w, &p->all[0]);
    fatiao_status status =
        ft_name_fit_title(ft_strbuf_string(&text), title, arena, out, error);
    size_t end = status == FATIAO_OK ? strlen(out->key) : 0;
    for (size_t i = 0; status == FATIAO_OK && i < p->count; i++) {
        write_piece(&text, w, &p->all[i]);
        if (!stands_before(out->key, &end, ft_strbuf_string(&text)))
            out->fit = FT_FIT_NONE;
    }
    if (status == FATIAO_OK && ft_strbuf_failed(&text))
        status = ft_error_memory(error);
    ft_strbuf_finish(&text);
    return status;
}

/* ----------------------------------------------------------------------- names
 */

/* Keeps the statutes whose titles are the name or end with it. */
static void
keep_ends(ft_array *statutes)
{
    const ft_named_statute *all = statutes->items;
    while (statutes->count > 0 && all[statutes->count - 1].fit > FT_FIT_END)
        statutes->count--;
}

/* Looks for the longest end of the last piece that is a name by itself. The
 * piece shrinks to it; `is_general` is set where too many titles have it. */
static fatiao_status
find_end(ft_naming *naming, fatiao_searcher *searcher, const words *w,
         pieces *p, ft_arena *arena, fatiao_error *error)
{
    ft_array ids = {.item_size = sizeof(uint32_t)};
    ft_strbuf name = {0};
    pieces end = *p;
    fatiao_status status = FATIAO_OK;
    for (; status == FATIAO_OK && end.all[0].end - end.all[0].start >= 2;
         end.all[0].start++) {
        if (w->codes[end.all[0].start] == DE)
            continue; /* no name begins so, though titles end in 的条例 */
        status = find_pieces(searcher, w, &end, &ids, error);
        if (status == FATIAO_OK && ids.count > TITLES_MAX) {
            naming->is_general = true;
            break;
        }
        write_piece(&name, w, &end.all[0]);
        if (status == FATIAO_OK)
            status = ft_name_statutes(searcher, ft_strbuf_string(&name), arena,
                                      &naming->statutes, error);
        keep_ends(&naming->statutes);
        if (naming->statutes.count > 0)
            break;
    }
    if (naming->is_general || naming->statutes.count > 0)
        *p = end;
    if (status == FATIAO_OK && ft_strbuf_failed(&name))
        status = ft_error_memory(error);
    ft_array_finish(&ids);
    ft_strbuf_finish(&name);
    return status;
}

/* Pushes the statutes that have all pieces, unless they are too many. */
static fatiao_status
push_fitting(fatiao_searcher *searcher, const words *w, const pieces *p,
             ft_arena *arena, ft_array *statutes, fatiao_error *error)
{
    ft_array ids = {.item_size = sizeof(uint32_t)};
    fatiao_status status = find_pieces(searcher, w, p, &ids, error);
    const uint32_t *all = ids.items;
    const size_t count = ids.count > TITLES_MAX ? 0 : ids.count;
    for (size_t i = 0; status == FATIAO_OK && i < count; i++) {
        ft_named_statute here = {.score = 0};
        status = ft_entry_read_statute(searcher->engine, all[i], arena,
                                       &here.record, error);
        if (status == FATIAO_OK)
            status = fit_pieces(w, p, here.record.title, arena, &here, error);
        if (status != FATIAO_OK || here.fit > FT_FIT_END)
            continue;
        here.fit = FT_FIT_END;
        ft_named_statute *kept = ft_array_push(statutes);
        if (kept == NULL)
            status = ft_error_memory(error);
        else
            *kept = here;
    }
    ft_name_sort(statutes);
    ft_array_finish(&ids);
    return status;
}

/* Where a piece before another one may end: 青岛 of 青岛的条例. */
static size_t
before_particle(const words *w, size_t start)
{
    return start > 0 && w->codes[start - 1] == DE ? start - 1 : start;
}

static size_t
count_chars(const pieces *p)
{
    size_t count = 0;
    for (size_t i = 0; i < p->count; i++)
        count += p->all[i].end - p->all[i].start;
    return count;
}

/* Looks for pieces before the last one: 北京 before 条例. */
static fatiao_status
add_pieces(fatiao_searcher *searcher, const words *w, pieces *p,
           fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    for (size_t before = 0; status == FATIAO_OK && p->count > before;) {
        before = p->count;
        status =
            add_piece(searcher, w, before_particle(w, p->all[before - 1].start),
                      p, error);
    }
    return status;
}

/* Puts in the place of what was found, `known` characters long, what several
 * pieces name, if they are more: 条例, 中小企业 and 北京 are more than
 * 企业条例. `longest` is the longest last piece. */
static fatiao_status
find_more(ft_naming *naming, fatiao_searcher *searcher, const words *w,
          piece longest, size_t known, ft_arena *arena, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < LAST_PIECES_MAX &&
                       longest.end - longest.start >= 2;
         i++, longest.start++) {
        pieces p = {{longest}, 1};
        ft_array found = {.item_size = sizeof(ft_named_statute)};
        status = add_pieces(searcher, w, &p, error);
        if (status == FATIAO_OK && p.count > 1 && count_chars(&p) > known)
            status = push_fitting(searcher, w, &p, arena, &found, error);
        if (status == FATIAO_OK && found.count > 0) {
            known = count_chars(&p);
            naming->is_general = false;
            naming->start = w->chars[p.all[p.count - 1].start];
            const ft_array before = naming->statutes;
            naming->statutes = found;
            found = before;
        }
        ft_array_finish(&found);
    }
    return status;
}

fatiao_status
ft_naming_find(ft_naming *naming, fatiao_searcher *searcher,
               const ft_char *chars, size_t char_count, ft_arena *arena,
               fatiao_error *error)
{
    words w;
    pieces p = {.count = 0};
    set_words(&w, chars, char_count);
    naming->start = char_count;
    fatiao_status status = add_piece(searcher, &w, w.count, &p, error);
    if (status != FATIAO_OK || p.count == 0)
        return status;
    const piece longest = p.all[0];
    status = find_end(naming, searcher, &w, &p, arena, error);
    if (status != FATIAO_OK)
        return status;
    const bool is_found = naming->is_general || naming->statutes.count > 0;
    const ft_named_statute *best = naming->statutes.items;
    if (is_found)
        naming->start = w.chars[p.all[0].start];
    if (naming->statutes.count > 0 && best->fit < FT_FIT_END)
        return FATIAO_OK;
    return find_more(naming, searcher, &w, longest,
                     is_found ? count_chars(&p) : 0, arena, error);
}

/* The longest piece that ends at `end` and stands in the title before
 * `*title_end`, at its very end if `is_last`. */
static bool
find_in_title(const words *w, size_t end, const char *key, size_t *title_end,
              ft_strbuf *text, piece *out)
{
    const size_t before = *title_end;
    bool is_found = false;
    for (size_t start = end; start >= 1; start--) {
        *out = (piece){start - 1, end};
        size_t at = before;
        write_piece(text, w, out);
        if (!stands_before(key, &at, ft_strbuf_string(text))) {
            out->start++;
            break;
        }
        *title_end = at;
        is_found = out->end - out->start >= 2;
    }
    return is_found;
}

fatiao_status
ft_naming_find_one(ft_naming *naming, const ft_statute_record *record,
                   const ft_char *chars, size_t char_count, ft_arena *arena,
                   fatiao_error *error)
{
    words w;
    set_words(&w, chars, char_count);
    naming->start = char_count;
    ft_named_statute found = {.record = *record, .fit = FT_FIT_NONE};
    ft_strbuf text = {0};
    fatiao_status status = FATIAO_OK;
    piece end = {0, w.count};
    for (; status == FATIAO_OK && end.start + 2 <= w.count; end.start++) {
        write_piece(&text, &w, &end);
        status = ft_name_fit_title(ft_strbuf_string(&text), record->title,
                                   arena, &found, error);
        if (found.fit <= FT_FIT_END)
            break;
    }
    if (status == FATIAO_OK && ft_strbuf_failed(&text))
        status = ft_error_memory(error);
    if (status != FATIAO_OK || found.fit > FT_FIT_END)
        goto done;
    size_t title_end = strlen(found.key);
    stands_before(found.key, &title_end, ft_strbuf_string(&text));
    size_t start = end.start;
    for (piece more; find_in_title(&w, before_particle(&w, start), found.key,
                                   &title_end, &text, &more);)
        start = more.start;
    naming->start = w.chars[start];
    ft_named_statute *kept = ft_array_push(&naming->statutes);
    if (kept == NULL)
        status = ft_error_memory(error);
    else
        *kept = found;
done:
    ft_strbuf_finish(&text);
    return status;
}
