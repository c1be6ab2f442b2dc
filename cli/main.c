/* fatiao: finds the command and runs it. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "codepoint.h"
#include "commands.h"
#include "help.h"
#include "message.h"
#include "options.h"
#include "output.h"

typedef struct command_entry {
    const char *name;
    int (*run)(const command_options *options);
    unsigned allowed;    /* options */
    size_t operand_min;  /* how many operands it needs … */
    const char *operand; /* … and what the first is called */
} command_entry;

static const command_entry commands[] = {
    {"index", command_index,
     OPTION_INDEX | OPTION_PRUNE | OPTION_ROOT | OPTION_FILES_FROM, 0, "PATH"},
    {"learn", command_learn,
     OPTION_INDEX | OPTION_QUESTIONS | OPTION_JUDGMENTS | OPTION_OUTPUT, 0,
     NULL},
    {"search", command_search,
     OPTION_INDEX | OPTION_LIMIT | OPTION_LAW | OPTION_JSON | OPTION_FORMAT |
         OPTION_QUERIES | OPTION_UNIT | OPTION_COLOR | OPTION_LITERAL |
         OPTION_NO_CORRECT | OPTION_THESAURUS | OPTION_MODEL,
     0, "QUERY"},
    {"explain", command_explain,
     OPTION_INDEX | OPTION_LIMIT | OPTION_LAW | OPTION_JSON | OPTION_COLOR |
         OPTION_LITERAL | OPTION_THESAURUS | OPTION_ARTICLE,
     1, "QUERY"},
    {"show", command_show,
     OPTION_INDEX | OPTION_LAW | OPTION_JSON | OPTION_COLOR, 1, "CITATION"},
    {"outline", command_outline, OPTION_INDEX | OPTION_JSON | OPTION_COLOR, 1,
     "LAW"},
    {"measures", command_measures,
     OPTION_INDEX | OPTION_JSON | OPTION_TABLE | OPTION_COLOR | OPTION_VIEW, 1,
     "LAW"},
    {"match", command_match,
     OPTION_INDEX | OPTION_LAW | OPTION_JSON | OPTION_TABLE | OPTION_COLOR |
         OPTION_FIRM,
     0, NULL},
    {"compare", command_compare,
     OPTION_INDEX | OPTION_JSON | OPTION_TABLE | OPTION_COLOR, 2,
     "LAW and another"},
    {"list", command_list, OPTION_INDEX | OPTION_JSON | OPTION_COLOR, 0, NULL},
    {"lint", command_lint, OPTION_JSON, 1, "FILE"},
    {"refs", command_refs,
     OPTION_INDEX | OPTION_LAW | OPTION_JSON | OPTION_COLOR, 1, "CITATION"},
    {"cite-check", command_cite_check,
     OPTION_INDEX | OPTION_LAW | OPTION_JSON | OPTION_COLOR, 1, "FILE"},
    {"help", NULL, 0, 0, "COMMAND"},
};
enum { COMMAND_COUNT = sizeof(commands) / sizeof(commands[0]) };

/* How many letters must be put in, taken out or changed to turn `a` into `b`.
 * Both are short. */
static size_t
edit_distance(const char *a, const char *b)
{
    enum { LENGTH_MAX = 16 };
    size_t row[LENGTH_MAX + 1];
    const size_t length = strlen(b);
    if (strlen(a) > LENGTH_MAX || length > LENGTH_MAX)
        return LENGTH_MAX;
    for (size_t j = 0; j <= length; j++)
        row[j] = j;
    for (size_t i = 1; a[i - 1] != '\0'; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= length; j++) {
            const size_t changed = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = row[j];
            const size_t moved =
                1 + (row[j] < row[j - 1] ? row[j] : row[j - 1]);
            row[j] = changed < moved ? changed : moved;
        }
    }
    return row[length];
}

static const command_entry *
find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(name, commands[i].name) == 0)
            return &commands[i];
    }
    return NULL;
}

static int
refuse_command(const char *name)
{
    const char *closest = NULL;
    size_t least = 3;
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        const size_t distance = edit_distance(name, commands[i].name);
        if (distance < least) {
            least = distance;
            closest = commands[i].name;
        }
    }
    if (closest != NULL)
        message_error("there is no command %s; did you mean %s?", name,
                      closest);
    else
        message_error("there is no command %s; see: fatiao help", name);
    return EXIT_CODE_ERROR;
}

static int
print_help(const char *name)
{
    if (!help_print(stdout, name))
        return refuse_command(name);
    return EXIT_CODE_FOUND;
}

/* Runs a command whose options were read. */
static int
run_with(const command_entry *command, const command_options *options)
{
    if (options->help)
        return print_help(command->name);
    if (command->run == NULL)
        return print_help(options->operand_count > 0 ? options->operands[0]
                                                     : NULL);
    if (options->operand_count < command->operand_min) {
        char problem[64];
        snprintf(problem, sizeof(problem), "%s needs a %s", command->name,
                 command->operand);
        options_usage_error(options, problem);
        return EXIT_CODE_ERROR;
    }
    if (options->operand_count > 0 && command->operand == NULL) {
        options_usage_error(options, "too many arguments");
        return EXIT_CODE_ERROR;
    }
    return command->run(options);
}

static int
run_command(const command_entry *command, int argc, char **argv)
{
    command_options options;
    const int code = options_parse(argc, argv, command->allowed, &options)
                         ? run_with(command, &options)
                         : EXIT_CODE_ERROR;
    options_finish(&options);
    return code;
}

static int
run(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (!codepoint_text_is_valid(argv[i])) {
            message_error("argument %d is not UTF-8: %s", i, argv[i]);
            return EXIT_CODE_ERROR;
        }
    }
    if (argc < 2) {
        help_print(stderr, NULL);
        return EXIT_CODE_ERROR;
    }
    if (strcmp(argv[1], "--version") == 0) {
        printf("fatiao %s\n", fatiao_version());
        return EXIT_CODE_FOUND;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0)
        return print_help(NULL);
    const command_entry *command = find_command(argv[1]);
    if (command == NULL)
        return refuse_command(argv[1]);
    return run_command(command, argc - 1, argv + 1);
}

int
main(int argc, char **argv)
{
    output_prepare();
    /* A reader that goes away ends the program without a word, and a full
     * disk is an error of the write, whatever the caller had set. */
    signal(SIGPIPE, SIG_DFL);
    signal(SIGXFSZ, SIG_IGN);
    return output_finish(run(argc, argv));
}
