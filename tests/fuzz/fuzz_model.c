/* Any bytes as a model, sealed anew so that they are read beyond their hash: a
 * model that is accepted answers any question and writes the same bytes. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "model/model.h"

static void
ask(const fatiao_model *model)
{
    fatiao_query *query;
    ft_recall_votes votes;
    if (fatiao_query_parse("公司拖欠工资怎么办", NULL, &query, NULL) !=
        FATIAO_OK)
        return;
    if (ft_recall_ask(&model->memory, query, FT_RECALL_SKIP_NONE, &votes,
                      NULL) == FATIAO_OK)
        ft_recall_votes_finish(&votes);
    fatiao_query_free(query);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    uint8_t *sealed = malloc(byte_count + 8);
    require(sealed != NULL);
    memcpy(sealed, bytes, byte_count);
    const uint64_t hash = XXH3_64bits(bytes, byte_count);
    for (int i = 0; i < 8; i++)
        sealed[byte_count + (size_t)i] = (uint8_t)(hash >> (8 * i));
    fatiao_model *model;
    fatiao_error error;
    const fatiao_status status =
        fatiao_model_parse(sealed, byte_count + 8, &model, &error);
    require(status == FATIAO_OK || error.message[0] != '\0');
    if (status == FATIAO_OK) {
        ask(model);
        fatiao_model_free(model);
    }
    free(sealed);
    return 0;
}
