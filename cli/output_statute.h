/* A statute, or a part of it, as people read it. */
#ifndef CLI_OUTPUT_STATUTE_H
#define CLI_OUTPUT_STATUTE_H

#include <fatiao/fatiao.h>

#include "terminal.h"

/* A clause, an article or a whole statute under its citation and place:
 *
 *     《青岛市中小企业发展促进条例（征求意见稿）》第二十二条第二款
 *     qingdao.md:95
 *
 *     　　市中小企业主管部门应当…
 *
 * An item is shown below the words that it completes. */
void output_statute_node(const fatiao_node *node, const char *citation,
                         const char *source, const text_style *style);

/* The table of contents:
 *
 *     《青岛市中小企业发展促进条例（征求意见稿）》  第一条至第七十三条
 *     第一章 总则  第一条至第九条
 */
void output_statute_outline(const fatiao_statute *statute,
                            const text_style *style);

#endif
