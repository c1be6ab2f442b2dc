/* Names and the laws that they mean. */
#include "search/meaning.h"

#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "statute/title_key.h"
#include "text/utf8.h"

/* ------------------------------------------------------------------- titles */

ft_titles
ft_titles_new(ft_arena *arena)
{
    return (ft_titles){.arena = arena,
                       .all.item_size = sizeof(ft_title *),
                       .slots.item_size = sizeof(uint32_t)};
}

void
ft_titles_finish(ft_titles *titles)
{
    ft_title **all = titles->all.items;
    for (size_t i = 0; i < titles->all.count; i++)
        ft_array_finish(&all[i]->editions);
    ft_array_finish(&titles->all);
    ft_array_finish(&titles->slots);
}

/* Where a title is in the hash table, or shall be. */
static uint32_t *
find_slot(const ft_titles *titles, const char *key)
{
    ft_title *const *all = titles->all.items;
    uint32_t *slots = titles->slots.items;
    const size_t mask = titles->slots.count - 1;
    uint64_t at = XXH3_64bits(key, strlen(key));
    while (slots[at & mask] != 0 &&
           strcmp(all[slots[at & mask] - 1]->key, key) != 0)
        at++;
    return &slots[at & mask];
}

/* Makes room for one more in the hash table. False: no memory. */
static bool
grow_slots(ft_titles *titles)
{
    ft_title *const *all = titles->all.items;
    if (titles->slots.count > 2 * titles->all.count)
        return true;
    const size_t count =
        titles->slots.count == 0 ? 64 : 2 * titles->slots.count;
    ft_array_clear(&titles->slots);
    if (!ft_array_resize(&titles->slots, count))
        return false;
    for (size_t i = 0; i < titles->all.count; i++)
        if (all[i]->key[0] != '\0')
            *find_slot(titles, all[i]->key) = (uint32_t)i + 1;
    return true;
}

/* Adds a title without editions. NULL: no memory. */
static ft_title *
add_title(ft_titles *titles, const char *key)
{
    ft_title *made = ft_arena_alloc(titles->arena, sizeof(*made));
    const char *kept = ft_arena_text(titles->arena, key, strlen(key));
    ft_title **added =
        made == NULL || kept == NULL ? NULL : ft_array_push(&titles->all);
    if (added == NULL)
        return NULL;
    made->key = kept;
    made->editions.item_size = sizeof(ft_edition);
    *added = made;
    return made;
}

fatiao_status
ft_titles_take(ft_titles *titles, fatiao_searcher *searcher, const char *key,
               const ft_title **out, fatiao_error *error)
{
    *out = NULL;
    if (!grow_slots(titles))
        return ft_error_memory(error);
    uint32_t *slot = find_slot(titles, key);
    if (*slot > 0) {
        ft_title *const *all = titles->all.items;
        *out = all[*slot - 1];
        return FATIAO_OK;
    }
    ft_title *made = add_title(titles, key);
    if (made == NULL)
        return ft_error_memory(error);
    *slot = (uint32_t)titles->all.count;
    *out = made;
    return ft_edition_find(searcher, key, titles->arena, &made->editions,
                           error);
}

fatiao_status
ft_titles_put(ft_titles *titles, const ft_statute_record *record,
              const ft_title **out, fatiao_error *error)
{
    ft_title *made = add_title(titles, "");
    ft_edition *edition = made == NULL ? NULL : ft_array_push(&made->editions);
    if (edition == NULL)
        return ft_error_memory(error);
    *edition = (ft_edition){.record = *record, .key = "", .is_whole = true};
    *out = made;
    return FATIAO_OK;
}

/* -------------------------------------------------------------------- names */

fatiao_status
ft_meaning_of_title(ft_titles *titles, fatiao_searcher *searcher,
                    const ft_array *aliases, const ft_link *link,
                    ft_meaning *out, fatiao_error *error)
{
    ft_strbuf key = {0};
    ft_title_key_write(&key, link->name, link->name_count, false);
    const char *name = ft_title_key_short(ft_strbuf_string(&key));
    const char *meant = ft_alias_title(aliases, name);
    out->is_alias = meant != NULL;
    fatiao_status status = FATIAO_OK;
    if (ft_strbuf_failed(&key))
        status = ft_error_memory(error);
    else
        status = ft_titles_take(titles, searcher, meant == NULL ? name : meant,
                                &out->law, error);
    if (status == FATIAO_OK && out->law->editions.count == 0 && meant == NULL &&
        !ft_title_key_has_number(link->name, link->name_count)) {
        ft_strbuf_clear(&key);
        ft_title_key_write(&key, link->name, link->name_count, true);
        status = ft_titles_take(titles, searcher,
                                ft_title_key_short(ft_strbuf_string(&key)),
                                &out->law, error);
    }
    ft_strbuf_finish(&key);
    return status;
}

/* Whether what stands before a name makes it another law than the one of today:
 * 1979年刑法, 原刑法. */
static bool
is_other_wording(const ft_link *link, size_t start)
{
    return start > 0 &&
           ft_char_is_one_of(link->name[start - 1].code, "年旧原新前后订正");
}

/* Where a name that no title has may begin: behind the last word that often
 * precedes one. */
static size_t
guess_start(const ft_link *link)
{
    size_t start = link->name_count;
    while (start > 0 &&
           !ft_char_is_one_of(link->name[start - 1].code,
                              "照据用合反于为将在有由和及与是对以从按"))
        start--;
    if (start + 2 > link->name_count)
        start = 0;
    return link->name_count == 0 ? link->byte_start
                                 : link->name[start].byte_start;
}

fatiao_status
ft_meaning_of_name(ft_titles *titles, fatiao_searcher *searcher,
                   const ft_array *aliases, const ft_link *link,
                   ft_meaning *out, fatiao_error *error)
{
    ft_strbuf key = {0};
    fatiao_status status = FATIAO_OK;
    const ft_title *found = NULL;
    for (size_t i = 0; status == FATIAO_OK && i + 2 <= link->name_count; i++) {
        if (!ft_char_is_pairing(link->name[i].code))
            continue;
        ft_strbuf_clear(&key);
        ft_title_key_write(&key, link->name + i, link->name_count - i, false);
        const char *meant = ft_alias_title(aliases, ft_strbuf_string(&key));
        if (ft_strbuf_failed(&key))
            status = ft_error_memory(error);
        else
            status = ft_titles_take(
                titles, searcher,
                meant != NULL ? meant : ft_strbuf_string(&key), &found, error);
        if (status != FATIAO_OK ||
            (found->editions.count == 0 && meant == NULL))
            continue;
        out->law = found;
        out->is_alias = meant != NULL;
        out->byte_start = link->name[i].byte_start;
        out->is_other = is_other_wording(link, i);
        break;
    }
    if (status == FATIAO_OK && out->law == NULL)
        out->byte_start = guess_start(link);
    ft_strbuf_finish(&key);
    return status;
}
