/* What a search found as people read it. Everything that comes from a
 * document goes through escape.h. */
#ifndef CLI_OUTPUT_TEXT_H
#define CLI_OUTPUT_TEXT_H

#include <fatiao/fatiao.h>

#include "terminal.h"

/* The hits of a search:
 *
 *     1  qingdao.md:95  第三章 融资促进
 *     《青岛市中小企业发展促进条例（征求意见稿）》第二十九条第一款
 *         鼓励银行业金融机构…对【没有】抵押物的企业发放信用贷款。
 *         第三款  …
 *         also 第四款、第五款第一项
 */
void output_text_hits(const fatiao_hits *hits, const text_style *style);

#endif
