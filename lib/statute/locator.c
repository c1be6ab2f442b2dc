/* Reading places in a law. */
#include "statute/locator.h"

#include <string.h>

#include "text/numeral.h"

bool
ft_cursor_skip(ft_cursor *c, const char *word)
{
    const size_t length = strlen(word);
    if (c->byte_count - c->at < length ||
        memcmp(c->text + c->at, word, length) != 0)
        return false;
    c->at += length;
    return true;
}

bool
ft_cursor_skip_any(ft_cursor *c, const char *const *words)
{
    for (; *words != NULL; words++)
        if (ft_cursor_skip(c, *words))
            return true;
    return false;
}

bool
ft_cursor_number(ft_cursor *c, uint32_t *number)
{
    size_t used;
    if (!ft_numeral_read(c->text + c->at, c->byte_count - c->at, number, &used))
        return false;
    c->at += used;
    return true;
}

bool
ft_locator_unit(ft_cursor *c, fatiao_node_kind *kind)
{
    static const struct {
        const char *name;
        fatiao_node_kind kind;
    } units[] = {
        {"条", FATIAO_NODE_ARTICLE},       {"款", FATIAO_NODE_PARAGRAPH},
        {"自然段", FATIAO_NODE_PARAGRAPH}, {"段", FATIAO_NODE_PARAGRAPH},
        {"项", FATIAO_NODE_ITEM},          {"目", FATIAO_NODE_SUBITEM},
    };
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (!ft_cursor_skip(c, units[i].name))
            continue;
        *kind = units[i].kind;
        return true;
    }
    return false;
}

/* 第N款, N款, 第(N)项: the number of a unit. */
static bool
read_level(ft_cursor *c, fatiao_node_kind kind, uint32_t *number)
{
    ft_cursor ahead = *c;
    fatiao_node_kind found;
    ft_cursor_skip(&ahead, "第");
    const bool is_bracketed = ft_cursor_skip(&ahead, "(");
    if (!ft_cursor_number(&ahead, number) ||
        (is_bracketed && !ft_cursor_skip(&ahead, ")")) ||
        !ft_locator_unit(&ahead, &found) || found != kind)
        return false;
    *c = ahead;
    return true;
}

bool
ft_locator_below(ft_cursor *c, ft_place *place)
{
    static const fatiao_node_kind levels[] = {
        FATIAO_NODE_PARAGRAPH, FATIAO_NODE_ITEM, FATIAO_NODE_SUBITEM};
    const size_t before = place->count;
    uint32_t number;
    for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++)
        if (read_level(c, levels[i], &number))
            ft_place_add(place, levels[i], number, 0, 1);
    return place->count > before;
}

bool
ft_locator_article(ft_cursor *c, ft_place *place)
{
    ft_cursor ahead = *c;
    uint32_t number;
    uint32_t suffix = 0;
    if (read_level(&ahead, FATIAO_NODE_ARTICLE, &number)) {
        ft_cursor behind = ahead;
        if (ft_cursor_skip(&behind, "之") && ft_cursor_number(&behind, &suffix))
            ahead = behind;
    } else {
        ft_cursor_skip(&ahead, "第");
        if (!ft_cursor_number(&ahead, &number) ||
            !ft_cursor_skip(&ahead, "-") ||
            !ft_cursor_number(&ahead, &suffix) || !ft_cursor_skip(&ahead, "条"))
            return false;
    }
    ft_place_add(place, FATIAO_NODE_ARTICLE, number, suffix, 1);
    *c = ahead;
    return true;
}

bool
ft_locator_annex(ft_cursor *c, ft_place *place)
{
    static const char *const names[] = {"附件", "附表", "附录", NULL};
    uint32_t number = 0;
    if (!ft_cursor_skip_any(c, names))
        return false;
    ft_cursor_number(c, &number);
    ft_place_add(place, FATIAO_NODE_ANNEX, number, 0, 1);
    return true;
}

bool
ft_locator_division(ft_cursor *c, ft_place *place)
{
    static const struct {
        const char *name;
        fatiao_node_kind kind;
    } divisions[] = {{"编", FATIAO_NODE_PART},
                     {"分编", FATIAO_NODE_SUBPART},
                     {"章", FATIAO_NODE_CHAPTER},
                     {"节", FATIAO_NODE_SECTION}};
    const size_t before = place->count;
    for (size_t i = 0; i < sizeof(divisions) / sizeof(divisions[0]); i++) {
        ft_cursor ahead = *c;
        uint32_t number;
        if (!ft_cursor_skip(&ahead, "第") ||
            !ft_cursor_number(&ahead, &number) ||
            !ft_cursor_skip(&ahead, divisions[i].name))
            continue;
        ft_place_add(place, divisions[i].kind, number, 0, 1);
        *c = ahead;
    }
    return place->count > before;
}
