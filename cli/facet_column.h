/* What was read from a clause, as the columns of a table and as JSON. */
#ifndef CLI_FACET_COLUMN_H
#define CLI_FACET_COLUMN_H

#include <fatiao/fatiao.h>

#include <jansson.h>

/* A column: what tables and JSON call it, and its heading for people. */
typedef struct facet_column {
    fatiao_facet facet;
    const char *name;
    const char *heading;
} facet_column;

enum { FACET_COLUMN_COUNT = 10 };
extern const facet_column facet_columns[FACET_COLUMN_COUNT];

/* What stands where the text does not say. */
extern const char facet_unsaid[];

/* The first value of a facet, NULL if there is none. */
const fatiao_facet_value *facet_column_first(const fatiao_facets *facets,
                                             fatiao_facet facet);
bool facet_column_has(const fatiao_facets *facets, fatiao_facet facet,
                      const char *name);

void facet_column_print_value(const fatiao_facet_value *value);
/* The values of a facet between semicolons, `none` if there are none. */
void facet_column_print(const fatiao_facets *facets, fatiao_facet facet,
                        const char *none);

json_t *facet_column_value_to_json(const fatiao_statute *statute,
                                   const fatiao_facet_value *value);
/* Sets a member for each column. */
void facet_column_set_all(json_t *object, const fatiao_statute *statute,
                          const fatiao_facets *facets);
/* The fragment of a node, or null. */
json_t *facet_column_place_to_json(const fatiao_statute *statute,
                                   const fatiao_node *node);

#endif
