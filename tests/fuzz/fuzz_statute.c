/* Any bytes as a statute: the tree must hold together whatever it is read
 * from. The first byte chooses the format. */
#include "fuzz.h"

#include <string.h>

#include <fatiao/fatiao.h>

/* A fragment names the node or, for a quote or a table, what it is in. */
static void
check_place(const fatiao_statute *statute, const fatiao_node *node)
{
    char *fragment;
    char *citation;
    require(fatiao_statute_fragment(statute, node, &fragment, NULL) ==
            FATIAO_OK);
    require(fatiao_statute_cite(statute, node, &citation, NULL) == FATIAO_OK);
    const fatiao_node *place = fatiao_statute_find(statute, fragment);
    for (; node != place && fragment[0] != '\0'; node = node->parent)
        require(node != NULL);
    fatiao_text_free(fragment);
    fatiao_text_free(citation);
}

static void
check_tree(const fatiao_statute *statute)
{
    const fatiao_node *root = fatiao_statute_root(statute);
    require(root->kind == FATIAO_NODE_STATUTE && root->parent == NULL);
    int checked = 0;
    for (const fatiao_node *node = root; node != NULL;
         node = fatiao_node_following(node)) {
        require(strlen(node->text) == node->text_byte_count);
        require(node == root || node->parent != NULL);
        /* Looking a place up takes a walk of the tree: not for each. */
        if (checked++ < 200)
            check_place(statute, node);
    }
    for (size_t i = 0; i < fatiao_statute_note_count(statute); i++)
        require(fatiao_statute_note_at(statute, i)->line > 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    if (byte_count == 0)
        return 0;
    fatiao_parse_options options = FATIAO_PARSE_OPTIONS;
    options.format =
        bytes[0] == 'm' ? FATIAO_FORMAT_MARKDOWN : FATIAO_FORMAT_PLAIN;
    options.name = "fuzz";
    fatiao_error error;
    fatiao_statute *statute;
    const fatiao_status status = fatiao_statute_parse(
        (const char *)bytes + 1, byte_count - 1, &options, &statute, &error);
    if (status == FATIAO_OK) {
        check_tree(statute);
    } else {
        require(statute == NULL && error.status == status);
        require(error.message[0] != '\0');
        require(status == FATIAO_ERR_ENCODING || status == FATIAO_ERR_LIMIT);
    }
    fatiao_statute_free(statute);
    return 0;
}
