/* Prints, while the library is built, the tables of the cues in facets/:
 *
 *     make_cues facets/measures.txt facets/beneficiaries.txt … */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/source_file.h"
#include "facet/cue.h"

static void
print_tables(const ft_cues *c)
{
    printf("/* Made from facets/; see make_cues.c. */\n"
           "#include \"facet/cue.h\"\n"
           "static const ft_cue_node nodes[] = {\n");
    for (uint32_t i = 0; i < c->node_count; i++)
        printf("{%" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32 "},\n",
               c->nodes[i].edge_first, c->nodes[i].edge_count,
               c->nodes[i].fill_first, c->nodes[i].fill_count);
    printf("};\nstatic const ft_cue_edge edges[] = {\n");
    for (uint32_t i = 0; i < c->edge_count; i++)
        printf("{%" PRIu32 ", %" PRIu32 "},\n", c->edges[i].code,
               c->edges[i].node);
    printf("{0, 0}};\nstatic const ft_cue_fill fills[] = {\n");
    for (uint32_t i = 0; i < c->fill_count; i++)
        printf("{%" PRIu32 ", %d, %d},\n", c->fills[i].cue, c->fills[i].part,
               c->fills[i].reach);
    printf("{0, 0, 0}};\nstatic const ft_cue cues[] = {\n");
    for (uint32_t i = 0; i < c->cue_count; i++)
        printf("{%" PRIu32 ", %" PRIu32 "u, %d},\n", c->cues[i].value,
               c->cues[i].state, c->cues[i].part_count);
    printf("{0, 0, 0}};\nstatic const ft_cue_value values[] = {\n");
    for (uint32_t i = 0; i < c->value_count; i++)
        printf("{\"%s\", (ft_cue_table)%d, %d},\n", c->values[i].name,
               (int)c->values[i].table, c->values[i].is_kept);
    printf("{0, (ft_cue_table)0, 0}};\n"
           "const ft_cues ft_cues_default = {nodes, edges, fills, cues, "
           "values,\n%" PRIu32 ", %" PRIu32 ", %" PRIu32 ", %" PRIu32
           ", %" PRIu32 ", %" PRIu32 "};\n",
           c->node_count, c->edge_count, c->fill_count, c->cue_count,
           c->value_count, c->state_count);
}

int
main(int count, char **paths)
{
    enum { FILES_MAX = 16 };
    ft_strbuf texts[FILES_MAX] = {0};
    ft_cue_source sources[FILES_MAX];
    ft_cues *cues = NULL;
    fatiao_error error;
    int is_good = count <= FILES_MAX;
    for (int i = 1; i < count && is_good; i++) {
        is_good = ft_source_file_read(paths[i], &texts[i - 1]);
        if (!is_good)
            perror(paths[i]);
        sources[i - 1] = (ft_cue_source){
            paths[i], ft_strbuf_string(&texts[i - 1]), texts[i - 1].byte_count};
    }
    if (is_good &&
        ft_cues_parse(sources, (size_t)count - 1, &cues, &error) != FATIAO_OK) {
        fprintf(stderr, "%s:%" PRIu32 ": %s\n", error.file, error.line,
                error.message);
        is_good = 0;
    }
    if (is_good)
        print_tables(cues);
    ft_cues_free(cues);
    for (int i = 0; i < FILES_MAX; i++)
        ft_strbuf_finish(&texts[i]);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
