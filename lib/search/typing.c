/* Looking at the characters of a question, the cheap signs first. */
#include "search/typing.h"

#include <string.h>

#include "base/error.h"
#include "index/schema.h"
#include "query/mention.h"
#include "query/slips.h"
#include "query/synonym.h"
#include "text/analyzer.h"
#include "text/pinyin.h"
#include "text/utf8.h"

static const char everyday[] = "吗呢吧啊呀嘛么啦哦谁我你您他她它咱俺们这那哪怎"
                               "咋什啥些个多少几想要找能会可还也都就"
                               "才又被把给让跟向对从到由和与及或了过着的地得是"
                               "不没有很太更最再只但却如若因为所以于其"
                               "之此在上下里中后前时去来说看做用吃买卖打拿钱帮"
                               "年月日一二三四五六七八九十百千万两";

bool
ft_typing_is_everyday(uint32_t code)
{
    return ft_char_is_one_of(code, everyday);
}

double
ft_typing_bond(const ft_spelling *spelling, uint16_t first, uint16_t second)
{
    if (first == FT_SPELLING_NONE || second == FT_SPELLING_NONE)
        return 0;
    const uint32_t a = spelling->articles[first];
    const uint32_t b = spelling->articles[second];
    const uint32_t both = ft_spelling_pair(spelling, first, second);
    return both / (double)((a < b ? a : b) + 1);
}

bool
ft_typing_is_usual(const ft_spelling *spelling, uint16_t first, uint16_t second)
{
    if (ft_typing_bond(spelling, first, second) < FT_SPELLING_USUAL)
        return false;
    const double met = ft_spelling_pair(spelling, first, second);
    const double articles = spelling->document_count + 1.0;
    const double chance = spelling->articles[first] / articles *
                          spelling->articles[second] / FT_SPELLING_ARTICLE;
    return met > chance;
}

/* ------------------------------------------------------------- characters */

/* Whether a byte of the question is one of its words, and of none of the places
 * that it cites: no part of a quotation or an expression. */
static bool
is_open(const fatiao_query *query, size_t byte)
{
    const ft_expression_piece *pieces = query->tree.pieces.items;
    const ft_mention *mentions = query->mentions.items;
    bool is_word = false;
    for (size_t i = 0; i < query->tree.pieces.count; i++)
        is_word |= pieces[i].is_wanted && byte >= pieces[i].byte_start &&
                   byte < pieces[i].byte_start + pieces[i].byte_count;
    for (size_t i = 0; i < query->mentions.count; i++)
        is_word &=
            byte < mentions[i].byte_start || byte >= mentions[i].byte_end;
    return is_word;
}

static fatiao_status
add_typed(const ft_array *chars, const fatiao_query *query,
          const ft_spelling *spelling, ft_array *typed, fatiao_error *error)
{
    const char *text = query->text;
    const ft_char *all = chars->items;
    for (size_t i = 0; i < chars->count; i++) {
        ft_typed *made = ft_array_push(typed);
        if (made == NULL)
            return ft_error_memory(error);
        const bool is_fixed = !is_open(query, all[i].byte_start);
        const uint16_t *readings;
        made->code = all[i].code;
        made->byte_start = all[i].byte_start;
        made->byte_end = all[i].byte_end;
        made->place = ft_spelling_find(spelling, all[i].code);
        made->is_han =
            !is_fixed && ft_pinyin_readings(all[i].code, &readings) > 0;
        made->is_letter = !is_fixed && ft_char_is_latin(all[i].code);
        made->is_apart = i > 0 && all[i].byte_start > all[i - 1].byte_end;
        made->is_capital =
            text[all[i].byte_start] >= 'A' && text[all[i].byte_start] <= 'Z';
    }
    return FATIAO_OK;
}

/* -------------------------------------------------------------- odd signs */

/* Whether a character makes a pair with the next one that is unusual. */
static bool
is_unusual_at(const ft_array *typed, const ft_spelling *spelling, size_t at)
{
    const ft_typed *all = typed->items;
    return at + 1 < typed->count && all[at].is_han && all[at + 1].is_han &&
           !all[at + 1].is_apart &&
           !ft_typing_is_usual(spelling, all[at].place, all[at + 1].place);
}

/* Marks the characters that stand beside one with which they make no usual
 * pair. */
static bool
mark_odd(ft_array *typed, const ft_spelling *spelling)
{
    ft_typed *all = typed->items;
    bool is_any = false;
    for (size_t i = 0; i < typed->count; i++) {
        if (!is_unusual_at(typed, spelling, i))
            continue;
        for (size_t at = i; at <= i + 1; at++) {
            all[at].is_odd = !ft_typing_is_everyday(all[at].code);
            is_any |= all[at].is_odd;
        }
    }
    return is_any;
}

/* Where an odd character is a word or part of one, only those are taken for
 * slips that make no usual pair at all. */
static void
mark_open(ft_array *typed, const ft_spelling *spelling)
{
    ft_typed *all = typed->items;
    for (size_t i = 0; i < typed->count; i++)
        all[i].is_open =
            all[i].is_odd && !all[i].is_known &&
            (!all[i].is_word ||
             !((i > 0 &&
                ft_typing_is_usual(spelling, all[i - 1].place, all[i].place)) ||
               (i + 1 < typed->count &&
                ft_typing_is_usual(spelling, all[i].place, all[i + 1].place))));
}

/* Marks a word; a longer one stays. */
static void
mark_word(ft_array *typed, uint32_t start, uint32_t count)
{
    ft_typed *all = typed->items;
    for (uint32_t i = start; i < start + count; i++) {
        if (all[i].word_end - all[i].word_start >= count)
            continue;
        all[i].is_word = true;
        all[i].word_start = start;
        all[i].word_end = start + count;
    }
}

/* In short questions, of two neighbours that are no part of a word either may
 * be a slip, even where their pair is usual: 劳动和同. */
static bool
mark_loose(ft_array *typed)
{
    ft_typed *all = typed->items;
    bool is_any = false;
    for (size_t i = 0; i + 1 < typed->count; i++) {
        ft_typed *both[] = {&all[i], &all[i + 1]};
        if (!both[0]->is_han || !both[1]->is_han || both[1]->is_apart ||
            both[0]->is_word || both[1]->is_word ||
            (ft_typing_is_everyday(both[0]->code) &&
             ft_typing_is_everyday(both[1]->code)))
            continue;
        both[0]->is_odd = both[1]->is_odd = true;
        is_any = true;
    }
    return is_any;
}

static fatiao_status
mark_words(fatiao_searcher *searcher, const char *text, ft_array *typed,
           fatiao_error *error)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_array tokens = {.item_size = sizeof(ft_token)};
    ft_analyzer *analyzer = NULL;
    ft_typed *all = typed->items;
    fatiao_status status = ft_searcher_analyzer(searcher, &analyzer, error);
    if (status == FATIAO_OK)
        status = ft_analyzer_run(analyzer, text, strlen(text), &chars, &tokens,
                                 error);
    for (size_t i = 0; status == FATIAO_OK && i < tokens.count; i++) {
        const ft_token *token = ft_array_at(&tokens, i);
        if (token->kind == FT_TOKEN_WORD && token->char_count > 1)
            mark_word(typed, token->char_start, token->char_count);
    }
    for (uint32_t i = 0; status == FATIAO_OK && i < typed->count; i++) {
        const uint32_t length =
            ft_thesaurus_longest(&ft_thesaurus_default, &chars, i);
        if (length > 2)
            mark_word(typed, i, length);
        for (uint32_t at = i; length > 2 && at < i + length; at++)
            all[at].is_known = true;
    }
    ft_array_finish(&tokens);
    ft_array_finish(&chars);
    return status;
}

/* ----------------------------------------------------------------- letters */

static bool
has_han(const ft_array *typed)
{
    const ft_typed *all = typed->items;
    for (size_t i = 0; i < typed->count; i++)
        if (all[i].is_han)
            return true;
    return false;
}

/* Letters [from, to) are no pinyin where they are one letter alone, stand
 * beside a digit, are capitals among Chinese, or are a word of the index. */
static fatiao_status
check_letters(fatiao_searcher *searcher, ft_array *typed, size_t from,
              size_t to, bool *is_pinyin, fatiao_error *error)
{
    const ft_typed *all = typed->items;
    *is_pinyin = false;
    if (all[from].is_capital &&
        (has_han(typed) || to - from < FT_SPELLING_CAPITALS))
        return FATIAO_OK;
    const bool is_beside_han = (from > 0 && all[from - 1].is_han) ||
                               (to < typed->count && all[to].is_han);
    if ((from > 0 && ft_char_is_digit(all[from - 1].code)) ||
        (to < typed->count && ft_char_is_digit(all[to].code)) ||
        (to - from == 1 && !is_beside_han && from == 0 && to == typed->count))
        return FATIAO_OK;
    char term[FT_TYPING_CHARS_MAX + 1] = {FT_PREFIX_WORD};
    for (size_t i = from; i < to; i++)
        term[1 + i - from] = (char)all[i].code;
    uint32_t articles;
    const fatiao_status status = ft_engine_term_documents(
        searcher->engine, term, 1 + to - from, &articles, error);
    *is_pinyin = status == FATIAO_OK && articles == 0;
    return status;
}

static fatiao_status
mark_letters(fatiao_searcher *searcher, ft_array *typed, bool *is_any,
             fatiao_error *error)
{
    ft_typed *all = typed->items;
    fatiao_status status = FATIAO_OK;
    *is_any = false;
    for (size_t from = 0; status == FATIAO_OK && from < typed->count; from++) {
        if (!all[from].is_letter)
            continue;
        size_t to = from + 1;
        while (to < typed->count && all[to].is_letter)
            to++;
        bool is_pinyin;
        status = check_letters(searcher, typed, from, to, &is_pinyin, error);
        for (size_t i = from; i < to; i++)
            all[i].is_letter = is_pinyin;
        *is_any |= is_pinyin;
        from = to;
    }
    return status;
}

fatiao_status
ft_typing_read(fatiao_searcher *searcher, const fatiao_query *query,
               const ft_spelling *spelling, ft_array *typed,
               fatiao_error *error)
{
    const char *text = query->text;
    ft_array chars = {.item_size = sizeof(ft_char)};
    bool has_letters = false;
    bool has_odd = false;
    fatiao_status status = ft_fold(text, strlen(text), &chars, error);
    if (status == FATIAO_OK && chars.count <= FT_TYPING_CHARS_MAX)
        status = add_typed(&chars, query, spelling, typed, error);
    if (status == FATIAO_OK)
        status = mark_letters(searcher, typed, &has_letters, error);
    if (status == FATIAO_OK && chars.count <= FT_SPELLING_WHOLE)
        has_odd = mark_odd(typed, spelling);
    const bool is_short = chars.count <= FT_SPELLING_SHORT;
    if (status == FATIAO_OK && (has_odd || is_short))
        status = mark_words(searcher, text, typed, error);
    if (status == FATIAO_OK && is_short)
        has_odd |= mark_loose(typed);
    if (has_odd)
        mark_open(typed, spelling);
    if (!has_letters && !has_odd)
        ft_array_clear(typed);
    ft_array_finish(&chars);
    return status;
}
