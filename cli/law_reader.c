/* Statutes by name or by path. */
#include "law_reader.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "index_reader.h"
#include "input.h"
#include "memory.h"
#include "message.h"

static bool
is_file(const char *path)
{
    struct stat info;
    return path[0] == '-' || (stat(path, &info) == 0 && S_ISREG(info.st_mode));
}

static bool
read_file(const char *path, law *out)
{
    fatiao_error error;
    fatiao_parse_options parse = FATIAO_PARSE_OPTIONS;
    char *bytes = NULL;
    size_t byte_count = 0;
    parse.name = path;
    if (!input_load(path, &bytes, &byte_count))
        return false;
    if (fatiao_statute_parse(bytes, byte_count, &parse, &out->statute,
                             &error) != FATIAO_OK)
        message_file_error(path, "", &error);
    else
        out->id = memory_text(path, strlen(path));
    free(bytes);
    return out->id != NULL;
}

static bool
read_indexed(const char *name, const char *index, law *out, int *exit_code)
{
    fatiao_error error;
    fatiao_references *laws = NULL;
    const fatiao_reference *found = NULL;
    fatiao_searcher *searcher = index_reader_open(index);
    if (searcher != NULL)
        found = index_reader_law(searcher, name, &laws, exit_code);
    if (found != NULL) {
        if (fatiao_searcher_statute(searcher, found->statute_id, &out->statute,
                                    &error) == FATIAO_OK)
            out->id = memory_text(found->statute_id, strlen(found->statute_id));
        else
            message_library_error(&error);
    }
    fatiao_references_free(laws);
    fatiao_searcher_close(searcher);
    return out->id != NULL;
}

bool
law_read(const char *name, const char *index, law *out, int *exit_code)
{
    *out = (law){0};
    *exit_code = EXIT_CODE_ERROR;
    return is_file(name) ? read_file(name, out)
                         : read_indexed(name, index, out, exit_code);
}

void
law_finish(law *finished)
{
    fatiao_statute_free(finished->statute);
    free(finished->id);
}
