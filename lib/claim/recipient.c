/* Reading around the name of a group, up to the marks that end its clause. */
#include "claim/recipient.h"

#include <string.h>

/* A run of a text. */
typedef struct run {
    const char *start;
    const char *end;
} run;

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

static bool
begins(run text, const char *word)
{
    const size_t byte_count = strlen(word);
    return (size_t)(text.end - text.start) >= byte_count &&
           memcmp(text.start, word, byte_count) == 0;
}

/* Where a word of the list first stands in the text; NULL if none does. */
static const char *
find_any(run text, const char *const *words, size_t word_count)
{
    for (; text.start < text.end; text.start++)
        for (size_t i = 0; i < word_count; i++)
            if (begins(text, words[i]))
                return text.start;
    return NULL;
}

/* The part between two marks that [at, end) stands in. */
static run
clause_around(run text, const char *at, const char *end)
{
    run clause = text;
    const run before = {text.start, at};
    for (run rest = before; rest.start < rest.end; rest.start++)
        for (size_t i = 0; i < COUNT_OF(marks); i++)
            if (begins(rest, marks[i]))
                clause.start = rest.start + strlen(marks[i]);
    const char *mark = find_any((run){end, text.end}, marks, COUNT_OF(marks));
    if (mark != NULL)
        clause.end = mark;
    return clause;
}

/* The preposition that governs what begins at `at`; NULL if there is none. */
static const char *
preposition_before(run clause, const char *at)
{
    run text = {clause.start, at};
    if (at - clause.start > ADJECTIVE_BYTES_MAX)
        text.start = at - ADJECTIVE_BYTES_MAX;
    const char *found = NULL;
    for (const char *next = text.start;; next = found + HAN_BYTES) {
        next = find_any((run){next, text.end}, prepositions,
                        COUNT_OF(prepositions));
        if (next == NULL)
            return found;
        found = next;
    }
}

/* Whether words are an attribute, by what stands behind: 提供担保的担保机构. */
static bool
serves_another(run clause, const char *preposition, const char *end)
{
    static const char *const of[] = {"的"};
    for (const char *at = end;; at += HAN_BYTES) {
        at = find_any((run){at, clause.end}, of, COUNT_OF(of));
        if (at == NULL)
            return false;
        run behind = {at + HAN_BYTES, clause.end};
        /* …的，: who does so, is said before. */
        if (behind.start == behind.end)
            return preposition > clause.start;
        if (behind.end - behind.start > NOUN_BYTES_MAX)
            behind.end = behind.start + NOUN_BYTES_MAX;
        if (find_any((run){behind.start, behind.end}, servants,
                     COUNT_OF(servants)) == behind.start)
            return true;
    }
}

/* Whether words [at, end) name who gets something. */
static bool
gets(run text, const char *at, const char *end)
{
    const run clause = clause_around(text, at, end);
    run behind = {end, clause.end};
    if (behind.end - behind.start > NOUN_BYTES_MAX)
        behind.end = behind.start + NOUN_BYTES_MAX;
    if (find_any(behind, titles, COUNT_OF(titles)) != NULL)
        return false;
    const char *preposition = preposition_before(clause, at);
    return preposition == NULL || !serves_another(clause, preposition, end);
}

bool
ft_recipient_is_one(const fatiao_facet_value *value)
{
    const char *text = value->node->text;
    const run whole = {text, text + value->node->text_byte_count};
    const char *words = text + value->byte_start;
    for (const char *at = text; at + value->byte_count <= whole.end; at++)
        if (memcmp(at, words, value->byte_count) == 0 &&
            gets(whole, at, at + value->byte_count))
            return true;
    return false;
}

bool
ft_recipient_founds(const fatiao_facet_value *person,
                    const fatiao_facet_value *firm)
{
    if (person->node != firm->node || person->byte_start > firm->byte_start)
        return false;
    const char *text = person->node->text;
    const run between = {text + person->byte_start + person->byte_count,
                         text + firm->byte_start};
    static const char *const ends[] = {"。", "；"};
    return between.start < between.end &&
           find_any(between, ends, COUNT_OF(ends)) == NULL &&
           find_any(between, founding, COUNT_OF(founding)) != NULL;
}
