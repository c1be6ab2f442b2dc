/* Which characters stand beside which, and in how many articles: what there is
 * to know of an index to tell a slip of the pen from a word. Chinese characters
 * only; each is known by its place in the file.
 *
 * DIR/spelling is written after commits and may be older than the index, or
 * missing: less is then corrected, or nothing. Numbers are in the order of the
 * machine.
 *
 *     header       magic, the database's uuid, its greatest id and its count of
 *                  documents at the time, counts, and a hash of the whole file
 *     row starts   u32 for each char and one more: where its pairs begin
 *     row totals   u32 for each char: the sum of its pairs' articles
 *     articles     u32 for each char: how many hold it
 *     codes        u16 for each char: what it is, ascending; an even number
 *     seconds      u16 for each pair: place of its second char, ascending in
 *                  the row of the first
 *     counts       u16 for each pair: articles that hold it, 65,535 for more
 *
 * Pairs count by the articles that have them in the text or in the headings,
 * whichever are more. */
#ifndef FT_INDEX_SPELLING_H
#define FT_INDEX_SPELLING_H

#include "engine/engine.h"
#include "index/side_file.h"

/* No char of the file. */
enum { FT_SPELLING_NONE = 0xFFFF };

/* Whether the file in the index's folder is missing, or was made from another
 * state of the database than this. */
bool ft_spelling_is_old(const char *path, ft_engine *engine);
fatiao_status ft_spelling_write(const char *path, ft_engine *engine,
                                fatiao_error *error);

typedef struct ft_spelling {
    ft_side_file file;
    uint32_t last_id; /* of the database it was made from */
    uint32_t document_count;
    uint32_t char_count;
    uint32_t pair_count;
    const uint32_t *row_starts;
    const uint32_t *row_totals;
    const uint32_t *articles;
    const uint16_t *codes;
    const uint16_t *seconds;
    const uint16_t *counts;
    /* Set by ft_spelling_check. The chars of syllable s (pinyin.h) are
     * readers[reader_starts[s]] and on, to the next start. */
    uint16_t *readers;
    uint32_t *reader_starts;
    double total; /* the sum of all `articles` */
    double once;  /* the share of pairs met that were met but once */
} ft_spelling;

/* False where there is no file of this database. Its hash is not looked at:
 * what is in it is never trusted further than that nothing outside is read. */
bool ft_spelling_open(ft_spelling *out, const char *path, ft_engine *engine);
/* Reads the whole file: whether its hash is right. Then sets what is derived.
 */
fatiao_status ft_spelling_check(ft_spelling *spelling, bool *is_sound,
                                fatiao_error *error);
void ft_spelling_close(ft_spelling *spelling);

/* The place of a character, or FT_SPELLING_NONE. */
uint16_t ft_spelling_find(const ft_spelling *spelling, uint32_t code);

/* The pairs that begin with a char: places in `seconds` and `counts`. */
void ft_spelling_row(const ft_spelling *spelling, uint16_t first,
                     uint32_t *start, uint32_t *end);

/* How many articles hold the pair. */
uint32_t ft_spelling_pair(const ft_spelling *spelling, uint16_t first,
                          uint16_t second);

#endif
