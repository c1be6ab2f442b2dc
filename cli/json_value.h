/* Values of JSON. Where there is no memory for one, the program ends with a
 * message, so nobody need check. */
#ifndef CLI_JSON_VALUE_H
#define CLI_JSON_VALUE_H

#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

/* Returns `value`, which jansson made; ends the program if it is NULL. */
json_t *value_check(json_t *value);

/* A string; what is not UTF-8 in it (a file name can be anything) becomes
 * U+FFFD. */
json_t *value_of_text(const char *value);

/* Sets a member of an object; takes over `value`. */
void value_set(json_t *object, const char *key, json_t *value);

/* Takes over `value`. */
void value_append(json_t *array, json_t *value);

void value_set_text(json_t *object, const char *key, const char *value);

/* The same, but null for "", which is no value of this member. */
void value_set_known(json_t *object, const char *key, const char *value);

void value_set_count(json_t *object, const char *key, uint64_t value);

/* Where a run of text stands, in bytes and in characters. */
void value_set_run(json_t *object, size_t byte_start, size_t byte_count,
                   size_t char_start, size_t char_count);

#endif
