/* Quotations in a question: "…", “…”, 「…」, 『…』, ＂…＂. */
#ifndef FT_QUERY_QUOTATION_H
#define FT_QUERY_QUOTATION_H

#include <stdbool.h>
#include <stddef.h>

/* In bytes: where its opening mark begins, what it holds, where its closing
 * mark ends. */
typedef struct ft_quotation {
    size_t open;
    size_t start;
    size_t end;
    size_t close;
} ft_quotation;

/* The first quotation in `text` from `from` on. False if there is none; one
 * that is never closed is none. */
bool ft_quotation_find(const char *text, size_t byte_count, size_t from,
                       ft_quotation *out);

/* Whether a quotation is opened and never closed; `*open` is where. */
bool ft_quotation_is_open(const char *text, size_t byte_count, size_t *open);

#endif
