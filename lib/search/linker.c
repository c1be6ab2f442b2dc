/* Resolving links: which law is meant, in which wording, and the place in it.
 */
#include "search/linker.h"

#include <string.h>

#include "base/error.h"
#include "search/amendment.h"
#include "search/backward.h"
#include "statute/title_key.h"

/* The most statutes that are taken down in one go. */
enum { VOLUMES_MAX = 512 };

ft_linker
ft_linker_new(fatiao_searcher *searcher, ft_arena *arena)
{
    ft_linker linker = {.searcher = searcher,
                        .titles = ft_titles_new(arena),
                        .shelf = ft_shelf_new()};
    linker.shelf.limit = VOLUMES_MAX;
    return linker;
}

void
ft_linker_finish(ft_linker *linker)
{
    ft_titles_finish(&linker->titles);
    ft_shelf_finish(&linker->shelf);
}

ft_linked
ft_linked_new(void)
{
    return (ft_linked){.goals.item_size = sizeof(ft_goal)};
}

void
ft_linked_finish(ft_linked *linked)
{
    ft_array_finish(&linked->goals);
}

fatiao_status
ft_linked_add(ft_linked *linked, const ft_statute_record *record,
              const fatiao_node *first, const fatiao_node *last,
              fatiao_error *error)
{
    ft_goal *goal = ft_array_push(&linked->goals);
    if (goal == NULL)
        return ft_error_memory(error);
    *goal = (ft_goal){record, first, last};
    return FATIAO_OK;
}

/* -------------------------------------------------------------------- places
 */

/* The edition that a site means: the newest that is no newer than itself, else
 * the newest of all, which `*is_newer` tells. */
static const ft_edition *
choose_edition(const ft_link_site *site, const ft_array *editions,
               bool *is_newer)
{
    const ft_edition *all = editions->items;
    const bool is_of_today = site->record == NULL || site->record->is_draft;
    *is_newer = false;
    for (size_t i = 0; i < editions->count; i++)
        if (is_of_today || strcmp(all[i].record.date, site->record->date) <= 0)
            return &all[i];
    *is_newer = true;
    return all;
}

static bool
is_same_text(const fatiao_node *a, const fatiao_node *b)
{
    return a->kind == b->kind && a->text_byte_count == b->text_byte_count &&
           memcmp(a->text, b->text, a->text_byte_count) == 0 &&
           (a->child == NULL) == (b->child == NULL) &&
           (a->child == NULL || is_same_text(a->child, b->child));
}

/* A place being looked for in the files of one edition. */
typedef struct search {
    ft_linker *linker;
    ft_linked *out;
    const ft_listed_place *place;
    const fatiao_node *found; /* the first */
    bool is_ambiguous;
    bool is_renumbered;
    const char *date; /* of the site; NULL: its numbers are those of today */
} search;

/* Whether another article, or chapter, has the same number: nobody can tell
 * which. */
static bool
is_twice(const ft_volume *volume, const fatiao_node *found,
         const ft_place *place)
{
    ft_place again = *place;
    if (place->count == 0)
        return false;
    if (place->steps[0].kind < FATIAO_NODE_ARTICLE) {
        const ft_step *first = &place->steps[0];
        size_t count = 0;
        for (const fatiao_node *node = volume->statute->root;
             place->steps[0].kind == found->kind && node != NULL;
             node = fatiao_node_following(node))
            count += node->kind == first->kind && node->number == first->number;
        return count > 1;
    }
    if (place->steps[0].kind != FATIAO_NODE_ARTICLE)
        return false;
    again.steps[0].occurrence = 2;
    return ft_volume_node(volume, &again) != NULL;
}

static fatiao_status
search_file(search *s, const ft_statute_record *record, fatiao_error *error)
{
    const ft_volume *volume;
    const fatiao_status status = ft_shelf_take(
        &s->linker->shelf, s->linker->searcher, record->id, &volume, error);
    if (status != FATIAO_OK || volume == NULL)
        return status;
    const ft_place *last = &s->place->last;
    const fatiao_node *from = ft_volume_node(volume, &s->place->first);
    const fatiao_node *to =
        last->count > 0 ? ft_volume_node(volume, last) : NULL;
    if (from == NULL || (last->count > 0 && to == NULL))
        return FATIAO_OK;
    if (s->found != NULL && is_same_text(s->found, from))
        return FATIAO_OK;
    s->is_ambiguous |=
        s->found != NULL || is_twice(volume, from, &s->place->first) ||
        ft_backward_is_doubtful(ft_node_article(from), &s->place->first);
    s->found = from;
    if (s->date != NULL) {
        char numbered[16];
        ft_edition_numbering(volume->statute, numbered);
        s->is_renumbered |= strcmp(numbered, s->date) > 0;
    }
    return ft_linked_add(s->out, record, from, to, error);
}

/* Looks a place up in all files of the edition's title and day. */
static fatiao_status
search_edition(search *s, const ft_array *editions, const ft_edition *chosen,
               fatiao_error *error)
{
    const ft_edition *all = editions->items;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < editions->count; i++)
        if (strcmp(all[i].record.date, chosen->record.date) == 0 &&
            strcmp(all[i].key, chosen->key) == 0)
            status = search_file(s, &all[i].record, error);
    return status;
}

/* The worse of two states, in the order FOUND, RENUMBERED, AMBIGUOUS,
 * NO_PLACE. */
static fatiao_link_state
worse(fatiao_link_state a, fatiao_link_state b)
{
    static const int ranks[] = {
        [FATIAO_LINK_FOUND] = 0,     [FATIAO_LINK_RENUMBERED] = 1,
        [FATIAO_LINK_AMBIGUOUS] = 2, [FATIAO_LINK_NO_PLACE] = 3,
        [FATIAO_LINK_NO_LAW] = 4,    [FATIAO_LINK_UNSAID] = 5};
    return ranks[a] >= ranks[b] ? a : b;
}

/* Looks the places of a link up in a law. */
static fatiao_status
find_places(ft_linker *linker, const ft_link_site *site, const ft_link *link,
            const ft_array *editions, bool is_other, ft_linked *out,
            fatiao_error *error)
{
    bool is_newer;
    const ft_edition *chosen = choose_edition(site, editions, &is_newer);
    fatiao_status status = FATIAO_OK;
    out->state = FATIAO_LINK_FOUND;
    for (size_t i = 0; status == FATIAO_OK && i < link->place_count; i++) {
        search s = {.linker = linker,
                    .out = out,
                    .place = &link->places[i],
                    .is_renumbered = is_other,
                    .date = is_newer ? site->record->date : NULL};
        status = search_edition(&s, editions, chosen, error);
        const fatiao_link_state state =
            s.found == NULL   ? is_newer || is_other ? FATIAO_LINK_RENUMBERED
                                                     : FATIAO_LINK_NO_PLACE
            : s.is_ambiguous  ? FATIAO_LINK_AMBIGUOUS
            : s.is_renumbered ? FATIAO_LINK_RENUMBERED
                              : FATIAO_LINK_FOUND;
        out->state = worse(out->state, state);
    }
    return status;
}

/* A whole law: its newest wording, in all its files. */
static fatiao_status
find_whole(const ft_array *editions, ft_linked *out, fatiao_error *error)
{
    const ft_edition *all = editions->items;
    fatiao_status status = FATIAO_OK;
    out->state = FATIAO_LINK_FOUND;
    for (size_t i = 0; status == FATIAO_OK && i < editions->count; i++)
        if (strcmp(all[i].record.date, all[0].record.date) == 0)
            status = ft_linked_add(out, &all[i].record, NULL, NULL, error);
    return status;
}

/* A law that the statute repeals: in a wording older than its own, for there
 * may be a newer law of that name, or it is its own. */
static fatiao_status
find_repealed(const ft_link_site *site, const ft_array *editions,
              ft_linked *out, fatiao_error *error)
{
    const ft_edition *all = editions->items;
    out->state = FATIAO_LINK_NO_LAW;
    for (size_t i = 0; i < editions->count; i++) {
        const char *date = site->record->date;
        if (strcmp(all[i].record.id, site->record->id) == 0 ||
            (date[0] != '\0' && strcmp(all[i].record.date, date) >= 0))
            continue;
        out->state = FATIAO_LINK_FOUND;
        return ft_linked_add(out, &all[i].record, NULL, NULL, error);
    }
    return FATIAO_OK;
}

static fatiao_status
add_all(const ft_array *editions, ft_linked *out, fatiao_error *error)
{
    const ft_edition *all = editions->items;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < editions->count; i++)
        status = ft_linked_add(out, &all[i].record, NULL, NULL, error);
    return status;
}

/* What a link says of a law that is known by its title. */
static fatiao_status
find_in_law(ft_linker *linker, const ft_link_site *site, const ft_link *link,
            const ft_meaning *meant, ft_linked *out, fatiao_error *error)
{
    if (meant->law == NULL || meant->law->editions.count == 0) {
        out->state = FATIAO_LINK_NO_LAW;
        return FATIAO_OK;
    }
    const ft_array *editions = &meant->law->editions;
    if (ft_edition_differ(editions)) {
        out->state = FATIAO_LINK_AMBIGUOUS;
        return add_all(editions, out, error);
    }
    if (link->is_repealed && site->record != NULL)
        return find_repealed(site, editions, out, error);
    if (link->place_count == 0)
        return find_whole(editions, out, error);
    return find_places(linker, site, link, editions, meant->is_other, out,
                       error);
}

/* ------------------------------------------------------------- its own law */

/* Whether 本法 can be the statute itself: its title ends so. Other words,
 * 本条例, are even where the title has another. */
static bool
is_own_kind(const char *own, const ft_link *link)
{
    ft_array chars = {.item_size = sizeof(ft_char)};
    ft_strbuf stem = {0};
    ft_strbuf kind = {0};
    bool fits = false;
    if (link->name_count > 1 &&
        ft_fold(own, strlen(own), &chars, NULL) == FATIAO_OK) {
        ft_title_key_write(&stem, chars.items, chars.count, true);
        ft_title_key_write(&kind, link->name + 1, link->name_count - 1, false);
        const size_t width = kind.byte_count;
        fits = !ft_strbuf_failed(&stem) && !ft_strbuf_failed(&kind) &&
               stem.byte_count >= width &&
               memcmp(ft_strbuf_string(&stem) + stem.byte_count - width,
                      ft_strbuf_string(&kind), width) == 0;
        /* 本法 of a code. */
        const bool is_law = strcmp(ft_strbuf_string(&kind), "法") == 0;
        fits =
            fits || !is_law || strstr(ft_strbuf_string(&stem), "法典") != NULL;
    }
    ft_array_finish(&chars);
    ft_strbuf_finish(&stem);
    ft_strbuf_finish(&kind);
    return fits;
}

/* Places of the statute itself: in its file, else in the others of its title
 * and day. */
static fatiao_status
find_own_places(ft_linker *linker, const ft_link_site *site,
                const ft_link *link, ft_linked *out, fatiao_error *error)
{
    const ft_title *law = NULL;
    ft_strbuf key = {0};
    fatiao_status status =
        ft_title_key_of(&key, site->record->title, false, error);
    if (status == FATIAO_OK)
        status = ft_titles_take(&linker->titles, linker->searcher,
                                ft_title_key_short(ft_strbuf_string(&key)),
                                &law, error);
    ft_strbuf_finish(&key);
    const ft_edition own = {.record = *site->record,
                            .key = law == NULL ? "" : law->key};
    out->state = FATIAO_LINK_FOUND;
    for (size_t i = 0; status == FATIAO_OK && i < link->place_count; i++) {
        search s = {.linker = linker, .out = out, .place = &link->places[i]};
        status = search_file(&s, site->record, error);
        if (status == FATIAO_OK && s.found == NULL)
            status = search_edition(&s, &law->editions, &own, error);
        const fatiao_link_state state = s.found == NULL  ? FATIAO_LINK_NO_PLACE
                                        : s.is_ambiguous ? FATIAO_LINK_AMBIGUOUS
                                                         : FATIAO_LINK_FOUND;
        out->state = worse(out->state, state);
    }
    return status;
}

/* The law that an amending statute amends, whose numbers are those of its own
 * day. */
static fatiao_status
find_amended(ft_linker *linker, const ft_link_site *site, const ft_link *link,
             const char *amended, ft_linked *out, fatiao_error *error)
{
    ft_meaning meant = {.is_other = true};
    out->state = FATIAO_LINK_UNSAID;
    if (amended[0] == '\0')
        return FATIAO_OK;
    fatiao_status status = ft_titles_take(&linker->titles, linker->searcher,
                                          amended, &meant.law, error);
    if (status == FATIAO_OK)
        status = find_in_law(linker, site, link, &meant, out, error);
    return status;
}

/* 本法, 本条例第三条, 第三条. */
static fatiao_status
find_own(ft_linker *linker, const ft_link_site *site, const ft_link *link,
         ft_linked *out, fatiao_error *error)
{
    out->state = FATIAO_LINK_UNSAID;
    if (site->statute == NULL)
        return FATIAO_OK;
    ft_strbuf amended = {0};
    const bool is_amending = ft_amendment_of(site->record->title, &amended);
    const bool is_own = !link->is_quoted &&
                        (link->law == FT_LINK_SELF
                             ? is_own_kind(site->record->title, link)
                             : !link->is_after && !is_amending &&
                                   ft_amendment_is_law(site->record->title));
    fatiao_status status = FATIAO_OK;
    if (is_amending && !is_own)
        status = find_amended(linker, site, link, ft_strbuf_string(&amended),
                              out, error);
    else if (is_own && link->place_count > 0)
        status = find_own_places(linker, site, link, out, error);
    else if (is_own) {
        out->state = FATIAO_LINK_FOUND;
        status = ft_linked_add(out, site->record, NULL, NULL, error);
    }
    ft_strbuf_finish(&amended);
    return status;
}

/* ---------------------------------------------------------------------- all */

static fatiao_status
find_named(ft_linker *linker, const ft_link_site *site, const ft_link *link,
           ft_linked *out, fatiao_error *error)
{
    ft_meaning meant = {.byte_start = link->byte_start};
    const bool is_title = link->law == FT_LINK_TITLE;
    fatiao_status status =
        is_title ? ft_meaning_of_title(&linker->titles, linker->searcher,
                                       site->aliases, link, &meant, error)
                 : ft_meaning_of_name(&linker->titles, linker->searcher,
                                      site->aliases, link, &meant, error);
    if (status != FATIAO_OK)
        return status;
    out->byte_start = meant.byte_start;
    out->kind = meant.is_alias          ? FATIAO_LINK_ALIAS
                : !is_title             ? FATIAO_LINK_NAME_PLACE
                : link->place_count > 0 ? FATIAO_LINK_LAW_PLACE
                                        : FATIAO_LINK_LAW;
    linker->named = meant.law;
    return find_in_law(linker, site, link, &meant, out, error);
}

/* 该法第三条, or 第五条 behind 《…》第三条和. */
static fatiao_status
find_shared(ft_linker *linker, const ft_link_site *site, const ft_link *link,
            ft_linked *out, fatiao_error *error)
{
    const ft_meaning meant = {.law = linker->named};
    out->kind = FATIAO_LINK_LAW_PLACE;
    if (linker->named == NULL) {
        out->state = FATIAO_LINK_UNSAID;
        return FATIAO_OK;
    }
    return find_in_law(linker, site, link, &meant, out, error);
}

/* Where no statute is around: the law that was named last. */
static fatiao_status
find_free(ft_linker *linker, const ft_link_site *site, const ft_link *link,
          ft_linked *out, fatiao_error *error)
{
    if (link->law == FT_LINK_RELATIVE)
        return FATIAO_OK;
    return find_shared(linker, site, link, out, error);
}

/* 前款, 本条第二款; 原第二款 in an amendment is of the law amended. */
static fatiao_status
find_relative(const ft_link_site *site, const ft_link *link, ft_linked *out,
              fatiao_error *error)
{
    ft_strbuf amended = {0};
    const bool is_of_amended =
        link->is_alone && ft_amendment_of(site->record->title, &amended);
    ft_strbuf_finish(&amended);
    return is_of_amended ? FATIAO_OK : ft_backward_find(site, link, out, error);
}

fatiao_status
ft_linker_resolve(ft_linker *linker, const ft_link_site *site,
                  const ft_link *link, ft_linked *out, fatiao_error *error)
{
    ft_array_clear(&out->goals);
    out->state = FATIAO_LINK_UNSAID;
    out->byte_start = link->byte_start;
    out->kind = link->law == FT_LINK_RELATIVE ||
                        (link->law == FT_LINK_THAT && link->name_count == 0)
                    ? FATIAO_LINK_RELATIVE
                : link->place_count > 0 ? FATIAO_LINK_SELF_PLACE
                                        : FATIAO_LINK_SELF;
    if (link->law == FT_LINK_TITLE || link->law == FT_LINK_NAME)
        return find_named(linker, site, link, out, error);
    if (ft_link_shares_law(link))
        return find_shared(linker, site, link, out, error);
    if (site->record == NULL)
        return find_free(linker, site, link, out, error);
    if (link->law == FT_LINK_SELF || link->law == FT_LINK_UNSAID)
        return find_own(linker, site, link, out, error);
    if (link->law == FT_LINK_RELATIVE && site->statute != NULL &&
        !link->is_quoted && !(link->is_alone && link->is_after))
        return find_relative(site, link, out, error);
    return FATIAO_OK;
}

fatiao_status
ft_linker_mean(ft_linker *linker, const ft_statute_record *record,
               fatiao_error *error)
{
    return ft_titles_put(&linker->titles, record, &linker->named, error);
}
