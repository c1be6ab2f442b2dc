/* Making the file of spelling out of the terms of the index, and reading it. */
#include "index/spelling.h"

#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "index/schema.h"
#include "text/pinyin.h"
#include "text/utf8.h"

static const char magic[8] = "FTSPELL1";

/* The start of the file. `hash` is the XXH3-64 of all that follows, seeded with
 * that of what precedes it. */
typedef struct header {
    char magic[8];
    char uuid[40];
    uint32_t last_id;
    uint32_t document_count;
    uint32_t char_count;
    uint32_t pair_count;
    uint64_t byte_count; /* of the whole file */
    uint64_t hash;
} header;

_Static_assert(sizeof(header) == 80, "the header has no gaps");

/* The characters of U+4E00 to U+9FFF are those that have pinyin. */
enum { HAN_FIRST = 0x4E00, HAN_LAST = 0x9FFF };
enum { HAN_COUNT = HAN_LAST - HAN_FIRST + 1 };

/* ------------------------------------------------------------------ making */

typedef struct pair {
    uint16_t first; /* codes */
    uint16_t second;
    uint32_t articles;
} pair;

/* What is gathered from the terms. */
typedef struct gathering {
    ft_array pairs;     /* of pair */
    uint32_t *articles; /* for each character from HAN_FIRST */
} gathering;

static bool
is_han(uint32_t code)
{
    return code >= HAN_FIRST && code <= HAN_LAST;
}

/* Takes a term of one or two Chinese characters. `context` is a gathering. */
static fatiao_status
take_term(void *context, const char *term, size_t byte_count,
          uint32_t documents, fatiao_error *error)
{
    gathering *g = context;
    size_t at = 1; /* behind the prefix */
    if (byte_count < 2)
        return FATIAO_OK;
    const uint32_t first = ft_utf8_next(term, byte_count, &at);
    if (!is_han(first))
        return FATIAO_OK;
    if (at == byte_count) {
        g->articles[first - HAN_FIRST] = documents;
        return FATIAO_OK;
    }
    const uint32_t second = ft_utf8_next(term, byte_count, &at);
    if (!is_han(second) || at != byte_count)
        return FATIAO_OK;
    pair *made = ft_array_push(&g->pairs);
    if (made == NULL)
        return ft_error_memory(error);
    *made = (pair){(uint16_t)first, (uint16_t)second, documents};
    /* Characters of headings are not in the text. */
    if (g->articles[first - HAN_FIRST] < documents)
        g->articles[first - HAN_FIRST] = documents;
    if (g->articles[second - HAN_FIRST] < documents)
        g->articles[second - HAN_FIRST] = documents;
    return FATIAO_OK;
}

static fatiao_status
gather(gathering *g, ft_engine *engine, char prefix, fatiao_error *error)
{
    const char text[] = {prefix, '\0'};
    return ft_engine_list_terms(engine, text, take_term, g, error);
}

static int
compare_pairs(const void *left, const void *right)
{
    const pair *a = left;
    const pair *b = right;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return a->second < b->second ? -1 : a->second > b->second;
}

/* Sorts the pairs; of equal ones, of text and heading, the more frequent stays.
 */
static void
merge_pairs(ft_array *pairs)
{
    pair *all = pairs->items;
    if (pairs->count == 0)
        return;
    qsort(all, pairs->count, sizeof(*all), compare_pairs);
    size_t kept = 0;
    for (size_t i = 1; i < pairs->count; i++) {
        if (compare_pairs(&all[kept], &all[i]) != 0)
            all[++kept] = all[i];
        else if (all[i].articles > all[kept].articles)
            all[kept].articles = all[i].articles;
    }
    pairs->count = kept + 1;
}

static void
put_u32(ft_strbuf *out, uint32_t number)
{
    ft_strbuf_bytes(out, &number, sizeof(number));
}

static void
put_u16(ft_strbuf *out, uint16_t number)
{
    ft_strbuf_bytes(out, &number, sizeof(number));
}

/* Row starts or, with `is_total`, the rows' sums of articles. */
static void
put_rows(ft_strbuf *out, const gathering *g, bool is_total)
{
    const pair *all = g->pairs.items;
    size_t at = 0;
    for (uint32_t i = 0; i < HAN_COUNT; i++) {
        if (g->articles[i] == 0)
            continue;
        const size_t start = at;
        uint32_t total = 0;
        for (; at < g->pairs.count && all[at].first == HAN_FIRST + i; at++)
            total += all[at].articles;
        put_u32(out, is_total ? total : (uint32_t)start);
    }
    if (!is_total)
        put_u32(out, (uint32_t)at);
}

static void
put_chars(ft_strbuf *out, const gathering *g, uint32_t char_count)
{
    for (uint32_t i = 0; i < HAN_COUNT; i++)
        if (g->articles[i] > 0)
            put_u32(out, g->articles[i]);
    for (uint32_t i = 0; i < HAN_COUNT; i++)
        if (g->articles[i] > 0)
            put_u16(out, (uint16_t)(HAN_FIRST + i));
    if (char_count % 2 != 0)
        put_u16(out, UINT16_MAX);
}

static void
put_pairs(ft_strbuf *out, const gathering *g)
{
    const pair *all = g->pairs.items;
    uint16_t places[HAN_COUNT];
    uint16_t place = 0;
    for (uint32_t i = 0; i < HAN_COUNT; i++)
        places[i] = g->articles[i] > 0 ? place++ : 0;
    for (size_t i = 0; i < g->pairs.count; i++)
        put_u16(out, places[all[i].second - HAN_FIRST]);
    for (size_t i = 0; i < g->pairs.count; i++)
        put_u16(out, all[i].articles > UINT16_MAX ? UINT16_MAX
                                                  : (uint16_t)all[i].articles);
}

/* Appends all but the header, and counts the characters. */
static void
put_body(ft_strbuf *out, const gathering *g, uint32_t *char_count)
{
    *char_count = 0;
    for (uint32_t i = 0; i < HAN_COUNT; i++)
        *char_count += g->articles[i] > 0;
    put_rows(out, g, false);
    put_rows(out, g, true);
    put_chars(out, g, *char_count);
    put_pairs(out, g);
}

static uint64_t
hash_of(const header *head, const void *body, size_t byte_count)
{
    return XXH3_64bits_withSeed(body, byte_count,
                                XXH3_64bits(head, offsetof(header, hash)));
}

/* "DIR/spelling" */
static void
write_path(ft_strbuf *out, const char *path)
{
    ft_strbuf_format(out, "%s/spelling", path);
}

static fatiao_status
read_stamp(header *head, ft_engine *engine, fatiao_error *error)
{
    ft_engine_stamp stamp;
    const fatiao_status status = ft_engine_read_stamp(engine, &stamp, error);
    if (status != FATIAO_OK)
        return status;
    *head = (header){.last_id = stamp.last_id};
    memcpy(head->magic, magic, sizeof(magic));
    memcpy(head->uuid, stamp.uuid, sizeof(head->uuid));
    return ft_engine_document_count(engine, &head->document_count, error);
}

static fatiao_status
write_file(const char *path, header *head, const ft_strbuf *body,
           fatiao_error *error)
{
    ft_strbuf name = {0};
    ft_side_writer out;
    write_path(&name, path);
    fatiao_status status = ft_strbuf_failed(&name) || ft_strbuf_failed(body)
                               ? ft_error_memory(error)
                               : ft_side_writer_open(&out, name.bytes, error);
    if (status == FATIAO_OK) {
        head->byte_count = sizeof(*head) + body->byte_count;
        head->hash = hash_of(head, body->bytes, body->byte_count);
        ft_side_writer_put(&out, head, sizeof(*head));
        ft_side_writer_put(&out, body->bytes, body->byte_count);
        status = ft_side_writer_commit(&out, error);
    }
    ft_strbuf_finish(&name);
    return status;
}

fatiao_status
ft_spelling_write(const char *path, ft_engine *engine, fatiao_error *error)
{
    static const char prefixes[] = {FT_PREFIX_CHAR, FT_PREFIX_PAIR,
                                    FT_PREFIX_HEADING_PAIR};
    gathering g = {.pairs.item_size = sizeof(pair)};
    ft_strbuf body = {0};
    header head;
    fatiao_status status = read_stamp(&head, engine, error);
    g.articles = calloc(HAN_COUNT, sizeof(*g.articles));
    if (status == FATIAO_OK && g.articles == NULL)
        status = ft_error_memory(error);
    for (size_t i = 0; status == FATIAO_OK && i < sizeof(prefixes); i++)
        status = gather(&g, engine, prefixes[i], error);
    if (status == FATIAO_OK) {
        merge_pairs(&g.pairs);
        head.pair_count = (uint32_t)g.pairs.count;
        put_body(&body, &g, &head.char_count);
        status = write_file(path, &head, &body, error);
    }
    ft_strbuf_finish(&body);
    ft_array_finish(&g.pairs);
    free(g.articles);
    return status;
}

/* ----------------------------------------------------------------- reading */

/* Whether a file begins as one of ours and is as long as it says. */
static bool
is_whole(const header *head, size_t byte_count)
{
    const uint64_t chars = head->char_count;
    return memcmp(head->magic, magic, sizeof(magic)) == 0 &&
           head->byte_count == byte_count && chars <= HAN_COUNT &&
           byte_count == sizeof(*head) + 4 * (1 + 3 * chars) +
                             2 * (chars + chars % 2) +
                             4 * (uint64_t)head->pair_count;
}

/* Lays the arrays over the file. */
static void
lay_out(ft_spelling *s, const header *head)
{
    const void *body = s->file.bytes + sizeof(*head);
    const size_t chars = head->char_count;
    s->last_id = head->last_id;
    s->document_count = head->document_count;
    s->char_count = head->char_count;
    s->pair_count = head->pair_count;
    s->row_starts = body;
    s->row_totals = s->row_starts + chars + 1;
    s->articles = s->row_totals + chars;
    s->codes = (const uint16_t *)(s->articles + chars);
    s->seconds = s->codes + chars + chars % 2;
    s->counts = s->seconds + s->pair_count;
}

static bool
is_of(const header *head, ft_engine *engine)
{
    ft_engine_stamp stamp;
    return ft_engine_read_stamp(engine, &stamp, NULL) == FATIAO_OK &&
           memcmp(head->uuid, stamp.uuid, sizeof(stamp.uuid)) == 0;
}

bool
ft_spelling_open(ft_spelling *out, const char *path, ft_engine *engine)
{
    *out = (ft_spelling){0};
    ft_strbuf name = {0};
    header head;
    write_path(&name, path);
    if (!ft_strbuf_failed(&name) &&
        ft_side_file_open(&out->file, name.bytes, NULL) == FATIAO_OK &&
        out->file.byte_count >= sizeof(head)) {
        memcpy(&head, out->file.bytes, sizeof(head));
        if (is_whole(&head, out->file.byte_count) && is_of(&head, engine))
            lay_out(out, &head);
    }
    ft_strbuf_finish(&name);
    if (out->codes == NULL)
        ft_spelling_close(out);
    return out->codes != NULL;
}

bool
ft_spelling_is_old(const char *path, ft_engine *engine)
{
    ft_spelling file;
    ft_engine_stamp stamp;
    uint32_t count;
    const bool is_current =
        ft_spelling_open(&file, path, engine) &&
        ft_engine_read_stamp(engine, &stamp, NULL) == FATIAO_OK &&
        ft_engine_document_count(engine, &count, NULL) == FATIAO_OK &&
        stamp.last_id == file.last_id && count == file.document_count;
    ft_spelling_close(&file);
    return !is_current;
}

void
ft_spelling_close(ft_spelling *spelling)
{
    ft_side_file_close(&spelling->file);
    free(spelling->readers);
    free(spelling->reader_starts);
    *spelling = (ft_spelling){0};
}

/* Puts the chars in the order of their syllables, by counting. */
static bool
list_readers(ft_spelling *s)
{
    const size_t syllables = ft_syllable_count();
    const uint16_t *readings;
    uint32_t *starts = calloc(syllables + 2, sizeof(*starts));
    s->reader_starts = starts;
    if (starts == NULL)
        return false;
    for (uint32_t i = 0; i < s->char_count; i++)
        for (size_t n = ft_pinyin_readings(s->codes[i], &readings); n > 0; n--)
            starts[readings[n - 1] + 2]++;
    for (size_t i = 2; i < syllables + 2; i++)
        starts[i] += starts[i - 1];
    s->readers = malloc((starts[syllables + 1] + 1) * sizeof(*s->readers));
    if (s->readers == NULL)
        return false;
    /* Filling moves each start to the next syllable's. */
    for (uint32_t i = 0; i < s->char_count; i++)
        for (size_t n = ft_pinyin_readings(s->codes[i], &readings); n > 0; n--)
            s->readers[starts[readings[n - 1] + 1]++] = (uint16_t)i;
    return true;
}

static bool
has_right_hash(const ft_side_file *file)
{
    header head;
    memcpy(&head, file->bytes, sizeof(head));
    return head.hash == hash_of(&head, file->bytes + sizeof(head),
                                file->byte_count - sizeof(head));
}

fatiao_status
ft_spelling_check(ft_spelling *spelling, bool *is_sound, fatiao_error *error)
{
    *is_sound = has_right_hash(&spelling->file);
    if (!*is_sound)
        return FATIAO_OK;
    double pairs = 1;
    double once = 0;
    for (uint32_t i = 0; i < spelling->char_count; i++)
        spelling->total += spelling->articles[i];
    for (uint32_t i = 0; i < spelling->pair_count; i++) {
        pairs += spelling->counts[i];
        once += spelling->counts[i] == 1;
    }
    spelling->once = once / pairs;
    return list_readers(spelling) ? FATIAO_OK : ft_error_memory(error);
}

/* The first place in [low, high) of an ascending array whose value is not
 * below `value`. */
static uint32_t
lower_bound(const uint16_t *values, uint32_t low, uint32_t high, uint32_t value)
{
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (values[middle] < value)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint16_t
ft_spelling_find(const ft_spelling *spelling, uint32_t code)
{
    const uint32_t at =
        lower_bound(spelling->codes, 0, spelling->char_count, code);
    if (at < spelling->char_count && spelling->codes[at] == code)
        return (uint16_t)at;
    return FT_SPELLING_NONE;
}

void
ft_spelling_row(const ft_spelling *spelling, uint16_t first, uint32_t *start,
                uint32_t *end)
{
    *start = *end = 0;
    if (first >= spelling->char_count)
        return;
    const uint32_t from = spelling->row_starts[first];
    const uint32_t to = spelling->row_starts[first + 1];
    if (from > to || to > spelling->pair_count)
        return;
    *start = from;
    *end = to;
}

uint32_t
ft_spelling_pair(const ft_spelling *spelling, uint16_t first, uint16_t second)
{
    uint32_t start;
    uint32_t end;
    ft_spelling_row(spelling, first, &start, &end);
    const uint32_t at = lower_bound(spelling->seconds, start, end, second);
    if (at < end && spelling->seconds[at] == second)
        return spelling->counts[at];
    return 0;
}
