/* Reading around the name of a group, up to the marks that end its clause. */
#include "claim/recipient.h"

#include <string.h>

#include "claim/phrase.h"

enum { HAN_BYTES = 3, ADJECTIVE_BYTES_MAX = 12 * 3, NOUN_BYTES_MAX = 14 * 3 };

static const char *const marks[] = {"，", "。", "；", "：", "！", "\n"};
static const char *const prepositions[] = {"为", "对", "向", "给"};
/* What serves firms. */
static const char *const servants[] = {
    "金融机构", "银行",     "担保机构", "融资担保", "保险机构", "服务机构",
    "专业机构", "中介机构", "社会机构", "地方金融", "公共服务", "平台",
    "基地",     "载体",     "组织",     "单位",     "行业协会", "园区",
    "孵化器",   "众创空间", "创业投资", "投资人",   "投资机构", "人员",
    "个人",     "机构",     "基金",
};
/* What a group is only the attribute of. */
static const char *const titles[] = {"示范平台", "示范基地",     "特色载体",
                                     "示范园区", "公共服务机构", "服务示范"};
static const char *const founding[] = {"创办", "开办",    "兴办", "领办",
                                       "创立", "设立",    "创建", "成立",
                                       "从事", "自主创业"};

#define COUNT_OF(names) (sizeof(names) / sizeof((names)[0]))

/* The part between two marks that [at, end) stands in. */
static ft_phrase
clause_around(ft_phrase text, const char *at, const char *end)
{
    ft_phrase clause = text;
    const ft_phrase before = {text.start, at};
    for (ft_phrase rest = before; rest.start < rest.end; rest.start++)
        for (size_t i = 0; i < COUNT_OF(marks); i++)
            if (ft_phrase_begins(rest, marks[i]))
                clause.start = rest.start + strlen(marks[i]);
    const char *mark = ft_phrase_find((ft_phrase){end, text.end}, marks,
                                      COUNT_OF(marks), NULL);
    if (mark != NULL)
        clause.end = mark;
    return clause;
}

/* The preposition that governs what begins at `at`; NULL if there is none. */
static const char *
preposition_before(ft_phrase clause, const char *at)
{
    ft_phrase text = {clause.start, at};
    if (at - clause.start > ADJECTIVE_BYTES_MAX)
        text.start = at - ADJECTIVE_BYTES_MAX;
    const char *found = NULL;
    for (const char *next = text.start;; next = found + HAN_BYTES) {
        next = ft_phrase_find((ft_phrase){next, text.end}, prepositions,
                              COUNT_OF(prepositions), NULL);
        if (next == NULL)
            return found;
        found = next;
    }
}

/* Whether words are an attribute, by what stands behind: 提供担保的担保机构. */
static bool
serves_another(ft_phrase clause, const char *preposition, const char *end)
{
    static const char *const of[] = {"的"};
    for (const char *at = end;; at += HAN_BYTES) {
        at =
            ft_phrase_find((ft_phrase){at, clause.end}, of, COUNT_OF(of), NULL);
        if (at == NULL)
            return false;
        ft_phrase behind = {at + HAN_BYTES, clause.end};
        /* …的，: who does so, is said before. */
        if (behind.start == behind.end)
            return preposition > clause.start;
        if (behind.end - behind.start > NOUN_BYTES_MAX)
            behind.end = behind.start + NOUN_BYTES_MAX;
        if (ft_phrase_find((ft_phrase){behind.start, behind.end}, servants,
                           COUNT_OF(servants), NULL) == behind.start)
            return true;
    }
}

/* Whether words [at, end) name who gets something. */
static bool
gets(ft_phrase text, const char *at, const char *end)
{
    const ft_phrase clause = clause_around(text, at, end);
    ft_phrase behind = {end, clause.end};
    if (behind.end - behind.start > NOUN_BYTES_MAX)
        behind.end = behind.start + NOUN_BYTES_MAX;
    if (ft_phrase_find(behind, titles, COUNT_OF(titles), NULL) != NULL)
        return false;
    const char *preposition = preposition_before(clause, at);
    return preposition == NULL || !serves_another(clause, preposition, end);
}

bool
ft_recipient_is_one(const fatiao_facet_value *value)
{
    const char *text = value->node->text;
    const ft_phrase whole = {text, text + value->node->text_byte_count};
    const char *words = text + value->byte_start;
    for (const char *at = text; at + value->byte_count <= whole.end; at++)
        if (memcmp(at, words, value->byte_count) == 0 &&
            gets(whole, at, at + value->byte_count))
            return true;
    return false;
}

bool
ft_recipient_is_founder(const fatiao_facet_value *value)
{
    static const char *const business[] = {"创业", "创办",     "开办",
                                           "兴办", "领办",     "企业",
                                           "个体", "自谋职业", "经营"};
    static const char *const hiring[] = {"招用", "吸纳",  "录用", "聘用",
                                         "安置", "安排",  "招收", "雇用",
                                         "职工", "就业于"};
    const char *text = value->node->text;
    const ft_phrase whole = {text, text + value->node->text_byte_count};
    const char *words = text + value->byte_start;
    ft_phrase before = clause_around(whole, words, words + value->byte_count);
    before.end = words;
    return ft_recipient_is_one(value) &&
           ft_phrase_find(whole, business, COUNT_OF(business), NULL) != NULL &&
           ft_phrase_find(before, hiring, COUNT_OF(hiring), NULL) == NULL;
}

bool
ft_recipient_is_owner(const fatiao_facet_value *value)
{
    static const char *const spirit[] = {"精神", "弘扬"};
    static const char *const firms[] = {"中小企业", "民营", "小微企业",
                                        "企业家", "市场主体"};
    const char *text = value->node->text;
    const ft_phrase whole = {text, text + value->node->text_byte_count};
    /* 弘扬企业家精神 gives nobody anything. */
    const ft_phrase own = {text + value->byte_start,
                           text + value->byte_start + value->byte_count};
    return ft_phrase_find(whole, firms, COUNT_OF(firms), NULL) != NULL &&
           ft_phrase_find(own, spirit, COUNT_OF(spirit), NULL) == NULL;
}

bool
ft_recipient_founds(const fatiao_facet_value *person,
                    const fatiao_facet_value *firm)
{
    if (person->node != firm->node || person->byte_start > firm->byte_start)
        return false;
    const char *text = person->node->text;
    const ft_phrase between = {text + person->byte_start + person->byte_count,
                               text + firm->byte_start};
    static const char *const ends[] = {"。", "；"};
    return between.start < between.end &&
           ft_phrase_find(between, ends, COUNT_OF(ends), NULL) == NULL &&
           ft_phrase_find(between, founding, COUNT_OF(founding), NULL) != NULL;
}
