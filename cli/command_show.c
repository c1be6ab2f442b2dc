/* fatiao show: the text that a citation names. */
#include "commands.h"

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "message.h"
#include "output_json.h"
#include "output_statute.h"
#include "pager.h"

static int
show_node(const fatiao_statute *statute, const fatiao_reference *place,
          const command_options *options)
{
    fatiao_error error;
    char *citation = NULL;
    const fatiao_node *node = fatiao_statute_root(statute);
    if (place->fragment[0] != '\0')
        node = fatiao_statute_find(statute, place->fragment);
    if (node == NULL) {
        message_error("%s: not in the index", place->id);
        return EXIT_CODE_NOTHING;
    }
    if (fatiao_statute_cite(statute, node, &citation, &error) != FATIAO_OK) {
        message_library_error(&error);
        return EXIT_CODE_ERROR;
    }
    const text_style *style = terminal_style(options->color);
    pager_start();
    if (options->format == OUTPUT_JSON)
        output_json_node(statute, node, place->statute_id, citation,
                         place->source);
    else
        output_statute_node(node, citation, place->source, style);
    fatiao_text_free(citation);
    return EXIT_CODE_FOUND;
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
    const int code = show_node(statute, place, options);
    fatiao_statute_free(statute);
    return code;
}

int
command_show(const command_options *options)
{
    return index_reader_visit(options, show_place);
}
