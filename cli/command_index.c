/* fatiao index: puts files into an index and says what it did. */
#include "commands.h"

#include <stdio.h>
#include <stdlib.h>

#include "ingest.h"
#include "input_files.h"
#include "interrupt.h"
#include "message.h"
#include "places.h"
#include "progress.h"

static bool
collect_files(const command_options *options, input_files *files)
{
    for (size_t i = 0; i < options->operand_count; i++)
        input_files_add(files, options->operands[i], options->root);
    if (options->files_from != NULL &&
        !input_files_add_list(files, options->files_from,
                              options->root == NULL ? "." : options->root))
        return false;
    input_files_mark_duplicates(files);
    return true;
}

static void
print_summary(const ingest_result *result, const char *index, double seconds)
{
    printf("laws      %zu new, %zu replaced, %zu unchanged, %zu removed, "
           "%zu skipped\n",
           result->added, result->replaced, result->unchanged, result->removed,
           result->skipped);
    printf("articles  %llu\n", (unsigned long long)result->article_count);
    printf("clauses   %llu\n", (unsigned long long)result->clause_count);
    printf("seconds   %.1f\n", seconds);
    printf("index     %s\n", places_shown(index));
}

static int
exit_code(const ingest_result *result)
{
    const int number = interrupt_signal();
    if (number != 0)
        return 128 + number;
    return result->has_failed ? EXIT_CODE_ERROR : EXIT_CODE_FOUND;
}

int
command_index(const command_options *options)
{
    if (options->operand_count == 0 && options->files_from == NULL) {
        options_usage_error(options, "index needs a PATH");
        return EXIT_CODE_ERROR;
    }
    char *index = places_index(options->index, NULL);
    input_files files = {0};
    ingest_result result = {.has_failed = true};
    const double started = progress_clock();
    if (index == NULL || !places_make_parents(index))
        goto done;
    interrupt_catch();
    progress_begin("looking for statutes");
    const bool has_run = collect_files(options, &files) &&
                         ingest_run(index, &files, options->prune, &result);
    progress_end();
    if (has_run)
        print_summary(&result, index, progress_clock() - started);
done:
    input_files_free(&files);
    free(index);
    return exit_code(&result);
}
