/* The rank of a statute, by the end of its title. */
#include "statute/rank.h"

#include <string.h>

static bool
ends_with(const char *text, size_t byte_count, const char *end)
{
    const size_t length = strlen(end);
    return byte_count >= length &&
           memcmp(text + byte_count - length, end, length) == 0;
}

bool
ft_rank_is_law(const char *title, size_t byte_count)
{
    static const char *const others[] = {"办法", "方法", "司法", "执法"};
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
        if (ends_with(title, byte_count, others[i]))
            return false;
    return ends_with(title, byte_count, "法") ||
           ends_with(title, byte_count, "法典");
}
