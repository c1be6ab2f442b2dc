/* The paragraphs of a statute. */
#include "clause_list.h"

#include <stdlib.h>

#include "memory.h"

static fatiao_status
read_row(const fatiao_statute *statute, const fatiao_node *node,
         clause_row *row, fatiao_error *error)
{
    *row = (clause_row){.statute = statute, .node = node};
    fatiao_status status =
        fatiao_statute_fragment(statute, node, &row->fragment, error);
    if (status == FATIAO_OK)
        status = fatiao_statute_cite(statute, node, &row->citation, error);
    if (status == FATIAO_OK)
        status = fatiao_facets_read(statute, node, &row->facets, error);
    return status;
}

fatiao_status
clause_list_read(const fatiao_statute *statute, clause_list *out,
                 fatiao_error *error)
{
    *out = (clause_list){0};
    fatiao_status status = FATIAO_OK;
    const fatiao_node *node = fatiao_statute_root(statute);
    for (; node != NULL && status == FATIAO_OK;
         node = fatiao_node_following(node)) {
        if (node->kind != FATIAO_NODE_PARAGRAPH)
            continue;
        out->rows = memory_grow(out->rows, out->count, sizeof(*out->rows));
        status = read_row(statute, node, &out->rows[out->count++], error);
    }
    if (status != FATIAO_OK)
        clause_list_finish(out);
    return status;
}

void
clause_list_finish(clause_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        fatiao_facets_free(list->rows[i].facets);
        fatiao_text_free(list->rows[i].fragment);
        fatiao_text_free(list->rows[i].citation);
    }
    free(list->rows);
    *list = (clause_list){0};
}
