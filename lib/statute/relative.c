/* Words that point from where they stand. */
#include "statute/relative.h"

#include <string.h>

#include "text/utf8.h"

/* Words for this law, the longer ones first. */
static const char *const law_words[] = {
    "实施细则", "实施条例", "实施办法", "法典", "法",   "条例", "规定",
    "办法",     "细则",     "解释",     "规则", "决定", "章程", "规程",
    "准则",     "意见",     "通知",     "批复", NULL};

typedef struct unit_word {
    const char *name;
    fatiao_node_kind kind;
    const char *none; /* characters behind it that make another word of it */
} unit_word;

static const unit_word units[] = {
    {"条", FATIAO_NODE_ARTICLE, "件例款约形线目码"},
    {"款", FATIAO_NODE_PARAGRAPH, "项式待物额"},
    {"项", FATIAO_NODE_ITEM, "目下"},
    {"目", FATIAO_NODE_SUBITEM, "标的录前"},
    {"章", FATIAO_NODE_CHAPTER, "程"},
    {"节", FATIAO_NODE_SECTION, "目约点能日余"},
    {"编", FATIAO_NODE_PART, "制号辑外"},
};

bool
ft_relative_can_begin(uint32_t code)
{
    return ft_char_is_one_of(code, "本前上该此");
}

static uint32_t
code_at(const ft_cursor *c)
{
    size_t at = c->at;
    return at < c->byte_count ? ft_utf8_next(c->text, c->byte_count, &at) : 0;
}

static bool
read_unit(ft_cursor *c, fatiao_node_kind *kind)
{
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        ft_cursor ahead = *c;
        if (!ft_cursor_skip(&ahead, units[i].name) ||
            ft_char_is_one_of(code_at(&ahead), units[i].none))
            continue;
        *kind = units[i].kind;
        *c = ahead;
        return true;
    }
    return false;
}

/* 法 of 本法 and of 本法规定, and not of 本法院 or 本法规. */
static bool
read_law(ft_cursor *c)
{
    static const char *const none[] = {"院", "人", "官", "律",
                                       "定", "规", "庭", NULL};
    ft_cursor ahead = *c;
    if (!ft_cursor_skip_any(&ahead, law_words))
        return false;
    ft_cursor behind = ahead;
    if (!ft_cursor_skip(&behind, "规定") && ft_cursor_skip_any(&behind, none))
        return false;
    *c = ahead;
    return true;
}

/* 本, 该, 此. */
static bool
read_this(ft_cursor *c, uint32_t before, ft_relative *out)
{
    if (ft_char_is_one_of(before, "基根标资文版样副正原范日剧课书绘"))
        return false;
    out->is_law = read_law(c);
    return out->is_law || read_unit(c, &out->unit);
}

/* 两, 二, 三 … of 前三款; 各. */
static void
read_count(ft_cursor *c, ft_relative *out)
{
    out->back = 1;
    out->is_every = ft_cursor_skip(c, "各");
    if (!out->is_every && !ft_cursor_number(c, &out->back))
        out->back = 1;
}

bool
ft_relative_read(ft_cursor *cursor, uint32_t before, ft_relative *out)
{
    *out = (ft_relative){0};
    ft_cursor c = *cursor;
    bool is_read = false;
    if (ft_cursor_skip(&c, "本")) {
        is_read = read_this(&c, before, out);
    } else if (ft_cursor_skip(&c, "该") || ft_cursor_skip(&c, "此")) {
        out->is_that = true;
        is_read = read_this(&c, before, out);
    } else if (ft_cursor_skip(&c, "前")) {
        read_count(&c, out);
        is_read = !ft_char_is_one_of(before, "目之当提婚产日午空岗先面") &&
                  read_unit(&c, &out->unit);
    } else if (ft_cursor_skip(&c, "上")) {
        out->back = 1;
        ft_cursor_skip(&c, "一");
        is_read = !ft_char_is_one_of(before, "以网线手马路街市陆水海身") &&
                  read_unit(&c, &out->unit);
    }
    if (is_read)
        *cursor = c;
    return is_read;
}
