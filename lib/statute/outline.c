/* From lines to the tree. One walk over the lines; what a line is, its mark
 * says, and where it goes, the state of the walk: the divisions open above it,
 * the article, the clause. */
#include "statute/outline.h"

#include "statute/clause.h"
#include "statute/division.h"
#include "statute/glue.h"
#include "statute/head.h"
#include "statute/heading.h"
#include "statute/scope.h"

enum {
    HEADING_CHARS_MAX = 30, /* the longest heading without a label */
    ARTICLE_STEP_MAX = 3    /* how many numbers a glued label may leave out */
};

/* The document, or the annex being read. */
typedef struct scope {
    ft_style style;
    ft_divisions divisions;
    uint32_t number; /* of the last article */
    bool has_article;
    bool has_ordinal; /* the last article was 第…条, not 一、 */
} scope;

typedef struct outline {
    ft_builder *builder;
    const ft_lines *lines;
    const ft_mark *marks;
    size_t count;
    size_t index;
    scope body;
    scope annex;
    scope *in;
    ft_clauses clauses;
} outline;

static const ft_line *
line_at(const outline *o, size_t index)
{
    return ft_lines_at(o->lines, index);
}

/* Whether a label is that of an item wherever it stands, not of an article. */
static bool
is_item_label(const outline *o, const ft_label *label)
{
    return label->kind == FT_LABEL_ENUM && label->form != FT_FORM_COMMA &&
           !(label->form == FT_FORM_ARABIC && o->in->style == FT_STYLE_NUMBERS);
}

/* The run of the line at the index: it and those that go on with it. */
static ft_run
run_at(const outline *o)
{
    ft_run run = {.line = *line_at(o, o->index),
                  .lines = o->lines,
                  .marks = o->marks,
                  .next = o->index + 1,
                  .end = o->index + 1};
    const bool is_item = is_item_label(o, &o->marks[o->index].label);
    while (run.end < o->count && (o->marks[run.end].is_joined ||
                                  (is_item && o->marks[run.end].is_item_text)))
        run.end++;
    return run;
}

/* -------------------------------------------------------------- divisions */

/* Adds the node that was begun as a division of this rank. */
static void
add_division(outline *o, unsigned rank, const ft_line *line)
{
    ft_divisions_add(&o->in->divisions, o->builder, rank, line);
    ft_clauses_begin(&o->clauses, NULL);
}

/* Appends the next line to a title that it goes on with. */
static void
join_title(outline *o, const ft_line *line)
{
    if (!ft_heading_goes_on(line, o->lines, o->marks, o->index))
        return;
    const ft_line *next = line_at(o, o->index);
    ft_builder_append(o->builder, next, 0, "");
    ft_builder_note(o->builder, FATIAO_NOTE_REPAIR, next, 0,
                    "title wrapped, joined to the line before");
    o->index++;
}

static void
place_division(outline *o, const ft_line *line, const ft_label *label)
{
    static const fatiao_node_kind kinds[] = {
        FATIAO_NODE_PART, FATIAO_NODE_SUBPART, FATIAO_NODE_CHAPTER,
        FATIAO_NODE_SECTION};
    const unsigned rank = (unsigned)(label->kind - FT_LABEL_PART);
    ft_builder_begin(o->builder, kinds[rank], line);
    ft_builder_label(o->builder, line, label);
    ft_builder_append(o->builder, line, label->byte_count, "");
    o->index++;
    join_title(o, line);
    ft_builder_tidy(o->builder);
    add_division(o, rank, line);
}

/* Whether a heading without label and mark is a chapter's: then the number of
 * the next chapter leaves one out, or there is no next one. */
static bool
is_lost_chapter(const outline *o, const ft_line *line)
{
    const uint32_t chapter = ft_divisions_chapter(&o->in->divisions);
    const uint32_t next = o->marks[o->index].next_chapter;
    return line->heading_level == 0 && chapter > 0 &&
           (next == 0 || next > chapter + 1);
}

/* A heading without 第…章: 附则, 一、一般规定, 重伤一级. */
static void
place_heading(outline *o, const ft_line *line, const ft_label *label)
{
    unsigned rank =
        is_lost_chapter(o, line) ? FT_RANK_CHAPTER : ft_divisions_rank_of(line);
    size_t text_start = 0;
    ft_builder_begin(o->builder, FATIAO_NODE_HEADING, line);
    if (label->kind == FT_LABEL_NAMED) {
        rank = FT_RANK_CHAPTER;
    } else if (label->kind == FT_LABEL_ENUM) {
        rank = label->form == FT_FORM_COMMA ? FT_RANK_COMMA : FT_RANK_BRACKETS;
        ft_builder_label(o->builder, line, label);
        text_start = label->byte_count;
    }
    ft_builder_append(o->builder, line, text_start, "");
    o->index++;
    join_title(o, line);
    ft_builder_tidy(o->builder);
    add_division(o, rank, line);
}

/* --------------------------------------------------------------- articles */

/* Opens an article with or without a label. */
static void
open_article(outline *o, const ft_line *line, const ft_label *label)
{
    ft_builder_begin(o->builder, FATIAO_NODE_ARTICLE, line);
    if (label != NULL)
        ft_builder_label(o->builder, line, label);
    const fatiao_node *node =
        ft_builder_add(o->builder, ft_divisions_innermost(&o->in->divisions));
    ft_clauses_begin(&o->clauses, node);
}

/* Gives text that no article claims a place: before the articles a preamble,
 * elsewhere an article without a number. */
static void
need_holder(outline *o, const ft_line *line)
{
    if (o->clauses.holder != NULL)
        return;
    const scope *in = o->in;
    if (in->style == FT_STYLE_PLAIN || in->has_article ||
        in->divisions.count > 0) {
        open_article(o, line, NULL);
        return;
    }
    ft_builder_begin(o->builder, FATIAO_NODE_PREAMBLE, line);
    ft_clauses_begin(&o->clauses,
                     ft_builder_add(o->builder, in->divisions.root));
}

static void
place_text(outline *o, const ft_run *run)
{
    need_holder(o, &run->line);
    ft_clauses_text(&o->clauses, run);
}

static void
place_article(outline *o, const ft_run *run, const ft_label *label)
{
    open_article(o, &run->line, label);
    o->in->number = label->number;
    o->in->has_article = true;
    o->in->has_ordinal = label->kind == FT_LABEL_ARTICLE;
    ft_run rest = *run;
    rest.line = ft_line_from(&run->line, label->byte_count);
    if (rest.line.byte_count == 0 && rest.next == rest.end)
        return;
    const ft_label inner = ft_label_parse(&rest.line);
    if (inner.kind == FT_LABEL_ENUM && label->kind == FT_LABEL_ARTICLE)
        ft_clauses_enum(&o->clauses, &rest, &inner);
    else
        ft_clauses_text(&o->clauses, &rest);
}

/* Whether a 第…条 at the start of a line begins an article. */
static bool
is_article(const scope *in, const ft_line *line, const ft_label *label)
{
    if (label->kind != FT_LABEL_ARTICLE)
        return false;
    if (!label->is_glued)
        return true;
    if (ft_label_is_mention(line, label))
        return false;
    return label->number == in->number + 1 ||
           (label->number == in->number && label->suffix > 0) ||
           (label->number > in->number &&
            label->number <= in->number + ARTICLE_STEP_MAX);
}

/* Whether an item of a list stands where one is expected: behind a colon, or
 * behind the item before it. */
static bool
goes_on_with_list(const outline *o, const ft_label *label)
{
    const fatiao_node *item = o->clauses.item;
    if (item != NULL && o->clauses.form == label->form &&
        item->number + 1 == label->number)
        return true;
    const uint32_t last =
        o->index == 0 ? 0 : ft_line_last(line_at(o, o->index - 1));
    return last == 0xFF1A || last == ':';
}

/* Whether 一、 or （一） introduces a heading rather than a rule. */
static bool
is_enum_heading(const outline *o, const ft_line *line, const ft_label *label)
{
    const ft_style style = o->in->style;
    if (style != FT_STYLE_ARTICLES && style != FT_STYLE_NUMBERS)
        return false;
    if (label->form == FT_FORM_COMMA &&
        (line->heading_level > 0 || style == FT_STYLE_NUMBERS))
        return true;
    return (label->form == FT_FORM_COMMA || (label->form == FT_FORM_BRACKETS &&
                                             !goes_on_with_list(o, label))) &&
           !ft_label_ends_sentence(line) &&
           ft_line_char_count(line) <= HEADING_CHARS_MAX &&
           ft_heading_begins_part(o->lines, o->marks, o->index + 1);
}

static void
place_enum(outline *o, const ft_run *run, const ft_label *label)
{
    const scope *in = o->in;
    const bool is_below_ordinal = o->clauses.holder != NULL && in->has_ordinal;
    const bool is_section =
        label->form == FT_FORM_COMMA &&
        (in->style == FT_STYLE_SECTIONS ||
         (in->style == FT_STYLE_ARTICLES && !is_below_ordinal));
    const bool is_next_number = label->form == FT_FORM_ARABIC &&
                                in->style == FT_STYLE_NUMBERS &&
                                label->number == in->number + 1;
    if (is_section || is_next_number) {
        place_article(o, run, label);
        return;
    }
    need_holder(o, &run->line);
    ft_clauses_enum(&o->clauses, run, label);
}

/* Places a line, or a part of one. */
static void
place_part(outline *o, const ft_run *run, const ft_label *label)
{
    if (is_article(o->in, &run->line, label))
        place_article(o, run, label);
    else if (label->kind == FT_LABEL_ENUM)
        place_enum(o, run, label);
    else
        place_text(o, run);
}

/* ------------------------------------------------- articles inside a line */

static void
note_glued(outline *o, const ft_line *line, const ft_label *label)
{
    ft_strbuf printed = {0};
    ft_label_print(line, label, &printed);
    ft_builder_note(o->builder, FATIAO_NOTE_REPAIR, line, 0,
                    "%s stands inside a line, read as an article of its own",
                    ft_strbuf_string(&printed));
    ft_strbuf_finish(&printed);
}

/* A whole chapter on one line. */
static void
place_packed(outline *o, const ft_line *line)
{
    ft_line rest = *line;
    while (rest.byte_count > 0) {
        ft_run part = {.line = rest, .lines = o->lines, .marks = o->marks};
        part.line.byte_count = ft_glue_part_end(&rest);
        const ft_label label = ft_label_parse(&part.line);
        if (label.kind == FT_LABEL_ARTICLE &&
            part.line.byte_start != line->byte_start)
            note_glued(o, &part.line, &label);
        place_part(o, &part, &label);
        rest = ft_line_from(&rest, part.line.byte_count);
    }
}

/* Places a line and whatever articles stand inside it. */
static void
place_line(outline *o, const ft_run *run, const ft_mark *mark)
{
    ft_run part = *run;
    ft_label label = mark->label;
    const bool is_single = run->next == run->end;
    for (;;) {
        const bool begins = is_article(o->in, &part.line, &label);
        const uint32_t expected = (begins ? label.number : o->in->number) + 1;
        size_t at;
        const bool can_hold = begins || o->in->has_ordinal;
        if (!is_single || !can_hold ||
            !ft_glue_find(&part.line, expected, mark->next_article, &at)) {
            place_part(o, &part, &label);
            return;
        }
        if (ft_glue_is_packed(&part.line, expected)) {
            place_packed(o, &part.line);
            return;
        }
        ft_run first = part;
        first.line.byte_count = at;
        place_part(o, &first, &label);
        part.line = ft_line_from(&part.line, at);
        label = ft_label_parse(&part.line);
        note_glued(o, &part.line, &label);
    }
}

/* ------------------------------------------------------- the walk itself */

static void
place_annex(outline *o, const ft_line *line, const ft_label *label)
{
    ft_builder_begin(o->builder, FATIAO_NODE_ANNEX, line);
    ft_builder_label(o->builder, line, label);
    ft_builder_append(o->builder, line, label->byte_count, "");
    ft_builder_tidy(o->builder);
    const fatiao_node *node =
        ft_builder_add(o->builder, o->builder->statute->root);
    o->index++;
    o->annex = (scope){
        .divisions = {.root = node},
        .style = ft_scope_style(o->lines, o->marks, o->index,
                                ft_scope_end(o->lines, o->marks, o->index))};
    o->in = &o->annex;
    ft_clauses_begin(&o->clauses, node);
}

static void
place_preamble(outline *o, const ft_line *line, const ft_label *label)
{
    ft_builder_begin(o->builder, FATIAO_NODE_PREAMBLE, line);
    ft_builder_label(o->builder, line, label);
    ft_clauses_begin(&o->clauses,
                     ft_builder_add(o->builder, o->in->divisions.root));
    o->index++;
}

static void
place_signature(outline *o)
{
    const ft_line *line = line_at(o, o->index);
    ft_builder_begin(o->builder, FATIAO_NODE_SIGNATURE, line);
    while (o->index < o->count && o->marks[o->index].is_signature)
        ft_builder_append(o->builder, line_at(o, o->index++), 0, "\n");
    ft_builder_add(o->builder, o->builder->statute->root);
    ft_clauses_begin(&o->clauses, NULL);
}

static void
place_table(outline *o)
{
    ft_run run = run_at(o);
    while (run.end < o->count && line_at(o, run.end)->kind == FT_LINE_ROW)
        run.end++;
    need_holder(o, &run.line);
    ft_clauses_table(&o->clauses, &run);
    o->index = run.end;
}

/* Lines whose mark alone says what they are. True if this was one. */
static bool
place_marked(outline *o)
{
    const ft_line *line = line_at(o, o->index);
    const ft_mark *mark = &o->marks[o->index];
    if (mark->is_contents) {
        o->index = ft_head_add_contents(o->builder, o->marks, o->index);
        ft_clauses_begin(&o->clauses, NULL);
    } else if (mark->is_signature) {
        place_signature(o);
    } else if (line->kind == FT_LINE_ROW) {
        place_table(o);
    } else if (mark->is_quoted) {
        const ft_run run = run_at(o);
        need_holder(o, &run.line);
        ft_clauses_quote(&o->clauses, &run);
        o->index = run.end;
    } else {
        return false;
    }
    return true;
}

/* The title once more: the text that the document publishes begins. */
static bool
place_title(outline *o)
{
    const ft_mark *mark = &o->marks[o->index];
    if (o->in != &o->body || mark->label.kind != FT_LABEL_NONE)
        return false;
    const size_t count = ft_head_repeats(o->builder, o->marks, o->index);
    if (count == 0)
        return false;
    ft_head_add_titles(o->builder, o->index, count);
    o->index += count;
    o->in->divisions.count = 0;
    o->in->number = 0;
    o->in->has_article = false;
    o->in->has_ordinal = false;
    ft_clauses_begin(&o->clauses, NULL);
    return true;
}

/* Lines that open a part of the tree. True if this was one. */
static bool
place_opening(outline *o)
{
    const ft_line *line = line_at(o, o->index);
    const ft_label *label = &o->marks[o->index].label;
    const bool is_heading =
        (label->kind == FT_LABEL_NONE &&
         ((line->heading_level > 0 && !ft_label_ends_sentence(line)) ||
          (o->in->style == FT_STYLE_ARTICLES &&
           ft_heading_is_lost(o->lines, o->marks, o->index)))) ||
        label->kind == FT_LABEL_NAMED ||
        (label->kind == FT_LABEL_ENUM && is_enum_heading(o, line, label));
    if (ft_label_is_division(label))
        place_division(o, line, label);
    else if (label->kind == FT_LABEL_ANNEX)
        place_annex(o, line, label);
    else if (label->kind == FT_LABEL_PREAMBLE)
        place_preamble(o, line, label);
    else if (is_heading)
        place_heading(o, line, label);
    else
        return false;
    return true;
}

/* After an annex in the middle the articles of the document go on. */
static void
leave_annex(outline *o)
{
    const ft_label *label = &o->marks[o->index].label;
    if (o->in == &o->annex && label->kind == FT_LABEL_ARTICLE &&
        !o->annex.has_article && o->body.has_article &&
        label->number == o->body.number + 1 && label->number > 1)
        o->in = &o->body;
}

void
ft_outline_build(ft_builder *builder, const ft_mark *marks, size_t first)
{
    outline o = {.builder = builder,
                 .lines = builder->lines,
                 .marks = marks,
                 .count = builder->lines->lines.count,
                 .index = first};
    o.clauses.builder = builder;
    o.body.divisions.root = builder->statute->root;
    o.body.style = ft_scope_style(o.lines, marks, first,
                                  ft_scope_end(o.lines, marks, first));
    o.in = &o.body;
    while (o.index < o.count && !builder->failed) {
        leave_annex(&o);
        if (place_marked(&o) || place_title(&o) || place_opening(&o))
            continue;
        const ft_run run = run_at(&o);
        place_line(&o, &run, &marks[o.index]);
        o.index = run.end;
    }
}
