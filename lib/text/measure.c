/* Measure words. */
#include "text/measure.h"

#include <string.h>

#include "text/utf8.h"

/* Which part of the table a measure word is in: levels, then counters. */
static const ft_measure levels[] = {
    {"条", "条", 1, 0, "件例"},   {"款", "款", 1, 0, "项待"},
    {"项", "项", 1, 0, "目"},     {"目", "目", 1, 0, "标的录前"},
    {"章", "章", 1, 0, "程"},     {"节", "节", 1, 0, "能目水"},
    {"编", "编", 1, 0, "制码号"},
};

static const ft_measure counters[] = {
    {"个人", "人", 1, 0, "民员"}, {"个", "个", 1, 0, "体别性"},
    {"人", "人", 1, 0, "民"},     {"名", "人", 1, 0, "义称单额"},
    {"次", "次", 1, 0, "序"},     {"级", "级", 1, 0, ""},
    {"类", "类", 1, 0, ""},       {"种", "种", 1, 0, "植子"},
    {"家", "家", 1, 0, "庭"},     {"户", "户", 1, 0, "籍口"},
    {"件", "件", 1, 0, ""},       {"份", "份", 1, 0, "额"},
    {"台", "台", 1, 0, ""},       {"辆", "辆", 1, 0, ""},
    {"套", "套", 1, 0, ""},       {"批", "批", 1, 0, "准复"},
    {"期", "期", 1, 0, "限间"},   {"届", "届", 1, 0, "满"},
    {"号", "号", 1, 0, "码"},
};

static const ft_measure amounts[] = {
    {"%", "%", 1, 0, ""},
    {"个百分点", "百分点", 1, 0, ""},
    {"百分点", "百分点", 1, 0, ""},
    {"元", "元", 1, 0, "旦素件化月首"},
    {"圆", "元", 1, 0, "形满桌"},
    {"块钱", "元", 1, 0, ""},
    {"块", "元", 1, 0, "茎状"},
    {"美元", "美元", 1, 0, ""},
    {"欧元", "欧元", 1, 0, ""},
    {"港元", "港元", 1, 0, ""},
    {"日元", "日元", 1, 0, ""},
    {"倍", "倍", 1, 0, "增"},
    {"折", "折", 1, 0, "旧合算叠"},
    {"年半", "个月", 12, 60, ""},
    {"年", "个月", 12, 0, "级代龄度"},
    {"年度", "个月", 12, 0, ""},
    {"周年", "个月", 12, 0, ""},
    {"季度", "季度", 1, 0, ""},
    {"个月", "个月", 1, 0, ""},
    {"个半月", "个月", 1, 5, ""},
    {"月", "月", 1, 0, "球亮票季"},
    {"日", "日", 1, 0, "本"},
    {"天", "日", 1, 0, "津然下"},
    {"自然日", "日", 1, 0, ""},
    {"个自然日", "日", 1, 0, ""},
    {"日历天", "日", 1, 0, ""},
    {"工作日", "工作日", 1, 0, ""},
    {"个工作日", "工作日", 1, 0, ""},
    {"周", "日", 7, 0, "边围期转密知"},
    {"星期", "日", 7, 0, ""},
    {"个星期", "日", 7, 0, ""},
    {"礼拜", "日", 7, 0, ""},
    {"个礼拜", "日", 7, 0, ""},
    {"小时", "分钟", 60, 0, ""},
    {"个小时", "分钟", 60, 0, ""},
    {"个钟头", "分钟", 60, 0, ""},
    {"个半小时", "分钟", 60, 300, ""},
    {"分钟", "分钟", 1, 0, ""},
    {"岁", "岁", 1, 0, "月"},
    {"周岁", "岁", 1, 0, ""},
    {"亩", "亩", 1, 0, ""},
    {"公顷", "公顷", 1, 0, ""},
    {"平方米", "平方米", 1, 0, ""},
    {"平方公里", "平方公里", 1, 0, ""},
    {"立方米", "立方米", 1, 0, ""},
    {"公里", "米", 1000, 0, ""},
    {"米", "米", 1, 0, "粉饭面"},
    {"公斤", "克", 1000, 0, ""},
    {"克", "克", 1, 0, "服扣"},
    {"吨", "吨", 1, 0, "位"},
};

/* How many characters of `name` there are if the text has it at `at`, else
 * 0. */
static size_t
match_name(const char *name, const ft_char *chars, size_t char_count, size_t at)
{
    const size_t byte_count = strlen(name);
    size_t used = 0;
    for (size_t i = 0; i < byte_count; used++)
        if (at + used >= char_count ||
            chars[at + used].code != ft_utf8_next(name, byte_count, &i))
            return 0;
    return used;
}

static const ft_measure *
find_longest(const ft_measure *table, size_t count, const ft_char *chars,
             size_t char_count, size_t at, size_t *measure_chars)
{
    const ft_measure *best = NULL;
    for (size_t i = 0; i < count; i++) {
        const size_t used = match_name(table[i].name, chars, char_count, at);
        const bool is_other_word =
            at + used < char_count &&
            ft_char_is_one_of(chars[at + used].code, table[i].not_before);
        if (used <= *measure_chars || is_other_word)
            continue;
        best = &table[i];
        *measure_chars = used;
    }
    return best;
}

const ft_measure *
ft_measure_find(const ft_char *chars, size_t char_count, size_t at,
                size_t *measure_chars)
{
    static const struct {
        const ft_measure *table;
        size_t count;
    } tables[] = {
        {amounts, sizeof(amounts) / sizeof(amounts[0])},
        {counters, sizeof(counters) / sizeof(counters[0])},
        {levels, sizeof(levels) / sizeof(levels[0])},
    };
    const ft_measure *best = NULL;
    *measure_chars = 0;
    for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
        const ft_measure *found =
            find_longest(tables[i].table, tables[i].count, chars, char_count,
                         at, measure_chars);
        if (found != NULL)
            best = found;
    }
    return best;
}

static bool
is_in(const ft_measure *measure, const ft_measure *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (measure == &table[i])
            return true;
    return false;
}

bool
ft_measure_is_counter(const ft_measure *measure)
{
    return ft_measure_is_level(measure) ||
           is_in(measure, counters, sizeof(counters) / sizeof(counters[0]));
}

bool
ft_measure_is_level(const ft_measure *measure)
{
    return is_in(measure, levels, sizeof(levels) / sizeof(levels[0]));
}
