/* Finding citations in running text: at each character that can begin one, the
 * places are read as far as they go; then what stands before is kept as the
 * name that the law may have. */
#include "query/mention.h"

#include <string.h>

#include "base/error.h"
#include "statute/law_word.h"
#include "statute/locator.h"
#include "text/numeral.h"
#include "text/quantity.h"
#include "text/utf8.h"

/* No title is longer. */
enum { NAME_CHARS_MAX = 64 };
/* From here on a number behind a law's name is the year of its wording. */
enum { YEAR_MIN = 1900 };

/* The folded text being searched, and what was found of it. */
typedef struct finder {
    const ft_char *chars;
    size_t char_count;
    ft_strbuf text;  /* the same in UTF-8 */
    ft_array starts; /* of size_t: where each character begins in it, and the
                        end */
    ft_array places; /* of ft_listed_place: those of the mention being read */
    size_t places_left;
    size_t done; /* characters up to here belong to mentions */
} finder;

/* ------------------------------------------------------------------- cursor */

static ft_cursor
cursor_at(const finder *f, size_t at)
{
    const size_t *starts = f->starts.items;
    return (ft_cursor){ft_strbuf_string(&f->text), f->text.byte_count,
                       starts[at]};
}

/* The character at which a cursor stands. */
static size_t
char_index(const finder *f, const ft_cursor *c)
{
    const size_t *starts = f->starts.items;
    size_t low = 0;
    size_t high = f->char_count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (starts[middle] < c->at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The character at `at`, 0 beyond the end. */
static uint32_t
code_at(const finder *f, size_t at)
{
    return at < f->char_count ? f->chars[at].code : 0;
}

/* Whether a blank was typed before the character. */
static bool
has_blank_before(const finder *f, size_t at)
{
    return at > 0 && at < f->char_count &&
           f->chars[at].byte_start > f->chars[at - 1].byte_end;
}

/* ------------------------------------------------------------------- places */

/* Adds a place by itself. False if there is no memory. */
static bool
push_place(finder *f, const ft_place *place)
{
    ft_listed_place *added = ft_array_push(&f->places);
    if (added != NULL)
        added->first = *place;
    return added != NULL;
}

/* What is read of a mention before its name is looked at. */
typedef struct reading {
    ft_cursor cursor; /* behind the places */
    bool needs_name;  /* it is one behind a law's name only */
} reading;

/* 附件1第二条. */
static bool
read_annex(finder *f, reading *r)
{
    ft_place place = {.count = 0};
    if (!ft_locator_annex(&r->cursor, &place))
        return false;
    r->needs_name = place.steps[0].number == 0;
    if (!r->needs_name || r->cursor.at < r->cursor.byte_count)
        ft_locator_article(&r->cursor, &place);
    ft_locator_below(&r->cursor, &place);
    return push_place(f, &place);
}

/* 序言第七自然段. */
static bool
read_preamble(finder *f, reading *r)
{
    static const char *const names[] = {"序言", "前言", NULL};
    ft_place place = {.count = 0};
    if (!ft_cursor_skip_any(&r->cursor, names))
        return false;
    ft_place_add(&place, FATIAO_NODE_PREAMBLE, 0, 0, 1);
    ft_locator_below(&r->cursor, &place);
    r->needs_name = true;
    return push_place(f, &place);
}

/* Whether N条 without 第, at `at`, counts articles and names none: 共73条,
 * 三条红线, 5条件. */
static bool
is_count(const finder *f, size_t at, const ft_list_head *head)
{
    const ft_cursor behind = {.at = head->end};
    const uint32_t before = at > 0 ? code_at(f, at - 1) : 0;
    return ft_char_is_latin(before) ||
           ft_char_is_one_of(before, "前共这那后余约满仅几.") ||
           (head->count == 1 &&
            ft_char_is_one_of(code_at(f, char_index(f, &behind)), "件例款约"));
}

/* Articles, and what is below them. */
static bool
read_articles(finder *f, size_t at, reading *r)
{
    ft_list_head head;
    ft_cursor ahead = r->cursor;
    if (!ft_place_list_articles(&ahead, &f->places, f->places_left, &head) ||
        (!head.has_di && is_count(f, at, &head)))
        return false;
    r->cursor = ahead;
    /* 三条 alone may count; a larger number, 款, or a law's name tells. */
    const ft_listed_place *first = ft_array_at(&f->places, 0);
    const bool is_all = at == 0 && ahead.at == ahead.byte_count;
    r->needs_name = !head.has_di && head.count == 1 && head.number < 10 &&
                    !ft_char_is_digit(code_at(f, at)) && !is_all &&
                    f->places.count == 1 && first->first.count == 1;
    return true;
}

/* 第四章, 第三章至第五章. */
static bool
read_divisions(finder *f, reading *r)
{
    ft_cursor ahead = r->cursor;
    if (!ft_place_list_divisions(&ahead, &f->places, f->places_left) ||
        ft_char_is_one_of(code_at(f, char_index(f, &ahead)), "课辑制号程"))
        return false;
    r->cursor = ahead;
    return true;
}

/* 1259 behind a law's name: no year, and with no measure. */
static bool
read_bare(finder *f, size_t at, reading *r)
{
    ft_quantity quantity;
    if (!ft_quantity_read(f->chars, f->char_count, at, &quantity) ||
        quantity.unit[0] != '\0' || quantity.divisor > 0 ||
        quantity.value.places > 0 || quantity.value.digits == 0 ||
        quantity.value.digits >= YEAR_MIN ||
        (!quantity.is_ordinal && !ft_char_is_digit(code_at(f, at))))
        return false;
    size_t end = at + quantity.char_count;
    uint32_t suffix = 0;
    ft_cursor behind = cursor_at(f, end);
    if (ft_cursor_skip(&behind, "-") && ft_cursor_number(&behind, &suffix))
        end = char_index(f, &behind);
    const uint32_t next = code_at(f, end);
    if (next == '-' || next == '/' || next == '.' ||
        (ft_char_is_pairing(next) && next != 0 && !has_blank_before(f, end)))
        return false;
    ft_place place = {.count = 0};
    ft_place_add(&place, FATIAO_NODE_ARTICLE, (uint32_t)quantity.value.digits,
                 suffix, 1);
    r->cursor = cursor_at(f, end);
    r->needs_name = true;
    return push_place(f, &place);
}

/* --------------------------------------------------------------------- names
 */

/* Where the title in 《》 that ends with the character before `end` begins: at
 * its first character; 0 if it does not. */
static size_t
title_start(const finder *f, size_t end)
{
    size_t depth = 0;
    for (size_t i = end; i > f->done; i--) {
        depth += f->chars[i - 1].code == 0x300B; /* 》 */
        if (f->chars[i - 1].code == 0x300A && --depth == 0)
            return i;
    }
    return 0;
}

/* Where 合同编 of 民法典合同编, which ends before `end`, begins: articles are
 * numbered through the whole code. */
static size_t
without_book(const finder *f, size_t end)
{
    if (end == f->done || f->chars[end - 1].code != 0x7F16) /* 编 */
        return end;
    for (size_t at = end; at > f->done + 1 && end - at < 8; at--)
        if (f->chars[at - 1].code == 0x5178 && /* 典 */
            f->chars[at - 2].code == 0x6CD5)   /* 法 */
            return at;
    return end;
}

/* Whether a year begins at `at`. */
static bool
has_year(const finder *f, size_t at)
{
    for (size_t i = 0; i < 4; i++)
        if (!ft_char_is_digit(code_at(f, at + i)))
            return false;
    return true;
}

/* The characters before the places, without 的 and what stands in round
 * brackets behind 》 or begins with a year: （2017修订）. */
static size_t
name_end(const finder *f, size_t at)
{
    size_t end = at;
    if (end > f->done + 1 && ft_char_is_one_of(code_at(f, end - 1), "的中里之"))
        end--;
    end = without_book(f, end);
    if (end == f->done || f->chars[end - 1].code != ')')
        return end;
    size_t open = end - 1;
    while (open > f->done && f->chars[open].code != '(')
        open--;
    const bool is_remark =
        open > f->done &&
        (f->chars[open - 1].code == 0x300B || has_year(f, open + 1));
    return is_remark ? open : end;
}

static void
set_name(const finder *f, size_t at, ft_mention *out)
{
    size_t end = name_end(f, at);
    size_t start = 0;
    if (end > f->done && f->chars[end - 1].code == 0x300B) {
        start = title_start(f, end);
        out->is_title = start > 0;
        if (start > 0)
            out->title_start = f->chars[start - 1].byte_start;
        end--;
    }
    if (!out->is_title) {
        start = end;
        while (start > f->done && end - start < NAME_CHARS_MAX &&
               (ft_char_is_pairing(f->chars[start - 1].code) ||
                f->chars[start - 1].code == '(' ||
                f->chars[start - 1].code == ')'))
            start--;
        const size_t self = ft_law_word_self(f->chars + start, end - start);
        if (self > 0) {
            out->byte_start = f->chars[end - self].byte_start;
            start = end;
        }
    }
    out->name = f->chars + start;
    out->name_count = end - start;
    out->is_law = out->is_title || ft_law_word_ends(out->name, out->name_count);
}

/* Whether nothing but signs stands between the last mention and `at`, so that
 * both are of one law. */
static bool
follows_mention(const finder *f, size_t at)
{
    for (size_t i = f->done; i < at; i++)
        if (ft_char_is_pairing(f->chars[i].code) &&
            !ft_char_is_one_of(f->chars[i].code, "和及与或跟"))
            return false;
    return true;
}

/* ------------------------------------------------------------------ mentions
 */

/* Reads the places of the mention that may begin at character `at`. */
static bool
read_places(finder *f, size_t at, reading *r)
{
    ft_array_clear(&f->places);
    *r = (reading){.cursor = cursor_at(f, at)};
    switch (code_at(f, at)) {
    case 0x9644: /* 附 */
        return read_annex(f, r);
    case 0x5E8F: /* 序 */
    case 0x524D: /* 前 */
        return read_preamble(f, r);
    default:
        break;
    }
    if (read_articles(f, at, r))
        return true;
    ft_array_clear(&f->places);
    if (read_divisions(f, r))
        return true;
    ft_array_clear(&f->places);
    return false;
}

/* The mention that begins at character `at`; `*end` is the character behind. */
static bool
read_mention(finder *f, size_t at, ft_mention *out, size_t *end)
{
    reading r;
    *out = (ft_mention){.byte_start = f->chars[at].byte_start};
    set_name(f, at, out);
    if (!read_places(f, at, &r)) {
        out->is_bare = true;
        if (!out->is_law || !read_bare(f, at, &r))
            return false;
    }
    if (r.needs_name && !out->is_law)
        return false;
    *end = char_index(f, &r.cursor);
    out->byte_end = f->chars[*end - 1].byte_end;
    out->place_count = f->places.count;
    return true;
}

static bool
can_begin(uint32_t code)
{
    return code == 0x7B2C || code == 0x9644 || code == 0x5E8F ||
           code == 0x524D || ft_numeral_has(code);
}

/* The name of a mention in the arena, with bytes counted in the whole
 * question; that of the mention before, if this one has it too. */
static bool
keep_name(size_t offset, const ft_mention *before, ft_arena *arena,
          ft_mention *out)
{
    if (before != NULL) {
        out->name = before->name;
        out->name_count = before->name_count;
        out->is_title = before->is_title;
        out->is_law = before->is_law;
        out->is_shared = true;
        return true;
    }
    ft_char *name = ft_arena_alloc(arena, out->name_count * sizeof(*name) + 1);
    if (name == NULL)
        return false;
    for (size_t i = 0; i < out->name_count; i++) {
        name[i] = out->name[i];
        name[i].byte_start += (uint32_t)offset;
        name[i].byte_end += (uint32_t)offset;
    }
    out->name = name;
    return true;
}

/* Adds a mention. `before` is one whose law it shares, or NULL. */
static bool
keep_mention(finder *f, ft_mention mention, size_t offset,
             const ft_mention *before, ft_arena *arena, ft_array *mentions)
{
    const size_t place_bytes = f->places.count * sizeof(ft_listed_place);
    ft_listed_place *places = ft_arena_alloc(arena, place_bytes + 1);
    if (places == NULL || !keep_name(offset, before, arena, &mention))
        return false;
    memcpy(places, f->places.items, place_bytes);
    mention.places = places;
    mention.byte_start += offset;
    mention.byte_end += offset;
    mention.title_start += offset;
    ft_mention *kept = ft_array_push(mentions);
    if (kept == NULL)
        return false;
    *kept = mention;
    return true;
}

/* The mention before, if the one at `at` is of the same law. */
static const ft_mention *
shared_name(const finder *f, size_t at, const ft_mention *mention,
            const ft_array *mentions, size_t first)
{
    if (mentions->count == first || mention->is_title ||
        !follows_mention(f, at))
        return NULL;
    return ft_array_at(mentions, mentions->count - 1);
}

static bool
find_all(finder *f, size_t offset, ft_arena *arena, ft_array *mentions)
{
    const size_t first = mentions->count;
    for (size_t at = 0; at < f->char_count && f->places_left > 0;) {
        ft_mention mention;
        size_t end;
        if (can_begin(code_at(f, at)) && read_mention(f, at, &mention, &end)) {
            if (!keep_mention(f, mention, offset,
                              shared_name(f, at, &mention, mentions, first),
                              arena, mentions))
                return false;
            f->places_left -= mention.place_count;
            f->done = end;
            at = end;
            continue;
        }
        /* What is inside a number begins none. */
        const bool is_number = ft_numeral_has(code_at(f, at));
        at++;
        while (is_number && ft_numeral_has(code_at(f, at)))
            at++;
    }
    return true;
}

/* Fills in the text in UTF-8 and where its characters begin. */
static bool
set_text(finder *f)
{
    if (!ft_array_resize(&f->starts, f->char_count + 1))
        return false;
    size_t *starts = f->starts.items;
    for (size_t i = 0; i < f->char_count; i++) {
        starts[i] = f->text.byte_count;
        ft_strbuf_char(&f->text, f->chars[i].code);
    }
    starts[f->char_count] = f->text.byte_count;
    return !ft_strbuf_failed(&f->text);
}

fatiao_status
ft_mentions_find(const char *text, size_t byte_count, size_t offset,
                 ft_arena *arena, ft_array *mentions, fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    finder f = {.starts.item_size = sizeof(size_t),
                .places.item_size = sizeof(ft_listed_place),
                .places_left = FT_MENTION_PLACES_MAX};
    const ft_mention *all = mentions->items;
    for (size_t i = 0; i < mentions->count; i++)
        f.places_left -= all[i].place_count;
    fatiao_status status = ft_fold(text, byte_count, &chars, error);
    f.chars = chars.items;
    f.char_count = chars.count;
    if (status == FATIAO_OK &&
        (!set_text(&f) || !find_all(&f, offset, arena, mentions)))
        status = ft_error_memory(error);
    ft_strbuf_finish(&f.text);
    ft_array_finish(&f.starts);
    ft_array_finish(&f.places);
    ft_array_finish(&chars);
    return status;
}
