/* Reading the files of cues. Words are put into a trie whose nodes are linked
 * first child, next sibling; at the end it is laid out with ordered edges. */
#include "facet/cue.h"

#include <stdlib.h>
#include <string.h>

#include "base/array.h"
#include "base/error.h"
#include "text/fold.h"
#include "text/utf8.h"

enum { WORD_CHARS_MAX = 40 };
static const uint32_t NONE = UINT32_MAX;

static const char *const table_names[FT_CUES_COUNT] = {
    "measure", "beneficiary", "department", "ground", "comparator", "grammar"};

/* A node of the trie while it grows, and the first of its fills. */
typedef struct twig {
    uint32_t code;
    uint32_t child;
    uint32_t next;
    uint32_t fill;
} twig;

typedef struct linked_fill {
    ft_cue_fill fill;
    uint32_t next;
} linked_fill;

/* A named list of words, <少>. */
typedef struct word_list {
    const char *name; /* in the source */
    size_t name_byte_count;
    ft_cue_table table;
    uint32_t word_first; /* in `words` */
    uint32_t word_count;
} word_list;

typedef struct slice {
    const char *text;
    size_t byte_count;
} slice;

typedef struct maker {
    ft_array twigs;  /* of twig */
    ft_array fills;  /* of linked_fill */
    ft_array cues;   /* of ft_cue */
    ft_array values; /* of ft_cue_value, names owned */
    ft_array lists;  /* of word_list */
    ft_array words;  /* of slice: those of the lists */
    ft_array chars;  /* of ft_char: scratch */
    uint32_t state_count;
    ft_cue_table table;
    const char *source;
    uint32_t line;
    fatiao_error *error;
} maker;

static fatiao_status
fail(const maker *m, const char *message)
{
    ft_error_set(m->error, FATIAO_ERR_SYNTAX, "%s", message);
    ft_error_place(m->error, m->source, m->line, 0);
    return FATIAO_ERR_SYNTAX;
}

/* The next word of `rest`, which moves behind it; empty at the end. */
static slice
next_word(slice *rest)
{
    while (rest->byte_count > 0 && rest->text[0] == ' ') {
        rest->text++;
        rest->byte_count--;
    }
    slice word = {rest->text, 0};
    while (word.byte_count < rest->byte_count &&
           rest->text[word.byte_count] != ' ')
        word.byte_count++;
    rest->text += word.byte_count;
    rest->byte_count -= word.byte_count;
    return word;
}

static bool
is_same(slice a, const char *text, size_t byte_count)
{
    return a.byte_count == byte_count && memcmp(a.text, text, byte_count) == 0;
}

/* ------------------------------------------------------------------ the trie
 */

static uint32_t
add_twig(maker *m, uint32_t code)
{
    twig *made = ft_array_push(&m->twigs);
    if (made == NULL)
        return NONE;
    *made = (twig){code, NONE, NONE, NONE};
    return (uint32_t)(m->twigs.count - 1);
}

/* The child of `parent` for a character, made if need be. */
static uint32_t
grow(maker *m, uint32_t parent, uint32_t code)
{
    const twig *all = m->twigs.items;
    for (uint32_t i = all[parent].child; i != NONE; i = all[i].next)
        if (all[i].code == code)
            return i;
    const uint32_t made = add_twig(m, code);
    if (made == NONE)
        return NONE;
    twig *twigs = m->twigs.items;
    twigs[made].next = twigs[parent].child;
    twigs[parent].child = made;
    return made;
}

static fatiao_status
add_word(maker *m, slice word, ft_cue_fill fill)
{
    ft_array_clear(&m->chars);
    const fatiao_status status =
        ft_fold(word.text, word.byte_count, &m->chars, m->error);
    if (status != FATIAO_OK)
        return status;
    if (m->chars.count == 0 || m->chars.count > WORD_CHARS_MAX)
        return fail(m, "a word has 1 to 40 characters");
    const ft_char *chars = m->chars.items;
    uint32_t at = 0;
    for (size_t i = 0; i < m->chars.count && at != NONE; i++)
        at = grow(m, at, chars[i].code);
    linked_fill *made = at == NONE ? NULL : ft_array_push(&m->fills);
    if (made == NULL)
        return ft_error_memory(m->error);
    twig *end = ft_array_at(&m->twigs, at);
    *made = (linked_fill){fill, end->fill};
    end->fill = (uint32_t)(m->fills.count - 1);
    return FATIAO_OK;
}

/* ---------------------------------------------------------------- the lines */

static const word_list *
find_list(const maker *m, slice name)
{
    const word_list *lists = m->lists.items;
    for (size_t i = 0; i < m->lists.count; i++)
        if (lists[i].table == m->table &&
            is_same(name, lists[i].name, lists[i].name_byte_count))
            return &lists[i];
    return NULL;
}

/* One part of a cue: a word, or every word of a list. */
static fatiao_status
add_part(maker *m, slice part, ft_cue_fill fill)
{
    if (part.byte_count == 0)
        return fail(m, "a cue or a part of one is empty");
    if (part.text[0] != '<')
        return add_word(m, part, fill);
    const word_list *list = find_list(m, part);
    if (list == NULL)
        return fail(m, "a list is used that no line before has made");
    fatiao_status status = FATIAO_OK;
    for (uint32_t i = 0; i < list->word_count && status == FATIAO_OK; i++) {
        const slice *word = ft_array_at(&m->words, list->word_first + i);
        status = add_word(m, *word, fill);
    }
    return status;
}

/* "A~B~~C". */
static fatiao_status
add_cue(maker *m, slice text, uint32_t value)
{
    const uint32_t index = (uint32_t)m->cues.count;
    if (ft_array_push(&m->cues) == NULL)
        return ft_error_memory(m->error);
    uint8_t count = 0;
    uint8_t reach = FT_REACH_CLAUSE;
    for (size_t at = 0; at <= text.byte_count; count++) {
        const char *sign = memchr(text.text + at, '~', text.byte_count - at);
        const size_t end =
            sign == NULL ? text.byte_count : (size_t)(sign - text.text);
        if (count == FT_CUE_PARTS_MAX)
            return fail(m, "a cue has more than four parts");
        const fatiao_status status =
            add_part(m, (slice){text.text + at, end - at},
                     (ft_cue_fill){index, count, reach});
        if (status != FATIAO_OK)
            return status;
        const bool is_far =
            end + 1 < text.byte_count && text.text[end + 1] == '~';
        reach = is_far ? FT_REACH_SENTENCE : FT_REACH_CLAUSE;
        at = end + 1 + is_far;
    }
    ft_cue *cue = ft_array_at(&m->cues, index);
    *cue = (ft_cue){value, NONE, count};
    if (count > 1) {
        cue->state = m->state_count;
        m->state_count += count - 1u;
    }
    return FATIAO_OK;
}

/* The value of that name in this table, made if need be. NONE: no memory. */
static uint32_t
add_value(maker *m, slice name)
{
    const bool is_kept = name.text[name.byte_count - 1] == '!';
    name.byte_count -= is_kept;
    const ft_cue_value *values = m->values.items;
    for (uint32_t i = 0; i < m->values.count; i++)
        if (values[i].table == m->table &&
            is_same(name, values[i].name, strlen(values[i].name)))
            return i;
    char *copy = strndup(name.text, name.byte_count);
    ft_cue_value *made = copy == NULL ? NULL : ft_array_push(&m->values);
    if (made == NULL) {
        free(copy);
        return NONE;
    }
    *made = (ft_cue_value){copy, m->table, is_kept};
    return (uint32_t)(m->values.count - 1);
}

static fatiao_status
add_list(maker *m, slice name, slice rest)
{
    if (find_list(m, name) != NULL)
        return fail(m, "the list is made twice");
    word_list *list = ft_array_push(&m->lists);
    if (list == NULL)
        return ft_error_memory(m->error);
    *list = (word_list){name.text, name.byte_count, m->table,
                        (uint32_t)m->words.count, 0};
    for (slice word = next_word(&rest); word.byte_count > 0;
         word = next_word(&rest)) {
        slice *kept = ft_array_push(&m->words);
        if (kept == NULL)
            return ft_error_memory(m->error);
        *kept = word;
        list->word_count++;
    }
    return FATIAO_OK;
}

static fatiao_status
set_table(maker *m, slice name)
{
    for (size_t i = 0; i < FT_CUES_COUNT; i++) {
        if (is_same(name, table_names[i], strlen(table_names[i]))) {
            m->table = (ft_cue_table)i;
            return FATIAO_OK;
        }
    }
    return fail(m, "there is no facet of this name");
}

static fatiao_status
add_line(maker *m, slice line)
{
    const char *comment = memchr(line.text, '#', line.byte_count);
    if (comment != NULL)
        line.byte_count = (size_t)(comment - line.text);
    if (!ft_utf8_is_valid(line.text, line.byte_count, NULL))
        return fail(m, "the line is not UTF-8");
    const slice name = next_word(&line);
    if (name.byte_count == 0)
        return FATIAO_OK;
    const slice sign = next_word(&line);
    if (is_same(name, "facet", 5))
        return set_table(m, sign);
    if (m->table == FT_CUES_COUNT)
        return fail(m, "the file does not begin with a line such as: "
                       "facet measure");
    if (!is_same(sign, "=", 1))
        return fail(m, "a line is: VALUE = CUE CUE");
    if (name.text[0] == '<')
        return add_list(m, name, line);
    const uint32_t value = add_value(m, name);
    if (value == NONE)
        return ft_error_memory(m->error);
    fatiao_status status = FATIAO_OK;
    for (slice cue = next_word(&line);
         cue.byte_count > 0 && status == FATIAO_OK; cue = next_word(&line))
        status = add_cue(m, cue, value);
    return status;
}

static fatiao_status
add_source(maker *m, const ft_cue_source *source)
{
    m->source = source->name;
    m->line = 0;
    m->table = FT_CUES_COUNT;
    for (size_t at = 0; at < source->byte_count;) {
        const char *line = source->text + at;
        const char *feed = memchr(line, '\n', source->byte_count - at);
        const size_t length =
            feed == NULL ? source->byte_count - at : (size_t)(feed - line);
        m->line++;
        const fatiao_status status = add_line(m, (slice){line, length});
        if (status != FATIAO_OK)
            return status;
        at += length + 1;
    }
    return FATIAO_OK;
}

/* ------------------------------------------------------------ laying it out */

static int
compare_edges(const void *left, const void *right)
{
    const ft_cue_edge *a = left;
    const ft_cue_edge *b = right;
    return (a->code > b->code) - (a->code < b->code);
}

static fatiao_status
lay_out(maker *m, ft_cues *made)
{
    const twig *twigs = m->twigs.items;
    const linked_fill *linked = m->fills.items;
    ft_cue_node *nodes = calloc(m->twigs.count, sizeof(*nodes));
    ft_cue_edge *edges = calloc(m->twigs.count, sizeof(*edges));
    ft_cue_fill *fills = calloc(m->fills.count + 1, sizeof(*fills));
    made->nodes = nodes;
    made->edges = edges;
    made->fills = fills;
    if (nodes == NULL || edges == NULL || fills == NULL)
        return ft_error_memory(m->error);
    for (uint32_t i = 0; i < m->twigs.count; i++) {
        nodes[i].edge_first = made->edge_count;
        for (uint32_t j = twigs[i].child; j != NONE; j = twigs[j].next)
            edges[made->edge_count++] = (ft_cue_edge){twigs[j].code, j};
        nodes[i].edge_count = made->edge_count - nodes[i].edge_first;
        qsort(edges + nodes[i].edge_first, nodes[i].edge_count, sizeof(*edges),
              compare_edges);
        nodes[i].fill_first = made->fill_count;
        for (uint32_t j = twigs[i].fill; j != NONE; j = linked[j].next)
            fills[made->fill_count++] = linked[j].fill;
        nodes[i].fill_count = made->fill_count - nodes[i].fill_first;
    }
    made->node_count = (uint32_t)m->twigs.count;
    made->cues = m->cues.items;
    made->cue_count = (uint32_t)m->cues.count;
    made->values = m->values.items;
    made->value_count = (uint32_t)m->values.count;
    made->state_count = m->state_count;
    m->cues = m->values = (ft_array){0};
    return FATIAO_OK;
}

fatiao_status
ft_cues_parse(const ft_cue_source *sources, size_t source_count, ft_cues **out,
              fatiao_error *error)
{
    maker m = {.twigs.item_size = sizeof(twig),
               .fills.item_size = sizeof(linked_fill),
               .cues.item_size = sizeof(ft_cue),
               .values.item_size = sizeof(ft_cue_value),
               .lists.item_size = sizeof(word_list),
               .words.item_size = sizeof(slice),
               .chars.item_size = sizeof(ft_char),
               .error = error};
    *out = NULL;
    ft_cues *made = calloc(1, sizeof(*made));
    fatiao_status status = FATIAO_OK;
    if (made == NULL || add_twig(&m, 0) == NONE)
        status = ft_error_memory(error);
    for (size_t i = 0; i < source_count && status == FATIAO_OK; i++)
        status = add_source(&m, &sources[i]);
    if (status == FATIAO_OK)
        status = lay_out(&m, made);
    const ft_cue_value *values = m.values.items;
    for (size_t i = 0; i < m.values.count; i++)
        free((char *)(uintptr_t)values[i].name);
    ft_array_finish(&m.twigs);
    ft_array_finish(&m.fills);
    ft_array_finish(&m.cues);
    ft_array_finish(&m.values);
    ft_array_finish(&m.lists);
    ft_array_finish(&m.words);
    ft_array_finish(&m.chars);
    if (status != FATIAO_OK) {
        ft_cues_free(made);
        return status;
    }
    *out = made;
    return FATIAO_OK;
}

void
ft_cues_free(ft_cues *cues)
{
    if (cues == NULL)
        return;
    for (uint32_t i = 0; i < cues->value_count; i++)
        free((char *)(uintptr_t)cues->values[i].name);
    free((void *)(uintptr_t)cues->values);
    free((void *)(uintptr_t)cues->nodes);
    free((void *)(uintptr_t)cues->edges);
    free((void *)(uintptr_t)cues->fills);
    free((void *)(uintptr_t)cues->cues);
    free(cues);
}
