/* The paragraphs of a statute, each with what was read from it. */
#ifndef CLI_CLAUSE_LIST_H
#define CLI_CLAUSE_LIST_H

#include <fatiao/fatiao.h>

typedef struct clause_row {
    const fatiao_statute *statute;
    const fatiao_node *node;
    fatiao_facets *facets;
    char *fragment;
    char *citation;
} clause_row;

typedef struct clause_list {
    clause_row *rows;
    size_t count;
} clause_list;

/* Reads them all. The statute must outlive the list, which is ended with
 * clause_list_finish unless this fails. */
fatiao_status clause_list_read(const fatiao_statute *statute, clause_list *out,
                               fatiao_error *error);
void clause_list_finish(clause_list *list);

#endif
