/* fatiao show: the text that a citation names. */
#include "commands.h"

#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "memory.h"
#include "message.h"
#include "output_json.h"
#include "output_statute.h"
#include "pager.h"

static int
show_node(fatiao_searcher *searcher, const fatiao_statute *statute,
          const fatiao_reference *place, const command_options *options)
{
    fatiao_error error;
    char *citation = NULL;
    char *source = index_reader_source(searcher, place->statute_id);
    int code = EXIT_CODE_ERROR;
    const fatiao_node *node =
        place->fragment[0] == '\0'
            ? fatiao_statute_root(statute)
            : fatiao_statute_find(statute, place->fragment);
    if (node == NULL) {
        message_error("%s is not in the index", place->id);
        code = EXIT_CODE_NOTHING;
    } else if (fatiao_statute_cite(statute, node, &citation, &error) !=
               FATIAO_OK) {
        message_library_error(&error);
    } else {
        const text_style *style = terminal_style(options->color);
        code = EXIT_CODE_FOUND;
        pager_start();
        if (options->format == OUTPUT_JSON)
            output_json_node(statute, node, place->statute_id, citation,
                             source);
        else
            output_statute_node(node, citation, source, style);
    }
    fatiao_text_free(citation);
    free(source);
    return code;
}

static int
show_place(fatiao_searcher *searcher, const fatiao_reference *place,
           const command_options *options)
{
    fatiao_error error;
    fatiao_statute *statute = NULL;
    if (fatiao_searcher_statute(searcher, place->statute_id, &statute,
                                &error) != FATIAO_OK) {
        message_library_error(&error);
        return EXIT_CODE_ERROR;
    }
    const int code = show_node(searcher, statute, place, options);
    fatiao_statute_free(statute);
    return code;
}

static int
show_citation(fatiao_searcher *searcher, const char *citation,
              const char *statute_id, const command_options *options)
{
    fatiao_error error;
    fatiao_references *places = NULL;
    int code = EXIT_CODE_ERROR;
    if (fatiao_searcher_resolve(searcher, citation, statute_id, &places,
                                &error) != FATIAO_OK) {
        message_library_error(&error);
        return code;
    }
    const size_t count = fatiao_references_count(places);
    if (count == 0) {
        message_error("%s: nothing in the index has this citation", citation);
        code = EXIT_CODE_NOTHING;
    } else if (count > 1) {
        index_reader_print_candidates(citation, places);
    } else {
        code = show_place(searcher, fatiao_references_at(places, 0), options);
    }
    fatiao_references_free(places);
    return code;
}

int
command_show(const command_options *options)
{
    int code = EXIT_CODE_ERROR;
    char *statute_id = NULL;
    char *citation = NULL;
    fatiao_searcher *searcher = index_reader_open(options->index);
    if (searcher == NULL)
        goto done;
    if (options->law != NULL) {
        statute_id = index_reader_statute_id(searcher, options->law, &code);
        if (statute_id == NULL)
            goto done;
    }
    citation = options_joined(options);
    code = show_citation(searcher, citation, statute_id, options);
done:
    free(citation);
    free(statute_id);
    fatiao_searcher_close(searcher);
    return code;
}
