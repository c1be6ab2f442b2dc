/* Any bytes as a text whose citations are checked, over a small index: each
 * stands in the text where it says, and leads to places that exist. */
#include "fuzz.h"

#include <string.h>

#include <fatiao/fatiao.h>

#include "small_index.h"

static void
check_target(fatiao_searcher *searcher, const fatiao_target *target)
{
    fatiao_links *links;
    require(fatiao_searcher_links(searcher, target->id, &links, NULL) ==
            FATIAO_OK);
    require(target->citation[0] != '\0');
    fatiao_links_free(links);
}

static void
check_one(fatiao_searcher *searcher, const char *text, size_t byte_count,
          const fatiao_check *check)
{
    const fatiao_link *link = &check->link;
    require(link->byte_count > 0 && link->byte_start < byte_count &&
            link->byte_count <= byte_count - link->byte_start);
    require(memcmp(text + link->byte_start, link->words, link->byte_count) ==
            0);
    require(check->line > 0 && check->column > 0);
    require(link->state != FATIAO_LINK_FOUND || link->target_count > 0);
    require(check->quote != FATIAO_QUOTE_EXACT || check->quoted[0] != '\0');
    for (size_t i = 0; i < link->target_count; i++)
        check_target(searcher, &link->targets[i]);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    fatiao_searcher *searcher = small_index_searcher();
    const char *text = (const char *)bytes;
    fatiao_error error;
    fatiao_checks *checks;
    const fatiao_status status = fatiao_searcher_check(
        searcher, text, byte_count, "示范", &checks, &error);
    require(status == FATIAO_OK || status == FATIAO_ERR_ENCODING);
    for (size_t i = 0; i < fatiao_checks_count(checks); i++)
        check_one(searcher, text, byte_count, fatiao_checks_at(checks, i));
    fatiao_checks_free(checks);
    return 0;
}
