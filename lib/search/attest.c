/* Looking a row of characters up in texts. */
#include "search/attest.h"

#include <string.h>

#include "base/error.h"
#include "index/schema.h"
#include "query/slips.h"
#include "text/analyzer.h"
#include "text/utf8.h"

/* Characters on either side that are cut into words with the row, and the bytes
 * that each has. */
enum { AROUND = 10, HAN_BYTES = 3 };

/* How often a row must be met for its surroundings to say anything. */
enum { PART_COUNT = 4 };

/* What looking needs. */
typedef struct looking {
    ft_analyzer *analyzer;
    const ft_strbuf *row;
    ft_array chars;      /* of ft_char */
    ft_array tokens;     /* of ft_token */
    uint32_t around[2];  /* the character before the row and that behind */
    bool is_constant[2]; /* it has been the same each time */
    size_t count;        /* times that the row was met */
} looking;

/* The ids of the articles that have all pairs of a row. */
static fatiao_status
find_articles(fatiao_searcher *searcher, const ft_strbuf *row, ft_array *ids,
              fatiao_error *error)
{
    ft_array terms = {.item_size = sizeof(ft_engine_term)};
    ft_strbuf bytes = {0};
    fatiao_status status = FATIAO_OK;
    /* The pairs lie behind each other, each behind its prefix. */
    enum { TERM_BYTES = 1 + 2 * HAN_BYTES };
    for (size_t i = 0; i + 2 * HAN_BYTES <= row->byte_count; i += HAN_BYTES) {
        ft_strbuf_char(&bytes, FT_PREFIX_PAIR);
        ft_strbuf_bytes(&bytes, row->bytes + i, 2 * HAN_BYTES);
    }
    for (size_t i = 0; i + TERM_BYTES <= bytes.byte_count; i += TERM_BYTES) {
        ft_engine_term *term = ft_array_push(&terms);
        if (term == NULL)
            status = ft_error_memory(error);
        else
            *term = (ft_engine_term){bytes.bytes + i, TERM_BYTES};
    }
    const ft_engine_filter filter = {.required = terms.items,
                                     .required_count = terms.count};
    if (ft_strbuf_failed(&bytes))
        status = ft_error_memory(error);
    if (status == FATIAO_OK && terms.count > 0)
        status = ft_engine_find(searcher->engine, &filter, ids, error);
    ft_strbuf_finish(&bytes);
    ft_array_finish(&terms);
    return status;
}

/* Whether bytes are a character of three bytes, as all Chinese ones are. */
static bool
is_han_bytes(const char *bytes)
{
    const unsigned char *b = (const unsigned char *)bytes;
    return b[0] >= 0xE3 && b[0] <= 0xE9 && (b[1] & 0xC0) == 0x80 &&
           (b[2] & 0xC0) == 0x80;
}

/* Whether words end where the row does that stands at byte `at` of an article's
 * data. What is not Chinese ends them anyway. */
static fatiao_status
check_words(looking *l, const ft_strbuf *data, size_t at, bool *out,
            fatiao_error *error)
{
    size_t start = at;
    size_t end = at + l->row->byte_count;
    for (int i = 0; i < AROUND && start >= HAN_BYTES &&
                    is_han_bytes(data->bytes + start - HAN_BYTES);
         i++)
        start -= HAN_BYTES;
    for (int i = 0; i < AROUND && end + HAN_BYTES <= data->byte_count &&
                    is_han_bytes(data->bytes + end);
         i++)
        end += HAN_BYTES;
    const fatiao_status status =
        ft_analyzer_run(l->analyzer, data->bytes + start, end - start,
                        &l->chars, &l->tokens, error);
    const size_t first = at - start;
    const size_t last = first + l->row->byte_count;
    *out = status == FATIAO_OK;
    const ft_char *chars = l->chars.items;
    for (size_t i = 0; i < l->tokens.count && *out; i++) {
        const ft_token *token = ft_array_at(&l->tokens, i);
        if (token->kind != FT_TOKEN_WORD)
            continue;
        const size_t from = chars[token->char_start].byte_start;
        const size_t to =
            chars[token->char_start + token->char_count - 1].byte_end;
        *out = !(from < first && to > first) && !(from < last && to > last);
    }
    return status;
}

/* Notes what stands before and behind the row at byte `at`. */
static void
note_around(looking *l, const ft_strbuf *data, size_t at)
{
    const size_t end = at + l->row->byte_count;
    const size_t sides[2] = {at - HAN_BYTES, end};
    const bool is_there[2] = {at >= HAN_BYTES,
                              end + HAN_BYTES <= data->byte_count};
    for (size_t i = 0; i < 2; i++) {
        size_t from = sides[i];
        uint32_t code = 0;
        if (is_there[i] && is_han_bytes(data->bytes + from))
            code = ft_utf8_next(data->bytes, data->byte_count, &from);
        l->is_constant[i] =
            code != 0 &&
            (l->count == 0 || (l->is_constant[i] && l->around[i] == code));
        l->around[i] = code;
    }
    l->count++;
}

/* Whether an article's data has the row, and as words. */
static fatiao_status
look(looking *l, const ft_strbuf *data, bool *has_row, bool *has_words,
     fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    const char *from = data->bytes;
    *has_row = *has_words = false;
    while (status == FATIAO_OK && !*has_words) {
        const char *found =
            memmem(from, data->byte_count - (size_t)(from - data->bytes),
                   l->row->bytes, l->row->byte_count);
        if (found == NULL)
            break;
        *has_row = true;
        note_around(l, data, (size_t)(found - data->bytes));
        status = check_words(l, data, (size_t)(found - data->bytes), has_words,
                             error);
        from = found + l->row->byte_count;
    }
    return status;
}

static fatiao_status
look_at(looking *l, fatiao_searcher *searcher, const ft_array *ids,
        ft_attestation *out, fatiao_error *error)
{
    const uint32_t *all = ids->items;
    ft_strbuf data = {0};
    fatiao_status status = FATIAO_OK;
    size_t looked = 0;
    for (; status == FATIAO_OK && looked < ids->count &&
           looked < FT_SPELLING_LOOKS;
         looked++) {
        bool has_row = false;
        bool has_words = false;
        ft_strbuf_clear(&data);
        status = ft_engine_data(searcher->engine, all[looked], &data, error);
        if (status == FATIAO_OK && data.byte_count > 0)
            status = look(l, &data, &has_row, &has_words, error);
        out->articles += has_row;
        out->words += has_words;
    }
    const double share = looked == 0 ? 0 : (double)ids->count / (double)looked;
    out->is_part =
        l->count >= PART_COUNT && (l->is_constant[0] || l->is_constant[1]);
    out->articles *= share;
    out->words *= share;
    ft_strbuf_finish(&data);
    return status;
}

fatiao_status
ft_attest(fatiao_searcher *searcher, const uint32_t *codes, size_t count,
          ft_attestation *out, fatiao_error *error)
{
    ft_array ids = {.item_size = sizeof(uint32_t)};
    ft_strbuf row = {0};
    looking l = {.row = &row,
                 .chars.item_size = sizeof(ft_char),
                 .tokens.item_size = sizeof(ft_token)};
    *out = (ft_attestation){0};
    for (size_t i = 0; i < count; i++)
        ft_strbuf_char(&row, codes[i]);
    fatiao_status status = ft_searcher_analyzer(searcher, &l.analyzer, error);
    if (status == FATIAO_OK && ft_strbuf_failed(&row))
        status = ft_error_memory(error);
    if (status == FATIAO_OK)
        status = find_articles(searcher, &row, &ids, error);
    if (status == FATIAO_OK)
        status = look_at(&l, searcher, &ids, out, error);
    ft_array_finish(&l.chars);
    ft_array_finish(&l.tokens);
    ft_array_finish(&ids);
    ft_strbuf_finish(&row);
    return status;
}
