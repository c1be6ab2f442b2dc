/* Document numbers (文号): who issued a document and as which of theirs.
 *
 *     2006年7月24日 中华人民共和国国务院令第472号公布    国务院令472号
 *     2002年8月29日 中华人民共和国主席令第七十三号公布   主席令73号
 *     法释〔2023〕3号                                    法释[2023]3号
 *
 * They are compared in the form on the right: folded, without 中华人民共和国
 * and 第, the numbers in digits, all brackets of one kind. */
#ifndef FT_STATUTE_DOCKET_H
#define FT_STATUTE_DOCKET_H

#include <fatiao/fatiao.h>

#include "base/strbuf.h"

/* Appends the document numbers that stand in `text`, the words of an event, in
 * the form that is compared, a NUL behind each. */
fatiao_status ft_docket_find(const char *text, size_t byte_count,
                             ft_strbuf *out, fatiao_error *error);

/* Appends what somebody typed for a document number in that form. */
fatiao_status ft_docket_write_key(const char *text, size_t byte_count,
                                  ft_strbuf *out, fatiao_error *error);

/* Whether a number is meant by a key: it ends in it, cutting no number. */
bool ft_docket_fits(const char *number, size_t byte_count, const char *key);

#endif
