/* Citations as people write them, read tolerantly and written as a lawyer
 * would.
 *
 *     《青岛市…条例（征求意见稿）》第二十二条第二款
 *     促进法第五条 · 民法典1259 · 第40条第2款 · 22条1款 · 第十二条第（三）项
 */
#ifndef FT_STATUTE_CITATION_H
#define FT_STATUTE_CITATION_H

#include "statute/place.h"

typedef struct ft_citation {
    ft_strbuf title; /* folded, without 《》; empty if the law is not named */
    bool is_title_exact; /* it stood in 《》 */
    ft_place place;      /* count 0: the whole law */
} ft_citation;

/* Reads all of `text` as a citation. What is no place is taken for a title.
 * FATIAO_ERR_SYNTAX: nothing there; FATIAO_ERR_ENCODING: not UTF-8;
 * FATIAO_ERR_LIMIT: longer than FATIAO_QUERY_BYTES_MAX. */
fatiao_status ft_citation_read(const char *text, ft_citation *out,
                               fatiao_error *error);
void ft_citation_finish(ft_citation *citation);

/* Writes 《title》 and the place. 第一款 is left out where the paragraph is the
 * only one: `article` (the innermost article of the place, NULL to say it
 * always) tells. Titles inside the title get 〈〉. */
void ft_citation_write(ft_strbuf *out, const char *title, const ft_place *place,
                       const fatiao_node *article);

/* Writes the place alone, 第四章 too. */
void ft_citation_write_place(ft_strbuf *out, const ft_place *place,
                             const fatiao_node *article);

#endif
