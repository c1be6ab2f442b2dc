/* Summing up what the pairs that titles share with a question are worth: words
 * of titles are not cut, and ICU cuts 养犬 in two. */
#include "search/affinity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "index/schema.h"

enum { DE = 0x7684 }; /* 的: 的条 of 的条例 says nothing */

enum {
    STATUTES_MAX = 64, /* that are looked at */
    SHARED_MAX = 5,    /* titles that are given */
    FEW = 5,           /* a pair in so few titles says enough */
    FEW_PART = 50,     /* so does one in 1/50 of all titles, or more pairs that
                          together are as rare */
    COMMON_PART = 10   /* one in more than 1/10 says nothing */
};

/* What a pair is worth that so many titles have. */
static double
worth(size_t statute_count, size_t title_count)
{
    return log(1 + (double)statute_count / (double)title_count);
}

/* A statute's document and what the pairs that its title shares are worth. */
typedef struct share {
    uint32_t id;
    double score;
} share;

static int
compare_ids(const void *left, const void *right)
{
    const share *a = left;
    const share *b = right;
    return a->id < b->id ? -1 : a->id > b->id;
}

static int
compare_shares(const void *left, const void *right)
{
    const share *a = left;
    const share *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return a->id < b->id ? -1 : a->id > b->id;
}

/* Adds what a pair is worth to the statutes whose titles have it, unless it is
 * common in titles. */
static fatiao_status
add_pair(fatiao_searcher *searcher, const ft_query_term *pair,
         size_t statute_count, ft_array *shares, fatiao_error *error)
{
    char term[FT_TERM_BYTES_MAX];
    const bool has_particle =
        pair->codes[0] == DE || pair->codes[pair->char_count - 1] == DE;
    if (has_particle || pair->byte_count + 1 > sizeof(term))
        return FATIAO_OK;
    term[0] = FT_PREFIX_TITLE;
    memcpy(term + 1, pair->bytes, pair->byte_count);
    ft_array ids = {.item_size = sizeof(uint32_t)};
    fatiao_status status = ft_engine_postings(
        searcher->engine, term, pair->byte_count + 1, &ids, error);
    const uint32_t *all = ids.items;
    const bool is_common =
        ids.count > FEW && ids.count > statute_count / COMMON_PART;
    for (size_t i = 0; status == FATIAO_OK && !is_common && i < ids.count;
         i++) {
        share *added = ft_array_push(shares);
        if (added == NULL)
            status = ft_error_memory(error);
        else
            *added = (share){all[i], worth(statute_count, ids.count)};
    }
    ft_array_finish(&ids);
    return status;
}

/* Sums up the shares of each statute; orders them, the most first. */
static void
sum_shares(ft_array *shares)
{
    if (shares->count == 0)
        return;
    share *all = shares->items;
    qsort(all, shares->count, sizeof(*all), compare_ids);
    size_t kept = 0;
    for (size_t i = 1; i < shares->count; i++) {
        if (all[i].id == all[kept].id)
            all[kept].score += all[i].score;
        else
            all[++kept] = all[i];
    }
    shares->count = kept + 1;
    qsort(all, shares->count, sizeof(*all), compare_shares);
}

/* Reads the best shares' statutes and keeps those of a few titles. */
static fatiao_status
keep_best(fatiao_searcher *searcher, const ft_array *shares,
          size_t statute_count, ft_arena *arena, ft_array *statutes,
          fatiao_error *error)
{
    const share *all = shares->items;
    const size_t few =
        statute_count / FEW_PART > FEW ? statute_count / FEW_PART : FEW;
    if (shares->count == 0 || all[0].score < worth(statute_count, few))
        return FATIAO_OK;
    for (size_t i = 0; i < shares->count && i < STATUTES_MAX &&
                       all[i].score >= all[0].score / 2;
         i++) {
        ft_named_statute *kept = ft_array_push(statutes);
        if (kept == NULL)
            return ft_error_memory(error);
        fatiao_status status = ft_entry_read_statute(
            searcher->engine, all[i].id, arena, &kept->record, error);
        if (status == FATIAO_OK)
            status =
                ft_name_fit_title("", kept->record.title, arena, kept, error);
        if (status != FATIAO_OK)
            return status;
        kept->fit = FT_FIT_PART;
        kept->score = all[i].score;
    }
    ft_name_sort(statutes);
    const ft_named_statute *best = statutes->items;
    size_t titles = 0;
    for (size_t i = 0; i < statutes->count; i++) {
        titles += i == 0 || strcmp(best[i].key, best[i - 1].key) != 0;
        if (titles > SHARED_MAX)
            statutes->count = i;
    }
    return FATIAO_OK;
}

fatiao_status
ft_affinity_find(fatiao_searcher *searcher, const fatiao_query *query,
                 ft_arena *arena, ft_array *statutes, fatiao_error *error)
{
    ft_array shares = {.item_size = sizeof(share)};
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status =
        ft_entry_list_statutes(searcher->engine, &documents, error);
    const ft_query_term *all = query->terms.items;
    for (size_t i = 0; status == FATIAO_OK && i < query->terms.count; i++)
        if (all[i].kind == FT_TOKEN_PAIR && all[i].cause == NULL)
            status =
                add_pair(searcher, &all[i], documents.count, &shares, error);
    if (status == FATIAO_OK) {
        sum_shares(&shares);
        status = keep_best(searcher, &shares, documents.count, arena, statutes,
                           error);
    }
    ft_array_finish(&documents);
    ft_array_finish(&shares);
    return status;
}
