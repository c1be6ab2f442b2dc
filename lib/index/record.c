/* Records, written and read. */
#include "index/record.h"

#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "index/wire.h"
#include "statute/place.h"

enum {
    RECORD_VERSION = 1,
    HASH_BYTES = 4,
    FLAG_DRAFT = 1,
    FLAG_AMBIGUOUS_TAIL = 1,
    /* Stands for the kind of a node that has a record of its own. */
    KIND_NEXT_RECORD = 31
};

/* ----------------------------------------------------------------- writing */

static uint32_t
hash_of(const char *bytes, size_t byte_count)
{
    return (uint32_t)XXH3_64bits(bytes, byte_count);
}

void
ft_record_seal(ft_strbuf *out, size_t start)
{
    if (ft_strbuf_failed(out))
        return;
    const uint32_t hash = hash_of(out->bytes + start, out->byte_count - start);
    char bytes[HASH_BYTES];
    for (int i = 0; i < HASH_BYTES; i++)
        bytes[i] = (char)(unsigned char)(hash >> 8 * i);
    ft_strbuf_bytes(out, bytes, HASH_BYTES);
}

static void
put_text(ft_strbuf *out, const char *text)
{
    ft_wire_put_string(out, text, strlen(text));
}

/* The node after `node` in the order of the document inside `root`, leaving
 * out what is below nodes with a record of their own; `*depth` follows. */
static const fatiao_node *
next_in_record(const fatiao_node *root, const fatiao_node *node, size_t *depth)
{
    const bool is_closed = node != root && ft_node_is_article(node);
    if (node->child != NULL && !is_closed) {
        ++*depth;
        return node->child;
    }
    while (node != root && node->next == NULL) {
        node = node->parent;
        --*depth;
    }
    return node == root ? NULL : node->next;
}

static void
put_node(ft_strbuf *out, const fatiao_node *node)
{
    ft_wire_put_number(out, node->kind);
    ft_wire_put_number(out, node->is_ambiguous_tail ? FLAG_AMBIGUOUS_TAIL : 0);
    ft_wire_put_number(out, node->number);
    ft_wire_put_number(out, node->suffix);
    ft_wire_put_number(out, node->line);
    ft_wire_put_number(out, node->byte_start);
    ft_wire_put_number(out, node->byte_count);
    put_text(out, node->label);
    ft_wire_put_string(out, node->text, node->text_byte_count);
}

static void
put_nodes(ft_strbuf *out, const fatiao_node *root)
{
    uint64_t count = 0;
    size_t depth = 0;
    for (const fatiao_node *node = root; node != NULL;
         node = next_in_record(root, node, &depth))
        count++;
    ft_wire_put_number(out, count);
    depth = 0;
    for (const fatiao_node *node = root; node != NULL;
         node = next_in_record(root, node, &depth)) {
        ft_wire_put_number(out, depth);
        if (node != root && ft_node_is_article(node))
            ft_wire_put_number(out, KIND_NEXT_RECORD);
        else
            put_node(out, node);
    }
}

static void
put_events(ft_strbuf *out, const fatiao_statute *statute)
{
    const size_t count = fatiao_statute_event_count(statute);
    ft_wire_put_number(out, count);
    for (size_t i = 0; i < count; i++) {
        const fatiao_event *event = fatiao_statute_event_at(statute, i);
        put_text(out, event->name);
        put_text(out, event->text);
        ft_wire_put_number(out, event->year);
        ft_wire_put_number(out, event->month);
        ft_wire_put_number(out, event->day);
    }
}

void
ft_record_write_statute(ft_strbuf *out, const ft_statute_record *record,
                        const fatiao_statute *statute)
{
    const size_t start = out->byte_count;
    ft_wire_put_number(out, RECORD_VERSION);
    ft_strbuf_bytes(out, record->digest.bytes, sizeof(record->digest.bytes));
    put_text(out, record->id);
    put_text(out, record->title);
    put_text(out, record->source);
    ft_wire_put_number(out, record->is_draft ? FLAG_DRAFT : 0);
    put_text(out, record->date);
    ft_wire_put_number(out, record->article_count);
    ft_wire_put_number(out, record->clause_count);
    put_events(out, statute);
    put_nodes(out, fatiao_statute_root(statute));
    ft_record_seal(out, start);
}

void
ft_record_write_article(ft_strbuf *out, const ft_article_record *record)
{
    const size_t start = out->byte_count;
    ft_wire_put_number(out, RECORD_VERSION);
    put_text(out, record->statute_id);
    put_text(out, record->fragment);
    put_text(out, record->heading);
    ft_wire_put_number(out, record->line);
    put_nodes(out, record->article);
    ft_record_seal(out, start);
}

/* ----------------------------------------------------------------- reading */

static fatiao_status
fail_corrupt(fatiao_error *error)
{
    return ft_error_set(error, FATIAO_ERR_CORRUPT,
                        "a record of the index is damaged; make it anew");
}

/* Checks hash and version and gives what is between them. */
static fatiao_status
open_record(const char *bytes, size_t byte_count, ft_wire *out,
            fatiao_error *error)
{
    if (byte_count < HASH_BYTES)
        return fail_corrupt(error);
    const size_t body = byte_count - HASH_BYTES;
    uint32_t hash = 0;
    for (int i = 0; i < HASH_BYTES; i++)
        hash |= (uint32_t)(unsigned char)bytes[body + (size_t)i] << 8 * i;
    if (hash != hash_of(bytes, body))
        return fail_corrupt(error);
    *out = (ft_wire){bytes, body, 0, false};
    if (ft_wire_number(out, RECORD_VERSION) != RECORD_VERSION)
        return fail_corrupt(error);
    return FATIAO_OK;
}

/* The fixed part. NULL strings tell that there was no memory. */
static fatiao_status
read_statute_head(ft_wire *wire, ft_arena *arena, ft_statute_record *out,
                  fatiao_error *error)
{
    const char *digest = ft_wire_bytes(wire, sizeof(out->digest.bytes));
    if (digest == NULL)
        return fail_corrupt(error);
    memcpy(out->digest.bytes, digest, sizeof(out->digest.bytes));
    out->id = ft_wire_text(wire, arena);
    out->title = ft_wire_text(wire, arena);
    out->source = ft_wire_text(wire, arena);
    out->is_draft = ft_wire_number(wire, FLAG_DRAFT) == FLAG_DRAFT;
    out->date = ft_wire_text(wire, arena);
    out->article_count = (uint32_t)ft_wire_number(wire, UINT32_MAX);
    out->clause_count = (uint32_t)ft_wire_number(wire, UINT32_MAX);
    if (wire->failed)
        return fail_corrupt(error);
    if (out->id == NULL || out->title == NULL || out->source == NULL ||
        out->date == NULL)
        return ft_error_memory(error);
    return FATIAO_OK;
}

static fatiao_status
read_article_head(ft_wire *wire, ft_arena *arena, ft_article_record *out,
                  fatiao_error *error)
{
    out->statute_id = ft_wire_text(wire, arena);
    out->fragment = ft_wire_text(wire, arena);
    out->heading = ft_wire_text(wire, arena);
    out->line = (uint32_t)ft_wire_number(wire, UINT32_MAX);
    if (wire->failed)
        return fail_corrupt(error);
    if (out->statute_id == NULL || out->fragment == NULL ||
        out->heading == NULL)
        return ft_error_memory(error);
    return FATIAO_OK;
}

fatiao_status
ft_record_read_statute(const char *bytes, size_t byte_count, ft_arena *arena,
                       ft_statute_record *out, fatiao_error *error)
{
    ft_wire wire;
    const fatiao_status status = open_record(bytes, byte_count, &wire, error);
    if (status != FATIAO_OK)
        return status;
    return read_statute_head(&wire, arena, out, error);
}

/* A record whose nodes are being read. */
typedef struct frame {
    ft_wire wire;
    uint64_t remaining;
    size_t depth; /* of its first node in the whole tree */
} frame;

/* A tree that grows out of records. */
typedef struct growth {
    ft_arena *arena;
    /* The articles' records, or NULL to leave out what is in other records. */
    const ft_array *articles;
    size_t articles_used;
    ft_array frames; /* of frame, the innermost last */
    ft_array path;   /* of const fatiao_node *: the newest at each depth */
    const fatiao_node *root;
} growth;

static fatiao_status
push_frame(growth *tree, const ft_wire *wire, size_t depth, fatiao_error *error)
{
    frame *inner = ft_array_push(&tree->frames);
    if (inner == NULL)
        return ft_error_memory(error);
    *inner = (frame){.wire = *wire, .depth = depth};
    inner->remaining = ft_wire_number(&inner->wire, UINT64_MAX);
    return FATIAO_OK;
}

/* Opens the next article's record in the place kept for it. */
static fatiao_status
enter_next_record(growth *tree, size_t depth, fatiao_error *error)
{
    if (tree->articles == NULL)
        return FATIAO_OK;
    if (tree->articles_used == tree->articles->count)
        return fail_corrupt(error);
    const ft_strbuf *record =
        ft_array_at(tree->articles, tree->articles_used++);
    ft_wire wire;
    fatiao_status status =
        open_record(record->bytes, record->byte_count, &wire, error);
    if (status != FATIAO_OK)
        return status;
    size_t skipped;
    ft_wire_string(&wire, &skipped);   /* statute id */
    ft_wire_string(&wire, &skipped);   /* fragment */
    ft_wire_string(&wire, &skipped);   /* heading */
    ft_wire_number(&wire, UINT32_MAX); /* line */
    return push_frame(tree, &wire, depth, error);
}

static fatiao_status
read_node(growth *tree, ft_wire *wire, fatiao_node_kind kind,
          fatiao_error *error)
{
    const uint64_t flags = ft_wire_number(wire, FLAG_AMBIGUOUS_TAIL);
    const uint64_t number = ft_wire_number(wire, UINT32_MAX);
    const uint64_t suffix = ft_wire_number(wire, UINT32_MAX);
    const uint64_t line = ft_wire_number(wire, UINT32_MAX);
    const uint64_t byte_start = ft_wire_number(wire, SIZE_MAX);
    const uint64_t byte_count = ft_wire_number(wire, SIZE_MAX);
    size_t label_byte_count;
    size_t text_byte_count;
    const char *label = ft_wire_string(wire, &label_byte_count);
    const char *text = ft_wire_string(wire, &text_byte_count);
    if (wire->failed)
        return fail_corrupt(error);
    const fatiao_node *parent = NULL;
    if (tree->path.count > 0)
        parent = *(const fatiao_node **)ft_array_at(&tree->path,
                                                    tree->path.count - 1);
    fatiao_node *node = ft_node_add(tree->arena, parent, kind, label,
                                    label_byte_count, text, text_byte_count);
    const fatiao_node **last = ft_array_push(&tree->path);
    if (node == NULL || last == NULL)
        return ft_error_memory(error);
    *last = node;
    if (parent == NULL)
        tree->root = node;
    node->is_ambiguous_tail = flags == FLAG_AMBIGUOUS_TAIL;
    node->number = (uint32_t)number;
    node->suffix = (uint32_t)suffix;
    node->line = (uint32_t)line;
    node->byte_start = byte_start;
    node->byte_count = byte_count;
    return FATIAO_OK;
}

/* Reads what comes next in the innermost record: its first node at depth 0,
 * and each other at most one below the last and below the first. */
static fatiao_status
grow(growth *tree, bool is_first, fatiao_error *error)
{
    frame *inner = ft_array_at(&tree->frames, tree->frames.count - 1);
    inner->remaining--;
    const uint64_t step = ft_wire_number(&inner->wire, SIZE_MAX);
    const uint64_t kind = ft_wire_number(&inner->wire, KIND_NEXT_RECORD);
    const bool is_next_record = kind == KIND_NEXT_RECORD;
    if (inner->wire.failed || (step == 0) != is_first ||
        step > tree->path.count - inner->depth ||
        (is_next_record ? is_first : kind > FATIAO_NODE_HEADING))
        return fail_corrupt(error);
    const size_t depth = inner->depth + step;
    tree->path.count = depth;
    if (is_next_record)
        return enter_next_record(tree, depth, error);
    return read_node(tree, &inner->wire, (fatiao_node_kind)kind, error);
}

/* Builds the tree that begins in `wire`. A stack of records instead of
 * recursion, for hostile records may nest as deep as they are long. */
static fatiao_status
grow_tree(const ft_wire *wire, const ft_array *articles, ft_arena *arena,
          const fatiao_node **root, fatiao_error *error)
{
    growth tree = {.arena = arena, .articles = articles};
    tree.frames.item_size = sizeof(frame);
    tree.path.item_size = sizeof(const fatiao_node *);
    size_t frame_count = 0;
    fatiao_status status = push_frame(&tree, wire, 0, error);
    while (status == FATIAO_OK && tree.frames.count > 0) {
        const bool is_first = tree.frames.count > frame_count;
        frame_count = tree.frames.count;
        const frame *inner = ft_array_at(&tree.frames, frame_count - 1);
        if (inner->remaining > 0) {
            status = grow(&tree, is_first, error);
            continue;
        }
        if (is_first || inner->wire.failed ||
            inner->wire.at != inner->wire.byte_count)
            status = fail_corrupt(error);
        tree.path.count = inner->depth;
        frame_count = --tree.frames.count;
    }
    if (status == FATIAO_OK && articles != NULL &&
        tree.articles_used != articles->count)
        status = fail_corrupt(error);
    if (status == FATIAO_OK)
        *root = tree.root;
    ft_array_finish(&tree.frames);
    ft_array_finish(&tree.path);
    return status;
}

fatiao_status
ft_record_read_article(const char *bytes, size_t byte_count, ft_arena *arena,
                       ft_article_record *out, fatiao_error *error)
{
    ft_wire wire;
    fatiao_status status = open_record(bytes, byte_count, &wire, error);
    if (status == FATIAO_OK)
        status = read_article_head(&wire, arena, out, error);
    if (status == FATIAO_OK)
        status = grow_tree(&wire, NULL, arena, &out->article, error);
    return status;
}

static fatiao_status
read_events(ft_wire *wire, fatiao_statute *statute, fatiao_error *error)
{
    uint64_t count = ft_wire_number(wire, UINT64_MAX);
    for (; count > 0 && !wire->failed; count--) {
        fatiao_event *event = ft_array_push(&statute->events);
        if (event == NULL)
            return ft_error_memory(error);
        event->name = ft_wire_text(wire, &statute->arena);
        event->text = ft_wire_text(wire, &statute->arena);
        event->year = (uint16_t)ft_wire_number(wire, UINT16_MAX);
        event->month = (uint8_t)ft_wire_number(wire, UINT8_MAX);
        event->day = (uint8_t)ft_wire_number(wire, UINT8_MAX);
        if (event->name == NULL || event->text == NULL)
            return ft_error_memory(error);
    }
    return wire->failed ? fail_corrupt(error) : FATIAO_OK;
}

fatiao_status
ft_record_restore(const char *bytes, size_t byte_count,
                  const ft_array *articles, fatiao_statute **out,
                  fatiao_error *error)
{
    *out = NULL;
    ft_wire wire;
    fatiao_status status = open_record(bytes, byte_count, &wire, error);
    if (status != FATIAO_OK)
        return status;
    fatiao_statute *statute = ft_statute_new();
    if (statute == NULL)
        return ft_error_memory(error);
    ft_statute_record record;
    const fatiao_node *root = NULL;
    status = read_statute_head(&wire, &statute->arena, &record, error);
    if (status == FATIAO_OK)
        status = read_events(&wire, statute, error);
    if (status == FATIAO_OK)
        status = grow_tree(&wire, articles, &statute->arena, &root, error);
    if (status == FATIAO_OK && root->kind != FATIAO_NODE_STATUTE)
        status = fail_corrupt(error);
    if (status != FATIAO_OK) {
        fatiao_statute_free(statute);
        return status;
    }
    statute->title = record.title;
    statute->is_draft = record.is_draft;
    statute->root = (fatiao_node *)(uintptr_t)root;
    *out = statute;
    return FATIAO_OK;
}
