/* Any bytes as a question that may be misspelt, over a small index: what is
 * suggested must be a question, another one, and one that finds something. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "search/correction.h"
#include "small_index.h"
#include "text/utf8.h"

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    fatiao_searcher *searcher = small_index_searcher();
    char *text = strndup((const char *)bytes, byte_count);
    ft_correction found;
    fatiao_error error;
    if (ft_utf8_is_valid(text, strlen(text), NULL)) {
        require(ft_correction_find(searcher, text, NULL, &found, &error) ==
                FATIAO_OK);
        require(found.text != NULL || !found.is_sure);
        if (found.text != NULL) {
            fatiao_query *query;
            require(strcmp(found.text, text) != 0);
            require(ft_utf8_is_valid(found.text, strlen(found.text), NULL));
            if (strlen(found.text) <= FATIAO_QUERY_BYTES_MAX) {
                const fatiao_status status =
                    fatiao_query_parse(found.text, NULL, &query, &error);
                require(status == FATIAO_OK || status == FATIAO_ERR_LIMIT);
                fatiao_query_free(query);
            }
        }
        free(found.text);
    }
    free(text);
    return 0;
}
