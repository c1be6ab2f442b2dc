/* Asking the memory: BM25 between the question and each earlier one, the votes
 * of the nearest, and BM25 between the question and all that each place has
 * answered. */
#include "model/recall.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/error.h"

/* BM25 between questions, and between a question and those of a place; what a
 * single character counts beside a word or pair. */
static const double question_k1 = 1.6;
static const double question_b = 0.75;
static const double place_k1 = 1.2;
static const double place_b = 0.6;
static const double char_factor = 0.5;

/* How many of the nearest questions vote, and the power of their nearness. */
enum { VOTERS_MAX = 100 };
static const double vote_power = 3;
static const double vote_least = 0.001;

ft_recall
ft_recall_new(void)
{
    return (ft_recall){.statutes.item_size = sizeof(ft_recall_statute),
                       .divisions.item_size = sizeof(uint32_t),
                       .articles.item_size = sizeof(ft_recall_article),
                       .questions.item_size = sizeof(ft_recall_question),
                       .answers.item_size = sizeof(uint32_t),
                       .terms.item_size = sizeof(ft_recall_term),
                       .postings.item_size = sizeof(ft_recall_posting)};
}

void
ft_recall_finish(ft_recall *memory)
{
    ft_array_finish(&memory->statutes);
    ft_array_finish(&memory->divisions);
    ft_array_finish(&memory->articles);
    ft_array_finish(&memory->questions);
    ft_array_finish(&memory->answers);
    ft_array_finish(&memory->terms);
    ft_array_finish(&memory->postings);
    ft_arena_finish(&memory->arena);
}

uint64_t
ft_recall_hash(const ft_query_term *term)
{
    if (term->cause != NULL || term->kind == FT_TOKEN_RUN)
        return 0;
    /* Kinds are kept apart by seeds that differ in their upper halves: those of
     * near numbers meet in the hashes of three bytes. */
    const uint64_t seed = ((uint64_t)term->kind + 1) << 48;
    return XXH3_64bits_withSeed(term->bytes, term->byte_count, seed);
}

/* ------------------------------------------------------------------- levels */

/* Places of one level: which each answer belongs to, and what is gathered. */
typedef struct level {
    const ft_recall *memory;
    ft_recall_level *out;
    uint32_t (*place_of)(const ft_recall *memory, uint32_t article);
    size_t count;
    uint32_t *lengths; /* of the questions that each place answered */
    double average;
    float *counts;     /* of one term in these questions */
    uint32_t *touched; /* the places whose count is not 0 */
    uint32_t *askers;  /* the last question that touched each place, plus 1 */
} level;

static uint32_t
article_itself(const ft_recall *memory, uint32_t article)
{
    (void)memory;
    return article;
}

static uint32_t
division_of(const ft_recall *memory, uint32_t article)
{
    const ft_recall_article *all = memory->articles.items;
    return all[article].division;
}

static uint32_t
statute_of(const ft_recall *memory, uint32_t article)
{
    const uint32_t *all = memory->divisions.items;
    return all[division_of(memory, article)];
}

static void
level_finish(level *l)
{
    free(l->lengths);
    free(l->counts);
    free(l->touched);
    free(l->askers);
}

/* Adds up how much was asked about each place. */
static void
sum_lengths(level *l, uint32_t skipped)
{
    const ft_recall *memory = l->memory;
    const ft_recall_question *questions = memory->questions.items;
    const uint32_t *answers = memory->answers.items;
    double sum = 0;
    size_t asked = 0;
    for (uint32_t q = 0; q < memory->questions.count; q++)
        for (uint32_t i = 0; q != skipped && i < questions[q].answer_count;
             i++) {
            const uint32_t place =
                l->place_of(memory, answers[questions[q].answer_first + i]);
            if (l->askers[place] == q + 1)
                continue;
            l->askers[place] = q + 1;
            asked += l->lengths[place] == 0;
            l->lengths[place] += questions[q].length;
            sum += questions[q].length;
        }
    l->average = asked > 0 && sum > 0 ? sum / (double)asked : 1;
}

static fatiao_status
level_init(level *l, uint32_t skipped, fatiao_error *error)
{
    const size_t room = l->count + 1;
    l->out->votes.item_size = sizeof(float);
    l->out->words.item_size = sizeof(float);
    l->lengths = calloc(room, sizeof(*l->lengths));
    l->counts = calloc(room, sizeof(*l->counts));
    l->touched = calloc(room, sizeof(*l->touched));
    l->askers = calloc(room, sizeof(*l->askers));
    if (!ft_array_resize(&l->out->votes, l->count) ||
        !ft_array_resize(&l->out->words, l->count) || l->lengths == NULL ||
        l->counts == NULL || l->touched == NULL || l->askers == NULL)
        return ft_error_memory(error);
    sum_lengths(l, skipped);
    memset(l->askers, 0, room * sizeof(*l->askers));
    return FATIAO_OK;
}

/* Adds what one term of the question is worth to each place about which it was
 * asked before. `askers` tells a place that one question names twice; the terms
 * use numbers one after another, from `*asker` on. */
static void
add_words(level *l, const ft_recall_posting *postings, uint32_t count,
          uint32_t skipped, double weight, uint32_t *asker)
{
    const ft_recall_question *questions = l->memory->questions.items;
    const uint32_t *answers = l->memory->answers.items;
    float *words = l->out->words.items;
    size_t touched = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (postings[i].question == skipped)
            continue;
        ++*asker;
        const ft_recall_question *q = &questions[postings[i].question];
        for (uint32_t k = 0; k < q->answer_count; k++) {
            const uint32_t place =
                l->place_of(l->memory, answers[q->answer_first + k]);
            if (l->askers[place] == *asker)
                continue;
            l->askers[place] = *asker;
            if (l->counts[place] <= 0)
                l->touched[touched++] = place;
            l->counts[place] += (float)postings[i].frequency;
        }
    }
    for (size_t i = 0; i < touched; i++) {
        const uint32_t place = l->touched[i];
        const double length =
            1 - place_b + place_b * l->lengths[place] / l->average;
        const double n = l->counts[place];
        words[place] +=
            (float)(weight * n * (place_k1 + 1) / (n + place_k1 * length));
        l->counts[place] = 0;
    }
}

/* Makes the greatest value 1; returns what it was. */
static double
scale(ft_array *values)
{
    float *all = values->items;
    float most = 0;
    for (size_t i = 0; i < values->count; i++)
        if (all[i] > most)
            most = all[i];
    for (size_t i = 0; i < values->count && most > 0; i++)
        all[i] /= most;
    return most;
}

static void
level_scale(ft_recall_level *l)
{
    scale(&l->votes);
    l->word_best = scale(&l->words);
    const float *votes = l->votes.items;
    l->vote_sum = 0;
    for (size_t i = 0; i < l->votes.count; i++)
        l->vote_sum += votes[i];
}

/* ------------------------------------------------------------------ asking */

enum { LEVEL_COUNT = 3 };

/* One question to the memory. */
typedef struct asking {
    const ft_recall *memory;
    uint32_t skipped;
    level levels[LEVEL_COUNT];
    float *nearness; /* of each earlier question */
    double average_length;
    uint32_t asker;
} asking;

static const ft_recall_term *
find_term(const ft_recall *memory, uint64_t hash)
{
    const ft_recall_term *all = memory->terms.items;
    size_t low = 0;
    size_t high = memory->terms.count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (all[middle].hash < hash)
            low = middle + 1;
        else
            high = middle;
    }
    return low < memory->terms.count && all[low].hash == hash ? &all[low]
                                                              : NULL;
}

/* The inverse frequency of a term that `holders` of the questions have. */
static double
question_idf(const ft_recall *memory, double holders)
{
    const double questions = (double)memory->questions.count;
    return log(1 + (questions - holders + 0.5) / (holders + 0.5));
}

/* What a term is worth, by how many earlier questions have it: those but
 * `skipped`. */
static double
term_weight(const asking *a, const ft_recall_posting *postings, uint32_t count,
            const ft_query_term *term)
{
    double holders = count;
    for (uint32_t i = 0; i < count; i++)
        holders -= postings[i].question == a->skipped;
    const double idf = question_idf(a->memory, holders);
    return term->kind == FT_TOKEN_CHAR ? char_factor * idf : idf;
}

static void
add_term(asking *a, const ft_query_term *term)
{
    const uint64_t hash = ft_recall_hash(term);
    const ft_recall_term *found = hash == 0 ? NULL : find_term(a->memory, hash);
    if (found == NULL)
        return;
    const ft_recall_question *questions = a->memory->questions.items;
    const ft_recall_posting *postings =
        (const ft_recall_posting *)a->memory->postings.items +
        found->posting_first;
    const double weight = term_weight(a, postings, found->posting_count, term);
    const double here = 2.0 * term->frequency / (1.0 + term->frequency);
    for (uint32_t i = 0; i < found->posting_count; i++) {
        const ft_recall_posting *p = &postings[i];
        if (p->question == a->skipped)
            continue;
        const double length =
            1 - question_b +
            question_b * questions[p->question].length / a->average_length;
        a->nearness[p->question] +=
            (float)(here * weight * p->frequency * (question_k1 + 1) /
                    (p->frequency + question_k1 * length));
    }
    for (int i = 0; i < LEVEL_COUNT; i++)
        add_words(&a->levels[i], postings, found->posting_count, a->skipped,
                  weight, &a->asker);
}

/* An earlier question and how near it is. */
typedef struct voter {
    float nearness;
    uint32_t question;
} voter;

static int
compare_voters(const void *left, const void *right)
{
    const voter *a = left;
    const voter *b = right;
    if (a->nearness != b->nearness)
        return a->nearness > b->nearness ? -1 : 1;
    return a->question < b->question ? -1 : a->question > b->question;
}

/* Lets a question vote for what answered it. */
static void
vote(asking *a, uint32_t question, double weight)
{
    const ft_recall_question *q = ft_array_at(&a->memory->questions, question);
    const uint32_t *answers = a->memory->answers.items;
    for (uint32_t k = 0; k < q->answer_count; k++)
        for (int i = 0; i < LEVEL_COUNT; i++) {
            level *l = &a->levels[i];
            const uint32_t place =
                l->place_of(a->memory, answers[q->answer_first + k]);
            ((float *)l->out->votes.items)[place] +=
                (float)(weight / sqrt(q->answer_count));
        }
}

/* Lets the nearest questions vote. */
static fatiao_status
vote_all(asking *a, double *nearest, fatiao_error *error)
{
    const size_t count = a->memory->questions.count;
    voter *voters = malloc((count + 1) * sizeof(*voters));
    if (voters == NULL)
        return ft_error_memory(error);
    size_t voter_count = 0;
    for (uint32_t q = 0; q < count; q++)
        if (a->nearness[q] > 0)
            voters[voter_count++] = (voter){a->nearness[q], q};
    if (voter_count > 1)
        qsort(voters, voter_count, sizeof(*voters), compare_voters);
    *nearest = voter_count > 0 ? voters[0].nearness : 0;
    for (size_t i = 0; i < voter_count && i < VOTERS_MAX; i++) {
        const double weight = pow(voters[i].nearness / *nearest, vote_power);
        if (weight < vote_least)
            break;
        vote(a, voters[i].question, weight);
    }
    free(voters);
    return FATIAO_OK;
}

/* The mean length of the questions. */
static double
average_length(const ft_recall *memory)
{
    const ft_recall_question *all = memory->questions.items;
    double sum = 0;
    for (size_t i = 0; i < memory->questions.count; i++)
        sum += all[i].length;
    return sum > 0 ? sum / (double)memory->questions.count : 1;
}

static fatiao_status
asking_init(asking *a, ft_recall_votes *votes, fatiao_error *error)
{
    const ft_recall *memory = a->memory;
    a->levels[0] = (level){.out = &votes->articles,
                           .place_of = article_itself,
                           .count = memory->articles.count};
    a->levels[1] = (level){.out = &votes->divisions,
                           .place_of = division_of,
                           .count = memory->divisions.count};
    a->levels[2] = (level){.out = &votes->statutes,
                           .place_of = statute_of,
                           .count = memory->statutes.count};
    a->average_length = average_length(memory);
    a->nearness = calloc(memory->questions.count + 1, sizeof(*a->nearness));
    fatiao_status status =
        a->nearness == NULL ? ft_error_memory(error) : FATIAO_OK;
    for (int i = 0; i < LEVEL_COUNT; i++)
        a->levels[i].memory = memory;
    for (int i = 0; status == FATIAO_OK && i < LEVEL_COUNT; i++)
        status = level_init(&a->levels[i], a->skipped, error);
    return status;
}

fatiao_status
ft_recall_ask(const ft_recall *memory, const fatiao_query *query,
              uint32_t skipped, ft_recall_votes *votes, fatiao_error *error)
{
    *votes = (ft_recall_votes){0};
    asking a = {.memory = memory, .skipped = skipped};
    fatiao_status status = asking_init(&a, votes, error);
    const ft_query_term *terms = query->terms.items;
    for (size_t i = 0; status == FATIAO_OK && i < query->terms.count; i++)
        add_term(&a, &terms[i]);
    if (status == FATIAO_OK)
        status = vote_all(&a, &votes->nearest, error);
    if (status == FATIAO_OK) {
        votes->nearest /= question_idf(memory, 1);
        level_scale(&votes->articles);
        level_scale(&votes->divisions);
        level_scale(&votes->statutes);
    }
    for (int i = 0; i < LEVEL_COUNT; i++)
        level_finish(&a.levels[i]);
    free(a.nearness);
    if (status != FATIAO_OK)
        ft_recall_votes_finish(votes);
    return status;
}

static void
memory_level_finish(ft_recall_level *l)
{
    ft_array_finish(&l->votes);
    ft_array_finish(&l->words);
}

void
ft_recall_votes_finish(ft_recall_votes *votes)
{
    memory_level_finish(&votes->articles);
    memory_level_finish(&votes->divisions);
    memory_level_finish(&votes->statutes);
}
