/* From files to an index.
 *
 * A statute that is put waits among the `pending` until a commit holds it;
 * only then is it counted. A file is unchanged when its bytes and its path are
 * those that were put, since both are shown with a hit. */
#include "ingest.h"

#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "input.h"
#include "interrupt.h"
#include "memory.h"
#include "message.h"
#include "places.h"
#include "progress.h"

/* A commit comes after so many articles or so many seconds. */
static const uint64_t COMMIT_ARTICLES = 1000;
static const double COMMIT_SECONDS = 0.5;

typedef struct ingest_state {
    fatiao_writer *writer;
    ingest_result pending;
    ingest_result *done;
    double committed_at;
    bool is_broken; /* the writer can only be closed now */
} ingest_state;

static void
skip(ingest_state *state, const input_file *file, const char *problem)
{
    message_error("%s: skipped: %s", places_shown(file->path), problem);
    state->done->skipped++;
    if (!file->is_other_kind)
        state->done->has_failed = true;
}

static void
skip_error(ingest_state *state, const input_file *file,
           const fatiao_error *error)
{
    message_file_error(places_shown(file->path), "skipped: ", error);
    state->done->skipped++;
    state->done->has_failed = true;
}

/* Tells of an error after which the writer is of no use. */
static void
break_off(ingest_state *state, const fatiao_error *error)
{
    message_library_error(error);
    state->done->has_failed = true;
    state->is_broken = true;
}

static void
commit(ingest_state *state)
{
    fatiao_error error;
    state->committed_at = progress_clock();
    if (fatiao_writer_commit(state->writer, &error) != FATIAO_OK) {
        break_off(state, &error);
        return;
    }
    state->done->added += state->pending.added;
    state->done->replaced += state->pending.replaced;
    state->done->removed += state->pending.removed;
    state->done->article_count += state->pending.article_count;
    state->done->clause_count += state->pending.clause_count;
    state->pending = (ingest_result){0};
}

static bool
is_pending(const ingest_state *state)
{
    return state->pending.added + state->pending.replaced +
               state->pending.removed >
           0;
}

static void
commit_when_due(ingest_state *state)
{
    if (state->pending.article_count >= COMMIT_ARTICLES ||
        (is_pending(state) &&
         progress_clock() - state->committed_at >= COMMIT_SECONDS))
        commit(state);
}

static void
digest_file(const input_file *file, const char *bytes, size_t byte_count,
            fatiao_digest *out)
{
    fatiao_digest content;
    fatiao_digest_compute(bytes, byte_count, &content);
    const size_t path_length = strlen(file->path);
    char *both = memory_new(sizeof(content.bytes) + path_length, 1);
    memcpy(both, content.bytes, sizeof(content.bytes));
    memcpy(both + sizeof(content.bytes), file->path, path_length);
    fatiao_digest_compute(both, sizeof(content.bytes) + path_length, out);
    free(both);
}

static void
count_clauses(const fatiao_statute *statute, ingest_result *counts)
{
    const fatiao_node *node = fatiao_statute_root(statute);
    for (; node != NULL; node = fatiao_node_following(node)) {
        if (node->kind == FATIAO_NODE_ARTICLE)
            counts->article_count++;
        else if (node->kind == FATIAO_NODE_PARAGRAPH ||
                 node->kind == FATIAO_NODE_ITEM)
            counts->clause_count++;
    }
}

/* Whether an error concerns the one statute and not the whole index. */
static bool
is_of_statute(fatiao_status status)
{
    return status == FATIAO_ERR_ARGUMENT || status == FATIAO_ERR_ENCODING ||
           status == FATIAO_ERR_SYNTAX || status == FATIAO_ERR_LIMIT;
}

static void
put(ingest_state *state, const input_file *file, const char *bytes,
    size_t byte_count, const fatiao_digest *digest, bool is_known)
{
    fatiao_error error;
    fatiao_statute *statute = NULL;
    fatiao_parse_options options = FATIAO_PARSE_OPTIONS;
    options.name = file->path;
    fatiao_status status =
        fatiao_statute_parse(bytes, byte_count, &options, &statute, &error);
    if (status == FATIAO_OK)
        status = fatiao_writer_put(state->writer, file->id, statute, file->path,
                                   digest, &error);
    if (status == FATIAO_OK) {
        if (is_known)
            state->pending.replaced++;
        else
            state->pending.added++;
        count_clauses(statute, &state->pending);
    } else if (is_of_statute(status)) {
        skip_error(state, file, &error);
    } else {
        break_off(state, &error);
    }
    fatiao_statute_free(statute);
}

static void
ingest_file(ingest_state *state, const input_file *file)
{
    char *bytes = NULL;
    size_t byte_count = 0;
    const char *problem = file->problem;
    if (problem == NULL)
        problem = input_read(file->path, &bytes, &byte_count);
    if (problem == NULL && byte_count == 0)
        problem = "is empty";
    if (problem != NULL) {
        skip(state, file, problem);
        free(bytes);
        return;
    }
    fatiao_error error;
    fatiao_digest digest;
    fatiao_digest known;
    digest_file(file, bytes, byte_count, &digest);
    const fatiao_status status =
        fatiao_writer_digest(state->writer, file->id, &known, &error);
    if (status == FATIAO_OK && memcmp(&digest, &known, sizeof(digest)) == 0)
        state->done->unchanged++;
    else if (status == FATIAO_OK || status == FATIAO_ERR_NOT_FOUND)
        put(state, file, bytes, byte_count, &digest, status == FATIAO_OK);
    else if (is_of_statute(status))
        skip_error(state, file, &error);
    else
        break_off(state, &error);
    free(bytes);
}

static int
compare_text(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

/* The ids of the files, sorted. */
static const char **
sorted_ids(const input_files *files, size_t *count)
{
    const char **ids = memory_new(files->count, sizeof(ids[0]));
    *count = 0;
    for (size_t i = 0; i < files->count; i++) {
        if (files->items[i].id != NULL)
            ids[(*count)++] = files->items[i].id;
    }
    qsort(ids, *count, sizeof(ids[0]), compare_text);
    return ids;
}

/* Removes what is in the index and not among the files. A file that could not
 * be read is among them: its statute is not gone. */
static void
prune_index(ingest_state *state, const char *index, const input_files *files)
{
    fatiao_error error;
    fatiao_searcher *searcher = NULL;
    fatiao_catalog *catalog = NULL;
    fatiao_status status = fatiao_searcher_open(index, &searcher, &error);
    if (status == FATIAO_ERR_NOT_FOUND) /* a new index with nothing in it */
        return;
    if (status == FATIAO_OK)
        status = fatiao_searcher_list(searcher, &catalog, &error);
    size_t id_count = 0;
    const char **ids = sorted_ids(files, &id_count);
    const size_t count =
        status == FATIAO_OK ? fatiao_catalog_count(catalog) : 0;
    for (size_t i = 0; status == FATIAO_OK && i < count; i++) {
        const char *id = fatiao_catalog_at(catalog, i)->id;
        if (bsearch(&id, ids, id_count, sizeof(ids[0]), compare_text) != NULL)
            continue;
        status = fatiao_writer_remove(state->writer, id, &error);
        if (status == FATIAO_OK)
            state->pending.removed++;
    }
    if (status != FATIAO_OK)
        break_off(state, &error);
    free(ids);
    fatiao_catalog_free(catalog);
    fatiao_searcher_close(searcher);
}

static void
finish(ingest_state *state, const char *index, const input_files *files,
       bool prune)
{
    if (!state->is_broken && is_pending(state))
        commit(state);
    if (!prune || state->is_broken || interrupt_signal() != 0)
        return;
    if (files->is_incomplete) {
        message_error("nothing was pruned, because not all that was named "
                      "could be read");
        return;
    }
    prune_index(state, index, files);
    if (!state->is_broken && is_pending(state))
        commit(state);
}

static void
optimize(ingest_state *state)
{
    fatiao_error error;
    if (fatiao_writer_optimize(state->writer, &error) == FATIAO_OK)
        return;
    message_library_error(&error);
    state->done->has_failed = true;
}

bool
ingest_run(const char *index, const input_files *files, bool prune,
           ingest_result *out)
{
    fatiao_error error;
    ingest_state state = {.done = out, .committed_at = progress_clock()};
    *out = (ingest_result){0};
    if (fatiao_writer_open(index, &state.writer, &error) != FATIAO_OK) {
        message_library_error(&error);
        out->has_failed = true;
        return false;
    }
    uint64_t byte_total = 0;
    for (size_t i = 0; i < files->count; i++)
        byte_total += files->items[i].byte_count;
    progress_total(files->count, byte_total);
    uint64_t byte_count = 0;
    size_t safe_count = 0; /* files that no interrupt can undo */
    for (size_t i = 0; i < files->count && !state.is_broken; i++) {
        if (interrupt_signal() != 0)
            break;
        if (!files->items[i].is_repeated)
            ingest_file(&state, &files->items[i]);
        if (!state.is_broken)
            commit_when_due(&state);
        if (!is_pending(&state))
            safe_count = i + 1;
        byte_count += files->items[i].byte_count;
        progress_update(safe_count, byte_count, out->article_count);
    }
    finish(&state, index, files, prune);
    if (!state.is_broken && interrupt_signal() == 0)
        optimize(&state);
    fatiao_writer_close(state.writer);
    return true;
}
