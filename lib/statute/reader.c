/* Reading a statute, from bytes to tree:
 *
 *     bytes --decode--> UTF-8 --markdown, plaintext--> lines --mark--> marks
 *           --head, outline--> nodes --lint--> notes */
#include "base/error.h"
#include "statute/builder.h"
#include "statute/head.h"
#include "statute/lint.h"
#include "statute/markdown.h"
#include "statute/outline.h"
#include "statute/plaintext.h"
#include "text/encoding.h"

#include <string.h>
#include <strings.h>

static bool
is_markdown(const fatiao_parse_options *options)
{
    if (options == NULL)
        return false;
    if (options->format != FATIAO_FORMAT_AUTO)
        return options->format == FATIAO_FORMAT_MARKDOWN;
    const char *dot =
        options->name == NULL ? NULL : strrchr(options->name, '.');
    return dot != NULL &&
           (strcasecmp(dot, ".md") == 0 || strcasecmp(dot, ".markdown") == 0);
}

/* Builds the tree of `lines`, which were cut from `source`. */
static fatiao_status
build(fatiao_statute *statute, const ft_strbuf *source, const ft_lines *lines,
      const char *name, fatiao_error *error)
{
    ft_array marks = {.item_size = sizeof(ft_mark)};
    ft_builder builder = {
        .statute = statute, .lines = lines, .source = ft_strbuf_string(source)};
    fatiao_status status = FATIAO_OK;
    if (!ft_mark_lines(lines, &marks)) {
        status = ft_error_memory(error);
        goto done;
    }
    const size_t first = ft_head_read(&builder, marks.items, name);
    ft_outline_build(&builder, marks.items, first);
    if (builder.failed ||
        !ft_lint_statute(statute, ft_strbuf_string(source), source->byte_count))
        status = ft_error_memory(error);
done:
    ft_builder_finish(&builder);
    ft_array_finish(&marks);
    return status;
}

static fatiao_status
read_statute(const char *bytes, size_t byte_count,
             const fatiao_parse_options *options, fatiao_statute *statute,
             fatiao_error *error)
{
    ft_strbuf source = {0};
    ft_lines lines = {0};
    fatiao_status status =
        ft_encoding_decode(bytes, byte_count, &source, error);
    if (status != FATIAO_OK)
        goto done;
    const char *text = ft_strbuf_string(&source);
    status = is_markdown(options)
                 ? ft_markdown_read(text, source.byte_count, &lines, error)
                 : ft_plaintext_read(text, source.byte_count, &lines, error);
    if (status != FATIAO_OK)
        goto done;
    status = build(statute, &source, &lines,
                   options == NULL ? NULL : options->name, error);
done:
    ft_lines_finish(&lines);
    ft_strbuf_finish(&source);
    return status;
}

fatiao_status
fatiao_statute_parse(const char *bytes, size_t byte_count,
                     const fatiao_parse_options *options, fatiao_statute **out,
                     fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out");
    *out = NULL;
    if (bytes == NULL && byte_count > 0)
        return ft_error_argument(error, "bytes");
    if (options != NULL && options->size != sizeof(*options))
        return ft_error_argument(error, "options");
    const char *name = options == NULL ? NULL : options->name;
    fatiao_status status;
    if (byte_count > FATIAO_STATUTE_BYTES_MAX) {
        status = ft_error_set(error, FATIAO_ERR_LIMIT, "more than %zu bytes",
                              FATIAO_STATUTE_BYTES_MAX);
        ft_error_place(error, name, 0, 0);
        return status;
    }
    fatiao_statute *statute = ft_statute_new();
    if (statute == NULL)
        return ft_error_memory(error);
    status = read_statute(bytes, byte_count, options, statute, error);
    if (status != FATIAO_OK) {
        if (name != NULL && error != NULL)
            ft_error_place(error, name, error->line, error->column);
        fatiao_statute_free(statute);
        return status;
    }
    *out = statute;
    return FATIAO_OK;
}
