/* How a statute came about: the lines that say so, and the events in them.
 *
 *     2014年9月26日 山东省第十二届…批准        批准 2014-09-26
 *     1982年12月4日 全国人民代表大会公告公布施行
 *                                              公布 and 施行 1982-12-04
 *     法释〔2023〕3号                          文号, without a date */
#ifndef FT_STATUTE_EVENT_H
#define FT_STATUTE_EVENT_H

#include "statute/line.h"
#include "statute/statute.h"

/* Whether the line begins with a date and tells of an event. */
bool ft_event_is_line(const ft_line *line);
/* Whether the line is a document number, 法释〔2023〕3号. */
bool ft_event_is_number(const ft_line *line);
/* Whether the line is a date and nothing else. */
bool ft_event_is_date(const ft_line *line);
/* Whether the line begins with a date, in a bracket or not. */
bool ft_event_has_date(const ft_line *line);
/* Whether the words, of one line or more, come to an end: no 《 left open, and
 * an event named at the end. */
bool ft_event_is_complete(const char *text, size_t byte_count);

/* Adds the events that `text`, of an EVENT node, tells of. False: no memory. */
bool ft_event_read(fatiao_statute *statute, const char *text,
                   size_t byte_count);

/* The date of the last 通过, 批准, 公布, 发布, 修订 or 修正, "2017-09-01"; not
 * that of 施行, which may lie ahead. "" if none is known. */
void ft_statute_date(const fatiao_statute *statute, char out[11]);

#endif
