/* What a statute's title tells of its rank (效力位阶). By the 立法法 only the
 * National People's Congress and its standing committee make what is called
 * 法; lower rules are named 条例, 规定, 办法, 细则, and must not contradict it.
 */
#ifndef FT_STATUTE_RANK_H
#define FT_STATUTE_RANK_H

#include <stdbool.h>
#include <stddef.h>

/* Whether a title is that of a law: 中华人民共和国民法典, 反分裂国家法, but not
 * 商标代理监督管理办法. */
bool ft_rank_is_law(const char *title, size_t byte_count);

#endif
