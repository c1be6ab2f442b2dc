/* Spotting words in a prose and putting cues together from them. */
#include "facet/spot.h"

#include "base/error.h"

/* A word of the trie in characters [start, end). */
typedef struct word {
    uint32_t node;
    uint32_t start;
    uint32_t end;
} word;

/* The parts of a cue found so far. */
typedef struct progress {
    uint32_t start;
    uint32_t end; /* 0: none */
} progress;

/* What has been read in a prose. */
typedef struct walk {
    ft_spots *spots;
    const ft_cues *cues;
    const ft_prose *prose;
    fatiao_error *error;
    word empty[FT_CUES_COUNT]; /* the word that hides all inside it */
    word whole[FT_CUES_COUNT]; /* … that hides whole cues inside it */
} walk;

void
ft_spots_init(ft_spots *spots)
{
    *spots = (ft_spots){.words.item_size = sizeof(word),
                        .states.item_size = sizeof(progress)};
    for (size_t i = 0; i < FT_CUES_COUNT; i++)
        spots->of[i].item_size = sizeof(ft_spot);
}

void
ft_spots_finish(ft_spots *spots)
{
    for (size_t i = 0; i < FT_CUES_COUNT; i++)
        ft_array_finish(&spots->of[i]);
    ft_array_finish(&spots->words);
    ft_array_finish(&spots->states);
}

/* The node behind `node` for a character, 0 if there is none. */
static uint32_t
step(const ft_cues *cues, uint32_t node, uint32_t code)
{
    const ft_cue_edge *edges = cues->edges + cues->nodes[node].edge_first;
    uint32_t low = 0;
    uint32_t high = cues->nodes[node].edge_count;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (edges[middle].code < code)
            low = middle + 1;
        else
            high = middle;
    }
    const bool is_there =
        low < cues->nodes[node].edge_count && edges[low].code == code;
    return is_there ? edges[low].node : 0;
}

/* Puts the words that begin at a character into spots->words, short ones
 * first. */
static bool
find_words(const walk *w, uint32_t start)
{
    ft_array_clear(&w->spots->words);
    const ft_char *chars = w->prose->chars.items;
    uint32_t node = 0;
    for (uint32_t at = start; at < w->prose->chars.count; at++) {
        node = step(w->cues, node, chars[at].code);
        if (node == 0)
            return true;
        if (w->cues->nodes[node].fill_count == 0)
            continue;
        word *found = ft_array_push(&w->spots->words);
        if (found == NULL)
            return false;
        *found = (word){node, start, at + 1};
    }
    return true;
}

/* Whether a part may stand at `at` behind one that ends before `end`. */
static bool
is_in_reach(const walk *w, uint32_t end, uint32_t at, uint8_t reach)
{
    if (end == 0 || end > at)
        return false;
    const ft_stretch *before = ft_prose_clause(w->prose, end - 1);
    const ft_stretch *here = ft_prose_clause(w->prose, at);
    return reach == FT_REACH_SENTENCE ? before->sentence == here->sentence
                                      : before == here;
}

static fatiao_status
add_spot(const walk *w, const ft_cue *cue, uint32_t start, uint32_t end)
{
    const ft_cue_table table = w->cues->values[cue->value].table;
    ft_spot *spot = ft_array_push(&w->spots->of[table]);
    if (spot == NULL)
        return ft_error_memory(w->error);
    *spot = (ft_spot){cue->value, start, end};
    return FATIAO_OK;
}

/* A word has filled a part of a cue. */
static fatiao_status
fill_part(const walk *w, const word *found, const ft_cue_fill *fill)
{
    const ft_cue *cue = &w->cues->cues[fill->cue];
    uint32_t start = found->start;
    progress *states = w->spots->states.items;
    if (fill->part > 0) {
        const progress *before = &states[cue->state + fill->part - 1];
        if (!is_in_reach(w, before->end, found->start, fill->reach))
            return FATIAO_OK;
        start = before->start;
    }
    if (fill->part + 1 == cue->part_count)
        return add_spot(w, cue, start, found->end);
    states[cue->state + fill->part] = (progress){start, found->end};
    return FATIAO_OK;
}

/* Whether the word lies inside […, hidden_to). */
static bool
is_inside(const word *found, const word *by)
{
    return by->start <= found->start && found->end <= by->end &&
           by->end - by->start > found->end - found->start;
}

/* Whether the word begins in the middle of one that ends inside it: 政府引导
 * in 人民政府引导. */
static bool
cuts(const word *found, const word *by)
{
    return by->start < found->start && found->start < by->end &&
           by->end < found->end;
}

/* Of one table: a word that means nothing hides all that lies inside it, one
 * that is a whole cue only other whole cues. Of a sentence's words the first
 * wins over one that means nothing and begins inside it. */
static fatiao_status
take_fill(walk *w, const word *found, const ft_cue_fill *fill)
{
    const ft_cue *cue = &w->cues->cues[fill->cue];
    const ft_cue_value *value = &w->cues->values[cue->value];
    const bool is_whole = cue->part_count == 1;
    if (value->name[0] == '-' && value->table == FT_CUES_GRAMMAR &&
        cuts(found, &w->whole[value->table]))
        return FATIAO_OK;
    if (is_inside(found, &w->empty[value->table]) ||
        (is_whole && is_inside(found, &w->whole[value->table])))
        return FATIAO_OK;
    word *by = value->name[0] == '-' ? &w->empty[value->table]
                                     : &w->whole[value->table];
    if (is_whole && found->end > by->end)
        *by = *found;
    return fill_part(w, found, fill);
}

static fatiao_status
take_word(walk *w, const word *found)
{
    const ft_cue_node *node = &w->cues->nodes[found->node];
    const ft_cue_fill *fills = w->cues->fills + node->fill_first;
    fatiao_status status = FATIAO_OK;
    for (uint32_t i = 0; i < node->fill_count && status == FATIAO_OK; i++)
        status = take_fill(w, found, &fills[i]);
    return status;
}

fatiao_status
ft_spots_find(ft_spots *spots, const ft_cues *cues, const ft_prose *prose,
              fatiao_error *error)
{
    walk w = {.spots = spots, .cues = cues, .prose = prose, .error = error};
    for (size_t i = 0; i < FT_CUES_COUNT; i++)
        ft_array_clear(&spots->of[i]);
    ft_array_clear(&spots->states);
    if (!ft_array_resize(&spots->states, cues->state_count))
        return ft_error_memory(error);
    fatiao_status status = FATIAO_OK;
    for (uint32_t at = 0; at < prose->chars.count && status == FATIAO_OK;
         at++) {
        if (!find_words(&w, at))
            return ft_error_memory(error);
        const word *words = spots->words.items;
        for (size_t i = spots->words.count; i > 0 && status == FATIAO_OK; i--)
            status = take_word(&w, &words[i - 1]);
    }
    return status;
}
