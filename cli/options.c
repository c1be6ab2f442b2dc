/* The command line after the command's name. */
#include "options.h"

#include <errno.h>
#include <getopt.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "memory.h"
#include "message.h"

/* Above all option ids, which are bits. */
enum { OPTION_HELP = 1 << 20 };

static const struct option all_options[] = {
    {"article", required_argument, NULL, OPTION_ARTICLE},
    {"by-department", no_argument, NULL, OPTION_VIEW},
    {"color", required_argument, NULL, OPTION_COLOR},
    {"files-from", required_argument, NULL, OPTION_FILES_FROM},
    {"forbidden", no_argument, NULL, OPTION_VIEW},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"format", required_argument, NULL, OPTION_TABLE},
    {"help", no_argument, NULL, OPTION_HELP},
    {"index", required_argument, NULL, OPTION_INDEX},
    {"industry", required_argument, NULL, OPTION_FIRM},
    {"json", no_argument, NULL, OPTION_JSON},
    {"judgments", required_argument, NULL, OPTION_JUDGMENTS},
    {"law", required_argument, NULL, OPTION_LAW},
    {"limit", required_argument, NULL, OPTION_LIMIT},
    {"literal", no_argument, NULL, OPTION_LITERAL},
    {"model", required_argument, NULL, OPTION_MODEL},
    {"need", required_argument, NULL, OPTION_FIRM},
    {"no-correct", no_argument, NULL, OPTION_NO_CORRECT},
    {"output", required_argument, NULL, OPTION_OUTPUT},
    {"prune", no_argument, NULL, OPTION_PRUNE},
    {"person", required_argument, NULL, OPTION_FIRM},
    {"place", required_argument, NULL, OPTION_FIRM},
    {"profile", required_argument, NULL, OPTION_FIRM},
    {"qualification", required_argument, NULL, OPTION_FIRM},
    {"queries", required_argument, NULL, OPTION_QUERIES},
    {"questions", required_argument, NULL, OPTION_QUESTIONS},
    {"root", required_argument, NULL, OPTION_ROOT},
    {"size", required_argument, NULL, OPTION_FIRM},
    {"stage", required_argument, NULL, OPTION_FIRM},
    {"thesaurus", required_argument, NULL, OPTION_THESAURUS},
    {"unit", required_argument, NULL, OPTION_UNIT},
};
enum { OPTION_COUNT = sizeof(all_options) / sizeof(all_options[0]) };

void
options_usage_error(const command_options *options, const char *problem)
{
    message_error("%s; see: fatiao %s --help", problem, options->command);
}

/* The place of `value` among `names`, which end with NULL; -1 with a message
 * if it is none of them. */
static int
choose(const command_options *options, const char *name, const char *value,
       const char *const *names)
{
    for (int i = 0; names[i] != NULL; i++) {
        if (strcmp(value, names[i]) == 0)
            return i;
    }
    char *problem = memory_format("--%s cannot be %s", name, value);
    options_usage_error(options, problem);
    free(problem);
    return -1;
}

static bool
read_limit(command_options *options, const char *value)
{
    char *end = NULL;
    errno = 0;
    const unsigned long limit = strtoul(value, &end, 10);
    if (value[0] < '0' || value[0] > '9' || *end != '\0' || errno != 0 ||
        limit == 0) {
        options_usage_error(options, "--limit takes a whole number from 1");
        return false;
    }
    options->limit = limit;
    return true;
}

static bool
read_choice(command_options *options, int id, const char *value)
{
    static const char *const colors[] = {"auto", "always", "never", NULL};
    static const char *const formats[] = {"text", "json", "trec", NULL};
    static const char *const tables[] = {"text", "json", "tsv", "markdown",
                                         NULL};
    static const output_format table_formats[] = {OUTPUT_TEXT, OUTPUT_JSON,
                                                  OUTPUT_TSV, OUTPUT_MARKDOWN};
    static const char *const units[] = {"article", "clause", NULL};
    int choice = -1;
    if (id == OPTION_COLOR) {
        choice = choose(options, "color", value, colors);
        options->color = choice < 0 ? COLOR_AUTO : (color_when)choice;
    } else if (id == OPTION_FORMAT) {
        choice = choose(options, "format", value, formats);
        options->format = choice < 0 ? OUTPUT_TEXT : (output_format)choice;
    } else if (id == OPTION_TABLE) {
        choice = choose(options, "format", value, tables);
        options->format = choice < 0 ? OUTPUT_TEXT : table_formats[choice];
    } else {
        choice = choose(options, "unit", value, units);
        options->unit = choice < 0 ? UNIT_ARTICLE : (result_unit)choice;
    }
    return choice >= 0;
}

static bool
read_fact(command_options *options, const char *name, const char *value)
{
    if (strcmp(name, "profile") == 0) {
        options->profile = value;
        return true;
    }
    options->facts = memory_grow(options->facts, options->fact_count,
                                 sizeof(*options->facts));
    options->facts[options->fact_count++] = (firm_fact){name, value};
    return true;
}

static bool
read_view(command_options *options, const char *name)
{
    const statute_view view =
        strcmp(name, "forbidden") == 0 ? VIEW_FORBIDDEN : VIEW_DEPARTMENTS;
    if (options->view != VIEW_MEASURES && options->view != view) {
        options_usage_error(options,
                            "--forbidden and --by-department do not go "
                            "together");
        return false;
    }
    options->view = view;
    return true;
}

/* `name` is the long one; NULL for a short option. */
static bool
read_option(command_options *options, int id, const char *name,
            const char *value)
{
    switch (id) {
    case OPTION_FIRM:
        return read_fact(options, name, value);
    case OPTION_VIEW:
        return read_view(options, name);
    case OPTION_COLOR:
    case OPTION_FORMAT:
    case OPTION_TABLE:
    case OPTION_UNIT:
        return read_choice(options, id, value);
    case OPTION_LIMIT:
        return read_limit(options, value);
    case OPTION_ARTICLE:
        options->article = value;
        return true;
    case OPTION_FILES_FROM:
        options->files_from = value;
        return true;
    case OPTION_HELP:
        options->help = true;
        return true;
    case OPTION_INDEX:
        options->index = value;
        return true;
    case OPTION_JSON:
        options->format = OUTPUT_JSON;
        return true;
    case OPTION_JUDGMENTS:
        options->judgments = value;
        return true;
    case OPTION_LAW:
        options->law = value;
        return true;
    case OPTION_LITERAL:
        options->literal = true;
        return true;
    case OPTION_NO_CORRECT:
        options->no_correct = true;
        return true;
    case OPTION_MODEL:
        options->model = value;
        return true;
    case OPTION_OUTPUT:
        options->output = value;
        return true;
    case OPTION_THESAURUS:
        options->thesaurus = value;
        return true;
    case OPTION_PRUNE:
        options->prune = true;
        return true;
    case OPTION_QUERIES:
        options->queries = value;
        return true;
    case OPTION_QUESTIONS:
        options->questions = value;
        return true;
    default:
        options->root = value;
        return true;
    }
}

/* What getopt_long has just refused: `refused` is its '?' or ':'. */
static void
report_refusal(const command_options *options, int refused,
               const char *argument)
{
    char *problem = NULL;
    if (refused == ':')
        problem = memory_format("%s needs a value", argument);
    else if (strncmp(argument, "--", 2) == 0)
        problem = memory_format("there is no option %s", argument);
    else
        problem = memory_format("there is no option -%c", optopt);
    options_usage_error(options, problem);
    free(problem);
}

/* An option by its long name where it has a short one too. */
static int
long_id(int id)
{
    return id == 'h' ? OPTION_HELP : id == 'o' ? OPTION_OUTPUT : id;
}

bool
options_parse(int argc, char **argv, unsigned allowed, command_options *out)
{
    struct option table[OPTION_COUNT + 1] = {0};
    size_t count = 0;
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (all_options[i].val == OPTION_HELP ||
            (allowed & (unsigned)all_options[i].val) != 0)
            table[count++] = all_options[i];
    }
    *out = (command_options){.command = argv[0]};
    opterr = 0;
    int id = 0;
    int at = 0;
    const bool has_output = (allowed & OPTION_OUTPUT) != 0;
    while ((id = getopt_long(argc, argv, has_output ? ":ho:" : ":h", table,
                             &at)) != -1) {
        if (id == '?' || id == ':') {
            report_refusal(out, id, argv[optind - 1]);
            return false;
        }
        if (!read_option(out, long_id(id), table[at].name, optarg))
            return false;
    }
    out->operands = argv + optind;
    out->operand_count = (size_t)(argc - optind);
    return true;
}

void
options_finish(command_options *options)
{
    free(options->facts);
}

char *
options_joined(const command_options *options)
{
    char *text = NULL;
    size_t byte_count = 0;
    FILE *out = open_memstream(&text, &byte_count);
    for (size_t i = 0; out != NULL && i < options->operand_count; i++)
        fprintf(out, "%s%s", i == 0 ? "" : " ", options->operands[i]);
    if (out == NULL || fclose(out) != 0) {
        free(text);
        return memory_format("%s", "");
    }
    return text;
}
