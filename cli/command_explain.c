/* fatiao explain: why articles are found, or one is not. */
#include "commands.h"

#include <stdlib.h>

#include "index_reader.h"
#include "memory.h"
#include "message.h"
#include "output_explanation.h"
#include "output_json.h"
#include "pager.h"
#include "question.h"

/* How many hits are explained, unless --limit says otherwise. */
enum { EXPLAIN_LIMIT = 1 };

/* The explanations of one call. */
typedef struct explanations {
    fatiao_explanation **items;
    size_t count;
} explanations;

static void
explanations_free(explanations *all)
{
    for (size_t i = 0; i < all->count; i++)
        fatiao_explanation_free(all->items[i]);
    free(all->items);
}

static fatiao_status
explain_id(const question *how, const fatiao_query *query, const char *id,
           explanations *all, fatiao_error *error)
{
    all->items = memory_grow(all->items, all->count, sizeof(all->items[0]));
    const fatiao_status status = fatiao_searcher_explain(
        how->searcher, query, &how->search, id, &all->items[all->count], error);
    if (status == FATIAO_OK)
        all->count++;
    return status;
}

/* Takes a misspelt question for what the search took it for. */
static fatiao_status
correct(const question *how, const fatiao_hits *hits, fatiao_query **query,
        fatiao_error *error)
{
    if (!fatiao_hits_is_corrected(hits))
        return FATIAO_OK;
    question_note_suggestion(hits);
    fatiao_query_free(*query);
    return fatiao_query_parse(fatiao_hits_suggestion(hits), &how->query, query,
                              error);
}

static fatiao_status
explain_hits(const question *how, const fatiao_query *query,
             const fatiao_hits *hits, explanations *all, fatiao_error *error)
{
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < fatiao_hits_count(hits); i++)
        status =
            explain_id(how, query, fatiao_hits_at(hits, i)->id, all, error);
    return status;
}

/* What citations came to. */
typedef struct explained {
    fatiao_references *laws;
    fatiao_references *places;
} explained;

/* The id of the article that --article names; NULL, with a message printed, if
 * it names none. */
static const char *
find_article(const question *how, const char *citation, explained *what,
             int *code)
{
    const fatiao_reference *law = NULL;
    if (how->search.law != NULL) {
        law =
            index_reader_law(how->searcher, how->search.law, &what->laws, code);
        if (law == NULL)
            return NULL;
    }
    const fatiao_reference *place = index_reader_place(
        how->searcher, citation, law == NULL ? NULL : law->statute_id,
        &what->places, code);
    if (place == NULL)
        return NULL;
    if (place->fragment[0] != '\0')
        return place->id;
    message_error("%s is a whole statute; name an article of it", citation);
    *code = EXIT_CODE_ERROR;
    return NULL;
}

static int
print(const char *text, const explanations *all, const command_options *options)
{
    bool is_found = false;
    for (size_t i = 0; i < all->count; i++)
        is_found |= all->items[i]->absence == FATIAO_ABSENCE_NONE;
    if (all->count > 0 || options->format == OUTPUT_JSON)
        pager_start();
    if (options->format == OUTPUT_JSON)
        output_json_explanations(text, all->items, all->count);
    else
        output_explanations(all->items, all->count,
                            terminal_style(options->color));
    return is_found ? EXIT_CODE_FOUND : EXIT_CODE_NOTHING;
}

static int
explain(const question *how, const char *text, const command_options *options)
{
    int code = EXIT_CODE_ERROR;
    fatiao_error error;
    fatiao_query *query = NULL;
    explained what = {0};
    const char *id = NULL;
    explanations all = {0};
    fatiao_hits *hits = NULL;
    fatiao_status status = question_ask(how, text, &query, &hits, &error);
    if (status == FATIAO_OK)
        status = correct(how, hits, &query, &error);
    if (status == FATIAO_OK && options->article != NULL) {
        id = find_article(how, options->article, &what, &code);
        if (id == NULL)
            goto done;
        status = explain_id(how, query, id, &all, &error);
    } else if (status == FATIAO_OK) {
        status = explain_hits(how, query, hits, &all, &error);
    }
    if (status != FATIAO_OK) {
        question_complain(how, status, &error);
        goto done;
    }
    question_report(fatiao_query_problem(query),
                    all.count > 0 && all.items[0]->is_relaxed);
    code = print(text, &all, options);
done:
    explanations_free(&all);
    fatiao_references_free(what.places);
    fatiao_references_free(what.laws);
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    return code;
}

int
command_explain(const command_options *options)
{
    if (options->article != NULL && options->limit > 0) {
        options_usage_error(options,
                            "--article and --limit do not go together");
        return EXIT_CODE_ERROR;
    }
    question how;
    int code = EXIT_CODE_ERROR;
    char *text = options_joined(options);
    if (question_open(&how, options)) {
        if (how.search.limit == 0)
            how.search.limit = EXPLAIN_LIMIT;
        code = explain(&how, text, options);
    }
    question_close(&how);
    free(text);
    return code;
}
