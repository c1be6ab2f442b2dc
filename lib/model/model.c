/* Reading and writing models. */
#include "model/model.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "index/wire.h"
#include "model/signal.h"

static const char magic[] = "fatiao model 1\n";
enum { MAGIC_BYTES = sizeof(magic) - 1, HASH_BYTES = 8 };

fatiao_model *
ft_model_new(void)
{
    fatiao_model *model = calloc(1, sizeof(*model));
    if (model == NULL)
        return NULL;
    model->hash = 1;
    model->memory = ft_recall_new();
    model->trees.item_size = sizeof(ft_tree);
    return model;
}

void
fatiao_model_free(fatiao_model *model)
{
    if (model == NULL)
        return;
    ft_recall_finish(&model->memory);
    ft_array_finish(&model->trees);
    ft_strbuf_finish(&model->bytes);
    free(model);
}

/* What a model must have been made with to fit this library. */
static void
write_fit(ft_strbuf *out)
{
    char analyzer[FT_ANALYZER_VERSION_BYTES];
    ft_analyzer_version(analyzer);
    ft_strbuf_text(out, analyzer);
    for (int i = 0; i < FT_SIGNAL_COUNT; i++) {
        ft_strbuf_text(out, "\n");
        ft_strbuf_text(out, ft_signal_name((ft_signal)i));
    }
}

/* ----------------------------------------------------------------- writing */

static void
put_fixed(ft_strbuf *out, uint64_t value, int byte_count)
{
    for (int i = 0; i < byte_count; i++) {
        const unsigned char byte = (unsigned char)(value >> (8 * i));
        ft_strbuf_bytes(out, &byte, 1);
    }
}

static void
put_float(ft_strbuf *out, float value)
{
    uint32_t bits;
    memcpy(&bits, &value, sizeof(bits));
    put_fixed(out, bits, sizeof(bits));
}

static void
write_places(const ft_recall *memory, ft_strbuf *out)
{
    ft_wire_put_number(out, memory->statutes.count);
    const ft_recall_statute *statutes = memory->statutes.items;
    for (size_t i = 0; i < memory->statutes.count; i++) {
        ft_wire_put_string(out, statutes[i].id, strlen(statutes[i].id));
        ft_strbuf_bytes(out, statutes[i].digest.bytes,
                        sizeof(statutes[i].digest.bytes));
    }
    ft_wire_put_number(out, memory->divisions.count);
    const uint32_t *divisions = memory->divisions.items;
    for (size_t i = 0; i < memory->divisions.count; i++)
        ft_wire_put_number(out, divisions[i]);
    ft_wire_put_number(out, memory->articles.count);
    const ft_recall_article *articles = memory->articles.items;
    for (size_t i = 0; i < memory->articles.count; i++) {
        ft_wire_put_number(out, articles[i].division);
        ft_wire_put_number(out, articles[i].place);
    }
}

static void
write_questions(const ft_recall *memory, ft_strbuf *out)
{
    ft_wire_put_number(out, memory->questions.count);
    const ft_recall_question *questions = memory->questions.items;
    const uint32_t *answers = memory->answers.items;
    for (size_t i = 0; i < memory->questions.count; i++) {
        ft_wire_put_number(out, questions[i].length);
        ft_wire_put_number(out, questions[i].answer_count);
        for (uint32_t k = 0; k < questions[i].answer_count; k++)
            ft_wire_put_number(out, answers[questions[i].answer_first + k]);
    }
}

static void
write_terms(const ft_recall *memory, ft_strbuf *out)
{
    ft_wire_put_number(out, memory->terms.count);
    const ft_recall_term *terms = memory->terms.items;
    for (size_t i = 0; i < memory->terms.count; i++) {
        put_fixed(out, terms[i].hash, HASH_BYTES);
        ft_wire_put_number(out, terms[i].posting_count);
        const ft_recall_posting *postings =
            (const ft_recall_posting *)memory->postings.items +
            terms[i].posting_first;
        uint32_t before = 0;
        for (uint32_t k = 0; k < terms[i].posting_count; k++) {
            ft_wire_put_number(out, postings[k].question - before);
            ft_wire_put_number(out, postings[k].frequency);
            before = postings[k].question;
        }
    }
}

static void
write_trees(const ft_array *trees, ft_strbuf *out)
{
    ft_wire_put_number(out, trees->count);
    const ft_tree *all = trees->items;
    for (size_t i = 0; i < trees->count; i++) {
        for (int k = 0; k < FT_TREE_SPLITS; k++) {
            ft_wire_put_number(out, all[i].splits[k].feature);
            put_float(out, all[i].splits[k].limit);
        }
        for (int k = 0; k < FT_TREE_LEAVES; k++)
            put_float(out, all[i].leaves[k]);
    }
}

static void
set_hash(fatiao_model *model, uint64_t hash)
{
    model->hash = hash == 0 ? 1 : hash;
}

fatiao_status
ft_model_seal(fatiao_model *model, fatiao_error *error)
{
    ft_strbuf *out = &model->bytes;
    ft_strbuf fit = {0};
    write_fit(&fit);
    ft_strbuf_clear(out);
    ft_strbuf_bytes(out, magic, MAGIC_BYTES);
    ft_wire_put_string(out, ft_strbuf_string(&fit), fit.byte_count);
    write_places(&model->memory, out);
    write_questions(&model->memory, out);
    write_terms(&model->memory, out);
    write_trees(&model->trees, out);
    const uint64_t hash = XXH3_64bits(ft_strbuf_string(out), out->byte_count);
    put_fixed(out, hash, HASH_BYTES);
    set_hash(model, hash);
    const bool failed = ft_strbuf_failed(out) || ft_strbuf_failed(&fit);
    ft_strbuf_finish(&fit);
    return failed ? ft_error_memory(error) : FATIAO_OK;
}

const void *
fatiao_model_bytes(const fatiao_model *model, size_t *byte_count)
{
    *byte_count = model == NULL ? 0 : model->bytes.byte_count;
    return model == NULL ? NULL : ft_strbuf_string(&model->bytes);
}

/* ----------------------------------------------------------------- reading */

/* Bytes being read into a model. */
typedef struct reading {
    ft_wire wire;
    fatiao_model *model;
    bool has_no_memory;
} reading;

static uint64_t
read_fixed(ft_wire *wire, int byte_count)
{
    const char *bytes = ft_wire_bytes(wire, (size_t)byte_count);
    uint64_t value = 0;
    for (int i = 0; bytes != NULL && i < byte_count; i++)
        value |= (uint64_t)(unsigned char)bytes[i] << (8 * i);
    return value;
}

/* NaN is a failure: nothing can be ordered by it. */
static float
read_float(ft_wire *wire)
{
    const uint32_t bits = (uint32_t)read_fixed(wire, sizeof(bits));
    float value;
    memcpy(&value, &bits, sizeof(value));
    wire->failed |= isnan(value);
    return value;
}

/* A number below `end`. */
static uint32_t
read_below(ft_wire *wire, size_t end)
{
    const uint32_t value = (uint32_t)ft_wire_number(wire, UINT32_MAX);
    wire->failed |= value >= end;
    return wire->failed ? 0 : value;
}

/* How many follow, each of them at least one byte. */
static uint32_t
read_count(ft_wire *wire)
{
    return (uint32_t)ft_wire_number(wire, wire->byte_count - wire->at);
}

static void *
push(reading *r, ft_array *array)
{
    void *item = ft_array_push(array);
    if (item == NULL) {
        r->has_no_memory = true;
        r->wire.failed = true;
    }
    return item;
}

static void
read_places(reading *r)
{
    ft_recall *memory = &r->model->memory;
    ft_wire *wire = &r->wire;
    for (uint32_t left = read_count(wire); !wire->failed && left > 0; left--) {
        ft_recall_statute *statute = push(r, &memory->statutes);
        if (statute == NULL)
            return;
        statute->id = ft_wire_text(wire, &memory->arena);
        r->has_no_memory |= statute->id == NULL;
        const char *digest = ft_wire_bytes(wire, sizeof(statute->digest.bytes));
        if (digest != NULL)
            memcpy(statute->digest.bytes, digest,
                   sizeof(statute->digest.bytes));
    }
    for (uint32_t left = read_count(wire); !wire->failed && left > 0; left--) {
        uint32_t *statute = push(r, &memory->divisions);
        if (statute != NULL)
            *statute = read_below(wire, memory->statutes.count);
    }
    for (uint32_t left = read_count(wire); !wire->failed && left > 0; left--) {
        ft_recall_article *article = push(r, &memory->articles);
        if (article == NULL)
            return;
        article->division = read_below(wire, memory->divisions.count);
        article->place = read_below(wire, UINT32_MAX);
    }
}

static void
read_questions(reading *r)
{
    ft_recall *memory = &r->model->memory;
    ft_wire *wire = &r->wire;
    for (uint32_t left = read_count(wire); !wire->failed && left > 0; left--) {
        ft_recall_question *question = push(r, &memory->questions);
        if (question == NULL)
            return;
        question->length = read_below(wire, UINT32_MAX);
        question->answer_first = (uint32_t)memory->answers.count;
        question->answer_count = read_count(wire);
        for (uint32_t i = 0; !wire->failed && i < question->answer_count; i++) {
            uint32_t *answer = push(r, &memory->answers);
            if (answer != NULL)
                *answer = read_below(wire, memory->articles.count);
        }
    }
}

static void
read_postings(reading *r, ft_recall_term *term)
{
    ft_recall *memory = &r->model->memory;
    term->posting_first = (uint32_t)memory->postings.count;
    term->posting_count = read_count(&r->wire);
    uint64_t question = 0;
    for (uint32_t i = 0; !r->wire.failed && i < term->posting_count; i++) {
        const uint32_t step = read_below(&r->wire, memory->questions.count);
        r->wire.failed |= i > 0 && step == 0;
        question += step;
        r->wire.failed |= question >= memory->questions.count;
        ft_recall_posting *posting = push(r, &memory->postings);
        if (posting == NULL)
            return;
        posting->question = (uint32_t)question;
        posting->frequency = read_below(&r->wire, UINT32_MAX);
    }
}

static void
read_terms(reading *r)
{
    ft_recall *memory = &r->model->memory;
    uint64_t before = 0;
    for (uint32_t left = read_count(&r->wire); !r->wire.failed && left > 0;
         left--) {
        ft_recall_term term = {.hash = read_fixed(&r->wire, HASH_BYTES)};
        r->wire.failed |= term.hash <= before;
        before = term.hash;
        read_postings(r, &term);
        ft_recall_term *added = push(r, &memory->terms);
        if (added != NULL)
            *added = term;
    }
}

static void
read_trees(reading *r)
{
    for (uint32_t left = read_count(&r->wire); !r->wire.failed && left > 0;
         left--) {
        ft_tree *tree = push(r, &r->model->trees);
        if (tree == NULL)
            return;
        for (int k = 0; k < FT_TREE_SPLITS; k++) {
            tree->splits[k].feature = read_below(&r->wire, FT_SIGNAL_COUNT);
            tree->splits[k].limit = read_float(&r->wire);
        }
        for (int k = 0; k < FT_TREE_LEAVES; k++) {
            tree->leaves[k] = read_float(&r->wire);
            r->wire.failed |= !isfinite(tree->leaves[k]);
        }
    }
}

static bool
fits(ft_wire *wire)
{
    ft_strbuf fit = {0};
    write_fit(&fit);
    size_t byte_count;
    const char *bytes = ft_wire_string(wire, &byte_count);
    const bool is_same = !wire->failed && byte_count == fit.byte_count &&
                         memcmp(bytes, ft_strbuf_string(&fit), byte_count) == 0;
    ft_strbuf_finish(&fit);
    return is_same;
}

/* Checks all that stands around the model's own parts. */
static fatiao_status
check_frame(const char *bytes, size_t byte_count, uint64_t *hash,
            fatiao_error *error)
{
    if (byte_count < MAGIC_BYTES || memcmp(bytes, magic, MAGIC_BYTES) != 0)
        return ft_error_set(error, FATIAO_ERR_FORMAT,
                            "this is no model of this version; make it anew "
                            "with fatiao learn");
    if (byte_count < MAGIC_BYTES + HASH_BYTES)
        return ft_error_set(error, FATIAO_ERR_CORRUPT,
                            "the model is damaged; make it anew");
    ft_wire end = {bytes + byte_count - HASH_BYTES, HASH_BYTES, 0, false};
    *hash = read_fixed(&end, HASH_BYTES);
    if (*hash != XXH3_64bits(bytes, byte_count - HASH_BYTES))
        return ft_error_set(error, FATIAO_ERR_CORRUPT,
                            "the model is damaged; make it anew");
    return FATIAO_OK;
}

static fatiao_status
read_model(reading *r, fatiao_error *error)
{
    if (!fits(&r->wire))
        return ft_error_set(error, FATIAO_ERR_FORMAT,
                            "the model was made by another version; make it "
                            "anew with fatiao learn");
    read_places(r);
    read_questions(r);
    read_terms(r);
    read_trees(r);
    if (r->has_no_memory)
        return ft_error_memory(error);
    if (r->wire.failed || r->wire.at != r->wire.byte_count)
        return ft_error_set(error, FATIAO_ERR_CORRUPT,
                            "the model is damaged; make it anew");
    return FATIAO_OK;
}

fatiao_status
fatiao_model_parse(const void *bytes, size_t byte_count, fatiao_model **out,
                   fatiao_error *error)
{
    ft_error_clear(error);
    if (out == NULL)
        return ft_error_argument(error, "out is NULL");
    *out = NULL;
    if (bytes == NULL)
        return ft_error_argument(error, "bytes is NULL");
    uint64_t hash = 0;
    fatiao_status status = check_frame(bytes, byte_count, &hash, error);
    if (status != FATIAO_OK)
        return status;
    reading r = {.wire = {bytes, byte_count - HASH_BYTES, MAGIC_BYTES, false},
                 .model = ft_model_new()};
    if (r.model == NULL)
        return ft_error_memory(error);
    status = read_model(&r, error);
    ft_strbuf_bytes(&r.model->bytes, bytes, byte_count);
    if (status == FATIAO_OK && ft_strbuf_failed(&r.model->bytes))
        status = ft_error_memory(error);
    if (status == FATIAO_OK) {
        set_hash(r.model, hash);
        *out = r.model;
    } else {
        fatiao_model_free(r.model);
    }
    return status;
}
