/* What each term is worth in each document: BM25 without the term's own
 * weight, in one byte, in a file beside the database that is read in place.
 *
 *     DIR/impacts
 *       header   120 bytes, see impact_file.c
 *       lists    for each term, by ascending document, its blocks:
 *                  u16 high       the upper 16 bits of the ids in the block
 *                  u16 count - 1
 *                  u16 low[count] the lower 16 bits, ascending
 *                  u8 impact[count], and one byte more where that is uneven
 *       index    for each term, in byte order, and once behind the last:
 *                  u32 where its name begins in `names`
 *                  u32 where its list begins in `lists`, in units of two bytes
 *       slots    a hash table: u32 place of the term in `index` plus 1, or 0;
 *                  found at XXH3-64 of the name, and onwards
 *       names    the terms one after another
 *
 * All numbers are little-endian. The file is a copy and never the truth: it
 * holds the documents up to `last_id`, which the database never changes but
 * only removes; later ones are read from the database itself, in the same form.
 * So it may be older or newer than what a reader sees, and may be missing.
 *
 * An impact is f (k1 + 1) / (f + k1 (1 - b + b l / average)) of a term that
 * stands f times in a document of length l, times FT_IMPACT_SCALE. */
#ifndef FT_INDEX_IMPACT_H
#define FT_INDEX_IMPACT_H

#include "engine/engine.h"
#include "index/side_file.h"

/* BM25's two constants: Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework: BM25 and Beyond", 2009. A file made with others is left out. */
#define FT_IMPACT_K1 1.6
#define FT_IMPACT_B 0.75

/* What an impact of 255 stands for: no term can be worth more. */
#define FT_IMPACT_MOST (FT_IMPACT_K1 + 1)
#define FT_IMPACT_SCALE (255 / FT_IMPACT_MOST)

/* A run of documents whose ids have the same upper half. */
typedef struct ft_impact_block {
    uint32_t base;
    uint32_t count;
    const uint16_t *low;
    const uint8_t *impacts;
} ft_impact_block;

/* The documents of one term: blocks by ascending ids. */
typedef struct ft_impact_list {
    ft_array blocks;         /* of ft_impact_block */
    ft_strbuf bytes;         /* of those that are not in the file */
    uint32_t document_count; /* how many hold the term */
} ft_impact_list;

ft_impact_list ft_impact_list_new(void);
void ft_impact_list_clear(ft_impact_list *list);
void ft_impact_list_finish(ft_impact_list *list);

/* The file of an index, or none. */
typedef struct ft_impact_file {
    ft_side_file file;
    double average_length;
    uint32_t last_id;        /* 0: there is no file */
    uint32_t document_count; /* when it was made */
    ft_array removed; /* of uint32_t: ids up to `last_id`, ascending, of which
                         the database has no document */
    uint32_t term_count;
    uint32_t slot_count;
    const uint8_t *lists;
    const uint8_t *index;
    const uint8_t *slots;
    const uint8_t *names;
    uint64_t lists_size;
    uint64_t names_size;
} ft_impact_file;

/* Opens the file of the index at `path`. One that is missing, damaged, of
 * another version or of another database is left out: that is no error. */
void ft_impact_file_open(ft_impact_file *file, const char *path,
                         ft_engine *engine);
void ft_impact_file_close(ft_impact_file *file);

/* Whether the file is missing or misses so much that it should be made anew. */
bool ft_impact_file_is_old(const char *path, ft_engine *engine);

/* Makes the file anew from what the database holds. */
fatiao_status ft_impact_file_write(const char *path, ft_engine *engine,
                                   fatiao_error *error);

/* Keeps of `list` the documents that `other` has too, each with the smaller of
 * its two impacts. */
fatiao_status ft_impact_list_intersect(ft_impact_list *list,
                                       const ft_impact_list *other,
                                       fatiao_error *error);

/* The first place in a block, from place `from` on, whose document is not
 * before `id`; `count` if there is none. */
uint32_t ft_impact_block_find(const ft_impact_block *block, uint32_t from,
                              uint32_t id);

/* The impacts of some documents, by ascending `ids`, 0 where a document does
 * not hold the term. */
void ft_impact_list_look_up(const ft_impact_list *list, const uint32_t *ids,
                            size_t count, uint8_t *out);

/* Reads the documents of a term: from the file and, where the database has
 * later ones, `last_id` being its last, from the database. */
fatiao_status ft_impact_list_read(ft_impact_list *list,
                                  const ft_impact_file *file, ft_engine *engine,
                                  uint32_t last_id, const char *term,
                                  size_t byte_count, fatiao_error *error);

#endif
