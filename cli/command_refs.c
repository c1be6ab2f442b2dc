/* fatiao refs: what a clause refers to, and what refers to it. */
#include "commands.h"

#include <fatiao/fatiao.h>

#include "index_reader.h"
#include "link_json.h"
#include "message.h"
#include "output_refs.h"
#include "pager.h"

/* How the place is cited, in the words of its statute. NULL, with a message
 * printed, on failure. */
static char *
cite(fatiao_searcher *searcher, const fatiao_reference *place)
{
    fatiao_error error;
    char *citation = NULL;
    fatiao_statute *statute = NULL;
    fatiao_status status =
        fatiao_searcher_statute(searcher, place->statute_id, &statute, &error);
    if (status == FATIAO_OK) {
        const fatiao_node *node = fatiao_statute_find(statute, place->fragment);
        if (node == NULL)
            node = fatiao_statute_root(statute);
        status = fatiao_statute_cite(statute, node, &citation, &error);
    }
    if (status != FATIAO_OK)
        message_library_error(&error);
    fatiao_statute_free(statute);
    return citation;
}

static int
print_refs(fatiao_searcher *searcher, const fatiao_reference *place,
           const command_options *options)
{
    fatiao_error error;
    fatiao_links *links = NULL;
    fatiao_links *backlinks = NULL;
    int code = EXIT_CODE_ERROR;
    char *citation = cite(searcher, place);
    if (citation == NULL)
        return EXIT_CODE_ERROR;
    fatiao_status status =
        fatiao_searcher_links(searcher, place->id, &links, &error);
    if (status == FATIAO_OK)
        status =
            fatiao_searcher_backlinks(searcher, place->id, &backlinks, &error);
    if (status != FATIAO_OK) {
        message_library_error(&error);
        goto done;
    }
    code = fatiao_links_count(links) + fatiao_links_count(backlinks) > 0
               ? EXIT_CODE_FOUND
               : EXIT_CODE_NOTHING;
    pager_start();
    if (options->format == OUTPUT_JSON)
        link_json_refs(place->id, citation, links, backlinks);
    else
        output_refs_links(citation, links, backlinks,
                          terminal_style(options->color));
done:
    fatiao_text_free(citation);
    fatiao_links_free(links);
    fatiao_links_free(backlinks);
    return code;
}

int
command_refs(const command_options *options)
{
    return index_reader_visit(options, print_refs);
}
