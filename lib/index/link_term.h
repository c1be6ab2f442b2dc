/* The terms by which an article is found that refers to another law, and a law
 * by its title (schema.h):
 *
 *     依照《中华人民共和国公司法》第五条、第六条
 *         R<hash of 公司法>  R<hash of 公司法>/5  R<hash of 公司法>/6
 *     依照刑法第三百条, where only titles tell which part of it is the name
 *         the same for 依照刑法, 照刑法 and 刑法
 *
 * They say where to look, not what is there: who looks reads the article. */
#ifndef FT_INDEX_LINK_TERM_H
#define FT_INDEX_LINK_TERM_H

#include "engine/engine.h"
#include "statute/alias.h"

/* Appends a term of a title, whose key is that of title_key.h. */
void ft_link_term_write(ft_strbuf *out, char prefix, const char *key);

/* Appends the part of a term that says an article. */
void ft_link_term_add_article(ft_strbuf *out, uint32_t number, uint32_t suffix);

/* Appends the part that stands for a range too long to list. */
void ft_link_term_add_range(ft_strbuf *out);

/* Adds to a document the terms of its title. */
fatiao_status ft_link_term_put_title(ft_document *document, const char *title,
                                     fatiao_error *error);

/* Adds to the document of an article the terms of what it refers to. */
fatiao_status ft_link_term_put_article(ft_document *document,
                                       const fatiao_node *article,
                                       const ft_array *aliases,
                                       ft_link_reader *reader,
                                       fatiao_error *error);

#endif
