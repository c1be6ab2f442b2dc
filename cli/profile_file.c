/* Profiles in YAML: keys with a value or a list of values, and comments. Read
 * by libyaml event by event, so that every mistake has a line:
 *
 *     规模: 小型
 *     资质: [高新技术企业, 非专精特新]      # or a list, one a line with -
 *     需要: 融资、用工
 */
#include "profile_file.h"

#include <stdlib.h>
#include <string.h>

#include <yaml.h>

#include "input.h"
#include "memory.h"
#include "message.h"

/* A file being read. */
typedef struct reader {
    const char *path;
    yaml_parser_t parser;
    yaml_event_t event; /* the last one */
    fatiao_profile *profile;
} reader;

static bool
complain(const reader *r, yaml_mark_t mark, const char *message)
{
    message_error("%s:%zu:%zu: %s", r->path, mark.line + 1, mark.column + 1,
                  message);
    return false;
}

/* Goes to the next event. False with a message if this is no YAML. */
static bool
next(reader *r)
{
    yaml_event_delete(&r->event);
    if (yaml_parser_parse(&r->parser, &r->event))
        return true;
    memset(&r->event, 0, sizeof(r->event));
    if (r->parser.error == YAML_MEMORY_ERROR)
        return complain(r, r->parser.mark, "no memory");
    return complain(r,
                    r->parser.error == YAML_READER_ERROR
                        ? r->parser.mark
                        : r->parser.problem_mark,
                    r->parser.problem);
}

static bool
is(const reader *r, yaml_event_type_t type)
{
    return r->event.type == type;
}

static const char *
scalar(const reader *r)
{
    return (const char *)r->event.data.scalar.value;
}

fatiao_status
profile_file_put(fatiao_profile *profile, fatiao_profile_key key,
                 const char *values, fatiao_error *error)
{
    static const char *const commas[] = {"、", "，", ",", "；", ";"};
    fatiao_status status = FATIAO_OK;
    while (status == FATIAO_OK) {
        const char *end = values + strlen(values);
        size_t comma_bytes = 0;
        for (size_t i = 0; i < sizeof(commas) / sizeof(commas[0]); i++) {
            const char *comma = strstr(values, commas[i]);
            if (comma == NULL || comma >= end)
                continue;
            end = comma;
            comma_bytes = strlen(commas[i]);
        }
        char *value = memory_text(values, (size_t)(end - values));
        status = fatiao_profile_put(profile, key, value, error);
        free(value);
        if (comma_bytes == 0)
            break;
        values = end + comma_bytes;
    }
    return status;
}

/* Puts the value that was just read; an empty one says nothing. */
static bool
put_value(reader *r, fatiao_profile_key key)
{
    fatiao_error error;
    if (!is(r, YAML_SCALAR_EVENT))
        return complain(r, r->event.start_mark,
                        "here must stand a value, or a list of values");
    if (strlen(scalar(r)) != r->event.data.scalar.length)
        return complain(r, r->event.start_mark, "a NUL stands in the text");
    if (scalar(r)[0] == '\0' || strcmp(scalar(r), "~") == 0 ||
        strcmp(scalar(r), "null") == 0)
        return true;
    if (profile_file_put(r->profile, key, scalar(r), &error) == FATIAO_OK)
        return true;
    return complain(r, r->event.start_mark, error.message);
}

/* Reads what stands behind a key. */
static bool
read_values(reader *r, fatiao_profile_key key)
{
    if (!next(r))
        return false;
    if (!is(r, YAML_SEQUENCE_START_EVENT))
        return put_value(r, key);
    while (next(r)) {
        if (is(r, YAML_SEQUENCE_END_EVENT))
            return true;
        if (!put_value(r, key))
            return false;
    }
    return false;
}

static bool
read_keys(reader *r)
{
    fatiao_error error;
    fatiao_profile_key key = FATIAO_PROFILE_SIZE;
    while (next(r)) {
        if (is(r, YAML_MAPPING_END_EVENT))
            return true;
        if (!is(r, YAML_SCALAR_EVENT))
            return complain(r, r->event.start_mark, "here must stand a key");
        if (fatiao_profile_key_find(scalar(r), &key, &error) != FATIAO_OK)
            return complain(r, r->event.start_mark, error.message);
        if (!read_values(r, key))
            return false;
    }
    return false;
}

/* Reads the whole: an empty file says nothing. */
static bool
read_document(reader *r)
{
    while (next(r)) {
        if (is(r, YAML_STREAM_END_EVENT))
            return true;
        if (is(r, YAML_STREAM_START_EVENT) ||
            is(r, YAML_DOCUMENT_START_EVENT) || is(r, YAML_DOCUMENT_END_EVENT))
            continue;
        if (!is(r, YAML_MAPPING_START_EVENT))
            return complain(r, r->event.start_mark,
                            "each line is KEY: VALUE, with a colon of ASCII "
                            "and a blank behind it");
        if (!read_keys(r))
            return false;
    }
    return false;
}

bool
profile_file_read(const char *path, fatiao_profile *profile)
{
    reader r = {.path = path, .profile = profile};
    char *bytes = NULL;
    size_t byte_count = 0;
    if (!input_load(path, &bytes, &byte_count))
        return false;
    bool is_read = false;
    if (yaml_parser_initialize(&r.parser)) {
        yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
        yaml_parser_set_input_string(&r.parser, (const unsigned char *)bytes,
                                     byte_count);
        is_read = read_document(&r);
        yaml_event_delete(&r.event);
        yaml_parser_delete(&r.parser);
    } else {
        message_error("no memory");
    }
    free(bytes);
    return is_read;
}
