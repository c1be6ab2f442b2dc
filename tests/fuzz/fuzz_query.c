/* Any bytes as a question, over a small index: marks must lie on characters
 * of the text, in order, and each hit must have a reason, or be what must
 * hold. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

#include "query/query.h"
#include "small_index.h"

static void
check_marks(const char *text, const fatiao_span *marks, size_t count)
{
    size_t end = 0;
    for (size_t i = 0; i < count; i++) {
        require(marks[i].byte_start >= end && marks[i].byte_count > 0);
        end = marks[i].byte_start + marks[i].byte_count;
        require(end <= strlen(text));
        require((text[marks[i].byte_start] & 0xC0) != 0x80);
        require((text[end] & 0xC0) != 0x80);
    }
}

static void
check_hit(const fatiao_hit *hit, bool is_plain)
{
    size_t reasons = hit->title_mark_count + hit->heading_mark_count;
    check_marks(hit->title, hit->title_marks, hit->title_mark_count);
    check_marks(hit->heading, hit->heading_marks, hit->heading_mark_count);
    for (size_t i = 0; i < hit->clause_count; i++) {
        const fatiao_clause *clause = &hit->clauses[i];
        check_marks(clause->text, clause->marks, clause->mark_count);
        reasons += clause->mark_count;
    }
    require(reasons > 0 || hit->is_cited || !is_plain);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    fatiao_searcher *searcher = small_index_searcher();
    fatiao_error error;
    fatiao_query *query;
    fatiao_hits *hits = NULL;
    char *text = strndup((const char *)bytes, byte_count);
    fatiao_status status = fatiao_query_parse(text, NULL, &query, &error);
    if (status == FATIAO_OK)
        status = fatiao_searcher_search(searcher, query, NULL, &hits, &error);
    else
        require(status == FATIAO_ERR_ENCODING || status == FATIAO_ERR_LIMIT ||
                status == FATIAO_ERR_SYNTAX);
    require(status == FATIAO_OK || error.message[0] != '\0');
    for (size_t i = 0; i < fatiao_hits_count(hits); i++)
        check_hit(fatiao_hits_at(hits, i), query->tree.root == NULL);
    fatiao_hits_free(hits);
    fatiao_query_free(query);
    free(text);
    return 0;
}
