/* Reading what the options of a question name. */
#include "question.h"

#include <stdlib.h>

#include "help.h"
#include "index_reader.h"
#include "input.h"
#include "message.h"
#include "model_file.h"

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
    if (!input_load(path, &bytes, &byte_count))
        return false;
    fatiao_error error;
    const fatiao_status status =
        fatiao_thesaurus_parse(bytes, byte_count, path, out, &error);
    if (status != FATIAO_OK)
        message_library_error(&error);
    free(bytes);
    return status == FATIAO_OK;
}

bool
question_open(question *how, const command_options *options)
{
    *how = (question){.search = FATIAO_SEARCH_OPTIONS,
                      .query = FATIAO_QUERY_OPTIONS};
    how->search.limit = options->limit;
    how->search.law = options->law;
    how->search.no_correction = options->no_correct;
    how->query.is_literal = options->literal;
    if (!read_thesaurus(options->thesaurus, &how->thesaurus))
        return false;
    how->query.thesaurus = how->thesaurus;
    if (options->model != NULL && !model_file_read(options->model, &how->model))
        return false;
    how->search.model = how->model;
    how->searcher = index_reader_open(options->index);
    return how->searcher != NULL;
}

void
question_close(question *how)
{
    fatiao_model_free(how->model);
    fatiao_thesaurus_free(how->thesaurus);
    fatiao_searcher_close(how->searcher);
}

fatiao_status
question_ask(const question *how, const char *text, fatiao_query **query,
             fatiao_hits **hits, fatiao_error *error)
{
    *hits = NULL;
    fatiao_status status = fatiao_query_parse(text, &how->query, query, error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_search(how->searcher, *query, &how->search,
                                        hits, error);
    if (status != FATIAO_OK) {
        fatiao_query_free(*query);
        *query = NULL;
    }
    return status;
}

void
question_complain(const question *how, fatiao_status status,
                  const fatiao_error *error)
{
    if (status == FATIAO_ERR_NOT_FOUND && how->search.law != NULL)
        message_error("%s: not in the index; see: fatiao list",
                      how->search.law);
    else
        message_library_error(error);
}

void
question_note_suggestion(const fatiao_hits *hits)
{
    const char *suggestion = fatiao_hits_suggestion(hits);
    if (suggestion == NULL)
        return;
    const bool is_chinese = help_is_chinese();
    if (fatiao_hits_is_corrected(hits))
        message_error(is_chinese ? "已按“%s”查找"
                                 : "searched for “%s”; --no-correct searches "
                                   "for the question as it is",
                      suggestion);
    else
        message_error(is_chinese ? "您是不是要找：%s？" : "did you mean: %s?",
                      suggestion);
}

void
question_report(const fatiao_error *problem, bool is_relaxed)
{
    if (problem != NULL)
        message_error("character %u of the question: %s; taken as plain words",
                      problem->column, problem->message);
    if (is_relaxed)
        message_error("no article has what is quoted, or has * or ?, just so; "
                      "searched for its words");
}
