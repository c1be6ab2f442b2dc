/* The fields of the query language: what a question says of the place where an
 * answer stands.
 *
 *     law:民法典   chapter:三   article:40..45   status:draft
 *     date:2019..2021           number:国务院令第472号
 */
#ifndef FT_QUERY_FIELD_H
#define FT_QUERY_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

typedef enum ft_field_kind {
    FT_FIELD_LAW,
    FT_FIELD_CHAPTER,
    FT_FIELD_ARTICLE,
    FT_FIELD_STATUS,
    FT_FIELD_DATE,
    FT_FIELD_NUMBER
} ft_field_kind;

typedef enum ft_field_status {
    FT_STATUS_CURRENT,    /* none of those below, for all the index knows */
    FT_STATUS_SUPERSEDED, /* the index has a newer version */
    FT_STATUS_REPEALED,   /* its head says so */
    FT_STATUS_DRAFT       /* its title says so */
} ft_field_status;

/* A field with its value. */
typedef struct ft_field {
    ft_field_kind kind;
    const char *text; /* the value as typed, NUL behind */
    /* From and to, both included: days as 20170901, where an unknown month or
     * day is 0 or 99; articles as number << 16 | suffix; of a chapter its
     * number, or 0 if words of its heading are meant; a status. */
    uint64_t from;
    uint64_t to;
} ft_field;

/* Reads the name of a field that begins `text`, its colon too; `*used` are its
 * bytes. False if there is none. */
bool ft_field_read_name(const char *text, size_t byte_count,
                        ft_field_kind *kind, size_t *used);

/* Reads a value. NULL, or what is wrong with it. `out->text` is not set. */
const char *ft_field_read_value(ft_field_kind kind, const char *text,
                                size_t byte_count, ft_field *out);

#endif
