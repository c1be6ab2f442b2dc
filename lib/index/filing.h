/* Where a document is filed: the terms of the index (schema.h) that never score
 * and tell of what law, of what time, under what number something is. */
#ifndef FT_INDEX_FILING_H
#define FT_INDEX_FILING_H

#include "index/bag.h"
#include "index/record.h"
#include "statute/place.h"

/* The filter that all versions of a statute share: 'V' and 32 hexadecimal
 * digits. */
enum { FT_VERSION_TERM_BYTES = 33 };
fatiao_status ft_filing_version_term(const char *title,
                                     char term[FT_VERSION_TERM_BYTES + 1],
                                     fatiao_error *error);

/* Adds the filters of a statute: its versions, date, document numbers, and
 * whether it is a draft or repealed. */
fatiao_status ft_filing_add_statute(ft_bag *bag,
                                    const ft_statute_record *record,
                                    const fatiao_statute *statute,
                                    fatiao_error *error);

/* Adds the number of an article, as ft_filing_write_number writes it. */
fatiao_status ft_filing_add_article(ft_bag *bag,
                                    const ft_placed_article *article,
                                    fatiao_error *error);

/* Adds that `article` is the first below its headings, and the numbers of the
 * chapters among these. */
fatiao_status ft_filing_add_division(ft_bag *bag, const fatiao_node *article,
                                     fatiao_error *error);

/* "40", "120-3". */
void ft_filing_write_number(ft_strbuf *out, uint32_t number, uint32_t suffix);

#endif
