/* The file of impacts: writing it, opening it, finding a term in it. */
#include <stdlib.h>
#include <string.h>

#include <xxhash.h>

#include "base/error.h"
#include "index/impact_file.h"
#include "index/schema.h"

static const char magic[8] = "FTIMPAC1";

/* A file is old when one document in so many was added or removed since. */
enum { OLD_SHARE = 20 };

/* The start of the file. `hash` is the XXH3-64 of what precedes it. */
typedef struct header {
    char magic[8];
    char uuid[40];
    double k1;
    double b;
    double average_length;
    uint64_t lists_size; /* in bytes; the lists begin behind the header */
    uint64_t names_size;
    uint64_t byte_count; /* of the whole file */
    uint32_t last_id;
    uint32_t term_count;
    uint32_t slot_count; /* a power of two */
    uint32_t document_count;
    uint64_t hash;
} header;

typedef struct index_entry {
    uint32_t name;
    uint32_t list; /* in units of two bytes */
} index_entry;

_Static_assert(sizeof(header) == 120, "the header has no gaps");

static uint64_t
hash_of_header(const header *head)
{
    return XXH3_64bits(head, offsetof(header, hash));
}

/* ----------------------------------------------------------------- writing */

/* The file being written. */
typedef struct maker {
    ft_side_writer out;
    ft_engine *engine;
    double average_length;
    ft_array index; /* of index_entry */
    ft_strbuf list;
    ft_strbuf names;
} maker;

static fatiao_status
push_entry(maker *m, fatiao_error *error)
{
    const uint64_t list = (m->out.byte_count - sizeof(header)) / 2;
    if (list > UINT32_MAX || m->names.byte_count > UINT32_MAX)
        return ft_error_set(error, FATIAO_ERR_LIMIT,
                            "the index is too large for one folder; divide it");
    index_entry *entry = ft_array_push(&m->index);
    if (entry == NULL)
        return ft_error_memory(error);
    *entry = (index_entry){(uint32_t)m->names.byte_count, (uint32_t)list};
    return FATIAO_OK;
}

/* An ft_engine_visit; `context` is a maker. */
static fatiao_status
add_term(void *context, const char *term, size_t byte_count, uint32_t documents,
         fatiao_error *error)
{
    (void)documents;
    maker *m = context;
    ft_strbuf_clear(&m->list);
    fatiao_status status = push_entry(m, error);
    if (status == FATIAO_OK)
        status = ft_impact_encode_term(m->engine, m->average_length, term,
                                       byte_count, 0, &m->list, error);
    if (status != FATIAO_OK)
        return status;
    ft_strbuf_bytes(&m->names, term, byte_count);
    ft_side_writer_put(&m->out, m->list.bytes, m->list.byte_count);
    return ft_strbuf_failed(&m->names) || ft_strbuf_failed(&m->list)
               ? ft_error_memory(error)
               : FATIAO_OK;
}

static fatiao_status
add_terms(maker *m, fatiao_error *error)
{
    /* In byte order, so that the whole index is. */
    static const char prefixes[] = {
        FT_PREFIX_ARTICLE, FT_PREFIX_CHAPTER,      FT_PREFIX_CHAR,
        FT_PREFIX_DATE,    FT_PREFIX_DOCKET,       FT_PREFIX_HEADING,
        FT_PREFIX_KIND,    FT_PREFIX_NUMBER,       FT_PREFIX_PAIR,
        FT_PREFIX_WORD,    FT_PREFIX_HEADING_WORD, FT_PREFIX_HEADING_PAIR};
    fatiao_status status = FATIAO_OK;
    for (size_t i = 0; status == FATIAO_OK && i < sizeof(prefixes); i++) {
        const char prefix[2] = {prefixes[i], '\0'};
        status = ft_engine_list_terms(m->engine, prefix, add_term, m, error);
    }
    return status == FATIAO_OK ? push_entry(m, error) : status;
}

/* Appends the hash table of `term_count` terms. */
static fatiao_status
put_slots(maker *m, uint32_t term_count, uint32_t slot_count,
          fatiao_error *error)
{
    uint32_t *slots = calloc(slot_count, sizeof(*slots));
    if (slots == NULL)
        return ft_error_memory(error);
    const index_entry *all = m->index.items;
    for (uint32_t i = 0; i < term_count; i++) {
        uint64_t at = XXH3_64bits(m->names.bytes + all[i].name,
                                  all[i + 1].name - all[i].name);
        while (slots[at & (slot_count - 1)] != 0)
            at++;
        slots[at & (slot_count - 1)] = i + 1;
    }
    ft_side_writer_put(&m->out, slots, slot_count * sizeof(*slots));
    free(slots);
    return FATIAO_OK;
}

/* Appends what stands behind the lists and fills in the header. */
static fatiao_status
put_rest(maker *m, header *head, fatiao_error *error)
{
    head->lists_size = m->out.byte_count - sizeof(*head);
    head->names_size = m->names.byte_count;
    head->term_count = (uint32_t)(m->index.count - 1);
    head->slot_count = 1;
    while (head->slot_count < head->term_count + head->term_count / 2 + 1)
        head->slot_count *= 2;
    ft_side_writer_put(&m->out, m->index.items,
                       m->index.count * sizeof(index_entry));
    const fatiao_status status =
        put_slots(m, head->term_count, head->slot_count, error);
    if (status != FATIAO_OK)
        return status;
    ft_side_writer_put(&m->out, m->names.bytes, m->names.byte_count);
    head->byte_count = m->out.byte_count;
    head->hash = hash_of_header(head);
    ft_side_writer_put_start(&m->out, head, sizeof(*head));
    return FATIAO_OK;
}

static fatiao_status
read_stamp(header *head, ft_engine *engine, fatiao_error *error)
{
    ft_engine_stamp stamp;
    fatiao_status status = ft_engine_read_stamp(engine, &stamp, error);
    if (status != FATIAO_OK)
        return status;
    *head = (header){
        .k1 = FT_IMPACT_K1, .b = FT_IMPACT_B, .last_id = stamp.last_id};
    memcpy(head->magic, magic, sizeof(magic));
    memcpy(head->uuid, stamp.uuid, sizeof(head->uuid));
    status = ft_engine_document_count(engine, &head->document_count, error);
    if (status != FATIAO_OK)
        return status;
    return ft_engine_average_length(engine, &head->average_length, error);
}

/* "DIR/impacts" */
static void
write_path(ft_strbuf *out, const char *path)
{
    ft_strbuf_format(out, "%s/impacts", path);
}

bool
ft_impact_file_is_old(const char *path, ft_engine *engine)
{
    ft_impact_file file;
    ft_engine_stamp stamp;
    uint32_t count;
    ft_impact_file_open(&file, path, engine);
    bool is_old = true;
    if (file.last_id > 0 &&
        ft_engine_read_stamp(engine, &stamp, NULL) == FATIAO_OK &&
        ft_engine_document_count(engine, &count, NULL) == FATIAO_OK) {
        const uint64_t added = stamp.last_id - file.last_id;
        const uint64_t removed = file.document_count + added - count;
        is_old = (added + removed) * OLD_SHARE > count;
    }
    ft_impact_file_close(&file);
    return is_old;
}

fatiao_status
ft_impact_file_write(const char *path, ft_engine *engine, fatiao_error *error)
{
    header head;
    fatiao_status status = read_stamp(&head, engine, error);
    if (status != FATIAO_OK)
        return status;
    ft_strbuf name = {0};
    write_path(&name, path);
    maker m = {.engine = engine,
               .average_length = head.average_length,
               .index.item_size = sizeof(index_entry)};
    status = ft_strbuf_failed(&name)
                 ? ft_error_memory(error)
                 : ft_side_writer_open(&m.out, name.bytes, error);
    if (status != FATIAO_OK)
        goto done;
    ft_side_writer_put(&m.out, &head, sizeof(head));
    status = add_terms(&m, error);
    if (status == FATIAO_OK)
        status = put_rest(&m, &head, error);
    if (status == FATIAO_OK)
        status = ft_side_writer_commit(&m.out, error);
    else
        ft_side_writer_abandon(&m.out);
done:
    ft_array_finish(&m.index);
    ft_strbuf_finish(&m.list);
    ft_strbuf_finish(&m.names);
    ft_strbuf_finish(&name);
    return status;
}

/* ----------------------------------------------------------------- reading */

/* Whether the header is one of ours and tells the size of the file. */
static bool
is_whole(const header *head, size_t byte_count)
{
    const uint64_t slots = head->slot_count;
    const uint64_t rest = (head->term_count + 1ull) * sizeof(index_entry) +
                          slots * sizeof(uint32_t);
    return memcmp(head->magic, magic, sizeof(magic)) == 0 &&
           head->hash == hash_of_header(head) &&
           head->byte_count == byte_count && slots > head->term_count &&
           (slots & (slots - 1)) == 0 && head->lists_size < byte_count &&
           head->names_size < byte_count && head->lists_size % 2 == 0 &&
           sizeof(*head) + head->lists_size + rest + head->names_size ==
               byte_count;
}

static bool
fits(const header *head, ft_engine *engine)
{
    ft_engine_stamp stamp;
    return head->k1 == FT_IMPACT_K1 && head->b == FT_IMPACT_B &&
           head->last_id > 0 &&
           ft_engine_read_stamp(engine, &stamp, NULL) == FATIAO_OK &&
           memcmp(head->uuid, stamp.uuid, sizeof(stamp.uuid)) == 0;
}

/* Fills in which of the file's documents are gone. Where none can be, nothing
 * is read. */
static fatiao_status
read_removed(ft_impact_file *file, ft_engine *engine, fatiao_error *error)
{
    ft_engine_stamp stamp;
    uint32_t count;
    ft_array ids = {.item_size = sizeof(uint32_t)};
    fatiao_status status = ft_engine_read_stamp(engine, &stamp, error);
    if (status == FATIAO_OK)
        status = ft_engine_document_count(engine, &count, error);
    if (status != FATIAO_OK)
        return status;
    const bool is_newer = stamp.last_id < file->last_id;
    if (!is_newer &&
        count - file->document_count == stamp.last_id - file->last_id)
        return FATIAO_OK;
    /* The empty term stands in every document. */
    status = ft_engine_postings(engine, "", 0, &ids, error);
    const uint32_t *there = ids.items;
    size_t at = 0;
    for (uint32_t id = 1; status == FATIAO_OK && id <= file->last_id; id++) {
        if (at < ids.count && there[at] == id) {
            at++;
            continue;
        }
        uint32_t *removed = ft_array_push(&file->removed);
        if (removed == NULL)
            status = ft_error_memory(error);
        else
            *removed = id;
    }
    ft_array_finish(&ids);
    return status;
}

void
ft_impact_file_open(ft_impact_file *file, const char *path, ft_engine *engine)
{
    *file = (ft_impact_file){.average_length = 1,
                             .removed.item_size = sizeof(uint32_t)};
    ft_engine_average_length(engine, &file->average_length, NULL);
    ft_strbuf name = {0};
    write_path(&name, path);
    header head;
    if (ft_strbuf_failed(&name) ||
        ft_side_file_open(&file->file, name.bytes, NULL) != FATIAO_OK ||
        file->file.byte_count < sizeof(head))
        goto done;
    memcpy(&head, file->file.bytes, sizeof(head));
    if (!is_whole(&head, file->file.byte_count) || !fits(&head, engine))
        goto done;
    file->average_length = head.average_length;
    file->last_id = head.last_id;
    file->document_count = head.document_count;
    file->term_count = head.term_count;
    file->slot_count = head.slot_count;
    file->lists_size = head.lists_size;
    file->names_size = head.names_size;
    file->lists = file->file.bytes + sizeof(head);
    file->index = file->lists + head.lists_size;
    file->slots = file->index + (head.term_count + 1ull) * sizeof(index_entry);
    file->names = file->slots + head.slot_count * sizeof(uint32_t);
    if (read_removed(file, engine, NULL) != FATIAO_OK)
        file->last_id = 0;
done:
    if (file->last_id == 0)
        ft_side_file_close(&file->file);
    ft_strbuf_finish(&name);
}

void
ft_impact_file_close(ft_impact_file *file)
{
    ft_side_file_close(&file->file);
    ft_array_finish(&file->removed);
    *file = (ft_impact_file){0};
}

/* The place of a term in the index, plus 1; 0 if it is not there. */
static uint32_t
find_place(const ft_impact_file *file, const char *term, size_t byte_count)
{
    const uint32_t mask = file->slot_count - 1;
    uint64_t at = XXH3_64bits(term, byte_count);
    for (uint32_t tried = 0; tried < file->slot_count; tried++, at++) {
        uint32_t place;
        memcpy(&place, file->slots + (at & mask) * sizeof(place),
               sizeof(place));
        if (place == 0 || place > file->term_count)
            return 0;
        index_entry entries[2];
        memcpy(entries, file->index + (place - 1ull) * sizeof(*entries),
               sizeof(entries));
        if (entries[1].name - entries[0].name == byte_count &&
            entries[1].name <= file->names_size &&
            entries[0].name < entries[1].name &&
            memcmp(file->names + entries[0].name, term, byte_count) == 0)
            return place;
    }
    return 0;
}

fatiao_status
ft_impact_file_find(const ft_impact_file *file, const char *term,
                    size_t byte_count, ft_impact_list *list,
                    fatiao_error *error)
{
    const uint32_t place = find_place(file, term, byte_count);
    if (place == 0)
        return FATIAO_OK;
    index_entry entries[2];
    memcpy(entries, file->index + (place - 1ull) * sizeof(*entries),
           sizeof(entries));
    const uint64_t start = 2ull * entries[0].list;
    const uint64_t end = 2ull * entries[1].list;
    if (start > end || end > file->lists_size)
        return FATIAO_OK;
    return ft_impact_list_decode(list, file->lists + start, end - start, error);
}
