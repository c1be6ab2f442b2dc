/* Any bytes as an expression: whatever it is read as, its pieces and places lie
 * inside it, and it can be looked for in any text, here in itself. */
#include "fuzz.h"

#include <string.h>

#include "search/passage.h"
#include "text/utf8.h"

static void
check_node(const ft_expression *node, const ft_array *chars, size_t byte_count,
           int depth)
{
    require(depth < 200);
    require(node->byte_start + node->byte_count <= byte_count);
    if (node->kind == FT_EXPRESSION_TEXT)
        require(node->char_count > 0 && node->child == NULL);
    else if (node->kind != FT_EXPRESSION_FIELD)
        require(node->child != NULL);
    ft_array passages = {.item_size = sizeof(ft_passage)};
    require(ft_passage_find(node, chars, &passages, NULL) == FATIAO_OK);
    for (size_t i = 0; i < passages.count; i++) {
        const ft_passage *passage = ft_array_at(&passages, i);
        require(passage->start < passage->end && passage->end <= chars->count);
    }
    ft_array_finish(&passages);
    for (const ft_expression *one = node->child; one != NULL; one = one->next)
        check_node(one, chars, byte_count, depth + 1);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t byte_count)
{
    const char *text = (const char *)bytes;
    if (byte_count > FATIAO_QUERY_BYTES_MAX ||
        !ft_utf8_is_valid(text, byte_count, NULL))
        return 0;
    ft_arena arena = {0};
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_expression_tree tree;
    require(ft_expression_read(&tree, &arena, text, byte_count, NULL) ==
            FATIAO_OK);
    require(ft_fold(text, byte_count, &chars, NULL) == FATIAO_OK);
    for (size_t i = 0; i < tree.pieces.count; i++) {
        const ft_expression_piece *piece = ft_array_at(&tree.pieces, i);
        require(piece->byte_start + piece->byte_count <= byte_count);
    }
    if (tree.root != NULL)
        check_node(tree.root, &chars, byte_count, 0);
    if (tree.problem.status != FATIAO_OK) {
        require(tree.problem.message[0] != '\0');
        require(tree.problem.column <=
                ft_utf8_char_count(text, byte_count) + 1);
    }
    ft_array_finish(&chars);
    ft_expression_tree_finish(&tree);
    ft_arena_finish(&arena);
    return 0;
}
