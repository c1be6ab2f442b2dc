/* Results for programs. Values are put together first and then written, so
 * that what is written is always whole. */
#include "output_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "escape.h"
#include "json_value.h"
#include "link_json.h"
#include "memory.h"
#include "message.h"
#include "node.h"
#include "output_explanation.h"

/* The version of what README.md describes. */
static const char SCHEMA[] = "fatiao/1";

json_t *
output_json_begin(void)
{
    json_t *object = value_check(json_object());
    value_set_text(object, "schema", SCHEMA);
    return object;
}

/* Writes and frees the object. */
void
output_json_end(json_t *object)
{
    char *written = json_dumps(object, JSON_INDENT(2) | JSON_REAL_PRECISION(9));
    json_decref(object);
    if (written == NULL) {
        value_check(NULL);
        return;
    }
    escape_json(stdout, written, strlen(written));
    putchar('\n');
    free(written);
}

static json_t *
marks_value(const fatiao_span *marks, size_t count)
{
    json_t *array = value_check(json_array());
    for (size_t i = 0; i < count; i++) {
        json_t *mark = value_check(json_object());
        value_set_run(mark, marks[i].byte_start, marks[i].byte_count,
                      marks[i].char_start, marks[i].char_count);
        value_set_known(mark, "cause", marks[i].cause);
        value_append(array, mark);
    }
    return array;
}

static json_t *
clause_value(const fatiao_clause *clause)
{
    json_t *object = value_check(json_object());
    value_set_text(object, "id", clause->id);
    value_set_text(object, "citation", clause->citation);
    value_set_text(object, "kind", node_kind_name(clause->kind));
    value_set_text(object, "label", clause->label);
    value_set_text(object, "text", clause->text);
    value_set_text(object, "lead", clause->lead);
    value_set_count(object, "line", clause->line);
    value_set(object, "score", json_real(clause->score));
    value_set(object, "marks", marks_value(clause->marks, clause->mark_count));
    return object;
}

/* What an article refers to; null, with a message printed, if that cannot be
 * read. */
static json_t *
hit_links_value(fatiao_searcher *searcher, const char *id)
{
    fatiao_error error;
    fatiao_links *links = NULL;
    if (fatiao_searcher_links(searcher, id, &links, &error) != FATIAO_OK) {
        message_library_error(&error);
        return json_null();
    }
    json_t *value = link_json_list(links);
    fatiao_links_free(links);
    return value;
}

/* Sets the members of a hit but its rank. */
static void
set_hit(json_t *object, const fatiao_hit *hit)
{
    const fatiao_clause *first =
        hit->clause_count > 0 ? &hit->clauses[0] : hit->opening;
    value_set_text(object, "id", hit->id);
    value_set_text(object, "statute_id", hit->statute_id);
    value_set_text(object, "citation", hit->citation);
    value_set_text(object, "title", hit->title);
    value_set(object, "title_marks",
              marks_value(hit->title_marks, hit->title_mark_count));
    value_set_text(object, "heading", hit->heading);
    value_set(object, "heading_marks",
              marks_value(hit->heading_marks, hit->heading_mark_count));
    value_set_text(object, "source", hit->source);
    value_set_count(object, "line", first == NULL ? 0 : first->line);
    value_set(object, "score", json_real(hit->score));
    value_set(object, "is_cited", json_boolean(hit->is_cited));
    value_set(object, "is_advised", json_boolean(hit->is_advised));
    json_t *clauses = value_check(json_array());
    for (size_t i = 0; i < hit->clause_count; i++)
        value_append(clauses, clause_value(&hit->clauses[i]));
    value_set(object, "clauses", clauses);
    value_set(object, "opening",
              hit->opening == NULL ? json_null() : clause_value(hit->opening));
}

static json_t *
hit_value(fatiao_searcher *searcher, const fatiao_hit *hit, size_t rank)
{
    json_t *object = value_check(json_object());
    value_set_count(object, "rank", rank);
    set_hit(object, hit);
    value_set(object, "links", hit_links_value(searcher, hit->id));
    return object;
}

/* Why and where a question could not be read as it was meant. */
static json_t *
problem_value(const fatiao_error *problem)
{
    if (problem == NULL)
        return json_null();
    json_t *object = value_check(json_object());
    value_set_count(object, "column", problem->column);
    value_set_text(object, "message", problem->message);
    return object;
}

void
output_json_hits(fatiao_searcher *searcher, const char *query,
                 const fatiao_error *problem, const fatiao_hits *hits)
{
    json_t *object = output_json_begin();
    json_t *array = value_check(json_array());
    const size_t count = fatiao_hits_count(hits);
    value_set_text(object, "query", query);
    value_set(object, "problem", problem_value(problem));
    value_set(object, "is_relaxed", json_boolean(fatiao_hits_is_relaxed(hits)));
    const char *suggestion = fatiao_hits_suggestion(hits);
    value_set(object, "suggestion",
              suggestion == NULL ? json_null() : value_of_text(suggestion));
    value_set(object, "is_corrected",
              json_boolean(fatiao_hits_is_corrected(hits)));
    json_t *missing = value_check(json_array());
    for (size_t i = 0; i < fatiao_hits_missing_count(hits); i++)
        value_append(missing, value_of_text(fatiao_hits_missing_at(hits, i)));
    value_set(object, "missing", missing);
    for (size_t i = 0; i < count; i++)
        value_append(array,
                     hit_value(searcher, fatiao_hits_at(hits, i), i + 1));
    value_set(object, "hits", array);
    output_json_end(object);
}

static json_t *
features_value(const fatiao_explanation *explanation)
{
    json_t *array = value_check(json_array());
    for (size_t i = 0; i < explanation->feature_count; i++) {
        const fatiao_feature *feature = &explanation->features[i];
        json_t *object = value_check(json_object());
        value_set_text(object, "name", feature->name);
        value_set(object, "value", json_real(feature->value));
        value_set(object, "weight", json_real(feature->weight));
        value_set(object, "share", json_real(feature->share));
        value_set_known(object, "source", feature->source);
        value_set_known(object, "citation", feature->citation);
        value_append(array, object);
    }
    return array;
}

static json_t *
terms_value(const fatiao_explanation *explanation)
{
    json_t *array = value_check(json_array());
    for (size_t i = 0; i < explanation->term_count; i++) {
        const fatiao_term *term = &explanation->terms[i];
        json_t *object = value_check(json_object());
        value_set_text(object, "text", term->text);
        value_set_text(object, "feature", term->feature);
        value_set_known(object, "cause", term->cause);
        value_set_count(object, "article_count", term->article_count);
        value_set(object, "weight", json_real(term->weight));
        value_set(object, "share", json_real(term->share));
        value_append(array, object);
    }
    return array;
}

static json_t *
explanation_value(const fatiao_explanation *explanation)
{
    json_t *object = value_check(json_object());
    json_t *fillers = value_check(json_array());
    const char *absence = output_absence_name(explanation->absence);
    for (size_t i = 0; i < explanation->filler_count; i++)
        value_append(fillers, value_of_text(explanation->fillers[i]));
    value_set(object, "absence",
              absence == NULL ? json_null() : value_of_text(absence));
    value_set(object, "place",
              explanation->place == 0
                  ? json_null()
                  : json_integer((json_int_t)explanation->place));
    value_set(object, "is_relaxed", json_boolean(explanation->is_relaxed));
    set_hit(object, explanation->hit);
    value_set(object, "features", features_value(explanation));
    value_set(object, "terms", terms_value(explanation));
    value_set(object, "fillers", fillers);
    return object;
}

void
output_json_explanations(const char *query,
                         fatiao_explanation *const *explanations, size_t count)
{
    json_t *object = output_json_begin();
    json_t *array = value_check(json_array());
    value_set_text(object, "query", query);
    for (size_t i = 0; i < count; i++)
        value_append(array, explanation_value(explanations[i]));
    value_set(object, "explanations", array);
    output_json_end(object);
}

/* The id of a node, or null for one that has none. */
static json_t *
node_id_value(const fatiao_statute *statute, const fatiao_node *node,
              const char *id)
{
    if (node->kind == FATIAO_NODE_STATUTE)
        return value_of_text(id);
    fatiao_error error;
    char *fragment = NULL;
    if (fatiao_statute_fragment(statute, node, &fragment, &error) != FATIAO_OK)
        return value_check(NULL);
    json_t *value = NULL;
    if (fragment[0] == '\0') {
        value = json_null();
    } else {
        char *whole = memory_format("%s#%s", id, fragment);
        value = value_of_text(whole);
        free(whole);
    }
    fatiao_text_free(fragment);
    return value;
}

/* The members that every output of a node has, without its children. */
static json_t *
bare_node_value(const fatiao_statute *statute, const fatiao_node *node,
                const char *id)
{
    json_t *object = value_check(json_object());
    value_set_text(object, "kind", node_kind_name(node->kind));
    value_set(object, "id", node_id_value(statute, node, id));
    value_set_text(object, "label", node->label);
    value_set_count(object, "number", node->number);
    value_set_count(object, "suffix", node->suffix);
    value_set_text(object, "text", node->text);
    value_set_count(object, "line", node->line);
    value_set_count(object, "byte_start", node->byte_start);
    value_set_count(object, "byte_count", node->byte_count);
    return object;
}

/* A node with all below it. The depth is that of a law and so small. */
static json_t *
node_value(const fatiao_statute *statute, const fatiao_node *node,
           const char *id)
{
    json_t *object = bare_node_value(statute, node, id);
    value_set(object, "is_ambiguous_tail",
              json_boolean(node->is_ambiguous_tail));
    json_t *children = value_check(json_array());
    const fatiao_node *child = node->child;
    for (; child != NULL; child = child->next)
        value_append(children, node_value(statute, child, id));
    value_set(object, "children", children);
    return object;
}

static json_t *
begin_statute(const fatiao_statute *statute, const char *id, const char *source)
{
    json_t *object = output_json_begin();
    json_t *events = value_check(json_array());
    value_set_text(object, "statute_id", id);
    value_set_text(object, "title", fatiao_statute_title(statute));
    value_set(object, "is_draft",
              json_boolean(fatiao_statute_is_draft(statute)));
    value_set_text(object, "source", source);
    for (size_t i = 0; i < fatiao_statute_event_count(statute); i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        json_t *one = value_check(json_object());
        value_set_text(one, "name", event->name);
        value_set_text(one, "text", event->text);
        value_set_count(one, "year", event->year);
        value_set_count(one, "month", event->month);
        value_set_count(one, "day", event->day);
        value_append(events, one);
    }
    value_set(object, "events", events);
    return object;
}

void
output_json_node(const fatiao_statute *statute, const fatiao_node *node,
                 const char *id, const char *citation, const char *source)
{
    json_t *object = begin_statute(statute, id, source);
    value_set_text(object, "citation", citation);
    value_set(object, "node", node_value(statute, node, id));
    output_json_end(object);
}

/* The headings below a node, each with those below it. */
static json_t *
headings_value(const fatiao_statute *statute, const fatiao_node *node,
               const char *id)
{
    json_t *array = value_check(json_array());
    const fatiao_node *child = node->child;
    for (; child != NULL; child = child->next) {
        if (!node_is_heading(child))
            continue;
        const node_range range = node_articles(child);
        json_t *object = bare_node_value(statute, child, id);
        value_set(object, "first_article",
                  range.first == NULL
                      ? json_null()
                      : node_id_value(statute, range.first, id));
        value_set(object, "last_article",
                  range.last == NULL ? json_null()
                                     : node_id_value(statute, range.last, id));
        value_set(object, "headings", headings_value(statute, child, id));
        value_append(array, object);
    }
    return array;
}

void
output_json_outline(const fatiao_statute *statute, const char *id,
                    const char *source)
{
    json_t *object = begin_statute(statute, id, source);
    value_set(object, "headings",
              headings_value(statute, fatiao_statute_root(statute), id));
    output_json_end(object);
}

void
output_json_catalog(const fatiao_catalog *catalog)
{
    json_t *object = output_json_begin();
    json_t *array = value_check(json_array());
    for (size_t i = 0; i < fatiao_catalog_count(catalog); i++) {
        const fatiao_statute_info *info = fatiao_catalog_at(catalog, i);
        json_t *one = value_check(json_object());
        value_set_text(one, "statute_id", info->id);
        value_set_text(one, "title", info->title);
        value_set_text(one, "source", info->source);
        value_set_text(one, "date", info->date);
        value_set(one, "is_draft", json_boolean(info->is_draft));
        value_set_count(one, "article_count", info->article_count);
        value_set_count(one, "clause_count", info->clause_count);
        value_append(array, one);
    }
    value_set(object, "statutes", array);
    output_json_end(object);
}

json_t *
output_json_lint_file(const char *path, const fatiao_statute *statute,
                      const char *problem)
{
    json_t *object = value_check(json_object());
    json_t *notes = value_check(json_array());
    value_set_text(object, "source", path);
    value_set(object, "error",
              problem == NULL ? json_null() : value_of_text(problem));
    const size_t count =
        statute == NULL ? 0 : fatiao_statute_note_count(statute);
    for (size_t i = 0; i < count; i++) {
        const fatiao_note *note = fatiao_statute_note_at(statute, i);
        json_t *one = value_check(json_object());
        value_set_text(one, "kind", node_note_name(note->kind));
        value_set_count(one, "line", note->line);
        value_set_count(one, "column", note->column);
        value_set_text(one, "message", note->message);
        value_append(notes, one);
    }
    value_set(object, "notes", notes);
    return object;
}

void
output_json_lint(json_t *files)
{
    json_t *object = output_json_begin();
    value_set(object, "files", files);
    output_json_end(object);
}
