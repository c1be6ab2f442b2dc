/* fatiao measures: what a statute gives, to whom, by whom, how firmly. */
#include "commands.h"

#include <stdlib.h>

#include <fatiao/fatiao.h>

#include "law_reader.h"
#include "message.h"
#include "output_measures.h"
#include "pager.h"

int
command_measures(const command_options *options)
{
    law shown;
    int code = EXIT_CODE_ERROR;
    char *name = options_joined(options);
    if (law_read(name, options->index, &shown, &code)) {
        const text_style *style = terminal_style(options->color);
        pager_start();
        code = output_measures(shown.statute, shown.id, options->view,
                               options->format, style)
                   ? EXIT_CODE_FOUND
                   : EXIT_CODE_ERROR;
    }
    law_finish(&shown);
    free(name);
    return code;
}
