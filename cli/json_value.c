/* Values of JSON, each put together or the program ends. */
#include "json_value.h"

#include <stdio.h>
#include <stdlib.h>

#include "codepoint.h"
#include "escape.h"
#include "message.h"

json_t *
value_check(json_t *value)
{
    if (value == NULL) {
        message_error("no memory");
        exit(EXIT_CODE_ERROR);
    }
    return value;
}

json_t *
value_of_text(const char *value)
{
    if (codepoint_text_is_valid(value))
        return value_check(json_string(value));
    char *repaired = NULL;
    size_t byte_count = 0;
    FILE *out = open_memstream(&repaired, &byte_count);
    if (out == NULL)
        return value_check(NULL);
    escape_text(out, value);
    json_t *string = fclose(out) == 0 ? json_string(repaired) : NULL;
    free(repaired);
    return value_check(string);
}

void
value_set(json_t *object, const char *key, json_t *value)
{
    if (json_object_set_new(object, key, value_check(value)) != 0)
        value_check(NULL);
}

void
value_append(json_t *array, json_t *value)
{
    if (json_array_append_new(array, value_check(value)) != 0)
        value_check(NULL);
}

void
value_set_text(json_t *object, const char *key, const char *value)
{
    value_set(object, key, value_of_text(value));
}

void
value_set_known(json_t *object, const char *key, const char *value)
{
    value_set(object, key,
              value[0] == '\0' ? json_null() : value_of_text(value));
}

void
value_set_count(json_t *object, const char *key, uint64_t value)
{
    value_set(object, key, json_integer((json_int_t)value));
}

void
value_set_run(json_t *object, size_t byte_start, size_t byte_count,
              size_t char_start, size_t char_count)
{
    value_set_count(object, "byte_start", byte_start);
    value_set_count(object, "byte_count", byte_count);
    value_set_count(object, "char_start", char_start);
    value_set_count(object, "char_count", char_count);
}
