/* Whether a clause helps firms by a detour: an office is to move others, who
 * are free to do so or not:
 *
 *     应当引导【保险机构】开发适应中小企业需求的保险产品    by a detour
 *     将为小型微型企业提供金融服务的情况纳入【考核】        by a detour
 *     应当对中小企业给予信贷支持                            none
 *
 * However firm the duty, the firm can ask nobody for it. */
#ifndef FT_CLAIM_DETOUR_H
#define FT_CLAIM_DETOUR_H

#include <fatiao/fatiao.h>

/* `node` is the paragraph that the facets were read from. A sentence that gives
 * something to those whom the clause is for is enough for there to be none. */
bool ft_detour_is_one(const fatiao_node *node, const fatiao_facets *facets);

#endif
