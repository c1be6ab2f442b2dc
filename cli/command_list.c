/* fatiao list: the statutes of an index. */
#include "commands.h"

#include <unistd.h>

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "message.h"
#include "output_catalog.h"
#include "output_json.h"
#include "pager.h"

int
command_list(const command_options *options)
{
    fatiao_error error;
    fatiao_catalog *catalog = NULL;
    int code = EXIT_CODE_ERROR;
    fatiao_searcher *searcher = index_reader_open(options->index);
    if (searcher == NULL)
        return code;
    if (fatiao_searcher_list(searcher, &catalog, &error) != FATIAO_OK) {
        message_library_error(&error);
    } else {
        const bool is_aligned = terminal_is(STDOUT_FILENO);
        const text_style *style = terminal_style(options->color);
        code = fatiao_catalog_count(catalog) > 0 ? EXIT_CODE_FOUND
                                                 : EXIT_CODE_NOTHING;
        pager_start();
        if (options->format == OUTPUT_JSON)
            output_json_catalog(catalog);
        else
            output_catalog(catalog, is_aligned, style);
    }
    fatiao_catalog_free(catalog);
    fatiao_searcher_close(searcher);
    return code;
}
