/* fatiao cite-check: whether the citations in any text hold. */
#include "commands.h"

#include <stdlib.h>

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "input.h"
#include "link_json.h"
#include "message.h"
#include "output_refs.h"
#include "pager.h"

typedef struct check_run {
    fatiao_searcher *searcher;
    const char *statute_id; /* NULL: none was given */
    const text_style *style;
    json_t *files; /* NULL for text */
    bool has_faults;
    bool has_errors;
} check_run;

static void
report_error(check_run *run, const char *path, const char *problem)
{
    run->has_errors = true;
    message_error("%s: %s", path, problem);
    if (run->files != NULL)
        json_array_append_new(run->files,
                              link_json_checked_file(path, NULL, problem));
}

static void
check_bytes(check_run *run, const char *path, const char *bytes,
            size_t byte_count)
{
    fatiao_error error;
    fatiao_checks *checks = NULL;
    if (fatiao_searcher_check(run->searcher, bytes, byte_count, run->statute_id,
                              &checks, &error) != FATIAO_OK) {
        report_error(run, path, error.message);
        return;
    }
    for (size_t i = 0; i < fatiao_checks_count(checks); i++)
        if (!fatiao_check_holds(fatiao_checks_at(checks, i)))
            run->has_faults = true;
    if (run->files != NULL)
        json_array_append_new(run->files,
                              link_json_checked_file(path, checks, NULL));
    else
        output_refs_checks(path, checks, run->style);
    fatiao_checks_free(checks);
}

static void
check_file(check_run *run, const char *path)
{
    char *bytes = NULL;
    size_t byte_count = 0;
    const char *problem = input_read(path, &bytes, &byte_count);
    if (problem != NULL)
        report_error(run, path, problem);
    else
        check_bytes(run, path, bytes, byte_count);
    free(bytes);
}

static int
check_files(check_run *run, const command_options *options)
{
    pager_start();
    if (options->format == OUTPUT_JSON)
        run->files = json_array();
    for (size_t i = 0; i < options->operand_count; i++)
        check_file(run, options->operands[i]);
    if (run->files != NULL)
        link_json_checked(run->files);
    if (run->has_errors)
        return EXIT_CODE_ERROR;
    return run->has_faults ? EXIT_CODE_NOTHING : EXIT_CODE_FOUND;
}

int
command_cite_check(const command_options *options)
{
    int code = EXIT_CODE_ERROR;
    fatiao_references *laws = NULL;
    check_run run = {.style = terminal_style(options->color)};
    run.searcher = index_reader_open(options->index);
    if (run.searcher == NULL)
        return EXIT_CODE_ERROR;
    if (options->law != NULL) {
        const fatiao_reference *law =
            index_reader_law(run.searcher, options->law, &laws, &code);
        code = EXIT_CODE_ERROR;
        if (law == NULL)
            goto done;
        run.statute_id = law->statute_id;
    }
    code = check_files(&run, options);
done:
    fatiao_references_free(laws);
    fatiao_searcher_close(run.searcher);
    return code;
}
