/* Making the values of a result out of answers. */
#include "search/hits.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "search/selection.h"
#include "statute/citation.h"

fatiao_hits *
ft_hits_new(void)
{
    fatiao_hits *hits = calloc(1, sizeof(*hits));
    if (hits != NULL) {
        hits->hits.item_size = sizeof(fatiao_hit);
        hits->missing.item_size = sizeof(const char *);
    }
    return hits;
}

void
fatiao_hits_free(fatiao_hits *hits)
{
    if (hits == NULL)
        return;
    ft_array_finish(&hits->hits);
    ft_array_finish(&hits->missing);
    ft_arena_finish(&hits->arena);
    free(hits);
}

bool
fatiao_hits_is_relaxed(const fatiao_hits *hits)
{
    return hits != NULL && hits->is_relaxed;
}

bool
fatiao_hits_is_corrected(const fatiao_hits *hits)
{
    return hits != NULL && hits->is_corrected;
}

const char *
fatiao_hits_suggestion(const fatiao_hits *hits)
{
    return hits == NULL ? NULL : hits->suggestion;
}

size_t
fatiao_hits_missing_count(const fatiao_hits *hits)
{
    return hits == NULL ? 0 : hits->missing.count;
}

const char *
fatiao_hits_missing_at(const fatiao_hits *hits, size_t index)
{
    if (index >= fatiao_hits_missing_count(hits))
        return NULL;
    const char *const *missing = ft_array_at(&hits->missing, index);
    return *missing;
}

size_t
fatiao_hits_count(const fatiao_hits *hits)
{
    return hits == NULL ? 0 : hits->hits.count;
}

const fatiao_hit *
fatiao_hits_at(const fatiao_hits *hits, size_t index)
{
    if (index >= fatiao_hits_count(hits))
        return NULL;
    return ft_array_at(&hits->hits, index);
}

/* What making one hit needs at hand. */
typedef struct maker {
    fatiao_hits *hits;
    const ft_answer *answer;
    const ft_statute_record *statute;
    ft_matcher *matcher;
    ft_place place; /* of the article */
    ft_strbuf text; /* scratch */
} maker;

/* Moves the scratch text into the arena. NULL: no memory. */
static const char *
keep_text(maker *m)
{
    const char *kept = ft_arena_text(
        &m->hits->arena, ft_strbuf_string(&m->text), m->text.byte_count);
    if (ft_strbuf_failed(&m->text))
        return NULL;
    ft_strbuf_clear(&m->text);
    return kept;
}

static const char *
make_id(maker *m, const ft_place *place)
{
    ft_strbuf_format(&m->text, "%s#", m->statute->id);
    ft_fragment_write(&m->text, place);
    return keep_text(m);
}

static const char *
make_citation(maker *m, const ft_place *place)
{
    ft_citation_write(&m->text, m->statute->title, place,
                      m->answer->record.article);
    return keep_text(m);
}

/* Copies marks into the arena, and their causes, for a result may outlive its
 * query. NULL: no memory. */
static const fatiao_span *
keep_marks(maker *m, const ft_array *marks)
{
    const fatiao_span *all = marks->items;
    fatiao_span *kept =
        ft_arena_alloc(&m->hits->arena, marks->count * sizeof(*kept) + 1);
    for (size_t i = 0; kept != NULL && i < marks->count; i++) {
        kept[i] = all[i];
        if (all[i].cause[0] == '\0')
            continue;
        kept[i].cause =
            ft_arena_text(&m->hits->arena, all[i].cause, strlen(all[i].cause));
        if (kept[i].cause == NULL)
            return NULL;
    }
    return kept;
}

/* Reads a text that stays and copies the marks on it. */
static fatiao_status
mark_text(maker *m, const char *text, ft_strength least,
          const fatiao_span **marks, size_t *count, fatiao_error *error)
{
    ft_array found = {.item_size = sizeof(fatiao_span)};
    fatiao_status status =
        ft_matcher_read(m->matcher, text, strlen(text), error);
    if (status == FATIAO_OK)
        status = ft_matcher_marks(m->matcher, text, least, &found, error);
    if (status == FATIAO_OK) {
        *marks = keep_marks(m, &found);
        *count = found.count;
        if (*marks == NULL)
            status = ft_error_memory(error);
    }
    ft_array_finish(&found);
    return status;
}

static fatiao_status
make_clause(maker *m, const ft_answer_clause *answer, fatiao_clause *clause,
            fatiao_error *error)
{
    const fatiao_node *node = answer->node;
    ft_place place = m->place;
    if (node->kind == FATIAO_NODE_ITEM)
        ft_place_add(&place, node->parent->kind, node->parent->number, 0, 1);
    ft_place_add(&place, node->kind, node->number, 0, answer->occurrence);
    clause->id = make_id(m, &place);
    clause->citation = make_citation(m, &place);
    ft_answer_clause_text(node, &m->text);
    clause->text = keep_text(m);
    if (clause->id == NULL || clause->citation == NULL || clause->text == NULL)
        return ft_error_memory(error);
    clause->kind = node->kind;
    clause->label = node->label;
    clause->lead = node->kind == FATIAO_NODE_ITEM ? node->parent->text : "";
    clause->line = node->line;
    clause->score = answer->score;
    return mark_text(m, clause->text, answer->strength, &clause->marks,
                     &clause->mark_count, error);
}

static fatiao_status
make_clauses(maker *m, fatiao_hit *hit, fatiao_error *error)
{
    const ft_answer_clause *answers = m->answer->clauses.items;
    const size_t count = m->answer->clauses.count;
    fatiao_clause *clauses =
        ft_arena_alloc(&m->hits->arena, count * sizeof(*clauses) + 1);
    if (clauses == NULL)
        return ft_error_memory(error);
    hit->clauses = clauses;
    hit->clause_count = count;
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < count; i++)
        status = make_clause(m, &answers[i], &clauses[i], error);
    return status;
}

/* The first clause of the article, NULL if it has none. */
static const fatiao_node *
first_clause(const fatiao_node *article)
{
    const fatiao_node *node = article;
    while (node != NULL && !ft_node_is_clause(node))
        node = fatiao_node_following(node);
    return node;
}

static fatiao_status
make_opening(maker *m, fatiao_hit *hit, fatiao_error *error)
{
    const fatiao_node *node = first_clause(m->answer->record.article);
    if (node == NULL)
        return FATIAO_OK;
    fatiao_clause *opening = ft_arena_alloc(&m->hits->arena, sizeof(*opening));
    if (opening == NULL)
        return ft_error_memory(error);
    hit->opening = opening;
    const ft_answer_clause first = {
        .node = node, .strength = FT_STRENGTH_TERM, .occurrence = 1};
    return make_clause(m, &first, opening, error);
}

static fatiao_status
make_hit(maker *m, fatiao_hit *hit, fatiao_error *error)
{
    hit->id = make_id(m, &m->place);
    hit->statute_id = m->statute->id;
    hit->title = m->statute->title;
    hit->source = m->statute->source;
    hit->heading = m->answer->record.heading;
    fatiao_status status = make_clauses(m, hit, error);
    if (status == FATIAO_OK)
        status = make_opening(m, hit, error);
    m->matcher->is_title = true;
    if (status == FATIAO_OK)
        status = mark_text(m, hit->title, FT_STRENGTH_TERM, &hit->title_marks,
                           &hit->title_mark_count, error);
    m->matcher->is_title = false;
    m->matcher->is_heading = true;
    if (status == FATIAO_OK)
        status =
            mark_text(m, hit->heading, FT_STRENGTH_TERM, &hit->heading_marks,
                      &hit->heading_mark_count, error);
    m->matcher->is_heading = false;
    if (status != FATIAO_OK)
        return status;
    hit->is_cited = m->answer->is_cited;
    hit->is_advised = m->answer->is_advised;
    const bool is_article = hit->clause_count == 0 || m->answer->is_cited_whole;
    hit->citation =
        is_article ? make_citation(m, &m->place) : hit->clauses[0].citation;
    if (hit->id == NULL || hit->citation == NULL)
        return ft_error_memory(error);
    return FATIAO_OK;
}

fatiao_status
ft_hit_make(fatiao_hit *hit, fatiao_hits *hits, const ft_answer *answer,
            const ft_statute_record *statute, double score, ft_matcher *matcher,
            fatiao_error *error)
{
    maker m = {
        .hits = hits, .answer = answer, .statute = statute, .matcher = matcher};
    if (!ft_fragment_read(answer->record.fragment, &m.place))
        return ft_error_set(error, FATIAO_ERR_CORRUPT,
                            "the index names a place that cannot be: %s#%s",
                            statute->id, answer->record.fragment);
    hit->score = score;
    const fatiao_status status = make_hit(&m, hit, error);
    ft_strbuf_finish(&m.text);
    return status;
}

fatiao_status
ft_hits_add(fatiao_hits *hits, const ft_answer *answer,
            const ft_statute_record *statute, double score, ft_matcher *matcher,
            fatiao_error *error)
{
    fatiao_hit *hit = ft_array_push(&hits->hits);
    if (hit == NULL)
        return ft_error_memory(error);
    const fatiao_status status =
        ft_hit_make(hit, hits, answer, statute, score, matcher, error);
    if (status == FATIAO_OK && !hit->is_cited && !hit->is_advised &&
        !ft_selection_is_reason(matcher->query, matcher->is_relaxed) &&
        hit->clause_count == 0 && hit->title_mark_count == 0 &&
        hit->heading_mark_count == 0)
        hits->hits.count--;
    return status;
}
