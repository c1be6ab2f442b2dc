/* fatiao learn: makes a model out of answered questions. */
#include "commands.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "judgments.h"
#include "memory.h"
#include "message.h"
#include "model_file.h"
#include "progress.h"
#include "question_line.h"

/* What was done with the questions of a file. */
typedef struct learn_run {
    fatiao_learner *learner;
    judgments judgments;
    size_t learned;
    size_t unanswered; /* no judgment, or none of an article in the index */
} learn_run;

/* Puts a question with its answers. */
static fatiao_status
put_question(learn_run *run, const char *query_id, const char *text,
             fatiao_error *error)
{
    size_t first;
    const size_t count = judgments_find(&run->judgments, query_id, &first);
    const char **ids = memory_new(count + 1, sizeof(*ids));
    for (size_t i = 0; i < count; i++)
        ids[i] = run->judgments.items[first + i].answer;
    fatiao_status status =
        fatiao_learner_put(run->learner, text, ids, count, error);
    free(ids);
    run->learned += status == FATIAO_OK;
    run->unanswered += status == FATIAO_ERR_NOT_FOUND;
    return status == FATIAO_ERR_NOT_FOUND ? FATIAO_OK : status;
}

/* Puts the questions of an open file. False with a message if one is none. */
static bool
put_lines(learn_run *run, const char *path, FILE *in)
{
    char *line = NULL;
    size_t capacity = 0;
    ssize_t length = 0;
    const char *problem = NULL;
    for (unsigned number = 1; (length = getline(&line, &capacity, in)) > 0;
         number++) {
        char *query_id = NULL;
        char *text = NULL;
        fatiao_error error = {0};
        problem = question_line_split(line, (size_t)length, &query_id, &text);
        if (problem == NULL &&
            put_question(run, query_id, text, &error) != FATIAO_OK)
            problem = error.message;
        if (problem != NULL) {
            message_error("%s:%u: %s", path, number, problem);
            break;
        }
    }
    if (ferror(in)) {
        problem = strerror(errno);
        message_error("%s: %s", path, problem);
    }
    free(line);
    return problem == NULL;
}

static bool
put_file(learn_run *run, const char *path)
{
    FILE *in = fopen(path, "re");
    if (in == NULL) {
        message_error("%s: %s", path, strerror(errno));
        return false;
    }
    const bool is_good = put_lines(run, path, in);
    fclose(in);
    return is_good;
}

/* Learns from what was put and writes the model. */
static bool
train(learn_run *run, const char *path)
{
    fatiao_error error;
    fatiao_model *model = NULL;
    progress_begin("learning");
    const fatiao_status status =
        fatiao_learner_train(run->learner, &model, &error);
    progress_end();
    if (status != FATIAO_OK) {
        message_library_error(&error);
        return false;
    }
    const bool is_good = model_file_write(path, model);
    if (is_good)
        printf("learned from %zu questions; %zu without an answer in this "
               "index\n",
               run->learned, run->unanswered);
    fatiao_model_free(model);
    return is_good;
}

int
command_learn(const command_options *options)
{
    if (options->questions == NULL || options->judgments == NULL ||
        options->output == NULL) {
        options_usage_error(
            options, "learn needs --questions, --judgments and --output");
        return EXIT_CODE_ERROR;
    }
    learn_run run = {0};
    fatiao_error error;
    bool is_good = false;
    fatiao_searcher *searcher = NULL;
    if (!judgments_read(options->judgments, &run.judgments))
        goto done;
    searcher = index_reader_open(options->index);
    if (searcher == NULL)
        goto done;
    if (fatiao_learner_open(searcher, &run.learner, &error) != FATIAO_OK) {
        message_library_error(&error);
        goto done;
    }
    is_good =
        put_file(&run, options->questions) && train(&run, options->output);
done:
    fatiao_learner_close(run.learner);
    fatiao_searcher_close(searcher);
    judgments_free(&run.judgments);
    return is_good ? EXIT_CODE_FOUND : EXIT_CODE_ERROR;
}
