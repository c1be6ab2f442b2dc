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
outline(fatiao_searcher *searcher, const char *id,
        const command_options *options)
{
    fatiao_error error;
    fatiao_statute *statute = NULL;
    if (fatiao_searcher_statute(searcher, id, &statute, &error) != FATIAO_OK) {
        message_library_error(&error);
        return EXIT_CODE_ERROR;
    }
    char *source = index_reader_source(searcher, id);
    const text_style *style = terminal_style(options->color);
    pager_start();
    if (options->format == OUTPUT_JSON)
        output_json_outline(statute, id, source);
    else
        output_statute_outline(statute, style);
    free(source);
    fatiao_statute_free(statute);
    return EXIT_CODE_FOUND;
}

int
command_outline(const command_options *options)
{
    int code = EXIT_CODE_ERROR;
    char *name = options_joined(options);
    char *id = NULL;
    fatiao_searcher *searcher = index_reader_open(options->index);
    if (searcher != NULL)
        id = index_reader_statute_id(searcher, name, &code);
    if (id != NULL)
        code = outline(searcher, id, options);
    free(id);
    free(name);
    fatiao_searcher_close(searcher);
    return code;
}
