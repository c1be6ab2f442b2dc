/* The command line after the command's name, read with getopt_long. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "terminal.h"

typedef enum output_format {
    OUTPUT_TEXT,
    OUTPUT_JSON,
    OUTPUT_TREC,
    OUTPUT_TSV,
    OUTPUT_MARKDOWN
} output_format;

typedef enum result_unit { UNIT_ARTICLE, UNIT_CLAUSE } result_unit;

/* Each option has one meaning in all commands that take it. */
typedef enum option_id {
    OPTION_COLOR = 1 << 0,
    OPTION_FILES_FROM = 1 << 1,
    OPTION_FORMAT = 1 << 2,
    OPTION_INDEX = 1 << 3,
    OPTION_JSON = 1 << 4,
    OPTION_LAW = 1 << 5,
    OPTION_LIMIT = 1 << 6,
    OPTION_PRUNE = 1 << 7,
    OPTION_QUERIES = 1 << 8,
    OPTION_ROOT = 1 << 9,
    OPTION_UNIT = 1 << 10,
    OPTION_LITERAL = 1 << 11,
    OPTION_THESAURUS = 1 << 12,
    OPTION_TABLE = 1 << 13, /* --format, for tables */
    OPTION_ARTICLE = 1 << 14,
    OPTION_NO_CORRECT = 1 << 15
} option_id;

/* What was asked; NULL and 0 where an option was not given. */
typedef struct command_options {
    const char *command;
    color_when color;
    output_format format;
    result_unit unit;
    const char *article;
    const char *files_from;
    const char *index;
    const char *law;
    const char *queries;
    const char *root;
    const char *thesaurus;
    size_t limit;
    bool literal;
    bool prune;
    bool no_correct;
    bool help;
    char **operands;
    size_t operand_count;
} command_options;

/* Reads `argv`, whose first element is the command's name, allowing the
 * options in the set `allowed`. False, with a message printed, if that cannot
 * be understood. */
bool options_parse(int argc, char **argv, unsigned allowed,
                   command_options *out);

/* Prints how to learn more: "… ; see: fatiao search --help". */
void options_usage_error(const command_options *options, const char *problem);

/* The operands joined by blanks. Freed with free(). */
char *options_joined(const command_options *options);

#endif
