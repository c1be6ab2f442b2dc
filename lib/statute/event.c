/* Events: dates and the verbs behind them. What stands in 《》 is the name of
 * another document, and its verbs tell nothing. */
#include "statute/event.h"

#include <stdio.h>
#include <string.h>

#include "text/numeral.h"
#include "text/utf8.h"

typedef struct date {
    uint32_t year;
    uint32_t month;
    uint32_t day;
} date;

static const char *const verbs[] = {
    "通过", "批准", "公布", "发布", "颁布", "修订",
    "修正", "施行", "实施", "废止", "印发",
};
enum { VERB_COUNT = sizeof(verbs) / sizeof(verbs[0]) };

/* Text being walked. */
typedef struct cursor {
    const char *text;
    size_t byte_count;
    size_t at;
} cursor;

static void
skip_blanks(cursor *c)
{
    while (c->at < c->byte_count) {
        size_t after = c->at;
        const uint32_t code = ft_utf8_next(c->text, c->byte_count, &after);
        if (code != 0 && !ft_char_is_blank(code))
            return;
        c->at = after;
    }
}

static bool
take(cursor *c, const char *text)
{
    const size_t byte_count = strlen(text);
    if (c->byte_count - c->at < byte_count ||
        memcmp(c->text + c->at, text, byte_count) != 0)
        return false;
    c->at += byte_count;
    return true;
}

/* Reads `number unit`, blanks around forgiven. */
static bool
take_part(cursor *c, const char *unit, uint32_t *number)
{
    cursor ahead = *c;
    size_t used;
    skip_blanks(&ahead);
    if (!ft_numeral_read(ahead.text + ahead.at, ahead.byte_count - ahead.at,
                         number, &used))
        return false;
    ahead.at += used;
    skip_blanks(&ahead);
    if (!take(&ahead, unit))
        return false;
    *c = ahead;
    return true;
}

/* Reads a date; month and day may be missing. */
static bool
take_date(cursor *c, date *out)
{
    *out = (date){0};
    if (!take_part(c, "年", &out->year) || out->year < 1900 || out->year > 2999)
        return false;
    if (take_part(c, "月", &out->month) && out->month <= 12) {
        if (!take_part(c, "日", &out->day) || out->day > 31)
            out->day = 0;
    } else {
        out->month = 0;
    }
    return true;
}

/* The verb at the cursor, or NULL; the cursor moves behind it. */
static const char *
take_verb(cursor *c)
{
    for (size_t i = 0; i < VERB_COUNT; i++)
        if (take(c, verbs[i]))
            return verbs[i];
    return NULL;
}

static cursor
cursor_of(const ft_line *line)
{
    return (cursor){line->text, line->byte_count, 0};
}

/* Moves behind what may stand before the first date: a bracket, 根据. */
static void
skip_opening(cursor *c)
{
    skip_blanks(c);
    if (!take(c, "（"))
        take(c, "(");
    skip_blanks(c);
    take(c, "根据");
}

bool
ft_event_has_date(const ft_line *line)
{
    cursor c = cursor_of(line);
    date when;
    skip_opening(&c);
    return take_date(&c, &when);
}

bool
ft_event_is_line(const ft_line *line)
{
    if (!ft_event_has_date(line))
        return false;
    const uint32_t last = ft_line_last(line);
    if (last == 0x3002 || last == 0xFF1A) /* 。 ： */
        return false;
    for (size_t i = 0; i < VERB_COUNT; i++)
        if (ft_line_holds(line, verbs[i]))
            return true;
    return false;
}

bool
ft_event_is_date(const ft_line *line)
{
    cursor c = cursor_of(line);
    date when;
    skip_opening(&c);
    if (!take_date(&c, &when) || when.month == 0)
        return false;
    if (!take(&c, "）"))
        take(&c, ")");
    return ft_line_is_blank_from(line, c.at);
}

bool
ft_event_is_number(const ft_line *line)
{
    enum { CHARS_MAX = 24 };
    static const char end[] = "号";
    const size_t end_count = sizeof(end) - 1;
    if (line->byte_count < end_count ||
        memcmp(line->text + line->byte_count - end_count, end, end_count) != 0)
        return false;
    if (ft_line_char_count(line) > CHARS_MAX)
        return false;
    for (size_t at = 0; at < line->byte_count;) {
        const uint32_t code = ft_line_next(line, &at);
        cursor c = {line->text, line->byte_count, at};
        uint32_t year;
        size_t used;
        if (code != 0x3014 && code != '[' && code != 0xFF3B && code != 0xFF08 &&
            code != '(') /* 〔 [ ［ （ ( */
            continue;
        if (ft_numeral_read(c.text + c.at, c.byte_count - c.at, &year, &used) &&
            year >= 1900 && year <= 2999)
            return true;
    }
    return false;
}

bool
ft_event_is_complete(const char *text, size_t byte_count)
{
    cursor c = {text, byte_count, 0};
    size_t depth = 0;
    bool is_at_verb = false;
    while (c.at < byte_count) {
        if (depth == 0 && take_verb(&c) != NULL) {
            is_at_verb = true;
            continue;
        }
        const uint32_t code = ft_utf8_next(text, byte_count, &c.at);
        if (code == 0x300A || code == 0x3008) /* 《 〈 */
            depth++;
        else if ((code == 0x300B || code == 0x3009) && depth > 0)
            depth--;
        else if (code != 0xFF09 && code != ')' && !ft_char_is_blank(code))
            is_at_verb = false;
    }
    return depth == 0 && is_at_verb;
}

static bool
add_event(fatiao_statute *statute, const char *name, const char *text,
          const date *when)
{
    fatiao_event *event = ft_array_push(&statute->events);
    if (event == NULL)
        return false;
    event->name = name;
    event->text = text;
    event->year = (uint16_t)when->year;
    event->month = (uint8_t)when->month;
    event->day = (uint8_t)when->day;
    return true;
}

/* Whether a verb may only be said in passing: 通过的《…》修正, 公布之日. */
static bool
is_passing(cursor after)
{
    return take(&after, "的") || take(&after, "之日") || take(&after, "了") ||
           take(&after, "后") || take(&after, "部分");
}

/* Whether the words before the verb are 之日起: then the date is not said. */
static bool
follows_day_of(const cursor *c, size_t verb_start)
{
    static const char *const words[] = {"之日起", "之日"};
    for (size_t i = 0; i < 2; i++) {
        const size_t byte_count = strlen(words[i]);
        if (verb_start >= byte_count &&
            memcmp(c->text + verb_start - byte_count, words[i], byte_count) ==
                0)
            return true;
    }
    return false;
}

/* The walk over the words of an EVENT node. */
typedef struct walk {
    fatiao_statute *statute;
    const char *text;
    date when;           /* the date last named */
    const char *passing; /* 通过 of 通过的《…》, and no other event since */
    size_t depth;        /* of 《》 */
} walk;

/* A date, or the end: a verb in passing counts if there was no other. */
static bool
finish_date(walk *w, const date *next)
{
    const bool is_added = w->passing == NULL ||
                          add_event(w->statute, w->passing, w->text, &w->when);
    w->passing = NULL;
    w->when = *next;
    return is_added;
}

/* The verb that ends at the cursor and began at `start`. */
static bool
read_verb(walk *w, const cursor *c, size_t start, const char *verb)
{
    static const date unknown = {0};
    if (is_passing(*c)) {
        w->passing = verb;
        return true;
    }
    w->passing = NULL;
    return add_event(w->statute, verb, w->text,
                     follows_day_of(c, start) ? &unknown : &w->when);
}

/* The events of a line outside 《》, each with the date last named. */
static bool
read_events(fatiao_statute *statute, const char *text, size_t byte_count)
{
    static const date unknown = {0};
    walk w = {.statute = statute, .text = text};
    cursor c = {text, byte_count, 0};
    while (c.at < byte_count) {
        cursor ahead = c;
        date read;
        if (w.depth == 0 && take_date(&ahead, &read)) {
            if (!finish_date(&w, &read))
                return false;
            c = ahead;
            continue;
        }
        const size_t start = c.at;
        const char *verb = w.depth == 0 ? take_verb(&c) : NULL;
        if (verb != NULL) {
            if (!read_verb(&w, &c, start, verb))
                return false;
            continue;
        }
        const uint32_t code = ft_utf8_next(text, byte_count, &c.at);
        if (code == 0x300A || code == 0x3008) /* 《 〈 */
            w.depth++;
        else if ((code == 0x300B || code == 0x3009) && w.depth > 0)
            w.depth--;
    }
    return finish_date(&w, &unknown);
}

bool
ft_event_read(fatiao_statute *statute, const char *text, size_t byte_count)
{
    static const date unknown = {0};
    const ft_line line = {.text = text, .byte_count = byte_count};
    if (ft_event_is_number(&line))
        return add_event(statute, "文号", text, &unknown);
    return read_events(statute, text, byte_count);
}

/* Whether an event makes the text what it is. */
static bool
is_making(const char *name)
{
    static const char *const makers[] = {"通过", "批准", "公布", "发布",
                                         "颁布", "修订", "修正"};
    for (size_t i = 0; i < sizeof(makers) / sizeof(makers[0]); i++)
        if (strcmp(name, makers[i]) == 0)
            return true;
    return false;
}

void
ft_statute_date(const fatiao_statute *statute, char out[11])
{
    unsigned last = 0;
    for (size_t i = 0; i < fatiao_statute_event_count(statute); i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        if (event->day == 0 || !is_making(event->name))
            continue;
        const unsigned when =
            event->year * 10000u + event->month * 100u + event->day;
        if (when > last)
            last = when;
    }
    out[0] = '\0';
    if (last > 0)
        snprintf(out, 11, "%04u-%02u-%02u", last / 10000 % 10000,
                 last / 100 % 100, last % 100);
}
