/* fatiao measures: what a statute gives, to whom, by whom, how firmly. */
#include "commands.h"

#include <stdlib.h>
#include <sys/stat.h>

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "input.h"
#include "message.h"
#include "output_measures.h"
#include "pager.h"

static int
print(const fatiao_statute *statute, const char *id,
      const command_options *options)
{
    const text_style *style = terminal_style(options->color);
    pager_start();
    return output_measures(statute, id, options->format, style)
               ? EXIT_CODE_FOUND
               : EXIT_CODE_ERROR;
}

static bool
is_file(const char *path)
{
    struct stat info;
    return path[0] == '-' || (stat(path, &info) == 0 && S_ISREG(info.st_mode));
}

static int
measures_of_file(const char *path, const command_options *options)
{
    fatiao_error error;
    fatiao_statute *statute = NULL;
    fatiao_parse_options parse = FATIAO_PARSE_OPTIONS;
    char *bytes = NULL;
    size_t byte_count = 0;
    int code = EXIT_CODE_ERROR;
    const char *problem = input_read(path, &bytes, &byte_count);
    parse.name = path;
    if (problem != NULL)
        message_error("%s: %s", path, problem);
    else if (fatiao_statute_parse(bytes, byte_count, &parse, &statute,
                                  &error) != FATIAO_OK)
        message_file_error(path, "", &error);
    else
        code = print(statute, path, options);
    fatiao_statute_free(statute);
    free(bytes);
    return code;
}

static int
measures_of_law(const char *name, const command_options *options)
{
    int code = EXIT_CODE_ERROR;
    fatiao_error error;
    fatiao_references *laws = NULL;
    fatiao_statute *statute = NULL;
    const fatiao_reference *law = NULL;
    fatiao_searcher *searcher = index_reader_open(options->index);
    if (searcher != NULL)
        law = index_reader_law(searcher, name, &laws, &code);
    if (law != NULL) {
        if (fatiao_searcher_statute(searcher, law->statute_id, &statute,
                                    &error) == FATIAO_OK)
            code = print(statute, law->statute_id, options);
        else
            message_library_error(&error);
    }
    fatiao_statute_free(statute);
    fatiao_references_free(laws);
    fatiao_searcher_close(searcher);
    return code;
}

int
command_measures(const command_options *options)
{
    char *name = options_joined(options);
    const int code = is_file(name) ? measures_of_file(name, options)
                                   : measures_of_law(name, options);
    free(name);
    return code;
}
