/* Reading places one after another. */
#include "statute/place_list.h"

/* No list of numbers is longer. */
enum { LIST_MAX = 16 };

/* One level with its numbers: 第5、7条, 第一至三项. */
typedef struct run {
    fatiao_node_kind kind;
    uint32_t numbers[LIST_MAX];
    bool is_to[LIST_MAX]; /* the number ends a range that the one before begins
                           */
    size_t count;
    uint32_t suffix; /* of the last */
    bool has_di;     /* it begins with 第 */
} run;

/* The places read so far. */
typedef struct list {
    ft_array *places;
    size_t limit;
    fatiao_node_kind top; /* the uppermost level */
} list;

/* A sign between places. */
static bool
skip_separator(ft_cursor *c, bool *is_to)
{
    static const char *const to[] = {"至", "到", "-", "~", NULL};
    static const char *const and[] = {"、", ",",    "以及", "和", "及",
                                      "与", "或者", "或",   "跟", NULL};
    *is_to = ft_cursor_skip_any(c, to);
    return *is_to || ft_cursor_skip_any(c, and);
}

/* 5, (三). */
static bool
read_number(ft_cursor *c, uint32_t *number)
{
    ft_cursor ahead = *c;
    const bool is_bracketed = ft_cursor_skip(&ahead, "(");
    if (!ft_cursor_number(&ahead, number) ||
        (is_bracketed && !ft_cursor_skip(&ahead, ")")))
        return false;
    *c = ahead;
    return true;
}

static bool
read_run(ft_cursor *c, run *out)
{
    ft_cursor ahead = *c;
    *out = (run){.has_di = ft_cursor_skip(&ahead, "第")};
    if (!read_number(&ahead, &out->numbers[out->count++]))
        return false;
    while (out->count < LIST_MAX) {
        ft_cursor next = ahead;
        bool is_to;
        if (!skip_separator(&next, &is_to))
            break;
        ft_cursor_skip(&next, "第");
        if (!read_number(&next, &out->numbers[out->count]))
            break;
        out->is_to[out->count++] = is_to;
        ahead = next;
    }
    if (!ft_locator_unit(&ahead, &out->kind))
        return false;
    /* 第120-3条 is 第一百二十条之三, 第5-7条 three articles. */
    if (out->count == 2 && out->is_to[1] && out->numbers[1] < out->numbers[0] &&
        out->kind == FATIAO_NODE_ARTICLE) {
        out->suffix = out->numbers[1];
        out->count = 1;
    }
    ft_cursor behind = ahead;
    if (out->kind == FATIAO_NODE_ARTICLE && ft_cursor_skip(&behind, "之") &&
        ft_cursor_number(&behind, &out->suffix))
        ahead = behind;
    *c = ahead;
    return true;
}

/* Adds a place, or makes it the end of the range that the last one begins.
 * False if there are too many, or no memory. */
static bool
push_place(list *l, const ft_place *place, bool is_to)
{
    if (is_to && l->places->count > 0) {
        ft_listed_place *before = ft_array_at(l->places, l->places->count - 1);
        before->last = *place;
        return true;
    }
    ft_listed_place *added =
        l->places->count < l->limit ? ft_array_push(l->places) : NULL;
    if (added == NULL)
        return false;
    added->first = *place;
    return true;
}

/* Adds the places of a run inside `base`, from its number `from` on. */
static bool
push_run(list *l, const ft_place *base, const run *r, size_t from, bool is_to)
{
    for (size_t i = from; i < r->count; i++) {
        ft_place place = *base;
        ft_place_add(&place, r->kind, r->numbers[i],
                     i + 1 == r->count ? r->suffix : 0, 1);
        if (!push_place(l, &place, i == 0 ? is_to : r->is_to[i]))
            return false;
    }
    return true;
}

/* The last place: the end of the last range, or the last by itself. */
static ft_place *
last_place(const list *l)
{
    ft_listed_place *last = ft_array_at(l->places, l->places->count - 1);
    return last->last.count > 0 ? &last->last : &last->first;
}

/* Reads the levels below the last place, which they narrow: 第五条第一、二款.
 */
static bool
read_deeper(list *l, ft_cursor *c)
{
    for (;;) {
        ft_cursor ahead = *c;
        run deeper;
        ft_place *last = last_place(l);
        if (!read_run(&ahead, &deeper) ||
            deeper.kind <= last->steps[last->count - 1].kind)
            return true;
        const ft_place base = *last;
        ft_place_add(last, deeper.kind, deeper.numbers[0], 0, 1);
        if (!push_run(l, &base, &deeper, 1, false))
            return false;
        *c = ahead;
    }
}

/* The last place without its levels from `kind` on. */
static ft_place
above(const list *l, fatiao_node_kind kind)
{
    ft_place base = *last_place(l);
    while (base.count > 0 && base.steps[base.count - 1].kind >= kind)
        base.count--;
    return base;
}

/* Reads the places that follow the first: 、第七条, 至第三十二条, 、第二款. */
static void
read_more(list *l, ft_cursor *c)
{
    for (;;) {
        ft_cursor ahead = *c;
        bool is_to;
        run next;
        if (!skip_separator(&ahead, &is_to) || !read_run(&ahead, &next))
            return;
        const ft_place base = above(l, next.kind);
        if ((base.count == 0) != (next.kind == l->top) ||
            !push_run(l, &base, &next, 0, is_to) || !read_deeper(l, &ahead))
            return;
        *c = ahead;
    }
}

/* Reads a list whose first level is in `first`, up to `*cursor`. */
static bool
read_list(list *l, const run *first, ft_cursor *cursor)
{
    const ft_place root = {.count = 0};
    ft_cursor ahead = *cursor;
    l->top = first->kind;
    if (!push_run(l, &root, first, 0, false))
        return false;
    if (read_deeper(l, &ahead))
        read_more(l, &ahead);
    *cursor = ahead;
    return true;
}

bool
ft_place_list_articles(ft_cursor *cursor, ft_array *places, size_t limit,
                       ft_list_head *head)
{
    list l = {places, limit, FATIAO_NODE_ARTICLE};
    run first;
    ft_place within = {.count = 0};
    ft_cursor ahead = *cursor;
    ft_locator_division(&ahead, &within); /* 第二章第五条 is 第五条 */
    if (!read_run(&ahead, &first) || first.kind != FATIAO_NODE_ARTICLE)
        return false;
    *head =
        (ft_list_head){first.has_di, first.numbers[0], first.count, ahead.at};
    if (!read_list(&l, &first, &ahead))
        return false;
    *cursor = ahead;
    return true;
}

bool
ft_place_list_below(ft_cursor *cursor, ft_array *places, size_t limit)
{
    list l = {places, limit, FATIAO_NODE_PARAGRAPH};
    run first;
    ft_cursor ahead = *cursor;
    if (!read_run(&ahead, &first) || !first.has_di ||
        first.kind == FATIAO_NODE_ARTICLE || !read_list(&l, &first, &ahead))
        return false;
    *cursor = ahead;
    return true;
}

bool
ft_place_list_divisions(ft_cursor *cursor, ft_array *places, size_t limit)
{
    list l = {places, limit, FATIAO_NODE_CHAPTER};
    ft_place place = {.count = 0};
    ft_cursor ahead = *cursor;
    if (!ft_locator_division(&ahead, &place) || !push_place(&l, &place, false))
        return false;
    *cursor = ahead;
    for (bool is_to = false; skip_separator(&ahead, &is_to); *cursor = ahead) {
        ft_place next = {.count = 0};
        if (!ft_locator_division(&ahead, &next) ||
            !push_place(&l, &next, is_to))
            break;
    }
    return true;
}
