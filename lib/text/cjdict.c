/* ICU keeps the words as a trie in 16-bit units; its header ucharstrie.h tells
 * the form and has a reader, for C++ only. A node is a unit that says what
 * follows it:
 *
 *     0000-002F  branch: one of so many units goes on
 *     0030-003F  row: these 1 to 16 units go on, one after another
 *     0040-7FFF  value of the word that ends here, and one of the above
 *     8000-FFFF  value of the word that ends here, and no more
 */
#include "text/cjdict.h"

#include <unicode/udata.h>

enum { UNITS_MAX = 64, BRANCH_ROW_MAX = 5, TRIE_KIND = 1 };

typedef struct reader {
    ft_cjdict_visit *visit;
    void *context;
    uint16_t units[UNITS_MAX];
} reader;

static bool read_node(reader *r, const uint16_t *at, size_t depth);

/* A number of one to three units, as it stands after final values and where a
 * branch leads. */
static const uint16_t *
read_value(const uint16_t *at, uint32_t *value)
{
    const uint32_t lead = *at++ & 0x7FFF;
    if (lead < 0x4000) {
        *value = lead;
        return at;
    }
    if (lead < 0x7FFF) {
        *value = (lead - 0x4000) << 16 | at[0];
        return at + 1;
    }
    *value = (uint32_t)at[0] << 16 | at[1];
    return at + 2;
}

/* The number that says where the lower half of a branch stands. */
static const uint16_t *
read_delta(const uint16_t *at, uint32_t *delta)
{
    const uint32_t lead = *at++;
    if (lead < 0xFC00) {
        *delta = lead;
        return at;
    }
    if (lead < 0xFFFF) {
        *delta = (lead - 0xFC00) << 16 | at[0];
        return at + 1;
    }
    *delta = (uint32_t)at[0] << 16 | at[1];
    return at + 2;
}

static bool
read_branch(reader *r, const uint16_t *at, size_t count, size_t depth)
{
    while (count > BRANCH_ROW_MAX) {
        uint32_t delta;
        at = read_delta(at + 1, &delta);
        if (!read_branch(r, at + delta, count / 2, depth))
            return false;
        count -= count / 2;
    }
    for (; count > 1; count--) {
        r->units[depth] = *at++;
        const bool is_final = *at >= 0x8000;
        uint32_t value;
        at = read_value(at, &value);
        if (!(is_final ? r->visit(r->context, r->units, depth + 1, value)
                       : read_node(r, at + value, depth + 1)))
            return false;
    }
    r->units[depth] = *at++;
    return read_node(r, at, depth + 1);
}

/* The value of a word that others go on from, and behind it. */
static const uint16_t *
read_inner_value(const uint16_t *at, uint32_t lead, uint32_t *value)
{
    if (lead < 0x4040) {
        *value = (lead >> 6) - 1;
        return at;
    }
    if (lead < 0x7FC0) {
        *value = ((lead & 0x7FC0) - 0x4040) << 10 | at[0];
        return at + 1;
    }
    *value = (uint32_t)at[0] << 16 | at[1];
    return at + 2;
}

static bool
read_node(reader *r, const uint16_t *at, size_t depth)
{
    for (;;) {
        uint32_t lead = *at;
        uint32_t value;
        if (lead >= 0x8000) {
            read_value(at, &value);
            return r->visit(r->context, r->units, depth, value);
        }
        at++;
        if (lead >= 0x40) {
            at = read_inner_value(at, lead, &value);
            if (!r->visit(r->context, r->units, depth, value))
                return false;
            lead &= 0x3F;
        }
        const size_t count = lead < 0x30 ? 0 : lead - 0x30 + 1;
        if (depth + count + 1 >= UNITS_MAX)
            return false;
        if (lead < 0x30)
            return lead > 0 ? read_branch(r, at, lead + 1, depth)
                            : read_branch(r, at + 1, *at + (size_t)1, depth);
        for (size_t i = 0; i < count; i++)
            r->units[depth++] = *at++;
    }
}

bool
ft_cjdict_read(ft_cjdict_visit *visit, void *context)
{
    UErrorCode failure = U_ZERO_ERROR;
    UDataMemory *data =
        udata_open(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", &failure);
    if (U_FAILURE(failure))
        return false;
    /* Eight numbers stand before the trie: where it begins, …, its kind. */
    const int32_t *head = udata_getMemory(data);
    const uint16_t *root = (const uint16_t *)(head + head[0] / 4);
    reader r = {.visit = visit, .context = context};
    const bool is_read = (head[4] & 7) == TRIE_KIND && read_node(&r, root, 0);
    udata_close(data);
    return is_read;
}
