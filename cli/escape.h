/* Text from documents and questions on its way to a terminal: what would
 * command the terminal instead of being read is shown as a visible sign.
 *
 *     ESC [ 3 1 m     ␛[31m
 *     line feed       ␊
 *     U+009B          <U+009B>
 *     U+202E          <U+202E>    (turns the direction of writing)
 *     a broken byte   U+FFFD
 *
 * A tab becomes a blank, so that columns stay columns. */
#ifndef CLI_ESCAPE_H
#define CLI_ESCAPE_H

#include <stddef.h>
#include <stdio.h>

void escape_bytes(FILE *out, const char *text, size_t byte_count);
void escape_text(FILE *out, const char *text);

/* JSON as jansson makes it, in which C1 controls and the like stand raw inside
 * strings: they become \u escapes. */
void escape_json(FILE *out, const char *json, size_t byte_count);

#endif
