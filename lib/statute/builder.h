/* Making nodes out of lines. A node is begun, gets its label and its pieces of
 * text, and is added to its parent; its byte range runs from where it was begun
 * to the end of its last piece.
 *
 *     ft_builder_begin(builder, FATIAO_NODE_ITEM, line);
 *     ft_builder_label(builder, line, &label);
 *     ft_builder_append(builder, line, label.byte_count, "");
 *     node = ft_builder_add(builder, paragraph);
 *
 * The builder remembers its own failure: every call after one does nothing and
 * gives NULL; ask `failed` once at the end. */
#ifndef FT_STATUTE_BUILDER_H
#define FT_STATUTE_BUILDER_H

#include "base/strbuf.h"
#include "statute/label.h"
#include "statute/line.h"
#include "statute/statute.h"

typedef struct ft_builder {
    fatiao_statute *statute;
    const ft_lines *lines;
    const char *source; /* the text the lines were cut from */
    bool failed;
    /* The node being made. */
    fatiao_node_kind kind;
    uint32_t number;
    uint32_t suffix;
    ft_strbuf label;
    ft_strbuf text;
    size_t byte_start;
    size_t byte_end;
    uint32_t line;
    /* The place of the last note, from which columns are counted on. */
    size_t note_byte;
    uint32_t note_line;
    uint32_t note_column;
} ft_builder;

void ft_builder_finish(ft_builder *builder);

/* Begins a node at the start of `line`. */
void ft_builder_begin(ft_builder *builder, fatiao_node_kind kind,
                      const ft_line *line);
/* Gives it the label that `line` begins with, and its number; notes what was
 * repaired in it. */
void ft_builder_label(ft_builder *builder, const ft_line *line,
                      const ft_label *label);
/* Appends `line` from `byte_index` on to its text, `separator` first if there
 * is text already. */
void ft_builder_append(ft_builder *builder, const ft_line *line,
                       size_t byte_index, const char *separator);
/* Takes the blanks out of its text: 总　　则 becomes 总则; of blanks between
 * words one is left. */
void ft_builder_tidy(ft_builder *builder);
/* Adds it below `parent`. NULL: no memory. */
fatiao_node *ft_builder_add(ft_builder *builder, const fatiao_node *parent);

/* Adds a note on the character at `byte_index` of `line`. */
void ft_builder_note(ft_builder *builder, fatiao_note_kind kind,
                     const ft_line *line, size_t byte_index, const char *format,
                     ...) __attribute__((format(printf, 5, 6)));

#endif
