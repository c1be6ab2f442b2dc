/* From a question's mentions to documents: which statutes are meant, then where
 * the places are in each. */
#include "search/pin.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "index/entry.h"
#include "query/rest.h"
#include "search/affinity.h"
#include "search/naming.h"
#include "search/volume.h"
#include "statute/citation.h"
#include "text/utf8.h"

enum {
    TITLES_MAX = 5,  /* that one name, or none, may mean */
    PINS_MAX = 2000, /* a range may take in a whole law */
    NAME_CHARS = 12  /* of a name that is not known, shown to people */
};

ft_pins
ft_pins_new(void)
{
    return (ft_pins){.pins.item_size = sizeof(ft_pin),
                     .missing.item_size = sizeof(const char *),
                     .cuts.item_size = sizeof(ft_query_cut)};
}

void
ft_pins_finish(ft_pins *pins)
{
    ft_array_finish(&pins->pins);
    ft_array_finish(&pins->missing);
    ft_array_finish(&pins->cuts);
}

/* The statutes that a mention means. */
typedef struct meaning {
    ft_naming naming;
    bool is_certain;   /* else a place that they lack is no news */
    size_t byte_start; /* of the question: where the name begins */
} meaning;

/* One finding, and what it holds on the way. */
typedef struct finding {
    ft_pins *pins;
    fatiao_searcher *searcher;
    const fatiao_query *query;
    ft_arena *arena;
    bool has_only;
    ft_statute_record only; /* the one statute that can be meant */
    ft_array likely;        /* of ft_named_statute: those of the question's
                               words */
    bool has_likely;
    ft_shelf shelf;
    meaning meant;
} finding;

/* ---------------------------------------------------------- which statutes */

/* The statute that is asked for, or the only one of the index. */
static fatiao_status
find_only(finding *f, const char *statute_id, fatiao_error *error)
{
    f->has_only = statute_id != NULL;
    if (f->has_only)
        return ft_entry_find_statute(f->searcher->engine, statute_id, f->arena,
                                     &f->only, error);
    ft_array documents = {.item_size = sizeof(uint32_t)};
    fatiao_status status =
        ft_entry_list_statutes(f->searcher->engine, &documents, error);
    const uint32_t *all = documents.items;
    f->has_only = documents.count == 1;
    if (status == FATIAO_OK && f->has_only)
        status = ft_entry_read_statute(f->searcher->engine, all[0], f->arena,
                                       &f->only, error);
    ft_array_finish(&documents);
    return status;
}

/* The statutes that the question's words point to, looked up once. */
static fatiao_status
find_likely(finding *f, fatiao_error *error)
{
    if (f->has_likely)
        return FATIAO_OK;
    f->has_likely = true;
    const ft_mention *all = f->query->mentions.items;
    ft_array cuts = {.item_size = sizeof(ft_query_cut)};
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < f->query->mentions.count;
         i++) {
        ft_query_cut *cut = ft_array_push(&cuts);
        if (cut == NULL)
            status = ft_error_memory(error);
        else
            *cut = (ft_query_cut){all[i].byte_start, all[i].byte_end};
    }
    fatiao_query rest;
    if (status == FATIAO_OK)
        status = ft_query_rest_make(f->query, &cuts, &rest, error);
    if (status == FATIAO_OK) {
        status =
            ft_affinity_find(f->searcher, &rest, f->arena, &f->likely, error);
        ft_query_rest_finish(&rest);
    }
    ft_array_finish(&cuts);
    return status;
}

static bool
push_statute(ft_array *statutes, const ft_named_statute *statute)
{
    ft_named_statute *added = ft_array_push(statutes);
    if (added != NULL)
        *added = *statute;
    return added != NULL;
}

/* A place without a name: in the only statute, else in the likely ones. */
static fatiao_status
mean_unnamed(finding *f, fatiao_error *error)
{
    ft_array *statutes = &f->meant.naming.statutes;
    ft_array_clear(statutes);
    f->meant.is_certain = f->has_only;
    if (f->has_only) {
        const ft_named_statute only = {.record = f->only, .key = ""};
        return push_statute(statutes, &only) ? FATIAO_OK
                                             : ft_error_memory(error);
    }
    const fatiao_status status = find_likely(f, error);
    const ft_named_statute *all = f->likely.items;
    for (size_t i = 0; status == FATIAO_OK && i < f->likely.count; i++)
        if (!push_statute(statutes, &all[i]))
            return ft_error_memory(error);
    return status;
}

static size_t
count_titles(const ft_array *statutes)
{
    const ft_named_statute *all = statutes->items;
    size_t count = 0;
    for (size_t i = 0; i < statutes->count; i++)
        count += i == 0 || strcmp(all[i].key, all[i - 1].key) != 0;
    return count;
}

/* Whether a name that many titles have, some of them in `named` unless it is
 * too general for that, is one of this statute. */
static fatiao_status
has_name(finding *f, const ft_mention *mention, const ft_array *named,
         const ft_named_statute *statute, bool *out, fatiao_error *error)
{
    const ft_named_statute *all = named->items;
    *out = false;
    for (size_t i = 0; i < named->count; i++)
        *out |= strcmp(all[i].record.id, statute->record.id) == 0;
    if (named->count > 0)
        return FATIAO_OK;
    const size_t start = f->meant.naming.start;
    ft_naming one = ft_naming_new();
    const fatiao_status status =
        ft_naming_find_one(&one, &statute->record, mention->name + start,
                           mention->name_count - start, f->arena, error);
    *out = one.statutes.count > 0;
    ft_naming_finish(&one);
    return status;
}

/* A name that many titles have: those of them that the question's words point
 * to. */
static fatiao_status
mean_general(finding *f, const ft_mention *mention, fatiao_error *error)
{
    ft_array named = f->meant.naming.statutes;
    f->meant.naming.statutes = ft_naming_new().statutes;
    f->meant.is_certain = false;
    fatiao_status status = find_likely(f, error);
    const ft_named_statute *all = f->likely.items;
    for (size_t i = 0; status == FATIAO_OK && i < f->likely.count; i++) {
        bool is_named;
        status = has_name(f, mention, &named, &all[i], &is_named, error);
        if (status == FATIAO_OK && is_named &&
            !push_statute(&f->meant.naming.statutes, &all[i]))
            status = ft_error_memory(error);
    }
    ft_array_finish(&named);
    return status;
}

/* A name before the places. `*is_named` tells whether there is one. */
static fatiao_status
mean_named(finding *f, const ft_mention *mention, bool *is_named,
           fatiao_error *error)
{
    ft_naming *naming = &f->meant.naming;
    fatiao_status status =
        f->has_only ? ft_naming_find_one(naming, &f->only, mention->name,
                                         mention->name_count, f->arena, error)
                    : ft_naming_find(naming, f->searcher, mention->name,
                                     mention->name_count, f->arena, error);
    if (status != FATIAO_OK)
        return status;
    if (mention->is_title && naming->start > 0)
        ft_array_clear(&naming->statutes);
    *is_named = naming->statutes.count > 0 || naming->is_general;
    if (naming->is_general || count_titles(&naming->statutes) > TITLES_MAX)
        return mean_general(f, mention, error);
    /* Names that end differently are no part of this one. */
    const ft_named_statute *all = naming->statutes.items;
    for (size_t i = 1; i < naming->statutes.count; i++)
        if (all[i].fit != all[0].fit && all[i].fit > FT_FIT_STEM)
            naming->statutes.count = i;
    return FATIAO_OK;
}

/* Tells the statutes that a mention means. */
static fatiao_status
find_meaning(finding *f, const ft_mention *mention, fatiao_error *error)
{
    if (mention->is_shared) {
        f->meant.byte_start = mention->byte_start;
        return FATIAO_OK;
    }
    ft_naming_finish(&f->meant.naming);
    f->meant = (meaning){.naming = ft_naming_new(),
                         .is_certain = true,
                         .byte_start = mention->byte_start};
    bool is_named = false;
    fatiao_status status = FATIAO_OK;
    if (mention->name_count > 0)
        status = mean_named(f, mention, &is_named, error);
    if (status != FATIAO_OK)
        return status;
    if (is_named)
        f->meant.byte_start =
            mention->is_title ? mention->title_start
                              : mention->name[f->meant.naming.start].byte_start;
    else if (!mention->is_law)
        return mean_unnamed(f, error);
    return FATIAO_OK;
}

/* ---------------------------------------------------------------- which places
 */

/* Pins the places of a mention that a statute has; flags them in `found`. */
static fatiao_status
pin_statute(finding *f, const ft_mention *mention, const char *id, bool *found,
            bool *has_any, fatiao_error *error)
{
    const ft_volume *volume;
    fatiao_status status =
        ft_shelf_take(&f->shelf, f->searcher, id, &volume, error);
    *has_any = false;
    for (size_t i = 0;
         status == FATIAO_OK && volume != NULL && i < mention->place_count;
         i++) {
        const size_t before = f->pins->pins.count;
        status = ft_volume_find(volume, &mention->places[i], PINS_MAX,
                                &f->pins->pins, error);
        if (f->pins->pins.count == before)
            continue;
        found[i] = true;
        *has_any = true;
    }
    return status;
}

/* Pins what the statutes that are meant have, of each title the newest that
 * has any of it. */
static fatiao_status
pin_places(finding *f, const ft_mention *mention, bool *found,
           fatiao_error *error)
{
    const ft_array *statutes = &f->meant.naming.statutes;
    const ft_named_statute *all = statutes->items;
    const char *date = NULL;
    for (size_t i = 0; i < statutes->count; i++) {
        if (i > 0 && strcmp(all[i].key, all[i - 1].key) != 0)
            date = NULL;
        if (date != NULL && strcmp(all[i].record.date, date) != 0)
            continue;
        bool has_any;
        const fatiao_status status =
            pin_statute(f, mention, all[i].record.id, found, &has_any, error);
        if (status != FATIAO_OK)
            return status;
        if (has_any)
            date = all[i].record.date;
    }
    return FATIAO_OK;
}

/* The article that a part is cited of; count 0 if `place` is no such part. */
static ft_listed_place
article_of(const ft_listed_place *place)
{
    ft_listed_place article = {.first = place->first};
    size_t count = article.first.count;
    while (count > 0 &&
           article.first.steps[count - 1].kind != FATIAO_NODE_ARTICLE)
        count--;
    const bool is_part = place->last.count == 0 && count < article.first.count;
    article.first.count = is_part ? count : 0;
    return article;
}

/* Pins the whole article where it lacks the part that is cited, for it is what
 * comes nearest. */
static fatiao_status
pin_article(finding *f, const ft_mention *mention, const ft_listed_place *part,
            bool *found, fatiao_error *error)
{
    const ft_listed_place place = article_of(part);
    ft_mention article = *mention;
    article.places = &place;
    article.place_count = 1;
    return place.first.count == 0 ? FATIAO_OK
                                  : pin_places(f, &article, found, error);
}

static bool
is_missing(const ft_pins *pins, const char *citation)
{
    const char *const *all = pins->missing.items;
    for (size_t i = 0; i < pins->missing.count; i++)
        if (strcmp(all[i], citation) == 0)
            return true;
    return false;
}

/* Notes that a place is not there, with the name that the question gives. */
static fatiao_status
note_missing(finding *f, const ft_mention *mention,
             const ft_listed_place *place, fatiao_error *error)
{
    ft_strbuf text = {0};
    size_t start = f->meant.byte_start;
    if (f->meant.naming.statutes.count == 0 && mention->is_title)
        start = mention->title_start;
    else if (f->meant.naming.statutes.count == 0 && mention->name_count > 0)
        start = mention
                    ->name[mention->name_count > NAME_CHARS
                               ? mention->name_count - NAME_CHARS
                               : 0]
                    .byte_start;
    if (!mention->is_shared && start < mention->byte_start)
        ft_strbuf_bytes(&text, f->query->text + start,
                        mention->byte_start - start);
    ft_citation_write_place(&text, &place->first, NULL);
    if (place->last.count > 0) {
        ft_strbuf_text(&text, "至");
        ft_citation_write_place(&text, &place->last, NULL);
    }
    const char *kept =
        ft_arena_text(f->arena, ft_strbuf_string(&text), text.byte_count);
    const bool is_noted = is_missing(f->pins, ft_strbuf_string(&text));
    const bool has_failed = ft_strbuf_failed(&text) || kept == NULL;
    ft_strbuf_finish(&text);
    if (is_noted && !has_failed)
        return FATIAO_OK;
    const char **note = has_failed ? NULL : ft_array_push(&f->pins->missing);
    if (note == NULL)
        return ft_error_memory(error);
    *note = kept;
    return FATIAO_OK;
}

/* Takes bytes out of the question's words, with the 和 or 、 that joins them to
 * those taken out before. */
static fatiao_status
cut_out(finding *f, size_t start, size_t end, fatiao_error *error)
{
    ft_array *cuts = &f->pins->cuts;
    ft_query_cut *cut = ft_array_push(cuts);
    if (cut == NULL)
        return ft_error_memory(error);
    *cut = (ft_query_cut){start, end};
    if (cuts->count == 1)
        return FATIAO_OK;
    const size_t before = cut[-1].end;
    for (size_t at = before; at < start;) {
        const uint32_t code = ft_utf8_next(f->query->text, start, &at);
        if (!ft_char_is_blank(code) &&
            !ft_char_is_one_of(code, "和及与或跟以、，,；;至到"))
            return FATIAO_OK;
    }
    if (before < start)
        cut->start = before;
    return FATIAO_OK;
}

static fatiao_status
pin_mention(finding *f, const ft_mention *mention, fatiao_error *error)
{
    bool found[FT_MENTION_PLACES_MAX] = {false};
    fatiao_status status = find_meaning(f, mention, error);
    if (status == FATIAO_OK)
        status = pin_places(f, mention, found, error);
    bool has_any = false;
    bool has_missing = false;
    for (size_t i = 0; status == FATIAO_OK && i < mention->place_count; i++) {
        has_any |= found[i];
        if (found[i] || !f->meant.is_certain || mention->is_bare)
            continue;
        has_missing = true;
        status = note_missing(f, mention, &mention->places[i], error);
        if (status == FATIAO_OK)
            status =
                pin_article(f, mention, &mention->places[i], &found[i], error);
        has_any |= found[i];
    }
    if (status != FATIAO_OK || (!has_any && !has_missing))
        return status;
    /* The name of a law that lacks the place still says what it is about. */
    return cut_out(f, has_any ? f->meant.byte_start : mention->byte_start,
                   mention->byte_end, error);
}

fatiao_status
ft_pins_find(ft_pins *pins, fatiao_searcher *searcher,
             const fatiao_query *query, const char *statute_id, ft_arena *arena,
             fatiao_error *error)
{
    const ft_mention *all = query->mentions.items;
    if (query->mentions.count == 0)
        return FATIAO_OK;
    finding f = {.pins = pins,
                 .searcher = searcher,
                 .query = query,
                 .arena = arena,
                 .likely.item_size = sizeof(ft_named_statute),
                 .shelf = ft_shelf_new(),
                 .meant.naming = ft_naming_new()};
    fatiao_status status = find_only(&f, statute_id, error);
    for (size_t i = 0; status == FATIAO_OK && i < query->mentions.count; i++)
        status = pin_mention(&f, &all[i], error);
    ft_array_finish(&f.likely);
    ft_shelf_finish(&f.shelf);
    ft_naming_finish(&f.meant.naming);
    return status;
}

bool
ft_pins_have(const ft_pins *pins, uint32_t document, size_t index)
{
    const ft_pin *all = pins->pins.items;
    for (size_t i = 0; i < index && i < pins->pins.count; i++)
        if (all[i].document == document)
            return true;
    return false;
}
