/* Results for programs. Values are put together first and then written, so
 * that what is written is always whole. */
#include "output_json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "codepoint.h"
#include "escape.h"
#include "link_words.h"
#include "memory.h"
#include "message.h"
#include "node.h"

/* The version of what README.md describes. */
static const char SCHEMA[] = "fatiao/1";

static json_t *
check(json_t *value)
{
    if (value == NULL) {
        message_error("no memory");
        exit(EXIT_CODE_ERROR);
    }
    return value;
}

/* A string; what is not UTF-8 in it (a file name can be anything) becomes
 * U+FFFD. */
static json_t *
text(const char *value)
{
    if (codepoint_text_is_valid(value))
        return check(json_string(value));
    char *repaired = NULL;
    size_t byte_count = 0;
    FILE *out = open_memstream(&repaired, &byte_count);
    if (out == NULL)
        return check(NULL);
    escape_text(out, value);
    json_t *string = fclose(out) == 0 ? json_string(repaired) : NULL;
    free(repaired);
    return check(string);
}

/* Sets a member of an object; takes over `value`. */
static void
set(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, check(value)) != 0)
        check(NULL);
}

static void
append(json_t *array, json_t *value)
{
    if (json_array_append_new(array, check(value)) != 0)
        check(NULL);
}

static void
set_text(json_t *object, const char *key, const char *value)
{
    set(object, key, text(value));
}

static void
set_count(json_t *object, const char *key, uint64_t value)
{
    set(object, key, json_integer((json_int_t)value));
}

static json_t *
begin(void)
{
    json_t *object = check(json_object());
    set_text(object, "schema", SCHEMA);
    return object;
}

/* Writes and frees the object. */
static void
end(json_t *object)
{
    char *written = json_dumps(object, JSON_INDENT(2) | JSON_REAL_PRECISION(9));
    json_decref(object);
    if (written == NULL) {
        check(NULL);
        return;
    }
    escape_json(stdout, written, strlen(written));
    putchar('\n');
    free(written);
}

/* Where a run of text stands, in bytes and in characters. */
static void
set_run(json_t *object, size_t byte_start, size_t byte_count, size_t char_start,
        size_t char_count)
{
    set_count(object, "byte_start", byte_start);
    set_count(object, "byte_count", byte_count);
    set_count(object, "char_start", char_start);
    set_count(object, "char_count", char_count);
}

static json_t *
marks_value(const fatiao_span *marks, size_t count)
{
    json_t *array = check(json_array());
    for (size_t i = 0; i < count; i++) {
        json_t *mark = check(json_object());
        set_run(mark, marks[i].byte_start, marks[i].byte_count,
                marks[i].char_start, marks[i].char_count);
        append(array, mark);
    }
    return array;
}

static json_t *
target_value(const fatiao_target *target)
{
    json_t *object = check(json_object());
    set_text(object, "id", target->id);
    set_text(object, "last_id", target->last_id);
    set_text(object, "citation", target->citation);
    set_text(object, "statute_id", target->statute_id);
    set_text(object, "title", target->title);
    set_text(object, "date", target->date);
    set_text(object, "source", target->source);
    return object;
}

/* What a link says and leads to, without where it stands. */
static json_t *
bare_link_value(const fatiao_link *link)
{
    json_t *object = check(json_object());
    json_t *targets = check(json_array());
    set_text(object, "kind", link_kind_name(link->kind));
    set_text(object, "state", link_state_name(link->state));
    set_text(object, "words", link->words);
    set_run(object, link->byte_start, link->byte_count, link->char_start,
            link->char_count);
    for (size_t i = 0; i < link->target_count; i++)
        append(targets, target_value(&link->targets[i]));
    set(object, "targets", targets);
    return object;
}

static json_t *
links_value(const fatiao_links *links)
{
    json_t *array = check(json_array());
    for (size_t i = 0; i < fatiao_links_count(links); i++) {
        const fatiao_link *link = fatiao_links_at(links, i);
        json_t *object = bare_link_value(link);
        set_text(object, "id", link->id);
        set_text(object, "citation", link->citation);
        set_text(object, "title", link->title);
        append(array, object);
    }
    return array;
}

static json_t *
clause_value(const fatiao_clause *clause)
{
    json_t *object = check(json_object());
    set_text(object, "id", clause->id);
    set_text(object, "citation", clause->citation);
    set_text(object, "kind", node_kind_name(clause->kind));
    set_text(object, "label", clause->label);
    set_text(object, "text", clause->text);
    set_text(object, "lead", clause->lead);
    set_count(object, "line", clause->line);
    set(object, "score", json_real(clause->score));
    set(object, "marks", marks_value(clause->marks, clause->mark_count));
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
    json_t *value = links_value(links);
    fatiao_links_free(links);
    return value;
}

static json_t *
hit_value(fatiao_searcher *searcher, const fatiao_hit *hit, size_t rank)
{
    json_t *object = check(json_object());
    const fatiao_clause *first =
        hit->clause_count > 0 ? &hit->clauses[0] : hit->opening;
    set_count(object, "rank", rank);
    set_text(object, "id", hit->id);
    set_text(object, "statute_id", hit->statute_id);
    set_text(object, "citation", hit->citation);
    set_text(object, "title", hit->title);
    set(object, "title_marks",
        marks_value(hit->title_marks, hit->title_mark_count));
    set_text(object, "heading", hit->heading);
    set(object, "heading_marks",
        marks_value(hit->heading_marks, hit->heading_mark_count));
    set_text(object, "source", hit->source);
    set_count(object, "line", first == NULL ? 0 : first->line);
    set(object, "score", json_real(hit->score));
    set(object, "is_cited", json_boolean(hit->is_cited));
    json_t *clauses = check(json_array());
    for (size_t i = 0; i < hit->clause_count; i++)
        append(clauses, clause_value(&hit->clauses[i]));
    set(object, "clauses", clauses);
    set(object, "opening",
        hit->opening == NULL ? json_null() : clause_value(hit->opening));
    set(object, "links", hit_links_value(searcher, hit->id));
    return object;
}

void
output_json_hits(fatiao_searcher *searcher, const char *query,
                 const fatiao_hits *hits)
{
    json_t *object = begin();
    json_t *array = check(json_array());
    const size_t count = fatiao_hits_count(hits);
    set_text(object, "query", query);
    set(object, "is_relaxed", json_boolean(fatiao_hits_is_relaxed(hits)));
    json_t *missing = check(json_array());
    for (size_t i = 0; i < fatiao_hits_missing_count(hits); i++)
        append(missing, text(fatiao_hits_missing_at(hits, i)));
    set(object, "missing", missing);
    for (size_t i = 0; i < count; i++)
        append(array, hit_value(searcher, fatiao_hits_at(hits, i), i + 1));
    set(object, "hits", array);
    end(object);
}

/* The id of a node, or null for one that has none. */
static json_t *
node_id_value(const fatiao_statute *statute, const fatiao_node *node,
              const char *id)
{
    if (node->kind == FATIAO_NODE_STATUTE)
        return text(id);
    fatiao_error error;
    char *fragment = NULL;
    if (fatiao_statute_fragment(statute, node, &fragment, &error) != FATIAO_OK)
        return check(NULL);
    json_t *value = NULL;
    if (fragment[0] == '\0') {
        value = json_null();
    } else {
        char *whole = memory_format("%s#%s", id, fragment);
        value = text(whole);
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
    json_t *object = check(json_object());
    set_text(object, "kind", node_kind_name(node->kind));
    set(object, "id", node_id_value(statute, node, id));
    set_text(object, "label", node->label);
    set_count(object, "number", node->number);
    set_count(object, "suffix", node->suffix);
    set_text(object, "text", node->text);
    set_count(object, "line", node->line);
    set_count(object, "byte_start", node->byte_start);
    set_count(object, "byte_count", node->byte_count);
    return object;
}

/* A node with all below it. The depth is that of a law and so small. */
static json_t *
node_value(const fatiao_statute *statute, const fatiao_node *node,
           const char *id)
{
    json_t *object = bare_node_value(statute, node, id);
    set(object, "is_ambiguous_tail", json_boolean(node->is_ambiguous_tail));
    json_t *children = check(json_array());
    const fatiao_node *child = node->child;
    for (; child != NULL; child = child->next)
        append(children, node_value(statute, child, id));
    set(object, "children", children);
    return object;
}

static json_t *
begin_statute(const fatiao_statute *statute, const char *id, const char *source)
{
    json_t *object = begin();
    json_t *events = check(json_array());
    set_text(object, "statute_id", id);
    set_text(object, "title", fatiao_statute_title(statute));
    set(object, "is_draft", json_boolean(fatiao_statute_is_draft(statute)));
    set_text(object, "source", source);
    for (size_t i = 0; i < fatiao_statute_event_count(statute); i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        json_t *one = check(json_object());
        set_text(one, "name", event->name);
        set_text(one, "text", event->text);
        set_count(one, "year", event->year);
        set_count(one, "month", event->month);
        set_count(one, "day", event->day);
        append(events, one);
    }
    set(object, "events", events);
    return object;
}

void
output_json_node(const fatiao_statute *statute, const fatiao_node *node,
                 const char *id, const char *citation, const char *source)
{
    json_t *object = begin_statute(statute, id, source);
    set_text(object, "citation", citation);
    set(object, "node", node_value(statute, node, id));
    end(object);
}

/* The headings below a node, each with those below it. */
static json_t *
headings_value(const fatiao_statute *statute, const fatiao_node *node,
               const char *id)
{
    json_t *array = check(json_array());
    const fatiao_node *child = node->child;
    for (; child != NULL; child = child->next) {
        if (!node_is_heading(child))
            continue;
        const node_range range = node_articles(child);
        json_t *object = bare_node_value(statute, child, id);
        set(object, "first_article",
            range.first == NULL ? json_null()
                                : node_id_value(statute, range.first, id));
        set(object, "last_article",
            range.last == NULL ? json_null()
                               : node_id_value(statute, range.last, id));
        set(object, "headings", headings_value(statute, child, id));
        append(array, object);
    }
    return array;
}

void
output_json_outline(const fatiao_statute *statute, const char *id,
                    const char *source)
{
    json_t *object = begin_statute(statute, id, source);
    set(object, "headings",
        headings_value(statute, fatiao_statute_root(statute), id));
    end(object);
}

void
output_json_catalog(const fatiao_catalog *catalog)
{
    json_t *object = begin();
    json_t *array = check(json_array());
    for (size_t i = 0; i < fatiao_catalog_count(catalog); i++) {
        const fatiao_statute_info *info = fatiao_catalog_at(catalog, i);
        json_t *one = check(json_object());
        set_text(one, "statute_id", info->id);
        set_text(one, "title", info->title);
        set_text(one, "source", info->source);
        set_text(one, "date", info->date);
        set(one, "is_draft", json_boolean(info->is_draft));
        set_count(one, "article_count", info->article_count);
        set_count(one, "clause_count", info->clause_count);
        append(array, one);
    }
    set(object, "statutes", array);
    end(object);
}

json_t *
output_json_lint_file(const char *path, const fatiao_statute *statute,
                      const char *problem)
{
    json_t *object = check(json_object());
    json_t *notes = check(json_array());
    set_text(object, "source", path);
    set(object, "error", problem == NULL ? json_null() : text(problem));
    const size_t count =
        statute == NULL ? 0 : fatiao_statute_note_count(statute);
    for (size_t i = 0; i < count; i++) {
        const fatiao_note *note = fatiao_statute_note_at(statute, i);
        json_t *one = check(json_object());
        set_text(one, "kind", node_note_name(note->kind));
        set_count(one, "line", note->line);
        set_count(one, "column", note->column);
        set_text(one, "message", note->message);
        append(notes, one);
    }
    set(object, "notes", notes);
    return object;
}

void
output_json_lint(json_t *files)
{
    json_t *object = begin();
    set(object, "files", files);
    end(object);
}

void
output_json_refs(const char *id, const char *citation,
                 const fatiao_links *links, const fatiao_links *backlinks)
{
    json_t *object = begin();
    set_text(object, "id", id);
    set_text(object, "citation", citation);
    set(object, "links", links_value(links));
    set(object, "backlinks", links_value(backlinks));
    end(object);
}

static json_t *
check_value(const fatiao_check *one)
{
    json_t *object = bare_link_value(&one->link);
    set_count(object, "line", one->line);
    set_count(object, "column", one->column);
    set(object, "holds", json_boolean(fatiao_check_holds(one)));
    set_text(object, "text", one->text);
    set_text(object, "quote", link_quote_name(one->quote));
    set_text(object, "quoted", one->quoted);
    set_text(object, "difference", one->difference);
    return object;
}

json_t *
output_json_checked_file(const char *path, const fatiao_checks *checks,
                         const char *problem)
{
    json_t *object = check(json_object());
    json_t *array = check(json_array());
    set_text(object, "source", path);
    set(object, "error", problem == NULL ? json_null() : text(problem));
    for (size_t i = 0; i < fatiao_checks_count(checks); i++)
        append(array, check_value(fatiao_checks_at(checks, i)));
    set(object, "checks", array);
    return object;
}

void
output_json_checked(json_t *files)
{
    json_t *object = begin();
    set(object, "files", files);
    end(object);
}
