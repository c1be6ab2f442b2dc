/* fatiao compare: what one statute gives that another does not. */
#include "commands.h"

#include <fatiao/fatiao.h>

#include "law_reader.h"
#include "message.h"
#include "output_comparison.h"
#include "pager.h"

int
command_compare(const command_options *options)
{
    law laws[2] = {0};
    comparison both;
    fatiao_error error;
    int code = EXIT_CODE_ERROR;
    if (options->operand_count > 2) {
        options_usage_error(options, "compare takes two statutes");
        return EXIT_CODE_ERROR;
    }
    if (!law_read(options->operands[0], options->index, &laws[0], &code) ||
        !law_read(options->operands[1], options->index, &laws[1], &code))
        goto done;
    code = EXIT_CODE_ERROR;
    if (comparison_make(laws[0].statute, laws[1].statute, &both, &error) !=
        FATIAO_OK) {
        message_library_error(&error);
        goto done;
    }
    const text_style *style = terminal_style(options->color);
    pager_start();
    code = output_comparison(&both, laws, options->format, style)
               ? EXIT_CODE_FOUND
               : EXIT_CODE_NOTHING;
    comparison_finish(&both);
done:
    law_finish(&laws[0]);
    law_finish(&laws[1]);
    return code;
}
