/* Aliases of laws. */
#include "statute/alias.h"

#include <string.h>

#include "base/error.h"
#include "statute/title_key.h"

/* No text needs more. */
enum { ALIASES_MAX = 500 };

/* The short key of a run of characters, in the arena. NULL: no memory. */
static const char *
key_of(const ft_char *chars, size_t count, ft_arena *arena)
{
    ft_strbuf key = {0};
    ft_title_key_write(&key, chars, count, false);
    const char *text = ft_title_key_short(ft_strbuf_string(&key));
    const char *kept = ft_strbuf_failed(&key)
                           ? NULL
                           : ft_arena_text(arena, text, strlen(text));
    ft_strbuf_finish(&key);
    return kept;
}

fatiao_status
ft_alias_gather(const ft_array *links, size_t first, ft_arena *arena,
                ft_array *aliases, fatiao_error *error)
{
    const ft_link *all = links->items;
    for (size_t i = first; i < links->count; i++) {
        if (all[i].alias_count == 0 || aliases->count >= ALIASES_MAX)
            continue;
        const ft_alias found = {key_of(all[i].alias, all[i].alias_count, arena),
                                key_of(all[i].name, all[i].name_count, arena)};
        ft_alias *added = ft_array_push(aliases);
        if (added == NULL || found.name == NULL || found.title == NULL)
            return ft_error_memory(error);
        *added = found;
    }
    return FATIAO_OK;
}

fatiao_status
ft_alias_find_all(const fatiao_node *root, ft_link_reader *reader,
                  ft_arena *arena, ft_array *aliases, fatiao_error *error)
{
    static const char word[] = "简称";
    ft_array links = {.item_size = sizeof(ft_link)};
    fatiao_status status = FATIAO_OK;
    for (const fatiao_node *node = root; status == FATIAO_OK && node != NULL;
         node = fatiao_node_following(node)) {
        if (memmem(node->text, node->text_byte_count, word, strlen(word)) ==
            NULL)
            continue;
        ft_array_clear(&links);
        status = ft_link_read(reader, node->text, node->text_byte_count, arena,
                              &links, error);
        if (status == FATIAO_OK)
            status = ft_alias_gather(&links, 0, arena, aliases, error);
    }
    ft_array_finish(&links);
    return status;
}

const char *
ft_alias_title(const ft_array *aliases, const char *name)
{
    const ft_alias *all = aliases->items;
    for (size_t i = aliases->count; i-- > 0;)
        if (strcmp(all[i].name, name) == 0)
            return all[i].title;
    return NULL;
}
