/* Reading sentences for whom they move, and for what they give. */
#include "claim/detour.h"

#include <string.h>

#include "claim/phrase.h"

#define COUNT_OF(names) (sizeof(names) / sizeof((names)[0]))

/* How far behind the verb the name of the one who is moved may begin. */
enum { NAME_BYTES_MAX = 7 * 3 };

static const char *const ends[] = {"。", "；", "\n"};
static const char *const moves[] = {"引导", "鼓励", "支持", "推动",
                                    "指导", "督促", "倡导"};
static const char *const others[] = {
    "金融机构",     "银行",     "保险机构",   "保险公司", "担保机构",
    "融资担保",     "担保公司", "地方金融",   "融资租赁", "小额贷款",
    "证券",         "事务所",   "服务机构",   "创业投资", "风险投资",
    "社会资本",     "民间资本", "社会资金",   "大型企业", "核心企业",
    "平台企业",     "互联网",   "高等学校",   "科研机构", "科研院所",
    "行业协会",     "社会组织", "各类服务",   "社会力量", "各类社会",
    "数字化转型服", "大企业",   "供应链核心", "职业学校", "商业性",
};
static const char *const reviews[] = {"纳入考核", "考核内容", "考核指标",
                                      "考核体系", "绩效考核", "考核评价",
                                      "考核激励"};
/* What an office does that reaches the firm. */
static const char *const gifts[] = {
    "给予", "予以", "享受", "减免", "免收", "免征", "减征", "缓征", "申请",
    "优先", "预留", "倾斜", "不得", "禁止", "确认", "支付", "安排", "开放",
    "补贴", "奖励", "资助", "免费", "退还", "补偿", "赔偿", "有权", "减半",
};

/* Whether the sentence moves others, or reviews what they do. */
static bool
moves_others(ft_phrase sentence)
{
    if (ft_phrase_find(sentence, reviews, COUNT_OF(reviews), NULL) != NULL)
        return true;
    ft_phrase rest = sentence;
    const char *verb = NULL;
    for (;;) {
        rest.start = ft_phrase_find(rest, moves, COUNT_OF(moves), &verb);
        if (rest.start == NULL)
            return false;
        rest.start += strlen(verb);
        if (ft_phrase_find(ft_phrase_cut(rest, NAME_BYTES_MAX), others,
                           COUNT_OF(others), NULL) != NULL)
            return true;
    }
}

/* Whether it gives something to one of those that the clause is for. */
static bool
gives(ft_phrase sentence, const fatiao_facets *facets)
{
    if (ft_phrase_find(sentence, gifts, COUNT_OF(gifts), NULL) == NULL)
        return false;
    for (size_t i = 0; i < fatiao_facets_count(facets); i++) {
        const fatiao_facet_value *value = fatiao_facets_at(facets, i);
        if (value->facet != FATIAO_FACET_BENEFICIARY)
            continue;
        const char *words = value->node->text + value->byte_start;
        for (const char *at = sentence.start;
             at + value->byte_count <= sentence.end; at++)
            if (memcmp(at, words, value->byte_count) == 0)
                return true;
    }
    return false;
}

bool
ft_detour_is_one(const fatiao_node *node, const fatiao_facets *facets)
{
    ft_phrase rest = {node->text, node->text + node->text_byte_count};
    ft_phrase sentence;
    bool is_detour = false;
    while (ft_phrase_next(&rest, ends, COUNT_OF(ends), &sentence)) {
        const bool moves_them = moves_others(sentence);
        if (!moves_them && gives(sentence, facets))
            return false;
        is_detour |= moves_them;
    }
    return is_detour;
}
