/* Claims out of an index: in each statute that holds for the firm, of several
 * wordings of one in the newest. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "claim/claims.h"
#include "index/entry.h"
#include "search/edition.h"
#include "search/searcher.h"
#include "statute/title_key.h"

/* What a reading goes by, and what it makes. */
typedef struct claiming {
    const fatiao_profile *profile;
    const char *statute_id; /* or NULL */
    fatiao_claims *claims;
} claiming;

/* A statute that may be looked into. */
typedef struct candidate {
    ft_statute_record record;
    const char *key; /* its title, as titles are compared */
} candidate;

static fatiao_status
push_candidate(fatiao_claims *claims, const ft_statute_record *record,
               ft_array *candidates, fatiao_error *error)
{
    ft_strbuf key = {0};
    fatiao_status status = ft_title_key_of(&key, record->title, false, error);
    candidate *made = status == FATIAO_OK ? ft_array_push(candidates) : NULL;
    if (made != NULL) {
        made->record = *record;
        made->key = ft_arena_text(
            &claims->arena, ft_title_key_short(ft_strbuf_string(&key)),
            strlen(ft_title_key_short(ft_strbuf_string(&key))));
    }
    if (status == FATIAO_OK &&
        (made == NULL || made->key == NULL ||
         !ft_edition_date(&made->record, &claims->arena)))
        status = ft_error_memory(error);
    ft_strbuf_finish(&key);
    return status;
}

/* Pushes all statutes of the index, or the one that was asked for. */
static fatiao_status
list_candidates(fatiao_searcher *searcher, const claiming *c,
                ft_array *candidates, fatiao_error *error)
{
    ft_statute_record record;
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status = FATIAO_OK;
    if (c->statute_id != NULL) {
        status = ft_entry_find_statute(searcher->engine, c->statute_id,
                                       &c->claims->arena, &record, error);
        return status == FATIAO_OK
                   ? push_candidate(c->claims, &record, candidates, error)
                   : status;
    }
    status = ft_entry_list_statutes(searcher->engine, &documents, error);
    const uint32_t *all = documents.items;
    for (size_t i = 0; status == FATIAO_OK && i < documents.count; i++) {
        status = ft_entry_read_statute(searcher->engine, all[i],
                                       &c->claims->arena, &record, error);
        if (status == FATIAO_OK)
            status = push_candidate(c->claims, &record, candidates, error);
    }
    ft_array_finish(&documents);
    return status;
}

/* By title, the newest first. */
static int
compare_candidates(const void *left, const void *right)
{
    const candidate *a = left;
    const candidate *b = right;
    const int keys = strcmp(a->key, b->key);
    if (keys != 0)
        return keys;
    const int dates = strcmp(b->record.date, a->record.date);
    return dates != 0 ? dates : strcmp(a->record.id, b->record.id);
}

static fatiao_status
look_into(fatiao_searcher *searcher, const claiming *c, const candidate *looked,
          fatiao_error *error)
{
    ft_fit whole = ft_fit_new(&c->claims->arena);
    fatiao_statute *statute = NULL;
    const ft_claim_statute from = {looked->record.id, looked->record.title,
                                   looked->record.source};
    fatiao_status status =
        ft_fit_statute(c->profile, from.title, &whole, error);
    if (status == FATIAO_OK && whole.truth != FT_FALSE)
        status = ft_searcher_statute(searcher, from.id, &statute, error);
    if (status == FATIAO_OK && statute != NULL)
        status = ft_claims_take(c->claims, c->profile, &from, statute, &whole,
                                error);
    ft_fit_finish(&whole);
    return status;
}

/* `context` is a claiming. */
static fatiao_status
read_claims(fatiao_searcher *searcher, void *context, fatiao_error *error)
{
    claiming *c = context;
    fatiao_claims_free(c->claims);
    c->claims = ft_claims_new();
    if (c->claims == NULL)
        return ft_error_memory(error);
    ft_array candidates = {.item_size = sizeof(candidate)};
    fatiao_status status = list_candidates(searcher, c, &candidates, error);
    const candidate *all = candidates.items;
    if (candidates.count > 1)
        qsort(candidates.items, candidates.count, sizeof(candidate),
              compare_candidates);
    for (size_t i = 0; status == FATIAO_OK && i < candidates.count; i++)
        if (i == 0 || strcmp(all[i].key, all[i - 1].key) != 0)
            status = look_into(searcher, c, &all[i], error);
    ft_array_finish(&candidates);
    return status;
}

fatiao_status
fatiao_searcher_claims(fatiao_searcher *searcher, const fatiao_profile *profile,
                       const fatiao_claims_options *options,
                       fatiao_claims **out, fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (searcher == NULL || profile == NULL)
        return ft_error_argument(error, "searcher or profile is NULL");
    claiming c = {.profile = profile};
    if (options != NULL && options->size < sizeof(*options))
        return ft_error_argument(
            error, "options were not made with FATIAO_CLAIMS_OPTIONS");
    if (options != NULL)
        c.statute_id = options->statute_id;
    const fatiao_status status =
        ft_searcher_read(searcher, read_claims, &c, error);
    if (status != FATIAO_OK) {
        fatiao_claims_free(c.claims);
        return status;
    }
    ft_claims_sort(c.claims);
    *out = c.claims;
    return FATIAO_OK;
}
