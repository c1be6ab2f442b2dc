/* The bytes of a file. This is the only place that reads statutes. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include <stdbool.h>
#include <stddef.h>

/* Reads a whole file, at most FATIAO_STATUTE_BYTES_MAX bytes; "-" is standard
 * input. Returns NULL, or why it cannot be read. `*bytes` is freed with free().
 */
const char *input_read(const char *path, char **bytes, size_t *byte_count);

/* The same; false, with a message printed, if it cannot be read. */
bool input_load(const char *path, char **bytes, size_t *byte_count);

#endif
