/* Finding passages: those of words by looking at each character, those of
 * operators by joining the passages of their operands from left to right. All
 * take time in proportion to the text. */
#include "search/passage.h"

#include <stdlib.h>

#include "base/error.h"

/* The most characters that * stands for. */
enum { STAR_CHARS_MAX = 64 };

static bool
push(ft_array *passages, size_t start, size_t end)
{
    ft_passage *passage = ft_array_push(passages);
    if (passage != NULL)
        *passage = (ft_passage){(uint32_t)start, (uint32_t)end};
    return passage != NULL;
}

/* ------------------------------------------------------------------- words */

/* Whether `count` codes, none of them *, stand at `at`. */
static bool
run_stands_at(const ft_array *chars, size_t at, const uint32_t *codes,
              size_t count)
{
    if (at > chars->count || chars->count - at < count)
        return false;
    const ft_char *all = chars->items;
    for (size_t i = 0; i < count; i++) {
        const bool is_same = codes[i] == FT_EXPRESSION_MARK
                                 ? ft_char_is_pairing(all[at + i].code)
                                 : all[at + i].code == codes[i];
        if (!is_same)
            return false;
    }
    return true;
}

/* How many codes stand before the next *. */
static size_t
run_length(const uint32_t *codes, size_t count)
{
    size_t length = 0;
    while (length < count && codes[length] != FT_EXPRESSION_STAR)
        length++;
    return length;
}

/* The first place from `at` on, with no punctuation before it, where a run
 * stands; SIZE_MAX if there is none near. */
static size_t
find_run(const ft_array *chars, size_t at, const uint32_t *codes, size_t count)
{
    const ft_char *all = chars->items;
    for (size_t i = 0; i <= STAR_CHARS_MAX; i++) {
        if (run_stands_at(chars, at + i, codes, count))
            return at + i;
        if (at + i >= chars->count || !ft_char_is_pairing(all[at + i].code))
            return SIZE_MAX;
    }
    return SIZE_MAX;
}

bool
ft_passage_stands_at(const ft_array *chars, size_t at, const uint32_t *codes,
                     size_t count, size_t *end)
{
    bool is_free = false;
    for (size_t i = 0; i < count;) {
        if (codes[i] == FT_EXPRESSION_STAR) {
            is_free = true;
            i++;
            continue;
        }
        const size_t length = run_length(codes + i, count - i);
        if (is_free)
            at = find_run(chars, at, codes + i, length);
        if (at == SIZE_MAX || !run_stands_at(chars, at, codes + i, length))
            return false;
        is_free = false;
        at += length;
        i += length;
    }
    *end = at;
    return true;
}

static fatiao_status
find_text(const ft_expression *node, const ft_array *chars, ft_array *passages,
          fatiao_error *error)
{
    /* A * at either end stands for nothing. */
    const uint32_t *codes = node->codes;
    size_t count = node->char_count;
    for (; count > 0 && codes[0] == FT_EXPRESSION_STAR; count--)
        codes++;
    while (count > 0 && codes[count - 1] == FT_EXPRESSION_STAR)
        count--;
    for (size_t i = 0; i < chars->count; i++) {
        size_t end;
        if (ft_passage_stands_at(chars, i, codes, count, &end) &&
            !push(passages, i, end))
            return ft_error_memory(error);
    }
    return FATIAO_OK;
}

/* --------------------------------------------------------------- operators */

static int
compare(const void *left, const void *right)
{
    const ft_passage *a = left;
    const ft_passage *b = right;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return a->end < b->end ? -1 : a->end > b->end;
}

static void
sort(ft_array *passages)
{
    if (passages->count > 1)
        qsort(passages->items, passages->count, sizeof(ft_passage), compare);
}

static bool
push_around(ft_array *passages, const ft_passage *a, const ft_passage *b)
{
    return push(passages, a->start < b->start ? a->start : b->start,
                a->end > b->end ? a->end : b->end);
}

/* Joins each of `left` with the nearest of `right` behind it and the one before
 * it that reaches furthest, if they are within `distance`. */
static bool
join_near(const ft_array *left, const ft_array *right, uint32_t distance,
          ft_array *out)
{
    const ft_passage *all = left->items;
    const ft_passage *others = right->items;
    const ft_passage *before = NULL;
    size_t next = 0;
    bool is_done = true;
    for (size_t i = 0; is_done && i < left->count; i++) {
        for (; next < right->count && others[next].start <= all[i].start;
             next++)
            if (before == NULL || others[next].end > before->end)
                before = &others[next];
        if (before != NULL && before->end + distance >= all[i].start)
            is_done = push_around(out, &all[i], before);
        if (is_done && next < right->count &&
            others[next].start <= all[i].end + distance)
            is_done = push_around(out, &all[i], &others[next]);
    }
    return is_done;
}

static bool
ends_sentence(uint32_t code)
{
    return code == 0x3002 || code == '!' || code == '?'; /* 。 */
}

/* Where the sentence ends that character `at` is in. */
static size_t
sentence_end(const ft_array *chars, size_t at)
{
    const ft_char *all = chars->items;
    while (at < chars->count && !ends_sentence(all[at].code))
        at++;
    return at;
}

/* Passes over those that start before `end`; `*around` grows by them. */
static size_t
take_until(const ft_array *passages, size_t from, size_t end,
           ft_passage *around)
{
    const ft_passage *all = passages->items;
    for (; from < passages->count && all[from].start < end; from++) {
        if (all[from].start < around->start)
            around->start = all[from].start;
        if (all[from].end > around->end)
            around->end = all[from].end;
    }
    return from;
}

/* Makes one passage of each sentence that has some of both; with `is_whole`,
 * the text is one sentence. */
static bool
join_sentences(const ft_array *left, const ft_array *right,
               const ft_array *chars, bool is_whole, ft_array *out)
{
    const ft_passage *all = left->items;
    size_t next = 0;
    bool is_done = true;
    for (size_t i = 0; is_done && i < left->count;) {
        const size_t end =
            is_whole ? chars->count : sentence_end(chars, all[i].start);
        ft_passage around = all[i];
        ft_passage passed = all[i];
        const ft_passage *others = right->items;
        /* Those of sentences before this one. */
        while (next < right->count && others[next].start < all[i].start &&
               !is_whole &&
               sentence_end(chars, others[next].start) < all[i].start)
            next = take_until(right, next,
                              sentence_end(chars, others[next].start) + 1,
                              &passed);
        i = take_until(left, i, end + 1, &around);
        const size_t after = take_until(right, next, end + 1, &around);
        if (after > next)
            is_done = push(out, around.start, around.end);
        next = after;
    }
    return is_done;
}

/* Joins the passages so far, in `passages`, with those of the next operand. */
static fatiao_status
join_next(const ft_expression *node, const ft_expression *operand,
          const ft_array *chars, ft_array *passages, fatiao_error *error)
{
    ft_array right = {.item_size = sizeof(ft_passage)};
    ft_array joined = {.item_size = sizeof(ft_passage)};
    fatiao_status status = ft_passage_find(operand, chars, &right, error);
    bool is_done = true;
    if (status == FATIAO_OK && node->kind == FT_EXPRESSION_NEAR)
        is_done = join_near(passages, &right, node->distance, &joined);
    else if (status == FATIAO_OK)
        is_done = join_sentences(passages, &right, chars,
                                 node->kind == FT_EXPRESSION_CLAUSE, &joined);
    if (!is_done)
        status = ft_error_memory(error);
    sort(&joined);
    ft_array_finish(&right);
    ft_array_finish(passages);
    *passages = joined;
    return status;
}

static fatiao_status
find_joined(const ft_expression *node, const ft_array *chars,
            ft_array *passages, fatiao_error *error)
{
    ft_array joined = {.item_size = sizeof(ft_passage)};
    fatiao_status status = ft_passage_find(node->child, chars, &joined, error);
    for (const ft_expression *operand = node->child->next;
         status == FATIAO_OK && joined.count > 0 && operand != NULL;
         operand = operand->next)
        status = join_next(node, operand, chars, &joined, error);
    const ft_passage *all = joined.items;
    for (size_t i = 0; status == FATIAO_OK && i < joined.count; i++)
        if (!push(passages, all[i].start, all[i].end))
            status = ft_error_memory(error);
    ft_array_finish(&joined);
    return status;
}

fatiao_status
ft_passage_find(const ft_expression *node, const ft_array *chars,
                ft_array *passages, fatiao_error *error)
{
    switch (node->kind) {
    case FT_EXPRESSION_TEXT:
        return find_text(node, chars, passages, error);
    case FT_EXPRESSION_OR: {
        fatiao_status status = FATIAO_OK;
        for (const ft_expression *one = node->child;
             status == FATIAO_OK && one != NULL; one = one->next)
            status = ft_passage_find(one, chars, passages, error);
        sort(passages);
        return status;
    }
    case FT_EXPRESSION_NEAR:
    case FT_EXPRESSION_SENTENCE:
    case FT_EXPRESSION_CLAUSE:
        return find_joined(node, chars, passages, error);
    default:
        return FATIAO_OK;
    }
}
