/* Paragraphs, items, subitems, quotations and tables. */
#include "statute/clause.h"

void
ft_clauses_begin(ft_clauses *clauses, const fatiao_node *holder)
{
    clauses->holder = holder;
    clauses->paragraph = NULL;
    clauses->item = NULL;
    clauses->form = 0;
    clauses->paragraph_count = 0;
}

/* Appends the lines of a run from `byte_index` of the first on. */
static void
append_run(ft_builder *builder, const ft_run *run, size_t byte_index)
{
    ft_builder_append(builder, &run->line, byte_index, "");
    for (size_t i = run->next; i < run->end; i++) {
        const ft_line *line = ft_lines_at(run->lines, i);
        const bool is_joined = run->marks[i].is_joined;
        ft_builder_append(builder, line, 0, is_joined ? "" : "\n");
        if (!is_joined)
            continue;
        ft_builder_note(builder, FATIAO_NOTE_REPAIR, line, 0,
                        "line wrapped inside a sentence, joined to the one "
                        "before");
    }
}

/* Adds the paragraph that was begun. */
static void
add_paragraph(ft_clauses *clauses)
{
    const bool follows_items = clauses->item != NULL;
    clauses->builder->number = ++clauses->paragraph_count;
    fatiao_node *node = ft_builder_add(clauses->builder, clauses->holder);
    if (node != NULL)
        node->is_ambiguous_tail = follows_items;
    clauses->paragraph = node;
    clauses->item = NULL;
}

void
ft_clauses_text(ft_clauses *clauses, const ft_run *run)
{
    ft_builder_begin(clauses->builder, FATIAO_NODE_PARAGRAPH, &run->line);
    append_run(clauses->builder, run, 0);
    add_paragraph(clauses);
}

/* Makes an empty paragraph for what cannot hang below an article itself. */
static void
need_paragraph(ft_clauses *clauses, const ft_line *line)
{
    if (clauses->paragraph != NULL)
        return;
    ft_builder_begin(clauses->builder, FATIAO_NODE_PARAGRAPH, line);
    add_paragraph(clauses);
}

void
ft_clauses_enum(ft_clauses *clauses, const ft_run *run, const ft_label *label)
{
    ft_builder *builder = clauses->builder;
    need_paragraph(clauses, &run->line);
    const bool is_subitem =
        clauses->item != NULL && label->form > clauses->form;
    ft_builder_begin(builder,
                     is_subitem ? FATIAO_NODE_SUBITEM : FATIAO_NODE_ITEM,
                     &run->line);
    ft_builder_label(builder, &run->line, label);
    append_run(builder, run, label->byte_count);
    if (is_subitem) {
        ft_builder_add(builder, clauses->item);
        return;
    }
    clauses->item = ft_builder_add(builder, clauses->paragraph);
    clauses->form = label->form;
}

/* What a quotation or a table follows. */
static const fatiao_node *
last_clause(ft_clauses *clauses, const ft_line *line)
{
    need_paragraph(clauses, line);
    return clauses->item != NULL ? clauses->item : clauses->paragraph;
}

void
ft_clauses_quote(ft_clauses *clauses, const ft_run *run)
{
    const fatiao_node *parent = last_clause(clauses, &run->line);
    ft_builder_begin(clauses->builder, FATIAO_NODE_QUOTE, &run->line);
    append_run(clauses->builder, run, 0);
    ft_builder_add(clauses->builder, parent);
}

void
ft_clauses_table(ft_clauses *clauses, const ft_run *run)
{
    const fatiao_node *parent = last_clause(clauses, &run->line);
    ft_builder_begin(clauses->builder, FATIAO_NODE_TABLE, &run->line);
    ft_builder_append(clauses->builder, &run->line, 0, "\n");
    for (size_t i = run->next; i < run->end; i++)
        ft_builder_append(clauses->builder, ft_lines_at(run->lines, i), 0,
                          "\n");
    ft_builder_add(clauses->builder, parent);
}
