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
    fatiao_query *query;
    if (fatiao_query_parse(text, NULL, &query, NULL) == FATIAO_OK) {
        require(ft_correction_find(searcher, query, &found, &error) ==
                FATIAO_OK);
        require(found.text != NULL || !found.is_sure);
        if (found.text != NULL) {
            fatiao_query *corrected;
            require(strcmp(found.text, text) != 0);
            require(ft_utf8_is_valid(found.text, strlen(found.text), NULL));
            require(fatiao_query_parse(found.text, NULL, &corrected, &error) ==
                    FATIAO_OK);
            fatiao_query_free(corrected);
        }
        free(found.text);
    }
    fatiao_query_free(query);
    free(text);
    return 0;
}
