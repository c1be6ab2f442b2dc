/* Whether a group that a clause names gets what it gives, or only stands in the
 * description of another who does:
 *
 *     对符合条件的【中小企业】给予补贴                    gets it
 *     对为【中小企业】提供担保的担保机构给予补贴          does not
 *     …公司为【中小企业】提供融资服务的，享受优惠政策     does not
 *     获得国家【中小企业】公共服务示范平台的，给予奖补    does not */
#ifndef FT_CLAIM_RECIPIENT_H
#define FT_CLAIM_RECIPIENT_H

#include <fatiao/fatiao.h>

/* `value` is a beneficiary. Its words are looked for in the whole text of its
 * node: once is enough. */
bool ft_recipient_is_one(const fatiao_facet_value *value);

/* Whether people get something as those who found or run a firm: the text is
 * about business, and not about hiring them (招用失业人员). */
bool ft_recipient_is_founder(const fatiao_facet_value *value);
/* Whether owners or managers are those of the firms that support is for. */
bool ft_recipient_is_owner(const fatiao_facet_value *value);

/* Whether firms or people of one group found those of the other: 退役军人创办
 * 小型微型企业. Whoever gets something is then both. */
bool ft_recipient_founds(const fatiao_facet_value *person,
                         const fatiao_facet_value *firm);

#endif
