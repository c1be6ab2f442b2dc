/* fatiao outline: a statute's table of contents. */
#include "commands.h"

#include <stdlib.h>

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "message.h"
#include "output_json.h"
#include "output_statute.h"
#include "pager.h"

static int
outline(fatiao_searcher *searcher, const fatiao_reference *law,
        const command_options *options)
{
    fatiao_error error;
    fatiao_statute *statute = NULL;
    if (fatiao_searcher_statute(searcher, law->statute_id, &statute, &error) !=
        FATIAO_OK) {
        message_library_error(&error);
        return EXIT_CODE_ERROR;
    }
    const text_style *style = terminal_style(options->color);
    pager_start();
    if (options->format == OUTPUT_JSON)
        output_json_outline(statute, law->statute_id, law->source);
    else
        output_statute_outline(statute, style);
    fatiao_statute_free(statute);
    return EXIT_CODE_FOUND;
}

int
command_outline(const command_options *options)
{
    int code = EXIT_CODE_ERROR;
    const fatiao_reference *law = NULL;
    fatiao_references *laws = NULL;
    char *name = options_joined(options);
    fatiao_searcher *searcher = index_reader_open(options->index);
    if (searcher != NULL)
        law = index_reader_law(searcher, name, &laws, &code);
    if (law != NULL)
        code = outline(searcher, law, options);
    fatiao_references_free(laws);
    fatiao_searcher_close(searcher);
    free(name);
    return code;
}
