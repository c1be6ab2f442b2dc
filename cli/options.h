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
    OPTION_NO_CORRECT = 1 << 15,
    OPTION_MODEL = 1 << 16,
    OPTION_QUESTIONS = 1 << 17,
    OPTION_JUDGMENTS = 1 << 18,
    OPTION_OUTPUT = 1 << 19,
    OPTION_FIRM = 1 << 28, /* --profile, and what it may hold */
    OPTION_VIEW = 1 << 29
} option_id;

/* Something said of a firm on the command line: --size 小型. */
typedef struct firm_fact {
    const char *key; /* "size": the name of the option */
    const char *value;
} firm_fact;

/* What is shown of a statute. */
typedef enum statute_view {
    VIEW_MEASURES,
    VIEW_FORBIDDEN,
    VIEW_DEPARTMENTS
} statute_view;

/* What was asked; NULL and 0 where an option was not given. */
typedef struct command_options {
    const char *command;
    color_when color;
    output_format format;
    result_unit unit;
    const char *article;
    const char *files_from;
    const char *index;
    const char *judgments;
    const char *law;
    const char *model;
    const char *output;
    const char *queries;
    const char *questions;
    const char *root;
    const char *thesaurus;
    const char *profile;
    firm_fact *facts;
    size_t fact_count;
    statute_view view;
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
 * be understood. Ended with options_finish in either case. */
bool options_parse(int argc, char **argv, unsigned allowed,
                   command_options *out);
void options_finish(command_options *options);

/* Prints how to learn more: "… ; see: fatiao search --help". */
void options_usage_error(const command_options *options, const char *problem);

/* The operands joined by blanks. Freed with free(). */
char *options_joined(const command_options *options);

#endif
