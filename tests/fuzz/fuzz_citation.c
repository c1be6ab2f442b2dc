/* Any bytes as a citation, over a small index: an answer is a place that
 * exists, anything else a syntax error. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "small_index.h"

static void
check_place(fatiao_searcher *searcher, const fatiao_reference *reference)
{
    fatiao_statute *statute;
    require(fatiao_searcher_statute(searcher, reference->statute_id, &statute,
                                    NULL) == FATIAO_OK);
    if (reference->fragment[0] != '\0')
        require(fatiao_statute_find(statute, reference->fragment) != NULL);
    fatiao_statute_free(statute);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    fatiao_searcher *searcher = small_index_searcher();
    fatiao_error error;
    fatiao_references *places;
    char *text = strndup((const char *)bytes, byte_count);
    const fatiao_status status =
        fatiao_searcher_resolve(searcher, text, "示范", &places, &error);
    require(status == FATIAO_OK || error.message[0] != '\0');
    require(status == FATIAO_OK || status == FATIAO_ERR_SYNTAX ||
            status == FATIAO_ERR_ENCODING || status == FATIAO_ERR_LIMIT);
    for (size_t i = 0; i < fatiao_references_count(places); i++)
        check_place(searcher, fatiao_references_at(places, i));
    fatiao_references_free(places);
    free(text);
    return 0;
}
