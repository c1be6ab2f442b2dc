/* The roles of words in a prose. */
#include "facet/grammar.h"

#include <string.h>

#include "base/error.h"

/* In the order of ft_role, as facets/grammar.txt names them. */
static const char *const role_names[] = {
    "应当", "可以", "不得", "禁止", "鼓励", "支持", "引导", "给予",
    "陈述", "负责", "机关", "组织", "人",   "企业", "国家", "介词",
    "副词", "动词", "开头", "并列", "由",   "会同", "定语", "制裁",
    "话题", "转述", "部名", "规则", "及物"};
enum { ROLE_COUNT = sizeof(role_names) / sizeof(role_names[0]) };

static uint32_t
role_of(const char *name)
{
    for (uint32_t i = 0; i < ROLE_COUNT; i++)
        if (strcmp(name, role_names[i]) == 0)
            return UINT32_C(1) << i;
    return 0;
}

void
ft_grammar_init(ft_grammar *grammar)
{
    *grammar = (ft_grammar){.begins.item_size = sizeof(uint32_t),
                            .lengths.item_size = sizeof(uint32_t),
                            .ends.item_size = sizeof(uint32_t)};
}

void
ft_grammar_finish(ft_grammar *grammar)
{
    ft_array_finish(&grammar->begins);
    ft_array_finish(&grammar->lengths);
    ft_array_finish(&grammar->ends);
}

fatiao_status
ft_grammar_read(ft_grammar *grammar, const ft_cues *cues, const ft_spots *spots,
                size_t char_count, fatiao_error *error)
{
    ft_array_clear(&grammar->begins);
    ft_array_clear(&grammar->lengths);
    ft_array_clear(&grammar->ends);
    if (!ft_array_resize(&grammar->begins, char_count) ||
        !ft_array_resize(&grammar->lengths, char_count) ||
        !ft_array_resize(&grammar->ends, char_count + 1))
        return ft_error_memory(error);
    uint32_t *begins = grammar->begins.items;
    uint32_t *lengths = grammar->lengths.items;
    uint32_t *ends = grammar->ends.items;
    const ft_array *found = &spots->of[FT_CUES_GRAMMAR];
    const ft_spot *words = found->items;
    for (size_t i = 0; i < found->count; i++) {
        const uint32_t role = role_of(cues->values[words[i].value].name);
        const uint32_t length = words[i].end - words[i].start;
        if (length >= lengths[words[i].start]) {
            begins[words[i].start] = length > lengths[words[i].start]
                                         ? role
                                         : begins[words[i].start] | role;
            lengths[words[i].start] = length;
        }
        ends[words[i].end] |= role;
    }
    return FATIAO_OK;
}

uint32_t
ft_grammar_begins(const ft_grammar *grammar, size_t char_index)
{
    const uint32_t *begins = grammar->begins.items;
    return char_index < grammar->begins.count ? begins[char_index] : 0;
}

uint32_t
ft_grammar_length(const ft_grammar *grammar, size_t char_index)
{
    const uint32_t *lengths = grammar->lengths.items;
    return char_index < grammar->lengths.count ? lengths[char_index] : 0;
}

uint32_t
ft_grammar_ends(const ft_grammar *grammar, size_t char_index)
{
    const uint32_t *ends = grammar->ends.items;
    return char_index < grammar->ends.count ? ends[char_index] : 0;
}

uint32_t
ft_grammar_next(const ft_grammar *grammar, uint32_t roles, uint32_t start,
                uint32_t end)
{
    while (start < end && (ft_grammar_begins(grammar, start) & roles) == 0)
        start++;
    return start;
}
