/* Links and checks for programs. A check is its link, and what comes of it. */
#include "link_json.h"

#include "json_value.h"
#include "link_words.h"
#include "output_json.h"

static json_t *
target_value(const fatiao_target *target)
{
    json_t *object = value_check(json_object());
    value_set_text(object, "id", target->id);
    value_set_text(object, "last_id", target->last_id);
    value_set_text(object, "citation", target->citation);
    value_set_text(object, "statute_id", target->statute_id);
    value_set_text(object, "title", target->title);
    value_set_text(object, "date", target->date);
    value_set_text(object, "source", target->source);
    return object;
}

/* What a link says and leads to, without where it stands. */
static json_t *
bare_link_value(const fatiao_link *link)
{
    json_t *object = value_check(json_object());
    json_t *targets = value_check(json_array());
    value_set_text(object, "kind", link_kind_name(link->kind));
    value_set_text(object, "state", link_state_name(link->state));
    value_set_text(object, "words", link->words);
    value_set_run(object, link->byte_start, link->byte_count, link->char_start,
                  link->char_count);
    for (size_t i = 0; i < link->target_count; i++)
        value_append(targets, target_value(&link->targets[i]));
    value_set(object, "targets", targets);
    return object;
}

json_t *
link_json_list(const fatiao_links *links)
{
    json_t *array = value_check(json_array());
    for (size_t i = 0; i < fatiao_links_count(links); i++) {
        const fatiao_link *link = fatiao_links_at(links, i);
        json_t *object = bare_link_value(link);
        value_set_text(object, "id", link->id);
        value_set_text(object, "citation", link->citation);
        value_set_text(object, "title", link->title);
        value_append(array, object);
    }
    return array;
}

void
link_json_refs(const char *id, const char *citation, const fatiao_links *links,
               const fatiao_links *backlinks)
{
    json_t *object = output_json_begin();
    value_set_text(object, "id", id);
    value_set_text(object, "citation", citation);
    value_set(object, "links", link_json_list(links));
    value_set(object, "backlinks", link_json_list(backlinks));
    output_json_end(object);
}

static json_t *
check_value(const fatiao_check *one)
{
    json_t *object = bare_link_value(&one->link);
    value_set_count(object, "line", one->line);
    value_set_count(object, "column", one->column);
    value_set(object, "holds", json_boolean(fatiao_check_holds(one)));
    value_set_text(object, "text", one->text);
    value_set_text(object, "quote", link_quote_name(one->quote));
    value_set_text(object, "quoted", one->quoted);
    value_set_text(object, "difference", one->difference);
    return object;
}

json_t *
link_json_checked_file(const char *path, const fatiao_checks *checks,
                       const char *problem)
{
    json_t *object = value_check(json_object());
    json_t *array = value_check(json_array());
    value_set_text(object, "source", path);
    value_set(object, "error",
              problem == NULL ? json_null() : value_of_text(problem));
    for (size_t i = 0; i < fatiao_checks_count(checks); i++)
        value_append(array, check_value(fatiao_checks_at(checks, i)));
    value_set(object, "checks", array);
    return object;
}

void
link_json_checked(json_t *files)
{
    json_t *object = output_json_begin();
    value_set(object, "files", files);
    output_json_end(object);
}
