/* Reading links: at each character that can begin one, what stands there is
 * tried; what precedes the places tells whose they are. */
#include "statute/link.h"

#include <string.h>

#include "base/error.h"
#include "statute/law_word.h"
#include "statute/quoted_title.h"
#include "statute/relative.h"
#include "text/numeral.h"
#include "text/utf8.h"

enum {
    NAME_CHARS_MAX = 48,    /* no name without 《》 is longer */
    QUOTE_CHARS_MAX = 2000, /* a quotation that is longer has no end */
    QUOTE_CHARS_MIN = 15,   /* a shorter one is a word */
    PLACES_MAX = 64,        /* of one link */
    OPEN_TITLE = 0x300A,    /* 《 */
    QUOTE = 0x22,           /* “ and ”, folded */
    FULL_STOP = 0x3002,     /* 。 */
    DI = 0x7B2C             /* 第 */
};

/* One text being read. */
typedef struct reading {
    const char *text;
    ft_link_reader *reader;
    const ft_char *chars;
    size_t char_count;
    ft_arena *arena;
    ft_array *links;
    size_t done;      /* characters up to here belong to links */
    size_t other_end; /* behind the last link of another law */
    bool has_other;   /* there is one in this sentence */
    bool has_article; /* there is an article that is not that around */
    size_t quote_end; /* characters before this are quoted, … */
    bool is_long;     /* … and the quotation is more than a few words */
} reading;

static uint32_t
code_at(const reading *r, size_t at)
{
    return at < r->char_count ? r->chars[at].code : 0;
}

static ft_cursor
cursor_at(const reading *r, size_t at)
{
    const ft_folded *folded = &r->reader->folded;
    return (ft_cursor){ft_strbuf_string(&folded->text), folded->text.byte_count,
                       ft_folded_byte(folded, at)};
}

static size_t
char_index(const reading *r, const ft_cursor *c)
{
    return ft_folded_char(&r->reader->folded, c->at);
}

static bool
stands_at(const reading *r, size_t at, const char *word)
{
    ft_cursor c = cursor_at(r, at);
    return ft_cursor_skip(&c, word);
}

/* ------------------------------------------------------------------- places */

/* Reads the places that begin at character `at` into the reader; returns the
 * character behind them, `at` if there are none. */
static size_t
read_places(reading *r, size_t at)
{
    ft_array *places = &r->reader->places;
    ft_list_head head;
    ft_cursor c = cursor_at(r, at);
    ft_array_clear(places);
    if (code_at(r, at) != DI && (code_at(r, at) < '0' || code_at(r, at) > '9'))
        return at;
    if (ft_place_list_articles(&c, places, PLACES_MAX, &head))
        return char_index(r, &c);
    c = cursor_at(r, at);
    ft_array_clear(places);
    if (code_at(r, at) == DI && ft_place_list_divisions(&c, places, PLACES_MAX))
        return char_index(r, &c);
    ft_array_clear(places);
    return at;
}

/* Reads what is below an article: 第二款第（一）项. */
static size_t
read_below(reading *r, size_t at)
{
    ft_cursor c = cursor_at(r, at);
    ft_array_clear(&r->reader->places);
    if (code_at(r, at) == DI &&
        ft_place_list_below(&c, &r->reader->places, PLACES_MAX))
        return char_index(r, &c);
    ft_array_clear(&r->reader->places);
    return at;
}

/* Reads the chapters below 本编. */
static size_t
read_divisions(reading *r, size_t at)
{
    ft_cursor c = cursor_at(r, at);
    ft_array_clear(&r->reader->places);
    if (code_at(r, at) == DI &&
        ft_place_list_divisions(&c, &r->reader->places, PLACES_MAX))
        return char_index(r, &c);
    ft_array_clear(&r->reader->places);
    return at;
}

/* Behind a word between the law and its places: 的, 中. */
static size_t
skip_particle(const reading *r, size_t at)
{
    return ft_char_is_one_of(code_at(r, at), "的中里之") ? at + 1 : at;
}

/* -------------------------------------------------------------------- links */

/* Notes in what follows that another law was spoken of, up to `end`. */
static void
note_other(reading *r, size_t end)
{
    r->has_other = true;
    r->other_end = end;
}

/* Whether only words that join stand between the last other law and `at`. */
static bool
is_joined(const reading *r, size_t at)
{
    for (size_t i = r->other_end; i < at; i++)
        if (!ft_char_is_one_of(r->chars[i].code, "的规定、,和或者及以与至到"))
            return false;
    return r->has_other;
}

/* Keeps a link over the characters [start, end), with the places that the
 * reader holds. False: no memory. */
static bool
keep_link(reading *r, ft_link link, size_t start, size_t end)
{
    const ft_array *places = &r->reader->places;
    const size_t byte_count = places->count * sizeof(ft_listed_place);
    ft_listed_place *kept = ft_arena_alloc(r->arena, byte_count + 1);
    ft_char *name =
        ft_arena_alloc(r->arena, link.name_count * sizeof(*name) + 1);
    ft_link *added = ft_array_push(r->links);
    if (kept == NULL || name == NULL || added == NULL)
        return false;
    if (places->count > 0)
        memcpy(kept, places->items, byte_count);
    for (size_t i = 0; i < link.name_count; i++)
        name[i] = link.name[i];
    link.name = name;
    link.places = kept;
    link.place_count = places->count;
    link.byte_start = r->chars[start].byte_start;
    link.byte_end = r->chars[end - 1].byte_end;
    link.is_quoted = start < r->quote_end && r->is_long;
    link.before = start > 0 ? r->chars[start - 1].code : 0;
    link.is_below = r->has_article;
    r->has_article |= places->count > 0 &&
                      (link.law != FT_LINK_RELATIVE ||
                       (link.back > 0 && link.unit == FATIAO_NODE_ARTICLE));
    *added = link;
    r->done = end;
    return true;
}

/* ------------------------------------------------------------------- titles */

/* Copies the alias that a title is given. False: no memory. */
static bool
keep_alias(const reading *r, const ft_quoted_title *title, ft_link *link)
{
    const size_t count = title->alias_end - title->alias_start;
    ft_char *alias = ft_arena_alloc(r->arena, count * sizeof(*alias));
    if (alias == NULL)
        return false;
    memcpy(alias, r->chars + title->alias_start, count * sizeof(*alias));
    link->alias = alias;
    link->alias_count = count;
    return true;
}

/* 《…》（以下简称…）第…条. */
static bool
read_title(reading *r, size_t at, size_t *end)
{
    ft_quoted_title title;
    if (!ft_quoted_title_read(r->chars, r->char_count, at, &title))
        return true;
    ft_link link = {.law = FT_LINK_TITLE,
                    .name = r->chars + at + 1,
                    .name_count = title.end - at - 2,
                    .is_repealed = title.is_repealed};
    *end = title.end;
    const size_t start = skip_particle(r, title.note_end);
    size_t last = read_places(r, start);
    if (last == start && !title.is_law)
        return true;
    if (last == start)
        last = title.end;
    if (title.alias_end > title.alias_start && !keep_alias(r, &title, &link))
        return false;
    if (!keep_link(r, link, at, last))
        return false;
    r->done = last > title.note_end ? last : title.note_end;
    *end = r->done;
    note_other(r, r->done);
    return true;
}

/* ----------------------------------------------------------------- relatives
 */

/* 本条例第三条, 前款第一项, 该法第三条. */
static bool
read_relative(reading *r, size_t at, size_t *end)
{
    ft_relative word;
    const uint32_t before = at > r->done ? r->chars[at - 1].code : 0;
    ft_cursor c = cursor_at(r, at);
    if (!ft_relative_read(&c, before, &word))
        return true;
    const size_t behind = char_index(r, &c);
    const size_t start = skip_particle(r, behind);
    ft_link link = {.law = FT_LINK_RELATIVE,
                    .unit = word.unit,
                    .back = word.back,
                    .is_every = word.is_every};
    *end = behind;
    size_t last;
    if (word.is_law) {
        link.law = word.is_that ? FT_LINK_THAT : FT_LINK_SELF;
        link.name = r->chars + at;
        link.name_count = behind - at;
        last = read_places(r, start);
    } else {
        if (word.is_that)
            link.law = FT_LINK_THAT;
        last = word.unit < FATIAO_NODE_ARTICLE ? read_divisions(r, start)
                                               : read_below(r, start);
    }
    if (r->reader->places.count == 0 || last == start)
        last = behind;
    if (last == behind)
        ft_array_clear(&r->reader->places);
    if (link.law == FT_LINK_THAT && last == behind)
        return true;
    link.is_after = r->has_other;
    link.is_joined = is_joined(r, at);
    *end = last;
    return keep_link(r, link, at, last);
}

/* --------------------------------------------------------------------- names
 */

/* Where the name ends that stands before the places at `at`: without 的, and
 * the parts of a code: 民法典合同编第…条, 刑法分则第…章. */
static size_t
name_end(const reading *r, size_t at)
{
    size_t end = at;
    if (end > r->done && ft_char_is_one_of(r->chars[end - 1].code, "的中里之"))
        end--;
    if (end > r->done + 2 &&
        (stands_at(r, end - 2, "分则") || stands_at(r, end - 2, "总则")))
        return end - 2;
    if (end == r->done || r->chars[end - 1].code != 0x7F16) /* 编 */
        return end;
    for (size_t i = end; i > r->done + 1 && end - i < 8; i--)
        if (stands_at(r, i - 2, "法典"))
            return i;
    return end;
}

/* The characters before `end` that may be of a name. */
static size_t
name_start(const reading *r, size_t end)
{
    size_t start = end;
    while (start > r->done && end - start < NAME_CHARS_MAX &&
           (ft_char_is_pairing(r->chars[start - 1].code) ||
            ft_char_is_one_of(r->chars[start - 1].code, "()")))
        start--;
    return start;
}

/* 第…条 at `at`, of the law that is named before it, if one is. */
static bool
read_unnamed(reading *r, size_t at, size_t *end)
{
    const size_t last = read_places(r, at);
    if (last == at)
        return true;
    ft_link link = {.law = FT_LINK_UNSAID};
    const size_t stop = name_end(r, at);
    const size_t start = name_start(r, stop);
    link.is_after = r->has_other;
    link.is_joined = is_joined(r, at);
    if (stop - start > 2 && ft_law_word_ends(r->chars + start, stop - start)) {
        link.law = FT_LINK_NAME;
        link.name = r->chars + start;
        link.name_count = stop - start;
    } else if (at > r->done &&
               ft_char_is_one_of(r->chars[at - 1].code, "法例》前后原")) {
        /* 修改后的第…条 and the like are of another wording. */
        link.law = FT_LINK_THAT;
    }
    *end = last;
    const bool is_kept = keep_link(r, link, at, last);
    if (link.law == FT_LINK_NAME || link.is_joined)
        note_other(r, last);
    return is_kept;
}

/* Whether 第一项 at [at, end), with no law or article before it, is a place:
 * 第（一）项 is, 第一项工作 is not. */
static bool
is_item(const reading *r, size_t at, size_t end)
{
    static const char *const words[] = {"规定", "所列", "情形", "至", "和",
                                        "、",   "行为", "或",   "的", NULL};
    ft_cursor c = cursor_at(r, end);
    return code_at(r, at + 1) == '(' || ft_cursor_skip_any(&c, words);
}

/* 第二款 at `at`, of the article around it. */
static bool
read_alone(reading *r, size_t at, size_t *end)
{
    const size_t last = read_below(r, at);
    if (last == at)
        return true;
    const ft_listed_place *places = r->reader->places.items;
    const fatiao_node_kind kind = places[0].first.steps[0].kind;
    *end = last;
    if (kind == FATIAO_NODE_SUBITEM ||
        (kind == FATIAO_NODE_ITEM && !is_item(r, at, last)))
        return true;
    ft_link link = {.law = FT_LINK_RELATIVE,
                    .unit = kind,
                    .is_alone = true,
                    .is_after = r->has_other,
                    .is_joined = is_joined(r, at)};
    const uint32_t before = at > r->done ? r->chars[at - 1].code : 0;
    if (ft_char_is_one_of(before, "条款法例》"))
        link.law = FT_LINK_THAT;
    return keep_link(r, link, at, last);
}

/* ---------------------------------------------------------------------- all */

/* Whether a character was this sign before it was folded. */
static bool
is_sign(const reading *r, size_t at, const char *sign)
{
    const ft_char *c = &r->chars[at];
    const size_t byte_count = strlen(sign);
    return c->byte_end - c->byte_start == byte_count &&
           memcmp(r->text + c->byte_start, sign, byte_count) == 0;
}

/* Notes how far the quotation goes that begins at `at`: to its ”, or to the end
 * of the text where it goes on in the next. */
static void
open_quotation(reading *r, size_t at)
{
    size_t end = at + 1;
    while (end < r->char_count && end - at < QUOTE_CHARS_MAX &&
           !is_sign(r, end, "”"))
        end++;
    r->quote_end = end;
    r->is_long = end - at > QUOTE_CHARS_MIN;
}

/* Reads the link that may begin at `at`; `*end` is where to go on. */
static bool
read_link(reading *r, size_t at, size_t *end)
{
    *end = at + 1;
    switch (code_at(r, at)) {
    case FULL_STOP:
        r->has_other = false;
        return true;
    case QUOTE:
        if (is_sign(r, at, "“"))
            open_quotation(r, at);
        return true;
    case OPEN_TITLE:
        return read_title(r, at, end);
    case DI: {
        if (!read_unnamed(r, at, end) || *end > at + 1)
            return *end > at + 1;
        return read_alone(r, at, end);
    }
    default:
        return !ft_relative_can_begin(code_at(r, at)) ||
               read_relative(r, at, end);
    }
}

/* Whether a text can hold links at all. */
static bool
has_links(const reading *r)
{
    for (size_t i = 0; i < r->char_count; i++)
        if (r->chars[i].code == OPEN_TITLE || r->chars[i].code == DI ||
            ft_relative_can_begin(r->chars[i].code))
            return true;
    return false;
}

bool
ft_link_shares_law(const ft_link *link)
{
    if (link->law == FT_LINK_THAT)
        return link->is_after && link->name_count > 0;
    return link->law == FT_LINK_UNSAID && link->is_joined;
}

ft_link_reader
ft_link_reader_new(void)
{
    return (ft_link_reader){.folded = ft_folded_new(),
                            .places.item_size = sizeof(ft_listed_place)};
}

void
ft_link_reader_finish(ft_link_reader *reader)
{
    ft_folded_finish(&reader->folded);
    ft_array_finish(&reader->places);
}

fatiao_status
ft_link_read(ft_link_reader *reader, const char *text, size_t byte_count,
             ft_arena *arena, ft_array *links, fatiao_error *error)
{
    const fatiao_status status =
        ft_folded_set(&reader->folded, text, byte_count, error);
    if (status != FATIAO_OK)
        return status;
    reading r = {.text = text,
                 .reader = reader,
                 .chars = reader->folded.chars.items,
                 .char_count = reader->folded.chars.count,
                 .arena = arena,
                 .links = links};
    if (!has_links(&r))
        return FATIAO_OK;
    for (size_t at = 0; at < r.char_count;) {
        size_t end;
        if (!read_link(&r, at, &end))
            return ft_error_memory(error);
        at = end;
    }
    return FATIAO_OK;
}
