/* What a title tells of how the statute speaks of articles. */
#ifndef FT_SEARCH_AMENDMENT_H
#define FT_SEARCH_AMENDMENT_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Whether a statute amends others: 关于修改《…》的决定, 刑法修正案（八）.
 * Appends the key (title_key.h) of the one that it amends, nothing if it
 * amends several. */
bool ft_amendment_of(const char *title, ft_strbuf *amended);

/* Whether 第三条, with no law before it, is of the statute itself. In
 * interpretations and replies of courts it is mostly of the law that they speak
 * of. */
bool ft_amendment_is_law(const char *title);

#endif
