/* Fuzzes the record decoder. The hash at a record's end would keep the fuzzer
 * out, so it is put right first: what is tested is that bytes which nobody
 * wrote, whatever they say, are read or refused.
 *
 * The first byte says where the input is cut in two: a statute's record and
 * the record of its one article. */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz.h"
#include "index/record.h"

/* Visits every node and touches its strings. */
static size_t
walk(const fatiao_node *node)
{
    size_t sum = 0;
    for (; node != NULL; node = fatiao_node_following(node))
        sum += strlen(node->label) + strlen(node->text) + node->line;
    return sum;
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    if (byte_count == 0)
        return 0;
    const size_t rest = byte_count - 1;
    const size_t cut = rest * bytes[0] / 255;
    ft_strbuf statute_bytes = {0};
    ft_array articles = {.item_size = sizeof(ft_strbuf)};
    ft_strbuf *article_bytes = ft_array_push(&articles);
    if (article_bytes == NULL)
        abort();
    ft_strbuf_bytes(&statute_bytes, bytes + 1, cut);
    ft_record_seal(&statute_bytes, 0);
    ft_strbuf_bytes(article_bytes, bytes + 1 + cut, rest - cut);
    ft_record_seal(article_bytes, 0);

    ft_arena arena = {0};
    ft_statute_record statute;
    ft_article_record article;
    if (ft_record_read_statute(statute_bytes.bytes, statute_bytes.byte_count,
                               &arena, &statute, NULL) == FATIAO_OK)
        (void)strlen(statute.title);
    if (ft_record_read_article(article_bytes->bytes, article_bytes->byte_count,
                               &arena, &article, NULL) == FATIAO_OK)
        (void)walk(article.article);
    ft_arena_finish(&arena);

    fatiao_statute *restored;
    if (ft_record_restore(statute_bytes.bytes, statute_bytes.byte_count,
                          &articles, &restored, NULL) == FATIAO_OK)
        (void)walk(fatiao_statute_root(restored));
    fatiao_statute_free(restored);
    ft_strbuf_finish(article_bytes);
    ft_array_finish(&articles);
    ft_strbuf_finish(&statute_bytes);
    return 0;
}
