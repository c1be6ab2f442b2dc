/* The index that the commands read from. The first one is made under another
 * name and then moved into place, so that it is there as a whole or not at
 * all, even where two programs make it at once. */
#include "index_reader.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ingest.h"
#include "memory.h"
#include "message.h"
#include "places.h"

/* How many candidates are worth listing. */
static const size_t CANDIDATES_SHOWN = 20;

static int
remove_entry(const char *path, const struct stat *info, int kind,
             struct FTW *place)
{
    (void)info;
    (void)kind;
    (void)place;
    return remove(path);
}

/* Moves the new index into place. Where another program was faster, there is
 * an index all the same. */
static bool
move_into_place(const char *draft, const char *index)
{
    if (rename(draft, index) == 0 || errno == ENOTEMPTY || errno == EEXIST)
        return true;
    message_error("%s: %s", index, strerror(errno));
    return false;
}

/* Indexes the shipped statutes into the folder `draft` and moves it to
 * `index`. */
static bool
index_corpus(const char *corpus, const char *draft, const char *index)
{
    input_files files = {0};
    ingest_result result;
    input_files_add(&files, corpus, NULL);
    bool made = ingest_run(draft, &files, false, &result) && result.added > 0;
    input_files_free(&files);
    if (made)
        made = move_into_place(draft, index);
    else if (!result.has_failed)
        message_error("%s: holds no statutes", places_shown(corpus));
    if (made)
        message_error("no index yet: made one of the statutes in %s (%zu); "
                      "add yours with: fatiao index PATH",
                      places_shown(corpus), result.added);
    nftw(draft, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
    return made;
}

static bool
make_first_index(const char *index)
{
    char *corpus = places_corpus();
    char *draft = memory_format("%s-XXXXXX", index);
    bool made = false;
    if (corpus == NULL)
        message_error("%s: no index here; make one with: fatiao index PATH",
                      index);
    else if (!places_make_parents(index))
        made = false;
    else if (mkdtemp(draft) == NULL)
        message_error("%s: %s", draft, strerror(errno));
    else
        made = index_corpus(corpus, draft, index);
    free(draft);
    free(corpus);
    return made;
}

fatiao_searcher *
index_reader_open(const char *given)
{
    bool is_default = false;
    fatiao_error error;
    fatiao_searcher *searcher = NULL;
    char *index = places_index(given, &is_default);
    if (index == NULL)
        return NULL;
    fatiao_status status = fatiao_searcher_open(index, &searcher, &error);
    if (status == FATIAO_ERR_NOT_FOUND && is_default) {
        if (!make_first_index(index))
            goto done;
        status = fatiao_searcher_open(index, &searcher, &error);
    }
    if (status == FATIAO_ERR_NOT_FOUND)
        message_error("%s: no index here; make one with: fatiao index "
                      "--index %s PATH",
                      index, index);
    else if (status != FATIAO_OK)
        message_library_error(&error);
done:
    free(index);
    return searcher;
}

/* Lists what a citation may mean, one to a line. */
static void
print_candidates(const char *citation, const fatiao_references *places)
{
    const size_t count = fatiao_references_count(places);
    message_error(
        "%s can mean %zu places; name one of them by its id:", citation, count);
    for (size_t i = 0; i < count && i < CANDIDATES_SHOWN; i++) {
        const fatiao_reference *one = fatiao_references_at(places, i);
        message_error("  %s  %s", one->id, one->title);
    }
    if (count > CANDIDATES_SHOWN)
        message_error("  and %zu more", count - CANDIDATES_SHOWN);
}

const fatiao_reference *
index_reader_place(fatiao_searcher *searcher, const char *citation,
                   const char *statute_id, fatiao_references **places,
                   int *exit_code)
{
    fatiao_error error;
    *exit_code = EXIT_CODE_ERROR;
    if (fatiao_searcher_resolve(searcher, citation, statute_id, places,
                                &error) != FATIAO_OK) {
        message_library_error(&error);
        return NULL;
    }
    const size_t count = fatiao_references_count(*places);
    if (count == 1)
        return fatiao_references_at(*places, 0);
    if (count > 1) {
        print_candidates(citation, *places);
    } else {
        message_error("%s: not in the index; see: fatiao list", citation);
        *exit_code = EXIT_CODE_NOTHING;
    }
    return NULL;
}

const fatiao_reference *
index_reader_law(fatiao_searcher *searcher, const char *name,
                 fatiao_references **places, int *exit_code)
{
    const fatiao_reference *law =
        index_reader_place(searcher, name, NULL, places, exit_code);
    if (law == NULL || law->fragment[0] == '\0')
        return law;
    message_error("%s is part of a statute; name the statute alone", name);
    *exit_code = EXIT_CODE_ERROR;
    return NULL;
}

int
index_reader_visit(const command_options *options, index_reader_visitor *visit)
{
    int code = EXIT_CODE_ERROR;
    const fatiao_reference *law = NULL;
    fatiao_references *laws = NULL;
    fatiao_references *places = NULL;
    char *citation = options_joined(options);
    fatiao_searcher *searcher = index_reader_open(options->index);
    if (searcher == NULL)
        goto done;
    if (options->law != NULL) {
        law = index_reader_law(searcher, options->law, &laws, &code);
        if (law == NULL)
            goto done;
    }
    const fatiao_reference *place = index_reader_place(
        searcher, citation, law == NULL ? NULL : law->statute_id, &places,
        &code);
    if (place != NULL)
        code = visit(searcher, place, options);
done:
    fatiao_references_free(places);
    fatiao_references_free(laws);
    fatiao_searcher_close(searcher);
    free(citation);
    return code;
}
