/* Prints every link of every statute of an index, a line each, parted by tabs:
 * kind, state, id of the clause, what stands before, the words, what stands
 * behind, and the ids that they lead to. For scripts/references.
 *
 *     link_list INDEX */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <fatiao/fatiao.h>

/* Bytes of text shown on either side of the words. */
enum { CONTEXT_BYTES = 180 };

static void
fail(const fatiao_error *error)
{
    fprintf(stderr, "link_list: %s\n", error->message);
    exit(2);
}

/* Bytes [start, end) of a text, widened to whole characters, on one line. */
static void
print_part(const char *text, size_t start, size_t end)
{
    while (start > 0 && ((unsigned char)text[start] & 0xC0) == 0x80)
        start++;
    while (text[end] != '\0' && ((unsigned char)text[end] & 0xC0) == 0x80)
        end++;
    for (size_t i = start; i < end; i++)
        putchar(text[i] == '\n' || text[i] == '\t' ? ' ' : text[i]);
}

/* The text that a link stands in: of the node itself or of a quotation below
 * it. */
static const char *
text_of(const fatiao_node *node, const fatiao_link *link)
{
    const char *words = link->words;
    const size_t start = link->byte_start;
    const fatiao_node *end = node;
    while (end != NULL && end->next == NULL)
        end = end->parent;
    end = end == NULL ? NULL : end->next;
    for (; node != end; node = fatiao_node_following(node))
        if (start + link->byte_count <= node->text_byte_count &&
            strncmp(node->text + start, words, strlen(words)) == 0)
            return node->text;
    return "";
}

static void
print_link(const fatiao_statute *statute, const fatiao_link *link)
{
    const char *hash = strrchr(link->id, '#');
    const fatiao_node *node = fatiao_statute_root(statute);
    if (hash != NULL)
        node = fatiao_statute_find(statute, hash + 1);
    const char *text = node == NULL ? "" : text_of(node, link);
    const size_t length = strlen(text);
    const size_t start = link->byte_start;
    const size_t end = start + link->byte_count;
    printf("%d\t%d\t%s\t", link->kind, link->state, link->id);
    if (length >= end)
        print_part(text, start > CONTEXT_BYTES ? start - CONTEXT_BYTES : 0,
                   start);
    printf("\t%s\t", link->words);
    if (length >= end)
        print_part(text, end,
                   length - end > CONTEXT_BYTES ? end + CONTEXT_BYTES : length);
    putchar('\t');
    for (size_t i = 0; i < link->target_count; i++) {
        const fatiao_target *target = &link->targets[i];
        printf("%s%s", i == 0 ? "" : " | ", target->id);
        if (target->last_id[0] != '\0')
            printf(" … %s", target->last_id);
    }
    putchar('\n');
}

static void
print_statute(fatiao_searcher *searcher, const char *id)
{
    fatiao_error error;
    fatiao_links *links = NULL;
    fatiao_statute *statute = NULL;
    if (fatiao_searcher_links(searcher, id, &links, &error) != FATIAO_OK ||
        fatiao_searcher_statute(searcher, id, &statute, &error) != FATIAO_OK)
        fail(&error);
    for (size_t i = 0; i < fatiao_links_count(links); i++)
        print_link(statute, fatiao_links_at(links, i));
    fatiao_statute_free(statute);
    fatiao_links_free(links);
}

int
main(int argc, char **argv)
{
    fatiao_error error;
    fatiao_searcher *searcher = NULL;
    fatiao_catalog *catalog = NULL;
    if (argc != 2) {
        fputs("usage: link_list INDEX\n", stderr);
        return 2;
    }
    if (fatiao_searcher_open(argv[1], &searcher, &error) != FATIAO_OK ||
        fatiao_searcher_list(searcher, &catalog, &error) != FATIAO_OK)
        fail(&error);
    for (size_t i = 0; i < fatiao_catalog_count(catalog); i++)
        print_statute(searcher, fatiao_catalog_at(catalog, i)->id);
    fatiao_catalog_free(catalog);
    fatiao_searcher_close(searcher);
    return 0;
}
