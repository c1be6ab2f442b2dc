/* Reading a text for a question: at each character, the question's terms that
 * begin there, found by binary search over its ordered terms. */
#include "search/matcher.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "text/quantity.h"
#include "text/utf8.h"

/* Where the bit of a term's first character is. */
static uint64_t *
start_word(ft_matcher *matcher, uint32_t code)
{
    return &matcher->starts[code / 64 % 16];
}

static uint64_t
start_bit(uint32_t code)
{
    return (uint64_t)1 << code % 64;
}

fatiao_status
ft_matcher_init(ft_matcher *matcher, const fatiao_query *query,
                fatiao_error *error)
{
    *matcher = (ft_matcher){
        .query = query,
        .chars.item_size = sizeof(ft_char),
        .strengths.item_size = sizeof(uint8_t),
        .passages.item_size = sizeof(ft_passage),
        .inner.item_size = sizeof(ft_passage),
        .causes.item_size = sizeof(const char *),
    };
    const ft_query_term *all = query->terms.items;
    for (size_t i = 0; i < query->terms.count; i++)
        *start_word(matcher, all[i].codes[0]) |= start_bit(all[i].codes[0]);
    matcher->counts = calloc(query->terms.count + 1, sizeof(*matcher->counts));
    return matcher->counts == NULL ? ft_error_memory(error) : FATIAO_OK;
}

void
ft_matcher_finish(ft_matcher *matcher)
{
    ft_array_finish(&matcher->chars);
    ft_array_finish(&matcher->strengths);
    ft_array_finish(&matcher->passages);
    ft_array_finish(&matcher->inner);
    ft_array_finish(&matcher->causes);
    ft_strbuf_finish(&matcher->number);
    free(matcher->counts);
    *matcher = (ft_matcher){0};
}

/* The first term whose first character is not before `code`. */
static size_t
first_term(const ft_array *terms, uint32_t code)
{
    const ft_query_term *all = terms->items;
    size_t low = 0;
    size_t high = terms->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (all[middle].codes[0] < code)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool
stands_at(const ft_array *chars, size_t at, const uint32_t *codes, size_t count)
{
    if (chars->count - at < count)
        return false;
    const ft_char *all = chars->items;
    for (size_t i = 0; i < count; i++)
        if (all[at + i].code != codes[i])
            return false;
    return true;
}

/* What is stronger tells the cause; of equals, what was typed. */
static void
strengthen(ft_matcher *matcher, size_t at, size_t count, ft_strength strength,
           const char *cause)
{
    uint8_t *strengths = matcher->strengths.items;
    const char **causes = matcher->causes.items;
    for (size_t i = at; i < at + count; i++) {
        if (strengths[i] < strength ||
            (strengths[i] == strength && cause == NULL))
            causes[i] = cause;
        if (strengths[i] < strength)
            strengths[i] = (uint8_t)strength;
    }
}

/* ICU cuts 贴息 into two words of one character: these are no words alone. Nor
 * are the parts of another word for what was typed. */
static ft_strength
term_strength(const ft_query_term *term)
{
    if (term->is_filler)
        return FT_STRENGTH_NONE;
    if (term->cause != NULL && term->kind != FT_TOKEN_RUN)
        return FT_STRENGTH_CHAR;
    const bool is_part = term->char_count == 1 &&
                         (term->kind == FT_TOKEN_WORD || term->is_paired);
    return is_part ? FT_STRENGTH_CHAR : FT_STRENGTH_TERM;
}

/* Counts and marks the terms that begin at character `at`. */
static void
read_terms_at(ft_matcher *matcher, size_t at)
{
    const ft_array *terms = &matcher->query->terms;
    const ft_query_term *all = terms->items;
    const ft_char *here = ft_array_at(&matcher->chars, at);
    if ((*start_word(matcher, here->code) & start_bit(here->code)) == 0)
        return;
    for (size_t i = first_term(terms, here->code);
         i < terms->count && all[i].codes[0] == here->code; i++) {
        if (all[i].kind == FT_TOKEN_NUMBER ||
            !stands_at(&matcher->chars, at, all[i].codes, all[i].char_count))
            continue;
        matcher->counts[i]++;
        if (!all[i].is_quoted || matcher->is_relaxed)
            strengthen(matcher, at, all[i].char_count, term_strength(&all[i]),
                       all[i].cause);
    }
}

/* Counts and marks a number of the text, however the question writes it. */
static void
read_number(ft_matcher *matcher, const ft_quantity *quantity)
{
    const ft_array *terms = &matcher->query->terms;
    const ft_query_term *all = terms->items;
    ft_strbuf_clear(&matcher->number);
    ft_quantity_write(&matcher->number, quantity);
    const char *spelling = ft_strbuf_string(&matcher->number);
    size_t after = 0;
    const uint32_t first =
        ft_utf8_next(spelling, matcher->number.byte_count, &after);
    for (size_t i = first_term(terms, first);
         i < terms->count && all[i].codes[0] == first; i++) {
        if (all[i].kind != FT_TOKEN_NUMBER ||
            strcmp(all[i].bytes, spelling) != 0)
            continue;
        matcher->counts[i]++;
        strengthen(matcher, quantity->char_start, quantity->char_count,
                   term_strength(&all[i]), all[i].cause);
    }
}

static void
read_numbers(ft_matcher *matcher)
{
    ft_quantity quantity;
    size_t at = 0;
    while (ft_quantity_next(matcher->chars.items, matcher->chars.count, &at,
                            &quantity))
        read_number(matcher, &quantity);
}

/* ---------------------------------------------------------- what must hold */

/* Marks those passages in `inner` that lie in one of `passages`. Both are
 * ordered by their starts. */
static void
strengthen_inside(ft_matcher *matcher)
{
    const ft_passage *around = matcher->passages.items;
    const ft_passage *all = matcher->inner.items;
    size_t next = 0;
    uint32_t end = 0;
    for (size_t i = 0; i < matcher->inner.count; i++) {
        for (; next < matcher->passages.count &&
               around[next].start <= all[i].start;
             next++)
            if (around[next].end > end)
                end = around[next].end;
        if (all[i].end <= end)
            strengthen(matcher, all[i].start, all[i].end - all[i].start,
                       FT_STRENGTH_TERM, NULL);
    }
}

/* Marks the words below `node` that lie in one of the passages. */
static fatiao_status
mark_words(ft_matcher *matcher, const ft_expression *node, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    if (node->kind == FT_EXPRESSION_TEXT) {
        ft_array_clear(&matcher->inner);
        status = ft_passage_find(node, &matcher->chars, &matcher->inner, error);
        if (status == FATIAO_OK)
            strengthen_inside(matcher);
    }
    for (const ft_expression *one = node->child;
         status == FATIAO_OK && one != NULL; one = one->next)
        status = mark_words(matcher, one, error);
    return status;
}

/* Marks what a field says of the title or heading being read. */
static void
mark_field(ft_matcher *matcher, const ft_expression *node)
{
    const ft_field_kind kind = node->field.kind;
    if (!(kind == FT_FIELD_LAW && matcher->is_title) &&
        !(kind == FT_FIELD_CHAPTER && matcher->is_heading))
        return;
    for (size_t i = 0; i < matcher->chars.count; i++) {
        size_t end;
        if (node->char_count > 0 &&
            ft_passage_stands_at(&matcher->chars, i, node->codes,
                                 node->char_count, &end))
            strengthen(matcher, i, end - i, FT_STRENGTH_TERM, NULL);
    }
}

/* Marks where what must hold stands in the text. */
static fatiao_status
read_expression(ft_matcher *matcher, const ft_expression *node,
                fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    switch (node->kind) {
    case FT_EXPRESSION_NOT:
        return FATIAO_OK;
    case FT_EXPRESSION_FIELD:
        mark_field(matcher, node);
        return FATIAO_OK;
    case FT_EXPRESSION_AND:
    case FT_EXPRESSION_OR:
        for (const ft_expression *one = node->child;
             status == FATIAO_OK && one != NULL; one = one->next)
            if (!(one->is_loose && matcher->is_relaxed))
                status = read_expression(matcher, one, error);
        return status;
    default:
        ft_array_clear(&matcher->passages);
        status =
            ft_passage_find(node, &matcher->chars, &matcher->passages, error);
        if (status != FATIAO_OK || matcher->passages.count == 0)
            return status;
        matcher->stands = true;
        return mark_words(matcher, node, error);
    }
}

fatiao_status
ft_matcher_read(ft_matcher *matcher, const char *text, size_t byte_count,
                fatiao_error *error)
{
    ft_array_clear(&matcher->chars);
    ft_array_clear(&matcher->strengths);
    ft_array_clear(&matcher->causes);
    memset(matcher->counts, 0,
           matcher->query->terms.count * sizeof(*matcher->counts));
    matcher->stands = false;
    const fatiao_status status =
        ft_fold(text, byte_count, &matcher->chars, error);
    if (status != FATIAO_OK)
        return status;
    if (!ft_array_resize(&matcher->strengths, matcher->chars.count) ||
        !ft_array_resize(&matcher->causes, matcher->chars.count))
        return ft_error_memory(error);
    for (size_t i = 0; i < matcher->chars.count; i++)
        read_terms_at(matcher, i);
    if (matcher->query->has_numbers)
        read_numbers(matcher);
    if (ft_strbuf_failed(&matcher->number))
        return ft_error_memory(error);
    const ft_expression *root = matcher->query->tree.root;
    return root == NULL ? FATIAO_OK : read_expression(matcher, root, error);
}

ft_strength
ft_matcher_strength(const ft_matcher *matcher)
{
    const uint8_t *strengths = matcher->strengths.items;
    uint8_t best = FT_STRENGTH_NONE;
    for (size_t i = 0; i < matcher->strengths.count; i++)
        if (strengths[i] > best)
            best = strengths[i];
    return (ft_strength)best;
}

/* The last place that marks were counted to, in bytes and characters. */
typedef struct place_in_text {
    size_t byte_index;
    size_t char_index;
} place_in_text;

static void
advance(place_in_text *place, const char *text, size_t byte_index)
{
    place->char_index += ft_utf8_char_count(text + place->byte_index,
                                            byte_index - place->byte_index);
    place->byte_index = byte_index;
}

/* The word that all of a run of characters are marked for; "" if some of them
 * are marked for themselves. */
static const char *
run_cause(const ft_matcher *matcher, size_t first, size_t end)
{
    const char *const *causes = matcher->causes.items;
    for (size_t i = first; i < end; i++)
        if (causes[i] == NULL)
            return "";
    return causes[first];
}

static bool
add_mark(ft_array *marks, place_in_text *place, const char *text, size_t start,
         size_t end, const char *cause)
{
    fatiao_span *mark = ft_array_push(marks);
    if (mark == NULL)
        return false;
    advance(place, text, start);
    mark->byte_start = start;
    mark->byte_count = end - start;
    mark->char_start = place->char_index;
    advance(place, text, end);
    mark->char_count = place->char_index - mark->char_start;
    mark->cause = cause;
    return true;
}

static bool
is_digit_at(const ft_matcher *matcher, size_t at)
{
    const ft_char *all = matcher->chars.items;
    return at < matcher->chars.count && ft_char_is_digit(all[at].code);
}

/* Narrows [first, end) so that it cuts no number: 0% of a question for 30% is
 * not to be marked in 50%. */
static void
spare_numbers(const ft_matcher *matcher, size_t *first, size_t *end)
{
    if (*first > 0 && is_digit_at(matcher, *first - 1))
        while (*first < *end && is_digit_at(matcher, *first))
            ++*first;
    if (is_digit_at(matcher, *end))
        while (*end > *first && is_digit_at(matcher, *end - 1))
            --*end;
}

static fatiao_status
add_marks(const ft_matcher *matcher, const char *text, ft_strength least,
          bool spares_numbers, ft_array *marks, fatiao_error *error)
{
    const uint8_t *strengths = matcher->strengths.items;
    const size_t count = matcher->strengths.count;
    place_in_text place = {0};
    for (size_t i = 0; i < count;) {
        size_t first = i;
        size_t end = i;
        while (end < count && strengths[end] >= least)
            end++;
        const size_t whole = end - first;
        i = end + 1;
        if (spares_numbers)
            spare_numbers(matcher, &first, &end);
        const bool is_scrap = end - first < whole && end - first < 2;
        if (whole == 0 || is_scrap)
            continue;
        size_t byte_start;
        size_t byte_end;
        ft_fold_source(matcher->chars.items, count, first, end - first,
                       &byte_start, &byte_end);
        if (byte_start < place.byte_index) /* widened into the mark before */
            byte_start = place.byte_index;
        if (byte_end > byte_start &&
            !add_mark(marks, &place, text, byte_start, byte_end,
                      run_cause(matcher, first, end)))
            return ft_error_memory(error);
    }
    return FATIAO_OK;
}

fatiao_status
ft_matcher_marks(const ft_matcher *matcher, const char *text, ft_strength least,
                 ft_array *marks, fatiao_error *error)
{
    const size_t before = marks->count;
    const fatiao_status status =
        add_marks(matcher, text, least, true, marks, error);
    if (status != FATIAO_OK || marks->count > before)
        return status;
    return add_marks(matcher, text, least, false, marks, error);
}
