/* Cues: the words by which a clause is seen to say something, read from the
 * files in facets/. A line gives a value and its cues:
 *
 *     税收优惠 = 税收优惠 减免~税款 <少>~企业所得税
 *
 *     value    税收优惠
 *     cues     (税收优惠) (减免, 税款) (<少>, 企业所得税)
 *     parts    a word, or a list of words that has a name: <少> = 减征 免征
 *
 * In memory the words of all files are one trie, walked once from each
 * character of a clause; a word leads to the parts that it fills. The tables
 * hold places, not pointers, so that they can be made while the library is
 * built (make_cues.c).
 *
 *     nodes -> fills -> parts -> cues -> values */
#ifndef FT_FACET_CUE_H
#define FT_FACET_CUE_H

#include <fatiao/fatiao.h>

/* What a file is about; its first line says which, "facet measure". */
typedef enum ft_cue_table {
    FT_CUES_MEASURE,
    FT_CUES_BENEFICIARY,
    FT_CUES_DEPARTMENT,
    FT_CUES_GROUND,
    FT_CUES_COMPARATOR,
    FT_CUES_GRAMMAR,
    FT_CUES_COUNT
} ft_cue_table;

typedef struct ft_cue_node {
    uint32_t edge_first;
    uint32_t edge_count; /* edges in the order of their characters */
    uint32_t fill_first;
    uint32_t fill_count; /* not 0: a word ends here */
} ft_cue_node;

typedef struct ft_cue_edge {
    uint32_t code;
    uint32_t node;
} ft_cue_edge;

/* How far a part may stand behind the one before it. */
typedef enum ft_cue_reach {
    FT_REACH_CLAUSE,  /* A~B: no comma between them */
    FT_REACH_SENTENCE /* A~~B: in the same sentence */
} ft_cue_reach;

/* A part of a cue, waiting for one of its words. */
typedef struct ft_cue_fill {
    uint32_t cue;
    uint8_t part;
    uint8_t reach; /* ft_cue_reach, to the part before */
} ft_cue_fill;

enum { FT_CUE_PARTS_MAX = 4 };

typedef struct ft_cue {
    uint32_t value;
    uint32_t state; /* where its progress is kept, if it has several parts */
    uint8_t part_count;
} ft_cue;

typedef struct ft_cue_value {
    const char *name; /* "-": means nothing, and hides what lies inside */
    ft_cue_table table;
    bool is_kept; /* written with !: also read in what is forbidden */
} ft_cue_value;

typedef struct ft_cues {
    const ft_cue_node *nodes;
    const ft_cue_edge *edges;
    const ft_cue_fill *fills;
    const ft_cue *cues;
    const ft_cue_value *values; /* in the order of the files */
    uint32_t node_count;
    uint32_t edge_count;
    uint32_t fill_count;
    uint32_t cue_count;
    uint32_t value_count;
    uint32_t state_count;
} ft_cues;

/* Those of facets/. */
extern const ft_cues ft_cues_default;

/* A file of cues. */
typedef struct ft_cue_source {
    const char *name; /* for messages */
    const char *text;
    size_t byte_count;
} ft_cue_source;

/* Reads files of cues. FATIAO_ERR_SYNTAX: a line is no rule; the error tells
 * which and why. */
fatiao_status ft_cues_parse(const ft_cue_source *sources, size_t source_count,
                            ft_cues **out, fatiao_error *error);
void ft_cues_free(ft_cues *cues);

#endif
