/* fatiao search: one question for a person or a program, or many of a file for
 * a TREC run. */
#include "commands.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "codepoint.h"
#include "index_reader.h"
#include "input.h"
#include "message.h"
#include "output_json.h"
#include "output_text.h"
#include "output_trec.h"
#include "pager.h"

/* Results of each question of a run, unless --limit says otherwise. */
enum { RUN_LIMIT = 100 };

/* How the questions of one call are asked. */
typedef struct asking {
    fatiao_search_options search;
    fatiao_query_options query;
} asking;

static fatiao_status
find(fatiao_searcher *searcher, const char *text, const asking *how,
     fatiao_hits **hits, fatiao_error *error)
{
    fatiao_query *query = NULL;
    *hits = NULL;
    fatiao_status status = fatiao_query_parse(text, &how->query, &query, error);
    if (status == FATIAO_OK)
        status =
            fatiao_searcher_search(searcher, query, &how->search, hits, error);
    fatiao_query_free(query);
    return status;
}

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
search_one(fatiao_searcher *searcher, const asking *how,
           const command_options *options)
{
    fatiao_error error;
    fatiao_hits *hits = NULL;
    char *text = options_joined(options);
    int code = EXIT_CODE_ERROR;
    if (find(searcher, text, how, &hits, &error) != FATIAO_OK) {
        message_library_error(&error);
        goto done;
    }
    code = fatiao_hits_count(hits) > 0 ? EXIT_CODE_FOUND : EXIT_CODE_NOTHING;
    const text_style *style = terminal_style(options->color);
    if (fatiao_hits_is_relaxed(hits))
        message_error("no article has the words in quotation marks just so; "
                      "searched without the marks");
    warn_missing(hits);
    if (code == EXIT_CODE_FOUND || options->format == OUTPUT_JSON)
        pager_start();
    if (options->format == OUTPUT_JSON)
        output_json_hits(searcher, text, hits);
    else
        output_text_hits(hits, style);
done:
    fatiao_hits_free(hits);
    free(text);
    return code;
}

/* Takes a line `qid TAB query` apart; columns behind these are of no concern.
 * Returns what is wrong with it, or NULL. */
static const char *
split_line(char *line, size_t byte_count, char **query_id, char **text)
{
    if (memchr(line, '\0', byte_count) != NULL)
        return "has a NUL in it";
    line[strcspn(line, "\r\n")] = '\0';
    if (!codepoint_text_is_valid(line))
        return "is not UTF-8";
    char *rest = line;
    *query_id = strsep(&rest, "\t");
    *text = strsep(&rest, "\t");
    if (*text == NULL || (*query_id)[0] == '\0')
        return "is not a query id, a tab and a query";
    if (strpbrk(*query_id, " \v\f") != NULL)
        return "has a blank in its query id";
    return NULL;
}

/* Runs the questions of an open file. */
static int
search_lines(fatiao_searcher *searcher, const asking *how,
             const command_options *options, FILE *in)
{
    char *line = NULL;
    size_t capacity = 0;
    int code = EXIT_CODE_NOTHING;
    ssize_t length = 0;
    for (unsigned number = 1; (length = getline(&line, &capacity, in)) > 0;
         number++) {
        char *query_id = NULL;
        char *text = NULL;
        fatiao_hits *hits = NULL;
        fatiao_error error = {0};
        const char *problem =
            split_line(line, (size_t)length, &query_id, &text);
        if (problem == NULL &&
            find(searcher, text, how, &hits, &error) != FATIAO_OK)
            problem = error.message;
        if (problem != NULL) {
            message_error("%s:%u: %s", options->queries, number, problem);
            code = EXIT_CODE_ERROR;
            break;
        }
        if (fatiao_hits_count(hits) > 0)
            code = EXIT_CODE_FOUND;
        output_trec_hits(query_id, hits, options->unit, how->search.limit);
        fatiao_hits_free(hits);
    }
    if (ferror(in)) {
        message_error("%s: %s", options->queries, strerror(errno));
        code = EXIT_CODE_ERROR;
    }
    free(line);
    return code;
}

static int
search_many(fatiao_searcher *searcher, const asking *how,
            const command_options *options)
{
    const bool is_stdin = strcmp(options->queries, "-") == 0;
    FILE *in = is_stdin ? stdin : fopen(options->queries, "re");
    if (in == NULL) {
        message_error("%s: %s", options->queries, strerror(errno));
        return EXIT_CODE_ERROR;
    }
    const int code = search_lines(searcher, how, options, in);
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

/* Reads the file of further words, if one is named. False with a message if
 * that fails. */
static bool
read_thesaurus(const char *path, fatiao_thesaurus **out)
{
    *out = NULL;
    if (path == NULL)
        return true;
    char *bytes = NULL;
    size_t byte_count = 0;
    const char *problem = input_read(path, &bytes, &byte_count);
    if (problem != NULL) {
        message_error("%s: %s", path, problem);
        return false;
    }
    fatiao_error error;
    const fatiao_status status =
        fatiao_thesaurus_parse(bytes, byte_count, path, out, &error);
    if (status != FATIAO_OK)
        message_library_error(&error);
    free(bytes);
    return status == FATIAO_OK;
}

int
command_search(const command_options *options)
{
    const char *problem = conflict(options);
    if (problem != NULL) {
        options_usage_error(options, problem);
        return EXIT_CODE_ERROR;
    }
    int code = EXIT_CODE_ERROR;
    fatiao_references *laws = NULL;
    fatiao_thesaurus *thesaurus = NULL;
    asking how = {FATIAO_SEARCH_OPTIONS, FATIAO_QUERY_OPTIONS};
    how.search.limit = options->limit;
    how.query.is_literal = options->literal;
    if (!read_thesaurus(options->thesaurus, &thesaurus))
        return EXIT_CODE_ERROR;
    how.query.thesaurus = thesaurus;
    fatiao_searcher *searcher = index_reader_open(options->index);
    if (searcher == NULL)
        goto done;
    if (options->law != NULL) {
        const fatiao_reference *law =
            index_reader_law(searcher, options->law, &laws, &code);
        code = EXIT_CODE_ERROR;
        if (law == NULL)
            goto done;
        how.search.statute_id = law->statute_id;
    }
    if (options->queries == NULL) {
        code = search_one(searcher, &how, options);
    } else {
        if (how.search.limit == 0)
            how.search.limit = RUN_LIMIT;
        code = search_many(searcher, &how, options);
    }
done:
    fatiao_thesaurus_free(thesaurus);
    fatiao_references_free(laws);
    fatiao_searcher_close(searcher);
    return code;
}
