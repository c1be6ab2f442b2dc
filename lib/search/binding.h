/* Where the places that a model remembers lie in an index: its articles, and
 * the documents below each heading and of each statute. A statute that the
 * index does not have, or has in another wording, lies nowhere. */
#ifndef FT_SEARCH_BINDING_H
#define FT_SEARCH_BINDING_H

#include "engine/engine.h"
#include "index/impact.h"
#include "model/recall.h"

/* Documents [start, end); none where both are 0. */
typedef struct ft_document_range {
    uint32_t start;
    uint32_t end;
} ft_document_range;

/* A place and the documents it has, to find it by these. */
typedef struct ft_bound_place {
    ft_document_range documents;
    uint32_t place;
} ft_bound_place;

typedef struct ft_binding {
    uint64_t model_hash; /* of the model it was made for; 0: of none */
    ft_array articles;   /* of ft_bound_place, by ascending documents; of */
    ft_array divisions;  /* these two too. Places that lie nowhere are left */
    ft_array statutes;   /* out. */
} ft_binding;

fatiao_status ft_binding_make(ft_binding *binding, const ft_recall *memory,
                              uint64_t model_hash, ft_engine *engine,
                              const ft_impact_file *impacts,
                              fatiao_error *error);
void ft_binding_finish(ft_binding *binding);

/* Which of `places` a document belongs to; UINT32_MAX for none. */
uint32_t ft_bound_place_find(const ft_array *places, uint32_t document);

#endif
