/* fatiao lint: what a careful editor would look at in files of statutes. */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "escape.h"
#include "input.h"
#include "message.h"
#include "node.h"
#include "output_json.h"

typedef struct lint_run {
    json_t *files; /* NULL for text */
    bool has_notes;
    bool has_errors;
} lint_run;

static void
report_error(lint_run *run, const char *path, const char *problem)
{
    run->has_errors = true;
    message_error("%s: %s", path, problem);
    if (run->files != NULL)
        json_array_append_new(run->files,
                              output_json_lint_file(path, NULL, problem));
}

static void
print_notes(const char *path, const fatiao_statute *statute)
{
    for (size_t i = 0; i < fatiao_statute_note_count(statute); i++) {
        const fatiao_note *note = fatiao_statute_note_at(statute, i);
        escape_text(stdout, path);
        printf(":%u:%u: %s: ", note->line, note->column,
               node_note_name(note->kind));
        escape_text(stdout, note->message);
        putchar('\n');
    }
}

static void
lint_bytes(lint_run *run, const char *path, const char *bytes,
           size_t byte_count)
{
    fatiao_error error;
    fatiao_statute *statute = NULL;
    fatiao_parse_options parse = FATIAO_PARSE_OPTIONS;
    parse.name = path;
    if (fatiao_statute_parse(bytes, byte_count, &parse, &statute, &error) !=
        FATIAO_OK) {
        run->has_errors = true;
        message_file_error(path, "", &error);
        if (run->files != NULL)
            json_array_append_new(
                run->files, output_json_lint_file(path, NULL, error.message));
        return;
    }
    if (fatiao_statute_note_count(statute) > 0)
        run->has_notes = true;
    if (run->files != NULL)
        json_array_append_new(run->files,
                              output_json_lint_file(path, statute, NULL));
    else
        print_notes(path, statute);
    fatiao_statute_free(statute);
}

static void
lint_file(lint_run *run, const char *path)
{
    char *bytes = NULL;
    size_t byte_count = 0;
    const char *problem = input_read(path, &bytes, &byte_count);
    if (problem != NULL)
        report_error(run, path, problem);
    else
        lint_bytes(run, path, bytes, byte_count);
    free(bytes);
}

int
command_lint(const command_options *options)
{
    lint_run run = {0};
    if (options->format == OUTPUT_JSON)
        run.files = json_array();
    for (size_t i = 0; i < options->operand_count; i++)
        lint_file(&run, options->operands[i]);
    if (run.files != NULL)
        output_json_lint(run.files);
    if (run.has_errors)
        return EXIT_CODE_ERROR;
    return run.has_notes ? EXIT_CODE_NOTHING : EXIT_CODE_FOUND;
}
