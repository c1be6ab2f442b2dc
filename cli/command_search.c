/* fatiao search: one question for a person or a program, or many of a file for
 * a TREC run. */
#include "commands.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "message.h"
#include "output_json.h"
#include "output_text.h"
#include "output_trec.h"
#include "pager.h"
#include "question.h"
#include "question_line.h"

/* Results of each question of a run, unless --limit says otherwise. */
enum { RUN_LIMIT = 100 };

/* Says what the question cites and nobody can show. */
static void
warn_missing(const fatiao_hits *hits)
{
    const char *rest =
        fatiao_hits_count(hits) > 0 ? "; showing what comes nearest" : "";
    for (size_t i = 0; i < fatiao_hits_missing_count(hits); i++)
        message_error("%s: no such place in the index%s",
                      fatiao_hits_missing_at(hits, i), rest);
}

static int
search_one(const question *how, const command_options *options)
{
    fatiao_error error;
    fatiao_query *query = NULL;
    fatiao_hits *hits = NULL;
    char *text = options_joined(options);
    int code = EXIT_CODE_ERROR;
    const fatiao_status status = question_ask(how, text, &query, &hits, &error);
    if (status != FATIAO_OK) {
        question_complain(how, status, &error);
        goto done;
    }
    code = fatiao_hits_count(hits) > 0 ? EXIT_CODE_FOUND : EXIT_CODE_NOTHING;
    const text_style *style = terminal_style(options->color);
    const fatiao_error *query_problem = fatiao_query_problem(query);
    question_report(query_problem, fatiao_hits_is_relaxed(hits));
    question_note_suggestion(hits);
    warn_missing(hits);
    if (code == EXIT_CODE_FOUND || options->format == OUTPUT_JSON)
        pager_start();
    if (options->format == OUTPUT_JSON)
        output_json_hits(how->searcher, text, query_problem, hits);
    else
        output_text_hits(hits, style);
done:
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    free(text);
    return code;
}

/* Runs one question of a file and prints its lines. */
static int
search_line(const question *how, const command_options *options,
            unsigned number, char *line, size_t byte_count)
{
    char *query_id = NULL;
    char *text = NULL;
    fatiao_query *query = NULL;
    fatiao_hits *hits = NULL;
    fatiao_error error = {0};
    int code = EXIT_CODE_NOTHING;
    const char *problem =
        question_line_split(line, byte_count, &query_id, &text);
    if (problem == NULL &&
        question_ask(how, text, &query, &hits, &error) != FATIAO_OK)
        problem = error.message;
    const fatiao_error *place = fatiao_query_problem(query);
    if (problem != NULL) {
        message_error("%s:%u: %s", options->queries, number, problem);
        code = EXIT_CODE_ERROR;
        goto done;
    }
    if (place != NULL)
        message_error("%s:%u: character %u of the question: %s; taken as plain "
                      "words",
                      options->queries, number, place->column, place->message);
    if (fatiao_hits_count(hits) > 0)
        code = EXIT_CODE_FOUND;
    output_trec_hits(query_id, hits, options->unit, how->search.limit);
done:
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    return code;
}

/* Runs the questions of an open file. */
static int
search_lines(const question *how, const command_options *options, FILE *in)
{
    char *line = NULL;
    size_t capacity = 0;
    int code = EXIT_CODE_NOTHING;
    ssize_t length = 0;
    for (unsigned number = 1; code != EXIT_CODE_ERROR &&
                              (length = getline(&line, &capacity, in)) > 0;
         number++) {
        const int one = search_line(how, options, number, line, (size_t)length);
        if (one != EXIT_CODE_NOTHING)
            code = one;
    }
    if (ferror(in)) {
        message_error("%s: %s", options->queries, strerror(errno));
        code = EXIT_CODE_ERROR;
    }
    free(line);
    return code;
}

static int
search_many(const question *how, const command_options *options)
{
    const bool is_stdin = strcmp(options->queries, "-") == 0;
    FILE *in = is_stdin ? stdin : fopen(options->queries, "re");
    if (in == NULL) {
        message_error("%s: %s", options->queries, strerror(errno));
        return EXIT_CODE_ERROR;
    }
    const int code = search_lines(how, options, in);
    if (!is_stdin)
        fclose(in);
    return code;
}

/* What is wrong with the options together, or NULL. */
static const char *
conflict(const command_options *options)
{
    const bool is_run = options->format == OUTPUT_TREC;
    if (is_run && options->queries == NULL)
        return "--format trec needs --queries";
    if (!is_run && options->queries != NULL)
        return "--queries needs --format trec";
    if (!is_run && options->unit == UNIT_CLAUSE)
        return "--unit needs --format trec";
    if (is_run && options->operand_count > 0)
        return "--queries and a QUERY do not go together";
    if (!is_run && options->operand_count == 0)
        return "search needs a QUERY";
    return NULL;
}

int
command_search(const command_options *options)
{
    const char *problem = conflict(options);
    if (problem != NULL) {
        options_usage_error(options, problem);
        return EXIT_CODE_ERROR;
    }
    question how;
    int code = EXIT_CODE_ERROR;
    if (question_open(&how, options)) {
        if (options->queries == NULL) {
            code = search_one(&how, options);
        } else {
            if (how.search.limit == 0)
                how.search.limit = RUN_LIMIT;
            code = search_many(&how, options);
        }
    }
    question_close(&how);
    return code;
}
